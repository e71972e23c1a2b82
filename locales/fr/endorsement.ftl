# Refusals of endorsement: each says what would be allowed.
refusal-endorsement-already-open = Ce texte est déjà ouvert à l’adhésion.
refusal-endorsement-not-open = Ce texte n’est pas ouvert à l’adhésion. Le secrétariat peut l’ouvrir une fois qu’il est adopté.
refusal-text-digest-differs = Ce qui vous a été montré n’est pas le texte adopté de { $symbol }. Rechargez la page, lisez le texte tel qu’adopté, et agissez de nouveau.
refusal-already-endorsed = Votre organisation adhère déjà à ce texte. Elle peut ajouter une réserve, ou retirer son adhésion.
refusal-already-declined = Votre organisation a déjà décliné. Elle peut encore adhérer.
refusal-endorsement-stands = L’adhésion de votre organisation est en vigueur. Retirez-la d’abord, puis déclinez.
refusal-no-endorsement-to-withdraw = Votre organisation n’a pas d’adhésion à ce texte à retirer. Elle peut adhérer, ou décliner.
refusal-too-many-acts = Le nombre maximal d’actes que le registre peut contenir pour ce texte est atteint ({ $limit }). Adressez l’acte au secrétariat par écrit.

# Letters.
letter-receipt-endorsement-subject = Accusé de réception : { $symbol }
letter-receipt-endorsement-body =
    Bonjour { $name },

    { $act ->
        [endorse] Il est confirmé que l’organisation « { $organisation } » adhère au texte { $symbol }.
        [endorse-with-reservation] Il est confirmé que l’organisation « { $organisation } » adhère avec réserve au texte { $symbol }.
        [decline] Il est confirmé que l’organisation « { $organisation } » décline l’adhésion au texte { $symbol }.
       *[withdraw] Il est confirmé que l’organisation « { $organisation } » retire son adhésion au texte { $symbol }.
    }

    C’est l’acte numéro { $number } sur ce texte ; il figure au registre tel qu’accompli.
    Empreinte du texte tel que présenté : { $digest }

    Si vous n’êtes pas à l’origine de cet acte, écrivez immédiatement au secrétariat.
letter-notice-withdrawal-subject = Avis : retrait d’une adhésion au texte { $symbol }
letter-notice-withdrawal-body =
    Bonjour { $name },

    L’organisation « { $organisation } » a retiré son adhésion au texte { $symbol } (acte numéro { $number }).

    L’adhésion de votre propre organisation n’est pas touchée. Les décomptes antérieurs et postérieurs restent au registre.
