# Refusals at the venue desk and of remote check-in: each says what would be allowed.
refusal-badge-unknown = Aucun badge ne porte ce code. Vérifiez les dix caractères et lisez ou saisissez-le de nouveau ; à défaut, adressez-vous au secrétariat.
refusal-badge-reissued = Un nouveau badge a été émis à la place de celui-ci, qui ne fonctionne plus. Lisez le nouveau badge.
refusal-badge-withdrawn = La personne qui porte ce badge n’est pas un membre accrédité d’une délégation. Le point de contact de la délégation peut l’inscrire ; le secrétariat accepte ensuite le membre.
refusal-badge-not-seated = La délégation de cette personne n’est pas admise à siéger : ses pouvoirs ne sont pas acceptés. Une fois que le secrétariat l’a acceptée ou admise à siéger provisoirement, l’arrivée de ses membres peut être enregistrée.
refusal-badge-of-other-summit = Ce badge est celui d’un autre sommet. Lisez le badge émis pour celui-ci.
refusal-checked-in-elsewhere = L’arrivée de cette personne est enregistrée sur un autre lieu de réunion ({ $venue }). Enregistrez d’abord son arrivée ici, ou son départ là-bas.
refusal-checked-in-remotely = Cette personne participe à distance. Enregistrez d’abord son arrivée ici, ou son départ sur sa propre page.
refusal-not-checked-in = L’arrivée de cette personne n’est pas enregistrée. Enregistrez-la d’abord.
refusal-no-badge = Cette personne n’a pas de badge, car le membre n’est pas accrédité. Acceptez d’abord le membre : son badge est alors émis.
refusal-no-flag = Ce badge n’a pas de signalement en cours. Il ne reste rien à lever.

# Letters.
letter-badge-reissued-subject = Votre nouveau badge : { $summit }
letter-badge-reissued-body =
    Bonjour { $name },

    Un nouveau badge a été émis à votre nom pour le sommet « { $summit } ». Son code est { $badge }.

    Votre ancien badge et toutes ses copies ne fonctionnent plus. Présentez le nouveau code sur votre lieu de réunion pour faire enregistrer votre arrivée.

    Le secrétariat
