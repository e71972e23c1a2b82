# Refusals of endorsement: each says what would be allowed.
refusal-endorsement-already-open = This text is already open for endorsement.
refusal-endorsement-not-open = This text is not open for endorsement. The secretariat can open it once it is adopted.
refusal-text-digest-differs = What you were shown is not the adopted text of { $symbol }. Reload the page, read the text as adopted, and act again.
refusal-already-endorsed = Your organisation already endorses this text. It can add a reservation, or withdraw.
refusal-already-declined = Your organisation has already declined. It can still endorse.
refusal-endorsement-stands = Your organisation's endorsement stands. Withdraw it first, then decline.
refusal-no-endorsement-to-withdraw = Your organisation has no endorsement of this text to withdraw. It can endorse, or decline.
refusal-too-many-acts = There are already { $limit } acts on this text, the most the record can hold. Send the act to the secretariat in writing.

# Letters.
letter-receipt-endorsement-subject = Receipt: { $symbol }
letter-receipt-endorsement-body =
    Dear { $name },

    { $act ->
        [endorse] This confirms that { $organisation } endorses { $symbol }.
        [endorse-with-reservation] This confirms that { $organisation } endorses { $symbol } with a reservation.
        [decline] This confirms that { $organisation } declines to endorse { $symbol }.
       *[withdraw] This confirms that { $organisation } withdraws its endorsement of { $symbol }.
    }

    It is act number { $number } on this text and stands on the record as made.
    Digest of the text as shown: { $digest }

    If you did not do this, write to the secretariat at once.
letter-notice-withdrawal-subject = Notice: withdrawal of an endorsement of { $symbol }
letter-notice-withdrawal-body =
    Dear { $name },

    { $organisation } has withdrawn its endorsement of { $symbol } (act number { $number }).

    Your organisation's own endorsement is not affected. The counts before and after remain on the record.
