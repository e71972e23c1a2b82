# What the programme does not allow now, and what it would allow instead.

refusal-summit-meeting-in-progress = Une séance de ce sommet est en cours. Sa présidence la clôt d’abord ; le sommet peut ensuite être clos.
refusal-summit-closed = Ce sommet est clos et conservé comme archive. Choisissez le sommet actuel, ou convoquez-en un nouveau.
refusal-too-many-summits = Ce serveur conserve au plus { $limit } sommets. Convoquez les suivants sur un autre serveur.
refusal-summit-closes-before-it-opens = Le dernier jour précède le premier. Choisissez un dernier jour qui ne soit pas antérieur à cette date : { $opens }.
refusal-main-venue-exists = Ce sommet a déjà son lieu de réunion principal. Ajoutez celui-ci comme lieu satellite, ou modifiez un lieu satellite pour en faire le lieu principal.
refusal-main-venue-needed = Un sommet a besoin de son lieu de réunion principal. Faites d’abord d’un autre lieu le lieu principal ; celui-ci devient alors un lieu satellite.
refusal-venue-stays-in-summit = Un lieu de réunion reste attaché au sommet pour lequel il a été ajouté. Ajoutez un nouveau lieu pour l’autre sommet.
refusal-venue-in-use = Ce lieu de réunion a servi ou le sommet a commencé, si bien qu’il reste au registre. Vous pouvez encore modifier sa fiche.
refusal-too-many-venues = Un sommet compte au plus { $limit } lieux de réunion. Supprimez d’abord ceux qui ne servent pas.
refusal-no-main-venue = Les séances sont placées sur les jours du lieu de réunion principal. Ajoutez d’abord ce lieu.
refusal-too-many-meetings = Un sommet compte au plus { $limit } séances. Modifiez plutôt une séance existante.
refusal-meeting-stays-in-summit = Une séance reste dans son sommet. Choisissez un lieu de réunion du même sommet, ou inscrivez une nouvelle séance au programme de l’autre.
refusal-meeting-over = Cette séance est terminée, si bien que son heure et son lieu restent tels quels. Vous pouvez encore corriger ses titres.
refusal-meeting-cancelled = Cette séance a été annulée. Inscrivez-en une nouvelle au programme.
refusal-meeting-ends-before-it-begins = La séance doit finir après son début. Choisissez une fin postérieure à cette heure : { $start }.
refusal-meeting-too-long = Une séance dure au plus { $limit } heures. Inscrivez le reste comme une séance distincte.
refusal-meeting-outside-summit = Les séances ont lieu entre ces deux dates : { $opens } et { $closes }. Choisissez un jour dans l’intervalle, ou modifiez d’abord les dates du sommet.
refusal-venue-taken-then = Une autre séance occupe ce lieu de réunion (début : { $from } ; fin : { $to }). Choisissez une heure antérieure ou postérieure, ou un autre lieu.
refusal-item-stays-in-meeting = Un point de l’ordre du jour reste dans sa séance. Ajoutez un nouveau point dans l’autre séance.
refusal-too-many-items = Un ordre du jour compte au plus { $limit } points. Inscrivez une séance de plus au programme pour les autres.
refusal-order-incomplete = Le nouvel ordre doit citer une fois chacun des points (nombre : { $count }). Rechargez l’ordre du jour et ordonnez-le de nouveau.
refusal-too-many-keynotes = Une séance compte au plus { $limit } discours liminaires. Placez celui-ci dans une autre séance.
refusal-precedence-drawn = Le tirage au sort a eu lieu une fois pour ce sommet : { $first } occupe le premier siège. Il ne se refait pas.
refusal-nobody-to-draw = Aucune organisation membre ne peut être tirée au sort. Ajoutez d’abord les membres.
refusal-organisation-in-programme = Cette organisation convoque un sommet, accueille un lieu de réunion ou prononce un discours liminaire. Modifiez d’abord le programme, puis retirez-la.
