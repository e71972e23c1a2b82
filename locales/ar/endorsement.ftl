# Refusals of endorsement: each says what would be allowed.
refusal-endorsement-already-open = هذا النص مفتوح للتأييد بالفعل.
refusal-endorsement-not-open = هذا النص غير مفتوح للتأييد. يمكن للأمانة أن تفتح باب تأييده بعد اعتماده.
refusal-text-digest-differs = ما عُرض عليكم ليس النص المعتمد للوثيقة { $symbol }. أعيدوا تحميل الصفحة، واقرأوا النص كما اعتُمد، ثم اتخذوا الإجراء من جديد.
refusal-already-endorsed = منظمتكم تؤيد هذا النص بالفعل. ويمكنها أن تضيف تحفظا أو أن تسحب تأييدها.
refusal-already-declined = سبق أن رفضت منظمتكم تأييد النص. ولا يزال بإمكانها أن تؤيده.
refusal-endorsement-stands = تأييد منظمتكم قائم. اسحبوه أولا، ثم ارفضوا التأييد.
refusal-no-endorsement-to-withdraw = ليس لمنظمتكم تأييد لهذا النص حتى تسحبه. يمكنها أن تؤيد النص أو أن ترفض تأييده.
refusal-too-many-acts = بلغ عدد الإجراءات بشأن هذا النص أقصى ما يتسع له السجل، وهو { $limit }. أرسلوا الإجراء إلى الأمانة كتابة.

# Letters.
letter-receipt-endorsement-subject = إشعار بالاستلام: { $symbol }
letter-receipt-endorsement-body =
    تحية طيبة إلى { $name }،

    { $act ->
        [endorse] نؤكد بهذا أن { $organisation } تؤيد { $symbol }.
        [endorse-with-reservation] نؤكد بهذا أن { $organisation } تؤيد { $symbol } مع تحفظ.
        [decline] نؤكد بهذا أن { $organisation } ترفض تأييد { $symbol }.
       *[withdraw] نؤكد بهذا أن { $organisation } تسحب تأييدها { $symbol }.
    }

    هذا هو الإجراء رقم { $number } بشأن هذا النص، وهو مقيد في السجل كما اتُّخذ.
    بصمة النص كما عُرض: { $digest }

    إن لم يصدر هذا عنكم، فاكتبوا إلى الأمانة على الفور.
letter-notice-withdrawal-subject = إخطار: سحب تأييد { $symbol }
letter-notice-withdrawal-body =
    تحية طيبة إلى { $name }،

    سحبت { $organisation } تأييدها { $symbol } (الإجراء رقم { $number }).

    لا يتأثر بذلك تأييد منظمتكم. ويبقى العدد قبل السحب وبعده في السجل.
