# Accreditation, delegations, members.
accreditation-no-summit = Convoque antes una cumbre
accreditation-states = Estados de las credenciales
accreditation-rivals = En litigio
accreditation-rival = En litigio
accreditation-contested = Otra delegación reclama este asiento. Lo ocupará una de ellas; lo hecho hasta entonces se mantiene.
rival-decide = Admitir a esta delegación
delegations = Delegaciones
accept-all = Aceptar todas las verificadas
credentials-submit = Presentar las credenciales
credentials-submit-about = La secretaría examina entonces a los miembros. Los que añada más tarde se aceptan uno por uno.
credentials-submit-sure = ¿Presentar las credenciales a la secretaría?
credentials-verify = En regla: verificar
credentials-accept = Aceptar
credentials-challenge = Impugnar
credentials-defer = Aplazar
credentials-reject = Rechazar
credentials-revoke = Revocar

invite-open = Invitar a organizaciones
invite-about = El punto de contacto de la organización invitada recibe un enlace que funciona una sola vez y durante 14 días, e inscribe a la delegación.
invite-all = Invitar a todas
invite-all-about = Organizaciones del directorio aún no invitadas: { $left }; con esto se invita a { $count }. Las cartas sin dirección quedan en espera de imprimirse.
invite-all-sure = ¿Invitar a todas estas organizaciones?
invite-one = Invitar a una organización
invite-rival = Como segunda delegación para el mismo asiento
invite-rival-hint = Solo cuando dos delegaciones afirman representar a la organización.
invite-everybody-is = Todas las organizaciones del directorio están invitadas
invite-everybody-is-next = Añada antes otras organizaciones.
representatives-import = Importar representantes

members = Miembros
members-none = Todavía no hay nadie inscrito
members-none-next = Inscriba primero al jefe de delegación y después a los demás miembros.
members-full = Todas las plazas de esta delegación están ocupadas. Retire a un miembro para dejar sitio.
members-late = Las credenciales ya se verificaron: el miembro que inscriba ahora debe ser aceptado por la secretaría.
member-add = Inscribir a un miembro
member-acts = Qué puede hacerse
member-accept = Aceptar a este miembro
member-withdraw = Retirar a este miembro
member-withdraw-sure = ¿Retirar a este miembro? Su puesto y su tarjeta dejan de ser válidos.
member-designate = Designar a este suplente para actuar como representante
member-undesignate = Poner fin a su actuación como representante
link-reissue = Enviar un nuevo enlace
link-reissue-about = Para un dispositivo perdido o una carta caducada. El enlace anterior deja de funcionar.
badge-reissue = Expedir una nueva tarjeta
badge-reissue-sure = ¿Expedir una nueva tarjeta? La anterior y todas sus copias dejan de funcionar.
badges-sheet = Hoja de tarjetas
badges-print = Imprima esta página. Cada tarjeta mide 86 milímetros de ancho.
badges-none = Todavía no hay tarjetas
badges-none-next = Los miembros reciben sus tarjetas de identificación cuando se aceptan las credenciales.
badge-erased = El código se borró. Expida una nueva tarjeta.
focal-point-access = Acceso del punto de contacto
devices-signed-in = { $count ->
    [0] Sin acceso en ningún dispositivo
    [one] Acceso abierto en { $count } dispositivo
   *[other] Acceso abierto en { $count } dispositivos
}

delegation-none = Su organización no tiene delegación en esta cumbre. Solicite a la secretaría que la invite.
delegation-invited = Inscriba a los miembros de su delegación y presente después las credenciales.
delegation-submitted = La secretaría está examinando sus credenciales. Todavía puede inscribir y modificar miembros.
delegation-verified = Sus credenciales están en regla. Falta la decisión.
delegation-accepted = Su delegación está admitida a ocupar su asiento. Sus miembros han recibido por carta sus enlaces y tarjetas.
delegation-challenged = Sus credenciales han sido impugnadas. Su delegación está admitida provisionalmente, con los mismos derechos, hasta que se decida.
delegation-deferred = La decisión se ha aplazado. Pregunte a la secretaría qué falta.
delegation-rejected = Sus credenciales han sido rechazadas. Pregunte a la secretaría cómo presentar una nueva delegación.
delegation-revoked = Su acreditación ha sido revocada. Lo que hizo su delegación queda en el registro.

done-invite-organisation = La organización está invitada. La carta está en la bandeja de salida.
done-invite-organisations = Las organizaciones están invitadas. Las cartas están en la bandeja de salida.
done-enter-member = El miembro está inscrito.
done-amend-member = El miembro se ha modificado.
done-withdraw-member = El miembro se ha retirado.
done-designate-alternate = La designación está registrada.
done-submit-credentials = Las credenciales están presentadas.
done-verify-credentials = Las credenciales están verificadas.
done-accept-credentials = Las credenciales están aceptadas. Las cartas de los miembros están en la bandeja de salida.
done-challenge-credentials = La impugnación está registrada. La delegación está admitida provisionalmente.
done-defer-credentials = La decisión se ha aplazado.
done-reject-credentials = Las credenciales están rechazadas.
done-revoke-credentials = La acreditación está revocada.
done-accept-member = El miembro está acreditado. La carta está en la bandeja de salida.
done-accept-all-verified = Las delegaciones verificadas están aceptadas. Si queda alguna, pulse de nuevo.
done-decide-rival = La decisión sobre el asiento está tomada.
done-reissue-badge = Se ha expedido una nueva tarjeta.
claim-category = Categoría en la que participa
claim-category-hint = Según la entiende su organización. La secretaría la compara con el directorio; los derechos de su delegación se rigen por el directorio.
accreditation-differs = Categoría distinta
accreditation-differs-title = La categoría que se alega difiere de la del directorio
accreditation-differs-about = La delegación entiende que participa en esta categoría: { $claimed }; en el directorio consta: { $entered }. Sus derechos se rigen por el directorio. Modifique el directorio si la categoría alegada es correcta; de lo contrario, acepte las credenciales tal como están.
accreditation-differs-amend = Ver la organización en el directorio
