# Refusals at the venue desk and of remote check-in: each says what would be allowed.
refusal-badge-unknown = No badge has this code. Check the ten characters and scan or type it again; otherwise ask the secretariat.
refusal-badge-reissued = A new badge was issued in place of this one, which no longer works. Scan the new badge.
refusal-badge-withdrawn = The holder of this badge is not an accredited member of a delegation. The delegation's focal point can enter the person; the secretariat then accepts the member.
refusal-badge-not-seated = The delegation of this person is not seated: its credentials are not accepted. Once the secretariat accepts or provisionally seats it, its members can check in.
refusal-badge-of-other-summit = This badge is for another summit. Scan the badge that was issued for this one.
refusal-checked-in-elsewhere = This person is checked in at another venue ({ $venue }). Check in here first, or check out there.
refusal-checked-in-remotely = This person takes part remotely. Check in here first, or leave from the person's own page.
refusal-not-checked-in = This person is not checked in. Check in first.
refusal-no-badge = This person has no badge, because the member is not accredited. Accept the member first: that issues the badge.
refusal-no-flag = This badge has no open flag. Nothing is left to clear.

# Letters.
letter-badge-reissued-subject = Your new badge: { $summit }
letter-badge-reissued-body =
    Dear { $name },

    A new badge was issued to you for { $summit }. Its code is { $badge }.

    Your former badge and every copy of it no longer work. Show the new code at your venue to check in.

    The secretariat
