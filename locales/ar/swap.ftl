# Swapping places on the list of speakers.
swap-title = تبادل الدور في قائمة المتكلمين
swap-about = يتم تبادل الدورين عندما يوافق الوفد الآخر. وحتى ذلك الحين لا يتغير شيء، ويمكنكم سحب الاقتراح.
swap-with = مع أي وفد
swap-with-hint = الوفود المنتظرة في القائمة، حسب دورها.
swap-option = { $place }. { $name }
swap-propose = اقتراح تبادل الدور
swap-alone = لا أحد غيركم في القائمة
swap-alone-next = يمكنكم اقتراح تبادل الدور حالما يطلب وفد آخر الكلمة.
swap-not-listed = وفدكم غير مدرج في هذه القائمة
swap-not-listed-next = اطلبوا الكلمة أولا؛ ثم يمكنكم اقتراح تبادل الدور.
swap-to-page = اقتراح تبادل الدور
act-decline-swap = رفض تبادل الدور
act-withdraw-swap = سحب الاقتراح
done-decline-swap = رُفض اقتراح تبادل الدور. لا يتغير شيء.
done-withdraw-swap = سُحب اقتراحكم تبادل الدور.
