# Refusals of seats, links and sessions: each says what would be allowed.
refusal-seat-already-ended = أُنهي هذا المقعد ويبقى منتهيا. ادعوا الشخص من جديد لمنحه مقعدا جديدا.
refusal-seat-of-member = هذا المقعد لعضو معتمَد في وفد. اسحبوا العضو بدلا من ذلك: فينتهي المقعد والشارة معا.
refusal-last-secretariat = هذا آخر مقعد للأمانة. ادعوا شخصا آخر إلى الأمانة أولا، ثم يمكن إنهاء هذا المقعد.
refusal-invitation-not-open = هذا الرابط غير صالح: إما استُخدم أو حل محله رابط أحدث أو أنه غير كامل. افتحوا أحدث رسالة، أو اطلبوا من الأمانة رابطا جديدا.
refusal-invitation-expired = انقضت مدة هذا الرابط. اطلبوا من الأمانة رابطا جديدا.
refusal-too-many-sessions = بلغ عدد الأجهزة المسجل دخولها بهذا المقعد حده الأقصى، وهو { $limit }. سجلوا خروج أحدها أولا.

# Letters.
letter-invitation-subject = دخولكم إلى: { $summit }
letter-invitation-body =
    تحية طيبة إلى { $name }،

    مُنحتم حق الدخول إلى { $summit } بصفة { $role ->
        [secretariat] عضو في الأمانة
        [chair] رئيس
        [focal-point] جهة التنسيق في منظمتكم
        [delegate] عضو في وفدكم
        [venue-operator] مسؤول مكان الانعقاد
        [director] مخرج البث
        [interpreter] مترجم شفوي
       *[observer] مراقب
    }.

    افتحوا هذا الرابط على الجهاز الذي ستستخدمونه:
    { $link }

    يعمل الرابط مرة واحدة، حتى { $until }. يرجى عدم إعطائه لأحد. وإذا انقضت مدته أو فُقد، فإن الأمانة ترسل رابطا جديدا.

    الأمانة
