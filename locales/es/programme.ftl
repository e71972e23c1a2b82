# What the programme does not allow now, and what it would allow instead.

refusal-summit-meeting-in-progress = Una sesión de esta cumbre está en curso. La Presidencia la levanta primero; después puede clausurarse la cumbre.
refusal-summit-closed = Esta cumbre está clausurada y se conserva como archivo. Elija la cumbre actual o convoque otra.
refusal-too-many-summits = Este servidor conserva como máximo el siguiente número de cumbres: { $limit }. Convoque las siguientes en otro servidor.
refusal-summit-closes-before-it-opens = El último día es anterior al primero. Elija como último día el { $opens } o uno posterior.
refusal-main-venue-exists = Esta cumbre ya tiene su sede principal. Añada esta como sede satélite, o modifique una sede satélite para que pase a ser la principal.
refusal-main-venue-needed = Una cumbre necesita su sede principal. Convierta antes otra sede en la principal; esta pasará entonces a ser satélite.
refusal-venue-stays-in-summit = Una sede permanece en la cumbre para la que se añadió. Añada una nueva sede a la otra cumbre.
refusal-venue-in-use = Esta sede se ha utilizado o la cumbre ha comenzado, por lo que queda en el registro. Todavía puede modificar su ficha.
refusal-too-many-venues = La cumbre ya tiene el máximo de sedes: { $limit }. Suprima antes las que no se utilicen.
refusal-no-main-venue = Las sesiones se sitúan en los días de la sede principal. Añada antes la sede principal.
refusal-too-many-meetings = La cumbre ya tiene el máximo de sesiones: { $limit }. Modifique una anterior.
refusal-meeting-stays-in-summit = Una sesión permanece en su cumbre. Elija una sede de la misma cumbre o programe una nueva sesión en la otra.
refusal-meeting-over = Esta sesión ha terminado, por lo que su hora y su sede no cambian. Todavía puede corregir sus títulos.
refusal-meeting-cancelled = Esta sesión se canceló. Programe otra.
refusal-meeting-ends-before-it-begins = La sesión debe terminar después de comenzar. Elija un fin posterior a { $start }.
refusal-meeting-too-long = La duración máxima de una sesión, en horas, es de { $limit }. Programe el resto como una sesión aparte.
refusal-meeting-outside-summit = Las sesiones se celebran del { $opens } al { $closes }. Elija un día de ese período o modifique antes las fechas de la cumbre.
refusal-venue-taken-then = Otra sesión ocupa esta sede entre { $from } y { $to }. Elija una hora anterior o posterior, u otra sede.
refusal-item-stays-in-meeting = Un tema del programa permanece en su sesión. Añada un nuevo tema en la otra sesión.
refusal-too-many-items = El programa ya tiene el máximo de temas: { $limit }. Programe otra sesión para los demás.
refusal-order-incomplete = El nuevo orden debe mencionar una sola vez cada uno de los temas (total: { $count }). Vuelva a cargar el programa y ordénelo de nuevo.
refusal-too-many-keynotes = La sesión ya tiene el máximo de discursos principales: { $limit }. Sitúe este en otra sesión.
refusal-precedence-drawn = El sorteo de esta cumbre ya se celebró: { $first } ocupa el primer asiento. Un sorteo no se repite.
refusal-nobody-to-draw = No hay ninguna organización miembro para el sorteo. Añada antes las organizaciones miembros.
refusal-organisation-in-programme = Esta organización convoca una cumbre, acoge una sede o aporta a quien pronuncia un discurso principal. Modifique antes el calendario y después suprímala.
