# Accreditation, delegations, members.
accreditation-no-summit = Convene a summit first
accreditation-states = States of credentials
accreditation-rivals = Contested
accreditation-rival = Contested
accreditation-contested = Another delegation claims this seat. One of them is seated; what was done until then stays.
rival-decide = Seat this delegation
delegations = Delegations
accept-all = Accept all verified
credentials-submit = Submit the credentials
credentials-submit-about = The secretariat then looks at the members. Those you add later are accepted one by one.
credentials-submit-sure = Submit the credentials to the secretariat?
credentials-verify = In order: verify
credentials-accept = Accept
credentials-challenge = Challenge
credentials-defer = Defer
credentials-reject = Reject
credentials-revoke = Revoke

invite-open = Invite organisations
invite-about = An invited organisation’s focal point gets a link that works once and for 14 days, and enters the delegation.
invite-all = Invite all
invite-all-about = { $left ->
    [one] { $left } organisation of the directory is
   *[other] { $left } organisations of the directory are
} not invited yet; this invites { $count } of them. Letters without an address wait to be printed.
invite-all-sure = Invite all these organisations?
invite-one = Invite one organisation
invite-rival = As a second delegation for the same seat
invite-rival-hint = Only when two delegations claim to represent the organisation.
invite-everybody-is = Every organisation of the directory is invited
invite-everybody-is-next = Enter further organisations first.
representatives-import = Import representatives

members = Members
members-none = Nobody is entered yet
members-none-next = Enter the head of delegation first, then the others.
members-full = Every place of this delegation is taken. Withdraw a member to make room.
members-late = The credentials were verified already: a member you enter now is accepted by the secretariat.
member-add = Enter a member
member-acts = What can be done
member-accept = Accept this member
member-withdraw = Withdraw this member
member-withdraw-sure = Withdraw this member? The seat and the badge end.
member-designate = Let this alternate act as representative
member-undesignate = No longer acts as representative
link-reissue = Send a new link
link-reissue-about = For a lost device or a lapsed letter. The former link stops working.
badge-reissue = Issue a new badge
badge-reissue-sure = Issue a new badge? The former one and every copy of it stop working.
badges-sheet = Sheet of badges
badges-print = Print this page. Each badge is 86 millimetres wide.
badges-none = There are no badges yet
badges-none-next = Members get their badges when the credentials are accepted.
badge-erased = The code was erased. Issue a new badge.
focal-point-access = Access of the focal point
devices-signed-in = { $count ->
    [0] Not signed in on any device
    [one] Signed in on { $count } device
   *[other] Signed in on { $count } devices
}

delegation-none = Your organisation has no delegation to this summit. Ask the secretariat to invite it.
delegation-invited = Enter the members of your delegation, then submit the credentials.
delegation-submitted = The secretariat is looking at your credentials. You can still enter and amend members.
delegation-verified = Your credentials are in order. The decision is next.
delegation-accepted = Your delegation is seated. Its members have got their links and badges by letter.
delegation-challenged = Your credentials were challenged. Your delegation is seated provisionally, with the same rights, until the decision.
delegation-deferred = The decision was put off. Ask the secretariat what is missing.
delegation-rejected = Your credentials were rejected. Ask the secretariat how to submit a new delegation.
delegation-revoked = Your accreditation was revoked. What your delegation did stays on the record.

done-invite-organisation = The organisation is invited. The letter is in the outbox.
done-invite-organisations = The organisations are invited. The letters are in the outbox.
done-enter-member = The member is entered.
done-amend-member = The member is amended.
done-withdraw-member = The member is withdrawn.
done-designate-alternate = The designation is recorded.
done-submit-credentials = The credentials are submitted.
done-verify-credentials = The credentials are verified.
done-accept-credentials = The credentials are accepted. Members’ letters are in the outbox.
done-challenge-credentials = The challenge is recorded. The delegation is seated provisionally.
done-defer-credentials = The decision is put off.
done-reject-credentials = The credentials are rejected.
done-revoke-credentials = The accreditation is revoked.
done-accept-member = The member is accredited. The letter is in the outbox.
done-accept-all-verified = The verified delegations are accepted. If some are left, press again.
done-decide-rival = The seat is decided.
done-reissue-badge = A new badge is issued.
claim-category = Category in which you attend
claim-category-hint = As your organisation understands it. The secretariat compares it with the directory; the rights of your delegation follow the directory.
accreditation-differs = Category differs
accreditation-differs-title = The category claimed differs from the directory
accreditation-differs-about = The delegation takes itself to attend as { $claimed }; the directory has { $entered }. Its rights follow the directory. Amend the directory if the claim is right; otherwise accept the credentials as they are.
accreditation-differs-amend = See the organisation in the directory
