# What changed: one sentence an event.
changes-title = Ce qui a changé
changes-lead = Tous les événements publics du registre, du plus récent au plus ancien. Chaque chiffre découle de ces événements et peut être recalculé à partir d’eux.
changes-since = Depuis la position
changes-show = Afficher
changes-none = Rien de public n’a changé ici
changes-none-next = Le registre en est à la position { $position }. Revenez plus tard, ou indiquez une position antérieure.
changes-all = Tout afficher
changes-newest = Plus récents
changes-older = Plus anciens
changes-position = position { $position }
changes-link = Ce qui a changé, événement par événement
change-organisation-registered = Inscription au répertoire : { $name }.
change-organisations-registered = { $count ->
    [one] { $count } organisation a été inscrite au répertoire.
   *[other] { $count } organisations ont été inscrites au répertoire.
}
change-organisation-amended = Modification de la fiche au répertoire : { $name }.
change-organisation-removed = Retrait du répertoire : { $name }.
change-series-named = La série a reçu son nom : { $name }.
change-summit-convened = Le sommet a été convoqué : { $name }.
change-summit-amended = La fiche du sommet a été modifiée : { $name }.
change-summit-closed = Le sommet a été clos.
change-rules-set = Le règlement intérieur a été fixé.
change-venue-added = Un lieu de réunion a été ajouté : { $venue }.
change-venue-amended = La fiche de ce lieu de réunion a été modifiée : { $venue }.
change-venue-removed = Un lieu de réunion a été retiré.
change-meeting-scheduled = Inscription au programme : { $meeting }.
change-meeting-amended = Modification au programme : { $meeting }.
change-meeting-cancelled = Annulation : { $meeting }.
change-keynote-added = Un discours liminaire a été inscrit au programme : { $meeting }.
change-keynote-removed = Un discours liminaire a été retiré du programme : { $meeting }.
change-item-added = L’ordre du jour compte un nouveau point : « { $item } ».
change-item-amended = Le point de l’ordre du jour « { $item } » a été modifié.
change-items-reordered = L’ordre du jour a été réordonné : { $meeting }.
change-precedence-drawn = Le tirage au sort de l’ordre de préséance a eu lieu.
change-invited = Une organisation a été invitée.
change-headcount = { $count ->
    [one] Le nombre des inscrits et des accrédités a changé.
   *[other] Le nombre des inscrits et des accrédités a changé { $count } fois.
}
change-presence = { $count ->
    [one] Le nombre des présents a changé.
   *[other] Le nombre des présents a changé { $count } fois.
}
change-link-opened = La liaison est établie : { $venue }.
change-link-lost = La liaison est rompue : { $venue }.
change-link-restored = La liaison est rétablie : { $venue }.
change-item-opened = L’examen du point « { $item } » a commencé.
change-item-closed = Le point « { $item } » a été clos.
change-speakers-opened = La liste des orateurs sur « { $item } » a été ouverte.
change-speakers-closed = La liste des orateurs sur « { $item } » a été close.
change-floor-requested = { $name } a demandé la parole sur « { $item } ».
change-request-withdrawn = { $name } a quitté la liste des orateurs sur « { $item } ».
change-speakers-reordered = La présidence a placé { $name } au rang { $place } de la liste des orateurs sur « { $item } ».
change-speakers-swapped = { $name } et { $other } ont échangé leurs tours de parole sur « { $item } ».
change-reply-requested = { $name } a demandé un droit de réponse sur « { $item } ».
change-reply-withdrawn = { $name } a retiré sa demande de droit de réponse sur « { $item } ».
change-meeting-opened = Ouverture : { $meeting }. Délégations présentes : { $present }, requises : { $needed }.
change-meeting-suspended = Suspension : { $meeting }.
change-meeting-resumed = Reprise : { $meeting }.
change-meeting-closed = Clôture : { $meeting }.
change-floor-given = { $name } a reçu la parole ({ $meeting }).
change-floor-given-again = { $name } a poursuivi sa déclaration ({ $meeting }).
change-reply-given = { $name } a reçu la parole pour un droit de réponse ({ $meeting }).
change-speech-kept = La déclaration en cours a été réservée jusqu’au rétablissement de la liaison ({ $meeting }).
change-clock-paused-chair = La présidence a arrêté le chronomètre ({ $meeting }).
change-clock-paused-link = Le chronomètre s’est arrêté : la liaison de l’orateur est rompue ({ $meeting }).
change-clock-paused-point = Le chronomètre s’est arrêté : motion d’ordre ({ $meeting }).
change-clock-paused-suspension = Le chronomètre s’est arrêté : séance suspendue ({ $meeting }).
change-clock-resumed = L’une des causes de l’arrêt du chronomètre a disparu ({ $meeting }).
change-speech-ended = { $name } a parlé { $time } ({ $meeting }).
change-speech-extended = L’orateur a reçu { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
} de plus ({ $meeting }).
change-point-raised = { $name } a présenté une motion d’ordre ({ $meeting }).
change-point-upheld = La présidence a fait droit à la motion d’ordre : { $name } ({ $meeting }).
change-point-overruled = La présidence a rejeté la motion d’ordre : { $name } ({ $meeting }).
change-text-tabled = Le texte { $text } a été déposé.
change-consensus-opened = La présidence a demandé s’il y a consensus sur { $text }.
change-consensus-closed = La question du consensus sur { $text } a été retirée.
change-reservation-entered = { $name } a formulé une réserve sur { $text }.
change-reservation-withdrawn = Une réserve sur { $text } a été retirée.
change-text-adopted = Le texte { $text } a été adopté par consensus.
change-endorsement-opened = Le texte { $text } a été ouvert à l’adhésion.
change-endorsement-closed = Le texte { $text } a été fermé à l’adhésion.
change-endorsed = { $name } a adhéré à { $text }.
change-endorsed-with-reservation = { $name } a adhéré à { $text } avec réserve.
change-declined = { $name } a décliné l’adhésion à { $text }.
change-withdrew = { $name } a retiré son adhésion à { $text }.
