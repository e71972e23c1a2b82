# Signing: keys, devices and what the public record takes.
refusal-signature-required = This act must be signed: by your registered device, by your organisation’s own key, or on paper through the secretariat ({ $symbol }).
refusal-signed-otherwise = What was signed is not this act: “{ $field }” differs. Nothing was recorded; read the text again and sign it.
refusal-record-refuses = The public record cannot take this: { $reason }. Nothing was recorded.
refusal-accreditors-sign-elsewhere = The accreditors keep their keys themselves. Hand them what waits for their signature, and bring the signed entries in.
refusal-entry-has-its-own-way = An entry of the kind “{ $kind }” is not brought in here: it is made by its own act.
refusal-no-record-kept = This house keeps no verifiable record, so nothing can be signed. The secretariat can begin one.
refusal-no-device = You have registered no device to sign with. Register one, or sign with your organisation’s own key.
refusal-device-not-appointed = Your device is registered and not yet appointed in the public record. The accreditors or your organisation’s own key appoint it.
refusal-device-ended = This device signs no more already.
refusal-too-many-devices = You have registered { $limit } devices, the most there can be. Sign with your organisation’s own key or on paper.
refusal-nothing-to-sign = This act needs no signature.
refusal-acts-made-already = Organisations have already acted on texts of this summit: whether acts are signed cannot be changed any more.
invalid-not-a-key = Give the value in base64url, without padding, as it was shown.
organisations-by-key = Signed with the organisation’s key
organisations-by-passkey = Signed with a device
refusal-key-signature-required = A focal point acts with the organisation’s own key alone. Sign the bytes that the page hands out, and bring the signature here.
refusal-key-rotates-itself = Your organisation has a key already. The key in force signs the next one; if it is lost, the secretariat turns to the accreditors.
refusal-ceremony-over = This took too long, or was answered before. Begin again.
refusal-no-passkeys-here = Passkeys do not work at this site’s address: they need a name such as summit.example.org. Sign with your organisation’s own key.
refusal-passkey-refused = The device’s answer could not be accepted. Nothing was recorded. Try again, or use another device.
refusal-passkey-unknown = This passkey is not registered here, or it was ended. Use the link in your letter, or ask the secretariat for a new one.

letter-receipt-proof =
    In the public record this is entry { $entry }. Its receipt stands at { $receipt } a few seconds after the act. Keep it: with the record's policy, taken from somebody you trust, it proves without this server that the entry is in the record (hemicycle verify).
letter-receipt-authority-subject = Receipt: who signs for { $organisation }
letter-receipt-authority-body =
    Dear { $name },

    { $act ->
        [rotate] The key of { $organisation } in the public record was replaced. What is signed with the earlier key is refused from now on.
        [delegate] A device was appointed to sign for { $organisation }: { $rep }.
       *[revoke] A device signs for { $organisation } no longer: { $rep }. What it signed before stands.
    }

    If this is not what your organisation wants, write to the secretariat at once.
