# Voting: what is asked, how votes are taken, what came of it.
nav-polls = Votes
polls-lead = Questions mises aux voix pendant ce sommet. Aucun chiffre n’est montré avant la clôture du vote.
polls-none = Rien n’a encore été mis aux voix
polls-none-next = Un vote apparaît ici dès que la présidence met une question aux voix.
poll-question = Question
poll-method = Mode de scrutin
poll-meeting = Séance
poll-state = État
poll-number = Vote { $number }
poll-electorate = Ont le droit de vote
poll-entitled = { $count ->
    [one] { $count } délégation admise à siéger
   *[other] { $count } délégations admises à siéger
}
poll-roll = Appel nominal
poll-roll-from = Ordre alphabétique, à partir de { $name }, désignée par le sort
poll-manifest = Empreinte du manifeste de la question (SHA-256)
poll-adopt-text = Adoption de { $symbol } :
poll-recorded = Vote enregistré
poll-roll-call = Vote par appel nominal
poll-hands = Vote à main levée
choice-yes = Pour
choice-no = Contre
choice-abstain = Abstention
choice-not-participating = Ne participe pas au vote
choice-absent = Absent
poll-open = Vote en cours
poll-locked = Vote clos
poll-cancelled = Abandonné
poll-carried = Adopté
poll-not-carried = Rejeté
poll-received = { $count ->
    [one] { $count } vote reçu sur { $all }
   *[other] { $count } votes reçus sur { $all }
}
poll-progress = Votes reçus
poll-being-called = Appelée à voter :
poll-left-to-call = (encore { $count } à appeler)
poll-given-up = Le vote a été abandonné ; aucun bulletin n’a été ouvert.
poll-no-figures = Avant la clôture, personne ne voit comment les autres votent.
poll-majority = Majorité requise : { $needed } voix pour, sur { $voting } membres présents et votants. Les abstentions ne comptent pas.
poll-not-declared = La présidence n’a pas encore proclamé le résultat.
poll-tie = Partage égal des voix : la proposition est rejetée.
poll-tie-chair = Partage égal des voix : la présidence a tranché.
poll-nobody-named = Lors d’un vote à main levée, personne n’est nommé.
poll-votes-signed = { $count ->
    [one] { $count } vote est signé et figure au registre vérifiable.
   *[other] { $count } votes sont signés et figurent au registre vérifiable.
}
poll-votes-on-paper = { $count ->
    [one] { $count } vote a été remis sur papier : il est compté ici mais ne figure pas au registre, qui compte son auteur comme absent.
   *[other] { $count } votes ont été remis sur papier : ils sont comptés ici mais ne figurent pas au registre, qui compte leurs auteurs comme absents.
}
poll-outside-record = Ces votes ne figurent pas au registre vérifiable : ils n’ont pas été signés par des clés, et personne d’autre ne peut les vérifier.
poll-votes = Vote de chaque délégation
poll-vote = Vote
poll-weight = Voix détenues
poll-intended = Entendait voter : { $choice }
seat-unopened = Vote non ouvert
hall-voted = { $count ->
    [one] vote reçu sur { $all }
   *[other] votes reçus sur { $all }
}

# The chair.
voting-now = Vote
voting-look = Voir le vote
chair-voting = Un vote est en cours ; il se poursuit ci-dessous. Seule une motion d’ordre l’interrompt.
chair-put-question = Mettre une question aux voix
chair-put-text = Mettre aux voix
chair-open-poll = Ouvrir le vote
chair-call-next = Sans réponse : appeler la suivante
chair-lock = Clore le vote
ask-lock = Clore le vote ? Ensuite, plus aucun vote ne peut être émis ni modifié, et les votes sont ouverts.
chair-declare = Proclamer le résultat
chair-tie-carried = Trancher : adopté
chair-tie-rejected = Trancher : rejeté
chair-cancel-poll = Abandonner le vote
chair-cancel-reason = Motif (montré à tous)
ask-cancel-poll = Abandonner le vote ? Les votes émis ne seront jamais ouverts.
put-question-lead = Dès que le vote a commencé, rien ne l’interrompt, sauf une motion d’ordre sur la manière dont il s’effectue.
put-question-order = Ordre de l’appel nominal
put-question-order-hint = Pour un appel nominal : langue de l’ordre alphabétique. La première délégation appelée est tirée au sort.

