# Presence, for the secretariat.
presence-by = Counted by
presence-by-venue = By venue
presence-by-country = By country
presence-by-organisation = By organisation
presence-of-accredited = of { $count } accredited
presence-remote = of them remotely
presence-organisations = organisations present
presence-countries = countries present
presence-no-flags = No badge was scanned at two venues.
presence-flags = Badges scanned at two venues
presence-flags-about = Each counts once, where it was scanned last. Ask the venues who held the badge; issue a new one if it was copied.
presence-flag = { $first } and { $second }
presence-clear = Clear
presence-nobody = Nobody is present yet
presence-nobody-next = People are counted here as soon as a venue checks them in.
done-clear-flag = The flag is cleared.
