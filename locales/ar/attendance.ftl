# Presence, for the secretariat.
presence-by = طريقة الحساب
presence-by-venue = حسب مكان الانعقاد
presence-by-country = حسب البلد
presence-by-organisation = حسب المنظمة
presence-of-accredited = من أصل { $count } من المعتمَدين
presence-remote = منهم عن بُعد
presence-organisations = منظمات حاضرة
presence-countries = بلدان حاضرة
presence-no-flags = لم تُمسح أي شارة في مكاني انعقاد.
presence-flags = شارات مُسحت في مكاني انعقاد
presence-flags-about = تُحسب كل منها مرة واحدة، حيث مُسحت آخر مرة. اسألوا المكانين عمن كان يحمل الشارة؛ وأصدروا شارة جديدة إذا نُسخت.
presence-flag = { $first } و{ $second }
presence-clear = إزالة التنبيه
presence-nobody = لا أحد حاضر بعد
presence-nobody-next = يُحسب الأشخاص هنا حالما يسجَّل حضورهم في أحد أماكن الانعقاد.
done-clear-flag = أُزيل التنبيه.
