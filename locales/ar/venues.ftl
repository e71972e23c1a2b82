# Venues on the map of the world.
venues-title = أماكن الانعقاد
venues-lead = مكان الانعقاد الرئيسي وجميع الأماكن الفرعية، مع حالة اتصالها.
venues-empty-title = لم يُدخل أي مكان انعقاد بعد
venues-empty = تظهر أماكن الانعقاد على الخريطة حالما تُدخلها الأمانة.
venues-map = خريطة العالم وعليها { $count ->
    [zero] صفر من أماكن الانعقاد
    [one] مكان انعقاد واحد
    [two] مكانا انعقاد
    [few] { $count } أماكن انعقاد
    [many] { $count } مكان انعقاد
   *[other] { $count } مكان انعقاد
}: متصلة { $up }، بلا اتصال { $down }
venues-table = جميع أماكن الانعقاد
venues-venue = مكان الانعقاد
venues-host = الجهة المضيفة
venues-time = التوقيت المحلي
venues-capacity = عدد الأماكن
venues-present = الحاضرون
venues-link = الاتصال
venues-link-up = متصل
venues-link-down = انقطع الاتصال
venues-link-unknown = لم يتصل بعد
venues-main = مكان الانعقاد الرئيسي
venues-one = { $name } — { $state }
