# What a meeting says to all around the table.

## A meeting, all around one screen

minutes-all = { $all } min
minutes-spent = { $spent } min of { $all }
meeting-no-case = No case of this meeting is open to you.
meeting-over = { $label }. The question to settle
roster = Around the table
household = The household
kin = Around the household
kin-mother = mother
kin-mother-of = mother of { $name }
kin-father = father
kin-father-of = father of { $name }
kin-grandparent = grandparent
kin-grandparent-of = grandparent of { $name }
kin-partner = partner
kin-partner-of = partner of { $name }
kin-sibling = sibling
kin-sibling-of = sibling of { $name }
kin-close = close
kin-close-of = close to { $name }
seat-person = person accompanied
seat-chair = presides
seat-referent = lead worker
seat-present = at the table
seat-in-part = part of the time
seat-excused = excused
seat-wrote = written view
seat-absent = absent
deadlines = Measures and deadlines
deadlines-none = No deadline to meet.
she-says = she says
we-observe = we observe
reserved-not-shown = { $count ->
    [one] : { $count } reserved item, not shown here.
   *[other] : { $count } reserved items, not shown here.
 }
decisions-none = No decision yet.
being-written = being written
decision-ties = Threads tied: { $domains }.
dissent-kept = Different view: { $words }
agenda = Agenda
agenda-case = Case { $rank }
agenda-case-of = Case { $rank } lead { $referent }
agenda-end = End
as-known-day = Choose a day
as-known-locked = Writing is locked: nobody writes in the past.
as-known-table = The question and those present are still those of today.

## The course of a meeting

conduct = Course
stage-scheduled = Planned
stage-convened = Summons
stage-preparing = Preparation
stage-in_session = Session
stage-decided = Session
stage-session_ended = Session ended
stage-minutes_drafted = Minutes
stage-minutes_validated = Validated
stage-distributed = Passed on
stage-closed = Closed
stage-cancelled = Cancelled
stage-says-scheduled = Planned for { $date }, the summons have not left yet.
stage-says-convened = Summons left on { $date }
stage-says-preparing = Preparation open.
stage-says-in_session = Session open. The case is seen as it was known at { $time }.
stage-says-session_ended = Session ended. The minutes are still to be written.
stage-says-minutes_drafted = Minutes written on { $date } by { $name }, to be validated.
stage-says-minutes_validated = Minutes validated on { $date } by { $name }.
stage-says-distributed = Minutes passed on.
stage-says-closed = Meeting closed.
stage-says-cancelled = Meeting cancelled.
summons-short = { $days ->
    [one] Summons left less than a day before: that is late.
   *[other] Summons left less than { $days } days before: that is late.
 }
moved-to = Moved to { $date }: { $because }.
step-more = Lead the meeting
decision-undisputed = No dissent.
decision-why = Why: { $reason }
decision-ground = { $power }, { $basis }
turn-now = now
hypotheses = Hypotheses
answers = The family answers
