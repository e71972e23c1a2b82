# Refusals of joint texts: each says what would be allowed.

# Drafting and tabling.
refusal-language-not-official = A text is authentic in official languages of the summit; { $language } is not one of them. It can be added to the text as a translation.
refusal-too-many-texts = This server already holds { $limit } texts, the most it can. Texts that are here can be revised; draft further ones on another server.
refusal-text-full = The text already has { $limit } paragraphs, the most it can have. Take one out, or join two.
refusal-text-empty = The text has no paragraphs yet. Write or import them, then table it.
refusal-title-missing = The title is missing in { $language }. A text is tabled when it is complete in every authentic language.
refusal-paragraph-missing = Paragraph { $number } is missing in { $language }. A text is tabled when it is complete in every authentic language.
refusal-revision-tabled = { $symbol } is tabled and can no longer be changed. Begin a revision, and write there.
refusal-revision-replaced = Somebody has begun a newer revision, { $symbol }. Look at it and make your change there.
refusal-revision-still-draft = The newest revision is still a draft and can be changed as it is. A further one can be begun when it is tabled.
refusal-too-many-revisions = The text already has { $limit } revisions, the most it can have. A new text under its own symbol can be drafted.
refusal-symbol-taken = The next revision would be { $symbol }, and another document has that symbol. Draft a new text under its own symbol.
refusal-text-not-tabled = { $symbol } is not tabled yet. Complete it in every authentic language and table it first.
refusal-text-adopted = { $symbol } is adopted and can no longer be changed. Reservations and endorsements remain possible beside it.

# Sponsors.
refusal-already-sponsor = Your organisation already sponsors { $symbol }. Nothing more is needed; it can leave the sponsors until the text is adopted.
refusal-not-a-sponsor = Your organisation does not sponsor { $symbol }. It can join the sponsors until the text is adopted.

# Consensus and reservations.
refusal-consensus-open = The chair has asked whether there is consensus on this text. It must be adopted, or the question closed, first.
refusal-consensus-not-open = The chair has not asked whether there is consensus on this text. That comes first.
refusal-objection-already-stands = Your delegation's objection already stands. It can be withdrawn.
refusal-no-objection = { $name } has no objection to withdraw.
refusal-objection-stands = There is no consensus: { $count ->
    [one] { $name } objects
   *[other] { $count } delegations object ({ $name })
}. The text can be adopted when no objection stands; or close the question and revise the text.
refusal-too-many-reservations = There are already { $limit } reservations on this text, the most the record can hold.
refusal-reservation-withdrawn = This reservation is already withdrawn. A new one can be entered.
refusal-text-not-adopted = { $symbol } is not adopted yet. It can be endorsed once it is adopted and opened for endorsement.
