# Refusals of accreditation: each says what would be allowed.
refusal-organisation-already-invited = Cette organisation a déjà été invitée au sommet. Envoyez un nouveau lien à son point de contact, ou invitez une délégation rivale qui revendique le même siège.
refusal-too-many-delegations = Le nombre maximal de délégations d’une organisation à un sommet est de { $limit }, y compris celles dont les pouvoirs ont été rejetés ou révoqués. Statuez sur l’une de celles qui existent.
refusal-delegation-empty = La délégation ne compte encore personne. Inscrivez au moins un membre, puis présentez les pouvoirs.
refusal-delegation-has-head = La délégation a déjà un chef de délégation. Donnez une autre place à ce membre, ou commencez par modifier ou retirer le chef de délégation actuel.
refusal-representatives-full = La délégation compte déjà le nombre maximal de représentants que permet le règlement intérieur ({ $limit }). Inscrivez ce membre comme suppléant ou conseiller.
refusal-alternates-full = La délégation compte déjà le nombre maximal de suppléants que permet le règlement intérieur ({ $limit }). Inscrivez ce membre comme conseiller.
refusal-advisers-full = La délégation compte déjà le nombre maximal de conseillers que permettent les règles de ce sommet ({ $limit }). Commencez par en retirer un.
refusal-delegation-full = La délégation compte déjà le nombre maximal de membres ({ $limit }). Commencez par en retirer un.
refusal-member-verified = L’inscription de ce membre a été vérifiée. Le secrétariat peut la modifier ; vous pouvez aussi retirer ce membre et en inscrire un autre.
refusal-member-withdrawn = Ce membre a été retiré. Inscrivez de nouveau la personne.
refusal-member-already-accredited = Ce membre est déjà accrédité. Pour un nouveau lien ou un nouveau badge, demandez qu’il en soit émis un.
refusal-not-an-alternate = Seul un suppléant peut être désigné pour agir en qualité de représentant. Donnez d’abord à ce membre la place de suppléant.
refusal-credentials-not-submitted = Ces pouvoirs n’ont pas encore été présentés. Le point de contact les présente ; ils peuvent ensuite être vérifiés.
refusal-credentials-submitted = Ces pouvoirs sont présentés et pas encore vérifiés. Commencez par les vérifier ; ils peuvent ensuite être acceptés, contestés, différés ou rejetés.
refusal-credentials-verified = Ces pouvoirs sont déjà vérifiés. Ils peuvent maintenant être acceptés, contestés, différés ou rejetés.
refusal-credentials-accepted = Ces pouvoirs sont acceptés. Ils peuvent encore être contestés ou révoqués.
refusal-credentials-challenged = Ces pouvoirs sont contestés, et la délégation est admise à siéger provisoirement. Ils peuvent être acceptés, rejetés ou révoqués.
refusal-credentials-deferred = La décision sur ces pouvoirs a été différée. Ils peuvent être acceptés, contestés, rejetés ou révoqués.
refusal-credentials-rejected = Ces pouvoirs ont été rejetés. Invitez de nouveau l’organisation si elle envoie une autre délégation.
refusal-credentials-revoked = Ces pouvoirs ont été révoqués. Invitez de nouveau l’organisation si elle envoie une autre délégation.
refusal-seat-contested = Une autre délégation ({ $rival }) revendique le même siège. Décidez laquelle est admise à siéger ; d’ici là, la première à avoir présenté ses pouvoirs siège provisoirement.
refusal-no-rival = Aucune autre délégation ne revendique ce siège. Acceptez les pouvoirs de la manière ordinaire.
refusal-nothing-verified = Aucun pouvoir vérifié n’attend de décision. Vérifiez les pouvoirs présentés, et statuez un à un sur les sièges disputés.

# Letters.
letter-invitation-focal-point-subject = Invitation : { $summit }
letter-invitation-focal-point-body =
    Bonjour { $name },

    L’organisation « { $organisation } » est invitée au sommet « { $summit } ». Vous êtes son point de contact.

    Veuillez ouvrir ce lien et inscrire les membres de votre délégation, puis présenter ses pouvoirs :
    { $link }

    Le lien fonctionne une seule fois, sur un seul appareil, jusqu’à la date suivante : { $until }. Merci de ne pas le transmettre. S’il a expiré ou a été perdu, le secrétariat en envoie un nouveau.

    Le secrétariat
letter-invitation-delegate-subject = Votre accréditation : { $summit }
letter-invitation-delegate-body =
    Bonjour { $name },

    Vous avez l’accréditation pour le sommet « { $summit } », au sein de la délégation de l’organisation « { $organisation } ».

    Ouvrez ce lien sur l’appareil que vous utiliserez au sommet :
    { $link }

    Le lien fonctionne une seule fois, jusqu’à la date suivante : { $until }. Merci de ne pas le transmettre.

    Le code de votre badge est { $badge }. Présentez-le sur votre lieu de réunion pour faire enregistrer votre arrivée. Si quelqu’un d’autre a pu le voir, demandez un nouveau badge au secrétariat ; l’ancien cesse alors de fonctionner.

    Le secrétariat
