# The chair's console.
chair-title = منصة الرئيس
chair-no-meeting = لا توجد جلسة لرئاستها
chair-no-meeting-next = تحدد الأمانة مواعيد الجلسات في برنامج الاجتماعات؛ وتظهر الجلسة المقبلة هنا.
chair-shortcuts = الاختصارات
chair-meetings = الجلسات
chair-meeting = الجلسة والمتكلم
chair-no-item = لا يوجد بند قيد المناقشة.
chair-not-opened = لم تُفتتح الجلسة بعد. تأكدوا من النصاب القانوني، ثم افتتحوها.
chair-nobody-speaks = لم تعط الكلمة لأحد.
chair-point-of-order = نقطة نظام من { $name }
chair-uphold = قبول
chair-overrule = رفض
chair-kept = وقت محفوظ باسم { $name } بعد انقطاع الاتصال:
chair-end-kept = إنهاء الكلمة المحفوظة
chair-end-speech = إنهاء الكلمة
chair-pause-clock = إيقاف الساعة
chair-resume-clock = استئناف الساعة
chair-extend = دقيقة إضافية
chair-open-meeting = افتتاح الجلسة
chair-suspend = تعليق الجلسة
chair-resume = استئناف الجلسة
chair-close-meeting = اختتام الجلسة
chair-closed-next = اختُتمت الجلسة. اختاروا الجلسة التالية أدناه.
chair-give = إعطاء الكلمة: { $name }
chair-give-back = إعادة الكلمة: { $name }
chair-give-reply = حق الرد: { $name }
chair-give-short = إعطاء الكلمة
chair-first = إلى الأعلى

chair-room = القاعة
quorum-to-open = نصاب الافتتاح
quorum-to-decide = نصاب اتخاذ القرار
quorum-of = الوفود الحاضرة: { $present }، المطلوبة: { $needed }
quorum-none = لا ينطبق
quorum-missing = لم يكتمل

chair-log = المحضر
chair-log-all = المحضر كله
chair-log-empty = يبدأ المحضر عند افتتاح الجلسة.
minute-opened = افتُتحت الجلسة
minute-suspended = عُلقت الجلسة
minute-resumed = استؤنفت الجلسة
minute-closed = اختُتمت الجلسة
minute-item-opened = فُتح البند: { $item }
minute-item-closed = اختُتم البند: { $item }
minute-floor-given = أُعطيت الكلمة: { $name }
minute-speech-ended = انتهت كلمة { $name }، ومدتها { $time }
minute-extended = أضيف إلى وقت الكلام: { $seconds } ث
minute-clock-paused = { $cause }
minute-clock-resumed = استؤنفت الساعة
minute-point-raised = أثيرت نقطة نظام من { $name }
minute-point-upheld = قبل الرئيس نقطة النظام المثارة من { $name }
minute-point-overruled = رفض الرئيس نقطة النظام المثارة من { $name }

chair-list = قائمة المتكلمين
chair-list-empty = قائمة المتكلمين غير مفتوحة
chair-list-empty-next = يمكن فتحها أدناه، حتى قبل الشروع في النظر في البند.
chair-nobody-waits = لا أحد ينتظر الكلام
chair-nobody-waits-next = تظهر طلبات الكلمة هنا عند وصولها.
chair-list-more = { $count ->
    [zero] ولا منظمات أخرى
    [one] ومنظمة أخرى
    [two] ومنظمتان أخريان
    [few] و{ $count } منظمات أخرى
    [many] و{ $count } منظمة أخرى
   *[other] و{ $count } منظمة أخرى
}
chair-replies = حق الرد
chair-strike = شطب من القائمة
chair-open-list = فتح القائمة
chair-close-list = إقفال القائمة
chair-change-limits = تغيير الحدود
chair-limit = وقت الكلام بالثواني
chair-interventions = عدد كلمات الوفد الواحد
chair-order = تغيير الترتيب
chair-move = نقل
chair-to-place = إلى الدور
chair-move-button = نقل
chair-swap = تبادل الدور
chair-swap-with = مع
chair-swap-button = تبادل الدورين
chair-strike-who = شطب

chair-agenda = جدول الأعمال والقرارات
chair-open-item = فتح البند
chair-close-item = اختتام البند
chair-item-closed = اختُتم
chair-no-agenda = جدول الأعمال فارغ
chair-no-agenda-next = تدخل الأمانة البنود في برنامج الاجتماعات.
chair-revision-drafted = يجري إعداد تنقيح أحدث. ويمكن البت فيه بعد تقديمه.
chair-open-consensus = السؤال عن توافق الآراء
chair-consensus-needs-item = افتحوا بندا من جدول الأعمال للسؤال عن توافق الآراء.
chair-consensus-open = السؤال عن توافق الآراء مطروح
chair-adopt = اعتماد النص بتوافق الآراء
chair-close-consensus = سحب السؤال
chair-open-endorsement = فتح باب التأييد
chair-close-endorsement = إقفال باب التأييد

ask-close-meeting = هل تختتمون الجلسة نهائيا؟ يُختتم معها البند المفتوح.
ask-adopt = هل تعلنون اعتماد النص بتوافق الآراء؟ لا يمكن تغييره بعد ذلك.
ask-close-endorsement = هل تقفلون باب تأييد النص؟ تبقى الإجراءات المتخذة حتى الآن قائمة.

done-open-meeting = افتُتحت الجلسة.
done-suspend-meeting = عُلقت الجلسة.
done-resume-meeting = استؤنفت الجلسة.
done-close-meeting = اختُتمت الجلسة.
done-open-item = فُتح البند.
done-close-item = اختُتم البند.
done-open-speakers = قائمة المتكلمين مفتوحة.
done-close-speakers = قائمة المتكلمين مقفلة.
done-give-floor = أُعطيت الكلمة؛ والساعة تعمل.
done-end-speech = انتهت الكلمة.
done-pause-clock = الساعة متوقفة.
done-resume-clock = الساعة تعمل من جديد.
done-extend-speech = أضيف وقت للمتكلم.
done-reorder-speakers = أُعيد ترتيب القائمة.
done-swap-speakers = تم تبادل الدور.
done-rule-point-of-order = قُيد قرار الرئيس في السجل.
done-open-consensus = السؤال مطروح على الجلسة.
done-close-consensus = سُحب السؤال.
done-adopt-by-consensus = اعتُمد النص بتوافق الآراء.
done-open-endorsement = النص مفتوح للتأييد.
done-close-endorsement = أُقفل باب تأييد النص.
