# Refusals of the floor: each says what would be allowed.

# Who acts.
refusal-organisation-not-seated = ليس لمنظمة { $name } وفد شاغل لمقعده في مؤتمر القمة هذا. ويمكنها أن تشارك متى قُبلت وثائق تفويضها، أو اعتُرض عليها فشاركت بصفة مؤقتة.
refusal-category-may-not = { $capability ->
    [speak] المنظمات من هذه الفئة ({ $category }) لا تأخذ الكلمة.
    [reply] ليس للمنظمات من هذه الفئة ({ $category }) حق الرد.
    [propose] المنظمات من هذه الفئة ({ $category }) لا تقدم نصوصا.
    [endorse] المنظمات من هذه الفئة ({ $category }) لا تؤيد النصوص.
    [vote] للأعضاء وحدهم إثارة نقاط النظام والاعتراض على توافق الآراء وإبداء التحفظات؛ وفئة هذه المنظمة هي { $category }.
   *[other] لا يجوز ذلك للمنظمات من هذه الفئة ({ $category }).
} يمكن للأمانة تغيير الفئة في الدليل.

# Meetings and items.
refusal-quorum-to-open-missing = عدد الوفود الحاضرة الشاغلة لمقاعدها { $present }؛ والعدد اللازم لافتتاح الجلسة { $needed }. يمكن افتتاحها حالما يسجَّل حضور العدد الكافي، في أي مكان انعقاد أو عن بُعد.
refusal-quorum-to-decide-missing = عدد الوفود الحاضرة الشاغلة لمقاعدها { $present }؛ والعدد اللازم لاتخاذ القرار { $needed }. يمكن اتخاذه حالما يسجَّل حضور العدد الكافي.
refusal-meeting-not-open = لم تُفتتح الجلسة بعد. يفتتحها الرئيس عند اكتمال النصاب القانوني.
refusal-meeting-already-open = الجلسة جارية بالفعل.
refusal-meeting-suspended = الجلسة معلقة. استأنفوها أولا.
refusal-meeting-closed = اختُتمت الجلسة. يمكن مواصلة ذلك في جلسة أخرى.
refusal-item-not-open = هذا البند من جدول الأعمال ليس قيد المناقشة. افتحوا البند أولا.
refusal-item-already-open = هذا البند من جدول الأعمال قيد المناقشة بالفعل.
refusal-another-item-open = هناك بند آخر من جدول الأعمال ({ $item }) قيد المناقشة. اختتموه، ثم افتحوا هذا البند.
refusal-item-closed = اختُتم هذا البند من جدول الأعمال. يمكن تناول المسألة في إطار بند آخر.

# The list of speakers.
refusal-list-of-speakers-not-opened = لم تُفتح قائمة المتكلمين بعد. تُقبل الطلبات حالما يفتحها الرئيس.
refusal-list-of-speakers-open = قائمة المتكلمين مفتوحة بالفعل بهذه الحدود. لتغييرها، افتحوا القائمة بحدود أخرى.
refusal-list-of-speakers-closed = أُقفلت قائمة المتكلمين. ستتكلم الوفود المدرجة فيها؛ ولتقديم طلب آخر، اطلبوا من الرئيس إعادة فتحها.
refusal-list-of-speakers-full = اكتملت قائمة المتكلمين، والحد الأقصى لعدد الطلبات فيها هو { $limit }. تُقبل الطلبات من جديد بعد أن يغادر القائمة بعض المتكلمين.
refusal-already-on-list = وفدكم مدرج في القائمة بالفعل: الدور { $place } من { $length }. لا يلزم أي شيء آخر.
refusal-interventions-used = لكل وفد أن يتكلم { $limit ->
    [zero] صفر مرات
    [one] مرة واحدة
    [two] مرتين
    [few] { $limit } مرات
    [many] { $limit } مرة
   *[other] { $limit } مرة
} بشأن هذا البند، وقد استنفد وفدكم ذلك. ويبقى له حق الرد.
refusal-not-on-list = لا يرد اسم { $name } في قائمة المتكلمين. يمكن طلب الكلمة أولا.
refusal-swap-with-itself = يلزم لتبادل الدور وفدان مختلفان. اختاروا وفدا آخر.
refusal-swap-not-proposed = لم يرد من { $name } اقتراح لتبادل الدور مع وفدكم. يمكنكم أن تقترحوه بأنفسكم.
refusal-reply-already-requested = وفدكم ينتظر الرد بالفعل. وسيُدعى إليه في نهاية البند.
refusal-replies-used = استنفد وفدكم مرات الرد المتاحة له بشأن هذا البند، وعددها { $limit }. يمكنه أن يتكلم مجددا في إطار بند آخر.
refusal-no-reply-requested = لم يرد من { $name } طلب لممارسة حق الرد.
refusal-replies-at-the-end = تُعطى الكلمة للرد بعد أن يتكلم جميع المدرجين في القائمة؛ { $count ->
    [zero] ولا ينتظر أي وفد
    [one] ولا يزال وفد واحد ينتظر
    [two] ولا يزال وفدان ينتظران
    [few] ولا تزال { $count } وفود تنتظر
    [many] ولا يزال { $count } وفدا ينتظر
   *[other] ولا يزال { $count } وفد ينتظر
}.
refusal-replies-waiting = { $count ->
    [zero] لا ينتظر أي وفد ممارسة حق الرد
    [one] لا يزال وفد واحد ينتظر ممارسة حق الرد
    [two] لا يزال وفدان ينتظران ممارسة حق الرد
    [few] لا تزال { $count } وفود تنتظر ممارسة حق الرد
    [many] لا يزال { $count } وفدا ينتظر ممارسة حق الرد
   *[other] لا يزال { $count } وفد ينتظر ممارسة حق الرد
}. أعطوا الكلمة لمن ينتظر، أو اسحبوا طلبات الرد؛ ثم يمكن اختتام البند.

# Speeches and the clock.
refusal-nobody-waits = لا أحد ينتظر الكلام. يمكن إعطاء الكلمة حالما يطلبها أحد الوفود.
refusal-nobody-has-the-floor = لم تعط الكلمة لأحد. أعطوها لأحد المتكلمين أولا.
refusal-floor-taken = الكلمة الآن لوفد { $name }. أنهوا تلك الكلمة أولا.
refusal-not-speaking = ليست الكلمة لوفد { $name }، وليست له كلمة محفوظة.
refusal-clock-already-paused = الساعة متوقفة بالفعل. يمكن استئنافها.
refusal-clock-running = الساعة تعمل. يمكن إيقافها.
refusal-speech-too-long = المدة القصوى للكلمة كلها بالدقائق هي { $limit }. أعطوا وقتا أقل.
refusal-speaker-link-down = انقطع اتصال مكان الانعقاد الذي تُلقى منه كلمة { $name }؛ والوقت المتبقي محفوظ. أعطوا الكلمة في هذه الأثناء للمتكلم التالي، أو حددوا مكان انعقاد آخر.
refusal-link-already-lost = اتصال مكان الانعقاد هذا مسجل بالفعل على أنه مقطوع. يمكن تسجيل عودته.
refusal-link-not-lost = اتصال مكان الانعقاد هذا ليس مسجلا على أنه مقطوع.

# Points of order.
refusal-point-of-order-pending = هناك نقطة نظام تنتظر قرار الرئيس. بُتّوا فيها أولا.
refusal-no-point-of-order = لم تُثر أي نقطة نظام.
