# Signing: keys, devices and what the public record takes.
refusal-signature-required = Este acto debe firmarse: con su dispositivo registrado, con la clave de su organización o en papel por conducto de la secretaría ({ $symbol }).
refusal-signed-otherwise = Lo firmado no es este acto: «{ $field }» difiere. No se ha registrado nada; vuelva a leer el texto y fírmelo.
refusal-record-overtaken = Otra persona de su organización ha firmado hace un momento. Vuelva a mirar el texto y, si sigue siendo lo que desea, firme otra vez. ({ $reason })
refusal-record-bytes-used = Esto ya se firmó y se entregó. Vuelva a la página para obtener nuevos bytes y firme esos. ({ $reason })
refusal-record-form = Lo firmado no es un asiento de este registro. Tome los bytes exactamente como los entrega la página y firme esos. ({ $reason })
refusal-record-signature = La firma no corresponde a lo que firma. Firme otra vez con la clave o el dispositivo que indica la página. ({ $reason })
refusal-record-signer = Quien firmó no puede firmar esto. Debe firmarlo la clave de su organización, un dispositivo registrado de su delegación o quienes el registro designa. ({ $reason })
refusal-record-device = El dispositivo no puede firmar o ya no puede. Registre un dispositivo en la página de sus dispositivos o firme con la clave de su organización. ({ $reason })
refusal-record-organisation = La organización no está acreditada en el registro público. Diríjase a la secretaría; podrá actuar cuando se acepten sus credenciales. ({ $reason })
refusal-record-text-in-force = El texto se corrigió o sustituyó entretanto. Mire el texto vigente y firme ese. ({ $reason })
refusal-record-text-taken = El registro público ya tiene un texto con esta signatura, o este mismo texto. Inicie una revisión; recibe su propia signatura. ({ $reason })
refusal-record-characters = El texto tiene un carácter que algunos lectores verían de otro modo. Sustitúyalo y vuelva a intentarlo. ({ $reason })
refusal-record-poll = La votación ha avanzado entretanto. Mire de nuevo la votación: muestra qué puede hacerse todavía. ({ $reason })
refusal-record-refuses = El registro público no puede recibir esto y no se ha registrado nada. Comunique a la secretaría lo que hizo y esta línea: { $reason }.
refusal-accreditors-sign-elsewhere = Los acreditadores guardan ellos mismos sus claves. Entrégueles lo que espera su firma e incorpore después los asientos firmados.
refusal-entry-has-its-own-way = Un asiento del tipo «{ $kind }» no se incorpora aquí: nace de su propio acto.
refusal-no-record-kept = Esta casa no lleva un registro verificable, por lo que nada puede firmarse. La secretaría puede iniciar uno.
refusal-no-device = No ha registrado ningún dispositivo para firmar. Registre uno o firme con la clave de su organización.
refusal-device-not-appointed = Su dispositivo está registrado, pero aún no designado en el registro público. Lo designan los acreditadores o la clave de su organización.
refusal-device-ended = Este dispositivo ya no firma.
refusal-too-many-devices = Ha registrado { $limit } dispositivos, el máximo posible. Firme con la clave de su organización o en papel.
refusal-nothing-to-sign = Este acto no requiere firma.
refusal-acts-made-already = Ya hay organizaciones que han actuado sobre textos de esta cumbre: la regla de las firmas ya no puede cambiarse.
invalid-not-a-key = Indique el valor en base64url, sin relleno, tal como se mostró.
organisations-by-key = Firmado con la clave de la organización
organisations-by-passkey = Firmado con un dispositivo
refusal-key-signature-required = Un punto de contacto solo actúa con la clave de la organización. Firme los bytes que entrega la página y traiga aquí la firma.
refusal-key-rotates-itself = Su organización ya tiene una clave. La clave vigente firma la siguiente; si se perdió, la secretaría acude a los acreditadores.
refusal-ceremony-over = Tardó demasiado o ya se había respondido. Empiece de nuevo.
refusal-no-passkeys-here = Las llaves de acceso no funcionan en la dirección de este sitio: necesitan un nombre como summit.example.org. Firme con la clave de su organización.
refusal-passkey-refused = No se pudo aceptar la respuesta del dispositivo. No se registró nada. Inténtelo de nuevo o use otro dispositivo.
refusal-passkey-unknown = Esta llave de acceso no está registrada aquí o fue revocada. Use el enlace de su carta o pida uno nuevo a la secretaría.

letter-receipt-proof =
    En el registro público, esta es la entrada { $entry }. Su recibo se encuentra en { $receipt } unos segundos después del acto. Consérvelo: con la política del registro, obtenida de alguien de su confianza, demuestra sin este servidor que la entrada figura en el registro (hemicycle verify).
letter-receipt-authority-subject = Acuse de recibo: quién firma por { $organisation }
letter-receipt-authority-body =
    Estimado/a { $name }:

    { $act ->
        [rotate] Se ha sustituido la clave de { $organisation } en el registro público. Lo que se firme con la clave anterior se rechaza desde ahora.
        [delegate] Se ha designado un dispositivo para firmar en nombre de { $organisation }: { $rep }.
       *[revoke] Un dispositivo ya no firma en nombre de { $organisation }: { $rep }. Lo que firmó antes sigue siendo válido.
    }

    Si no es la voluntad de su organización, escriba de inmediato a la secretaría.
