# Acts on paper.
paper-about = Ce qu’une organisation fait par lettre signée ou par téléphone, vous l’enregistrez pour elle. La pièce justificative est conservée avec l’acte, et ces actes sont comptés à part.
paper-acts = Actes
paper-request-floor = Demande de parole
paper-endorse = Adhésion
paper-endorse-with-reservation = Adhésion avec réserve
paper-decline = Adhésion déclinée
paper-withdraw-endorsement = Retrait
paper-step-evidence = Joindre la pièce justificative
paper-step-act = Enregistrer l’acte
paper-scan = Lettre numérisée
paper-scan-hint = Un PDF, une image ou un courriel, de 16 mégaoctets au plus.
paper-note = Note de l’appel téléphonique
paper-note-hint = Qui a appelé, au nom de qui, quand, et ce qui a été dit. Elle est conservée à la place d’une lettre numérisée.
paper-missing = Joignez une lettre numérisée, ou rédigez la note de l’appel.
paper-attach = Joindre
paper-evidence-kept = La pièce justificative est conservée. Son empreinte accompagne l’acte.
paper-item = Point de l’ordre du jour
paper-speaker = Qui prendra la parole
paper-record = Enregistrer pour l’organisation
paper-no-list = Aucune liste des orateurs n’est ouverte
paper-no-list-next = La présidence ouvre une liste lorsqu’un point de l’ordre du jour est abordé.
paper-no-text = Aucun texte n’est ouvert à l’adhésion
paper-no-text-next = Un texte est ouvert à l’adhésion après son adoption.
paper-which-text = Sur quel texte ?
paper-counted = { $count ->
    [one] { $count } acte sur ce texte a été enregistré sur papier.
   *[other] { $count } actes sur ce texte ont été enregistrés sur papier.
}
paper-reservation = Texte de la réserve
paper-reservation-language = Langue de la réserve
