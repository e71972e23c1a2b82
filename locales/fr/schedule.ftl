# The programme for everybody.
schedule-title = Programme
schedule-lead = Les heures sont celles du lieu de chaque séance ; si la vôtre est différente, elle figure à côté.
schedule-empty-title = Aucune séance ne figure encore au programme
schedule-empty = Les séances figurent ici dès que le secrétariat les inscrit au programme. Vous pouvez déjà vous abonner au calendrier : il se met à jour de lui-même.
schedule-calendar = Dans votre agenda
schedule-calendar-hint = Abonnez votre agenda à l’une de ces adresses, et les modifications arrivent d’elles-mêmes.
schedule-calendar-zoned = Calendrier aux fuseaux horaires des lieux
schedule-calendar-utc = Calendrier en UTC
schedule-days = Jours
schedule-all-days = Tous les jours
schedule-agenda = Ordre du jour
schedule-keynotes = Discours liminaires
schedule-keynote-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
schedule-cancelled = Annulée
schedule-cancelled-title = Séances annulées
schedule-over = Terminée
schedule-now = En cours
schedule-suspended = Suspendue
