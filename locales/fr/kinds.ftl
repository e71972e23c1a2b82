# What categories, kinds of meeting and kinds of agenda item are called.
category-member = Membre
category-associate = Membre associé
category-observer = Observateur
category-partner = Partenaire
category-guest = Invité
category-media = Médias

meeting-kind-plenary = Séance plénière
meeting-kind-high-level-meeting = Réunion de haut niveau
meeting-kind-thematic-briefing = Réunion d’information thématique
meeting-kind-side-event = Manifestation parallèle
meeting-kind-press-conference = Conférence de presse

item-kind-general-debate = Débat général
item-kind-consideration = Examen
item-kind-adoption = Adoption
