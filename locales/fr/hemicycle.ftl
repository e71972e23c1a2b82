# The hemicycle: every seated organisation a dot.
hemicycle-title = Hémicycle
hemicycle-lead = Chaque organisation admise à siéger est un point, de gauche à droite dans l’ordre de préséance.
hemicycle-lead-alphabetical = Chaque organisation admise à siéger est un point, de gauche à droite dans l’ordre alphabétique : le tirage au sort de l’ordre de préséance n’a pas encore eu lieu.
hemicycle-views = Ce que montrent les points
hemicycle-by-presence = Présence
hemicycle-by-text = Adhésions : { $symbol }
hemicycle-by-item = Liste des orateurs : { $item }
hemicycle-empty-title = Aucune organisation n’est encore admise à siéger
hemicycle-empty = Un point figure ici pour chaque organisation dès que ses pouvoirs sont acceptés.
hemicycle-table = Afficher en tableau
hemicycle-place = Rang
hemicycle-organisation = Organisation
hemicycle-state = État
hemicycle-one = { $name } — { $state }
hemicycle-summary = { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
} : { $parts }
hemicycle-part = { $state } ({ $count })
seat-absent = Absente
seat-present = Présente
seat-endorsed = A adhéré
seat-reserved = A adhéré avec réserve
seat-declined = A décliné
seat-withdrawn = A retiré son adhésion
seat-not-acted = N’a pas agi
seat-asking = Sur la liste des orateurs
seat-speaking = A la parole
