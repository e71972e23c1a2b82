# What categories, kinds of meeting and kinds of agenda item are called.
category-member = Member
category-associate = Associate
category-observer = Observer
category-partner = Partner
category-guest = Guest
category-media = Media

meeting-kind-plenary = Plenary
meeting-kind-high-level-meeting = High-level meeting
meeting-kind-thematic-briefing = Thematic briefing
meeting-kind-side-event = Side event
meeting-kind-press-conference = Press conference

item-kind-general-debate = General debate
item-kind-consideration = Consideration
item-kind-adoption = Adoption
