# Voting: what is asked, how votes are taken, what came of it.
nav-polls = التصويت
polls-lead = المسائل المطروحة للتصويت في مؤتمر القمة هذا. لا يظهر أي رقم قبل إقفال باب التصويت.
polls-none = لم يُطرح شيء للتصويت بعد
polls-none-next = يظهر التصويت هنا حالما يطرح الرئيس مسألة للتصويت.
poll-question = المسألة
poll-method = طريقة التصويت
poll-meeting = الجلسة
poll-state = الحالة
poll-number = التصويت { $number }
poll-electorate = أصحاب حق التصويت
poll-entitled = { $count ->
    [zero] لا وفود
    [one] وفد واحد
    [two] وفدان
    [few] { $count } وفود
    [many] { $count } وفدًا
   *[other] { $count } وفد
}
poll-roll = نداء الأسماء
poll-roll-from = بالترتيب الأبجدي، ابتداءً بالقرعة من { $name }
poll-manifest = بصمة بيان المسألة (SHA-256)
poll-adopt-text = اعتماد { $symbol }:
poll-recorded = تصويت مسجل
poll-roll-call = تصويت بنداء الأسماء
poll-hands = تصويت برفع الأيدي
choice-yes = مؤيد
choice-no = معارض
choice-abstain = ممتنع
choice-not-participating = غير مشارك في التصويت
choice-absent = غائب
poll-open = التصويت جارٍ
poll-locked = أُقفل التصويت
poll-cancelled = أُلغي
poll-carried = اعتُمد
poll-not-carried = رُفض
poll-received = { $count ->
    [zero] لم يصوّت أحد من { $all }
    [one] صوّت واحد من { $all }
    [two] صوّت اثنان من { $all }
    [few] صوّت { $count } من { $all }
    [many] صوّت { $count } من { $all }
   *[other] صوّت { $count } من { $all }
}
poll-progress = الأصوات الواردة
poll-being-called = يُنادى الآن:
poll-left-to-call = (بقي { $count } في القائمة)
poll-given-up = أُلغي التصويت، ولم يُفتح أي صوت.
poll-no-figures = لا يرى أحد كيف يصوّت الآخرون قبل الإقفال.
poll-majority = الأغلبية المطلوبة: { $needed } صوتًا مؤيدًا من { $voting } من الحاضرين المصوّتين. ولا يُحسب الممتنعون مصوّتين.
poll-not-declared = لم يعلن الرئيس النتيجة بعد.
poll-tie = تعادلت الأصوات: يُعتبر الاقتراح مرفوضًا.
poll-tie-chair = تعادلت الأصوات: رجّح الرئيس القرار.
poll-nobody-named = في التصويت برفع الأيدي لا يُذكر اسم أحد.
poll-votes-signed = { $count ->
    [zero] لا توجد أصوات موقّعة في السجل القابل للتحقق.
    [one] صوت واحد موقّع ومدرج في السجل القابل للتحقق.
    [two] صوتان موقّعان ومدرجان في السجل القابل للتحقق.
    [few] { $count } أصوات موقّعة ومدرجة في السجل القابل للتحقق.
    [many] { $count } صوتًا موقّعًا ومدرجًا في السجل القابل للتحقق.
   *[other] { $count } صوت موقّع ومدرج في السجل القابل للتحقق.
}
poll-votes-on-paper = { $count ->
    [zero] لم يرد أي صوت على الورق.
    [one] ورد صوت واحد على الورق: يُحسب هنا وليس في السجل الذي يعدّ صاحبه غائبًا.
    [two] ورد صوتان على الورق: يُحسبان هنا وليسا في السجل الذي يعدّ صاحبيهما غائبين.
    [few] وردت { $count } أصوات على الورق: تُحسب هنا وليست في السجل الذي يعدّ أصحابها غائبين.
    [many] ورد { $count } صوتًا على الورق: تُحسب هنا وليست في السجل الذي يعدّ أصحابها غائبين.
   *[other] ورد { $count } صوت على الورق: تُحسب هنا وليست في السجل الذي يعدّ أصحابها غائبين.
}
poll-outside-record = هذه الأصوات ليست في السجل القابل للتحقق: لم تُوقَّع بمفاتيح، فلا يستطيع أحد آخر التحقق منها.
poll-votes = كيف صوّت كل وفد
poll-vote = الصوت
poll-weight = عدد الأصوات
poll-intended = كان يعتزم التصويت: { $choice }
seat-unopened = صوت لم يُفتح
hall-voted = { $count ->
    [zero] صوّتوا من { $all }
    [one] صوّت من { $all }
    [two] صوّتا من { $all }
    [few] صوّتوا من { $all }
    [many] صوّتوا من { $all }
   *[other] صوّتوا من { $all }
}

