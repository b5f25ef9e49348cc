# What the load and the figures of a team say.

## The load of a team

load-team-room = A team with room
load-team-untold = A team whose capacity is not known for that day
load-team-normal = A balanced team
load-team-tense = A team at its limit
load-team-overload = A team beyond its strength
load-beyond = { $count ->
    [one] one person beyond
   *[other] { $count } persons beyond
 }
load-headline = { $team }, { $beyond }
load-overdue = { $count ->
    [one] { $count } past a deadline
   *[other] { $count } past a deadline
 }
load-unassigned-count = { $count ->
    [one] { $count } without lead worker
   *[other] { $count } without lead worker
 }
load-elsewhere = { $count ->
    [one] { $count } followed by a référent of another service
   *[other] { $count } followed by référents of another service
}
load-instant = at the first instant of the day, zone { $zone }
load-carried = points carried for
load-possible = possible
load-ratio = that is { $ratio }
load-ratio-since = that is { $ratio }; it was { $before } in { $date }
workers-caption = The load of each person, the one who needs help most first
workers-withheld = The figures of others are theirs: you see yours and those of the team.
worker-column = Worker
capacity = capacity
load-column = Load
state-column = State
months-column = 6 months
late-column = Late
worker-time = { $count ->
    [one] { $time } FTE · { $count } case
   *[other] { $time } FTE · { $count } cases
 }
zone-room = room
zone-untold = capacity not known
zone-normal = normal
zone-tense = tense
zone-overload = overload
unassigned = Without lead worker
unassigned-none = Each case has its lead worker.
unassigned-handover = to be handed over
unassigned-new = first request
first-appointment = First appointment
first-requests = { $count ->
    [one] { $count } request received
   *[other] { $count } requests received
 }
first-sentence = { $median ->
    [one] Half received within { $median } day, nine in ten within { $p90 }. Requests beyond the target: { $late }.
   *[other] Half received within { $median } days, nine in ten within { $p90 }. Requests beyond the target: { $late }.
 }
first-too-few = Not enough requests for a median delay.
first-target = { $days ->
    [one] target: { $days } day
   *[other] target: { $days } days
 }
days-unit = { $days } d
openings = Openings by town
load-quarter = from { $from } to { $until }
masked = hidden
masked-rule = Fewer than { $threshold } households: hidden. Zero stays zero.
load-foot = Weighted load: measure, phase, siblings, complexity. Weights of { $date }, visible to the whole team, contestable. A person’s figures: she and her manager, nobody else.
load-as-of = On
load-title = The load of the team
load-foot-none = No weights were in force on that day: the load is not computed.
load-explain = Read the computation
weights-source = In force since { $date }. Source: { $source }.
weights-zone = Normal, tense, overload begin at { $zones }. Figures at the first instant of the day, { $zone } time.
weight-what = What counts
weight-points = Points
weight-opening = The first { $days } days
weight-sibling = Each further child
weight-most-complexity = Complexity, at most
weight-capacity = A full time can carry
weight-watch = After the closure, while a link is kept
weight-zone = “{ $zone }” begins at
weights-voting = The vote on the weights
weights-no-proposal = No weights wait for a vote.
weights-proposed = Proposed by { $name }, from { $date } on. Source: { $source }.
weights-change = { $was } → { $would }
weights-trial = A trial: nothing is decided yet
weights-what-if-team = The team would go from { $was } ({ $zone_was }) to { $would } ({ $zone_would }).
weights-what-if = would go from { $was } ({ $zone_was }) to { $would } ({ $zone_would }).
weights-unchanged = { $count ->
    [one] { $count } person would stay in the same state.
   *[other] { $count } people would stay in the same state.
 }
