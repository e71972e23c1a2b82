# The hall's screen.
hall-next = Next ({ $count ->
    [one] one waits
   *[other] { $count } wait
})
hall-present = present
hall-organisations = organisations
hall-countries = countries
hall-venues = venues
hall-suspended = The meeting is suspended
hall-closed = The meeting is closed
hall-nobody-speaks = The meeting is in progress
hall-no-meeting = No meeting is on the programme
hall-objections = { $count ->
    [one] objection
   *[other] objections
}
hall-endorse = { $organisations ->
    [one] organisation endorses
   *[other] organisations endorse
}, of { $countries ->
    [one] one country
   *[other] { $countries } countries
}
hall-apart = { $reservations } with a reservation · { $declined } declined · { $withdrawn } withdrawn
