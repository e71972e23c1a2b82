# Import of lists from a page.
import-about = Elija el archivo. Verá primero lo que aportaría y todas las líneas que no pueden incorporarse; nada cambia hasta que lo confirme.
import-file = Archivo
import-organisations-hint = CSV o XLSX con un encabezamiento en cada columna: nombre, país, categoría, siglas, miembro de, identificador, sitio web.
import-representatives-hint = CSV o XLSX con un encabezamiento en cada columna: organización, apellidos, nombre, cargo, correo electrónico, teléfono, rango, idioma.
import-blank-international = Un país en blanco significa que se trata de un organismo internacional
import-map = Columnas con otros encabezamientos
import-map-hint = Una por línea: encabezamiento=campo, por ejemplo, Partei=name o #3=country; encabezamiento=ignore omite una columna.
import-look = Examinar la lista
import-preview = Lo que aportaría la lista
import-lines = líneas leídas
import-sound = pueden incorporarse
import-bad = no pueden incorporarse
import-bad-lines = Líneas que no pueden incorporarse
import-line = Línea
import-column = Columna
import-value = Valor
import-reason = Motivo
import-first-shown = { $count ->
    [one] Se muestra la primera. El archivo de líneas rechazadas las contiene todas.
   *[other] Se muestran las { $count } primeras. El archivo de líneas rechazadas las contiene todas.
}
import-rejects = Líneas rechazadas en archivo CSV, con los motivos
import-ignored = Estas columnas no se utilizan:
import-sample = Las primeras organizaciones, tal como se incorporarán
import-nothing-changed = No se ha cambiado nada
import-mend = Corrija estas líneas y vuelva a enviar el archivo. O incorpore ahora las demás, y estas más tarde.
import-confirm = { $count ->
    [one] Incorporar { $count } línea
   *[other] Incorporar las { $count } líneas
}
import-confirm-sound = { $count ->
    [one] Incorporar solo la línea correcta ({ $count })
   *[other] Incorporar solo las { $count } líneas correctas
}
import-invite = Invitar de inmediato a estas organizaciones a la cumbre; las cartas se envían a los contactos de la lista
import-contacts = La lista indica contactos. Sus nombres y direcciones solo se conservan con una invitación: sin ella no se registran.
import-other-file = Elegir otro archivo
import-no-file = Elija antes un archivo. Un archivo vacío no aporta nada.
import-gone = Esta lista ya no se conserva: las listas se eliminan al cabo de media hora y una vez incorporadas. Vuelva a enviar el archivo.
import-not-invited = Esta organización no tiene ninguna delegación en la cumbre, o tiene dos que reclaman su asiento. Invítela o inscriba al miembro en la página de la propia delegación.
import-not-taken = Línea { $line }, { $field }: { $words }
upload-too-large = Este archivo supera los { $limit } megabytes o no se envió completo. Envíe uno más pequeño.
done-enter-members = Los miembros están inscritos.

