# The endorsements of a text.
endorsements-title = Adhésions
endorsements-none = Aucun texte n’est encore adopté
endorsements-none-next = Les adhésions sont comptées ici dès qu’un texte est adopté et ouvert à l’adhésion.
endorsements-no-acts = Personne n’a encore agi sur ce texte
endorsements-no-acts-next = Les adhésions, les réserves et les adhésions déclinées apparaissent ici, chacune avec son numéro.
endorsements-as-of = Décomptes à la position { $position } du registre.
endorsements-now = Afficher l’état actuel
endorsements-position = À la position
endorsements-show = Afficher
endorsements-shown-by = Affichage
endorsements-by-organisation = Par organisation
endorsements-by-country = Par pays
endorsements-by-region = Par région
endorsements-by-act = Tous les actes dans l’ordre
endorsements-organisations = Organisations ayant adhéré
endorsements-countries = Pays
endorsements-with-reservation = Avec réserve
endorsements-declined = Ont décliné
endorsements-withdrawn = Ont retiré leur adhésion
endorsements-by-device = Sans signature
endorsements-on-paper = Sur papier
endorsements-peak = Le décompte le plus élevé a été de { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
} de { $countries } pays, atteint pour la première fois à la position { $position }.
endorsements-act = Acte
endorsements-number = Numéro
endorsements-at = Position
endorsements-when = Date
endorsements-country = Pays
endorsements-region = Région
endorsements-international = Organismes internationaux
endorsements-no-region = Sans région (dont les organismes internationaux)
endorsements-ways = Comment elles ont signé
endorsements-by-key = Par la clé de l’organisation
endorsements-by-passkey = Par la clé d’accès d’un représentant
way-key = par la clé de l’organisation
way-passkey = par une clé d’accès
way-session = sans signature
