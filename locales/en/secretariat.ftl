# The front page of the secretariat.
secretariat-title = Secretariat
secretariat-waiting = What waits
secretariat-nothing-waits = Nothing waits for a decision.
secretariat-places = Where to go
secretariat-no-summit = There is no summit yet
secretariat-no-summit-next = Convene a summit first: its theme, its days and who convenes it. Venues, meetings and invitations follow.
summit-convene = Convene a summit
secretariat-no-venue = The summit has no main venue yet
secretariat-no-venue-next = Enter the main venue. Meetings are placed on the days of its calendar.
venue-add = Enter a venue
secretariat-no-meeting = No meeting is scheduled yet
secretariat-no-meeting-next = Schedule the opening plenary and give it an agenda.
meeting-add = Schedule a meeting
secretariat-nobody-invited = No organisation is invited yet
secretariat-nobody-invited-next = Invite organisations of the directory. Their focal points get a link and enter their delegations.
secretariat-next-meeting = Next meeting
secretariat-about-programme = Summit, venues, meetings, agenda, keynotes
secretariat-about-directory = Names, countries and categories of organisations
secretariat-about-accreditation = Invitations, delegations, credentials, badges
secretariat-about-presence = Who is present where, and badges scanned twice
secretariat-about-paper = What came by signed letter or by telephone
secretariat-about-letters = Letters that wait, were sent, failed or are to be printed
secretariat-about-seats = Who has which role, on which devices; acts that were denied

waiting-submitted = { $count ->
    [one] { $count } delegation has submitted its credentials
   *[other] { $count } delegations have submitted their credentials
}
waiting-verified = { $count ->
    [one] The verified credentials of { $count } delegation await the decision
   *[other] The verified credentials of { $count } delegations await the decision
}
waiting-rivals = { $count ->
    [one] { $count } delegation claims a contested seat
   *[other] { $count } delegations claim contested seats
}
waiting-differs = { $count ->
    [one] { $count } delegation claims another category than the directory has
   *[other] { $count } delegations claim other categories than the directory has
}
waiting-members = { $count ->
    [one] { $count } member entered later waits to be accepted
   *[other] { $count } members entered later wait to be accepted
}
waiting-flags = { $count ->
    [one] { $count } badge was scanned at two venues
   *[other] { $count } badges were scanned at two venues
}

# Directory.
directory-title = Directory of organisations
directory-add = Enter an organisation
directory-import = Import a list
directory-found = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
directory-empty = The directory is empty
directory-empty-next = Import your list of organisations as CSV or XLSX, or enter them one by one.
directory-remove = Take off the directory
directory-remove-about = What the organisation did stays on the record. One that has a delegation, a seat or a part in the programme stays in the directory.
directory-remove-sure = Take this organisation off the directory?
done-register-organisation = The organisation is entered.
done-amend-organisation = The entry is amended.
done-remove-organisation = The organisation is taken off the directory.
done-import-organisations = The list is entered.
