# The outbox.
letters-states = États des lettres
letters-waiting = En attente
letters-waiting-about = Les lettres partent d’elles-mêmes lorsqu’un serveur de messagerie est configuré. Sans serveur, ou sans adresse, imprimez-les.
letters-sent = Envoyées
letters-failed = En échec
letters-failed-about = Ces lettres ont été abandonnées après plusieurs tentatives. Imprimez-les, ou faites-les réessayer.
letters-printed = Imprimées
letters-none = Il n’y a pas de lettres ici
letters-none-next = Les invitations, les accusés de réception et les avis apparaissent ici dès qu’ils sont rédigés.
letters-print-sheet = Imprimer
letters-print-about = { $count ->
    [one] { $count } lettre. Imprimez cette page, puis marquez la lettre comme imprimée.
   *[other] { $count } lettres. Imprimez cette page, puis marquez les lettres comme imprimées.
}
letters-mark-printed = Marquer comme imprimée
letters-mark-all-printed = Tout marquer comme imprimé
letters-retry = Réessayer
letter-subject = Objet
letter-to = Destinataire
letter-written = Rédigée
letter-done = Envoyée ou imprimée
letter-attempts = Tentatives
letter-error = Dernière erreur
letter-erased = Effacée avec la personne
letter-no-address = Sans adresse
done-mark-letters-printed = Marqué comme imprimé.
done-retry-letters = Nouvelle tentative dès que possible.
letters-print-more = { $count ->
    [one] { $count } autre suivra sur une nouvelle feuille, une fois celles-ci marquées.
   *[other] { $count } autres suivront sur une nouvelle feuille, une fois celles-ci marquées.
}
letters-newest = Plus récentes
letters-older = Plus anciennes
letters-found = { $count ->
    [one] { $count } lettre, quel que soit son état
   *[other] { $count } lettres, quel que soit leur état
}
letters-found-first = Plus de lettres répondent à cette recherche qu’il n’en est montré : en voici { $count }. Saisissez davantage du nom ou de l’adresse.
letters-nothing-found-next = Cherchez une partie du nom ou de l’adresse d’un destinataire, ou choisissez un état.
letter-state = État
