# Import of lists from a page.
import-about = اختاروا الملف. ترون أولا ما سيأتي به وكل سطر لا يمكن إدخاله؛ ولا يتغير شيء قبل تأكيدكم.
import-file = الملف
import-organisations-hint = ملف CSV أو XLSX لكل عمود فيه عنوان: الاسم، البلد، الفئة، الاسم المختصر، المنظمة الجامعة، المعرف، الموقع الإلكتروني.
import-representatives-hint = ملف CSV أو XLSX لكل عمود فيه عنوان: المنظمة، اسم العائلة، الاسم الشخصي، الوظيفة، البريد الإلكتروني، الهاتف، الصفة، اللغة.
import-blank-international = خانة البلد الفارغة تعني هيئة دولية
import-map = أعمدة بعناوين أخرى
import-map-hint = قاعدة في كل سطر بصيغة عنوان=حقل، مثل {"\u2066"}Partei=name{"\u2069"} أو {"\u2066"}#3=country{"\u2069"}؛ ولاستبعاد عمود اكتبوا ignore في موضع الحقل.
import-look = معاينة القائمة
import-preview = ما ستأتي به القائمة
import-lines = أسطر مقروءة
import-sound = يمكن إدخالها
import-bad = لا يمكن إدخالها
import-bad-lines = الأسطر التي لا يمكن إدخالها
import-line = السطر
import-column = العمود
import-value = القيمة
import-reason = السبب
import-first-shown = معروض هنا أول { $count } منها. ويضم ملف الأسطر المرفوضة جميعها.
import-rejects = الأسطر المرفوضة في ملف CSV، مع الأسباب
import-ignored = هذه الأعمدة غير مستخدمة:
import-sample = المنظمات الأولى كما ستُدخل
import-nothing-changed = لم يتغير شيء
import-mend = صححوا هذه الأسطر وأرسلوا الملف من جديد. أو أدخلوا الأسطر الأخرى الآن، وهذه لاحقا.
import-confirm = { $count ->
    [zero] لا أسطر لإدخالها
    [one] إدخال السطر الوحيد
    [two] إدخال السطرين كليهما
    [few] إدخال الأسطر كلها وعددها { $count }
    [many] إدخال الأسطر كلها وعددها { $count }
   *[other] إدخال الأسطر كلها وعددها { $count }
}
import-confirm-sound = { $count ->
    [zero] لا أسطر سليمة لإدخالها
    [one] إدخال السطر السليم وحده
    [two] إدخال السطرين السليمين فقط
    [few] إدخال الأسطر السليمة فقط وعددها { $count }
    [many] إدخال الأسطر السليمة فقط وعددها { $count }
   *[other] إدخال الأسطر السليمة فقط وعددها { $count }
}
import-invite = دعوة هذه المنظمات فورا إلى مؤتمر القمة؛ وتُرسل الرسائل إلى جهات الاتصال المذكورة في القائمة
import-contacts = تذكر القائمة جهات اتصال. ولا تُحفظ أسماؤها وعناوينها إلا مع الدعوة: فبدونها لا تُسجَّل.
import-other-file = اختيار ملف آخر
import-no-file = اختاروا ملفا أولا. والملف الفارغ لا يأتي بشيء.
import-gone = لم تعد هذه القائمة محفوظة: فالقوائم تُحذف بعد نصف ساعة، وبعد إدخالها. أرسلوا الملف من جديد.
import-not-invited = ليس لهذه المنظمة وفد إلى مؤتمر القمة، أو لها وفدان يطالبان بمقعدها. ادعوها، أو أدخلوا العضو في صفحة الوفد نفسه.
import-not-taken = السطر { $line }، { $field }: { $words }
upload-too-large = حجم هذا الملف أكبر من الحد الأقصى بالميغابايت، وهو { $limit }، أو لم يُرسل كاملا. أرسلوا ملفا أصغر.
done-enter-members = أُدخل الأعضاء.

