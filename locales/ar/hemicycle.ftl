# The hemicycle: every seated organisation a dot.
hemicycle-title = مدرج القاعة
hemicycle-lead = كل منظمة شاغلة لمقعدها نقطة واحدة، من اليسار إلى اليمين بترتيب الأسبقية.
hemicycle-lead-alphabetical = كل منظمة شاغلة لمقعدها نقطة واحدة، من اليسار إلى اليمين بالترتيب الأبجدي: فلم تُجر بعد قرعة ترتيب الأسبقية.
hemicycle-views = ما تبينه النقاط
hemicycle-by-presence = من حاضر
hemicycle-by-text = تأييدات { $symbol }
hemicycle-by-item = قائمة المتكلمين: { $item }
hemicycle-empty-title = لا توجد منظمة شاغلة لمقعدها بعد
hemicycle-empty = تظهر هنا نقطة لكل منظمة حالما تُقبل وثائق تفويضها.
hemicycle-table = عرض في جدول
hemicycle-place = الترتيب
hemicycle-organisation = المنظمة
hemicycle-state = الحالة
hemicycle-one = { $name } — { $state }
hemicycle-summary = { $seats ->
    [zero] لا مقاعد
    [one] مقعد واحد
    [two] مقعدان
    [few] { $seats } مقاعد
    [many] { $seats } مقعدا
   *[other] { $seats } مقعد
}: { $parts }
hemicycle-part = { $state } ({ $count })
seat-absent = غائبة
seat-present = حاضرة
seat-endorsed = مؤيدة
seat-reserved = مؤيدة مع تحفظ
seat-declined = رفضت التأييد
seat-withdrawn = سحبت التأييد
seat-not-acted = لم تتخذ إجراء
seat-asking = في قائمة المتكلمين
seat-speaking = لها الكلمة
