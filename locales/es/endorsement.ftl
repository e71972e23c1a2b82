# Refusals of endorsement: each says what would be allowed.
refusal-endorsement-already-open = Este texto ya está abierto a la adhesión.
refusal-endorsement-not-open = Este texto no está abierto a la adhesión. La secretaría puede abrirlo una vez aprobado.
refusal-text-digest-differs = Lo que se le mostró no es el texto aprobado de { $symbol }. Vuelva a cargar la página, lea el texto aprobado y actúe de nuevo.
refusal-already-endorsed = Su organización ya se ha adherido a este texto. Puede añadir una reserva o retirar la adhesión.
refusal-already-declined = Su organización ya ha declinado. Todavía puede adherirse.
refusal-endorsement-stands = La adhesión de su organización se mantiene. Retírela primero y después decline.
refusal-no-endorsement-to-withdraw = Su organización no tiene ninguna adhesión a este texto que retirar. Puede adherirse o declinar.
refusal-too-many-acts = Este texto ya tiene el máximo de actos que admite el registro: { $limit }. Envíe el acto por escrito a la secretaría.

# Letters.
letter-receipt-endorsement-subject = Acuse de recibo: { $symbol }
letter-receipt-endorsement-body =
    A la atención de { $name }:

    { $act ->
        [endorse] Por la presente se confirma que { $organisation } se adhiere a { $symbol }.
        [endorse-with-reservation] Por la presente se confirma que { $organisation } se adhiere con reserva a { $symbol }.
        [decline] Por la presente se confirma que { $organisation } declina adherirse a { $symbol }.
       *[withdraw] Por la presente se confirma que { $organisation } retira su adhesión a { $symbol }.
    }

    Es el acto núm. { $number } respecto de este texto y consta en el registro tal como se realizó.
    Huella digital del texto mostrado: { $digest }

    Si usted no ha realizado este acto, escriba de inmediato a la secretaría.
letter-notice-withdrawal-subject = Notificación: retirada de una adhesión a { $symbol }
letter-notice-withdrawal-body =
    A la atención de { $name }:

    { $organisation } ha retirado su adhesión a { $symbol } (acto núm. { $number }).

    La adhesión de su propia organización no se ve afectada. Los recuentos anterior y posterior quedan en el registro.
