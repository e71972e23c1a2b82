# Refusals of joint texts: each says what would be allowed.

# Drafting and tabling.
refusal-language-not-official = Un texto es auténtico en idiomas oficiales de la cumbre; { $language } no es uno de ellos. Puede añadirse al texto como traducción.
refusal-too-many-texts = Este servidor ya contiene el máximo de textos: { $limit }. Los que ya contiene pueden revisarse; redacte los siguientes en otro servidor.
refusal-text-full = El texto ya tiene el máximo de párrafos: { $limit }. Suprima uno o junte dos.
refusal-text-empty = El texto todavía no tiene párrafos. Escríbalos o impórtelos y preséntelo después.
refusal-title-missing = Falta el título en { $language }. Un texto se presenta cuando está completo en todos los idiomas auténticos.
refusal-paragraph-missing = Falta el párrafo { $number } en { $language }. Un texto se presenta cuando está completo en todos los idiomas auténticos.
refusal-revision-tabled = { $symbol } está presentado y ya no puede modificarse. Inicie una revisión y escriba en ella.
refusal-revision-replaced = Alguien ha iniciado una revisión más reciente, { $symbol }. Examínela y haga en ella su cambio.
refusal-revision-still-draft = La revisión más reciente es todavía un proyecto y puede modificarse tal como está. Podrá iniciarse otra cuando se presente.
refusal-too-many-revisions = El texto ya tiene el máximo de revisiones: { $limit }. Puede redactarse un nuevo texto con su propia signatura.
refusal-symbol-taken = La siguiente revisión sería { $symbol }, y otro documento tiene esa signatura. Redacte un nuevo texto con su propia signatura.
refusal-text-not-tabled = { $symbol } todavía no está presentado. Complételo en todos los idiomas auténticos y preséntelo antes.
refusal-text-adopted = { $symbol } está aprobado y ya no puede modificarse. Junto a él siguen siendo posibles las reservas y las adhesiones.

# Sponsors.
refusal-already-sponsor = Su organización ya patrocina { $symbol }. No hace falta nada más; puede dejar de patrocinarlo hasta que se apruebe el texto.
refusal-not-a-sponsor = Su organización no patrocina { $symbol }. Puede sumarse a los patrocinadores hasta que se apruebe el texto.

# Consensus and reservations.
refusal-consensus-open = La Presidencia ha consultado si hay consenso sobre este texto. Antes debe aprobarse el texto o retirarse la consulta.
refusal-consensus-not-open = La Presidencia no ha consultado si hay consenso sobre este texto. Debe hacerlo antes.
refusal-objection-already-stands = Ya consta una objeción de su delegación. Puede retirarse.
refusal-no-objection = { $name } no tiene ninguna objeción que retirar.
refusal-objection-stands = No hay consenso: { $count ->
    [one] { $name } objeta
   *[other] { $count } delegaciones objetan ({ $name })
}. El texto podrá aprobarse cuando no se mantenga ninguna objeción; si no, retire la consulta y revise el texto.
refusal-too-many-reservations = Este texto ya tiene el máximo de reservas que admite el registro: { $limit }.
refusal-reservation-withdrawn = Esta reserva ya está retirada. Puede formularse otra.
refusal-text-not-adopted = { $symbol } todavía no está aprobado. Será posible adherirse cuando esté aprobado y abierto a la adhesión.
