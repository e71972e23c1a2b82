# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = التصويبات
text-correct = تصويب
correction-rule = لا يغيِّر التصويب إلا اللغات المذكورة فيه. ويُخطَر به كل وفد يحق له الاعتراض، واعتراض واحد يوقفه نهائيا. وإن لم يُعترَض عليه صدر عند انتهاء المهلة، وعُدّ النص مصوَّبا منذ البداية.
correction-none = لا تصويبات لهذا النص
correction-none-next = يُبلَّغ الخطأ المكتشف بعد الاعتماد إلى الأمانة، وهي تقترح تصويبا.
correction-state-open = مقترح
correction-state-issued = صدر
correction-state-blocked = أوقفه اعتراض
correction-state-withdrawn = مسحوب
correction-reason = السبب
correction-languages = اللغات المصوَّبة
correction-proposed = اقتُرح
correction-until = الاعتراضات حتى
correction-issued = صدر
correction-withdrawn = سُحب
correction-blocked = الاعتراض
correction-paragraph = الفقرة { $place }
correction-before = قبل التصويب
correction-after = بعد التصويب
correction-title-digest = قيمة SHA-256 للعنوان بهذه اللغة:
correction-manifest = بصمة جميع اللغات معا
correction-untouched = { $count ->
    [zero] لا لغة أخرى.
    [one] لغة أخرى واحدة تحتفظ ببصماتها.
    [two] لغتان أخريان تحتفظان ببصماتهما.
    [few] { $count } لغات أخرى تحتفظ ببصماتها.
    [many] { $count } لغة أخرى تحتفظ ببصماتها.
   *[other] { $count } لغة أخرى تحتفظ ببصماتها.
}
correction-corrected-by = صُوِّب بموجب { $correction }
correction-digest-before = قبل { $correction } كانت
correction-proposed-notice = اقتُرح تصويب:
correction-look = الاطلاع على التصويب
correction-object = الاعتراض على التصويب
correction-object-about = اعتراض واحد يوقف التصويب نهائيا. ويُنشر اسم منظمتكم وسبب اعتراضها.
correction-object-reason = سبب اعتراض منظمتكم
correction-issue = إصدار التصويب
correction-withdraw = سحب التصويب
ask-withdraw-correction = هل تسحبون هذا التصويب؟ يُخطَر بذلك كل وفد أُخطر به، ويمكن اقتراح تصويب آخر.
done-prepare-correction = حُفظ. لم يُخطَر أحد بعد.
done-propose-correction = اقتُرح التصويب وأُخطرت به الوفود.
done-object-to-correction = سُجِّل الاعتراض وأُوقف التصويب.
done-withdraw-correction = سُحب التصويب.
done-issue-correction = صدر التصويب.

# Writing and proposing one.
correcting-title = تصويب النص
correcting-step-write = الكتابة
correcting-step-propose = عرضه على الوفود
correcting-choose = اختاروا لغة لتصويبها.
correcting-changed = (معدَّل)
correcting-save = حفظ وعرض الفرق
correcting-reset = ترك هذه اللغة كما هي
correcting-preview = ما يغيِّره التصويب
correcting-propose = اقتراح التصويب
correcting-propose-about = يتلقى كل وفد يحق له الاعتراض رسالة ويصبح الاقتراح علنيا. وحتى ذلك الحين لا يراه أحد.
correcting-window = مهلة الاعتراض
correcting-window-hint = تبدأ الآن وتنتهي من تلقاء نفسها.
window-quarter = 15 دقيقة، أثناء انعقاد جلسة
window-day = يوم واحد
window-three-days = 3 أيام
window-week = 7 أيام
window-month = 30 يوما
window-quarter-year = 90 يوما

# Endorsements before and after.
endorsements-before-correction = قائمة من قبل التصويب
endorsements-before-correction-why = من أيَّد قبل التصويب يظل مؤيدا للنص كما كان حينئذ، ويُحسب على حدة إلى أن يتصرف من جديد.
endorsements-from-before = قبل التصويب
delegate-endorse-corrected = تأييدكم قائم. ويمكنكم أيضا تأييد النص المصوَّب.

