# What categories, kinds of meeting and kinds of agenda item are called.
category-member = Miembro
category-associate = Miembro asociado
category-observer = Observador
category-partner = Asociado
category-guest = Invitado
category-media = Medios de comunicación

meeting-kind-plenary = Sesión plenaria
meeting-kind-high-level-meeting = Reunión de alto nivel
meeting-kind-thematic-briefing = Sesión informativa temática
meeting-kind-side-event = Acto paralelo
meeting-kind-press-conference = Conferencia de prensa

item-kind-general-debate = Debate general
item-kind-consideration = Examen
item-kind-adoption = Aprobación
