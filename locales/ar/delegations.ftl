# Accreditation, delegations, members.
accreditation-no-summit = ادعوا أولا إلى عقد مؤتمر قمة
accreditation-states = حالات وثائق التفويض
accreditation-rivals = متنازع عليها
accreditation-rival = مقعد متنازع عليه
accreditation-contested = يطالب وفد آخر بهذا المقعد. يشغله أحد الوفدين؛ ويبقى قائما ما تم حتى ذلك الحين.
rival-decide = منح المقعد لهذا الوفد
delegations = الوفود
accept-all = قبول كل ما تم التحقق منه
credentials-submit = تقديم وثائق التفويض
credentials-submit-about = تنظر الأمانة بعد ذلك في بيانات الأعضاء. ومن تضيفونهم لاحقا يُقبلون واحدا واحدا.
credentials-submit-sure = هل تقدمون وثائق التفويض إلى الأمانة؟
credentials-verify = سليمة: تأكيد التحقق
credentials-accept = قبول
credentials-challenge = اعتراض
credentials-defer = تأجيل
credentials-reject = رفض
credentials-revoke = إلغاء الوثائق

invite-open = دعوة المنظمات
invite-about = تتلقى جهة التنسيق في المنظمة المدعوة رابطا يعمل مرة واحدة ولمدة 14 يوما، وتُدخل أعضاء الوفد.
invite-all = دعوة الكل
invite-all-about = عدد منظمات الدليل التي لم تُدع بعد { $left }؛ وعدد ما سيُدعى منها الآن { $count }. والرسائل التي لا عنوان لها تنتظر طباعتها.
invite-all-sure = هل تدعون جميع هذه المنظمات؟
invite-one = دعوة منظمة واحدة
invite-rival = دعوة وفد ثان للمقعد نفسه
invite-rival-hint = فقط إذا كان هناك وفدان يقول كل منهما إنه يمثل المنظمة.
invite-everybody-is = دُعيت جميع المنظمات المدرجة في الدليل
invite-everybody-is-next = أدخلوا منظمات أخرى أولا.
representatives-import = استيراد الممثلين

members = الأعضاء
members-none = لم يُدخَل أحد بعد
members-none-next = أدخلوا رئيس الوفد أولا، ثم بقية الأعضاء.
members-full = جميع الأماكن في هذا الوفد مشغولة. اسحبوا أحد الأعضاء لإفساح مكان.
members-late = سبق التحقق من وثائق التفويض: وأي عضو تُدخلونه الآن تقبله الأمانة.
member-add = إدخال عضو
member-acts = ما يمكن عمله
member-accept = قبول هذا العضو
member-withdraw = سحب هذا العضو
member-withdraw-sure = هل تسحبون هذا العضو؟ ينتهي معه المقعد والشارة.
member-designate = تكليف هذا الممثل المناوب بالعمل كممثل
member-undesignate = إنهاء التكليف بالعمل كممثل
link-reissue = إرسال رابط جديد
link-reissue-about = لجهاز مفقود أو رسالة انقضت مدتها. ويتوقف عمل الرابط السابق.
badge-reissue = إصدار شارة جديدة
badge-reissue-sure = هل تصدرون شارة جديدة؟ تتوقف صلاحية الشارة السابقة وكل نسخة منها.
badges-sheet = صفحة الشارات
badges-print = اطبعوا هذه الصفحة. عرض كل شارة 86 مليمترا.
badges-none = لا توجد شارات بعد
badges-none-next = يحصل الأعضاء على شاراتهم عند قبول وثائق التفويض.
badge-erased = مُحي الرمز. أصدروا شارة جديدة.
focal-point-access = دخول جهة التنسيق
devices-signed-in = { $count ->
    [zero] لم يسجَّل الدخول على أي جهاز
    [one] سُجل الدخول على جهاز واحد
    [two] سُجل الدخول على جهازين
    [few] سُجل الدخول على { $count } أجهزة
    [many] سُجل الدخول على { $count } جهازا
   *[other] سُجل الدخول على { $count } جهاز
}

delegation-none = ليس لمنظمتكم وفد إلى مؤتمر القمة هذا. اطلبوا من الأمانة أن تدعوها.
delegation-invited = أدخلوا أعضاء وفدكم، ثم قدموا وثائق التفويض.
delegation-submitted = تنظر الأمانة في وثائق تفويضكم. ولا يزال بإمكانكم إدخال الأعضاء وتعديل بياناتهم.
delegation-verified = وثائق تفويضكم سليمة. والخطوة التالية هي القرار.
delegation-accepted = وفدكم شاغل لمقعده. وقد تلقى أعضاؤه روابطهم وشاراتهم في رسائل.
delegation-challenged = اعتُرض على وثائق تفويضكم. ويشارك وفدكم بصفة مؤقتة، بالحقوق نفسها، إلى حين اتخاذ القرار.
delegation-deferred = أُجل القرار. اسألوا الأمانة عما ينقص.
delegation-rejected = رُفضت وثائق تفويضكم. اسألوا الأمانة عن كيفية تقديم وفد جديد.
delegation-revoked = أُلغي اعتماد وفدكم. ويبقى في السجل ما قام به وفدكم.

done-invite-organisation = دُعيت المنظمة. الرسالة في صندوق الصادر.
done-invite-organisations = دُعيت المنظمات. الرسائل في صندوق الصادر.
done-enter-member = أُدخل العضو.
done-amend-member = عُدلت بيانات العضو.
done-withdraw-member = سُحب العضو.
done-designate-alternate = قُيد التكليف في السجل.
done-submit-credentials = قُدمت وثائق التفويض.
done-verify-credentials = تم التحقق من وثائق التفويض.
done-accept-credentials = قُبلت وثائق التفويض. رسائل الأعضاء في صندوق الصادر.
done-challenge-credentials = قُيد الاعتراض في السجل. ويشارك الوفد بصفة مؤقتة.
done-defer-credentials = أُجل القرار.
done-reject-credentials = رُفضت وثائق التفويض.
done-revoke-credentials = أُلغي اعتماد الوفد.
done-accept-member = اعتُمد العضو. الرسالة في صندوق الصادر.
done-accept-all-verified = قُبلت الوفود التي تم التحقق من وثائقها. إذا بقي منها شيء، فاضغطوا الزر من جديد.
done-decide-rival = بُت في أمر المقعد.
done-reissue-badge = صدرت شارة جديدة.
claim-category = الفئة التي تشاركون ضمنها
claim-category-hint = كما تفهمها منظمتكم. تقارنها الأمانة بالدليل؛ وحقوق وفدكم تتبع الدليل.
accreditation-differs = اختلاف في الفئة
accreditation-differs-title = الفئة المذكورة تختلف عن الدليل
accreditation-differs-about = يرى الوفد أنه يشارك ضمن الفئة: { $claimed }؛ والفئة في الدليل هي: { $entered }. وحقوقه تتبع الدليل. عدلوا الدليل إن كان ما يراه الوفد صحيحا؛ وإلا فاقبلوا وثائق التفويض كما هي.
accreditation-differs-amend = عرض المنظمة في الدليل
