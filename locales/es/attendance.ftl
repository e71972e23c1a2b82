# Presence, for the secretariat.
presence-by = Recuento por
presence-by-venue = Por sede
presence-by-country = Por país
presence-by-organisation = Por organización
presence-of-accredited = { $count ->
    [one] de { $count } persona acreditada
   *[other] de { $count } personas acreditadas
}
presence-remote = de ellas, a distancia
presence-organisations = organizaciones presentes
presence-countries = países presentes
presence-no-flags = Ninguna tarjeta se ha leído en dos sedes.
presence-flags = Tarjetas leídas en dos sedes
presence-flags-about = Cada una cuenta una sola vez, donde se leyó por última vez. Pregunte en las sedes quién llevaba la tarjeta; expida otra si fue copiada.
presence-flag = { $first } y { $second }
presence-clear = Resolver
presence-nobody = Todavía no hay nadie presente
presence-nobody-next = Las personas se cuentan aquí en cuanto una sede registra su llegada.
done-clear-flag = La alerta está resuelta.