# The chair.
voting-now = تصويت
voting-look = عرض التصويت
chair-voting = التصويت جارٍ ويستمر أدناه. لا يقطعه سوى نقطة نظام.
chair-put-question = طرح مسألة للتصويت
chair-put-text = طرحه للتصويت
chair-open-poll = بدء التصويت
chair-call-next = لا إجابة: نداء التالي
chair-lock = إقفال التصويت
ask-lock = هل تريد إقفال التصويت؟ بعد ذلك لا يمكن الإدلاء بأي صوت أو تغييره، وتُفتح الأصوات.
chair-declare = إعلان النتيجة
chair-tie-carried = ترجيح التعادل: يُعتمد
chair-tie-rejected = ترجيح التعادل: يُرفض
chair-cancel-poll = إلغاء التصويت
chair-cancel-reason = السبب (يظهر للجميع)
ask-cancel-poll = هل تريد إلغاء التصويت؟ لن تُفتح الأصوات المدلى بها أبدًا.
put-question-lead = متى بدأ التصويت فلا يقطعه شيء سوى نقطة نظام تتعلق بسيره.
put-question-order = ترتيب نداء الأسماء
put-question-order-hint = لنداء الأسماء: لغة الترتيب الأبجدي. ويُحدَّد أول من يُنادى بالقرعة.

# The delegate.
vote-received = ورد صوت وفدكم:
vote-may-change = يمكنكم تغييره حتى إقفال التصويت؛ والعبرة بآخر صوت.
vote-stands = أُقفل التصويت: لم يعد يتغير.
vote-you-are-called = يُنادى وفدكم: صوّتوا الآن
vote-your-place = ترتيب وفدكم في القائمة { $place }. تصوّتون عند ندائه.
vote-not-cast = لم يصوّت وفدكم بعد.
done-cast-vote = ورد صوتكم.
done-open-poll = بدأ التصويت.
done-lock-poll = أُقفل التصويت وفُتحت الأصوات.
done-declare-result = أُعلنت النتيجة.

# Minutes and changes.
minute-poll-opened = بدأ التصويت { $number }
minute-poll-carried = التصويت { $number }: اعتُمد
minute-poll-rejected = التصويت { $number }: رُفض
minute-poll-cancelled = أُلغي التصويت { $number }
change-poll-opened = بدأ التصويت { $number }
change-poll-carried = التصويت { $number }: اعتُمد
change-poll-rejected = التصويت { $number }: رُفض
change-poll-cancelled = أُلغي التصويت { $number }
minute-poll-locked = أُقفل التصويت { $number }
minute-intention = سجّل { $name } ما كان يعتزمه في التصويت { $number }
change-intention-noted = سجّل { $name } ما كان يعتزمه في التصويت { $number }
change-poll-locked = أُقفل التصويت { $number }: مؤيد { $yes }، معارض { $no }، ممتنع { $abstain }
change-roll-passed = التصويت { $number }: نودي { $name } ولم يُجب
change-text-adopted-by-vote = اعتُمد { $text } بالتصويت

