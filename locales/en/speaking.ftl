# Words that the pages of the floor and of deciding share.
speaking-now = Speaking now
speakers-waiting = { $count ->
    [0] Nobody waits to speak.
    [one] One delegation waits to speak.
   *[other] { $count } delegations wait to speak.
}
list-not-opened = List not opened
list-open = List open
list-closed = List closed
point-of-order-pending = A point of order awaits the chair’s ruling
meeting-in-progress = In progress
meeting-suspended = Suspended
meeting-closed = Closed
meeting-cancelled = Cancelled
meeting-not-open = Not opened yet

deciding-now = Being decided now
deciding-open = Open for endorsement
deciding-consensus = The chair asks: is there consensus on this text?
deciding-standing = { $objections ->
    [0] No objection
    [one] One objection
   *[other] { $objections } objections
}, { $reservations ->
    [0] no reservation
    [one] one reservation
   *[other] { $reservations } reservations
} so far.
deciding-endorsed = { $organisations ->
    [0] No organisation endorses it yet.
    [one] One organisation endorses it
   *[other] { $organisations } organisations endorse it
}{ $organisations ->
    [0] {""}
   *[other] {" "}({ $countries ->
        [one] one country
       *[other] { $countries } countries
    }).
}
deciding-read = Read the text
objections-count = { $count ->
    [0] No objection
    [one] One objection
   *[other] { $count } objections
}
reservations-count = { $count ->
    [0] No reservation
    [one] One reservation or dissociation
   *[other] { $count } reservations and dissociations
}
reservation-kind-reservation = Reservation
reservation-kind-dissociation = Dissociation

act-kind-endorse = Endorsed
act-kind-endorse-with-reservation = Endorsed with a reservation
act-kind-decline = Declined
act-kind-withdraw = Withdrawn

rank-head = Head of delegation
rank-representative = Representative
way-paper = on paper
link-lost = Link lost
links-lost = { $count } venues’ links are down.

clock-held-chair = Clock stopped by the chair
clock-held-link = Clock stopped: the venue’s link is down
clock-held-point-of-order = Clock stopped: point of order
clock-held-suspension = Clock stopped: meeting suspended

count-present = representatives present
count-remote = of them remotely
count-organisations-present = organisations present
count-venues = venues with somebody present

text-state-draft = Draft
text-state-tabled = Tabled
text-state-consensus = Consensus is asked
text-state-adopted = Adopted
text-state-open = Open for endorsement

