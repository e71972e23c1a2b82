# A meeting for everybody.
meeting-title = Sesión
meeting-when = Cuándo
meeting-where = Dónde
meeting-quorum = Quórum en la apertura
meeting-agenda = Programa
meeting-no-agenda = El programa todavía no está redactado.
meeting-no-list = La lista de oradores todavía no está abierta.
