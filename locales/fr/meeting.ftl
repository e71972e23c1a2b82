# A meeting for everybody.
meeting-title = Séance
meeting-when = Quand
meeting-where = Où
meeting-quorum = Quorum à l’ouverture
meeting-agenda = Ordre du jour
meeting-no-agenda = L’ordre du jour n’est pas encore rédigé.
meeting-no-list = La liste des orateurs n’est pas encore ouverte.
