# The front page of the secretariat.
secretariat-title = Secrétariat
secretariat-waiting = En attente
secretariat-nothing-waits = Rien n’attend de décision.
secretariat-places = Où aller
secretariat-no-summit = Il n’y a pas encore de sommet
secretariat-no-summit-next = Convoquez d’abord un sommet : son thème, ses jours et qui le convoque. Les lieux de réunion, les séances et les invitations suivent.
summit-convene = Convoquer un sommet
secretariat-no-venue = Le sommet n’a pas encore de lieu de réunion principal
secretariat-no-venue-next = Ajoutez le lieu de réunion principal. Les séances sont placées sur les jours de son calendrier.
venue-add = Ajouter un lieu
secretariat-no-meeting = Aucune séance n’est encore au programme
secretariat-no-meeting-next = Inscrivez la séance plénière d’ouverture au programme et donnez-lui un ordre du jour.
meeting-add = Ajouter une séance
secretariat-nobody-invited = Aucune organisation n’est encore invitée
secretariat-nobody-invited-next = Invitez des organisations du répertoire. Leurs points de contact reçoivent un lien et inscrivent leurs délégations.
secretariat-next-meeting = Prochaine séance
secretariat-about-programme = Sommet, lieux, séances, ordre du jour, discours liminaires
secretariat-about-directory = Noms, pays et catégories des organisations
secretariat-about-accreditation = Invitations, délégations, pouvoirs, badges
secretariat-about-presence = Qui est présent où, et badges lus deux fois
secretariat-about-paper = Ce qui est parvenu par lettre signée ou par téléphone
secretariat-about-letters = Lettres en attente, envoyées, en échec ou à imprimer
secretariat-about-seats = Qui a quelle fonction, sur quels appareils ; actes refusés

waiting-submitted = { $count ->
    [one] { $count } délégation a présenté ses pouvoirs
   *[other] { $count } délégations ont présenté leurs pouvoirs
}
waiting-verified = { $count ->
    [one] Les pouvoirs vérifiés de { $count } délégation attendent la décision
   *[other] Les pouvoirs vérifiés de { $count } délégations attendent la décision
}
waiting-rivals = { $count ->
    [one] { $count } délégation revendique un siège disputé
   *[other] { $count } délégations revendiquent des sièges disputés
}
waiting-differs = { $count ->
    [one] { $count } délégation revendique une autre catégorie que celle du répertoire
   *[other] { $count } délégations revendiquent d’autres catégories que celles du répertoire
}
waiting-members = { $count ->
    [one] { $count } membre inscrit après coup attend d’être accepté
   *[other] { $count } membres inscrits après coup attendent d’être acceptés
}
waiting-flags = { $count ->
    [one] { $count } badge a été lu sur deux lieux de réunion
   *[other] { $count } badges ont été lus sur deux lieux de réunion
}

# Directory.
directory-title = Répertoire des organisations
directory-add = Ajouter une organisation
directory-import = Importer une liste
directory-found = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
directory-empty = Le répertoire est vide
directory-empty-next = Importez votre liste d’organisations en CSV ou XLSX, ou ajoutez-les une à une.
directory-remove = Retirer du répertoire
directory-remove-about = Ce que l’organisation a fait reste au registre. Une organisation qui a une délégation, un siège ou un rôle dans le programme reste dans le répertoire.
directory-remove-sure = Retirer cette organisation du répertoire ?
done-register-organisation = L’organisation est ajoutée.
done-amend-organisation = La fiche est modifiée.
done-remove-organisation = L’organisation est retirée du répertoire.
done-import-organisations = La liste est inscrite.
