# The focal point's front page, and the letters to its delegation.
focal-title = Le parcours de votre délégation vers le sommet
focal-now = À faire maintenant
focal-enter = Inscrivez votre délégation
focal-enter-about = Commencez par le ou la chef de délégation. Votre secrétariat examine les membres lorsque vous présentez les pouvoirs.
focal-submit = Présentez les pouvoirs
focal-submit-about = Vérifiez les membres une dernière fois, puis présentez les pouvoirs. Les membres ajoutés plus tard sont acceptés un à un.
focal-wait = Attendez le secrétariat
focal-answer = Vos pouvoirs sont contestés
focal-over = Adressez-vous au secrétariat
focal-sign-in = Veillez à ce que tous les membres se connectent
focal-sign-in-about = { $count ->
    [one] { $count } membre n’a pas encore utilisé le lien de sa lettre. Le secrétariat peut en envoyer un nouveau.
   *[other] { $count } membres n’ont pas encore utilisé le lien de leur lettre. Le secrétariat peut en envoyer de nouveaux.
}
focal-ready = Tout est prêt
focal-ready-about = Votre délégation est admise à siéger et tous ses membres sont connectés. Le programme indique quand les séances commencent.
focal-to-delegation = Vers la délégation
focal-to-letters = Vers les lettres
focal-to-meeting = Toute la liste des orateurs
focal-links-open = Liens non encore utilisés
focal-about-delegation = Membres, rangs et pouvoirs
focal-about-letters = À qui quelle lettre est adressée, et si elle est partie
focal-floor = La parole
focal-not-seated = Votre organisation pourra demander la parole dès que sa délégation sera admise à siéger.
focal-speaks = Votre délégation a la parole
focal-place = Rang de votre délégation sur la liste des orateurs : { $place } sur { $count }.
focal-has-spoken = Votre délégation a pris la parole sur ce point.
focal-not-on-list = Votre délégation ne figure pas sur la liste des orateurs. Ses délégués demandent la parole depuis leurs propres pages.
focal-no-list = Aucune liste des orateurs n’est encore ouverte.
focal-texts = Les textes
focal-texts-none = Le sommet n’est encore saisi d’aucun texte
focal-texts-none-next = Dès qu’un texte fait l’objet d’une décision ou est ouvert à l’adhésion, ce que votre organisation a fait à son sujet figure ici.
focal-deciding = En cours de décision
focal-no-act = Pas encore d’acte
focal-no-act-closed = Aucun acte de votre part
focal-letters-lead = Les lettres qui vous sont adressées, à vous et aux membres de votre délégation. Leurs liens sont réservés à leurs destinataires et ne sont pas affichés.
focal-letters-none = Aucune lettre n’a encore été rédigée
focal-letters-none-next = Chaque membre reçoit une lettre avec un lien personnel lorsque le secrétariat accepte les pouvoirs.
