# The chair's console.
chair-title = Chair’s console
chair-no-meeting = There is no meeting to preside over
chair-no-meeting-next = The secretariat schedules meetings in the programme; the next one appears here.
chair-shortcuts = Shortcuts
chair-meetings = Meetings
chair-meeting = Meeting and speaker
chair-no-item = No item is under discussion.
chair-not-opened = The meeting has not been opened. Look at the quorum, then open it.
chair-nobody-speaks = Nobody has the floor.
chair-point-of-order = Point of order by { $name }
chair-uphold = Uphold
chair-overrule = Overrule
chair-kept = Kept for { $name }, whose link dropped:
chair-end-kept = End the kept speech
chair-end-speech = End the speech
chair-pause-clock = Stop the clock
chair-resume-clock = Resume the clock
chair-extend = One minute more
chair-open-meeting = Open the meeting
chair-suspend = Suspend the meeting
chair-resume = Resume the meeting
chair-close-meeting = Close the meeting
chair-closed-next = The meeting is closed. Choose the next one below.
chair-give = Give the floor to { $name }
chair-give-back = Give the floor back to { $name }
chair-give-reply = Right of reply: { $name }
chair-give-short = Give the floor
chair-first = First

chair-room = The room
quorum-to-open = Quorum to open
quorum-to-decide = Quorum to decide
quorum-of = { $present ->
    [one] { $present } delegation present
   *[other] { $present } delegations present
}, { $needed } needed
quorum-none = none applies
quorum-missing = not reached

chair-log = Minutes
chair-log-all = All of them
chair-log-empty = The minutes begin when the meeting is opened.
minute-opened = The meeting was opened
minute-suspended = The meeting was suspended
minute-resumed = The meeting was resumed
minute-closed = The meeting was closed
minute-item-opened = Item opened: { $item }
minute-item-closed = Item closed: { $item }
minute-floor-given = { $name } was given the floor
minute-speech-ended = { $name } spoke for { $time }
minute-extended = { $seconds } seconds more were given
minute-clock-paused = { $cause }
minute-clock-resumed = The clock runs again
minute-point-raised = { $name } raised a point of order
minute-point-upheld = The chair upheld the point of order of { $name }
minute-point-overruled = The chair overruled the point of order of { $name }

chair-list = List of speakers
chair-list-empty = The list of speakers is not open
chair-list-empty-next = Open it below, even before the item is taken up.
chair-nobody-waits = Nobody waits to speak
chair-nobody-waits-next = Requests appear here as they arrive.
chair-list-more = { $count ->
    [one] and one more organisation
   *[other] and { $count } more organisations
}
chair-replies = Rights of reply
chair-strike = Strike from the list
chair-open-list = Open the list
chair-close-list = Close the list
chair-change-limits = Change the limits
chair-limit = Speaking time in seconds
chair-interventions = Interventions of one delegation
chair-order = Change the order
chair-move = Move
chair-to-place = To place
chair-move-button = Move
chair-swap = Swap
chair-swap-with = With
chair-swap-button = Swap the two
chair-strike-who = Strike

chair-agenda = Agenda and decisions
chair-open-item = Open the item
chair-close-item = Close the item
chair-item-closed = Concluded
chair-no-agenda = The agenda is empty
chair-no-agenda-next = The secretariat enters items in the programme.
chair-revision-drafted = A newer revision is being drafted. It can be decided on when it is tabled.
chair-open-consensus = Ask for consensus
chair-consensus-needs-item = Open an agenda item to ask for consensus.
chair-consensus-open = Consensus is asked
chair-adopt = Adopt by consensus
chair-close-consensus = Take the question back
chair-open-endorsement = Open for endorsement
chair-close-endorsement = Close for endorsement

ask-close-meeting = Close the meeting for good? Its open item is closed with it.
ask-adopt = Declare the text adopted by consensus? It cannot be changed afterwards.
ask-close-endorsement = Close the text for endorsement? The acts made so far stand.

done-open-meeting = The meeting is open.
done-suspend-meeting = The meeting is suspended.
done-resume-meeting = The meeting is resumed.
done-close-meeting = The meeting is closed.
done-open-item = The item is open.
done-close-item = The item is concluded.
done-open-speakers = The list of speakers is open.
done-close-speakers = The list of speakers is closed.
done-give-floor = The floor is given; the clock runs.
done-end-speech = The speech is ended.
done-pause-clock = The clock is stopped.
done-resume-clock = The clock runs again.
done-extend-speech = The speaker has more time.
done-reorder-speakers = The list has its new order.
done-swap-speakers = The places are swapped.
done-rule-point-of-order = The ruling is on the record.
done-open-consensus = The question is before the meeting.
done-close-consensus = The question is taken back.
done-adopt-by-consensus = The text is adopted by consensus.
done-open-endorsement = The text is open for endorsement.
done-close-endorsement = The text is closed for endorsement.
