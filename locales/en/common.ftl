# The frame of every page, errors, and words used everywhere.
app-name = Hemicycle
skip-to-content = Skip to the content
navigation = Pages
optional = (optional)
organisation = Organisation
footer-record = Every figure on these pages can be recomputed from the record.
as-of-position = As of position { $position } of the record
to-front-page = To the front page
not-found = There is no such page
done = Done. It is on the record.

nav-front = Overview
nav-directory = Organisations
nav-organisations = Organisations
nav-programme = Programme
nav-programme-edit = Edit the programme
nav-accreditation = Accreditation
nav-delegation = My delegation
nav-presence = Presence
nav-texts = Texts
nav-letters = Letters
nav-seats = Seats
nav-record = Record
nav-venues = Venues
nav-hall = Hall display
nav-chair = Chair’s console
nav-paper = Acts on paper
nav-hemicycle = Hemicycle

role-secretariat = Secretariat
role-chair = Chair
role-focal-point = Focal point
role-delegate = Delegate
role-venue-operator = Venue desk
role-director = Director
role-interpreter = Interpreter
role-observer = Observer

join-title = Take your seat
join-as-secretariat = You are invited to the secretariat.
join-as-chair = You are invited to preside.
join-as-focal-point = You are invited as focal point of your organisation.
join-as-delegate = You are invited as a member of your organisation’s delegation.
join-as-venue-operator = You are invited to run the desk of a venue.
join-as-director = You are invited to direct the picture.
join-as-interpreter = You are invited to interpret.
join-as-observer = You are invited to observe.
join-you-are = You are
join-device = This link works once. It signs in the device on which you press the button, for 30 days.
join-button = Sign in on this device
join-ask-again = Ask the secretariat for a new link. If you have signed in already, go back to the page you had open.
done-redeem-invitation = You are signed in.

letter-invitation-subject = { $summit }: your seat
letter-invitation-body =
    Dear { $name },

    You have a seat at { $summit }. Open this link on the device you will use; it works once and for 14 days:

    { $link }

    If you did not expect this letter, you need not do anything.

error-unavailable = The server cannot take this now. Nothing was lost: try again in a moment.
error-too-many = Too many attempts in a short time. Wait five seconds and try again.
denied-not-signed-in = Nobody is signed in here. Open the link of your invitation, or ask the secretariat for a new one.
denied-role-may-not = Your seat does not allow this. Ask the secretariat who may do it.
denied-out-of-scope = Your seat allows this only for your own organisation, venue or meeting.
denied-other-site = This form was sent from another site and was not accepted. Open the page here and send it again.
refusal-event-too-large = This is too long to be recorded in one act: the limit is { $limit } bytes. Split it into several acts.

invalid-empty = Fill this in.
invalid-too-long = This is { $actual } characters long; at most { $limit } are allowed.
invalid-too-many = Too many entries; at most { $limit } are allowed.
invalid-out-of-range = Give a whole number from { $min } to { $max }.
invalid-character = The character { $code } may not stand here: it is invisible or changes the direction of writing. Remove it.
invalid-not-an-id = Choose one of those that are offered ({ $prefix }).
invalid-not-a-digest = Give 64 digits from 0 to 9 and a to f.
invalid-not-a-number = Give a whole number.
invalid-not-a-choice = Choose one of those that are offered.
invalid-not-a-language = Give a language tag such as fr or zh-Hant.
invalid-not-a-country = Give a two-letter country code such as KE, or one of the convener’s own.
invalid-not-a-zone = Give a time zone such as Africa/Nairobi.
invalid-not-a-time = Give date and time as 2027-03-28T09:30.
invalid-ambiguous-time = This time does not exist, or exists twice, at that place: the clocks change then. The nearest valid times are { $earlier } and { $later }.
invalid-not-a-symbol = Give a document symbol: capital letters, digits, full stops, strokes and brackets, at most 80.
invalid-unknown = There is none of this name.
invalid-taken = This is taken already. Choose another.
invalid-not-an-address = Give an e-mail address such as name@example.org.

script-sending = Sending…
script-queued = Not sent yet: there is no connection. It will be sent when the line is back.
script-stale = The connection is lost. What you see may be out of date; reconnecting.
script-reconnected = Connected again.
script-revoked = This device was signed out. Open the link of a new invitation to come back.
script-problem = There is a problem
script-failed = This was not accepted. Try again.
script-copied = Copied
script-keys-title = Keyboard shortcuts
script-close = Close
script-clock-low = Thirty seconds left
script-clock-over = The time is over
script-reload = A new version is there; the page reloads.
script-confirm-yes = Yes, do it
script-confirm-no = No, go back
script-yours = your time: {"{"}time{"}"}
