# Import of lists from a page.
import-about = Choisissez le fichier. Vous voyez d’abord ce qu’il apporterait et chaque ligne qui ne peut être inscrite ; rien ne change avant votre confirmation.
import-file = Fichier
import-organisations-hint = CSV ou XLSX, avec un intitulé par colonne : nom, pays, catégorie, nom abrégé, organisation faîtière, identifiant, site Web.
import-representatives-hint = CSV ou XLSX, avec un intitulé par colonne : organisation, nom de famille, prénom, fonction, courriel, téléphone, rang, langue.
import-blank-international = Un pays vide désigne un organisme international
import-map = Colonnes portant d’autres intitulés
import-map-hint = Une par ligne : intitulé=champ, par exemple Partei=name ou #3=country ; intitulé=ignore écarte une colonne.
import-look = Examiner la liste
import-preview = Ce que la liste apporterait
import-lines = lignes lues
import-sound = peuvent être inscrites
import-bad = ne peuvent être inscrites
import-bad-lines = Lignes qui ne peuvent être inscrites
import-line = Ligne
import-column = Colonne
import-value = Valeur
import-reason = Motif
import-first-shown = { $count ->
    [one] Seule la première est affichée
   *[other] Les { $count } premières sont affichées
}. Le fichier des rejets les contient toutes.
import-rejects = Rejets en fichier CSV, avec les motifs
import-ignored = Ces colonnes ne sont pas utilisées :
import-sample = Les premières organisations, telles qu’elles seront inscrites
import-nothing-changed = Rien n’a été modifié
import-mend = Corrigez ces lignes et renvoyez le fichier. Ou inscrivez maintenant les autres, et celles-ci plus tard.
import-confirm = { $count ->
    [one] Inscrire { $count } ligne
   *[other] Inscrire les { $count } lignes
}
import-confirm-sound = { $count ->
    [one] N’inscrire que { $count } ligne valable
   *[other] N’inscrire que les { $count } lignes valables
}
import-invite = Inviter aussitôt ces organisations au sommet ; les lettres vont aux contacts de la liste
import-contacts = La liste indique des contacts. Leurs noms et adresses ne sont conservés qu’avec une invitation : sans elle, ils ne sont pas enregistrés.
import-other-file = Choisir un autre fichier
import-no-file = Choisissez d’abord un fichier. Un fichier vide n’apporte rien.
import-gone = Cette liste n’est plus conservée : les listes sont oubliées au bout d’une demi-heure, et une fois inscrites. Renvoyez le fichier.
import-not-invited = Cette organisation n’a pas de délégation au sommet, ou en a deux qui revendiquent son siège. Invitez-la, ou inscrivez le membre sur la page de la délégation.
import-not-taken = Ligne { $line }, { $field } : { $words }
upload-too-large = Ce fichier dépasse { $limit } mégaoctets, ou n’a pas été envoyé en entier. Envoyez-en un plus petit.
done-enter-members = Les membres sont inscrits.

import-problem-missing-name = L’organisation n’a de nom dans aucune langue.
import-problem-missing-value = Cette valeur manque ({ $field }).
import-problem-control-character = Il y a un caractère invisible : { $character }. Retirez-le.
import-problem-damaged-character = Un caractère s’est perdu à la conversion du fichier (�). Exportez-le de nouveau en UTF-8.
import-problem-formula-error = La formule de cette cellule a échoué dans le tableur.
import-problem-too-long = La longueur est de { $actual } caractères ; le maximum est de { $limit }.
import-problem-extra-cells = Nombre de cellules de la ligne : { $actual } ; nombre d’intitulés : { $columns }. Manque-t-il un guillemet ?
import-problem-country-missing = Le pays est vide. Indiquez-le, ou précisez qu’un pays vide désigne un organisme international.
import-problem-country-unknown = Aucun pays n’est connu sous ce nom ou ce code.
import-problem-category-unknown = Cette catégorie n’existe pas. Les catégories sont : { $allowed }
import-problem-email-invalid = Ce n’est pas une adresse électronique.
import-problem-website-invalid = Ce n’est pas une adresse Web commençant par http ou https.
import-problem-phone-invalid = Ce n’est pas un numéro de téléphone.
import-problem-rank-unknown = Ce rang n’existe pas. Les rangs sont : { $allowed }
import-problem-language-unknown = Ce n’est ni un code de langue ni le nom d’une langue.
import-problem-duplicate-name = Le même nom dans le même pays figure à la ligne { $other_line }.
import-problem-duplicate-external-id = Le même identifiant figure à la ligne { $other_line }.
import-problem-duplicate-representative = La même personne de la même organisation figure à la ligne { $other_line }.
import-problem-second-head = La ligne { $other_line } désigne déjà un chef de cette délégation.
import-problem-already-registered = Cette organisation est déjà dans le répertoire : { $existing }
import-problem-organisation-unknown = Aucune organisation ne répond à ce nom.
import-problem-organisation-ambiguous = Plusieurs organisations répondent à ce nom : { $candidates }
import-did-you-mean = Vouliez-vous dire { $suggestion } ?
import-problem-umbrella-refused = Son organisation faîtière figure à la ligne { $other_line }, qui ne peut être inscrite.
import-problem-umbrella-cycle = Ces organisations faîtières sont membres les unes des autres : lignes { $lines }.

