# Acts on paper.
paper-about = Lo que una organización hace por carta firmada o por teléfono lo registra usted en su nombre. El documento justificativo se conserva con el acto, y estos actos se cuentan por separado.
paper-acts = Actos
paper-request-floor = Petición de palabra
paper-endorse = Adhesión
paper-endorse-with-reservation = Adhesión con reserva
paper-decline = Declinación
paper-withdraw-endorsement = Retirada de la adhesión
paper-step-evidence = Adjuntar el documento justificativo
paper-step-act = Registrar el acto
paper-scan = Carta escaneada
paper-scan-hint = Un PDF, una imagen o un correo electrónico, de 16 megabytes como máximo.
paper-note = Nota de la llamada telefónica
paper-note-hint = Quién llamó, en nombre de quién, cuándo y qué se dijo. Se conserva en lugar de un documento escaneado.
paper-missing = Adjunte un documento escaneado o escriba la nota de la llamada.
paper-attach = Adjuntar
paper-evidence-kept = El documento justificativo se conserva. Su huella digital acompaña al acto.
paper-item = Tema del programa
paper-speaker = Quién intervendrá
paper-record = Registrar por la organización
paper-no-list = No hay ninguna lista de oradores abierta
paper-no-list-next = La Presidencia abre una lista cuando empieza a examinarse un tema del programa.
paper-no-text = No hay ningún texto abierto a la adhesión
paper-no-text-next = Un texto se abre a la adhesión después de su aprobación.
paper-which-text = ¿Respecto de qué texto?
paper-counted = { $count ->
    [one] { $count } acto respecto de este texto se registró en papel.
   *[other] { $count } actos respecto de este texto se registraron en papel.
}
paper-reservation = Redacción de la reserva
paper-reservation-language = Idioma de la reserva
