# Acts on paper.
paper-about = What an organisation does by signed letter or by telephone, you record for it. The evidence is kept with the act, and such acts are counted apart.
paper-acts = Acts
paper-request-floor = Request for the floor
paper-endorse = Endorsement
paper-endorse-with-reservation = Endorsement with a reservation
paper-decline = Declining
paper-withdraw-endorsement = Withdrawal
paper-step-evidence = Attach the evidence
paper-step-act = Record the act
paper-scan = Scanned letter
paper-scan-hint = A PDF, picture or e-mail, at most 16 megabytes.
paper-note = Note of the telephone call
paper-note-hint = Who called, on whose behalf, when, and what was said. It is kept instead of a scan.
paper-missing = Attach a scan, or write the note of the call.
paper-attach = Attach
paper-evidence-kept = The evidence is kept. Its digest goes with the act.
paper-item = Agenda item
paper-speaker = Who will speak
paper-record = Record for the organisation
paper-no-list = No list of speakers is open
paper-no-list-next = The chair opens a list when an agenda item is taken up.
paper-no-text = No text is open for endorsement
paper-no-text-next = A text is opened for endorsement after it is adopted.
paper-which-text = On which text?
paper-counted = { $count ->
    [one] { $count } act on this text was recorded on paper.
   *[other] { $count } acts on this text were recorded on paper.
}
paper-reservation = Words of the reservation
paper-reservation-language = Language of the reservation
