# « Vérifiez vous-même » : la preuve d'un chiffre, et sa vérification dans le navigateur du lecteur.
check-title = Vérifiez vous-même
check-explain = Chacun peut recalculer ce chiffre sans ce site. La preuve tient en un seul fichier : tout le registre public et les textes sur lesquels le chiffre repose.
check-download = Télécharger la preuve
check-command = Avec le programme de Hemicycle sur votre propre ordinateur, hors ligne :
check-start = Vérifier dans ce navigateur
check-start-hint = La preuve est téléchargée une seule fois. Votre navigateur vérifie ensuite lui-même chaque signature et ne demande plus rien à ce site.
check-progress = Avancement de la vérification

# The answer
check-holds = Les chiffres sont exacts.
check-fails = Les chiffres ne sont pas exacts.
check-unable = Ce navigateur n'a pas pu vérifier. Cela ne dit rien des chiffres.
check-unable-hint = Utilisez un navigateur récent par https, ou le programme.
check-what = Ce qui a été compté
check-figure-organisations = Organisations qui soutiennent le texte
check-figure-countries = Pays
check-figure-by-key = Par la clé de l'organisation
check-figure-by-passkey = Par la clé d'accès d'un représentant
check-figure-on-paper = Sur papier
check-figure-before-correction = À part : actes sur le texte avant sa rectification
check-figure-yes = Pour
check-figure-no = Contre
check-figure-abstain = Abstentions
check-figure-not-participating = Présents ne participant pas au vote
check-figure-absent = Voix non utilisées
check-figure-registered = Personnes inscrites
check-figure-accredited = Personnes accréditées
check-figure-present = Personnes présentes
check-figure-organisations-present = Organisations présentes
check-position = Inscriptions comptées
check-checkpoint = Inscriptions au registre lors de sa signature
check-origin = Registre
check-root = Empreinte de toutes les inscriptions
check-witnesses = Témoins qui ont cosigné
check-no-witnesses = Aucun témoin n'a cosigné : seule la signature du registre lui-même en répond.
check-accreditors = Empreintes des clés des accréditeurs
check-threshold = Accréditeurs qui doivent signer ensemble
check-policy-warning = La liste de ceux à qui se fier est venue avec la preuve elle-même. Comparez les empreintes avec celles que les accréditeurs publient ailleurs.
check-skipped = Inscriptions non valables, qui ne comptent pas
check-no-skipped = Toutes les inscriptions au registre sont valables.
check-entry = Inscription
check-code = Code
check-reason = Motif

# Where a check failed
check-step-archive = Le fichier n'est pas une preuve.
check-step-policy = La liste de ceux à qui se fier est erronée.
check-step-checkpoint = Les signatures du registre sont fausses ou trop peu nombreuses.
check-step-tree = Les inscriptions ne sont pas celles qui ont été signées.
check-step-entries = Une inscription invalide tout le registre.
check-step-blobs = Un texte ou un autre document manque ou a été modifié.
check-step-claim = Les chiffres ne sont pas ceux que donne le registre.

# What is proven and what is not
check-proven = Ce que cela prouve
check-proven-keys = Quelle clé a attesté quoi, et dans quel ordre cela est entré au registre.
check-proven-count = Que recompter toutes les inscriptions, sans en omettre aucune, donne exactement ces chiffres.
check-proven-text = Que les actes portent exactement sur ces textes, au caractère près, dans chaque langue.
check-not-proven = Ce que cela ne prouve pas
check-not-proven-organisations = Qu'une organisation existe, ni où : cela repose sur les accréditeurs.
check-not-proven-passkey = Ce qu'un écran a montré : une clé d'accès prouve un geste sur ce site. Seule la clé de l'organisation, utilisée ailleurs, exclut ce site. Les deux sont comptées à part.
check-not-proven-now = Que cet état est le plus récent : une preuve plus ancienne reste vraie pour sa taille.
check-not-proven-withheld = Qu'aucun acte n'a été écarté : celui qui n'est jamais entré au registre ne laisse d'autre trace que le reçu de son signataire.
check-not-proven-witnesses = Quoi que ce soit par des témoins qui sont dans la même main que le registre.
check-not-proven-presence = Que des personnes étaient là : seule la clé d'un greffier atteste la présence.
check-not-proven-page = Que cette page est honnête : elle vient de ce site. Le programme, obtenu ailleurs, l'exclut.
# What the page says beside the record
check-same = En ce moment, le registre donne les mêmes chiffres que cette page.
check-differs = Tout ce qui figure sur cette page n’est pas au registre
check-page-and-record = { $page } sur cette page, { $record } au registre
check-unsigned = Actes accomplis sans signature : { $count }. Nul autre ne pourrait les vérifier : ils sont comptés sur cette page et ne figurent pas au registre.
check-presence-waits = Les présences entrent au registre par lots d’au moins cinq minutes, pour que nul ne puisse y lire l’arrivée d’une personne ; les délégations y entrent en quelques secondes.
check-presence-stays = Le registre compte toutes les personnes qui ont été présentes au sommet ; cette page compte celles qui le sont maintenant.
check-not-in-record = Ce chiffre ne figure pas au registre vérifiable
check-not-in-record-about = Il peut être recalculé à partir des données exportées, qui reposent sur la parole de ce serveur.
check-endorsements = Vérifiez vous-même les adhésions
check-signed-before = Adhésions signées dans l’ancien registre : { $count }
check-signed-before-about = Leurs signatures figurent dans le registre { $log }, dont les propres preuves les établissent. Le présent registre désigne chacune de ces inscriptions par son empreinte et la compte comme un acte sur papier jusqu’à ce que l’organisation signe de nouveau.
check-poll-before = Ce vote figure dans l’ancien registre
check-poll-before-about = Il a été ouvert sous le registre { $log } et ne figure pas dans celui qui lui succède. Les preuves de cet ancien registre établissent ce qu’il contient de ce vote.
