# The focal point's front page, and the letters to its delegation.
focal-title = El camino de su delegación a la cumbre
focal-now = Lo que corresponde hacer ahora
focal-enter = Inscriba a su delegación
focal-enter-about = Empiece por la jefatura de la delegación. La secretaría examina a los miembros cuando usted presenta las credenciales.
focal-submit = Presente las credenciales
focal-submit-about = Revise a los miembros una vez más y presente después las credenciales. Los miembros que añada más tarde se aceptan uno por uno.
focal-wait = Espere a la secretaría
focal-answer = Sus credenciales están impugnadas
focal-over = Hable con la secretaría
focal-sign-in = Procure que todos los miembros accedan
focal-sign-in-about = { $count ->
    [one] { $count } miembro todavía no ha usado el enlace de su carta. La secretaría puede enviar otro.
   *[other] { $count } miembros todavía no han usado el enlace de su carta. La secretaría puede enviar otros.
}
focal-ready = Todo está listo
focal-ready-about = Su delegación está admitida a ocupar su asiento y todos sus miembros han accedido. El calendario indica cuándo comienzan las sesiones.
focal-to-delegation = Ir a la delegación
focal-to-letters = Ir a las cartas
focal-to-meeting = Toda la lista de oradores
focal-links-open = Enlaces aún sin usar
focal-about-delegation = Miembros, rangos y credenciales
focal-about-letters = A quién se dirigió cada carta y si se envió
focal-floor = El uso de la palabra
focal-not-seated = Su organización podrá pedir la palabra en cuanto su delegación esté admitida a ocupar su asiento.
focal-speaks = Su delegación tiene la palabra
focal-place = Turno de su delegación en la lista de oradores: { $place } de { $count }.
focal-has-spoken = Su delegación ya ha intervenido en este tema.
focal-not-on-list = Su delegación no figura en la lista de oradores. Sus miembros piden la palabra desde sus propias páginas.
focal-no-list = Todavía no hay ninguna lista de oradores abierta.
focal-texts = Los textos
focal-texts-none = La cumbre todavía no tiene ante sí ningún texto
focal-texts-none-next = Cuando se decida sobre un texto o se abra a la adhesión, figurará aquí lo que su organización haya hecho al respecto.
focal-deciding = En curso de decisión
focal-no-act = Aún sin acto
focal-no-act-closed = Ningún acto suyo
focal-letters-lead = Las cartas dirigidas a usted y a los miembros de su delegación. Sus enlaces son solo para sus destinatarios y no se muestran.
focal-letters-none = Todavía no se ha redactado ninguna carta
focal-letters-none-next = Cada miembro recibe una carta con un enlace personal cuando la secretaría acepta las credenciales.
