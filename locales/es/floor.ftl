# Refusals of the floor: each says what would be allowed.

# Who acts.
refusal-organisation-not-seated = { $name } no tiene en esta cumbre una delegación admitida a ocupar su asiento. Podrá actuar cuando sus credenciales sean aceptadas, o sean impugnadas y quede así admitida provisionalmente.
refusal-category-may-not = { $capability ->
    [speak] Las organizaciones de esta categoría ({ $category }) no hacen uso de la palabra.
    [reply] Las organizaciones de esta categoría ({ $category }) no tienen derecho de respuesta.
    [propose] Las organizaciones de esta categoría ({ $category }) no presentan textos.
    [endorse] Las organizaciones de esta categoría ({ $category }) no se adhieren a textos.
    [vote] Solo los miembros plantean cuestiones de orden, objetan al consenso y formulan reservas; la categoría de esta organización es: { $category }.
   *[other] Las organizaciones de esta categoría ({ $category }) no pueden hacer esto.
} La secretaría puede cambiar la categoría en el directorio.

# Meetings and items.
refusal-quorum-to-open-missing = Delegaciones admitidas presentes: { $present }; necesarias para abrir la sesión: { $needed }. Podrá abrirse en cuanto hayan registrado su llegada las suficientes, en cualquier sede o a distancia.
refusal-quorum-to-decide-missing = Delegaciones admitidas presentes: { $present }; necesarias para decidir: { $needed }. La decisión podrá tomarse en cuanto hayan registrado su llegada las suficientes.
refusal-meeting-not-open = La sesión todavía no se ha abierto. La Presidencia la abre cuando hay quórum.
refusal-meeting-already-open = La sesión ya está en curso.
refusal-meeting-suspended = La sesión está suspendida. Reanúdela primero.
refusal-meeting-closed = La sesión se ha levantado. Esto puede continuar en otra sesión.
refusal-item-not-open = Este tema del programa no se está examinando. Abra primero el tema.
refusal-item-already-open = Este tema del programa ya se está examinando.
refusal-another-item-open = Se está examinando otro tema del programa ({ $item }). Ciérrelo y abra después este.
refusal-item-closed = Este tema del programa ha concluido. El asunto puede examinarse en relación con otro tema.

# The list of speakers.
refusal-list-of-speakers-not-opened = La lista de oradores todavía no está abierta. Las peticiones se aceptan en cuanto la Presidencia la abre.
refusal-list-of-speakers-open = La lista de oradores ya está abierta con estos límites. Para cambiarlos, ábrala con otros límites.
refusal-list-of-speakers-closed = La lista de oradores está cerrada. Las delegaciones que figuran en ella intervendrán; para otra petición, solicite a la Presidencia que vuelva a abrirla.
refusal-list-of-speakers-full = La lista ya tiene el máximo de inscripciones que admite: { $limit }. Se volverán a aceptar peticiones cuando salgan de ella oradores.
refusal-already-on-list = Su delegación ya figura en la lista: turno { $place } de { $length }. No hace falta nada más.
refusal-interventions-used = Cada delegación puede intervenir { $limit ->
    [one] una vez
   *[other] { $limit } veces
} sobre este tema, y la suya ya lo ha hecho. Le queda el derecho de respuesta.
refusal-not-on-list = { $name } no figura en la lista de oradores. Puede pedir antes la palabra.
refusal-swap-with-itself = Un intercambio requiere dos delegaciones distintas. Elija otra.
refusal-no-swap-proposed = { $name } no tiene ninguna propuesta de intercambio de turnos pendiente de respuesta. Una propuesta termina cuando se responde o cuando una de las dos delegaciones sale de la lista. Puede proponerse otra.
refusal-link-already-open = La conexión de esta sede está establecida o ya consta su interrupción. En este último caso, registre su restablecimiento.
refusal-no-head-accredited = Ningún jefe de la delegación de { $name } está acreditado. Pida la palabra como representante, o haga acreditar antes al jefe de la delegación.
refusal-no-representative-accredited = En la delegación de { $name } no está acreditado nadie que pueda hacer uso de la palabra: ni jefe ni representante, ni suplente que actúe como tal. El punto de contacto puede inscribir o designar a alguien.
refusal-swap-not-proposed = { $name } no ha propuesto intercambiar los turnos con su delegación. Puede proponerlo usted.
refusal-reply-already-requested = Su delegación ya espera para responder. Se la llamará al final del tema.
refusal-replies-used = Su delegación ya ha ejercido el máximo de derechos de respuesta sobre este tema: { $limit }. Podrá intervenir de nuevo en relación con otro tema.
refusal-no-reply-requested = { $name } no espera para responder.
refusal-replies-at-the-end = Las respuestas se atienden cuando han intervenido todas las delegaciones de la lista; { $count ->
    [one] una delegación todavía espera
   *[other] { $count } delegaciones todavía esperan
}.
refusal-replies-waiting = { $count ->
    [one] Una delegación todavía espera
   *[other] { $count } delegaciones todavía esperan
} para responder. Conceda la palabra o retire las peticiones pendientes; después podrá cerrarse el tema.

# Speeches and the clock.
refusal-nobody-waits = Nadie espera para intervenir. La palabra puede concederse en cuanto la pida una delegación.
refusal-nobody-has-the-floor = Nadie tiene la palabra. Concédala primero a un orador.
refusal-floor-taken = { $name } tiene la palabra. Termine antes esa intervención.
refusal-not-speaking = { $name } no tiene la palabra ni una intervención reservada.
refusal-clock-already-paused = El reloj ya está detenido. Puede reanudarse.
refusal-clock-running = El reloj está en marcha. Puede detenerse.
refusal-speech-too-long = El máximo total de una intervención, en minutos, es de { $limit }. Conceda menos tiempo.
refusal-speaker-link-down = La conexión de la sede donde interviene { $name } está interrumpida; el tiempo restante queda reservado. Conceda entretanto la palabra al orador siguiente o indique otra sede.
refusal-link-already-lost = La conexión de esta sede ya consta como interrumpida. Puede registrarse como restablecida.
refusal-link-not-lost = La conexión de esta sede no consta como interrumpida.

# Points of order.
refusal-point-of-order-pending = Hay una cuestión de orden pendiente de la decisión de la Presidencia. Decida primero sobre ella.
refusal-no-point-of-order = No se ha planteado ninguna cuestión de orden.
