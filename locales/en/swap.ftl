# Swapping places on the list of speakers.
swap-title = Swap places on the list of speakers
swap-about = The two places are swapped when the other delegation agrees. Until then nothing moves, and you may take the proposal back.
swap-with = With which delegation
swap-with-hint = Those that wait on the list, by their places.
swap-option = { $place }. { $name }
swap-propose = Propose to swap
swap-alone = Nobody else is on the list
swap-alone-next = You can propose to swap places as soon as another delegation asks for the floor.
swap-not-listed = Your delegation is not on this list
swap-not-listed-next = Ask for the floor first; then you can propose to swap places.
swap-to-page = Propose to swap places
act-decline-swap = Decline the swap
act-withdraw-swap = Take the proposal back
done-decline-swap = The proposal to swap places is declined. Nothing moves.
done-withdraw-swap = Your proposal to swap places is taken back.
