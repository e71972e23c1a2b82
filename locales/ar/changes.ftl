# What changed: one sentence an event.
changes-title = ما تغير
changes-lead = جميع الأحداث العلنية في السجل، بدءا بالأحدث. كل رقم ينتج عن هذه الأحداث ويمكن إعادة حسابه منها.
changes-since = ابتداء من الموضع
changes-show = عرض
changes-none = لم يتغير هنا شيء علني
changes-none-next = بلغ السجل الموضع { $position }. عودوا لاحقا، أو اذكروا موضعا أسبق.
changes-all = عرض الكل
changes-newest = الأحدث
changes-older = الأقدم
changes-position = الموضع { $position }
changes-link = ما تغير، حدثا حدثا
change-organisation-registered = أُدخلت منظمة في الدليل: { $name }.
change-organisations-registered = { $count ->
    [zero] لم تُدخل أي منظمة في الدليل.
    [one] أُدخلت منظمة واحدة في الدليل.
    [two] أُدخلت منظمتان في الدليل.
    [few] أُدخلت { $count } منظمات في الدليل.
    [many] أُدخلت { $count } منظمة في الدليل.
   *[other] أُدخلت { $count } منظمة في الدليل.
}
change-organisation-amended = عُدلت بيانات منظمة في الدليل: { $name }.
change-organisation-removed = حُذفت منظمة من الدليل: { $name }.
change-series-named = سُميت السلسلة: { $name }.
change-summit-convened = تمت الدعوة إلى عقد مؤتمر القمة: { $name }.
change-summit-amended = عُدلت بيانات مؤتمر القمة: { $name }.
change-summit-closed = اختُتم مؤتمر القمة.
change-rules-set = حُدد النظام الداخلي.
change-venue-added = أُدخل مكان انعقاد: { $venue }.
change-venue-amended = عُدلت بيانات مكان الانعقاد: { $venue }.
change-venue-removed = حُذف مكان انعقاد.
change-meeting-scheduled = أُدرجت جلسة في برنامج الاجتماعات: { $meeting }.
change-meeting-amended = عُدلت جلسة في برنامج الاجتماعات: { $meeting }.
change-meeting-cancelled = أُلغيت جلسة: { $meeting }.
change-keynote-added = أُدرجت كلمة رئيسية في برنامج الجلسة: { $meeting }.
change-keynote-removed = حُذفت كلمة رئيسية من برنامج الجلسة: { $meeting }.
change-item-added = أُضيف إلى جدول الأعمال البند “{ $item }”.
change-item-amended = عُدل بند جدول الأعمال “{ $item }”.
change-items-reordered = غُير ترتيب جدول الأعمال: { $meeting }.
change-precedence-drawn = أُجريت قرعة ترتيب الأسبقية.
change-invited = دُعيت منظمة.
change-headcount = { $count ->
    [zero] لم يتغير عدد المسجَّلين والمعتمَدين.
    [one] تغير عدد المسجَّلين والمعتمَدين.
    [two] تغير عدد المسجَّلين والمعتمَدين مرتين.
    [few] تغير عدد المسجَّلين والمعتمَدين { $count } مرات.
    [many] تغير عدد المسجَّلين والمعتمَدين { $count } مرة.
   *[other] تغير عدد المسجَّلين والمعتمَدين { $count } مرة.
}
change-presence = { $count ->
    [zero] لم يتغير عدد الحاضرين.
    [one] تغير عدد الحاضرين.
    [two] تغير عدد الحاضرين مرتين.
    [few] تغير عدد الحاضرين { $count } مرات.
    [many] تغير عدد الحاضرين { $count } مرة.
   *[other] تغير عدد الحاضرين { $count } مرة.
}
change-link-opened = بدأ الاتصال بمكان الانعقاد: { $venue }.
change-link-lost = انقطع الاتصال بمكان الانعقاد: { $venue }.
change-link-restored = عاد الاتصال بمكان الانعقاد: { $venue }.
change-item-opened = بدأ النظر في البند “{ $item }”.
change-item-closed = اختُتم البند “{ $item }”.
change-speakers-opened = فُتحت قائمة المتكلمين بشأن “{ $item }”.
change-speakers-closed = أُقفلت قائمة المتكلمين بشأن “{ $item }”.
change-floor-requested = طلب للكلمة بشأن “{ $item }”: { $name }.
change-request-withdrawn = خروج من قائمة المتكلمين بشأن “{ $item }”: { $name }.
change-speakers-reordered = نقل الرئيس { $name } إلى الدور { $place } في قائمة المتكلمين بشأن “{ $item }”.
change-speakers-swapped = تم تبادل الدور بين { $name } و{ $other } في قائمة المتكلمين بشأن “{ $item }”.
change-reply-requested = طلب لممارسة حق الرد بشأن “{ $item }”: { $name }.
change-reply-withdrawn = سحب طلب ممارسة حق الرد بشأن “{ $item }”: { $name }.
change-meeting-opened = افتُتحت الجلسة: { $meeting }. الوفود الحاضرة: { $present }، المطلوبة: { $needed }.
change-meeting-suspended = عُلقت الجلسة: { $meeting }.
change-meeting-resumed = استؤنفت الجلسة: { $meeting }.
change-meeting-closed = اختُتمت الجلسة: { $meeting }.
change-floor-given = أُعطيت الكلمة: { $name } ({ $meeting }).
change-floor-given-again = استؤنف بيان { $name } ({ $meeting }).
change-reply-given = أُعطيت الكلمة لممارسة حق الرد: { $name } ({ $meeting }).
change-speech-kept = أُرجئت الكلمة الجارية إلى حين عودة الاتصال ({ $meeting }).
change-clock-paused-chair = أوقف الرئيس الساعة ({ $meeting }).
change-clock-paused-link = توقفت الساعة: انقطع اتصال المتكلم ({ $meeting }).
change-clock-paused-point = توقفت الساعة: نقطة نظام ({ $meeting }).
change-clock-paused-suspension = توقفت الساعة: عُلقت الجلسة ({ $meeting }).
change-clock-resumed = زال أحد أسباب توقف الساعة ({ $meeting }).
change-speech-ended = انتهت كلمة { $name }، ومدتها { $time } ({ $meeting }).
change-speech-extended = أضيف إلى وقت المتكلم { $count ->
    [zero] صفر ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوان
    [many] { $count } ثانية
   *[other] { $count } ثانية
} ({ $meeting }).
change-point-raised = أُثيرت نقطة نظام من { $name } ({ $meeting }).
change-point-upheld = قبل الرئيس نقطة النظام المثارة من { $name } ({ $meeting }).
change-point-overruled = رفض الرئيس نقطة النظام المثارة من { $name } ({ $meeting }).
change-text-tabled = قُدم النص { $text }.
change-consensus-opened = سأل الرئيس إن كان هناك توافق في الآراء على { $text }.
change-consensus-closed = سُحب السؤال عن توافق الآراء على { $text }.
change-reservation-entered = أُبدي تحفظ على { $text }: { $name }.
change-reservation-withdrawn = سُحب تحفظ على { $text }.
change-text-adopted = اعتُمد النص { $text } بتوافق الآراء.
change-endorsement-opened = فُتح النص { $text } للتأييد.
change-endorsement-closed = أُقفل باب تأييد النص { $text }.
change-endorsed = تأييد النص { $text }: { $name }.
change-endorsed-with-reservation = تأييد النص { $text } مع تحفظ: { $name }.
change-declined = رفض تأييد النص { $text }: { $name }.
change-withdrew = سحب تأييد النص { $text }: { $name }.
