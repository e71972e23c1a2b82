# Signing: keys, devices and what the public record takes.
refusal-signature-required = This act must be signed: by your registered device, by your organisation’s own key, or on paper through the secretariat ({ $symbol }).
refusal-signed-otherwise = What was signed is not this act: “{ $field }” differs. Nothing was recorded; read the text again and sign it.
refusal-record-overtaken = Somebody else of your organisation signed a moment ago. Look at the text again and, if it is still what you want, sign once more. ({ $reason })
refusal-record-bytes-used = This was signed and handed in before. Go back to the page for new bytes, and sign those. ({ $reason })
refusal-record-form = What was signed is no entry of this record. Take the bytes exactly as the page hands them out, and sign those. ({ $reason })
refusal-record-signature = The signature does not fit what it signs. Sign once more, with the key or device that the page names. ({ $reason })
refusal-record-signer = Whoever signed may not sign this. Let it be signed by your organisation’s own key, by a registered device of your delegation, or by those whom the record names for it. ({ $reason })
refusal-record-device = The device may not sign, or no longer. Register a device on the page of your devices, or sign with your organisation’s own key. ({ $reason })
refusal-record-organisation = The organisation is not accredited in the public record. Ask the secretariat; it acts once its credentials are accepted. ({ $reason })
refusal-record-text-in-force = The text was corrected or replaced meanwhile. Look at the text in force and sign that. ({ $reason })
refusal-record-text-taken = The public record has a text under this symbol, or this very text. Begin a revision; it gets a symbol of its own. ({ $reason })
refusal-record-characters = The text has a character that some readers would see differently. Replace it, and try again. ({ $reason })
refusal-record-poll = The vote has gone on meanwhile. Look at the poll again: it shows what can still be done. ({ $reason })
refusal-record-refuses = The public record cannot take this, and nothing was recorded. Tell the secretariat what you did and this line: { $reason }.
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