# On paper, and in the list of changes.
paper-object-to-correction = اعتراض على تصويب
paper-no-correction = لا تصويب مفتوح للاعتراض
paper-no-correction-next = يُقترح التصويب في صفحة النص.
change-correction-proposed = اقتُرح تصويب للنص { $text }.
change-correction-blocked = اعترضت { $name } على تصويب { $text } فأُوقف.
change-correction-withdrawn = سُحب تصويب { $text }.
change-text-corrected = صُوِّب النص { $text }.

# Refusals: each says what would be allowed.
refusal-correction-open = لا يزال { $symbol } مفتوحا للاعتراض. اسحبوه أو انتظروا انتهاء مهلته قبل إعداد تصويب آخر.
refusal-no-correction-open = لم يعد أي تصويب للنص { $symbol } مفتوحا. تبيِّن صفحته مآل آخر تصويب، ويمكن اقتراح غيره.
refusal-correction-window-over = انتهت مهلة الاعتراض على { $symbol } في { $until }. ويمكن اقتراح تصويب آخر على الأمانة.
refusal-correction-window-open = يمكن الاعتراض على { $symbol } حتى { $until }. ويمكن إصداره بعد ذلك.
refusal-correction-changes-nothing = لا شيء يختلف عن النص المعتمد باللغة { $language }. غيِّروا ما فيه خطأ أو اختاروا لغة أخرى.
refusal-correction-empty = لم يُكتب بعد تصويب للنص { $symbol }. اكتبوا ما يغيِّره لغةً لغة، ثم اقترحوه.
refusal-correction-as-before = هذا حرفيا هو { $symbol } كما كان قبل تصويب سابق، والسجل يقبل كل صيغة مرة واحدة. غيِّروا الصياغة أو اتركوا النص كما هو.
refusal-too-many-corrections = بلغ عدد تصويبات هذا النص { $limit }، وهو الحد الأقصى. ويمكن صياغة نص جديد برمز خاص به.

# Letters.
letter-notice-correction-proposed-subject = اقتُرح تصويب للنص { $symbol }؛ الاعتراضات حتى { $until }
letter-notice-correction-proposed-body =
    تحية طيبة إلى { $name }،

    يصوِّب { $correction } النص { $symbol } بهذه اللغات دون غيرها: { $languages }. ويرد ما يغيِّره في { $origin }/correction?of={ $text }

    يمكن لمنظمتكم أن تعترض حتى { $until }. واعتراض واحد يوقف التصويب نهائيا. وإن لم يُعترَض عليه صدر حينئذ وعُدّ النص مصوَّبا منذ البداية. ويظل تأييد منظمتكم قائما ويُحسب سابقا للتصويب.
letter-notice-correction-blocked-subject = أوقف اعتراض { $correction }
letter-notice-correction-blocked-body =
    تحية طيبة إلى { $name }،

    اعترضت { $organisation } على { $correction } الذي كان سيصوِّب { $symbol } بـ: { $languages }. ويبقى النص كما اعتُمد. ويرد السبب في { $origin }/correction?of={ $text }

    كانت المهلة ستنتهي في { $until }. ويمكن اقتراح تصويب آخر.
letter-notice-correction-withdrawn-subject = سُحب { $correction }
letter-notice-correction-withdrawn-body =
    تحية طيبة إلى { $name }،

    سحبت الأمانة { $correction } الذي كان سيصوِّب { $symbol } بـ: { $languages }، قبل انتهاء مهلته في { $until }. ويبقى النص كما كان: { $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = صُوِّب { $symbol } بموجب { $correction }
letter-notice-correction-issued-body =
    تحية طيبة إلى { $name }،

    لم يعترض أحد على { $correction } حتى { $until }. وصُوِّب { $symbol } منذ البداية بهذه اللغات: { $languages }؛ وتبقى سائر اللغات حرفيا كما كانت. ويرد النصان وبصماتهما في { $origin }/correction?of={ $text }

    إذا كانت منظمتكم قد أيَّدت النص فتأييدها قائم ويُحسب سابقا للتصويب. ويمكنها أيضا تأييد النص المصوَّب.
