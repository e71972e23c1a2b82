# Refusals of joint texts: each says what would be allowed.

# Drafting and tabling.
refusal-language-not-official = تكون حجية النص باللغات الرسمية لمؤتمر القمة؛ و{ $language } ليست منها. يمكن إضافتها إلى النص بوصفها ترجمة.
refusal-too-many-texts = بلغ عدد النصوص أقصى ما يمكن حفظه على هذا الخادم، وهو { $limit }. يمكن تنقيح النصوص الموجودة؛ وتصاغ النصوص الأخرى على خادم آخر.
refusal-text-full = بلغ عدد فقرات النص حده الأقصى، وهو { $limit }. احذفوا فقرة، أو ادمجوا فقرتين.
refusal-text-empty = ليس في النص فقرات بعد. اكتبوها أو استوردوها، ثم قدموا النص.
refusal-title-missing = العنوان غير مكتوب باللغة: { $language }. يقدَّم النص متى اكتمل بكل اللغات ذات الحجية.
refusal-paragraph-missing = الفقرة { $number } غير مكتوبة باللغة: { $language }. يقدَّم النص متى اكتمل بكل اللغات ذات الحجية.
refusal-revision-tabled = قُدمت { $symbol } ولم يعد من الممكن تغييرها. ابدأوا تنقيحا واكتبوا فيه.
refusal-revision-replaced = بدأ شخص آخر تنقيحا أحدث، { $symbol }. اطلعوا عليه وأدخلوا تغييركم فيه.
refusal-revision-still-draft = لا يزال أحدث تنقيح مشروعا ويمكن تغييره كما هو. ويمكن بدء تنقيح آخر بعد تقديمه.
refusal-too-many-revisions = بلغ عدد تنقيحات النص حده الأقصى، وهو { $limit }. يمكن صياغة نص جديد برمز خاص به.
refusal-symbol-taken = سيكون رمز التنقيح التالي { $symbol }، وهو رمز وثيقة أخرى. صوغوا نصا جديدا برمز خاص به.
refusal-text-not-tabled = لم تقدَّم { $symbol } بعد. أكملوها بكل اللغات ذات الحجية وقدموها أولا.
refusal-text-adopted = اعتُمدت { $symbol } ولم يعد من الممكن تغييرها. ولا يزال من الممكن إبداء التحفظات والتأييدات بجانبها.

# Sponsors.
refusal-already-sponsor = منظمتكم من مقدمي { $symbol } بالفعل. لا يلزم أي شيء آخر؛ ويمكنها الخروج من مقدمي النص حتى اعتماده.
refusal-not-a-sponsor = ليست منظمتكم من مقدمي { $symbol }. ويمكنها الانضمام إلى مقدمي النص حتى اعتماده.

# Consensus and reservations.
refusal-consensus-open = سأل الرئيس إن كان هناك توافق في الآراء على هذا النص. يجب أولا اعتماد النص أو سحب السؤال.
refusal-consensus-not-open = لم يسأل الرئيس بعد إن كان هناك توافق في الآراء على هذا النص. ويأتي ذلك أولا.
refusal-objection-already-stands = اعتراض وفدكم قائم بالفعل. ويمكن سحبه.
refusal-no-objection = ليس هناك اعتراض من { $name } حتى يُسحب.
refusal-objection-stands = ليس هناك توافق في الآراء: { $count ->
    [zero] هناك اعتراض ({ $name })
    [one] اعترض وفد واحد ({ $name })
    [two] اعترض وفدان ({ $name })
    [few] اعترضت { $count } وفود ({ $name })
    [many] اعترض { $count } وفدا ({ $name })
   *[other] اعترض { $count } وفد ({ $name })
}. يمكن اعتماد النص متى لم يبق أي اعتراض؛ أو اسحبوا السؤال ونقحوا النص.
refusal-too-many-reservations = بلغ عدد التحفظات على هذا النص أقصى ما يتسع له السجل، وهو { $limit }.
refusal-reservation-withdrawn = سُحب هذا التحفظ بالفعل. يمكن إبداء تحفظ جديد.
refusal-text-not-adopted = لم تُعتمد { $symbol } بعد. يمكن تأييدها بعد اعتمادها وفتح باب تأييدها.
