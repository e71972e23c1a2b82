# Refusals at the venue desk and of remote check-in: each says what would be allowed.
refusal-badge-unknown = Ninguna tarjeta tiene este código. Compruebe los diez caracteres y vuelva a leerlo o escribirlo; si no funciona, pregunte a la secretaría.
refusal-badge-reissued = Se expidió una nueva tarjeta en lugar de esta, que ya no funciona. Lea la nueva.
refusal-badge-withdrawn = La persona titular de esta tarjeta no es miembro acreditado de ninguna delegación. El punto de contacto de la delegación puede inscribirla; la secretaría acepta después al miembro.
refusal-badge-not-seated = La delegación de esta persona no está admitida a ocupar su asiento: sus credenciales no están aceptadas. Cuando la secretaría la acepte o la admita provisionalmente, sus miembros podrán registrar la llegada.
refusal-badge-of-other-summit = Esta tarjeta es de otra cumbre. Lea la que se expidió para esta.
refusal-checked-in-elsewhere = La llegada de esta persona está registrada en otra sede ({ $venue }). Registre antes la llegada aquí, o registre la salida allí.
refusal-checked-in-remotely = Esta persona participa a distancia. Registre antes la llegada aquí, o registre la salida desde la página de la propia persona.
refusal-not-checked-in = La llegada de esta persona no está registrada. Registre antes la llegada.
refusal-no-badge = Esta persona no tiene tarjeta, porque el miembro no está acreditado. Acepte antes al miembro: con ello se expide la tarjeta.
refusal-no-flag = Esta tarjeta no tiene ninguna alerta abierta. No queda nada que resolver.

# Letters.
letter-badge-reissued-subject = Su nueva tarjeta de identificación: { $summit }
letter-badge-reissued-body =
    A la atención de { $name }:

    Se le ha expedido una nueva tarjeta de identificación para «{ $summit }». Su código es { $badge }.

    Su tarjeta anterior y todas sus copias ya no funcionan. Muestre el nuevo código en su sede para registrar la llegada.

    La secretaría
