# The hemicycle: every seated organisation a dot.
hemicycle-title = Hemicycle
hemicycle-lead = Every seated organisation is one dot, from left to right in the order of precedence.
hemicycle-lead-alphabetical = Every seated organisation is one dot, from left to right in alphabetical order: the lot for the order of precedence is not drawn yet.
hemicycle-views = What the dots show
hemicycle-by-presence = Who is present
hemicycle-by-text = Endorsements of { $symbol }
hemicycle-by-item = List of speakers: { $item }
hemicycle-empty-title = No organisation is seated yet
hemicycle-empty = A dot stands here for each organisation as soon as its credentials are accepted.
hemicycle-table = Show as a table
hemicycle-place = Place
hemicycle-organisation = Organisation
hemicycle-state = State
hemicycle-one = { $name } — { $state }
hemicycle-summary = { $seats ->
    [one] One seat
   *[other] { $seats } seats
}: { $parts }
hemicycle-part = { $state } ({ $count })
seat-absent = Absent
seat-present = Present
seat-endorsed = Endorsed
seat-reserved = Endorsed with a reservation
seat-declined = Declined
seat-withdrawn = Withdrawn
seat-not-acted = Has not acted
seat-asking = On the list of speakers
seat-speaking = Has the floor
