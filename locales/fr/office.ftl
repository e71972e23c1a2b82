# Words that the secretariat's, the focal point's and the desk's pages share.
amend = Modifier
save = Enregistrer
cancel = Annuler
actions = Actions
all = Tout
reason = Motif
reason-hint = Une phrase. Le point de contact la lit, et elle figure au registre.
breadcrumb = Vous êtes ici
pages-of-list = Pages de la liste
search-label = Recherche
search-button = Rechercher
nothing-found = Rien n’a été trouvé
nothing-found-next = Cherchez une partie du nom, ou affichez de nouveau tout.
international = International
country = Pays
country-hint = À laisser vide pour un organisme international : il compte comme organisation et jamais comme pays.
category = Catégorie
short-name = Nom abrégé
website = Site Web
umbrella = Organisation faîtière
umbrella-members = Membres de cette organisation faîtière
external-id = Numéro dans votre propre fichier
external-id-hint = Il permet à une liste importée plus tard de reconnaître l’organisation.
organisation-id-hint = Son numéro dans le répertoire, par exemple org-12.
organisation-names = Nom
names-hint = Donnez le nom dans chaque langue où il est connu. Une seule suffit.


role = Fonction
roles = Fonctions
rank = Rang
rank-hint = Une délégation comprend un chef de délégation, des représentants, des suppléants et des conseillers.
rank-alternate = Suppléant
rank-adviser = Conseiller
rank-acting = agit en qualité de représentant
rank-left = { $rank } ({ $left ->
    [one] { $left } place libre
   *[other] { $left } places libres
})

credentials = Pouvoirs
credentials-invited = Invitation
credentials-submitted = Présentés
credentials-verified = Vérifiés
credentials-accepted = Acceptés
credentials-challenged = Contestés
credentials-deferred = Différés
credentials-rejected = Rejetés
credentials-revoked = Révoqués

standing = Accréditation
standing-entered = Inscrit
standing-pending = À accepter
standing-accredited = Accrédité
standing-withdrawn = Retiré
standing-ended = Terminé

person-name = Nom
person-unnamed = Nom inconnu
person-given = Prénoms
person-family = Nom de famille
person-function = Fonction
person-email = Adresse électronique
person-email-hint = Les lettres y sont envoyées. Sans adresse, le secrétariat les imprime.
person-phone = Téléphone
person-language = Langue des lettres
present-where = Présence
present-remote = À distance
present-not = Absent

count-organisations-invited = organisations invitées
count-registered = inscrits
count-accredited = accrédités
office-present = présents
count-here = présents ici
