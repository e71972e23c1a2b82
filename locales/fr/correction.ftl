# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = Rectifications
text-correct = Rectifier
correction-rule = Une rectification modifie les langues qu’elle désigne et aucune autre. Toute délégation qui peut faire objection en est avisée ; une seule objection la bloque définitivement. Sans objection, elle est publiée à la fin du délai et le texte est réputé rectifié dès l’origine.
correction-none = Ce texte n’a pas de rectification
correction-none-next = Une erreur découverte après l’adoption se signale au secrétariat, qui propose une rectification.
correction-state-open = Proposée
correction-state-issued = Publiée
correction-state-blocked = Bloquée par une objection
correction-state-withdrawn = Retirée
correction-reason = Motif
correction-languages = Langues rectifiées
correction-proposed = Proposée
correction-until = Objections jusqu’au
correction-issued = Publiée
correction-withdrawn = Retirée
correction-blocked = Objection
correction-paragraph = Paragraphe { $place }
correction-before = avant
correction-after = après rectification
correction-title-digest = SHA-256 du titre dans cette langue :
correction-manifest = Empreinte de toutes les langues ensemble
correction-untouched = { $count ->
    [0] Aucune autre langue.
    [one] Une autre langue garde ses empreintes.
   *[other] { $count } autres langues gardent leurs empreintes.
}
correction-corrected-by = Rectifié par { $correction }
correction-digest-before = Avant { $correction }, c’était
correction-proposed-notice = Une rectification est proposée :
correction-look = Voir la rectification
correction-object = Faire objection à la rectification
correction-object-about = Une seule objection bloque définitivement la rectification. Le nom de votre organisation et son motif sont publics.
correction-object-reason = Pourquoi votre organisation fait objection
correction-issue = Publier la rectification
correction-withdraw = Retirer la rectification
ask-withdraw-correction = Retirer cette rectification ? Toutes les délégations qui en ont été avisées le sont aussi du retrait ; une autre peut être proposée.
done-prepare-correction = Enregistré. Personne n’a encore été avisé.
done-propose-correction = La rectification est proposée et les délégations en sont avisées.
done-object-to-correction = L’objection est enregistrée et la rectification est bloquée.
done-withdraw-correction = La rectification est retirée.
done-issue-correction = La rectification est publiée.

# Writing and proposing one.
correcting-title = Rectifier le texte
correcting-step-write = La rédiger
correcting-step-propose = Consulter les délégations
correcting-choose = Choisissez une langue à rectifier.
correcting-changed = (modifié)
correcting-save = Enregistrer et voir la différence
correcting-reset = Laisser cette langue telle quelle
correcting-preview = Ce que la rectification modifie
correcting-propose = Proposer la rectification
correcting-propose-about = Chaque délégation qui peut faire objection reçoit une lettre et la proposition est publique. Jusque-là, personne ne la voit.
correcting-window = Délai pour faire objection
correcting-window-hint = Il commence maintenant et prend fin sans acte de personne.
window-quarter = 15 minutes, pendant une séance
window-day = 1 jour
window-three-days = 3 jours
window-week = 7 jours
window-month = 30 jours
window-quarter-year = 90 jours

# Endorsements before and after.
endorsements-before-correction = Antérieures à la rectification, maintenues
endorsements-before-correction-why = Qui a adhéré avant la rectification adhère toujours au texte tel qu’il était alors ; c’est compté à part jusqu’à un nouvel acte.
endorsements-from-before = avant la rectification
delegate-endorse-corrected = Votre adhésion demeure. Vous pouvez aussi adhérer au texte rectifié.

# On paper, and in the list of changes.
paper-object-to-correction = Objection à une rectification
paper-no-correction = Aucune rectification n’est ouverte aux objections
paper-no-correction-next = Une rectification se propose sur la page de son texte.
change-correction-proposed = Une rectification de { $text } a été proposée.
change-correction-blocked = { $name } a fait objection à la rectification de { $text }, qui est bloquée.
change-correction-withdrawn = La rectification de { $text } a été retirée.
change-text-corrected = Le texte { $text } a été rectifié.

# Refusals: each says what would be allowed.
refusal-correction-open = { $symbol } est encore ouverte aux objections. Retirez-la ou attendez la fin du délai avant d’en préparer une autre.
refusal-no-correction-open = Aucune rectification de { $symbol } n’est encore ouverte. Sa page montre ce qu’il est advenu de la dernière ; une autre peut être proposée.
refusal-correction-window-over = Le délai d’objection à { $symbol } a pris fin le { $until }. Une nouvelle rectification peut être proposée au secrétariat.
refusal-correction-window-open = On peut faire objection à { $symbol } jusqu’au { $until }. Elle pourra être publiée ensuite.
refusal-correction-changes-nothing = Rien ne diffère du texte adopté en { $language }. Modifiez-y ce qui est erroné, ou choisissez une autre langue.
refusal-correction-empty = Aucune rectification de { $symbol } n’est encore rédigée. Rédigez ce qu’elle modifie, langue par langue, puis proposez-la.
refusal-correction-as-before = C’est mot pour mot { $symbol } tel qu’avant une rectification, et le registre reçoit chaque version une seule fois. Rédigez autrement, ou laissez le texte tel quel.
refusal-too-many-corrections = Ce texte a déjà { $limit } rectifications, le maximum possible. Un nouveau texte sous sa propre cote peut être rédigé.

# Letters.
letter-notice-correction-proposed-subject = Une rectification de { $symbol } est proposée ; objections jusqu’au { $until }
letter-notice-correction-proposed-body =
    Bonjour { $name },

    { $correction } rectifie { $symbol } dans ces langues et aucune autre : { $languages }. Ce qu’elle modifie figure à { $origin }/correction?of={ $text }

    Votre organisation peut faire objection jusqu’au { $until }. Une seule objection bloque définitivement la rectification. À défaut, elle est alors publiée et le texte est réputé rectifié dès l’origine. L’adhésion de votre organisation demeure et compte comme donnée avant la rectification.
letter-notice-correction-blocked-subject = { $correction } est bloquée par une objection
letter-notice-correction-blocked-body =
    Bonjour { $name },

    L’organisation « { $organisation } » a fait objection à { $correction }, qui devait rectifier { $symbol } en : { $languages }. Le texte reste tel qu’adopté. Le motif figure à { $origin }/correction?of={ $text }

    Le délai aurait pris fin le { $until }. Une autre rectification peut être proposée.
letter-notice-correction-withdrawn-subject = { $correction } est retirée
letter-notice-correction-withdrawn-body =
    Bonjour { $name },

    Le secrétariat a retiré { $correction }, qui devait rectifier { $symbol } en : { $languages }, avant la fin du délai le { $until }. Le texte reste tel quel : { $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = { $symbol } est rectifié par { $correction }
letter-notice-correction-issued-body =
    Bonjour { $name },

    Personne n’a fait objection à { $correction } jusqu’au { $until }. { $symbol } est rectifié dès l’origine dans ces langues : { $languages } ; toutes les autres restent mot pour mot telles quelles. Les deux textes et leurs empreintes figurent à { $origin }/correction?of={ $text }

    Si votre organisation avait adhéré au texte, son adhésion demeure et compte comme donnée avant la rectification. Elle peut aussi adhérer au texte rectifié.
