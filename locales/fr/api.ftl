# What programs that use the API are told.
api-not-found = Il n’y a rien à cette adresse. La liste des adresses se trouve à /api/v1/openapi.json.
api-no-key = Chaque acte exige un en-tête Idempotency-Key portant un UUID qui lui est propre : renvoyé avec la même clef, il n’est exécuté qu’une fois.
api-not-json = Le corps n’est pas du JSON. Envoyez les champs de l’acte sous la forme d’un seul objet JSON.
api-too-large = Le corps dépasse { $limit } Mio. Envoyez la liste en plusieurs parties.
api-not-a-position = Ce n’est pas une position du registre. Les positions sont des nombres entiers à partir de 0.
