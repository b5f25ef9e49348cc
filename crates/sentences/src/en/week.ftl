# What the week alone says.

## My week

week-headline = Good day { $name }. { $meetings ->
    [0] No meeting today
    [one] { $meetings } meeting today
   *[other] { $meetings } meetings today
 }{ $due ->
    [0] .
    [one] , { $due } date of today or late.
   *[other] , { $due } dates of today or late.
 }
week-today = Today
week-today-none = No meeting today.
week-about = { $name }{ $others ->
    [0] {""}
    [one] {" "}and { $others } other case
   *[other] {" "}and { $others } other cases
 }
week-open-meeting = Open the meeting
week-prepare = To prepare
week-prepare-none = No meeting to prepare.
week-due = Within { $days } days
week-due-soon = Due soon
week-legal = a date of the law, { $date }, { $when }
week-due-more = { $count ->
    [one] and { $count } other date
   *[other] and { $count } other dates
 }
week-due-none = Nothing within this time.
week-signals-none = No link is loosening.
week-write = To write
week-write-none = Everything is written.
week-record = Record to finish
week-drafts = { $count ->
    [one] { $count } draft waits on this device.
   *[other] { $count } drafts wait on this device.
 }
week-awaited = I wait for others
week-awaited-none = You wait for nothing from others.
week-promised = promised for { $date }
week-asked = { $days ->
    [0] asked today
    [one] asked { $days } day ago
   *[other] asked { $days } days ago
 }
week-team = In the team
week-team-rule = Those who follow each case have known of these signals for some time. Talk about it with them.
week-team-none = No signal lasts in the team.
quick-time = less than a minute
quick-first = First choose with whom: the note goes into her case.
