# What changed: one sentence an event.
changes-title = Qué ha cambiado
changes-lead = Todos los hechos públicos del registro, empezando por el más reciente. Cada cifra se deriva de estos hechos y puede volver a calcularse a partir de ellos.
changes-since = Desde la posición
changes-show = Mostrar
changes-none = Aquí no ha cambiado nada público
changes-none-next = El registro está en la posición { $position }. Vuelva más tarde o indique una posición anterior.
changes-all = Mostrar todo
changes-newest = Más recientes
changes-older = Más antiguos
changes-position = posición { $position }
changes-link = Qué ha cambiado, hecho por hecho
change-organisation-registered = Inscripción en el directorio: { $name }.
change-organisations-registered = { $count ->
    [one] Se inscribió { $count } organización en el directorio.
   *[other] Se inscribieron { $count } organizaciones en el directorio.
}
change-organisation-amended = Se modificó la ficha del directorio: { $name }.
change-organisation-removed = Supresión del directorio: { $name }.
change-series-named = Se dio nombre a la serie: { $name }.
change-summit-convened = Se convocó la cumbre: { $name }.
change-summit-amended = Se modificaron los datos de la cumbre: { $name }.
change-summit-closed = La cumbre se clausuró.
change-rules-set = Se fijó el reglamento.
change-venue-added = Se añadió una sede: { $venue }.
change-venue-amended = Se modificó la ficha de la sede: { $venue }.
change-venue-removed = Se suprimió una sede.
change-meeting-scheduled = Se incluyó en el calendario: { $meeting }.
change-meeting-amended = Se modificó en el calendario: { $meeting }.
change-meeting-cancelled = Se canceló: { $meeting }.
change-keynote-added = Se añadió un discurso principal al calendario: { $meeting }.
change-keynote-removed = Se suprimió un discurso principal del calendario: { $meeting }.
change-item-added = El programa tiene un nuevo tema: «{ $item }».
change-item-amended = Se modificó el tema del programa «{ $item }».
change-items-reordered = Se reordenó el programa: { $meeting }.
change-precedence-drawn = Se celebró el sorteo del orden de precedencia.
change-invited = Se invitó a una organización.
change-headcount = { $count ->
    [one] Cambió el número de personas inscritas y acreditadas.
   *[other] El número de personas inscritas y acreditadas cambió { $count } veces.
}
change-presence = { $count ->
    [one] Cambió el número de personas presentes.
   *[other] El número de personas presentes cambió { $count } veces.
}
change-link-opened = Conexión establecida: { $venue }.
change-link-lost = Conexión interrumpida: { $venue }.
change-link-restored = Conexión restablecida: { $venue }.
change-item-opened = Se inició el examen del tema «{ $item }».
change-item-closed = Concluyó el tema «{ $item }».
change-speakers-opened = Se abrió la lista de oradores sobre «{ $item }».
change-speakers-closed = Se cerró la lista de oradores sobre «{ $item }».
change-floor-requested = { $name } pidió la palabra sobre «{ $item }».
change-request-withdrawn = { $name } salió de la lista de oradores sobre «{ $item }».
change-speakers-reordered = La Presidencia pasó a { $name } al turno { $place } de la lista de oradores sobre «{ $item }».
change-speakers-swapped = { $name } y { $other } intercambiaron los turnos en la lista de oradores sobre «{ $item }».
change-reply-requested = { $name } pidió el derecho de respuesta sobre «{ $item }».
change-reply-withdrawn = { $name } retiró su petición de derecho de respuesta sobre «{ $item }».
change-meeting-opened = Apertura: { $meeting }. Delegaciones presentes: { $present }; necesarias: { $needed }.
change-meeting-suspended = Suspensión: { $meeting }.
change-meeting-resumed = Reanudación: { $meeting }.
change-meeting-closed = Levantamiento: { $meeting }.
change-floor-given = Se concedió la palabra a { $name } ({ $meeting }).
change-floor-given-again = { $name } continuó su intervención ({ $meeting }).
change-reply-given = Se concedió la palabra a { $name } en ejercicio del derecho de respuesta ({ $meeting }).
change-speech-kept = La intervención en curso quedó reservada hasta que se restablezca la conexión ({ $meeting }).
change-clock-paused-chair = La Presidencia detuvo el reloj ({ $meeting }).
change-clock-paused-link = El reloj se detuvo: se interrumpió la conexión de quien intervenía ({ $meeting }).
change-clock-paused-point = El reloj se detuvo: cuestión de orden ({ $meeting }).
change-clock-paused-suspension = El reloj se detuvo: sesión suspendida ({ $meeting }).
change-clock-resumed = Desapareció una de las causas por las que el reloj estaba detenido ({ $meeting }).
change-speech-ended = { $name } intervino durante { $time } ({ $meeting }).
change-speech-extended = Se { $count ->
    [one] concedió { $count } segundo
   *[other] concedieron { $count } segundos
} más a quien intervenía ({ $meeting }).
change-point-raised = { $name } planteó una cuestión de orden ({ $meeting }).
change-point-upheld = La Presidencia admitió la cuestión de orden de { $name } ({ $meeting }).
change-point-overruled = La Presidencia desestimó la cuestión de orden de { $name } ({ $meeting }).
change-text-tabled = Se presentó el texto { $text }.
change-consensus-opened = La Presidencia consultó si hay consenso sobre { $text }.
change-consensus-closed = Se retiró la consulta sobre el consenso respecto de { $text }.
change-reservation-entered = { $name } formuló una reserva a { $text }.
change-reservation-withdrawn = Se retiró una reserva a { $text }.
change-text-adopted = El texto { $text } se aprobó por consenso.
change-endorsement-opened = El texto { $text } se abrió a la adhesión.
change-endorsement-closed = El texto { $text } se cerró a la adhesión.
change-endorsed = { $name } se adhirió a { $text }.
change-endorsed-with-reservation = { $name } se adhirió a { $text } con reserva.
change-declined = { $name } declinó adherirse a { $text }.
change-withdrew = { $name } retiró su adhesión a { $text }.
