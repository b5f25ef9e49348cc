# What the timeline alone says.

## The timeline

timeline-none = The story begins here.
timeline-none-more = Note a first contact: it will open a thread.
timeline-title-new = The story begins here
timeline-title-months = { $count } months on the way
timeline-title-years = { $count ->
    [1] One year on the way
    [2] Two years on the way
    [3] Three years on the way
    [4] Four years on the way
    [5] Five years on the way
    [6] Six years on the way
    [7] Seven years on the way
    [8] Eight years on the way
    [9] Nine years on the way
    [10] Ten years on the way
   *[other] { $count } years on the way
 }
timeline-filter = Domains
timeline-summary = Timeline, from { $from } to { $to }. Threads: { $lanes }. Meetings: { $meetings }. Silences: { $silences }. Arrows go from mark to mark.
zoom = Scale of time
zoom-week = Week
zoom-nearer = Nearer
zoom-farther = Farther
read-as-table = Read as a table
read-as-drawing = See the timeline
referents = Lead workers
referent-since = { $name }, since { $date }
acts-lane = Imported acts
story-begins = The story begins here
today-line = Today
today-meeting = Today, a meeting
today-then = That day
silence-contact = { $length } without contact
silence-referent = { $length } without lead worker
legend-we = what we observe
legend-she = what she says
legend-contact = contact
legend-missed = missed
legend-new = new
legend-meeting = meeting
legend-measure = measure
legend-silence = silence: the thread loosens
legend-deadline = deadline
legend-height = Height of the thread: 1 in crisis, 5 lasting
reading-none = Choose a mark to read it here.
reading-open = Open the record
mark-contact = { $kind }, { $date }.
mark-missed = Missed appointment ({ $kind }), { $date }.
mark-by = With { $name }.
mark-late-entry = Written down later.
mark-contacts = { $count ->
    [one] { $count } contact in { $month }.
   *[other] { $count } contacts in { $month }.
 }
mark-meeting = { $kind } of { $date }.
mark-meeting-held = Threads tied: { $threads }. Decisions: { $decisions }.
mark-meeting-ahead = Ahead, threads concerned: { $threads }.
mark-deadline = Deadline of { $date }.
mark-turn = On { $date }.
mark-act = Imported act, { $date }.
mark-acts = { $count ->
    [one] { $count } imported act in { $month }.
   *[other] { $count } imported acts in { $month }.
 }
mark-after-closure = After the closure.
table-when = When
table-thread = Thread
table-what = What
table-all-threads = The whole case
table-she-says = She says: { $level }.
table-we-observe = We observe: { $level }.
table-measure = Measure: { $label }. End: { $until }.
table-no-end = not set
table-referent = Lead worker: { $name }.
since-title = Since { $date }
since-summary = { $count ->
    [one] your last visit: { $count } new item, { $corrected } corrected
   *[other] your last visit: { $count } new items, { $corrected } corrected
 }
since-read = All is read
