# The front page of the secretariat.
secretariat-title = الأمانة
secretariat-waiting = ما ينتظر
secretariat-nothing-waits = لا شيء ينتظر القرار.
secretariat-places = الانتقال إلى
secretariat-no-summit = لا يوجد مؤتمر قمة بعد
secretariat-no-summit-next = ادعوا أولا إلى عقد مؤتمر قمة: موضوعه وأيامه والجهة الداعية إليه. وتلي ذلك أماكن الانعقاد والجلسات والدعوات.
summit-convene = الدعوة إلى مؤتمر قمة
secretariat-no-venue = ليس لمؤتمر القمة مكان انعقاد رئيسي بعد
secretariat-no-venue-next = أدخلوا مكان الانعقاد الرئيسي. توضع الجلسات في أيامه بتوقيته.
venue-add = إدخال مكان انعقاد
secretariat-no-meeting = لم يُحدد موعد أي جلسة بعد
secretariat-no-meeting-next = حددوا موعد الجلسة العامة الافتتاحية وضعوا جدول أعمالها.
meeting-add = تحديد موعد جلسة
secretariat-nobody-invited = لم تُدع أي منظمة بعد
secretariat-nobody-invited-next = ادعوا منظمات من الدليل. تتلقى جهات التنسيق فيها رابطا وتُدخل أعضاء وفودها.
secretariat-next-meeting = الجلسة المقبلة
secretariat-about-programme = مؤتمر القمة وأماكن انعقاده وجلساته وجدول أعماله والكلمات الرئيسية فيه
secretariat-about-directory = أسماء المنظمات وبلدانها وفئاتها
secretariat-about-accreditation = الدعوات والوفود ووثائق التفويض والشارات
secretariat-about-presence = من حاضر وأين، والشارات التي مُسحت مرتين
secretariat-about-paper = ما ورد برسالة موقعة أو بالهاتف
secretariat-about-letters = الرسائل المنتظرة والمرسلة وما تعذر إرساله وما يُطبع
secretariat-about-seats = أدوار الأشخاص وأجهزتهم؛ والإجراءات غير المسموح بها

waiting-submitted = { $count ->
    [zero] لم يقدم أي وفد وثائق تفويضه
    [one] قدم وفد واحد وثائق تفويضه
    [two] قدم وفدان وثائق تفويضهما
    [few] قدمت { $count } وفود وثائق تفويضها
    [many] قدم { $count } وفدا وثائق تفويضها
   *[other] قدم { $count } وفد وثائق تفويضها
}
waiting-verified = { $count ->
    [zero] لا ينتظر القرار أي وفد تم التحقق من وثائق تفويضه
    [one] ينتظر القرار وفد واحد تم التحقق من وثائق تفويضه
    [two] ينتظر القرار وفدان تم التحقق من وثائق تفويضهما
    [few] تنتظر القرار { $count } وفود تم التحقق من وثائق تفويضها
    [many] ينتظر القرار { $count } وفدا تم التحقق من وثائق تفويضها
   *[other] ينتظر القرار { $count } وفد تم التحقق من وثائق تفويضها
}
waiting-rivals = { $count ->
    [zero] لا يطالب أي وفد بمقعد متنازع عليه
    [one] يطالب وفد واحد بمقعد متنازع عليه
    [two] يطالب وفدان بمقعد متنازع عليه
    [few] تطالب { $count } وفود بمقاعد متنازع عليها
    [many] يطالب { $count } وفدا بمقاعد متنازع عليها
   *[other] يطالب { $count } وفد بمقاعد متنازع عليها
}
waiting-differs = { $count ->
    [zero] لا يذكر أي وفد فئة تختلف عن الدليل
    [one] يذكر وفد واحد فئة تختلف عن الدليل
    [two] يذكر وفدان فئة تختلف عن الدليل
    [few] تذكر { $count } وفود فئات تختلف عن الدليل
    [many] يذكر { $count } وفدا فئات تختلف عن الدليل
   *[other] يذكر { $count } وفد فئات تختلف عن الدليل
}
waiting-members = { $count ->
    [zero] لا ينتظر القبول أي عضو أُدخل لاحقا
    [one] ينتظر القبول عضو واحد أُدخل لاحقا
    [two] ينتظر القبول عضوان أُدخلا لاحقا
    [few] ينتظر القبول { $count } أعضاء أُدخلوا لاحقا
    [many] ينتظر القبول { $count } عضوا أُدخلوا لاحقا
   *[other] ينتظر القبول { $count } عضو أُدخلوا لاحقا
}
waiting-flags = { $count ->
    [zero] لم تُمسح أي شارة في مكاني انعقاد
    [one] مُسحت شارة واحدة في مكاني انعقاد
    [two] مُسحت شارتان في مكاني انعقاد
    [few] مُسحت { $count } شارات في مكاني انعقاد
    [many] مُسحت { $count } شارة في مكاني انعقاد
   *[other] مُسحت { $count } شارة في مكاني انعقاد
}

# Directory.
directory-title = دليل المنظمات
directory-add = إدخال منظمة
directory-import = استيراد قائمة
directory-found = { $count ->
    [zero] لا توجد منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
directory-empty = الدليل فارغ
directory-empty-next = استوردوا قائمة منظماتكم بصيغة CSV أو XLSX، أو أدخلوها واحدة واحدة.
directory-remove = حذف من الدليل
directory-remove-about = يبقى في السجل ما قامت به المنظمة. وتبقى في الدليل كل منظمة لها وفد أو مقعد أو دور في البرنامج.
directory-remove-sure = هل تحذفون هذه المنظمة من الدليل؟
done-register-organisation = أُدخلت المنظمة.
done-amend-organisation = عُدل المدخل.
done-remove-organisation = حُذفت المنظمة من الدليل.
done-import-organisations = أُدخلت القائمة.
