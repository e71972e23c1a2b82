# All organisations, and one organisation.
organisations-title = Organizaciones
organisations-count = { $count ->
    [0] Ninguna organización
    [one] Una organización
   *[other] { $count } organizaciones
}
organisations-in-precedence = Según el orden de precedencia sorteado para esta cumbre.
organisations-in-alphabet = Por orden alfabético.
organisations-empty-title = Todavía no hay ninguna organización en el directorio
organisations-empty = Las organizaciones figuran aquí en cuanto la secretaría las añade o las importa.
organisations-none-title = No hay organizaciones de este tipo
organisations-none = Elija menos filtros para ver más.
organisations-all = Todas las organizaciones
organisations-any = Cualquiera
organisations-country = País
organisations-region = Región
organisations-category = Categoría
organisations-umbrella = Organización coordinadora
organisations-show = Mostrar
organisations-international = Organismo internacional
organisations-pages = Páginas
organisations-previous = Anterior
organisations-next = Siguiente
organisations-page = Página { $page } de { $pages }
organisations-present = Presente
organisations-accredited = Acreditada
organisations-registered = Inscrita
organisations-names = Nombres
organisations-short-name = Siglas
organisations-website = Sitio web
organisations-delegation = Delegación
organisations-people-registered = Personas inscritas
organisations-people-accredited = Personas acreditadas
organisations-people-present = Personas presentes
organisations-no-delegation = Esta organización no tiene delegación en esta cumbre.
organisations-members = Miembros de esta organización coordinadora
organisations-members-note = Una organización coordinadora firma en nombre propio, nunca por sus miembros.
organisations-acts = Actos
organisations-no-acts = Esta organización todavía no ha actuado respecto de ningún texto.
organisations-act-number = Acto núm.
organisations-act-text = Texto
organisations-act = Acto
organisations-act-way = Vía
organisations-act-endorse = Se adhirió
organisations-act-endorse-with-reservation = Se adhirió con reserva
organisations-act-decline = Declinó
organisations-act-withdraw = Retiró su adhesión
organisations-by-device = Sin firma
organisations-on-paper = En papel
organisations-position = Posición en el registro
organisations-hosts = Anfitriona de
