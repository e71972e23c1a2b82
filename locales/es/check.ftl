# «Compruébelo usted»: la prueba de una cifra y su comprobación en el navegador del lector.
check-title = Compruébelo usted
check-explain = Cualquiera puede volver a calcular esta cifra sin este sitio. La prueba es un solo archivo: todo el registro público y los textos en que se apoya la cifra.
check-download = Descargar la prueba
check-command = Con el programa de Hemicycle en su propio ordenador, sin conexión:
check-start = Comprobar en este navegador
check-start-hint = La prueba se descarga una sola vez. Después su navegador comprueba por sí mismo cada firma y no pregunta nada más a este sitio.
check-progress = Avance de la comprobación

# The answer
check-holds = Las cifras son exactas.
check-fails = Las cifras no son exactas.
check-unable = Este navegador no pudo hacer la comprobación. Eso no dice nada de las cifras.
check-unable-hint = Use un navegador actual por https, o el programa.
check-what = Lo que se contó
check-figure-organisations = Organizaciones que respaldan el texto
check-figure-countries = Países
check-figure-by-key = Con la clave de la organización
check-figure-by-passkey = Con la llave de acceso de un representante
check-figure-on-paper = En papel
check-figure-before-correction = Aparte: actos sobre el texto antes de su corrección
check-figure-yes = A favor
check-figure-no = En contra
check-figure-abstain = Abstenciones
check-figure-not-participating = Presentes que no participan en la votación
check-figure-absent = Votos no utilizados
check-figure-registered = Personas inscritas
check-figure-accredited = Personas acreditadas
check-figure-present = Personas presentes
check-figure-organisations-present = Organizaciones presentes
check-position = Asientos contados
check-checkpoint = Asientos del registro cuando se firmó
check-origin = Registro
check-root = Resumen de todos los asientos
check-witnesses = Testigos que lo refrendaron
check-no-witnesses = Ningún testigo lo ha refrendado: solo responde la firma del propio registro.
check-accreditors = Huellas de las claves de los acreditadores
check-threshold = Acreditadores que deben firmar juntos
check-policy-warning = La lista de en quién confiar vino con la propia prueba. Compare las huellas con las que los acreditadores publican en otro lugar.
check-skipped = Asientos no válidos, que no cuentan
check-no-skipped = Todos los asientos del registro son válidos.
check-entry = Asiento
check-code = Código
check-reason = Motivo

# Where a check failed
check-step-archive = El archivo no es una prueba.
check-step-policy = La lista de en quién confiar es incorrecta.
check-step-checkpoint = Las firmas del registro son falsas o insuficientes.
check-step-tree = Los asientos no son los que se firmaron.
check-step-entries = Un asiento invalida todo el registro.
check-step-blobs = Falta un texto u otro documento, o fue modificado.
check-step-claim = Las cifras no son las que da el registro.

# What is proven and what is not
check-proven = Lo que esto prueba
check-proven-keys = Qué clave dio fe de qué, y en qué orden entró en el registro.
check-proven-count = Que al contar de nuevo todos los asientos, sin omitir ninguno, salen exactamente estas cifras.
check-proven-text = Que los actos se refieren exactamente a estos textos, hasta el último carácter, en cada idioma.
check-not-proven = Lo que esto no prueba
check-not-proven-organisations = Que una organización exista, ni dónde: eso depende de los acreditadores.
check-not-proven-passkey = Lo que mostró una pantalla: una llave de acceso prueba un gesto en este sitio. Solo la clave de la organización, usada en otro lugar, excluye a este sitio. Se cuentan por separado.
check-not-proven-now = Que este sea el estado más reciente: una prueba anterior sigue siendo cierta para su tamaño.
check-not-proven-withheld = Que no se haya retenido ningún acto: el que nunca entró en el registro no deja más rastro que el recibo de quien lo firmó.
check-not-proven-witnesses = Nada mediante testigos que estén en las mismas manos que el registro.
check-not-proven-presence = Que hubiera personas allí: solo la clave de un secretario da fe de la presencia.
check-not-proven-page = Que esta página sea honrada: vino de este sitio. El programa, obtenido en otro lugar, lo excluye.
# What the page says beside the record
check-same = En este momento el registro da las mismas cifras que esta página.
check-differs = No todo lo que figura en esta página está en el registro
check-page-and-record = { $page } en esta página, { $record } en el registro
check-unsigned = Actos realizados sin firma: { $count }. Nadie más podría comprobarlos, por lo que se cuentan en esta página y no están en el registro.
check-presence-waits = Las presencias entran en el registro en lotes de cinco minutos o más, para que no pueda leerse en él la llegada de nadie; las delegaciones entran en segundos.
check-presence-stays = El registro cuenta a todas las personas que estuvieron presentes en la cumbre; esta página cuenta a las que lo están ahora.
check-not-in-record = Esta cifra no está en el registro verificable
check-not-in-record-about = Puede recalcularse a partir de los datos exportados, que descansan en la palabra de este servidor.
check-endorsements = Compruebe usted mismo las adhesiones
check-signed-before = Adhesiones firmadas en el registro anterior: { $count }
check-signed-before-about = Sus firmas constan en el registro { $log }, cuyas propias pruebas las demuestran. Este registro nombra cada uno de esos asientos por su resumen y lo cuenta como acto en papel hasta que la organización vuelva a firmar.
check-poll-before = Esta votación consta en el registro anterior
check-poll-before-about = Se abrió con el registro { $log } y no consta en el que le sucede. Las pruebas de aquel registro demuestran lo que contiene de esta votación.
