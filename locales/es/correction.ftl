# Corrections of an adopted text: written, proposed, objected to, issued.
correction-title = Correcciones
text-correct = Corregir
correction-rule = Una corrección modifica los idiomas que indica y ninguno más. Se comunica a toda delegación que puede objetar; una sola objeción la bloquea definitivamente. Si no hay objeción, se publica al terminar el plazo y el texto se considera corregido desde el principio.
correction-none = Este texto no tiene correcciones
correction-none-next = Un error descubierto después de la aprobación se comunica a la secretaría, que propone una corrección.
correction-state-open = Propuesta
correction-state-issued = Publicada
correction-state-blocked = Bloqueada por una objeción
correction-state-withdrawn = Retirada
correction-reason = Motivo
correction-languages = Idiomas corregidos
correction-proposed = Propuesta
correction-until = Objeciones hasta
correction-issued = Publicada
correction-withdrawn = Retirada
correction-blocked = Objeción
correction-paragraph = Párrafo { $place }
correction-before = antes
correction-after = corregido
correction-title-digest = SHA-256 del título en este idioma:
correction-manifest = Huella digital conjunta de todos los idiomas
correction-untouched = { $count ->
    [0] Ningún otro idioma.
    [one] Otro idioma conserva sus huellas digitales.
   *[other] Otros { $count } idiomas conservan sus huellas digitales.
}
correction-corrected-by = Corregido por { $correction }
correction-digest-before = Antes de { $correction } era
correction-proposed-notice = Se propone una corrección:
correction-look = Ver la corrección
correction-object = Objetar la corrección
correction-object-about = Una sola objeción bloquea la corrección definitivamente. El nombre de su organización y su motivo son públicos.
correction-object-reason = Por qué objeta su organización
correction-issue = Publicar la corrección
correction-withdraw = Retirar la corrección
ask-withdraw-correction = ¿Retirar esta corrección? Se comunicará a todas las delegaciones que la recibieron; podrá proponerse otra.
done-prepare-correction = Guardado. Aún no se ha comunicado a nadie.
done-propose-correction = La corrección está propuesta y se ha comunicado a las delegaciones.
done-object-to-correction = La objeción está registrada y la corrección queda bloqueada.
done-withdraw-correction = La corrección queda retirada.
done-issue-correction = La corrección está publicada.

# Writing and proposing one.
correcting-title = Corregir el texto
correcting-step-write = Redactarla
correcting-step-propose = Consultar a las delegaciones
correcting-choose = Elija un idioma que corregir.
correcting-changed = (modificado)
correcting-save = Guardar y ver la diferencia
correcting-reset = Dejar este idioma como está
correcting-preview = Lo que cambia la corrección
correcting-propose = Proponer la corrección
correcting-propose-about = Toda delegación que puede objetar recibe una carta y la propuesta es pública. Hasta entonces nadie la ve.
correcting-window = Plazo para objetar
correcting-window-hint = Empieza ahora y termina sin acto de nadie.
window-quarter = 15 minutos, durante una sesión
window-day = 1 día
window-three-days = 3 días
window-week = 7 días
window-month = 30 días
window-quarter-year = 90 días

# Endorsements before and after.
endorsements-before-correction = Anteriores a la corrección, vigentes
endorsements-before-correction-why = Quien se adhirió antes de la corrección sigue adherido al texto como era entonces y se cuenta aparte hasta que actúe de nuevo.
endorsements-from-before = antes de la corrección
delegate-endorse-corrected = Su adhesión se mantiene. También puede adherirse al texto corregido.

# On paper, and in the list of changes.
paper-object-to-correction = Objeción a una corrección
paper-no-correction = Ninguna corrección está abierta a objeciones
paper-no-correction-next = Una corrección se propone en la página de su texto.
change-correction-proposed = Se propuso una corrección de { $text }.
change-correction-blocked = { $name } objetó la corrección de { $text }, que queda bloqueada.
change-correction-withdrawn = Se retiró la corrección de { $text }.
change-text-corrected = Se corrigió el texto { $text }.

# Refusals: each says what would be allowed.
refusal-correction-open = { $symbol } sigue abierta a objeciones. Retírela o espere a que termine el plazo antes de preparar otra.
refusal-no-correction-open = Ya no hay ninguna corrección abierta de { $symbol }. Su página muestra qué fue de la última; puede proponerse otra.
refusal-correction-window-over = El plazo para objetar { $symbol } terminó el { $until }. Puede proponerse a la secretaría otra corrección.
refusal-correction-window-open = Se puede objetar { $symbol } hasta el { $until }. Podrá publicarse después.
refusal-correction-changes-nothing = Nada difiere del texto aprobado en { $language }. Cambie lo que está mal o elija otro idioma.
refusal-correction-empty = Aún no se ha redactado ninguna corrección de { $symbol }. Redacte lo que cambia, idioma por idioma, y propóngala.
refusal-correction-as-before = Es palabra por palabra { $symbol } como era antes de una corrección, y el registro recibe cada versión una sola vez. Redáctelo de otro modo o deje el texto como está.
refusal-too-many-corrections = Este texto ya tiene { $limit } correcciones, el máximo posible. Puede redactarse un nuevo texto con su propia signatura.

# Letters.
letter-notice-correction-proposed-subject = Se propone una corrección de { $symbol }; objeciones hasta el { $until }
letter-notice-correction-proposed-body =
    A la atención de { $name }:

    { $correction } corrige { $symbol } en estos idiomas y en ninguno más: { $languages }. Lo que cambia figura en { $origin }/correction?of={ $text }

    Su organización puede objetar hasta el { $until }. Una sola objeción bloquea la corrección definitivamente. Si no hay ninguna, se publica entonces y el texto se considera corregido desde el principio. La adhesión de su organización se mantiene y se cuenta como anterior a la corrección.
letter-notice-correction-blocked-subject = { $correction } queda bloqueada por una objeción
letter-notice-correction-blocked-body =
    A la atención de { $name }:

    { $organisation } objetó { $correction }, que debía corregir { $symbol } en: { $languages }. El texto queda como se aprobó. El motivo figura en { $origin }/correction?of={ $text }

    El plazo habría terminado el { $until }. Puede proponerse otra corrección.
letter-notice-correction-withdrawn-subject = { $correction } queda retirada
letter-notice-correction-withdrawn-body =
    A la atención de { $name }:

    La secretaría retiró { $correction }, que debía corregir { $symbol } en: { $languages }, antes de que terminara el plazo el { $until }. El texto queda como estaba: { $origin }/correction?of={ $text }
letter-notice-correction-issued-subject = { $symbol } queda corregido por { $correction }
letter-notice-correction-issued-body =
    A la atención de { $name }:

    Nadie objetó { $correction } hasta el { $until }. { $symbol } queda corregido desde el principio en estos idiomas: { $languages }; todos los demás siguen palabra por palabra como antes. Ambos textos y sus huellas digitales figuran en { $origin }/correction?of={ $text }

    Si su organización se había adherido al texto, su adhesión se mantiene y se cuenta como anterior a la corrección. También puede adherirse al texto corregido.
