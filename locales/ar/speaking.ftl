# Words that the pages of the floor and of deciding share.
speaking-now = يتكلم الآن
speakers-waiting = { $count ->
    [zero] لا أحد ينتظر الكلام.
    [one] ينتظر الكلام وفد واحد.
    [two] ينتظر الكلام وفدان.
    [few] ينتظر الكلام { $count } وفود.
    [many] ينتظر الكلام { $count } وفدا.
   *[other] ينتظر الكلام { $count } وفد.
}
list-not-opened = القائمة لم تُفتح
list-open = القائمة مفتوحة
list-closed = القائمة مقفلة
point-of-order-pending = نقطة نظام تنتظر قرار الرئيس
meeting-in-progress = جارية
meeting-suspended = معلقة
meeting-closed = اختُتمت
meeting-cancelled = ملغاة
meeting-not-open = لم تُفتتح بعد

deciding-now = معروض للبت الآن
deciding-open = مفتوح للتأييد
deciding-consensus = يسأل الرئيس: هل هناك توافق في الآراء على هذا النص؟
deciding-standing = حتى الآن: { $objections ->
    [zero] لا اعتراض
    [one] اعتراض واحد
    [two] اعتراضان
    [few] { $objections } اعتراضات
    [many] { $objections } اعتراضا
   *[other] { $objections } اعتراض
}، و{ $reservations ->
    [zero] لا تحفظ
    [one] تحفظ واحد
    [two] تحفظان
    [few] { $reservations } تحفظات
    [many] { $reservations } تحفظا
   *[other] { $reservations } تحفظ
}.
deciding-endorsed = { $organisations ->
    [zero] لم تؤيده أي منظمة بعد.
    [one] تؤيده منظمة واحدة
    [two] تؤيده منظمتان
    [few] تؤيده { $organisations } منظمات
    [many] تؤيده { $organisations } منظمة
   *[other] تؤيده { $organisations } منظمة
}{ $organisations ->
    [zero] {""}
   *[other] {"\u200F "}({ $countries ->
        [zero] بدون بلد
        [one] بلد واحد
        [two] بلدان اثنان
        [few] { $countries } بلدان
        [many] { $countries } بلدا
       *[other] { $countries } بلد
    }).
}
deciding-read = قراءة النص
objections-count = { $count ->
    [zero] لا اعتراض
    [one] اعتراض واحد
    [two] اعتراضان
    [few] { $count } اعتراضات
    [many] { $count } اعتراضا
   *[other] { $count } اعتراض
}
reservations-count = { $count ->
    [zero] لا تحفظ
    [one] تحفظ أو نأي بالنفس
    [two] اثنان من التحفظات وحالات النأي بالنفس
    [few] { $count } من التحفظات وحالات النأي بالنفس
    [many] { $count } من التحفظات وحالات النأي بالنفس
   *[other] { $count } من التحفظات وحالات النأي بالنفس
}
reservation-kind-reservation = تحفظ
reservation-kind-dissociation = نأي بالنفس

act-kind-endorse = تأييد
act-kind-endorse-with-reservation = تأييد مع تحفظ
act-kind-decline = رفض التأييد
act-kind-withdraw = سحب التأييد

rank-head = رئيس الوفد
rank-representative = ممثل
way-paper = ورقيا
link-lost = انقطع الاتصال
links-lost = أماكن انعقاد مقطوعة الاتصال: { $count }.

clock-held-chair = الساعة متوقفة بطلب من الرئيس
clock-held-link = الساعة متوقفة: انقطع اتصال مكان الانعقاد
clock-held-point-of-order = الساعة متوقفة: نقطة نظام
clock-held-suspension = الساعة متوقفة: الجلسة معلقة

count-present = ممثلون حاضرون
count-remote = منهم عن بُعد
count-organisations-present = منظمات حاضرة
count-venues = أماكن انعقاد فيها حاضرون

text-state-draft = مشروع
text-state-tabled = مقدَّم
text-state-consensus = السؤال عن توافق الآراء مطروح
text-state-adopted = معتمد
text-state-open = مفتوح للتأييد
