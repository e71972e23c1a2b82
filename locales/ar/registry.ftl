# Signing: keys, devices and what the public record takes.
refusal-signature-required = يجب توقيع هذا الإجراء: بجهازكم المسجَّل، أو بمفتاح منظمتكم، أو ورقيا عن طريق الأمانة ({ $symbol }).
refusal-signed-otherwise = ما وُقِّع ليس هذا الإجراء: هناك اختلاف في «{ $field }». لم يُسجَّل شيء؛ اقرأوا النص من جديد ثم وقِّعوه.
refusal-record-refuses = لا يمكن للسجل العام أن يقبل هذا: { $reason }. لم يُسجَّل شيء.
refusal-accreditors-sign-elsewhere = يحتفظ جهات الاعتماد بمفاتيحهم. سلِّموهم ما ينتظر توقيعهم، ثم أدخلوا القيود الموقَّعة.
refusal-entry-has-its-own-way = القيد من نوع «{ $kind }» لا يُدخَل هنا: فهو ينشأ عن إجرائه الخاص.
refusal-no-record-kept = لا يحتفظ هذا النظام بسجل يمكن التحقق منه، فلا يمكن توقيع شيء. يمكن للأمانة أن تبدأ سجلا.
refusal-no-device = لم تسجِّلوا أي جهاز للتوقيع. سجِّلوا جهازا، أو وقِّعوا بمفتاح منظمتكم.
refusal-device-not-appointed = جهازكم مسجَّل ولم يُعيَّن بعد في السجل العام. تعيِّنه جهات الاعتماد أو مفتاح منظمتكم.
refusal-device-ended = هذا الجهاز لم يعد يوقِّع.
refusal-too-many-devices = لقد سجَّلتم { $limit } من الأجهزة، وهو الحد الأقصى. وقِّعوا بمفتاح منظمتكم أو ورقيا.
refusal-nothing-to-sign = لا يحتاج هذا الإجراء إلى توقيع.
refusal-acts-made-already = سبق لمنظمات أن اتخذت إجراءات بشأن نصوص هذه القمة: لم يعد من الممكن تغيير قاعدة التوقيع.
invalid-not-a-key = اكتبوا القيمة بصيغة base64url من دون حشو، كما عُرضت.
organisations-by-key = موقَّع بمفتاح المنظمة
organisations-by-passkey = موقَّع بجهاز

letter-receipt-proof =
    في السجل العام هذا هو القيد { $entry }. ويوجد إيصاله على العنوان { $receipt } بعد ثوانٍ من الفعل. احتفظوا به: فهو، مع سياسة السجل المأخوذة ممن تثقون به، يثبت من دون هذا الخادم أن القيد موجود في السجل (hemicycle verify).
letter-receipt-authority-subject = إشعار بالاستلام: من يوقّع باسم { $organisation }
letter-receipt-authority-body =
    تحية طيبة، { $name }،

    { $act ->
        [rotate] استُبدل مفتاح { $organisation } في السجل العام. ويُرفض من الآن ما يُوقَّع بالمفتاح السابق.
        [delegate] عُيّن جهاز ليوقّع باسم { $organisation }: { $rep }.
       *[revoke] لم يعد أحد الأجهزة يوقّع باسم { $organisation }: { $rep }. ويبقى ما وقّعه من قبل قائماً.
    }

    إذا لم تكن هذه إرادة منظمتكم فاكتبوا إلى الأمانة فوراً.
