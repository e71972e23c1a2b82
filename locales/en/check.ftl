# "Check it yourself": a figure's evidence, and the check of it in the reader's own browser.
check-title = Check it yourself
check-explain = This figure can be recomputed by anybody, without this site. The evidence is one file: the whole public record and the texts that the figure stands on.
check-download = Download the evidence
check-command = With Hemicycle’s program on your own computer, offline:
check-start = Check in this browser
check-start-hint = The evidence is downloaded once. After that your browser checks every signature by itself and asks this site nothing more.
check-progress = Progress of the check

# The answer
check-holds = The figures hold.
check-fails = The figures do not hold.
check-unable = This browser could not check. That says nothing about the figures.
check-unable-hint = Use a current browser over https, or the program.
check-what = What was counted
check-figure-organisations = Organisations that endorse
check-figure-countries = Countries
check-figure-by-key = By the organisation's own key
check-figure-by-passkey = By a representative's passkey
check-figure-on-paper = On paper
check-figure-before-correction = Apart from these: acts on the text before its correction
check-figure-yes = In favour
check-figure-no = Against
check-figure-abstain = Abstentions
check-figure-not-participating = Present and not participating
check-figure-absent = Votes not used
check-figure-registered = Persons registered
check-figure-accredited = Persons accredited
check-figure-present = Persons present
check-figure-organisations-present = Organisations present
check-position = Entries counted
check-checkpoint = Entries in the record when it was signed
check-origin = Record
check-root = Digest of all entries
check-witnesses = Witnesses who cosigned
check-no-witnesses = No witness has cosigned: the record is vouched for by its own signature alone.
check-accreditors = Fingerprints of the accreditors
check-threshold = Accreditors who must sign together
check-policy-warning = The list of whom to trust came with the evidence itself. Compare the fingerprints with those that the accreditors publish elsewhere.
check-skipped = Entries that are invalid and count for nothing
check-no-skipped = Every entry in the record is valid.
check-entry = Entry
check-code = Code
check-reason = Reason

# Where a check failed
check-step-archive = The file is not a bundle of evidence.
check-step-policy = The list of whom to trust is wrong.
check-step-checkpoint = The signatures over the record are wrong or too few.
check-step-tree = The entries are not those that were signed.
check-step-entries = An entry breaks the record.
check-step-blobs = A text or another document is missing or was changed.
check-step-claim = The figures are not what the record gives.

# What is proven and what is not
check-proven = What this proves
check-proven-keys = Which key attested what, and in which order it entered the record.
check-proven-count = That counting again over every entry, without leaving any out, gives exactly these figures.
check-proven-text = That the acts are on exactly these texts, to the last character, in every language.
check-not-proven = What this does not prove
check-not-proven-organisations = That an organisation exists, or where: that rests on the accreditors.
check-not-proven-passkey = What a screen showed: a passkey proves a gesture on this site. Only an organisation's own key, used elsewhere, excludes this site. The kinds are counted apart.
check-not-proven-now = That this is the newest state: older evidence stays true for its size.
check-not-proven-withheld = That no act was withheld: one that never entered the record leaves no trace but its signer's receipt.
check-not-proven-witnesses = Anything by witnesses who are in one hand with the record.
check-not-proven-presence = That persons were there: a clerk's key alone attests presence.
check-not-proven-page = That this page is honest: it came from this site. The program, got elsewhere, excludes that.
# What the page says beside the record
check-same = At this moment the record gives the same figures as this page.
check-differs = Not everything on this page is in the record
check-page-and-record = { $page } on this page, { $record } in the record
check-unsigned = Acts made without a signature: { $count }. Nobody else could check them, so they are counted on this page and are not in the record.
check-presence-waits = Presence enters the record in batches of five minutes or more, so that nobody’s arrival can be read from it; delegations enter within seconds.
check-presence-stays = The record counts everybody who was ever present at the summit; this page counts those who are present now.
check-not-in-record = This figure is not in the verifiable record
check-not-in-record-about = It can be recomputed from the exported data, which rests on this server’s word.
check-endorsements = Check the endorsements yourself
check-signed-before = Endorsements signed in the former record: { $count }
check-signed-before-about = Their signatures stand in the record { $log }, whose own evidence proves them. This record names each of those entries by its digest and counts it as on paper until the organisation signs again.
check-poll-before = This vote stands in the former record
check-poll-before-about = It was opened under the record { $log }, and is not in the one that succeeds it. The evidence of that record proves what it holds of this vote.
