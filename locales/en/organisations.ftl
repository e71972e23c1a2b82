# All organisations, and one organisation.
organisations-title = Organisations
organisations-count = { $count ->
    [0] No organisation
    [one] One organisation
   *[other] { $count } organisations
}
organisations-in-precedence = In the order of precedence that was drawn for this summit.
organisations-in-alphabet = In alphabetical order.
organisations-empty-title = No organisation is in the directory yet
organisations-empty = Organisations stand here as soon as the secretariat enters or imports them.
organisations-none-title = No organisation is of this kind
organisations-none = Choose fewer filters to see more.
organisations-all = All organisations
organisations-any = Any
organisations-country = Country
organisations-region = Region
organisations-category = Category
organisations-umbrella = Umbrella
organisations-show = Show
organisations-international = International body
organisations-pages = Pages
organisations-previous = Previous
organisations-next = Next
organisations-page = Page { $page } of { $pages }
organisations-present = Present
organisations-accredited = Accredited
organisations-registered = Registered
organisations-names = Names
organisations-short-name = Short name
organisations-website = Website
organisations-delegation = Delegation
organisations-people-registered = People registered
organisations-people-accredited = People accredited
organisations-people-present = People present
organisations-no-delegation = This organisation has no delegation at this summit.
organisations-members = Members of this umbrella
organisations-members-note = An umbrella signs in its own name, never for its members.
organisations-acts = Acts
organisations-no-acts = This organisation has not acted on a text yet.
organisations-act-number = Act number
organisations-act-text = Text
organisations-act = Act
organisations-act-way = Way
organisations-act-endorse = Endorsed
organisations-act-endorse-with-reservation = Endorsed with a reservation
organisations-act-decline = Declined
organisations-act-withdraw = Withdrew its endorsement
organisations-by-device = Unsigned
organisations-on-paper = On paper
organisations-position = Position in the record
organisations-hosts = Hosts