weights-same-person = Somebody else has to adopt what you proposed.
weights-adopt = Adopt
weights-adopted = Weights adopted.
weights-withdraw = Withdraw
weights-withdrawn = Proposal withdrawn. Nothing has changed.
weights-propose = Propose other weights
weights-propose-says = What you leave empty stays as it is today. Nothing changes before somebody else has adopted your proposal.
weights-not-a-figure = Write a figure with at most two decimals, such as 1.5.
weights-no-source = Name the vote or the study that these weights come from.
weights-from = From
weights-vote = Vote or study
weights-vote-example = Team meeting of 12 November
weights-send = Propose
weights-proposal-kept = Weights proposed. Somebody else can adopt them.
complexity-child_under_two = Child under 2
complexity-violence = Violence
complexity-conflict_with_service = Conflict with a service
complexity-interpreter = Interpreter needed
complexity-distance = More than 30 minutes away
complexity-many_services = Five services or more
complexity-hearing_soon = Hearing within two months
complexity-disability_without_place = Disability without a place

## The figures of a team, each with its definition

indicators = The indicators
indicators-lead = Each figure with its definition. None is about a person of the team, and who opened which case is never counted.
indicators-waiting = The indicators are being computed…
indicators-period = Over
indicators-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
indicators-span = From { $from } to { $until } (zone { $zone }).
indicators-files = Take these figures along
indicators-files-lead = A file for a spreadsheet, with a line for each figure and its definition. What is hidden here is hidden in the file too.
indicators-file-ods = OpenDocument (.ods)
indicators-file-xlsx = Excel (.xlsx)
indicators-file-csv = Comma-separated text (.csv)
process-logs = Study how support goes
process-logs-lead = A log of what happened, which a program for process mining reads. Cases stand in it under a number that means nothing elsewhere, facts under a day without an hour, and no professional is in it. The file stays sensitive: who knows a family may recognise it by its dates.
process-log-xes = A trace for each case (.xes)
process-log-ocel = Cases and meetings (OCEL 2.0)
process-log-too-few = Something happened in fewer than { $threshold } cases over this time: the log would point at somebody. Choose a longer time.
indicator-name = Indicator
indicator-figure = Figure
indicator-known = Known when the period ended
indicator-definition = Definition
indicator-same = same figure
indicator-since = Written since: { $facts }.
indicator-revoted = a setting adopted later
indicator-facts = Facts: { $facts }.
indicator-origin = Source: { $origin }.
indicator-setting = Setting in force since { $date }: { $source }.
indicator-hidden = hidden
indicator-hidden-rule = Fewer than { $threshold } people or households: the figure is hidden. Zero stays zero. What happened to people is told by whole calendar quarters (by years for those who left), whatever period is chosen: the difference between two near periods would tell of one family. What was known of it when the period ended is hidden where it changed since. What you have to act on (cases without référent, deadlines) is always shown.
indicator-nothing = nothing to measure
indicator-unset = no setting in force
indicator-share = { $percent }% · { $part } of { $whole }
indicator-balance = { $came } opened, { $went } closed: { $balance }
indicator-days = { $count } · half up to { $median } d, nine in ten up to { $p90 } d, mean { $mean } d
indicator-late = { $late } beyond { $target } d
indicator-longest = the longest { $longest } d
indicator-of-support = { $support }: { $figure }
indicator-group-caseload = What is followed
indicator-group-delays = Delays
indicator-group-dates = Dates
indicator-group-contacts = The link
indicator-group-flow = Coming and going
indicator-group-people = Who stays
indicator-group-meetings = Meetings and what came of them
indicator-span-at_end = when the period ends
indicator-span-period = over the period
indicator-span-year = over the last calendar year that is over
indicator-span-year_after = closures of the same period a year earlier
indicator-origin-usage = common use of services
indicator-origin-house = proposed by Trame, to be voted locally (no national norm exists)
indicator-origin-child_protection = child protection (who follows a child should stay)
indicator-origin-meeting_rules = the rules of each kind of meeting
input-opening = { $count ->
    [0] openings
    [one] { $count } opening
   *[other] { $count } openings
 }
input-closure = { $count ->
    [0] closures
    [one] { $count } closure
   *[other] { $count } closures
 }
input-referent = { $count ->
    [0] référents named
    [one] { $count } change of référent
   *[other] { $count } changes of référent
 }
