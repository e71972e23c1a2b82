# Refusals of seats, links and sessions: each says what would be allowed.
refusal-seat-already-ended = Ce siège a pris fin, définitivement. Invitez de nouveau la personne pour lui donner un nouveau siège.
refusal-seat-of-member = Ce siège est celui d’un membre accrédité d’une délégation. Retirez plutôt le membre : son siège et son badge prennent fin ensemble.
refusal-last-secretariat = C’est le dernier siège du secrétariat. Invitez d’abord une autre personne au secrétariat ; celui-ci pourra ensuite prendre fin.
refusal-invitation-not-open = Ce lien n’est pas ouvert : il a été utilisé, remplacé par un plus récent, ou il est incomplet. Ouvrez la lettre la plus récente, ou demandez un nouveau lien au secrétariat.
refusal-invitation-expired = Ce lien a expiré. Demandez-en un nouveau au secrétariat.
refusal-too-many-sessions = Ce siège est déjà connecté sur le nombre maximal d’appareils ({ $limit }). Commencez par déconnecter l’un d’eux.

# Letters.
letter-invitation-subject = Votre accès : { $summit }
letter-invitation-body =
    Bonjour { $name },

    Un accès à « { $summit } » vous est donné pour la fonction suivante : { $role ->
        [secretariat] membre du secrétariat
        [chair] présidence
        [focal-point] point de contact de votre organisation
        [delegate] membre de votre délégation
        [venue-operator] responsable de site
        [director] réalisation de l’image
        [interpreter] interprète
       *[observer] observation
    }.

    Ouvrez ce lien sur l’appareil que vous utiliserez :
    { $link }

    Le lien fonctionne une seule fois, jusqu’à la date suivante : { $until }. Merci de ne pas le transmettre. S’il a expiré ou a été perdu, le secrétariat en envoie un nouveau.

    Le secrétariat
