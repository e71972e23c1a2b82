# The programme for everybody.
schedule-title = Programme
schedule-lead = Times are those of the place of each meeting; where yours differs, it stands beside.
schedule-empty-title = No meeting is on the programme yet
schedule-empty = Meetings stand here as soon as the secretariat schedules them. You can take up the calendar already: it keeps itself up to date.
schedule-calendar = In your calendar
schedule-calendar-hint = Subscribe to one of these addresses in your calendar, and changes arrive by themselves.
schedule-calendar-zoned = Calendar in the places’ own time zones
schedule-calendar-utc = Calendar in UTC
schedule-days = Days
schedule-all-days = All days
schedule-agenda = Agenda
schedule-keynotes = Keynotes
schedule-keynote-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
schedule-cancelled = Cancelled
schedule-cancelled-title = Cancelled meetings
schedule-over = Over
schedule-now = In progress
schedule-suspended = Suspended
