# Signing: keys, devices and what the public record takes.
refusal-signature-required = Cet acte doit être signé : par votre appareil enregistré, par la clé de votre organisation, ou sur papier par l’intermédiaire du secrétariat ({ $symbol }).
refusal-signed-otherwise = Ce qui a été signé n’est pas cet acte : « { $field } » diffère. Rien n’a été enregistré ; relisez le texte et signez-le.
refusal-record-overtaken = Quelqu’un d’autre de votre organisation a signé il y a un instant. Relisez le texte et, si c’est toujours ce que vous voulez, signez de nouveau. ({ $reason })
refusal-record-bytes-used = Ceci a déjà été signé et remis. Revenez à la page pour obtenir de nouveaux octets et signez-les. ({ $reason })
refusal-record-form = Ce qui a été signé n’est pas une inscription de ce registre. Prenez les octets exactement tels que la page les remet et signez-les. ({ $reason })
refusal-record-signature = La signature ne correspond pas à ce qu’elle signe. Signez de nouveau, avec la clé ou l’appareil que la page désigne. ({ $reason })
refusal-record-signer = Le signataire n’est pas habilité à signer ceci. Faites signer par la clé de votre organisation, par un appareil enregistré de votre délégation, ou par ceux que le registre désigne. ({ $reason })
refusal-record-device = L’appareil ne peut pas signer, ou plus. Enregistrez un appareil sur la page de vos appareils, ou signez avec la clé de votre organisation. ({ $reason })
refusal-record-organisation = L’organisation n’est pas accréditée dans le registre public. Adressez-vous au secrétariat ; elle agit une fois ses pouvoirs acceptés. ({ $reason })
refusal-record-text-in-force = Le texte a été rectifié ou remplacé entre-temps. Consultez le texte en vigueur et signez celui-là. ({ $reason })
refusal-record-text-taken = Le registre public a déjà un texte sous cette cote, ou ce texte même. Commencez une révision ; elle reçoit sa propre cote. ({ $reason })
refusal-record-characters = Le texte contient un caractère que certains lecteurs verraient autrement. Remplacez-le et réessayez. ({ $reason })
refusal-record-poll = Le vote a avancé entre-temps. Consultez de nouveau le scrutin : il montre ce qui peut encore être fait. ({ $reason })
refusal-record-refuses = Le registre public ne peut pas recevoir ceci et rien n’a été enregistré. Indiquez au secrétariat ce que vous avez fait et cette ligne : { $reason }.
refusal-accreditors-sign-elsewhere = Les accréditeurs gardent eux-mêmes leurs clés. Remettez-leur ce qui attend leur signature, puis versez les inscriptions signées.
refusal-entry-has-its-own-way = Une inscription du type « { $kind } » ne se verse pas ici : elle naît de son propre acte.
refusal-no-record-kept = Cette maison ne tient pas de registre vérifiable ; rien ne peut donc être signé. Le secrétariat peut en ouvrir un.
refusal-no-device = Vous n’avez enregistré aucun appareil pour signer. Enregistrez-en un, ou signez avec la clé de votre organisation.
refusal-device-not-appointed = Votre appareil est enregistré mais pas encore désigné dans le registre public. Les accréditeurs ou la clé de votre organisation le désignent.
refusal-device-ended = Cet appareil ne signe déjà plus.
refusal-too-many-devices = Vous avez enregistré { $limit } appareils, le maximum possible. Signez avec la clé de votre organisation ou sur papier.
refusal-nothing-to-sign = Cet acte ne demande pas de signature.
refusal-acts-made-already = Des organisations ont déjà agi sur des textes de ce sommet : la règle des signatures ne peut plus changer.
invalid-not-a-key = Indiquez la valeur en base64url, sans remplissage, telle qu’elle a été affichée.
organisations-by-key = Signé avec la clé de l’organisation
organisations-by-passkey = Signé avec un appareil
refusal-key-signature-required = Un point de contact n’agit qu’avec la clé de l’organisation. Signez les octets que la page remet, et rapportez ici la signature.
refusal-key-rotates-itself = Votre organisation a déjà une clé. La clé en vigueur signe la suivante ; si elle est perdue, le secrétariat s’adresse aux accréditeurs.
refusal-ceremony-over = Cela a pris trop de temps, ou une réponse a déjà été donnée. Recommencez.
refusal-no-passkeys-here = Les clés d’accès ne fonctionnent pas à l’adresse de ce site : il leur faut un nom tel que summit.example.org. Signez avec la clé de votre organisation.
refusal-passkey-refused = La réponse de l’appareil n’a pas pu être acceptée. Rien n’a été inscrit. Réessayez, ou utilisez un autre appareil.
refusal-passkey-unknown = Cette clé d’accès n’est pas enregistrée ici, ou elle a été révoquée. Utilisez le lien de votre lettre, ou demandez-en un nouveau au secrétariat.

letter-receipt-proof =
    Dans le registre public, c’est l’entrée { $entry }. Son reçu se trouve à l’adresse { $receipt } quelques secondes après l’acte. Conservez-le : avec la politique du registre, obtenue de quelqu’un en qui vous avez confiance, il prouve sans ce serveur que l’entrée figure au registre (hemicycle verify).
letter-receipt-authority-subject = Accusé de réception : qui signe pour { $organisation }
letter-receipt-authority-body =
    Madame, Monsieur { $name },

    { $act ->
        [rotate] La clé de { $organisation } dans le registre public a été remplacée. Ce qui est signé avec l’ancienne clé est désormais refusé.
        [delegate] Un appareil a été désigné pour signer au nom de { $organisation } : { $rep }.
       *[revoke] Un appareil ne signe plus au nom de { $organisation } : { $rep }. Ce qu’il a signé auparavant reste valable.
    }

    Si ce n’est pas la volonté de votre organisation, écrivez immédiatement au secrétariat.