import-problem-missing-name = ليس للمنظمة اسم بأي لغة.
import-problem-missing-value = هذه القيمة ناقصة ({ $field }).
import-problem-control-character = فيها حرف غير مرئي: { $character }. احذفوه.
import-problem-damaged-character = ضاع حرف عند تحويل الملف (�). صدِّروه من جديد بترميز UTF-8.
import-problem-formula-error = فشلت صيغة هذه الخلية في برنامج الجداول.
import-problem-too-long = عدد الأحرف هنا { $actual }، والحد الأقصى { $limit }.
import-problem-extra-cells = عدد الخلايا في السطر { $actual } وعدد العناوين { $columns }. هل تنقص علامة اقتباس؟
import-problem-country-missing = خانة البلد فارغة. املأوها، أو حددوا أن خانة البلد الفارغة تعني هيئة دولية.
import-problem-country-unknown = لا يُعرف بلد بهذا الاسم أو الرمز.
import-problem-category-unknown = لا توجد فئة كهذه. والفئات هي: { $allowed }
import-problem-email-invalid = ليس هذا عنوان بريد إلكتروني.
import-problem-website-invalid = ليس هذا عنوان موقع إلكتروني يبدأ بلفظ http أو https.
import-problem-phone-invalid = ليس هذا رقم هاتف.
import-problem-rank-unknown = لا توجد صفة كهذه. والصفات هي: { $allowed }
import-problem-language-unknown = ليس هذا رمز لغة ولا اسم لغة.
import-problem-duplicate-name = الاسم نفسه في البلد نفسه وارد في السطر { $other_line }.
import-problem-duplicate-external-id = المعرف نفسه وارد في السطر { $other_line }.
import-problem-duplicate-representative = الشخص نفسه من المنظمة نفسها وارد في السطر { $other_line }.
import-problem-second-head = سبق في السطر { $other_line } ذكر رئيس لهذا الوفد.
import-problem-already-registered = هذه المنظمة مدرجة في الدليل بالفعل: { $existing }
import-problem-organisation-unknown = لا توجد منظمة بهذا الاسم.
import-problem-organisation-ambiguous = توجد عدة منظمات بهذا الاسم: { $candidates }
import-did-you-mean = هل تقصدون { $suggestion }؟
import-problem-umbrella-refused = منظمتها الجامعة واردة في السطر { $other_line }، ولا يمكن إدخالها.
import-problem-umbrella-cycle = هذه المنظمات الجامعة أعضاء بعضها في بعض: الأسطر { $lines }.

import-error-file-too-large = حجم الملف بالبايت { $bytes }؛ والحد الأقصى { $limit }. قسموه.
import-error-file-empty = الملف فارغ.
import-error-no-rows = توجد عناوين في السطر { $line } وليس تحتها صفوف.
import-error-too-many-rows = عدد صفوف الجدول أكبر من الحد الأقصى، وهو { $limit }. قسموه إلى عدة ملفات.
import-error-too-many-columns = عدد الأعمدة في السطر { $line } أكبر من الحد الأقصى، وهو { $limit }.
import-error-cell-too-long = السطر { $line }، العمود { $column }: عدد أحرف الخلية أكبر من الحد الأقصى، وهو { $limit }. ربما فُتحت فيها علامة اقتباس ولم تُغلق.
import-error-text-too-large = حجم النص في الجدول بالبايت أكبر من الحد الأقصى، وهو { $limit }. قسموه إلى عدة ملفات.
import-error-unpacked-too-large = { $unit ->
    [bytes] حجم المصنف بعد فك ضغطه بالبايت أكبر من الحد الأقصى، وهو { $limit }.
    [parts] عدد أجزاء المصنف أكبر من الحد الأقصى، وهو { $limit }.
    [tags] عدد الوسوم في المصنف بعد فك ضغطه أكبر من الحد الأقصى، وهو { $limit }.
   *[other] حجم المصنف بعد فك ضغطه أكبر من الحد الأقصى، وهو { $limit }.
} احفظوا ورقة العمل بصيغة CSV.
import-error-unclosed-quote = علامة الاقتباس المفتوحة في السطر { $line } لم تُغلق.
import-error-broken-encoding = في السطر { $line } بايتات ليست من ترميز { $encoding }. احفظوا الملف من جديد بترميز UTF-8.
import-error-unknown-encoding = لا يوجد ترميز باسم { $label }.
import-error-bad-delimiter = لا يجوز الفصل بين الخلايا بالعلامة { $delimiter }. استخدموا فاصلة لاتينية أو فاصلة منقوطة لاتينية أو علامة جدولة أو خطا عموديا.
import-error-not-text = ليس هذا جدولا: فلا هو نص ولا مصنف XLSX.
import-error-old-spreadsheet = هذا مصنف قديم (XLS) أو محمي بكلمة مرور. احفظوه بصيغة XLSX دون كلمة مرور، أو بصيغة CSV.
import-error-other-package = هذا ملف مضغوط لكنه ليس مصنف XLSX. احفظوا ورقة العمل بصيغة XLSX أو CSV.
import-error-no-such-sheet = لا توجد ورقة عمل باسم { $name }؛ وفي المصنف: { $found }
import-error-bad-spreadsheet = لا يمكن قراءة المصنف: { $reason }
import-error-bad-rule = القاعدة { $rule } ليست بصيغة عنوان=حقل.
import-error-too-many-rules = عدد قواعد الأعمدة أكبر من الحد الأقصى، وهو { $limit }.
import-error-unknown-field = لا يوجد حقل باسم { $field }. والحقول هي: { $allowed }
import-error-no-such-column = لا يوجد عمود باسم { $column }. وفي الملف: { $found }
import-error-two-columns = العمودان { $first } و{ $second } يحويان كلاهما { $field }. حددوا المطلوب: {"\u2066"}{ $second }=ignore{"\u2069"}
import-error-missing-column = لا يوجد عمود يحوي { $field }. وفي الملف: { $found }. غيروا العنوان إلى أحد هذه العناوين: { $allowed }، أو حددوا العمود المقصود.
