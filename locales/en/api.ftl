# What programs that use the API are told.
api-not-found = There is nothing at this address. The list of addresses is at /api/v1/openapi.json.
api-no-key = Every act needs an Idempotency-Key header with a UUID of its own: sent again under the same key, it is carried out once.
api-not-json = The body is not JSON. Send the act’s fields as one JSON object.
api-too-large = The body is larger than { $limit } MiB. Send the list in parts.
api-not-a-position = This is not a position of the log. Positions are whole numbers from 0.
