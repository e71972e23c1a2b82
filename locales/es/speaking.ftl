# Words that the pages of the floor and of deciding share.
speaking-now = En uso de la palabra
speakers-waiting = { $count ->
    [0] Nadie espera para intervenir.
    [one] Una delegación espera para intervenir.
   *[other] { $count } delegaciones esperan para intervenir.
}
list-not-opened = Lista no abierta
list-open = Lista abierta
list-closed = Lista cerrada
point-of-order-pending = Hay una cuestión de orden pendiente de la decisión de la Presidencia
meeting-in-progress = En curso
meeting-suspended = Suspendida
meeting-closed = Levantada
meeting-cancelled = Cancelada
meeting-not-open = Aún no abierta

deciding-now = Se decide ahora
deciding-open = Abierto a la adhesión
deciding-consensus = La Presidencia pregunta: ¿hay consenso sobre este texto?
deciding-standing = Hasta ahora: { $objections ->
    [0] ninguna objeción
    [one] una objeción
   *[other] { $objections } objeciones
}, { $reservations ->
    [0] ninguna reserva
    [one] una reserva
   *[other] { $reservations } reservas
}.
deciding-endorsed = { $organisations ->
    [0] Todavía no se ha adherido ninguna organización.
    [one] Se ha adherido una organización
   *[other] Se han adherido { $organisations } organizaciones
}{ $organisations ->
    [0] {""}
   *[other] {" "}({ $countries ->
        [one] un país
       *[other] { $countries } países
    }).
}
deciding-read = Leer el texto
objections-count = { $count ->
    [0] Ninguna objeción
    [one] Una objeción
   *[other] { $count } objeciones
}
reservations-count = { $count ->
    [0] Ninguna reserva
    [one] Una reserva o desvinculación
   *[other] { $count } reservas y desvinculaciones
}
reservation-kind-reservation = Reserva
reservation-kind-dissociation = Desvinculación

act-kind-endorse = Adhesión
act-kind-endorse-with-reservation = Adhesión con reserva
act-kind-decline = Declinación
act-kind-withdraw = Retirada

rank-head = Jefe de delegación
rank-representative = Representante
way-paper = en papel
link-lost = Conexión interrumpida
links-lost = Sedes con la conexión interrumpida: { $count }.

clock-held-chair = Reloj detenido por la Presidencia
clock-held-link = Reloj detenido: la conexión de la sede está interrumpida
clock-held-point-of-order = Reloj detenido: cuestión de orden
clock-held-suspension = Reloj detenido: sesión suspendida

count-present = representantes presentes
count-remote = de ellos, a distancia
count-organisations-present = organizaciones presentes
count-venues = sedes con alguien presente

text-state-draft = Proyecto
text-state-tabled = Presentado
text-state-consensus = Se consulta si hay consenso
text-state-adopted = Aprobado
text-state-open = Abierto a la adhesión

