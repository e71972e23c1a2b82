# What the programme does not allow now, and what it would allow instead.

refusal-summit-meeting-in-progress = A meeting of this summit is in progress. Its chair closes it first; then the summit can be closed.
refusal-summit-closed = This summit is closed and kept as an archive. Choose the current summit, or convene a new one.
refusal-too-many-summits = This server keeps at most { $limit } summits. Convene further ones on another server.
refusal-summit-closes-before-it-opens = The last day comes before the first. Choose a last day on or after { $opens }.
refusal-main-venue-exists = This summit already has its main venue. Enter this one as a satellite, or amend a satellite to make it the main venue instead.
refusal-main-venue-needed = A summit needs its main venue. Make another venue the main one first; this one then becomes a satellite.
refusal-venue-stays-in-summit = A venue stays with the summit it was entered for. Enter a new venue for the other summit.
refusal-venue-in-use = This venue has been used or the summit has begun, so it stays on the record. You can still amend its entry.
refusal-too-many-venues = A summit has at most { $limit } venues. Take out venues that are not used first.
refusal-no-main-venue = Meetings are placed on the days of the main venue. Enter the main venue first.
refusal-too-many-meetings = A summit has at most { $limit } meetings. Amend an earlier one instead.
refusal-meeting-stays-in-summit = A meeting stays in its summit. Choose a venue of the same summit, or schedule a new meeting in the other one.
refusal-meeting-over = This meeting is over, so its time and venue stay as they were. You can still correct its titles.
refusal-meeting-cancelled = This meeting was cancelled. Schedule a new one instead.
refusal-meeting-ends-before-it-begins = The meeting must end after it begins. Choose an end after { $start }.
refusal-meeting-too-long = A meeting lasts at most { $limit } hours. Schedule the rest as a meeting of its own.
refusal-meeting-outside-summit = Meetings take place from { $opens } to { $closes }. Choose a day in between, or amend the dates of the summit first.
refusal-venue-taken-then = Another meeting is in this venue from { $from } to { $to }. Choose a time before or after it, or another venue.
refusal-item-stays-in-meeting = An agenda item stays in its meeting. Enter a new item in the other meeting.
refusal-too-many-items = An agenda has at most { $limit } items. Schedule a further meeting for the others.
refusal-order-incomplete = The new order must name each of the { $count } items once. Reload the agenda and put it in order again.
refusal-too-many-keynotes = A meeting has at most { $limit } keynotes. Place this one in another meeting.
refusal-precedence-drawn = The lot was drawn once for this summit: { $first } sits first. A lot is not drawn again.
refusal-nobody-to-draw = There is no member organisation to draw from. Register the members first.
refusal-organisation-in-programme = This organisation convenes a summit, hosts a venue or sends a keynote speaker. Amend the programme first, then take it off.