input-complexity = { $count ->
    [0] complexity
    [one] { $count } review of complexity
   *[other] { $count } reviews of complexity
 }
input-cadence = { $count ->
    [0] agreed rhythm
    [one] { $count } agreed rhythm
   *[other] { $count } agreed rhythms
 }
input-contact = { $count ->
    [0] contacts held
    [one] { $count } contact held
   *[other] { $count } contacts held
 }
input-missed = { $count ->
    [0] missed appointments
    [one] { $count } missed appointment
   *[other] { $count } missed appointments
 }
input-act = { $count ->
    [0] acts of other records
    [one] { $count } act of another record
   *[other] { $count } acts of other records
 }
input-measure = { $count ->
    [0] measures
    [one] { $count } fact of a measure
   *[other] { $count } facts of measures
 }
input-deadline = { $count ->
    [0] deadlines
    [one] { $count } fact of a deadline
   *[other] { $count } facts of deadlines
 }
input-action = { $count ->
    [0] actions and decisions
    [one] { $count } fact of an action
   *[other] { $count } facts of actions
 }
input-meeting = { $count ->
    [0] meetings
    [one] { $count } fact of a meeting
   *[other] { $count } facts of meetings
 }
input-minutes = { $count ->
    [0] validated minutes
    [one] { $count } validated minutes
   *[other] { $count } validated minutes
 }
input-post = { $count ->
    [0] posts
    [one] { $count } arrival or departure
   *[other] { $count } arrivals or departures
 }
indicator-open_caseload = Open cases
indicator-open_caseload-formula = Cases that are open and not closed yet.
indicator-active_caseload = Active cases
indicator-active_caseload-formula = Cases, closed since or not, in which at least one contact was held or one act kept. Not to be mixed with open cases.
indicator-ghost_rate = Cases without an act
indicator-ghost_rate-formula = Of the open cases, those in which no contact was held and no act kept.
indicator-load_per_full_time = Cases for a full time
indicator-load_per_full_time-formula = Open cases whose référent holds a post in the service, divided by the working time of those in post. Absences that are declared do not count.
indicator-load_per_full_time-value = { $value } for a full time
indicator-weighted_load = Weighted load
indicator-weighted_load-formula = The points of the cases whose référent holds a post in the service, open or watched (kind of support × phase × siblings × complexity), divided by the points that those in post can carry.
indicator-weighted_load-value = { $value } for 1 possible point
indicator-unassigned = Cases without référent
indicator-unassigned-formula = Open cases without référent, and for how many days.
indicator-first_appointment = Delay to the first appointment
indicator-first_appointment-formula = From the day of the request, else of the opening, to the first contact held with the person herself.
indicator-start_of_measures = Delay to the start of measures
indicator-start_of_measures-formula = From the day of the decision to the first day of the measure, of measures that began.
indicator-unstarted_measures = Measures that wait
indicator-unstarted_measures-formula = Measures that were decided and have not begun, and for how many days.
indicator-overdue_deadlines = Overdue deadlines
indicator-overdue_deadlines-formula = Deadlines whose day is over, neither met nor withdrawn.
indicator-overdue_rate = Deadlines of the period not met
indicator-overdue_rate-formula = Of the deadlines due in the period, those that are not met when it ends.
indicator-renewals_at_risk = Ends that are near, no renewal asked for
indicator-renewals_at_risk-formula = Measures and rights that end soon, for which no renewal was asked.
indicator-contact_intensity = Contacts held for one agreed contact
indicator-contact_intensity-formula = Contacts held with the person, divided by those that the agreed rhythm asked for while the case was open.
indicator-contact_intensity-value = { $value } for 1 agreed contact
indicator-no_show = Missed appointments
indicator-no_show-formula = Of the appointments (at the office, at home, by video, outside), those of which there was no word. An excused absence does not count.
indicator-flow = Openings and closures
indicator-flow-formula = Openings and reopenings, less closures.
indicator-length = Length of closed accompaniments
indicator-length-formula = From the first day to the last, of accompaniments that were closed.
indicator-returns = Returns within twelve months
indicator-returns-formula = Of the accompaniments closed a year earlier, those that began again within twelve months.
indicator-referent_changes = Changes of référent
indicator-referent_changes-formula = Changes of référent, counted for each child, divided by the years for which these children were followed.
indicator-referent_changes-value = { $value } for a child and a year
indicator-turnover = Departures from the team
indicator-turnover-formula = Those who left, divided by the mean headcount (at the beginning and at the end of the year).
indicator-turnover-value = { $value } for 1 post
indicator-meetings_held = Meetings held
indicator-meetings_held-formula = Meetings of the service whose session was opened.
indicator-meetings_postponed = Meetings put off
indicator-meetings_postponed-formula = Postponements, divided by all meetings held and all postponements.
indicator-family_present = Meetings with the family
indicator-family_present-formula = Of the meetings held, those at which somebody of the family was there. To be told is not to be there.
indicator-minutes_in_time = Minutes in time
indicator-minutes_in_time-formula = Of the meetings held, those whose minutes were validated within the delay of their kind. A meeting without minutes whose delay still runs does not count.
indicator-actions_in_time = Actions in time
indicator-actions_in_time-formula = Of the actions and decisions due in the period and not given up, those done on their date or before.

