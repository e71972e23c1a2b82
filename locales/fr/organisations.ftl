# All organisations, and one organisation.
organisations-title = Organisations
organisations-count = { $count ->
    [0] Aucune organisation
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-in-precedence = Dans l’ordre de préséance tiré au sort pour ce sommet.
organisations-in-alphabet = Dans l’ordre alphabétique.
organisations-empty-title = Aucune organisation n’est encore dans le répertoire
organisations-empty = Les organisations figurent ici dès que le secrétariat les ajoute ou les importe.
organisations-none-title = Aucune organisation ne correspond
organisations-none = Choisissez moins de filtres pour en voir davantage.
organisations-all = Toutes les organisations
organisations-any = Indifférent
organisations-country = Pays
organisations-region = Région
organisations-category = Catégorie
organisations-umbrella = Organisation faîtière
organisations-show = Afficher
organisations-international = Organisme international
organisations-pages = Pages
organisations-previous = Précédente
organisations-next = Suivante
organisations-page = Page { $page } sur { $pages }
organisations-present = Présents
organisations-accredited = Accrédités
organisations-registered = Inscrits
organisations-names = Noms
organisations-short-name = Nom abrégé
organisations-website = Site Web
organisations-delegation = Délégation
organisations-people-registered = Personnes inscrites
organisations-people-accredited = Personnes accréditées
organisations-people-present = Personnes présentes
organisations-no-delegation = Cette organisation n’a pas de délégation à ce sommet.
organisations-members = Membres de cette organisation faîtière
organisations-members-note = Une organisation faîtière signe en son propre nom, jamais pour ses membres.
organisations-acts = Actes
organisations-no-acts = Cette organisation n’a encore agi sur aucun texte.
organisations-act-number = Acte numéro
organisations-act-text = Texte
organisations-act = Acte
organisations-act-way = Voie
organisations-act-endorse = A adhéré
organisations-act-endorse-with-reservation = A adhéré avec réserve
organisations-act-decline = A décliné
organisations-act-withdraw = A retiré son adhésion
organisations-by-device = Sans signature
organisations-on-paper = Sur papier
organisations-position = Position dans le registre
organisations-hosts = Accueille
