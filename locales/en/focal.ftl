# The focal point's front page, and the letters to its delegation.
focal-title = Your delegation’s way to the summit
focal-now = To be done now
focal-enter = Enter your delegation
focal-enter-about = Begin with the head of delegation. Your secretariat looks at the members when you submit the credentials.
focal-submit = Submit the credentials
focal-submit-about = Check the members once more, then submit the credentials. Members you add later are accepted one by one.
focal-wait = Wait for the secretariat
focal-answer = Your credentials are challenged
focal-over = Speak to the secretariat
focal-sign-in = See that everybody signs in
focal-sign-in-about = { $count ->
    [one] { $count } member has not used the link of the letter yet. The secretariat can send a new one.
   *[other] { $count } members have not used the links of their letters yet. The secretariat can send new ones.
}
focal-ready = Everything is ready
focal-ready-about = Your delegation is seated and everybody has signed in. The programme says when the meetings begin.
focal-to-delegation = To the delegation
focal-to-letters = To the letters
focal-to-meeting = The whole list of speakers
focal-links-open = Links not used yet
focal-about-delegation = Members, ranks and credentials
focal-about-letters = Who was sent which letter, and whether it went out
focal-floor = On the floor
focal-not-seated = Your organisation can ask for the floor as soon as its delegation is seated.
focal-speaks = Your delegation has the floor
focal-place = Your delegation stands at place { $place } of { $count } on the list of speakers.
focal-has-spoken = Your delegation has spoken in this item.
focal-not-on-list = Your delegation is not on the list of speakers. Its delegates ask for the floor from their own pages.
focal-no-list = No list of speakers is open yet.
focal-texts = On the texts
focal-texts-none = No text is before the summit yet
focal-texts-none-next = When a text is decided or opened for endorsement, what your organisation did about it stands here.
focal-deciding = Being decided
focal-no-act = Not acted yet
focal-no-act-closed = No act of yours
focal-letters-lead = The letters to you and to the members of your delegation. Their links are for their readers alone and are not shown.
focal-letters-none = No letter has been written yet
focal-letters-none-next = Each member gets a letter with a personal link when the secretariat accepts the credentials.