import-error-file-too-large = Le fichier compte { $bytes } octets ; le maximum est de { $limit }. Divisez-le.
import-error-file-empty = Le fichier est vide.
import-error-no-rows = Il y a un intitulé à la ligne { $line } et aucune rangée en dessous.
import-error-too-many-rows = Le tableau compte plus de { $limit } rangées. Divisez-le en plusieurs fichiers.
import-error-too-many-columns = La ligne { $line } compte plus de { $limit } colonnes.
import-error-cell-too-long = Ligne { $line }, colonne { $column } : la cellule compte plus de { $limit } caractères. Un guillemet ouvert là n’est peut-être jamais fermé.
import-error-text-too-large = Le tableau contient plus de { $limit } octets de texte. Divisez-le en plusieurs fichiers.
import-error-unpacked-too-large = { $unit ->
    [bytes] Une fois décompressé, le classeur dépasse { $limit } octets.
    [parts] Le classeur est composé de plus de { $limit } parties.
    [tags] Une fois décompressé, le classeur dépasse { $limit } balises.
   *[other] Une fois décompressé, le classeur dépasse la limite de { $limit }.
} Enregistrez la feuille en CSV.
import-error-unclosed-quote = Le guillemet ouvert à la ligne { $line } n’est jamais fermé.
import-error-broken-encoding = La ligne { $line } contient des octets qui ne sont pas du { $encoding }. Enregistrez de nouveau le fichier en UTF-8.
import-error-unknown-encoding = Il n’existe pas de codage appelé { $label }.
import-error-bad-delimiter = { $delimiter } ne peut pas séparer les cellules. Utilisez une virgule, un point-virgule, une tabulation ou une barre verticale.
import-error-not-text = Ce n’est pas un tableau : ni du texte, ni un classeur XLSX.
import-error-old-spreadsheet = Ce classeur est ancien (XLS) ou protégé par mot de passe. Enregistrez-le en XLSX sans mot de passe, ou en CSV.
import-error-other-package = C’est un fichier compressé, mais pas un classeur XLSX. Enregistrez la feuille en XLSX ou en CSV.
import-error-no-such-sheet = Il n’y a pas de feuille { $name } ; le classeur contient : { $found }
import-error-bad-spreadsheet = Le classeur ne peut pas être lu : { $reason }
import-error-bad-rule = { $rule } n’est pas de la forme intitulé=champ.
import-error-too-many-rules = Il y a plus de { $limit } règles pour les colonnes.
import-error-unknown-field = Il n’y a pas de champ { $field }. Les champs sont : { $allowed }
import-error-no-such-column = Il n’y a pas de colonne { $column }. Le fichier contient : { $found }
import-error-two-columns = Les colonnes { $first } et { $second } contiennent toutes deux { $field }. Précisez laquelle : { $second }=ignore
import-error-missing-column = Aucune colonne ne contient { $field }. Le fichier contient : { $found }. Remplacez l’intitulé par l’un des suivants : { $allowed }, ou précisez de quelle colonne il s’agit.
