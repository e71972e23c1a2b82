# Refusals of accreditation: each says what would be allowed.
refusal-organisation-already-invited = This organisation has already been invited to the summit. Send its focal point a new link, or invite a rival delegation that claims the same seat.
refusal-too-many-delegations = An organisation can have at most { $limit } delegations to one summit, rejected and revoked ones included. Decide on one of those it has.
refusal-delegation-empty = There is nobody on the delegation yet. Enter at least one member, then submit the credentials.
refusal-delegation-has-head = The delegation already has a head. Give the member another place, or first amend or withdraw the present head.
refusal-representatives-full = The delegation already has { $limit } representatives, the most the rules of procedure allow. Enter the member as alternate or adviser.
refusal-alternates-full = The delegation already has { $limit } alternates, the most the rules of procedure allow. Enter the member as adviser.
refusal-advisers-full = The delegation already has { $limit } advisers, the most the rules of this summit allow. Withdraw one first.
refusal-delegation-full = The delegation already has { $limit } members, the most one delegation may have. Withdraw a member first.
refusal-member-verified = This member's entry was verified. The secretariat can amend it; or withdraw the member and enter another.
refusal-member-withdrawn = This member was withdrawn. Enter the person anew.
refusal-member-already-accredited = This member is already accredited. For a new link or badge, reissue it.
refusal-not-an-alternate = Only an alternate can be designated to act as representative. Give the member the place of alternate first.
refusal-credentials-not-submitted = These credentials have not been submitted yet. The focal point submits them; then they can be verified.
refusal-credentials-submitted = These credentials are submitted and not verified yet. Verify them first; then they can be accepted, challenged, deferred or rejected.
refusal-credentials-verified = These credentials are already verified. They can now be accepted, challenged, deferred or rejected.
refusal-credentials-accepted = These credentials are accepted. They can still be challenged or revoked.
refusal-credentials-challenged = These credentials are challenged, and the delegation is seated provisionally. They can be accepted, rejected or revoked.
refusal-credentials-deferred = The decision on these credentials was deferred. They can be accepted, challenged, rejected or revoked.
refusal-credentials-rejected = These credentials were rejected. Invite the organisation again if it sends another delegation.
refusal-credentials-revoked = These credentials were revoked. Invite the organisation again if it sends another delegation.
refusal-seat-contested = Another delegation ({ $rival }) claims the same seat. Decide which of them is seated; until then the one that submitted first is seated provisionally.
refusal-no-rival = No other delegation claims this seat. Accept the credentials in the ordinary way.
refusal-nothing-verified = No verified credentials await a decision. Verify submitted credentials first, and decide contested seats one by one.

# Letters.
letter-invitation-focal-point-subject = Invitation: { $summit }
letter-invitation-focal-point-body =
    Dear { $name },

    { $organisation } is invited to { $summit }. You are its focal point.

    Please open this link and enter the members of your delegation, then submit its credentials:
    { $link }

    The link works once, on one device, until { $until }. Please do not pass it on. If it has lapsed or was lost, the secretariat sends a new one.

    The secretariat
letter-invitation-delegate-subject = Your accreditation: { $summit }
letter-invitation-delegate-body =
    Dear { $name },

    You are accredited to { $summit } on the delegation of { $organisation }.

    Open this link on the device you will use at the summit:
    { $link }

    The link works once, until { $until }. Please do not pass it on.

    The code of your badge is { $badge }. Show it at your venue to check in. If anybody else may have seen it, ask the secretariat for a new badge; the old one then stops working.

    The secretariat
