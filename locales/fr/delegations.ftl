# Accreditation, delegations, members.
accreditation-no-summit = Convoquez d’abord un sommet
accreditation-states = États des pouvoirs
accreditation-rivals = Sièges disputés
accreditation-rival = Siège disputé
accreditation-contested = Une autre délégation revendique ce siège. L’une d’elles est admise à siéger ; ce qui a été fait jusque-là demeure.
rival-decide = Admettre cette délégation à siéger
delegations = Délégations
accept-all = Accepter tous les pouvoirs vérifiés
credentials-submit = Présenter les pouvoirs
credentials-submit-about = Le secrétariat examine alors les membres. Ceux que vous ajoutez ensuite sont acceptés un à un.
credentials-submit-sure = Présenter les pouvoirs au secrétariat ?
credentials-verify = En règle : vérifier
credentials-accept = Accepter
credentials-challenge = Contester
credentials-defer = Différer
credentials-reject = Rejeter
credentials-revoke = Révoquer

invite-open = Inviter des organisations
invite-about = Le point de contact d’une organisation invitée reçoit un lien qui fonctionne une seule fois et pendant 14 jours, et inscrit la délégation.
invite-all = Tout inviter
invite-all-about = { $left ->
    [one] { $left } organisation du répertoire n’est pas encore invitée
   *[other] { $left } organisations du répertoire ne sont pas encore invitées
} ; cette action en invite { $count }. Les lettres sans adresse attendent d’être imprimées.
invite-all-sure = Inviter toutes ces organisations ?
invite-one = Inviter une organisation
invite-rival = En tant que seconde délégation pour le même siège
invite-rival-hint = Seulement lorsque deux délégations prétendent représenter l’organisation.
invite-everybody-is = Toutes les organisations du répertoire sont invitées
invite-everybody-is-next = Ajoutez d’abord d’autres organisations.
representatives-import = Importer des représentants

members = Membres
members-none = Personne n’est encore inscrit
members-none-next = Inscrivez d’abord le chef de délégation, puis les autres.
members-full = Toutes les places de cette délégation sont prises. Retirez un membre pour en libérer une.
members-late = Les pouvoirs ont déjà été vérifiés : un membre que vous inscrivez maintenant est accepté par le secrétariat.
member-add = Inscrire un membre
member-acts = Actions possibles
member-accept = Accepter ce membre
member-withdraw = Retirer ce membre
member-withdraw-sure = Retirer ce membre ? Le siège et le badge prennent fin.
member-designate = Désigner ce suppléant pour agir en qualité de représentant
member-undesignate = Mettre fin à la désignation
link-reissue = Envoyer un nouveau lien
link-reissue-about = En cas d’appareil perdu ou de lettre expirée. L’ancien lien cesse de fonctionner.
badge-reissue = Émettre un nouveau badge
badge-reissue-sure = Émettre un nouveau badge ? L’ancien et toutes ses copies cessent de fonctionner.
badges-sheet = Planche de badges
badges-print = Imprimez cette page. Chaque badge a une largeur de 86 millimètres.
badges-none = Il n’y a pas encore de badges
badges-none-next = Les membres reçoivent leur badge lorsque les pouvoirs sont acceptés.
badge-erased = Le code a été effacé. Émettez un nouveau badge.
focal-point-access = Accès du point de contact
devices-signed-in = { $count ->
    [0] Aucun appareil connecté
    [one] { $count } appareil connecté
   *[other] { $count } appareils connectés
}

delegation-none = Votre organisation n’a pas de délégation à ce sommet. Demandez au secrétariat de l’inviter.
delegation-invited = Inscrivez les membres de votre délégation, puis présentez les pouvoirs.
delegation-submitted = Le secrétariat examine vos pouvoirs. Vous pouvez encore inscrire et modifier des membres.
delegation-verified = Vos pouvoirs sont en règle. La décision est la prochaine étape.
delegation-accepted = Votre délégation est admise à siéger. Ses membres ont reçu leurs liens et leurs badges par lettre.
delegation-challenged = Vos pouvoirs ont été contestés. Votre délégation est admise à siéger provisoirement, avec les mêmes droits, jusqu’à la décision.
delegation-deferred = La décision a été différée. Demandez au secrétariat ce qui manque.
delegation-rejected = Vos pouvoirs ont été rejetés. Demandez au secrétariat comment présenter une nouvelle délégation.
delegation-revoked = Votre accréditation a été révoquée. Ce que votre délégation a fait reste au registre.

done-invite-organisation = L’organisation est invitée. La lettre est dans la boîte d’envoi.
done-invite-organisations = Les organisations sont invitées. Les lettres sont dans la boîte d’envoi.
done-enter-member = Le membre est inscrit.
done-amend-member = Le membre est modifié.
done-withdraw-member = Le membre est retiré.
done-designate-alternate = La désignation est enregistrée.
done-submit-credentials = Les pouvoirs sont présentés.
done-verify-credentials = Les pouvoirs sont vérifiés.
done-accept-credentials = Les pouvoirs sont acceptés. Les lettres aux membres sont dans la boîte d’envoi.
done-challenge-credentials = La contestation est enregistrée. La délégation est admise à siéger provisoirement.
done-defer-credentials = La décision est différée.
done-reject-credentials = Les pouvoirs sont rejetés.
done-revoke-credentials = L’accréditation est révoquée.
done-accept-member = Le membre est accrédité. La lettre est dans la boîte d’envoi.
done-accept-all-verified = Les délégations aux pouvoirs vérifiés sont acceptées. S’il en reste, appuyez de nouveau.
done-decide-rival = Le siège est attribué.
done-reissue-badge = Un nouveau badge est émis.
claim-category = Catégorie à laquelle vous participez
claim-category-hint = Telle que votre organisation la comprend. Le secrétariat la compare avec le répertoire ; les droits de votre délégation suivent le répertoire.
accreditation-differs = Catégorie différente
accreditation-differs-title = La catégorie revendiquée diffère du répertoire
accreditation-differs-about = La délégation estime participer dans cette catégorie : { $claimed } ; le répertoire indique : { $entered }. Ses droits suivent le répertoire. Modifiez le répertoire si la catégorie revendiquée est juste ; sinon, acceptez les pouvoirs tels quels.
accreditation-differs-amend = Voir l’organisation dans le répertoire
