# All organisations, and one organisation.
organisations-title = المنظمات
organisations-count = { $count ->
    [zero] لا توجد منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
organisations-in-precedence = بترتيب الأسبقية الذي حددته القرعة لمؤتمر القمة هذا.
organisations-in-alphabet = بالترتيب الأبجدي.
organisations-empty-title = لا توجد منظمة في الدليل بعد
organisations-empty = تظهر المنظمات هنا حالما تُدخلها الأمانة أو تستوردها.
organisations-none-title = لا توجد منظمة من هذا النوع
organisations-none = اختاروا شروطا أقل لعرض المزيد.
organisations-all = جميع المنظمات
organisations-any = الكل
organisations-country = البلد
organisations-region = المنطقة
organisations-category = الفئة
organisations-umbrella = المنظمة الجامعة
organisations-show = عرض
organisations-international = هيئة دولية
organisations-pages = الصفحات
organisations-previous = السابقة
organisations-next = التالية
organisations-page = صفحة { $page } من { $pages }
organisations-present = حاضرون
organisations-accredited = معتمَدون
organisations-registered = مسجَّلون
organisations-names = الأسماء
organisations-short-name = الاسم المختصر
organisations-website = الموقع الإلكتروني
organisations-delegation = الوفد
organisations-people-registered = أشخاص مسجَّلون
organisations-people-accredited = أشخاص معتمَدون
organisations-people-present = أشخاص حاضرون
organisations-no-delegation = ليس لهذه المنظمة وفد في مؤتمر القمة هذا.
organisations-members = أعضاء هذه المنظمة الجامعة
organisations-members-note = توقع المنظمة الجامعة باسمها هي، لا باسم أعضائها أبدا.
organisations-acts = الإجراءات
organisations-no-acts = لم تتخذ هذه المنظمة إجراء بشأن أي نص بعد.
organisations-act-number = رقم الإجراء
organisations-act-text = النص
organisations-act = الإجراء
organisations-act-way = الطريقة
organisations-act-endorse = تأييد
organisations-act-endorse-with-reservation = تأييد مع تحفظ
organisations-act-decline = رفض التأييد
organisations-act-withdraw = سحب التأييد
organisations-by-device = بلا توقيع
organisations-on-paper = ورقيا
organisations-position = الموضع في السجل
organisations-hosts = تستضيف
