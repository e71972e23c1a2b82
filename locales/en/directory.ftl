# Refusals of the directory: each says what would be allowed.
refusal-directory-changed = Somebody else entered an organisation meanwhile. Nothing of this list was entered: look at it once more, then enter it.
refusal-directory-full = The directory holds { $limit } organisations, the most it can. Amend existing entries instead of adding new ones.
refusal-umbrella-has-members = Other organisations are members of this umbrella. Amend their entries first; then it can be taken off.
refusal-organisation-has-delegation = This organisation has or had a delegation, so its entry stays with the record. Amend the entry instead.
refusal-organisation-has-seats = Somebody holds a seat for this organisation. End those seats first; then it can be taken off.
