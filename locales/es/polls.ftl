# Voting: what is asked, how votes are taken, what came of it.
nav-polls = Votaciones
polls-lead = Cuestiones sometidas a votación en esta cumbre. No se muestra ninguna cifra antes de que se cierre la votación.
polls-none = Todavía no se ha sometido nada a votación
polls-none-next = Una votación aparece aquí en cuanto la Presidencia somete una cuestión.
poll-question = Cuestión
poll-method = Modo de votación
poll-meeting = Sesión
poll-state = Estado
poll-number = Votación { $number }
poll-electorate = Con derecho a voto
poll-entitled = { $count ->
    [one] { $count } delegación admitida
   *[other] { $count } delegaciones admitidas
}
poll-roll = Lista de votación nominal
poll-roll-from = Orden alfabético, comenzando por sorteo por { $name }
poll-manifest = Resumen criptográfico del manifiesto de la cuestión (SHA-256)
poll-adopt-text = Aprobación de { $symbol }:
poll-recorded = Votación registrada
poll-roll-call = Votación nominal
poll-hands = Votación a mano alzada
choice-yes = A favor
choice-no = En contra
choice-abstain = Abstención
choice-not-participating = No participa en la votación
choice-absent = Ausente
poll-open = Votación en curso
poll-locked = Votación cerrada
poll-cancelled = Sin efecto
poll-carried = Aprobada
poll-not-carried = Rechazada
poll-received = { $count ->
    [one] { $count } voto recibido de { $all }
   *[other] { $count } votos recibidos de { $all }
}
poll-progress = Votos recibidos
poll-being-called = Se llama a:
poll-left-to-call = (quedan { $count } por llamar)
poll-given-up = La votación quedó sin efecto; no se abrió ningún voto.
poll-no-figures = Antes del cierre, nadie ve cómo votan los demás.
poll-majority = Mayoría necesaria: { $needed } votos a favor de { $voting } presentes y votantes. Las abstenciones no cuentan.
poll-not-declared = La Presidencia aún no ha proclamado el resultado.
poll-tie = Empate: la propuesta queda rechazada.
poll-tie-chair = Empate: decidió la Presidencia.
poll-nobody-named = En una votación a mano alzada no se nombra a nadie.
poll-votes-signed = { $count ->
    [one] { $count } voto está firmado y consta en el registro verificable.
   *[other] { $count } votos están firmados y constan en el registro verificable.
}
poll-votes-on-paper = { $count ->
    [one] { $count } voto llegó en papel: se cuenta aquí y no consta en el registro, que cuenta a su votante como ausente.
   *[other] { $count } votos llegaron en papel: se cuentan aquí y no constan en el registro, que cuenta a sus votantes como ausentes.
}
poll-outside-record = Estos votos no constan en el registro verificable: no se firmaron con claves, así que nadie más puede comprobarlos.
poll-votes = Cómo votó cada delegación
poll-vote = Voto
poll-weight = Votos que posee
poll-intended = Tenía intención de votar: { $choice }
seat-unopened = Voto no abierto
hall-voted = { $count ->
    [one] voto recibido de { $all }
   *[other] votos recibidos de { $all }
}

# The chair.
voting-now = Votación
voting-look = Ver la votación
chair-voting = Hay una votación en curso; continúa abajo. Solo la interrumpe una cuestión de orden.
chair-put-question = Someter una cuestión a votación
chair-put-text = Someter a votación
chair-open-poll = Abrir la votación
chair-call-next = Sin respuesta: llamar a la siguiente
chair-lock = Cerrar la votación
ask-lock = ¿Cerrar la votación? Después no se puede emitir ni cambiar ningún voto, y los votos se abren.
chair-declare = Proclamar el resultado
chair-tie-carried = Decidir el empate: aprobada
chair-tie-rejected = Decidir el empate: rechazada
chair-cancel-poll = Dejar sin efecto la votación
chair-cancel-reason = Motivo (visible para todos)
ask-cancel-poll = ¿Dejar sin efecto la votación? Los votos emitidos no se abrirán nunca.
put-question-lead = Una vez comenzada la votación, nada la interrumpe salvo una cuestión de orden relativa a su desarrollo.
put-question-order = Orden de la votación nominal
put-question-order-hint = Para una votación nominal: idioma del orden alfabético. La primera delegación se designa por sorteo.

