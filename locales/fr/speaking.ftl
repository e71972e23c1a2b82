# Words that the pages of the floor and of deciding share.
speaking-now = Orateur actuel
speakers-waiting = { $count ->
    [0] Personne n’attend la parole.
    [one] { $count } délégation attend la parole.
   *[other] { $count } délégations attendent la parole.
}
list-not-opened = Liste non ouverte
list-open = Liste ouverte
list-closed = Liste close
point-of-order-pending = Une motion d’ordre attend la décision de la présidence
meeting-in-progress = En cours
meeting-suspended = Suspendue
meeting-closed = Close
meeting-cancelled = Annulée
meeting-not-open = Pas encore ouverte

deciding-now = Décision en cours
deciding-open = Ouvert à l’adhésion
deciding-consensus = La présidence demande : y a-t-il consensus sur ce texte ?
deciding-standing = { $objections ->
    [0] Aucune objection
    [one] { $objections } objection
   *[other] { $objections } objections
}, { $reservations ->
    [0] aucune réserve
    [one] { $reservations } réserve
   *[other] { $reservations } réserves
} jusqu’ici.
deciding-endorsed = { $organisations ->
    [0] Aucune organisation n’y adhère encore.
    [one] { $organisations } organisation y adhère
   *[other] { $organisations } organisations y adhèrent
}{ $organisations ->
    [0] {""}
   *[other] {" "}({ $countries ->
        [one] { $countries } pays
       *[other] { $countries } pays
    }).
}
deciding-read = Lire le texte
objections-count = { $count ->
    [0] Aucune objection
    [one] { $count } objection
   *[other] { $count } objections
}
reservations-count = { $count ->
    [0] Aucune réserve
    [one] { $count } réserve ou dissociation
   *[other] { $count } réserves et dissociations
}
reservation-kind-reservation = Réserve
reservation-kind-dissociation = Dissociation

act-kind-endorse = Adhésion
act-kind-endorse-with-reservation = Adhésion avec réserve
act-kind-decline = Adhésion déclinée
act-kind-withdraw = Retrait

rank-head = Chef de délégation
rank-representative = Représentant
way-paper = sur papier
link-lost = Liaison rompue
links-lost = { $count ->
    [one] La liaison de { $count } lieu de réunion est rompue.
   *[other] Les liaisons de { $count } lieux de réunion sont rompues.
}

clock-held-chair = Chronomètre arrêté par la présidence
clock-held-link = Chronomètre arrêté : la liaison du lieu de réunion est rompue
clock-held-point-of-order = Chronomètre arrêté : motion d’ordre
clock-held-suspension = Chronomètre arrêté : séance suspendue

count-present = représentants présents
count-remote = dont à distance
count-organisations-present = organisations présentes
count-venues = lieux où quelqu’un est présent

text-state-draft = Projet
text-state-tabled = Déposé
text-state-consensus = Consensus demandé
text-state-adopted = Adopté
text-state-open = Ouvert à l’adhésion
