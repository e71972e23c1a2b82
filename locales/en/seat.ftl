# Refusals of seats, links and sessions: each says what would be allowed.
refusal-seat-already-ended = This seat has ended and stays ended. Invite the person again to give them a new seat.
refusal-seat-of-member = This seat belongs to an accredited member of a delegation. Withdraw the member instead: that ends the seat and the badge together.
refusal-last-secretariat = This is the last seat of the secretariat. Invite another person to the secretariat first; then this seat can end.
refusal-invitation-not-open = This link is not open: it was used, replaced by a newer one, or is incomplete. Open the newest letter, or ask the secretariat for a new link.
refusal-invitation-expired = This link has expired. Ask the secretariat for a new one.
refusal-too-many-sessions = This seat is already signed in on { $limit } devices, the most it may have. Sign one of them out first.

# Letters.
letter-invitation-subject = Your access: { $summit }
letter-invitation-body =
    Dear { $name },

    You are given access to { $summit } as { $role ->
        [secretariat] a member of the secretariat
        [chair] chair
        [focal-point] focal point of your organisation
        [delegate] a member of your delegation
        [venue-operator] venue operator
        [director] director of the picture
        [interpreter] interpreter
       *[observer] observer
    }.

    Open this link on the device you will use:
    { $link }

    The link works once, until { $until }. Please do not pass it on. If it has lapsed or was lost, the secretariat sends a new one.

    The secretariat
