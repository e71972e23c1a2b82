# Words that the secretariat's, the focal point's and the desk's pages share.
amend = Modificar
save = Guardar
cancel = Cancelar
actions = Acciones
all = Todas
reason = Motivo
reason-hint = Una frase. La lee el punto de contacto y consta en el registro.
breadcrumb = Dónde se encuentra
pages-of-list = Páginas de la lista
search-label = Búsqueda
search-button = Buscar
nothing-found = No se ha encontrado nada
nothing-found-next = Busque una parte del nombre o vuelva a mostrarlo todo.
international = Internacional
country = País
country-hint = Déjelo en blanco si es un organismo internacional: cuenta como organización y nunca como país.
category = Categoría
short-name = Siglas
website = Sitio web
umbrella = Organización coordinadora
umbrella-members = Miembros de esta organización coordinadora
external-id = Número en sus propios ficheros
external-id-hint = Sirve para reconocer a la organización en las listas que se importen más tarde.
organisation-id-hint = Su número en el directorio, por ejemplo, org-12.
organisation-names = Nombre
names-hint = Indique el nombre en todos los idiomas en que se conoce. Basta con uno.


role = Función
roles = Funciones
rank = Rango
rank-hint = Una delegación tiene un jefe de delegación, representantes, suplentes y consejeros.
rank-alternate = Suplente
rank-adviser = Consejero
rank-acting = actúa como representante
rank-left = { $rank } ({ $left ->
    [one] queda { $left } plaza
   *[other] quedan { $left } plazas
})

credentials = Credenciales
credentials-invited = Invitada
credentials-submitted = Presentadas
credentials-verified = Verificadas
credentials-accepted = Aceptadas
credentials-challenged = Impugnadas
credentials-deferred = Aplazadas
credentials-rejected = Rechazadas
credentials-revoked = Revocadas

standing = Acreditación
standing-entered = Inscrito
standing-pending = Por aceptar
standing-accredited = Acreditado
standing-withdrawn = Retirado
standing-ended = Sin efecto

person-name = Nombre
person-unnamed = Nombre desconocido
person-given = Nombre de pila
person-family = Apellidos
person-function = Cargo
person-email = Correo electrónico
person-email-hint = Allí se envían las cartas. Si falta, la secretaría las imprime.
person-phone = Teléfono
person-language = Idioma de las cartas
present-where = Presencia
present-remote = A distancia
present-not = No está presente

count-organisations-invited = organizaciones invitadas
count-registered = personas inscritas
count-accredited = personas acreditadas
office-present = presentes
count-here = presentes aquí
