# The front page of the secretariat.
secretariat-title = Secretaría
secretariat-waiting = Pendiente
secretariat-nothing-waits = No hay nada pendiente de decisión.
secretariat-places = Adónde ir
secretariat-no-summit = Todavía no hay ninguna cumbre
secretariat-no-summit-next = Convoque antes una cumbre: su lema, sus días y quién la convoca. Después vienen las sedes, las sesiones y las invitaciones.
summit-convene = Convocar una cumbre
secretariat-no-venue = La cumbre todavía no tiene sede principal
secretariat-no-venue-next = Añada la sede principal. Las sesiones se sitúan en sus días.
venue-add = Añadir una sede
secretariat-no-meeting = Todavía no hay ninguna sesión programada
secretariat-no-meeting-next = Programe la sesión plenaria de apertura y añada los temas de su programa.
meeting-add = Programar una sesión
secretariat-nobody-invited = Todavía no hay ninguna organización invitada
secretariat-nobody-invited-next = Invite a organizaciones del directorio. Sus puntos de contacto reciben un enlace e inscriben a sus delegaciones.
secretariat-next-meeting = Próxima sesión
secretariat-about-programme = Cumbre, sedes, sesiones, programa, discursos principales
secretariat-about-directory = Nombres, países y categorías de las organizaciones
secretariat-about-accreditation = Invitaciones, delegaciones, credenciales, tarjetas de identificación
secretariat-about-presence = Quién está presente y dónde, y tarjetas con doble lectura
secretariat-about-paper = Lo que llegó por carta firmada o por teléfono
secretariat-about-letters = Cartas en espera, enviadas, fallidas o por imprimir
secretariat-about-seats = Quién tiene qué función y en qué dispositivos; actos denegados

waiting-submitted = { $count ->
    [one] { $count } delegación ha presentado sus credenciales
   *[other] { $count } delegaciones han presentado sus credenciales
}
waiting-verified = { $count ->
    [one] Las credenciales verificadas de { $count } delegación están pendientes de decisión
   *[other] Las credenciales verificadas de { $count } delegaciones están pendientes de decisión
}
waiting-rivals = { $count ->
    [one] { $count } delegación reclama un asiento en litigio
   *[other] { $count } delegaciones reclaman asientos en litigio
}
waiting-differs = { $count ->
    [one] { $count } delegación alega una categoría distinta de la del directorio
   *[other] { $count } delegaciones alegan categorías distintas de las del directorio
}
waiting-members = { $count ->
    [one] { $count } miembro inscrito más tarde está pendiente de aceptación
   *[other] { $count } miembros inscritos más tarde están pendientes de aceptación
}
waiting-flags = { $count ->
    [one] { $count } tarjeta se leyó en dos sedes
   *[other] { $count } tarjetas se leyeron en dos sedes
}

# Directory.
directory-title = Directorio de organizaciones
directory-add = Añadir una organización
directory-import = Importar una lista
directory-found = { $count ->
    [one] { $count } organización
   *[other] { $count } organizaciones
}
directory-empty = El directorio está vacío
directory-empty-next = Importe su lista de organizaciones en CSV o XLSX, o añádalas una por una.
directory-remove = Suprimir del directorio
directory-remove-about = Lo que hizo la organización queda en el registro. La que tiene una delegación, un puesto o una función en el calendario permanece en el directorio.
directory-remove-sure = ¿Suprimir esta organización del directorio?
done-register-organisation = La organización se ha añadido.
done-amend-organisation = La ficha se ha modificado.
done-remove-organisation = La organización se ha suprimido del directorio.
done-import-organisations = La lista se ha incorporado.
