# Words that the secretariat's, the focal point's and the desk's pages share.
amend = تعديل
save = حفظ
cancel = إلغاء
actions = عمليات
all = الكل
reason = السبب
reason-hint = جملة واحدة. تقرؤها جهة التنسيق، وتبقى في السجل.
breadcrumb = مكانكم في الموقع
pages-of-list = صفحات القائمة
search-label = بحث
search-button = بحث
nothing-found = لم يُعثر على شيء
nothing-found-next = ابحثوا بجزء من الاسم، أو أعيدوا عرض الكل.
international = دولية
country = البلد
country-hint = اتركوا الخانة فارغة للهيئة الدولية: فهي تُحسب منظمة ولا تُحسب بلدا أبدا.
category = الفئة
short-name = الاسم المختصر
website = الموقع الإلكتروني
umbrella = المنظمة الجامعة
umbrella-members = أعضاء هذه المنظمة الجامعة
external-id = الرقم في سجلاتكم
external-id-hint = به تتعرف على المنظمة أي قائمة تُستورد لاحقا.
organisation-id-hint = رقمها في الدليل، مثل org-12.
organisation-names = الاسم
names-hint = اكتبوا الاسم بكل لغة معروف بها. وتكفي لغة واحدة.


role = الدور
roles = الأدوار
rank = الصفة
rank-hint = للوفد رئيس واحد، وممثلون، وممثلون مناوبون، ومستشارون.
rank-alternate = ممثل مناوب
rank-adviser = مستشار
rank-acting = مكلف بالعمل كممثل
rank-left = { $rank } ({ $left ->
    [zero] لم يبق مكان
    [one] بقي مكان واحد
    [two] بقي مكانان
    [few] بقيت { $left } أماكن
    [many] بقي { $left } مكانا
   *[other] بقي { $left } مكان
})

credentials = وثائق التفويض
credentials-invited = وُجهت الدعوة
credentials-submitted = مقدَّمة
credentials-verified = تم التحقق منها
credentials-accepted = مقبولة
credentials-challenged = معترَض عليها
credentials-deferred = مؤجَّلة
credentials-rejected = مرفوضة
credentials-revoked = ملغاة

standing = اعتماد العضو
standing-entered = مُدخَل
standing-pending = ينتظر القبول
standing-accredited = معتمَد
standing-withdrawn = مسحوب
standing-ended = انتهى

person-name = الاسم
person-unnamed = الاسم غير معروف
person-given = الاسم الشخصي
person-family = اسم العائلة
person-function = الوظيفة
person-email = البريد الإلكتروني
person-email-hint = تُرسل الرسائل إليه. وإن لم يوجد، تطبعها الأمانة.
person-phone = الهاتف
person-language = لغة الرسائل
present-where = الحضور
present-remote = عن بُعد
present-not = غير حاضر

count-organisations-invited = منظمات مدعوة
count-registered = مسجَّلون
count-accredited = معتمَدون
office-present = حاضرون
count-here = حاضرون هنا
