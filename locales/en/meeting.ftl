# A meeting for everybody.
meeting-title = Meeting
meeting-when = When
meeting-where = Where
meeting-quorum = Quorum at the opening
meeting-agenda = Agenda
meeting-no-agenda = The agenda is not written yet.
meeting-no-list = The list of speakers is not open yet.
