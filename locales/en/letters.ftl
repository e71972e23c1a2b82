# The outbox.
letters-states = States of letters
letters-waiting = Waiting
letters-waiting-about = Letters go out by themselves when a mail server is set up. Without one, or without an address, print them.
letters-sent = Sent
letters-failed = Failed
letters-failed-about = These were given up after several attempts. Print them, or have them tried again.
letters-printed = Printed
letters-none = There are no letters here
letters-none-next = Invitations, receipts and notices appear here as soon as they are written.
letters-print-sheet = Print
letters-print-about = { $count ->
    [one] { $count } letter. Print this page, then mark it as printed.
   *[other] { $count } letters. Print this page, then mark them as printed.
}
letters-mark-printed = Mark as printed
letters-mark-all-printed = Mark all as printed
letters-retry = Try again
letter-subject = Subject
letter-to = To
letter-written = Written
letter-done = Sent or printed
letter-attempts = Attempts
letter-error = Last error
letter-erased = Erased with the person
letter-no-address = No address
done-mark-letters-printed = Marked as printed.
done-retry-letters = Tried again as soon as possible.
letters-print-more = { $count ->
    [one] { $count } more follows on another sheet once these are marked.
   *[other] { $count } more follow on another sheet once these are marked.
}
letters-newest = Newest
letters-older = Older
letters-found = { $count ->
    [one] { $count } letter, whatever became of it
   *[other] { $count } letters, whatever became of them
}
letters-found-first = More letters than are shown fit this search: these are { $count }. Type more of the name or the address.
letters-nothing-found-next = Search for a part of a recipient’s name or address, or choose a state.
letter-state = State
