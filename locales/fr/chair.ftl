# The chair's console.
chair-title = Console de la présidence
chair-no-meeting = Il n’y a pas de séance à présider
chair-no-meeting-next = Le secrétariat inscrit les séances au programme ; la prochaine apparaît ici.
chair-shortcuts = Raccourcis
chair-meetings = Séances
chair-meeting = Séance et orateur
chair-no-item = Aucun point de l’ordre du jour n’est en discussion.
chair-not-opened = La séance n’est pas ouverte. Regardez le quorum, puis ouvrez-la.
chair-nobody-speaks = Personne n’a la parole.
chair-point-of-order = Motion d’ordre : { $name }
chair-uphold = Faire droit
chair-overrule = Rejeter
chair-kept = Temps réservé à { $name } (liaison rompue) :
chair-end-kept = Clore l’intervention réservée
chair-end-speech = Clore l’intervention
chair-pause-clock = Arrêter le chronomètre
chair-resume-clock = Relancer le chronomètre
chair-extend = Une minute de plus
chair-open-meeting = Ouvrir la séance
chair-suspend = Suspendre la séance
chair-resume = Reprendre la séance
chair-close-meeting = Clore la séance
chair-closed-next = La séance est close. Choisissez la suivante ci-dessous.
chair-give = Donner la parole : { $name }
chair-give-back = Redonner la parole : { $name }
chair-give-reply = Droit de réponse : { $name }
chair-give-short = Donner la parole
chair-first = En premier

chair-room = La salle
quorum-to-open = Quorum pour ouvrir
quorum-to-decide = Quorum pour décider
quorum-of = délégations présentes : { $present }, requises : { $needed }
quorum-none = non requis
quorum-missing = non atteint

chair-log = Journal de séance
chair-log-all = Tout afficher
chair-log-empty = Le journal commence à l’ouverture de la séance.
minute-opened = La séance a été ouverte
minute-suspended = La séance a été suspendue
minute-resumed = La séance a repris
minute-closed = La séance a été close
minute-item-opened = Point ouvert : { $item }
minute-item-closed = Point clos : { $item }
minute-floor-given = La parole a été donnée : { $name }
minute-speech-ended = { $name } a parlé pendant { $time }
minute-extended = { $seconds ->
    [one] { $seconds } seconde de plus a été accordée
   *[other] { $seconds } secondes de plus ont été accordées
}
minute-clock-paused = { $cause }
minute-clock-resumed = Le chronomètre est relancé
minute-point-raised = { $name } a présenté une motion d’ordre
minute-point-upheld = La présidence a fait droit à la motion d’ordre : { $name }
minute-point-overruled = La présidence a rejeté la motion d’ordre : { $name }

chair-list = Liste des orateurs
chair-list-empty = La liste des orateurs n’est pas ouverte
chair-list-empty-next = Ouvrez-la ci-dessous, même avant l’examen du point.
chair-nobody-waits = Personne n’attend la parole
chair-nobody-waits-next = Les demandes apparaissent ici à leur arrivée.
chair-list-more = { $count ->
    [one] et { $count } autre organisation
   *[other] et { $count } autres organisations
}
chair-replies = Droits de réponse
chair-strike = Rayer de la liste
chair-open-list = Ouvrir la liste
chair-close-list = Clore la liste
chair-change-limits = Modifier les limites
chair-limit = Temps de parole en secondes
chair-interventions = Interventions par délégation
chair-order = Modifier l’ordre
chair-move = Déplacer
chair-to-place = Au rang
chair-move-button = Déplacer
chair-swap = Échanger
chair-swap-with = Avec
chair-swap-button = Échanger les deux
chair-strike-who = Rayer

chair-agenda = Ordre du jour et décisions
chair-open-item = Ouvrir le point
chair-close-item = Clore le point
chair-item-closed = Clos
chair-no-agenda = L’ordre du jour est vide
chair-no-agenda-next = Le secrétariat inscrit les points dans le programme.
chair-revision-drafted = Une révision plus récente est en cours de rédaction. Elle pourra faire l’objet d’une décision une fois déposée.
chair-open-consensus = Demander le consensus
chair-consensus-needs-item = Ouvrez un point de l’ordre du jour pour demander le consensus.
chair-consensus-open = Consensus demandé
chair-adopt = Adopter par consensus
chair-close-consensus = Retirer la question
chair-open-endorsement = Ouvrir à l’adhésion
chair-close-endorsement = Clore l’adhésion

ask-close-meeting = Clore définitivement la séance ? Le point ouvert est clos avec elle.
ask-adopt = Déclarer le texte adopté par consensus ? Il ne pourra plus être modifié.
ask-close-endorsement = Clore l’adhésion au texte ? Les actes déjà accomplis demeurent.

done-open-meeting = La séance est ouverte.
done-suspend-meeting = La séance est suspendue.
done-resume-meeting = La séance a repris.
done-close-meeting = La séance est close.
done-open-item = Le point est ouvert.
done-close-item = Le point est clos.
done-open-speakers = La liste des orateurs est ouverte.
done-close-speakers = La liste des orateurs est close.
done-give-floor = La parole est donnée ; le chronomètre tourne.
done-end-speech = L’intervention est close.
done-pause-clock = Le chronomètre est arrêté.
done-resume-clock = Le chronomètre est relancé.
done-extend-speech = L’orateur a plus de temps.
done-reorder-speakers = La liste est dans son nouvel ordre.
done-swap-speakers = Les tours de parole sont échangés.
done-rule-point-of-order = La décision de la présidence figure au registre.
done-open-consensus = La question est soumise à la séance.
done-close-consensus = La question est retirée.
done-adopt-by-consensus = Le texte est adopté par consensus.
done-open-endorsement = Le texte est ouvert à l’adhésion.
done-close-endorsement = L’adhésion au texte est close.
