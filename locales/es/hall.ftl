# The hall's screen.
hall-next = A continuación ({ $count ->
    [one] una en espera
   *[other] { $count } en espera
})
hall-present = presentes
hall-organisations = organizaciones
hall-countries = países
hall-venues = sedes
hall-suspended = La sesión está suspendida
hall-closed = La sesión se ha levantado
hall-nobody-speaks = La sesión está en curso
hall-no-meeting = No hay ninguna sesión en el calendario
hall-objections = { $count ->
    [one] objeción
   *[other] objeciones
}
hall-endorse = { $organisations ->
    [one] organización se adhiere
   *[other] organizaciones se adhieren
}, de { $countries ->
    [one] un país
   *[other] { $countries } países
}
hall-apart = { $reservations } con reserva · { $declined ->
    [one] { $declined } declinación
   *[other] { $declined } declinaciones
} · { $withdrawn ->
    [one] { $withdrawn } retirada
   *[other] { $withdrawn } retiradas
}