# The delegate.
vote-received = Se recibió el voto de su delegación:
vote-may-change = Puede cambiarlo hasta que se cierre la votación; cuenta el último.
vote-stands = La votación está cerrada: ya no cambia.
vote-you-are-called = Se llama a su delegación: vote ahora
vote-your-place = Su delegación ocupa el lugar { $place } de la lista. Vota cuando se la llame.
vote-not-cast = Su delegación todavía no ha votado.
done-cast-vote = Se recibió su voto.
done-open-poll = La votación ha comenzado.
done-lock-poll = La votación está cerrada y los votos están abiertos.
done-declare-result = El resultado está proclamado.

# Minutes and changes.
minute-poll-opened = Comenzó la votación { $number }
minute-poll-carried = Votación { $number }: aprobada
minute-poll-rejected = Votación { $number }: rechazada
minute-poll-cancelled = La votación { $number } quedó sin efecto
change-poll-opened = Comenzó la votación { $number }
change-poll-carried = Votación { $number }: aprobada
change-poll-rejected = Votación { $number }: rechazada
change-poll-cancelled = La votación { $number } quedó sin efecto
minute-poll-locked = Se cerró la votación { $number }
minute-intention = { $name } hizo constar su intención en la votación { $number }
change-intention-noted = { $name } hizo constar su intención en la votación { $number }
change-poll-locked = Se cerró la votación { $number }: { $yes } a favor, { $no } en contra, { $abstain } abstenciones
change-roll-passed = Votación { $number }: se llamó a { $name } y no respondió
change-text-adopted-by-vote = { $text } se aprobó por votación

# Refusals: each says what would be allowed.
refusal-voting-under-way = Hay una votación en curso. Nada la interrumpe salvo una cuestión de orden sobre su desarrollo; prosiga cuando se proclame el resultado.
refusal-poll-locked = La votación está cerrada: ya no se emiten ni cambian votos. Quien se equivocó puede hacer constar su intención.
refusal-poll-not-locked = La votación aún no está cerrada. Ciérrela primero; hasta entonces se puede cambiar un voto.
refusal-poll-cancelled = Esta votación quedó sin efecto. La Presidencia puede someter de nuevo la cuestión.
refusal-result-declared = El resultado ya está proclamado y es firme.
refusal-nobody-to-call = Se llamó a todas las delegaciones. La votación puede cerrarse.
refusal-another-is-called = Ahora se llama a { $name }. Prosiga desde ahí.
refusal-intention-already-noted = La intención de su delegación ya consta { $limit } veces, el máximo por votación.
refusal-nobody-is-named = En una votación a mano alzada no se nombra a nadie, así que no consta ningún voto. Pida una votación registrada.
refusal-too-many-polls = Ya hay { $limit } votaciones, el máximo.
refusal-text-or-question = Someta a votación un texto o una cuestión, no ambos a la vez.
refusal-one-seat-one-vote = El reglamento de esta cumbre da un voto a cada asiento. La ponderación exige un reglamento que la prevea.
refusal-not-in-electorate = { $name } no figura entre quienes pueden votar: el cuerpo electoral se fijó al abrirse la votación.
refusal-nobody-may-vote = Ninguna delegación admitida tiene derecho a voto. Acepte primero las credenciales de un miembro.
refusal-electorate-too-large = Como máximo { $limit } delegaciones pueden votar a la vez. Reparta la cuestión entre varias sesiones.
refusal-not-called-yet = Su delegación ocupa el lugar { $place } y aún no se la ha llamado. Vote cuando se la llame.
refusal-poll-not-in-record = Los votos de esta votación no entran en el registro y no se firman. Vote sin firma.
refusal-vote-already-cast = El voto de su delegación consta tal cual. Para cambiarlo, elija otro antes del cierre.
refusal-roll-not-called = { $count ->
    [one] Se llama a { $name }; es la última. Espere su respuesta o prosiga, y luego cierre.
   *[other] Se llama a { $name }; quedan { $count }. Llámelas y luego cierre.
}
refusal-tie-is-the-chairs = Hay empate y el reglamento deja la decisión a la Presidencia: indique si se aprueba.
refusal-no-tie = No hay un empate que deba decidir la Presidencia. Proclame el resultado tal como se contó.

# Letters.
letter-receipt-vote-subject = Recibo: voto sobre { $symbol }
letter-receipt-vote-body =
    { $name }:

    Confirmamos la recepción de un voto de { $organisation } sobre { $symbol }.

    Para que ningún voto se lea antes del cierre, este recibo no indica su sentido.
    Resumen del voto firmado: { $digest }

    Si no lo hizo usted, escriba de inmediato a la secretaría.
