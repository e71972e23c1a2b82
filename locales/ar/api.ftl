# What programs that use the API are told.
api-not-found = لا يوجد شيء في هذا العنوان. قائمة العناوين موجودة في {"\u2066"}/api/v1/openapi.json{"\u2069"}.
api-no-key = يجب أن يحمل كل إجراء ترويسة Idempotency-Key فيها معرف UUID خاص به: وإذا أُرسل من جديد بالمعرف نفسه، نُفذ مرة واحدة.
api-not-json = المتن ليس بصيغة JSON. أرسلوا حقول الإجراء في كائن JSON واحد.
api-too-large = حجم المتن أكبر من الحد الأقصى، وهو { $limit } ميبيبايت. أرسلوا القائمة على أجزاء.
api-not-a-position = ليس هذا موضعا في السجل. المواضع أعداد صحيحة تبدأ من 0.
