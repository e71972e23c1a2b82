# What categories, kinds of meeting and kinds of agenda item are called.
category-member = 成员
category-associate = 准成员
category-observer = 观察员
category-partner = 伙伴
category-guest = 来宾
category-media = 媒体

meeting-kind-plenary = 全体会议
meeting-kind-high-level-meeting = 高级别会议
meeting-kind-thematic-briefing = 专题简报会
meeting-kind-side-event = 会外活动
meeting-kind-press-conference = 记者招待会

item-kind-general-debate = 一般性辩论
item-kind-consideration = 审议
item-kind-adoption = 通过案文
