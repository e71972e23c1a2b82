# Refusals of the floor: each says what would be allowed.

# Who acts.
refusal-organisation-not-seated = { $name } n’a pas de délégation admise à siéger à ce sommet. Elle pourra agir dès que ses pouvoirs seront acceptés, ou contestés et qu’elle siégera ainsi provisoirement.
refusal-category-may-not = { $capability ->
    [speak] Les organisations de cette catégorie ({ $category }) ne prennent pas la parole.
    [reply] Les organisations de cette catégorie ({ $category }) n’ont pas de droit de réponse.
    [propose] Les organisations de cette catégorie ({ $category }) ne présentent pas de textes.
    [endorse] Les organisations de cette catégorie ({ $category }) n’adhèrent pas aux textes.
    [vote] Seuls les membres présentent des motions d’ordre, font objection au consensus et formulent des réserves ; la catégorie de cette organisation est : { $category }.
   *[other] Les organisations de cette catégorie ({ $category }) ne peuvent pas le faire.
} Le secrétariat peut modifier la catégorie dans le répertoire.

# Meetings and items.
refusal-quorum-to-open-missing = Délégations admises à siéger et présentes : { $present } ; nombre requis pour ouvrir la séance : { $needed }. La séance pourra être ouverte dès que suffisamment d’arrivées seront enregistrées, sur un lieu de réunion ou à distance.
refusal-quorum-to-decide-missing = Délégations admises à siéger et présentes : { $present } ; nombre requis pour décider : { $needed }. La décision pourra être prise dès que suffisamment d’arrivées seront enregistrées.
refusal-meeting-not-open = La séance n’a pas encore été ouverte. La présidence l’ouvre lorsque le quorum est atteint.
refusal-meeting-already-open = La séance est déjà en cours.
refusal-meeting-suspended = La séance est suspendue. Reprenez-la d’abord.
refusal-meeting-closed = La séance est close. La suite peut avoir lieu dans une autre séance.
refusal-item-not-open = Ce point de l’ordre du jour n’est pas en discussion. Ouvrez d’abord le point.
refusal-item-already-open = Ce point de l’ordre du jour est déjà en discussion.
refusal-another-item-open = Un autre point de l’ordre du jour ({ $item }) est en discussion. Il faut le clore avant d’ouvrir celui-ci.
refusal-item-closed = Ce point de l’ordre du jour est clos. La question peut être reprise au titre d’un autre point.

# The list of speakers.
refusal-list-of-speakers-not-opened = La liste des orateurs n’est pas encore ouverte. Les demandes sont reçues dès que la présidence l’ouvre.
refusal-list-of-speakers-open = La liste des orateurs est déjà ouverte avec ces limites. Pour les modifier, ouvrez-la avec d’autres limites.
refusal-list-of-speakers-closed = La liste des orateurs est close. Les délégations qui y figurent prendront la parole ; pour une autre demande, priez la présidence de la rouvrir.
refusal-list-of-speakers-full = La liste compte déjà le nombre maximal d’inscriptions ({ $limit }). Les demandes seront de nouveau reçues lorsque des orateurs l’auront quittée.
refusal-already-on-list = Votre délégation est déjà sur la liste : rang { $place } sur { $length }. Il n’y a rien d’autre à faire.
refusal-interventions-used = Chaque délégation peut prendre la parole { $limit ->
    [one] une fois
   *[other] { $limit } fois
} sur ce point, et la vôtre l’a fait. Le droit de réponse demeure.
refusal-not-on-list = { $name } ne figure pas sur la liste des orateurs. Il faut d’abord demander la parole.
refusal-swap-with-itself = Un échange suppose deux délégations différentes. Choisissez-en une autre.
refusal-no-swap-proposed = { $name } : aucune proposition d’échange de tours de parole n’attend de réponse. Une proposition prend fin lorsqu’il y est répondu ou que l’une des deux délégations quitte la liste. Vous pouvez proposer un échange vous-même.
refusal-link-already-open = La liaison de ce lieu de réunion est établie, ou sa rupture est déjà enregistrée. Dans ce dernier cas, enregistrez le rétablissement de la liaison.
refusal-no-head-accredited = Aucun chef de délégation n’est accrédité ({ $name }). Demandez la parole comme représentant, ou faites d’abord accréditer le chef de délégation.
refusal-no-representative-accredited = Personne qui puisse prendre la parole n’est accrédité dans cette délégation ({ $name }) : ni chef, ni représentant, ni suppléant agissant comme tel. Le point de contact peut inscrire ou désigner quelqu’un.
refusal-swap-not-proposed = { $name } n’a pas proposé d’échanger les tours de parole avec votre délégation. Vous pouvez le proposer vous-même.
refusal-reply-already-requested = Votre délégation attend déjà d’exercer son droit de réponse. Elle sera appelée à la fin du point.
refusal-replies-used = Votre délégation a épuisé ses droits de réponse sur ce point (nombre : { $limit }). Elle pourra reprendre la parole sur un autre point.
refusal-no-reply-requested = { $name } n’attend pas d’exercer son droit de réponse.
refusal-replies-at-the-end = Les droits de réponse s’exercent lorsque tous les orateurs de la liste ont parlé ; { $count ->
    [one] { $count } délégation attend encore
   *[other] { $count } délégations attendent encore
}.
refusal-replies-waiting = { $count ->
    [one] { $count } délégation attend encore
   *[other] { $count } délégations attendent encore
} d’exercer le droit de réponse. Donnez-leur la parole, ou retirez leurs demandes ; le point pourra ensuite être clos.

# Speeches and the clock.
refusal-nobody-waits = Personne n’attend la parole. Elle peut être donnée dès qu’une délégation la demande.
refusal-nobody-has-the-floor = Personne n’a la parole. Donnez-la d’abord à un orateur.
refusal-floor-taken = { $name } a la parole. Commencez par clore cette intervention.
refusal-not-speaking = { $name } n’a pas la parole et aucune intervention ne lui est réservée.
refusal-clock-already-paused = Le chronomètre est déjà arrêté. Il peut être relancé.
refusal-clock-running = Le chronomètre tourne. Il peut être arrêté.
refusal-speech-too-long = Une intervention dure au plus { $limit ->
    [one] { $limit } minute
   *[other] { $limit } minutes
} en tout. Accordez moins de temps.
refusal-speaker-link-down = La liaison du lieu de réunion d’où parle { $name } est rompue ; le temps restant est réservé. Donnez entre-temps la parole à l’orateur suivant, ou désignez un autre lieu de réunion.
refusal-link-already-lost = La rupture de la liaison de ce lieu de réunion est déjà enregistrée. Son rétablissement peut l’être.
refusal-link-not-lost = Aucune rupture de la liaison de ce lieu de réunion n’est enregistrée.

# Points of order.
refusal-point-of-order-pending = Une motion d’ordre attend la décision de la présidence. Statuez d’abord sur celle-ci.
refusal-no-point-of-order = Aucune motion d’ordre n’a été présentée.
