# Venues on the map of the world.
venues-title = Sedes
venues-lead = La sede principal y todas las sedes satélite, con el estado de su conexión.
venues-empty-title = Todavía no se ha añadido ninguna sede
venues-empty = Las sedes figuran en el mapa en cuanto la secretaría las añade.
venues-map = Mapa del mundo con { $count ->
    [one] una sede
   *[other] { $count } sedes
}: { $up } con conexión, { $down } sin conexión
venues-table = Todas las sedes
venues-venue = Sede
venues-host = Anfitriona
venues-time = Hora local
venues-capacity = Plazas
venues-present = Presentes
venues-link = Conexión
venues-link-up = Conectada
venues-link-down = Conexión interrumpida
venues-link-unknown = Aún no conectada
venues-main = Sede principal
venues-one = { $name } — { $state }
