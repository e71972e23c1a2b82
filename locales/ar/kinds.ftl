# What categories, kinds of meeting and kinds of agenda item are called.
category-member = عضو
category-associate = عضو منتسب
category-observer = مراقب
category-partner = شريك
category-guest = ضيف
category-media = وسائط الإعلام

meeting-kind-plenary = جلسة عامة
meeting-kind-high-level-meeting = اجتماع رفيع المستوى
meeting-kind-thematic-briefing = إحاطة مواضيعية
meeting-kind-side-event = مناسبة جانبية
meeting-kind-press-conference = مؤتمر صحفي

item-kind-general-debate = المناقشة العامة
item-kind-consideration = النظر
item-kind-adoption = اعتماد النص
