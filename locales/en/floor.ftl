# Refusals of the floor: each says what would be allowed.

# Who acts.
refusal-organisation-not-seated = { $name } has no seated delegation at this summit. Once its credentials are accepted, or challenged and so seated provisionally, it can act.
refusal-category-may-not = { $capability ->
    [speak] Organisations of this category ({ $category }) do not take the floor.
    [reply] Organisations of this category ({ $category }) have no right of reply.
    [propose] Organisations of this category ({ $category }) do not bring in texts.
    [endorse] Organisations of this category ({ $category }) do not endorse texts.
    [vote] Only members raise points of order, object to consensus and enter reservations; this organisation's category is { $category }.
   *[other] Organisations of this category ({ $category }) may not do this.
} The secretariat can change the category in the directory.

# Meetings and items.
refusal-quorum-to-open-missing = { $present } seated delegations are present; { $needed } are needed to open the meeting. It can be opened as soon as enough have checked in, at any venue or remotely.
refusal-quorum-to-decide-missing = { $present } seated delegations are present; { $needed } are needed to decide. The decision can be taken as soon as enough have checked in.
refusal-meeting-not-open = The meeting has not been opened yet. The chair opens it when the quorum is there.
refusal-meeting-already-open = The meeting is already in progress.
refusal-meeting-suspended = The meeting is suspended. Resume it first.
refusal-meeting-closed = The meeting is closed. This can go on in another meeting.
refusal-item-not-open = This agenda item is not under discussion. Open the item first.
refusal-item-already-open = This agenda item is already under discussion.
refusal-another-item-open = Another agenda item ({ $item }) is under discussion. Close it, then open this one.
refusal-item-closed = This agenda item is concluded. The matter can be taken up under another item.

# The list of speakers.
refusal-list-of-speakers-not-opened = The list of speakers is not open yet. Requests are taken as soon as the chair opens it.
refusal-list-of-speakers-open = The list of speakers is already open with these limits. To change them, open it with other limits.
refusal-list-of-speakers-closed = The list of speakers is closed. Delegations on it will speak; for another request, ask the chair to reopen it.
refusal-list-of-speakers-full = The list already has { $limit } entries, the most it can hold. Requests are taken again when speakers have left it.
refusal-already-on-list = Your delegation is on the list already: place { $place } of { $length }. Nothing more is needed.
refusal-interventions-used = Each delegation may speak { $limit ->
    [one] once
   *[other] { $limit } times
} on this item, and yours has done so. The right of reply remains.
refusal-not-on-list = { $name } is not on the list of speakers. It can request the floor first.
refusal-swap-with-itself = A swap needs two different delegations. Choose another one.
refusal-no-swap-proposed = { $name } has no proposal to swap places that waits for an answer. A proposal ends when it is answered or one of the two leaves the list.
refusal-link-already-open = This venue is linked, or its link was lost before. Record that the link is back instead.
refusal-no-head-accredited = No head of the delegation of { $name } is accredited. Ask for the floor as representative, or have the head accredited first.
refusal-no-representative-accredited = Nobody who may speak is accredited on the delegation of { $name }: neither a head nor a representative, nor an alternate who acts as one. The focal point can enter or designate somebody.
refusal-swap-not-proposed = { $name } has not proposed to swap places with your delegation. You can propose it yourself.
refusal-reply-already-requested = Your delegation already waits to reply. It will be called at the end of the item.
refusal-replies-used = Your delegation has used its { $limit } rights of reply on this item. It can speak again under another item.
refusal-no-reply-requested = { $name } does not wait to reply.
refusal-replies-at-the-end = Replies are taken when everybody on the list has spoken; { $count ->
    [one] one delegation still waits
   *[other] { $count } delegations still wait
}.
refusal-replies-waiting = { $count ->
    [one] One delegation still waits
   *[other] { $count } delegations still wait
} to reply. Give them the floor, or withdraw their requests; then the item can be closed.

# Speeches and the clock.
refusal-nobody-waits = Nobody waits to speak. The floor can be given as soon as a delegation requests it.
refusal-nobody-has-the-floor = Nobody has the floor. Give it to a speaker first.
refusal-floor-taken = { $name } has the floor. End that speech first.
refusal-not-speaking = { $name } does not have the floor and has no speech kept for it.
refusal-clock-already-paused = The clock is already stopped. It can be resumed.
refusal-clock-running = The clock is running. It can be paused.
refusal-speech-too-long = A speech lasts at most { $limit } minutes in all. Give less time.
refusal-speaker-link-down = The link of the venue where { $name } speaks is down; the time left is kept. Give the floor to the next speaker meanwhile, or name another venue.
refusal-link-already-lost = This venue's link is already recorded as down. It can be recorded as restored.
refusal-link-not-lost = This venue's link is not recorded as down.

# Points of order.
refusal-point-of-order-pending = A point of order awaits the chair's ruling. Rule on it first.
refusal-no-point-of-order = No point of order has been raised.