## The weeks ahead, and a worker's own load

own-load = My load
own-load-room = My load: there is room
own-load-normal = My load: balanced
own-load-tense = My load: tense
own-load-overload = My load: beyond capacity
own-load-untold = My load
own-load-points = { $load } points carried of { $capacity } possible, which is { $ratio }
own-load-whose = These figures are yours and your manager's, and nobody else's. They are compared with nobody's, and what you read in files is no part of them.
own-load-foot = Weighted load: measure, phase, siblings, complexity. Weights of { $date }, voted, contestable.
own-ahead-title = The weeks ahead
own-no-warning = No threshold is crossed in the weeks ahead, as far as is written down.
own-cases = How each case counts
own-cases-says = The cases of your service count here. The points of a case are the product of what the weights give to its measure, its phase, its siblings and what makes it heavier. If a figure does not tell your work, say so: the weights are voted.
own-cases-none = You are the lead worker of no case of your service.
own-case-column = Case
own-why-column = Computation
own-case-ends = known end { $date }
own-case-watched = watched until { $date }
own-factor-opening = × first months { $factor }
own-factor-watch = × watch { $factor }
own-factor-siblings = × { $count } siblings: { $factor }
own-factor-complexity = × complexity { $factor } ({ $what })
own-dated = My deadlines
own-dated-none = Nothing is due in the weeks ahead.
own-dated-renewal = measure or contract: renew it or let it end
own-dated-begins = a measure begins
own-absences = My absences
own-absences-says = The days are enough: the reason is not written here.
own-absence-span = { $from } to { $until }
own-absence-withdraw = Take back
own-absence-withdrawn = Absence taken back.
own-absence-from = First day
own-absence-until = Last day
own-absence-send = Note my absence
own-absence-kept = Absence noted.
own-absence-days = Choose the first and the last day.
own-absence-backwards = The last day comes before the first. Choose a later last day.
ahead-title = The weeks ahead
ahead-none = The weeks ahead cannot be computed: no weights, or no setting of how far to look ahead, are in force.
ahead-table = Read the weeks in a table
ahead-course = Load, as far as is written down: { $now } this week, { $then } in week { $week }.
ahead-crossed = The threshold “{ $zone }” is crossed in week { $week }.
ahead-week-short = W{ $week }
ahead-week = W{ $week } · { $day }
ahead-week-column = Week
ahead-capacity = Capacity
ahead-ratio = Ratio
ahead-ends = Known ends
ahead-opening-over = First months over
ahead-watch-over = Watches over
ahead-begins = Starts
ahead-renewals = Renewals
ahead-deadlines = Deadlines
ahead-meetings = Meetings
ahead-away = Days away
ahead-absent = away
ahead-no-warning = Nobody crosses a threshold in the weeks ahead, as far as is written down.
ahead-waiting = { $count ->
    [one] { $count } case waits for a lead worker. Points that nobody carries yet: { $points }.
   *[other] { $count } cases wait for a lead worker. Points that nobody carries yet: { $points }.
 }
