# The hall's screen.
hall-next = التالي ({ $count ->
    [zero] لا أحد ينتظر
    [one] ينتظر واحد
    [two] ينتظر اثنان
   *[other] ينتظر { $count }
})
hall-present = حاضرون
hall-organisations = منظمات
hall-countries = بلدان
hall-venues = أماكن انعقاد
hall-suspended = الجلسة معلقة
hall-closed = اختُتمت الجلسة
hall-nobody-speaks = الجلسة جارية
hall-no-meeting = لا توجد جلسة في برنامج الاجتماعات
hall-objections = { $count ->
    [zero] اعتراض
    [one] اعتراض
    [two] اعتراض
    [few] اعتراضات
    [many] اعتراضا
   *[other] اعتراض
}
hall-endorse = { $organisations ->
    [zero] منظمة تؤيد
    [one] منظمة تؤيد
    [two] منظمة تؤيد
    [few] منظمات تؤيد
    [many] منظمة تؤيد
   *[other] منظمة تؤيد
}، من { $countries ->
    [zero] { $countries } بلد
    [one] بلد واحد
    [two] بلدين
    [few] { $countries } بلدان
    [many] { $countries } بلدا
   *[other] { $countries } بلد
}
hall-apart = مع تحفظ: { $reservations } · رفض التأييد: { $declined } · سحب التأييد: { $withdrawn }
