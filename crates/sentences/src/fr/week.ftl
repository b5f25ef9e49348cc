# What the week alone says.

## My week

week-headline = Bonjour { $name }. { $meetings ->
    [0] Pas de réunion aujourd’hui
    [one] { $meetings } réunion aujourd’hui
   *[other] { $meetings } réunions aujourd’hui
 }{ $due ->
    [0] .
    [one] , { $due } échéance du jour ou en retard.
   *[other] , { $due } échéances du jour ou en retard.
 }
week-today = Aujourd’hui
week-today-none = Aucune réunion aujourd’hui.
week-about = { $name }{ $others ->
    [0] {""}
    [one] {" "}et { $others } autre situation
   *[other] {" "}et { $others } autres situations
 }
week-open-meeting = Ouvrir la réunion
week-prepare = À préparer
week-prepare-none = Aucune réunion à préparer.
week-due = Dans les { $days } jours
week-due-soon = Bientôt dû
week-legal = date légale du { $date }, { $when }
week-due-more = { $count ->
    [one] et { $count } autre date
   *[other] et { $count } autres dates
 }
week-due-none = Rien dans ce délai.
week-signals-none = Aucun lien ne se relâche.
week-write = À écrire
week-write-none = Tout est écrit.
week-record = Relevé à terminer
week-drafts = { $count ->
    [one] { $count } brouillon attend sur cet appareil.
   *[other] { $count } brouillons attendent sur cet appareil.
 }
week-awaited = J’attends des autres
week-awaited-none = Vous n’attendez rien des autres.
week-promised = promis pour le { $date }
week-asked = { $days ->
    [0] demandé aujourd’hui
    [one] demandé il y a { $days } jour
   *[other] demandé il y a { $days } jours
 }
week-team = Dans l’équipe
week-team-rule = Ces signaux sont connus depuis quelque temps de ceux qui suivent chaque situation. Parlez-en avec eux.
week-team-none = Aucun signal ne dure dans l’équipe.
quick-time = moins d’une minute
quick-first = Choisissez d’abord avec qui : la note va dans sa situation.
