# The programme for everybody.
schedule-title = Calendario
schedule-lead = Las horas son las del lugar de cada sesión; cuando la suya es distinta, figura al lado.
schedule-empty-title = Todavía no hay ninguna sesión en el calendario
schedule-empty = Las sesiones figuran aquí en cuanto la secretaría las programa. Ya puede suscribirse al calendario: se mantiene al día automáticamente.
schedule-calendar = En su propio calendario
schedule-calendar-hint = Suscríbase a una de estas direcciones desde su propio calendario y los cambios llegarán automáticamente.
schedule-calendar-zoned = Calendario con el huso horario de cada lugar
schedule-calendar-utc = Calendario en UTC
schedule-days = Días
schedule-all-days = Todos los días
schedule-agenda = Programa
schedule-keynotes = Discursos principales
schedule-keynote-minutes = { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}
schedule-cancelled = Cancelada
schedule-cancelled-title = Sesiones canceladas
schedule-over = Terminada
schedule-now = En curso
schedule-suspended = Suspendida
