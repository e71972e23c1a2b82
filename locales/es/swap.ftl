# Swapping places on the list of speakers.
swap-title = Intercambio de turnos en la lista de oradores
swap-about = Los dos turnos se intercambian cuando la otra delegación acepta. Hasta entonces nada cambia, y usted puede retirar la propuesta.
swap-with = Con qué delegación
swap-with-hint = Las que esperan en la lista, por orden de turno.
swap-option = { $place }. { $name }
swap-propose = Proponer el intercambio
swap-alone = No hay nadie más en la lista
swap-alone-next = Podrá proponer un intercambio de turnos en cuanto otra delegación pida la palabra.
swap-not-listed = Su delegación no figura en esta lista
swap-not-listed-next = Pida antes la palabra; después podrá proponer un intercambio de turnos.
swap-to-page = Proponer un intercambio
act-decline-swap = Rechazar el intercambio
act-withdraw-swap = Retirar la propuesta
done-decline-swap = La propuesta de intercambiar los turnos se ha rechazado. Nada cambia.
done-withdraw-swap = Su propuesta de intercambiar los turnos se ha retirado.
