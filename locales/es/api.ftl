# What programs that use the API are told.
api-not-found = No hay nada en esta dirección. La lista de direcciones está en /api/v1/openapi.json.
api-no-key = Cada acto necesita una cabecera Idempotency-Key con un UUID propio: si se vuelve a enviar con la misma clave, se ejecuta una sola vez.
api-not-json = El cuerpo no es JSON. Envíe los campos del acto como un único objeto JSON.
api-too-large = El cuerpo supera los { $limit } MiB. Envíe la lista por partes.
api-not-a-position = Esta no es una posición del registro. Las posiciones son números enteros a partir de 0.
