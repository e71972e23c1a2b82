# The hemicycle: every seated organisation a dot.
hemicycle-title = Hemiciclo
hemicycle-lead = Cada organización que ocupa su asiento es un punto, de izquierda a derecha según el orden de precedencia.
hemicycle-lead-alphabetical = Cada organización que ocupa su asiento es un punto, de izquierda a derecha por orden alfabético: el sorteo del orden de precedencia aún no se ha celebrado.
hemicycle-views = Qué muestran los puntos
hemicycle-by-presence = Quién está presente
hemicycle-by-text = Adhesiones a { $symbol }
hemicycle-by-item = Lista de oradores: { $item }
hemicycle-empty-title = Todavía no hay ninguna organización en su asiento
hemicycle-empty = Por cada organización aparece aquí un punto en cuanto se aceptan sus credenciales.
hemicycle-table = Mostrar como tabla
hemicycle-place = Lugar
hemicycle-organisation = Organización
hemicycle-state = Estado
hemicycle-one = { $name } — { $state }
hemicycle-summary = { $seats ->
    [one] Un asiento
   *[other] { $seats } asientos
}: { $parts }
hemicycle-part = { $state } ({ $count })
seat-absent = Ausente
seat-present = Presente
seat-endorsed = Adherida
seat-reserved = Adherida con reserva
seat-declined = Declinó
seat-withdrawn = Adhesión retirada
seat-not-acted = No ha actuado
seat-asking = En la lista de oradores
seat-speaking = Tiene la palabra
