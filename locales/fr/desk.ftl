# The venue's desk.
desk-ways = Ce que la lecture enregistre
desk-in = Arrivée
desk-out = Départ
desk-offline = Liste hors connexion
desk-offline-about = Lectures faites sans connexion. Chacune est jugée d’après sa propre heure ; une lecture déjà envoyée ne change rien.
desk-offline-list = Lectures
desk-offline-hint = Une par ligne : le code du badge, une virgule et l’heure, par exemple 0123456ABC,2027-03-22T09:30:00Z. Sans heure, c’est l’heure actuelle qui compte. 2 000 au plus.
desk-offline-send = Remettre la liste
desk-nobody = Aucune arrivée n’est encore enregistrée ici
desk-nobody-next = Lisez un badge, ou saisissez son code.
desk-recent = Auparavant
desk-last = Dernière arrivée
desk-flagged = Ce badge a aussi été lu sur un autre lieu de réunion. Demandez une pièce d’identité ; le secrétariat le voit aussi.
desk-capacity = { $capacity ->
    [one] sur { $capacity } place
   *[other] sur { $capacity } places
}
badge-code = Code du badge
badge-code-hint = Lisez le badge, ou saisissez ses dix caractères ; tirets et minuscules sont acceptés.
done-check-in = Arrivée enregistrée.
done-check-out = Départ enregistré.
done-sync-scans = La liste est remise.
scan-first = Arrivée enregistrée : { $name }.
scan-again = { $name } : ce badge a déjà été lu ici ; première lecture le { $date } à { $time } ({ $venue }).
scan-elsewhere = { $name } : ce badge a d’abord été lu sur un autre lieu de réunion ({ $venue }), le { $date } à { $time }. Demandez une pièce d’identité ; le secrétariat le voit aussi.
desk-scanned-again = Déjà lu ici : première lecture le { $date } à { $time }.
desk-scanned-elsewhere = Aussi lu sur un autre lieu de réunion ({ $venue }), le { $date } à { $time }.
