# Presence, for the secretariat.
presence-by = Compter par
presence-by-venue = Par lieu de réunion
presence-by-country = Par pays
presence-by-organisation = Par organisation
presence-of-accredited = { $count ->
    [one] sur { $count } accrédité
   *[other] sur { $count } accrédités
}
presence-remote = dont à distance
presence-organisations = organisations présentes
presence-countries = pays présents
presence-no-flags = Aucun badge n’a été lu sur deux lieux de réunion.
presence-flags = Badges lus sur deux lieux de réunion
presence-flags-about = Chacun compte une fois, là où il a été lu en dernier. Demandez aux lieux de réunion qui portait le badge ; émettez-en un nouveau s’il a été copié.
presence-flag = { $first } et { $second }
presence-clear = Lever
presence-nobody = Personne n’est encore présent
presence-nobody-next = Les personnes sont comptées ici dès qu’un lieu de réunion enregistre leur arrivée.
done-clear-flag = Le signalement est levé.