# Refusals: each says what would be allowed.
refusal-voting-under-way = التصويت جارٍ. لا يقطعه سوى نقطة نظام تتعلق بسيره؛ تابعوا بعد إعلان النتيجة.
refusal-poll-locked = أُقفل التصويت: لا يُدلى بصوت ولا يُغيَّر. ويمكن لمن أخطأ أن يسجّل ما كان يعتزمه.
refusal-poll-not-locked = لم يُقفل التصويت بعد. أقفلوه أولًا؛ وحتى ذلك الحين يمكن تغيير الصوت.
refusal-poll-cancelled = أُلغي هذا التصويت. يمكن للرئيس طرح المسألة من جديد.
refusal-result-declared = أُعلنت النتيجة من قبل، وهي قائمة.
refusal-nobody-to-call = نودي جميع من في القائمة. يمكن إقفال التصويت.
refusal-another-is-called = يُنادى الآن { $name }. تابعوا من هناك.
refusal-intention-already-noted = سُجّل ما كان يعتزمه وفدكم { $limit } مرات، وهو أقصى ما يُسمح به في تصويت واحد.
refusal-nobody-is-named = في التصويت برفع الأيدي لا يُذكر اسم أحد فلا يُسجَّل أي صوت بعينه. اطلبوا تصويتًا مسجلًا.
refusal-too-many-polls = يوجد { $limit } تصويت، وهو الحد الأقصى.
refusal-text-or-question = اطرحوا للتصويت نصًا أو مسألة، لا كليهما معًا.
refusal-one-seat-one-vote = يمنح نظام هذا المؤتمر صوتًا واحدًا لكل مقعد. ويتطلب ترجيح الأصوات نظامًا ينص عليه.
refusal-not-in-electorate = { $name } ليس من أصحاب حق التصويت هنا: حُدّدوا عند بدء التصويت.
refusal-nobody-may-vote = لا يوجد وفد شاغل لمقعده له حق التصويت. اقبلوا أولًا وثائق تفويض عضو.
refusal-electorate-too-large = يمكن أن يصوّت { $limit } وفد على الأكثر معًا. وزّعوا المسألة على جلسات.
refusal-not-called-yet = ترتيب وفدكم { $place } ولم يُنادَ بعد. صوّتوا عند ندائه.
refusal-poll-not-in-record = لا تدخل أصوات هذا التصويت السجل فلا تُوقَّع. صوّتوا دون توقيع.
refusal-vote-already-cast = صوت وفدكم قائم كما هو. لتغييره اختاروا غيره قبل إقفال التصويت.
refusal-roll-not-called = { $count ->
    [zero] يُنادى { $name }. أتمّوا النداء ثم أقفلوا.
    [one] يُنادى { $name } وهو الأخير. انتظروا إجابته أو تابعوا، ثم أقفلوا.
    [two] يُنادى { $name }؛ بقي اثنان في القائمة. نادوهما ثم أقفلوا.
    [few] يُنادى { $name }؛ بقي { $count } في القائمة. نادوهم ثم أقفلوا.
    [many] يُنادى { $name }؛ بقي { $count } في القائمة. نادوهم ثم أقفلوا.
   *[other] يُنادى { $name }؛ بقي { $count } في القائمة. نادوهم ثم أقفلوا.
}
refusal-tie-is-the-chairs = تعادلت الأصوات ويترك النظام القرار للرئيس: بيّنوا هل اعتُمد الاقتراح.
refusal-no-tie = لا تعادل يرجّحه الرئيس. أعلنوا النتيجة كما أُحصيت.

# Letters.
letter-receipt-vote-subject = إيصال: تصويت على { $symbol }
letter-receipt-vote-body =
    { $name }،

    نؤكد ورود صوت { $organisation } بشأن { $symbol }.

    كي لا يُقرأ أي صوت قبل إقفال التصويت، لا يذكر هذا الإيصال مضمونه.
    بصمة الصوت الموقّع: { $digest }

    إن لم تكونوا أنتم من فعل ذلك، فاكتبوا إلى الأمانة فورًا.
