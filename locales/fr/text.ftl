# Refusals of joint texts: each says what would be allowed.

# Drafting and tabling.
refusal-language-not-official = Un texte fait foi dans des langues officielles du sommet ; celle-ci n’en est pas une : { $language }. Elle peut être ajoutée au texte comme traduction.
refusal-too-many-texts = Ce serveur contient déjà le nombre maximal de textes ({ $limit }). Les textes existants peuvent être révisés ; rédigez les suivants sur un autre serveur.
refusal-text-full = Le texte compte déjà le nombre maximal de paragraphes ({ $limit }). Supprimez-en un, ou réunissez-en deux.
refusal-text-empty = Le texte n’a pas encore de paragraphes. Écrivez-les ou importez-les, puis déposez-le.
refusal-title-missing = Le titre manque dans cette langue : { $language }. Un texte est déposé lorsqu’il est complet dans toutes les langues faisant foi.
refusal-paragraph-missing = Le paragraphe { $number } manque dans cette langue : { $language }. Un texte est déposé lorsqu’il est complet dans toutes les langues faisant foi.
refusal-revision-tabled = Le texte { $symbol } est déposé et ne peut plus être modifié. Commencez une révision, et écrivez-y.
refusal-revision-replaced = Quelqu’un a commencé une révision plus récente, { $symbol }. Consultez-la et faites-y votre modification.
refusal-revision-still-draft = La dernière révision est encore un projet et peut être modifiée telle quelle. Une nouvelle pourra être commencée lorsqu’elle sera déposée.
refusal-too-many-revisions = Le texte compte déjà le nombre maximal de révisions ({ $limit }). Un nouveau texte peut être rédigé sous sa propre cote.
refusal-symbol-taken = La prochaine révision porterait la cote { $symbol }, qui est celle d’un autre document. Rédigez un nouveau texte sous sa propre cote.
refusal-text-not-tabled = Le texte { $symbol } n’est pas encore déposé. Complétez-le d’abord dans toutes les langues faisant foi et déposez-le.
refusal-text-adopted = Le texte { $symbol } est adopté et ne peut plus être modifié. Les réserves et les adhésions restent possibles en regard du texte.

# Sponsors.
refusal-already-sponsor = Votre organisation est déjà parmi les auteurs du texte { $symbol }. Rien d’autre n’est nécessaire ; elle peut quitter les auteurs jusqu’à l’adoption du texte.
refusal-not-a-sponsor = Votre organisation n’est pas parmi les auteurs du texte { $symbol }. Elle peut se joindre aux auteurs jusqu’à l’adoption du texte.

# Consensus and reservations.
refusal-consensus-open = La présidence a demandé s’il y a consensus sur ce texte. Il faut d’abord l’adopter, ou retirer la question.
refusal-consensus-not-open = La présidence n’a pas demandé s’il y a consensus sur ce texte. Il faut commencer par là.
refusal-objection-already-stands = L’objection de votre délégation est déjà enregistrée. Elle peut être retirée.
refusal-no-objection = { $name } n’a pas d’objection à retirer.
refusal-objection-stands = Il n’y a pas consensus : { $count ->
    [one] { $name } fait objection
   *[other] { $count } délégations font objection ({ $name })
}. Le texte peut être adopté lorsqu’aucune objection n’est maintenue ; sinon, retirez la question et révisez le texte.
refusal-too-many-reservations = Le nombre maximal de réserves que le registre peut contenir pour ce texte est atteint ({ $limit }).
refusal-reservation-withdrawn = Cette réserve est déjà retirée. Une nouvelle peut être formulée.
refusal-text-not-adopted = Le texte { $symbol } n’est pas encore adopté. L’adhésion est possible une fois qu’il est adopté et ouvert à l’adhésion.
