# Venues on the map of the world.
venues-title = Venues
venues-lead = The main venue and all satellite venues, with the state of their links.
venues-empty-title = No venue is entered yet
venues-empty = Venues stand on the map as soon as the secretariat enters them.
venues-map = Map of the world with { $count ->
    [one] one venue
   *[other] { $count } venues
}: { $up } connected, { $down } without a link
venues-table = All venues
venues-venue = Venue
venues-host = Hosted by
venues-time = Local time
venues-capacity = Places
venues-present = Present
venues-link = Link
venues-link-up = Connected
venues-link-down = Link lost
venues-link-unknown = Not connected yet
venues-main = Main venue
venues-one = { $name } — { $state }