# The delegate.
vote-received = Le vote de votre délégation a été reçu :
vote-may-change = Vous pouvez le modifier jusqu’à la clôture ; le dernier compte.
vote-stands = Le vote est clos : il ne change plus.
vote-you-are-called = Votre délégation est appelée : votez maintenant
vote-your-place = Votre délégation est au rang { $place } de l’appel. Vous votez lorsqu’elle est appelée.
vote-not-cast = Votre délégation n’a pas encore voté.
done-cast-vote = Votre vote a été reçu.
done-open-poll = Le vote est ouvert.
done-lock-poll = Le vote est clos et les votes sont ouverts.
done-declare-result = Le résultat est proclamé.

# Minutes and changes.
minute-poll-opened = Le vote { $number } a commencé
minute-poll-carried = Vote { $number } : adopté
minute-poll-rejected = Vote { $number } : rejeté
minute-poll-cancelled = Le vote { $number } a été abandonné
change-poll-opened = Le vote { $number } a commencé
change-poll-carried = Vote { $number } : adopté
change-poll-rejected = Vote { $number } : rejeté
change-poll-cancelled = Le vote { $number } a été abandonné
minute-poll-locked = Le vote { $number } a été clos
minute-intention = { $name } a fait consigner son intention lors du vote { $number }
change-intention-noted = { $name } a fait consigner son intention lors du vote { $number }
change-poll-locked = Le vote { $number } a été clos : { $yes } pour, { $no } contre, { $abstain } abstentions
change-roll-passed = Vote { $number } : { $name } a été appelée sans répondre
change-text-adopted-by-vote = { $text } a été adopté par un vote

# Refusals: each says what would be allowed.
refusal-voting-under-way = Un vote est en cours. Rien ne l’interrompt, sauf une motion d’ordre sur son déroulement ; poursuivez une fois le résultat proclamé.
refusal-poll-locked = Le vote est clos : aucun vote ne peut plus être émis ni modifié. Une délégation qui s’est trompée peut faire consigner son intention.
refusal-poll-not-locked = Le vote n’est pas encore clos. Clôturez-le d’abord ; jusque-là, un vote peut être modifié.
refusal-poll-cancelled = Ce vote a été abandonné. La présidence peut remettre la question aux voix.
refusal-result-declared = Le résultat est déjà proclamé. Il est acquis.
refusal-nobody-to-call = Toutes les délégations ont été appelées. Le vote peut être clos.
refusal-another-is-called = C’est { $name } qui est appelée maintenant. Poursuivez à partir de là.
refusal-intention-already-noted = L’intention de votre délégation a déjà été consignée { $limit } fois, le maximum pour un vote.
refusal-nobody-is-named = Lors d’un vote à main levée, personne n’est nommé : aucun vote n’est consigné. Demandez un vote enregistré.
refusal-too-many-polls = Il y a déjà { $limit } votes, le maximum.
refusal-text-or-question = Mettez aux voix un texte ou une question, pas les deux à la fois.
refusal-one-seat-one-vote = Le règlement de ce sommet donne une voix à chaque siège. La pondération exige un règlement qui la prévoit.
refusal-not-in-electorate = { $name } n’est pas parmi les votants : le corps électoral a été fixé à l’ouverture du vote.
refusal-nobody-may-vote = Aucune délégation admise à siéger n’a le droit de vote. Acceptez d’abord les pouvoirs d’un membre.
refusal-electorate-too-large = Au plus { $limit } délégations peuvent voter à la fois. Répartissez la question entre plusieurs séances.
refusal-not-called-yet = Votre délégation est au rang { $place } de l’appel et n’est pas encore appelée. Votez lorsqu’elle le sera.
refusal-poll-not-in-record = Les votes de ce scrutin n’entrent pas au registre : ils ne se signent pas. Votez sans signature.
refusal-vote-already-cast = Le vote de votre délégation est enregistré tel quel. Pour le modifier, choisissez-en un autre avant la clôture.
refusal-roll-not-called = { $count ->
    [one] { $name } est appelée ; c’est la dernière. Attendez sa réponse ou passez outre, puis clôturez.
   *[other] { $name } est appelée ; il en reste { $count }. Appelez-les, puis clôturez.
}
refusal-tie-is-the-chairs = Partage égal des voix ; le règlement laisse la décision à la présidence : dites si la proposition est adoptée.
refusal-no-tie = Il n’y a pas de partage que la présidence doive trancher. Proclamez le résultat tel que compté.

# Letters.
letter-receipt-vote-subject = Accusé de réception : vote sur { $symbol }
letter-receipt-vote-body =
    { $name },

    Nous confirmons la réception d’un vote de { $organisation } sur { $symbol }.

    Pour qu’aucun vote ne soit lu avant la clôture, ce reçu n’en indique pas le sens.
    Empreinte du vote signé : { $digest }

    Si vous n’en êtes pas à l’origine, écrivez immédiatement au secrétariat.
