# What the timeline alone says.

## The timeline

timeline-none = L’histoire commence ici.
timeline-none-more = Notez un premier contact : il ouvrira un fil.
timeline-title-new = L’histoire commence ici
timeline-title-months = { $count } mois de chemin
timeline-title-years = { $count ->
    [1] Un an de chemin
    [2] Deux ans de chemin
    [3] Trois ans de chemin
    [4] Quatre ans de chemin
    [5] Cinq ans de chemin
    [6] Six ans de chemin
    [7] Sept ans de chemin
    [8] Huit ans de chemin
    [9] Neuf ans de chemin
    [10] Dix ans de chemin
   *[other] { $count } ans de chemin
 }
timeline-filter = Domaines
timeline-summary = Frise : { $from } à { $to }. Fils : { $lanes }. Réunions : { $meetings }. Silences : { $silences }. Les flèches vont d’une marque à l’autre.
zoom = Échelle de temps
zoom-week = Semaine
zoom-nearer = Plus près
zoom-farther = Plus loin
read-as-table = Lire en tableau
read-as-drawing = Voir la frise
referents = Référents
referent-since = { $name }, depuis { $date }
acts-lane = Actes repris
story-begins = L’histoire commence ici
today-line = Aujourd’hui
today-meeting = Aujourd’hui, instance
today-then = Ce jour-là
silence-contact = { $length } sans contact
silence-referent = { $length } sans référent
legend-we = ce que nous constatons
legend-she = ce qu’elle dit
legend-contact = contact
legend-missed = absence
legend-new = nouveauté
legend-meeting = réunion
legend-measure = mesure
legend-silence = silence : le fil se relâche
legend-deadline = échéance
legend-height = Hauteur du fil : 1 en crise, 5 durable
reading-none = Choisissez une marque pour la lire ici.
reading-open = Ouvrir le relevé
mark-contact = { $kind }, { $date }.
mark-missed = Rendez-vous manqué ({ $kind }), { $date }.
mark-by = Avec { $name }.
mark-late-entry = Écrit après coup.
mark-contacts = { $count ->
    [one] { $count } contact en { $month }.
   *[other] { $count } contacts en { $month }.
 }
mark-meeting = { $kind } du { $date }.
mark-meeting-held = Fils noués : { $threads }. Décisions : { $decisions }.
mark-meeting-ahead = À venir. Fils concernés : { $threads }.
mark-deadline = Échéance du { $date }.
mark-turn = Le { $date }.
mark-act = Acte repris, { $date }.
mark-acts = { $count ->
    [one] { $count } acte repris en { $month }.
   *[other] { $count } actes repris en { $month }.
 }
mark-after-closure = Après la clôture.
table-when = Quand
table-thread = Fil
table-what = Quoi
table-all-threads = Toute la situation
table-she-says = Elle dit : { $level }.
table-we-observe = Nous constatons : { $level }.
table-measure = Mesure : { $label }. Terme : { $until }.
table-no-end = non fixé
table-referent = Suivi : { $name }.
since-title = Depuis le { $date }
since-summary = votre dernière visite : { $count ->
    [one] { $count } nouveauté
   *[other] { $count } nouveautés
 }, { $corrected ->
    [0] aucune correction
    [one] dont { $corrected } correction
   *[other] dont { $corrected } corrections
 }
since-read = Tout est lu
