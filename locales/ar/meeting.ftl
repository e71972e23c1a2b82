# A meeting for everybody.
meeting-title = جلسة
meeting-when = الموعد
meeting-where = المكان
meeting-quorum = النصاب القانوني عند الافتتاح
meeting-agenda = جدول الأعمال
meeting-no-agenda = لم يوضع جدول الأعمال بعد.
meeting-no-list = لم تُفتح قائمة المتكلمين بعد.
