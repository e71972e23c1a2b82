# The programme for everybody.
schedule-title = برنامج الاجتماعات
schedule-lead = الأوقات بتوقيت مكان كل جلسة؛ وإذا اختلف توقيتكم عنه، ظهر بجانبه.
schedule-empty-title = لا توجد جلسة في برنامج الاجتماعات بعد
schedule-empty = تظهر الجلسات هنا حالما تحدد الأمانة مواعيدها. ويمكنكم إضافة التقويم من الآن: فهو يتحدَّث تلقائيا.
schedule-calendar = في تقويمكم
schedule-calendar-hint = اشتركوا بأحد هذه العناوين في تقويمكم، فتصلكم التغييرات تلقائيا.
schedule-calendar-zoned = تقويم بالتوقيت المحلي للأماكن
schedule-calendar-utc = تقويم بالتوقيت العالمي المنسق (UTC)
schedule-days = الأيام
schedule-all-days = جميع الأيام
schedule-agenda = جدول الأعمال
schedule-keynotes = الكلمات الرئيسية
schedule-keynote-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
schedule-cancelled = ملغاة
schedule-cancelled-title = الجلسات الملغاة
schedule-over = انتهت
schedule-now = جارية
schedule-suspended = معلقة
