# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = Corrections
text-correct = Correct
correction-rule = A correction changes the languages it names and no other. Every delegation that may object is told; one objection blocks it for good. Without an objection it is issued when its window ends, and the text counts as corrected from the beginning.
correction-none = This text has no corrections
correction-none-next = A mistake found after adoption is reported to the secretariat, which proposes a correction.
correction-state-open = Proposed
correction-state-issued = Issued
correction-state-blocked = Blocked by an objection
correction-state-withdrawn = Withdrawn
correction-reason = Reason
correction-languages = Languages corrected
correction-proposed = Proposed
correction-until = Objections until
correction-issued = Issued
correction-withdrawn = Withdrawn
correction-blocked = Objection
correction-paragraph = Paragraph { $place }
correction-before = before
correction-after = as corrected
correction-title-digest = SHA-256 of the title in this language:
correction-manifest = Digest of all languages together
correction-untouched = { $count ->
    [0] No other language.
    [one] One other language keeps its digests.
   *[other] { $count } other languages keep their digests.
}
correction-corrected-by = Corrected by { $correction }
correction-digest-before = Before { $correction } it was
correction-proposed-notice = A correction is proposed:
correction-look = Look at the correction
correction-object = Object to the correction
correction-object-about = One objection blocks the correction for good. Your organisation’s name and its reason are public.
correction-object-reason = Why your organisation objects
correction-issue = Issue the correction
correction-withdraw = Withdraw the correction
ask-withdraw-correction = Withdraw this correction? Every delegation that was told of it hears of that too; another can be proposed.
done-prepare-correction = Saved. Nobody has been told yet.
done-propose-correction = The correction is proposed, and the delegations are told.
done-object-to-correction = The objection is recorded, and the correction is blocked.
done-withdraw-correction = The correction is withdrawn.
done-issue-correction = The correction is issued.

# Writing and proposing one.
correcting-title = Correct the text
correcting-step-write = Write it
correcting-step-propose = Ask the delegations
correcting-choose = Choose a language to correct.
correcting-changed = (changed)
correcting-save = Save and look at the difference
correcting-reset = Leave this language as it is
correcting-preview = What the correction changes
correcting-propose = Propose the correction
correcting-propose-about = Every delegation that may object gets a letter, and the proposal is public. Until then nobody sees it.
correcting-window = How long objections can be made
correcting-window-hint = It begins now and ends without an act of anybody.
window-quarter = 15 minutes, while a meeting sits
window-day = 1 day
window-three-days = 3 days
window-week = 7 days
window-month = 30 days
window-quarter-year = 90 days

# Endorsements before and after.
endorsements-before-correction = Stand from before the correction
endorsements-before-correction-why = Whoever endorsed before the correction still endorses the text as it was then, and is counted apart until acting again.
endorsements-from-before = before the correction
delegate-endorse-corrected = Your endorsement stands. You can endorse the corrected text too.

# On paper, and in the list of changes.
paper-object-to-correction = Objection to a correction
paper-no-correction = No correction is open for objections
paper-no-correction-next = A correction is proposed on the page of its text.
change-correction-proposed = A correction of { $text } was proposed.
change-correction-blocked = { $name } objected to the correction of { $text }, which is blocked.
change-correction-withdrawn = The correction of { $text } was withdrawn.
change-text-corrected = { $text } was corrected.

# Refusals: each says what would be allowed.
refusal-correction-open = { $symbol } is still open for objections. Withdraw it or wait for the end of its window before another correction is prepared.
refusal-no-correction-open = No correction of { $symbol } is open any more. Its page shows what became of the last one; another can be proposed.
refusal-correction-window-over = The window for objections to { $symbol } ended on { $until }. A further correction can be proposed to the secretariat.
refusal-correction-window-open = Objections to { $symbol } can be made until { $until }. It can be issued after that.
refusal-correction-changes-nothing = Nothing differs from the adopted text in { $language }. Change what is wrong there, or choose another language.
refusal-correction-empty = No correction of { $symbol } is written yet. Write what it changes, language by language; then propose it.
refusal-correction-as-before = This is word for word { $symbol } as it stood before a correction, and the record takes each version once. Word it differently, or leave the text as it is.
refusal-too-many-corrections = There are already { $limit } corrections of this text, the most it can have. A new text under its own symbol can be drafted.

# Letters.
letter-notice-correction-proposed-subject = A correction of { $symbol } is proposed; objections until { $until }
letter-notice-correction-proposed-body =
    Dear { $name },

    { $correction } corrects { $symbol } in these languages and no other: { $languages }. What it changes stands at { $origin }/correction?of={ $text }

    Your organisation can object until { $until }. One objection blocks the correction for good. Without one it is issued then, and the text counts as corrected from the beginning. An endorsement of your organisation stands and is counted as given before the correction.
letter-notice-correction-blocked-subject = { $correction } is blocked by an objection
letter-notice-correction-blocked-body =
    Dear { $name },

    { $organisation } objected to { $correction }, which was to correct { $symbol } in: { $languages }. The text stays as it was adopted. The reason stands at { $origin }/correction?of={ $text }

    The window would have ended on { $until }. Another correction can be proposed.
letter-notice-correction-withdrawn-subject = { $correction } is withdrawn
letter-notice-correction-withdrawn-body =
    Dear { $name },

    The secretariat withdrew { $correction }, which was to correct { $symbol } in: { $languages }, before its window ended on { $until }. The text stays as it was: { $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = { $symbol } is corrected by { $correction }
letter-notice-correction-issued-body =
    Dear { $name },

    Nobody objected to { $correction } until { $until }. { $symbol } is corrected from the beginning in these languages: { $languages }; all others are word for word as before. Both texts and their digests stand at { $origin }/correction?of={ $text }

    If your organisation endorsed the text, its endorsement stands and is counted as given before the correction. It can endorse the corrected text too.