import-problem-missing-name = La organización no tiene nombre en ningún idioma.
import-problem-missing-value = Falta este valor ({ $field }).
import-problem-control-character = Contiene un carácter invisible: { $character }. Elimínelo.
import-problem-damaged-character = Se perdió un carácter al convertir el archivo (�). Vuelva a exportarlo en UTF-8.
import-problem-formula-error = La fórmula de esta celda dio error en la hoja de cálculo.
import-problem-too-long = Longitud en caracteres: { $actual }; máximo admitido: { $limit }.
import-problem-extra-cells = Celdas de la línea: { $actual }; encabezamientos: { $columns }. ¿Faltan unas comillas?
import-problem-country-missing = El país está en blanco. Indíquelo o señale que un país en blanco significa que se trata de un organismo internacional.
import-problem-country-unknown = No se conoce ningún país con este nombre o código.
import-problem-category-unknown = No existe esa categoría. Las categorías son: { $allowed }
import-problem-email-invalid = Esta no es una dirección de correo electrónico.
import-problem-website-invalid = Esta no es una dirección web que empiece por http o https.
import-problem-phone-invalid = Este no es un número de teléfono.
import-problem-rank-unknown = No existe ese rango. Los rangos son: { $allowed }
import-problem-language-unknown = Esto no es ni un código ni el nombre de un idioma.
import-problem-duplicate-name = El mismo nombre en el mismo país figura en la línea { $other_line }.
import-problem-duplicate-external-id = El mismo identificador figura en la línea { $other_line }.
import-problem-duplicate-representative = La misma persona de la misma organización figura en la línea { $other_line }.
import-problem-second-head = En la línea { $other_line } ya figura un jefe de esta delegación.
import-problem-already-registered = Esta organización ya está en el directorio: { $existing }
import-problem-organisation-unknown = Ninguna organización responde a este nombre.
import-problem-organisation-ambiguous = Varias organizaciones responden a este nombre: { $candidates }
import-did-you-mean = ¿Quería decir { $suggestion }?
import-problem-umbrella-refused = Su organización coordinadora figura en la línea { $other_line }, que no puede incorporarse.
import-problem-umbrella-cycle = Estas organizaciones coordinadoras son miembros unas de otras: líneas { $lines }.

import-error-file-too-large = Tamaño del archivo en bytes: { $bytes }; máximo admitido: { $limit }. Divídalo.
import-error-file-empty = El archivo está vacío.
import-error-no-rows = Hay un encabezamiento en la línea { $line } y ninguna fila debajo.
import-error-too-many-rows = La tabla supera el máximo de filas: { $limit }. Divídala en varios archivos.
import-error-too-many-columns = La línea { $line } supera el máximo de columnas: { $limit }.
import-error-cell-too-long = Línea { $line }, columna { $column }: la celda supera el máximo de caracteres ({ $limit }). Puede que unas comillas abiertas allí no se cierren nunca.
import-error-text-too-large = La tabla contiene más de { $limit } bytes de texto. Divídala en varios archivos.
import-error-unpacked-too-large = { $unit ->
    [bytes] El libro descomprimido ocupa más de { $limit } bytes.
    [parts] El libro se compone de más de { $limit } partes.
    [tags] El libro descomprimido contiene más de { $limit } etiquetas.
   *[other] El libro descomprimido supera el límite de { $limit }.
} Guarde la hoja como CSV.
import-error-unclosed-quote = Las comillas abiertas en la línea { $line } no se cierran nunca.
import-error-broken-encoding = La línea { $line } contiene bytes que no son { $encoding }. Vuelva a guardar el archivo en UTF-8.
import-error-unknown-encoding = No existe ninguna codificación llamada { $label }.
import-error-bad-delimiter = { $delimiter } no puede separar celdas. Use una coma, un punto y coma, un tabulador o una barra vertical.
import-error-not-text = Esto no es una tabla: no es ni texto ni un libro XLSX.
import-error-old-spreadsheet = Este libro es antiguo (XLS) o está protegido con contraseña. Guárdelo como XLSX sin contraseña, o como CSV.
import-error-other-package = Este es un archivo comprimido, pero no un libro XLSX. Guarde la hoja como XLSX o CSV.
import-error-no-such-sheet = No existe la hoja { $name }; el libro contiene: { $found }
import-error-bad-spreadsheet = El libro no puede leerse: { $reason }
import-error-bad-rule = { $rule } no tiene la forma encabezamiento=campo.
import-error-too-many-rules = Se supera el máximo de reglas de columnas: { $limit }.
import-error-unknown-field = No existe el campo { $field }. Los campos son: { $allowed }
import-error-no-such-column = No existe la columna { $column }. El archivo contiene: { $found }
import-error-two-columns = Las columnas { $first } y { $second } contienen ambas { $field }. Indique cuál vale: { $second }=ignore
import-error-missing-column = Ninguna columna contiene { $field }. El archivo contiene: { $found }. Cambie el encabezamiento por uno de estos: { $allowed }; o indique qué columna es.
