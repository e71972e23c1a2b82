# The outbox.
letters-states = حالات الرسائل
letters-waiting = في الانتظار
letters-waiting-about = تُرسل الرسائل تلقائيا إذا أُعد خادم للبريد. وإن لم يوجد خادم، أو لم يوجد عنوان، فاطبعوها.
letters-sent = مرسلة
letters-failed = تعذر إرسالها
letters-failed-about = توقفت محاولات إرسالها بعد عدة مرات. اطبعوها، أو أعيدوا محاولة إرسالها.
letters-printed = مطبوعة
letters-none = لا توجد رسائل هنا
letters-none-next = تظهر هنا الدعوات وإشعارات الاستلام والإخطارات حالما تُكتب.
letters-print-sheet = طباعة
letters-print-about = { $count ->
    [zero] لا توجد رسائل لطباعتها.
    [one] رسالة واحدة. اطبعوا هذه الصفحة، ثم أشِّروا بأنها طُبعت.
    [two] رسالتان. اطبعوا هذه الصفحة، ثم أشِّروا بأنهما طُبعتا.
    [few] { $count } رسائل. اطبعوا هذه الصفحة، ثم أشِّروا بأنها طُبعت.
    [many] { $count } رسالة. اطبعوا هذه الصفحة، ثم أشِّروا بأنها طُبعت.
   *[other] { $count } رسالة. اطبعوا هذه الصفحة، ثم أشِّروا بأنها طُبعت.
}
letters-mark-printed = تأشير بأنها طُبعت
letters-mark-all-printed = تأشير الكل بأنه طُبع
letters-retry = إعادة المحاولة
letter-subject = الموضوع
letter-to = إلى
letter-written = كُتبت في
letter-done = أُرسلت أو طُبعت في
letter-attempts = المحاولات
letter-error = آخر خطأ
letter-erased = مُحيت مع بيانات الشخص
letter-no-address = لا يوجد عنوان
done-mark-letters-printed = أُشر بأنها طُبعت.
done-retry-letters = ستعاد المحاولة في أقرب وقت ممكن.
letters-print-more = { $count ->
    [zero] لا تبقى رسائل أخرى.
    [one] تبقى رسالة أخرى، تتبع في صفحة تالية بعد التأشير على هذه.
    [two] تبقى رسالتان أخريان، تتبعان في صفحة تالية بعد التأشير على هذه.
    [few] تبقى { $count } رسائل أخرى، تتبع في صفحة تالية بعد التأشير على هذه.
    [many] تبقى { $count } رسالة أخرى، تتبع في صفحة تالية بعد التأشير على هذه.
   *[other] تبقى { $count } رسالة أخرى، تتبع في صفحة تالية بعد التأشير على هذه.
}
letters-newest = الأحدث
letters-older = الأقدم
letters-found = { $count ->
    [zero] لا توجد رسائل
    [one] رسالة واحدة، أيا كانت حالتها
    [two] رسالتان، أيا كانت حالتهما
    [few] { $count } رسائل، أيا كانت حالتها
    [many] { $count } رسالة، أيا كانت حالتها
   *[other] { $count } رسالة، أيا كانت حالتها
}
letters-found-first = الرسائل المطابقة لهذا البحث أكثر مما يُعرض، والمعروض منها { $count }. اكتبوا المزيد من الاسم أو العنوان.
letters-nothing-found-next = ابحثوا بجزء من اسم المرسَل إليه أو عنوانه، أو اختاروا حالة.
letter-state = الحالة
