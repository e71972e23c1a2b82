# Refusals of seats, links and sessions: each says what would be allowed.
refusal-seat-already-ended = Este puesto ha terminado y no puede reabrirse. Vuelva a invitar a la persona para darle un nuevo puesto.
refusal-seat-of-member = Este puesto pertenece a un miembro acreditado de una delegación. En su lugar, retire al miembro: con ello terminan a la vez el puesto y la tarjeta.
refusal-last-secretariat = Este es el último puesto de la secretaría. Invite antes a otra persona a la secretaría; después podrá terminar este puesto.
refusal-invitation-not-open = Este enlace no está abierto: ya se utilizó, fue sustituido por otro más reciente o está incompleto. Abra la carta más reciente o solicite un nuevo enlace a la secretaría.
refusal-invitation-expired = Este enlace ha caducado. Solicite otro a la secretaría.
refusal-too-many-sessions = Este puesto ya tiene el acceso abierto en el máximo de dispositivos: { $limit }. Cierre antes el acceso de uno de ellos.

# Letters.
letter-invitation-subject = Su acceso: { $summit }
letter-invitation-body =
    A la atención de { $name }:

    Se le ha concedido acceso a «{ $summit }» en calidad de { $role ->
        [secretariat] miembro de la secretaría
        [chair] titular de la Presidencia
        [focal-point] punto de contacto de su organización
        [delegate] miembro de su delegación
        [venue-operator] responsable de la sede
        [director] responsable de la realización
        [interpreter] intérprete
       *[observer] observador
    }.

    Abra este enlace en el dispositivo que vaya a utilizar:
    { $link }

    El enlace funciona una sola vez, hasta el { $until }. Le rogamos que no lo reenvíe. Si ha caducado o se ha perdido, la secretaría le enviará otro.

    La secretaría
