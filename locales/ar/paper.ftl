# Acts on paper.
paper-about = ما تقوم به منظمة برسالة موقعة أو بالهاتف تسجلونه أنتم نيابة عنها. ويُحفظ مستند الإثبات مع الإجراء، وتُحسب هذه الإجراءات على حدة.
paper-acts = الإجراءات
paper-request-floor = طلب الكلمة
paper-endorse = تأييد
paper-endorse-with-reservation = تأييد مع تحفظ
paper-decline = رفض التأييد
paper-withdraw-endorsement = سحب التأييد
paper-step-evidence = إرفاق مستند الإثبات
paper-step-act = تسجيل الإجراء
paper-scan = الرسالة الممسوحة ضوئيا
paper-scan-hint = ملف PDF أو صورة أو رسالة إلكترونية، بحد أقصى 16 ميغابايت.
paper-note = مذكرة بالمكالمة الهاتفية
paper-note-hint = من اتصل، وباسم من، ومتى، وماذا قيل. وتُحفظ بدلا من الصورة الممسوحة.
paper-missing = أرفقوا صورة ممسوحة، أو اكتبوا مذكرة بالمكالمة.
paper-attach = إرفاق
paper-evidence-kept = حُفظ مستند الإثبات. وترافق بصمته الإجراء.
paper-item = بند جدول الأعمال
paper-speaker = من سيتكلم
paper-record = تسجيل باسم المنظمة
paper-no-list = لا توجد قائمة متكلمين مفتوحة
paper-no-list-next = يفتح الرئيس القائمة عند الشروع في النظر في بند من جدول الأعمال.
paper-no-text = لا يوجد نص مفتوح للتأييد
paper-no-text-next = يُفتح باب تأييد النص بعد اعتماده.
paper-which-text = بشأن أي نص؟
paper-counted = { $count ->
    [zero] لم يسجَّل ورقيا أي إجراء بشأن هذا النص.
    [one] سُجل ورقيا إجراء واحد بشأن هذا النص.
    [two] سُجل ورقيا إجراءان بشأن هذا النص.
    [few] سُجلت ورقيا { $count } إجراءات بشأن هذا النص.
    [many] سُجل ورقيا { $count } إجراء بشأن هذا النص.
   *[other] سُجل ورقيا { $count } إجراء بشأن هذا النص.
}
paper-reservation = نص التحفظ
paper-reservation-language = لغة التحفظ
