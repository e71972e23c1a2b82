# Venues on the map of the world.
venues-title = Lieux de réunion
venues-lead = Le lieu de réunion principal et tous les lieux de réunion satellites, avec l’état de leurs liaisons.
venues-empty-title = Aucun lieu de réunion n’est encore ajouté
venues-empty = Les lieux de réunion figurent sur la carte dès que le secrétariat les ajoute.
venues-map = Carte du monde : { $count ->
    [one] { $count } lieu de réunion
   *[other] { $count } lieux de réunion
}, dont { $up } avec liaison et { $down } sans liaison
venues-table = Tous les lieux de réunion
venues-venue = Lieu de réunion
venues-host = Hôte
venues-time = Heure locale
venues-capacity = Places
venues-present = Présents
venues-link = Liaison
venues-link-up = Liaison établie
venues-link-down = Liaison rompue
venues-link-unknown = Liaison pas encore établie
venues-main = Lieu de réunion principal
venues-one = { $name } — { $state }
