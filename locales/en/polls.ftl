# Voting: what is asked, how votes are taken, what came of it.
nav-polls = Votes
polls-lead = Questions put to the vote at this summit. No figure is shown before the voting is locked.
polls-none = Nothing has been put to the vote yet
polls-none-next = A vote appears here as soon as the chair puts a question.
poll-question = Question
poll-method = Method of voting
poll-meeting = Meeting
poll-state = State
poll-number = Vote { $number }
poll-electorate = Entitled to vote
poll-entitled = { $count ->
    [one] { $count } seated delegation
   *[other] { $count } seated delegations
}
poll-roll = Roll
poll-roll-from = Alphabetical, beginning by lot with { $name }
poll-manifest = Digest of the question’s manifest (SHA-256)
poll-adopt-text = Adoption of { $symbol }:
poll-recorded = Recorded vote
poll-roll-call = Roll-call vote
poll-hands = Show of hands
choice-yes = In favour
choice-no = Against
choice-abstain = Abstaining
choice-not-participating = Not participating
choice-absent = Absent
poll-open = Voting is under way
poll-locked = Voting is locked
poll-cancelled = Given up
poll-carried = Carried
poll-not-carried = Rejected
poll-received = { $count ->
    [one] { $count } of { $all } has voted
   *[other] { $count } of { $all } have voted
}
poll-progress = Votes received
poll-being-called = Being called:
poll-left-to-call = ({ $count } left on the roll)
poll-given-up = The voting was given up; no vote was opened.
poll-no-figures = How anybody votes is shown to nobody before the lock.
poll-majority = { $needed } votes in favour are needed, of { $voting } present and voting. Abstaining is not voting.
poll-not-declared = The chair has not declared the result yet.
poll-tie = As many voted for as against: the proposal is rejected.
poll-tie-chair = As many voted for as against: the chair decided.
poll-nobody-named = In a show of hands nobody is named.
poll-votes-signed = { $count ->
    [one] { $count } vote is signed and stands in the verifiable record.
   *[other] { $count } votes are signed and stand in the verifiable record.
}
poll-votes-on-paper = { $count ->
    [one] { $count } vote came on paper: it is counted here and is not in the record, which counts its voter as absent.
   *[other] { $count } votes came on paper: they are counted here and are not in the record, which counts their voters as absent.
}
poll-outside-record = These votes are not in the verifiable record: they were not signed with keys, so nobody else can check them.
poll-votes = How each voted
poll-vote = Vote
poll-weight = Votes held
poll-intended = Had meant to vote: { $choice }
seat-unopened = Vote not opened
hall-voted = { $count ->
    [one] of { $all } has voted
   *[other] of { $all } have voted
}

# The chair.
voting-now = Voting
voting-look = Look at the vote
chair-voting = Voting is under way; it goes on below. Only a point of order interrupts it.
chair-put-question = Put a question to the vote
chair-put-text = Put it to the vote
chair-open-poll = Begin the voting
chair-call-next = No answer: call the next
chair-lock = Lock the voting
ask-lock = Lock the voting? After that no vote can be cast or changed, and the votes are opened.
chair-declare = Declare the result
chair-tie-carried = Decide the tie: carried
chair-tie-rejected = Decide the tie: rejected
chair-cancel-poll = Give the voting up
chair-cancel-reason = Why (shown to everybody)
ask-cancel-poll = Give the voting up? The votes cast are never opened.
put-question-lead = From the moment the voting begins, nothing interrupts it but a point of order on its conduct.
put-question-order = Order of the roll-call
put-question-order-hint = For a roll-call: in which language’s alphabetical order. Who is called first is drawn by lot.

# The delegate.
vote-received = Your delegation’s vote was received:
vote-may-change = You can change it until the voting is locked; the last one counts.
vote-stands = The voting is locked: it does not change any more.
vote-you-are-called = Your delegation is being called: vote now
vote-your-place = Your delegation is number { $place } on the roll. You vote when it is called.
vote-not-cast = Your delegation has not voted yet.
done-cast-vote = Your vote was received.
done-open-poll = The voting has begun.
done-lock-poll = The voting is locked and the votes are opened.
done-declare-result = The result is declared.

# Minutes and changes.
minute-poll-opened = Vote { $number } began
minute-poll-carried = Vote { $number }: carried
minute-poll-rejected = Vote { $number }: rejected
minute-poll-cancelled = Vote { $number } was given up
change-poll-opened = Vote { $number } began
change-poll-carried = Vote { $number }: carried
change-poll-rejected = Vote { $number }: rejected
change-poll-cancelled = Vote { $number } was given up
minute-poll-locked = Vote { $number } was locked
minute-intention = { $name } had its intention in vote { $number } minuted
change-intention-noted = { $name } had its intention in vote { $number } minuted
change-poll-locked = Vote { $number } was locked: { $yes } in favour, { $no } against, { $abstain } abstaining
change-roll-passed = Vote { $number }: { $name } was called and did not answer
change-text-adopted-by-vote = { $text } was adopted by a vote

# Refusals: each says what would be allowed.
refusal-voting-under-way = Voting is under way. Nothing interrupts it but a point of order on its conduct; go on once the result is declared.
refusal-poll-locked = The voting is locked: no vote is cast or changed any more. A mistaken voter can have its intention minuted.
refusal-poll-not-locked = The voting is not locked yet. Lock it first; until then a vote can still be changed.
refusal-poll-cancelled = This voting was given up. The chair can put the question again.
refusal-result-declared = The result is declared already. It stands.
refusal-nobody-to-call = Everybody on the roll was called. The voting can be locked.
refusal-another-is-called = { $name } is being called now. Call on from there.
refusal-intention-already-noted = Your delegation’s intention was minuted { $limit } times already, the most that one vote allows.
refusal-nobody-is-named = In a show of hands nobody is named, so no single vote is minuted. Ask for a recorded vote instead.
refusal-too-many-polls = There are { $limit } votes already, the most that one house holds.
refusal-text-or-question = Put either a text or a question to the vote, not both at once.
refusal-one-seat-one-vote = The rules of this summit give every seat one vote. Weights need a profile of rules that has them.
refusal-not-in-electorate = { $name } is not among those entitled to vote here: the electorate was fixed when the voting began.
refusal-nobody-may-vote = No seated delegation is entitled to vote. Accept the credentials of a member first.
refusal-electorate-too-large = At most { $limit } delegations can vote at once. Divide the question among meetings.
refusal-not-called-yet = Your delegation is number { $place } on the roll and is not called yet. Vote when it is called.
refusal-poll-not-in-record = The votes of this poll do not enter the record, so they are not signed. Vote without a signature.
refusal-vote-already-cast = Your delegation’s vote stands as it is. To change it, choose another before the voting is locked.
refusal-roll-not-called = { $count ->
    [one] { $name } is being called; it is the last on the roll. Wait for its answer or call on, then lock.
   *[other] { $name } is being called; { $count } are left on the roll. Call them, then lock.
}
refusal-tie-is-the-chairs = As many voted for as against, and the rules leave it to the chair: say whether it is carried.
refusal-no-tie = There is no tie that the chair decides. Declare the result as it was counted.

# Letters.
letter-receipt-vote-subject = Receipt: vote on { $symbol }
letter-receipt-vote-body =
    Dear { $name },

    This confirms that a vote of { $organisation } on { $symbol } was received.

    To keep votes unread before the voting is locked, this receipt does not say for what.
    Digest of the signed vote: { $digest }

    If you did not do this, write to the secretariat at once.