ahead-unstarted = { $count ->
    [one] { $count } measure was decided and has not begun; its day is not known.
   *[other] { $count } measures were decided and have not begun; their days are not known.
 }
ahead-room = Room in all these weeks: { $names }.
warning-tense = Tense load from week { $week } ({ $date }): { $load } points of { $capacity } possible
warning-overload = Overload from week { $week } ({ $date }): { $load } points of { $capacity } possible
warning-told = Visible since { $date } to you and to your manager, and to nobody else.
warning-told-both = Visible since { $date } to this person and to you, and to nobody else.
relief-points = To be under { $ratio } again: carry { $points } less in that week.
relief-away = { $days ->
    [one] { $days } day away in that week.
   *[other] { $days } days away in that week.
 }
relief-ends = { $count ->
    [one] { $count } case ends in week { $week }.
   *[other] { $count } cases end in week { $week }.
 }
relief-watch = { $count ->
    [one] { $count } watch ends in week { $week }.
   *[other] { $count } watches end in week { $week }.
 }
relief-opening = { $count ->
    [one] { $count } case leaves its first months in week { $week }.
   *[other] { $count } cases leave their first months in week { $week }.
 }
relief-renewals = { $count ->
    [one] { $count } measure or contract to renew or let end by { $date }.
   *[other] { $count } measures or contracts to renew or let end by { $date }.
 }
relief-back = Under the threshold again in week { $week }.
relief-not-known = Nothing that is written down brings the load under the threshold: plan to talk.
entrust-open = Entrust…
entrust-title = To whom is this case entrusted?
entrust-says = Whoever is chosen answers for it from now on, and finds the case in her week. The family is to be told.
entrust-whom = To whom?
entrust-person = { $name } · { $ratio }, { $zone }
entrust-nobody = Choose somebody.
entrust-send = Entrust
entrust-done = { $count ->
    [one] { $count } case entrusted to { $name }.
   *[other] { $count } cases entrusted to { $name }.
 }
entrust-refused = { $label } is not entrusted. { $why }
entrust-tried = { $count ->
    [one] Entrust this case to { $taker }
   *[other] Entrust these { $count } cases to { $taker }
 }
entrust-tried-says = { $taker } answers from now on; { $giver } may still read while it changes hands. Each family is to be told and met together: Trame says so again until it is noted.
entrust-reason = Why? (read by those who follow the case)
entrust-reason-example = The lead worker leaves, balance between colleagues.
passing-title = Try passing cases on
passing-says = A trial, on a copy: nothing is written and nobody is told until you entrust the cases.
passing-giver = From
passing-taker = To
passing-nobody = Choose…
passing-points = points: { $points }
passing-try = Try
passing-who = Choose from whom and to whom.
passing-two = Choose two different people.
passing-cases = Choose at least one case.
passing-outcome = { $count ->
    [one] Pass { $count } case from { $giver } to { $taker }
   *[other] Pass { $count } cases from { $giver } to { $taker }
 }
passing-points-all = Points: { $points }.
passing-shift = { $name } goes from { $was } ({ $zone_was }) to { $would } ({ $zone_would }).
passing-handovers = { $count ->
    [one] { $count } handover meeting to plan.
   *[other] { $count } handover meetings to plan.
 }
passing-children = { $count ->
    [one] { $count } child would have another lead worker.
   *[other] { $count } children would have another lead worker.
 }
passing-changes = { $count ->
    [one] { $count } change of lead worker for these children in the twelve months before.
   *[other] { $count } changes of lead worker for these children in the twelve months before.
 }
passing-weeks = Both loads, week by week
passing-before = { $name }, now
passing-after = { $name }, after
