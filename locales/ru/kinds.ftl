# What categories, kinds of meeting and kinds of agenda item are called.
category-member = Член
category-associate = Ассоциированный член
category-observer = Наблюдатель
category-partner = Партнер
category-guest = Гость
category-media = Средства массовой информации

meeting-kind-plenary = Пленарное заседание
meeting-kind-high-level-meeting = Заседание высокого уровня
meeting-kind-thematic-briefing = Тематический брифинг
meeting-kind-side-event = Параллельное мероприятие
meeting-kind-press-conference = Пресс-конференция

item-kind-general-debate = Общие прения
item-kind-consideration = Рассмотрение
item-kind-adoption = Принятие
