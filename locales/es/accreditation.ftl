# Refusals of accreditation: each says what would be allowed.
refusal-organisation-already-invited = Esta organización ya ha sido invitada a la cumbre. Envíe un nuevo enlace a su punto de contacto o invite a una delegación rival que reclame el mismo asiento.
refusal-too-many-delegations = Una organización puede tener como máximo { $limit ->
    [one] { $limit } delegación
   *[other] { $limit } delegaciones
} en una cumbre, incluidas las rechazadas y las revocadas. Decida sobre una de las que ya tiene.
refusal-delegation-empty = Todavía no hay nadie en la delegación. Inscriba al menos a un miembro y después presente las credenciales.
refusal-delegation-has-head = La delegación ya tiene jefe. Asigne otro rango al miembro o, antes, modifique o retire al jefe actual.
refusal-representatives-full = La delegación ya tiene el máximo de representantes que permite el reglamento: { $limit }. Inscriba al miembro como suplente o consejero.
refusal-alternates-full = La delegación ya tiene el máximo de suplentes que permite el reglamento: { $limit }. Inscriba al miembro como consejero.
refusal-advisers-full = La delegación ya tiene el máximo de consejeros que permiten las normas de esta cumbre: { $limit }. Retire antes a uno.
refusal-delegation-full = La delegación ya tiene el máximo de miembros que puede tener una delegación: { $limit }. Retire antes a un miembro.
refusal-member-verified = La inscripción de este miembro ya fue verificada. La secretaría puede modificarla; también puede usted retirar al miembro e inscribir a otro.
refusal-member-withdrawn = Este miembro fue retirado. Inscriba de nuevo a la persona.
refusal-member-already-accredited = Este miembro ya está acreditado. Para obtener un nuevo enlace o una nueva tarjeta, vuelva a expedirlos.
refusal-not-an-alternate = Solo puede designarse a un suplente para actuar como representante. Asigne antes al miembro el rango de suplente.
refusal-credentials-not-submitted = Estas credenciales todavía no se han presentado. El punto de contacto las presenta; después podrán verificarse.
refusal-credentials-submitted = Estas credenciales están presentadas y aún no verificadas. Verifíquelas primero; después podrán aceptarse, impugnarse, aplazarse o rechazarse.
refusal-credentials-verified = Estas credenciales ya están verificadas. Ahora pueden aceptarse, impugnarse, aplazarse o rechazarse.
refusal-credentials-accepted = Estas credenciales están aceptadas. Todavía pueden impugnarse o revocarse.
refusal-credentials-challenged = Estas credenciales están impugnadas y la delegación está admitida provisionalmente. Pueden aceptarse, rechazarse o revocarse.
refusal-credentials-deferred = La decisión sobre estas credenciales fue aplazada. Pueden aceptarse, impugnarse, rechazarse o revocarse.
refusal-credentials-rejected = Estas credenciales fueron rechazadas. Vuelva a invitar a la organización si envía otra delegación.
refusal-credentials-revoked = Estas credenciales fueron revocadas. Vuelva a invitar a la organización si envía otra delegación.
refusal-seat-contested = Otra delegación ({ $rival }) reclama el mismo asiento. Decida cuál de ellas lo ocupa; hasta entonces está admitida provisionalmente la que presentó antes sus credenciales.
refusal-no-rival = Ninguna otra delegación reclama este asiento. Acepte las credenciales por la vía ordinaria.
refusal-nothing-verified = No hay credenciales verificadas pendientes de decisión. Verifique antes las presentadas y decida uno por uno los asientos en litigio.

# Letters.
letter-invitation-focal-point-subject = Invitación: { $summit }
letter-invitation-focal-point-body =
    A la atención de { $name }:

    { $organisation } recibe la invitación a participar en «{ $summit }». Usted es su punto de contacto.

    Le rogamos que abra este enlace, inscriba a los miembros de su delegación y presente después sus credenciales:
    { $link }

    El enlace funciona una sola vez, en un solo dispositivo, hasta el { $until }. Le rogamos que no lo reenvíe. Si ha caducado o se ha perdido, la secretaría le enviará otro.

    La secretaría
letter-invitation-delegate-subject = Su acreditación: { $summit }
letter-invitation-delegate-body =
    A la atención de { $name }:

    Se le ha concedido la acreditación para «{ $summit }» en la delegación de { $organisation }.

    Abra este enlace en el dispositivo que vaya a utilizar en la cumbre:
    { $link }

    El enlace funciona una sola vez, hasta el { $until }. Le rogamos que no lo reenvíe.

    El código de su tarjeta de identificación es { $badge }. Muéstrelo en su sede para registrar la llegada. Si es posible que otra persona lo haya visto, solicite a la secretaría una nueva tarjeta; la anterior dejará entonces de funcionar.

    La secretaría
