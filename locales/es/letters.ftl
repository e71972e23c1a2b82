# The outbox.
letters-states = Estados de las cartas
letters-waiting = En espera
letters-waiting-about = Las cartas salen automáticamente cuando hay un servidor de correo configurado. Si no lo hay, o si falta la dirección, imprímalas.
letters-sent = Enviadas
letters-failed = Fallidas
letters-failed-about = Se desistió de enviarlas tras varios intentos. Imprímalas o haga que se reintente el envío.
letters-printed = Impresas
letters-none = No hay cartas aquí
letters-none-next = Las invitaciones, los acuses de recibo y las notificaciones aparecen aquí en cuanto se redactan.
letters-print-sheet = Imprimir
letters-print-about = { $count ->
    [one] { $count } carta. Imprima esta página y márquela después como impresa.
   *[other] { $count } cartas. Imprima esta página y márquelas después como impresas.
}
letters-mark-printed = Marcar como impresa
letters-mark-all-printed = Marcar todas como impresas
letters-retry = Reintentar
letter-subject = Asunto
letter-to = Para
letter-written = Redactada
letter-done = Enviada o impresa
letter-attempts = Intentos
letter-error = Último error
letter-erased = Borrada con la persona
letter-no-address = Sin dirección
done-mark-letters-printed = Marcadas como impresas.
done-retry-letters = Se reintentará el envío lo antes posible.
letters-print-more = { $count ->
    [one] Queda { $count } más, que seguirá en otra hoja cuando se marquen estas.
   *[other] Quedan { $count } más, que seguirán en otra hoja cuando se marquen estas.
}
letters-newest = Más recientes
letters-older = Más antiguas
letters-found = { $count ->
    [one] { $count } carta, sea cual sea su estado
   *[other] { $count } cartas, sea cual sea su estado
}
letters-found-first = Hay más cartas que responden a esta búsqueda de las que se muestran: estas son { $count }. Escriba más del nombre o de la dirección.
letters-nothing-found-next = Busque una parte del nombre o de la dirección de un destinatario, o elija un estado.
letter-state = Estado
