# The hall's screen.
hall-next = Ensuite ({ $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
})
hall-present = présents
hall-organisations = organisations
hall-countries = pays
hall-venues = lieux de réunion
hall-suspended = La séance est suspendue
hall-closed = La séance est close
hall-nobody-speaks = La séance est en cours
hall-no-meeting = Aucune séance ne figure au programme
hall-objections = { $count ->
    [one] objection
   *[other] objections
}
hall-endorse = { $organisations ->
    [one] organisation adhère
   *[other] organisations adhèrent
}, de { $countries ->
    [one] { $countries } pays
   *[other] { $countries } pays
}
hall-apart = { $reservations } avec réserve · { $declined ->
    [one] { $declined } a décliné
   *[other] { $declined } ont décliné
} · { $withdrawn ->
    [one] { $withdrawn } a retiré son adhésion
   *[other] { $withdrawn } ont retiré leur adhésion
}
