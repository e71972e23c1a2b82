# The venue's desk.
desk-ways = Qué se registra
desk-in = Llegada
desk-out = Salida
desk-offline = Lista sin conexión
desk-offline-about = Lecturas que se hicieron mientras no había conexión. Cada una se valora según su propia hora; la que ya se envió no cambia nada.
desk-offline-list = Lecturas
desk-offline-hint = Una por línea: el código de la tarjeta, una coma y la hora, por ejemplo, 0123456ABC,2027-03-22T09:30:00Z. Sin hora, cuenta como ahora. Máximo: 2000.
desk-offline-send = Entregar la lista
desk-nobody = Todavía no se ha registrado aquí ninguna llegada
desk-nobody-next = Lea una tarjeta o escriba su código.
desk-recent = Anteriores
desk-last = Última llegada
desk-flagged = Esta tarjeta se leyó también en otra sede. Solicite un documento de identidad; la secretaría también lo ve.
desk-capacity = { $capacity ->
    [one] de { $capacity } plaza
   *[other] de { $capacity } plazas
}
badge-code = Código de la tarjeta
badge-code-hint = Lea la tarjeta o escriba sus diez caracteres; se admiten guiones y minúsculas.
done-check-in = Llegada registrada.
done-check-out = Salida registrada.
done-sync-scans = La lista está entregada.
scan-first = Llegada registrada: { $name }.
scan-again = { $name }: esta tarjeta ya se leyó aquí; primera lectura el { $date } a las { $time } ({ $venue }).
scan-elsewhere = { $name }: esta tarjeta se leyó antes en otra sede ({ $venue }), el { $date } a las { $time }. Solicite un documento de identidad; la secretaría también lo ve.
desk-scanned-again = Ya leída aquí: primera lectura el { $date } a las { $time }.
desk-scanned-elsewhere = Leída también en otra sede ({ $venue }), el { $date } a las { $time }.
