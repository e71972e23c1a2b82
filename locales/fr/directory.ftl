# Refusals of the directory: each says what would be allowed.
refusal-directory-changed = Quelqu’un d’autre a enregistré une organisation entre-temps. Rien de cette liste n’a été enregistré : examinez-la de nouveau, puis enregistrez-la.
refusal-directory-full = Le répertoire compte déjà le nombre maximal d’organisations ({ $limit }). Modifiez des fiches existantes au lieu d’en ajouter.
refusal-umbrella-has-members = D’autres organisations sont membres de cette organisation faîtière. Modifiez d’abord leurs fiches ; elle pourra ensuite être retirée.
refusal-organisation-has-delegation = Cette organisation a ou a eu une délégation, si bien que sa fiche reste avec le registre. Modifiez plutôt la fiche.
refusal-organisation-has-seats = Quelqu’un occupe un siège pour cette organisation. Mettez d’abord fin à ces sièges ; elle pourra ensuite être retirée.
