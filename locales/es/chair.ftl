# The chair's console.
chair-title = Consola de la Presidencia
chair-no-meeting = No hay ninguna sesión que presidir
chair-no-meeting-next = La secretaría programa las sesiones en el calendario; la próxima aparecerá aquí.
chair-shortcuts = Atajos
chair-meetings = Sesiones
chair-meeting = Sesión y orador
chair-no-item = No se está examinando ningún tema.
chair-not-opened = La sesión no se ha abierto. Compruebe el quórum y ábrala.
chair-nobody-speaks = Nadie tiene la palabra.
chair-point-of-order = Cuestión de orden de { $name }
chair-uphold = Admitir
chair-overrule = Desestimar
chair-kept = Reservada para { $name }, cuya conexión se interrumpió:
chair-end-kept = Terminar la intervención reservada
chair-end-speech = Terminar la intervención
chair-pause-clock = Detener el reloj
chair-resume-clock = Reanudar el reloj
chair-extend = Un minuto más
chair-open-meeting = Abrir la sesión
chair-suspend = Suspender la sesión
chair-resume = Reanudar la sesión
chair-close-meeting = Levantar la sesión
chair-closed-next = La sesión se ha levantado. Elija abajo la siguiente.
chair-give = Conceder la palabra a { $name }
chair-give-back = Devolver la palabra a { $name }
chair-give-reply = Derecho de respuesta: { $name }
chair-give-short = Conceder la palabra
chair-first = Primero

chair-room = La sala
quorum-to-open = Quórum para abrir
quorum-to-decide = Quórum para decidir
quorum-of = delegaciones presentes: { $present }; necesarias: { $needed }
quorum-none = no se exige
quorum-missing = no alcanzado

chair-log = Acta
chair-log-all = Acta completa
chair-log-empty = El acta comienza cuando se abre la sesión.
minute-opened = Se abrió la sesión
minute-suspended = Se suspendió la sesión
minute-resumed = Se reanudó la sesión
minute-closed = Se levantó la sesión
minute-item-opened = Tema abierto: { $item }
minute-item-closed = Tema cerrado: { $item }
minute-floor-given = Se concedió la palabra a { $name }
minute-speech-ended = { $name } intervino durante { $time }
minute-extended = { $seconds ->
    [one] Se concedió { $seconds } segundo más
   *[other] Se concedieron { $seconds } segundos más
}
minute-clock-paused = { $cause }
minute-clock-resumed = El reloj vuelve a correr
minute-point-raised = { $name } planteó una cuestión de orden
minute-point-upheld = La Presidencia admitió la cuestión de orden de { $name }
minute-point-overruled = La Presidencia desestimó la cuestión de orden de { $name }

chair-list = Lista de oradores
chair-list-empty = La lista de oradores no está abierta
chair-list-empty-next = Ábrala abajo, incluso antes de que se empiece a examinar el tema.
chair-nobody-waits = Nadie espera para intervenir
chair-nobody-waits-next = Las peticiones aparecen aquí a medida que llegan.
chair-list-more = { $count ->
    [one] y una organización más
   *[other] y { $count } organizaciones más
}
chair-replies = Derechos de respuesta
chair-strike = Suprimir de la lista
chair-open-list = Abrir la lista
chair-close-list = Cerrar la lista
chair-change-limits = Cambiar los límites
chair-limit = Tiempo de palabra en segundos
chair-interventions = Intervenciones por delegación
chair-order = Cambiar el orden
chair-move = Mover
chair-to-place = Al turno
chair-move-button = Mover
chair-swap = Intercambiar
chair-swap-with = Con
chair-swap-button = Intercambiar turnos
chair-strike-who = Suprimir

chair-agenda = Programa y decisiones
chair-open-item = Abrir el tema
chair-close-item = Cerrar el tema
chair-item-closed = Concluido
chair-no-agenda = El programa está vacío
chair-no-agenda-next = La secretaría añade los temas en el calendario.
chair-revision-drafted = Se está redactando una revisión más reciente. Se podrá decidir sobre ella cuando se presente.
chair-open-consensus = Consultar si hay consenso
chair-consensus-needs-item = Abra un tema del programa para consultar si hay consenso.
chair-consensus-open = Se consulta si hay consenso
chair-adopt = Aprobar por consenso
chair-close-consensus = Retirar la consulta
chair-open-endorsement = Abrir a la adhesión
chair-close-endorsement = Cerrar a la adhesión

ask-close-meeting = ¿Levantar definitivamente la sesión? El tema abierto se cierra con ella.
ask-adopt = ¿Declarar el texto aprobado por consenso? Después no podrá modificarse.
ask-close-endorsement = ¿Cerrar el texto a la adhesión? Los actos realizados hasta ahora se mantienen.

done-open-meeting = La sesión está abierta.
done-suspend-meeting = La sesión está suspendida.
done-resume-meeting = La sesión se ha reanudado.
done-close-meeting = La sesión se ha levantado.
done-open-item = El tema está abierto.
done-close-item = El tema ha concluido.
done-open-speakers = La lista de oradores está abierta.
done-close-speakers = La lista de oradores está cerrada.
done-give-floor = Se ha concedido la palabra; el reloj corre.
done-end-speech = La intervención ha terminado.
done-pause-clock = El reloj está detenido.
done-resume-clock = El reloj vuelve a correr.
done-extend-speech = Se ha concedido más tiempo a quien interviene.
done-reorder-speakers = La lista tiene su nuevo orden.
done-swap-speakers = Los turnos se han intercambiado.
done-rule-point-of-order = La decisión consta en el registro.
done-open-consensus = La consulta se ha planteado a la sesión.
done-close-consensus = La consulta se ha retirado.
done-adopt-by-consensus = El texto está aprobado por consenso.
done-open-endorsement = El texto está abierto a la adhesión.
done-close-endorsement = El texto está cerrado a la adhesión.
