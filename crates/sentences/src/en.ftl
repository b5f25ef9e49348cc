# Every sentence of the house, in English.

## The whole house

title-app = Trame
title-week = My week · Trame
title-cases = Cases · Trame
title-case = Case · Trame
title-timeline = Timeline · Trame
title-meetings = Meetings · Trame
title-meeting = Meeting · Trame
title-workload = Workload · Trame
title-nowhere = This page does not exist
nowhere = Nothing at this address.
nowhere-more = Go back to your cases through the menu.
nav = Screens
nav-week = My week
nav-cases = Cases
nav-meetings = Meetings
nav-workload = Workload
skip-to-content = Skip to content
opening = Trame is opening…
unopened = Trame could not open. Check the network, then reload the page.
without-scripts = Trame needs JavaScript. Turn it on in the settings of the browser, then reload the page.
close = Close
save = Save
retry = Try again
reload = Reload the page
reference = Ref. { $reference }
you = you
demonstration = Demonstration: these people are invented.
shortcuts = Keyboard shortcuts
other-language = Français
theme = Light
theme-device = Device
theme-paper = Paper
theme-night = Night
role-worker = worker
role-manager = team manager
role-intake = intake
role-partner = partner
role-administrator = platform administrator
role-data_protection_officer = data protection officer

## Keys

keys-title = Which keys?
key-search = /
key-search-does = search for a case
key-note = n
key-note-does = note a contact, in the week or on a case
key-keys = ?
key-keys-does = show these keys
key-timeline = arrows
key-timeline-does = go from mark to mark, on the timeline
key-decision = d
key-decision-does = write a decision, in a meeting
key-time = t
key-time-does = go back in time, in a meeting
key-close = Esc
key-close-does = close

## Signing in and out

sign-in-over = Trame, the weave of support
sign-in-title = Who are you?
login = Login
password = Password
sign-in = Sign in
sign-in-incomplete = The login or the password is missing.
sign-out = Sign out
sign-out-drafts = { $count ->
    [one] { $count } unsaved text will be erased from this device.
   *[other] { $count } unsaved texts will be erased from this device.
 }
sign-out-anyway = Sign out and erase
signed-in-again = You can go on.
session-over = Go on where you were?
session-over-kept = Your session is over. What you wrote is kept on this device.
sign-in-by = Sign in with { $provider }
entry-unknown = Trame does not know you by this identity. Ask whoever runs Trame for an account, or sign in with your password.
entry-elsewhere = Your organisation is not of this territory: you cannot come in here. If this is a mistake, tell whoever runs Trame.
entry-over = You waited too long, or this page came back twice. Begin again.
entry-failed = The identity service did not answer as it should. Try again in a moment, or sign in with your password.
sign-in-code-intro = One step more: open your application and copy the code that it shows for Trame.
sign-in-anew = Begin again
code = Six-digit code of your application
code-missing = The code is missing.
code-by-paper = Use a recovery code
code-by-application = Use my application
recovery-code = One of your recovery codes
recovered = You come in with a recovery code. It will not open again.
recovered-left = { $count ->
    [0] It was the last one. If you still have your application, replace it today under “Where I am signed in”: you will be given new codes. Otherwise tell whoever runs Trame.
    [one] One is left. If your application is lost, replace it under “Where I am signed in”.
   *[other] { $count } are left. If your application is lost, replace it under “Where I am signed in”.
 }
recovered-go-on = Go on
enrol-waiting = Your key is being prepared…
enrol-first = Trame keeps what families entrust to you. To come in you now need a code that your telephone shows as well. This is set up once.
enrol-install = Install an application for one-time codes (TOTP) on your telephone: the one your service recommends, or the one you already use.
enrol-scan = In the application, add an account and film this drawing (QR code).
enrol-picture = Drawing to be filmed with the application. The key that it holds is written below.
enrol-type = Or copy this key, without the spaces.
enrol-code = The application shows six digits, which change every thirty seconds. Copy them here.
enrol-confirm = Check the code
enrol-done = Your application is registered. Your other sessions are over.
paper-title = Your recovery codes
paper-intro = If you lose your telephone, each of these codes lets you in once, in the place of the code of the application. Write them on paper, or print this page, and keep them away from your computer.
paper-once = They will never be shown again.
paper-kept = My codes are in a safe place
password-first = This first password was given to you to come in once. Now choose your own, which nobody else will know.
password-advice = Twelve characters at least. Four words that have nothing to do with each other are easy to keep and hard to guess; capitals and digits are not asked for.
password-new = New password
password-once-more = Once more
password-present = Present password
password-new-missing = The new password is missing.
password-differs = The two passwords are not the same. Write them again.
password-choose = Choose this password
password-change = Change the password
password-changed = Your password is changed. Your other sessions are over.
own-password = Password
password-too_short = This password is too short: it takes { $least } characters at least.
password-too_long = This password is too long: { $most } characters at most.
password-stolen = This password is in a list of passwords that were stolen elsewhere: somebody will try it. Choose another one, such as four words that have nothing to do with each other.
password-too_near = This password is too much like your name, your login or your service. Choose another one, such as four words that have nothing to do with each other.
session-busy = Many people are signing in at once. Try again in a few seconds.
session-first_secret_over = This first password is no longer good. Ask whoever runs Trame for another one.
session-code_refused = This code does not fit, or it was used before. Wait until the application shows another one. A recovery code serves once.
session-codes_rest = Many wrong codes were tried on your account today. For a day at most use a recovery code in the place of the code of the application. Tell whoever runs Trame.
session-sign_in_over = You waited too long, or your sign-in was ended elsewhere. Begin again.
account-password_wrong = This is not your password. Check capitals, then try again.
session-refused = Unknown login or password. Check capitals, then try again.

## What can go wrong

failure-unreached = The service does not answer.
failure-signed-out = Your session is over.
failure-unknown = Nothing to show here.
failure-unknown-more = This page does not exist, or is not open to your role.
failure-back = Back to the start of Trame
failure-broken = The service met a fault.
failure-kept = What you wrote is kept on this device.
failure-text-kept = Your text is kept on this device. Try again: nothing will be saved twice.
problem-unnamed = The service refuses, without saying why.
offline = Offline.
offline-kept = { $count ->
    [one] Everything is kept here: { $count } text waits for the network.
   *[other] Everything is kept here: { $count } texts wait for the network.
 }

## Days and hours

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-1-short = Jan
month-2-short = Feb
month-3-short = Mar
month-4-short = Apr
month-5-short = May
month-6-short = Jun
month-7-short = Jul
month-8-short = Aug
month-9-short = Sep
month-10-short = Oct
month-11-short = Nov
month-12-short = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
day-first = 1
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }
date-full = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-and-clock = { $date }, { $clock }
clock = { $hour }:{ $minute }
today = today
tomorrow = tomorrow
yesterday = yesterday
in-days = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
 }
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
 }
days-count = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
age-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
 }
to-be-agreed = to be agreed
due-before = before { $date }
quoted = “{ $words }”

## The threads of a life

domain-housing = Housing
domain-housing-short = Housing
domain-budget = Budget
domain-budget-short = Budget
domain-rights = Rights and procedures
domain-rights-short = Rights
domain-employment = Employment
domain-employment-short = Employment
domain-training = Training and language
domain-training-short = Training
domain-health = Health
domain-health-short = Health
domain-mental_health = Mental health
domain-mental_health-short = Mental health
domain-parenting = Children and parenting
domain-parenting-short = Children
domain-school = School
domain-school-short = School
domain-network = Family and friends
domain-network-short = Relations
domain-mobility = Mobility
domain-mobility-short = Mobility
domain-digital_autonomy = Digital autonomy
domain-digital_autonomy-short = Digital
domain-daily_life = Daily life
domain-daily_life-short = Daily life
domain-safety = Safety and protection
domain-safety-short = Protection
domain-outside = Outside any domain
domain-outside-short = No domain
domain = Domain of life
domain-none = None in particular
domain-choose = Choose a domain
domain-needed = The domain of life is missing. Choose one.
level-1 = in crisis
level-2 = fragile
level-3 = stabilised
level-4 = in progress
level-5 = lasting
level-none = not rated
scale-in-words = She says: { $she }. We observe: { $we }.
voice-she = she
voice-we = we

## My week

week-waiting = Your week is being woven…
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
quick-choose = Choose a case
quick-first = First choose with whom: the note goes into her case.

## My cases

cases-title = Your cases
cases-count-open = { $count ->
    [one] { $count } open case
   *[other] { $count } open cases
 }
cases-count-closed = { $count ->
    [one] { $count } closed case
   *[other] { $count } closed cases
 }
cases-count-all = { $count ->
    [one] { $count } case
   *[other] { $count } cases
 }
cases-found = { $count ->
    [one] { $count } case found
   *[other] { $count } cases found
 }
cases-filter = Which cases
cases-open = Open
cases-closed = Closed
cases-all = All
cases-search = Search by name
cases-search-example = Search for a name
cases-waiting = Your cases are gathering…
cases-none = No open case.
cases-none-more = Those entrusted to you will appear here.
cases-none-closed = No closed case.
cases-none-found = No name looks like that.
cases-none-found-more = Look for a part of the name; accents do not matter.
cases-more = Show more
case-column = Case
case-column-referent = Lead worker
case-column-contact = Last contact
case-column-due = Next date
case-since = since { $date }
case-closed-on = closed on { $date }
case-own = you
case-no-referent = no lead worker
case-no-contact = not yet
case-silence = { $days ->
    [one] silent for { $days } day
   *[other] silent for { $days } days
 }
case-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }

## Where a case stands

case-waiting = The case is being woven…
case-over-open = Supported since { $date }
case-over-closed = Closed case, opened in { $date }
case-closed-remark = This case was closed on { $date }. What you write is added to its story and does not reopen it.
case-read-only = You read this case, and cannot write in it.
case-followed-by = Followed by
case-no-referent-now = No lead worker for now
case-timeline = Timeline
case-meeting = Meeting
case-now = Now.
story-none = Her words are not gathered yet: by whom, when?
story-child = { $name }, { $age }
story-read-back = { $name }, read back together on { $date }
story-said-on = { $name }, said on { $date }
threads = The threads of the case
threads-none = No domain of life was spoken of yet.
thread-column = Thread
thread-column-year = 12 months
thread-column-next = Next step
thread-column-when = When
next-none = nothing planned
reserved-items = { $count ->
    [one] { $count } item reserved to other professionals.
   *[other] { $count } items reserved to other professionals.
 }
traits = What carries, what blocks
carries = What carries
carries-none = Nothing is named yet.
blocks = What blocks
blocks-none = Nothing is named.
news = Latest news
news-none = Nothing new for now.
news-own-draft = readable by you alone
news-late-entry = written down later
news-after-closure = after the closure
news-corrects = corrects a text
news-written-by = written down by { $name }

## Signals: facts, each in one sentence with what it rests on

signals = Not to be lost sight of
signals-rule = Facts, never a score. Each says what it rests on, and can be set aside with a reason.
signals-since = told since { $date }
signal-silence = No contact since { $date }, that is { $days } days, where the agreed rhythm is { $rhythm ->
    [one] { $rhythm } day
   *[other] { $rhythm } days
 }.
signal-missed_in_a_row = { $count } appointments missed in a row without a word, the last on { $date }.
signal-letter_returned = { $count ->
    [one] A letter came back on { $date }, and nobody was reached since.
   *[other] { $count } letters came back, the last on { $date }, and nobody was reached since.
 }
signal-number_dead = { $count ->
    [one] A number has not answered since { $date }, and nobody was reached since.
   *[other] { $count } numbers no longer answer, the last since { $date }, and nobody was reached since.
 }
signal-term_without_renewal = { $label } reaches its term on { $date }, and nothing is under way for what follows.
signal-term_passed = { $label } ended on { $date } with nothing under way for what follows.
signal-term_several = { $count } measures or rights reach their term with nothing under way, the first on { $date }.
signal-term_unnamed = A measure or a right
signal-handover_unmet = The référent changed on { $date }, and the family has not been met together since.
signal-measure_unstarted = { $label }: decided on { $date }, still not begun after { $days } days.
signal-measure_several = { $count } measures that were decided have not begun, the first since { $date }.
signal-measure_unnamed = A measure
signal-action_overdue = { $label }: due on { $date }, { $days ->
    [one] { $days } day late.
   *[other] { $days } days late.
 }
signal-action_several = { $count } actions are late, the first since { $date }.
signal-action_unnamed = An action
signal-no_voice = No word of the person or a child has been recorded since { $date }.
signal-untouched = A measure runs, and nothing has been written since { $date }, that is { $days } days.
signal-aside = Set aside…
signal-aside-title = Why set this signal aside?
signal-aside-reason = The reason, read by the team
signal-aside-example = With her sister until 3 January, a call is planned for her return
signal-aside-needed = The reason is missing. A word is enough.
signal-aside-again = A new fact will bring it back.
signal-aside-send = Set this signal aside
signal-aside-saved = Signal set aside.
signal-gone = This signal no longer rests on the same facts. Close, and read it again.

## News, by type of event

news-support_case-opened = The case was opened.
news-support_case-story_recorded = Her words were gathered.
news-support_case-strength_identified = What carries.
news-support_case-obstacle_identified = What blocks.
news-support_case-situation_assessed = A domain was rated.
news-support_case-summed_up = Where things stand was summed up.
news-support_case-referent_appointed = A lead worker was named.
news-support_case-referent_handed_over = The case changed hands.
news-support_case-referent_stood_down = The case has no lead worker any more.
news-support_case-handover_meeting_held = The family is met together for the handover.
news-support_case-team_member_joined = The team grows.
news-support_case-team_member_left = Someone leaves the team.
news-support_case-cadence_agreed = A rhythm was agreed.
news-support_case-complexity_reviewed = The complexity was reviewed.
news-support_case-measure_started = A measure starts.
news-support_case-measure_decided = A measure is decided.
news-support_case-measure_renewal_asked = The renewal of a measure is asked for.
news-support_case-measure_renewed = A measure is renewed.
news-support_case-measure_ended = A measure ends.
news-support_case-life_event_recorded = A turn of life.
news-support_case-orientation_requested = An orientation was asked for.
news-support_case-orientation_decided = The orientation has its answer.
news-support_case-act_recorded = Act of another record.
news-support_case-signal_set_aside = A signal is set aside.
news-support_case-closed = The support ended.
news-support_case-reopened = The support began again.
news-plan-drafted = A shared plan was opened.
news-plan-goal_agreed = Goal agreed.
news-plan-action_assigned = To do.
news-plan-action_started = An action has begun.
news-plan-action_completed = Done.
news-plan-action_delayed = An action was put off.
news-plan-action_abandoned = An action was given up.
news-plan-goal_reached = A goal was reached.
news-contact-noted = Contact.
news-contact-missed = Missed appointment.
news-contact-not_reached = A way to reach the person no longer leads to her.
news-contact-corrected = Corrected note.
news-deadline-set = Deadline set.
news-deadline-met = Deadline met.
news-deadline-moved = Deadline moved.
news-deadline-withdrawn = Deadline withdrawn.
news-team_meeting-scheduled = A meeting is planned.
news-team_meeting-invited = Someone was invited.
news-team_meeting-attendance_recorded = Attendance was noted.
news-team_meeting-case_added = The case is on the agenda.
news-team_meeting-viewpoint_given = A view was written.
news-team_meeting-decision_recorded = Decision.
news-team_meeting-closed = The meeting is closed.
news-team_meeting-family_sheet_written = The family prepared the meeting.
news-team_meeting-family_answered = The family answers.
news-team_meeting-contribution_given = A service brought its sheet.
news-team_meeting-session_ended = The team met.
news-team_meeting-case_put_off = The case was put off to another meeting.
news-team_meeting-addendum_written = An addendum to the minutes was written.
news-team_meeting-minutes_validated = The minutes are validated.
news-team_meeting-postponed = The meeting was moved.
news-team_meeting-cancelled = The meeting was cancelled.

## Who can see what

access-title = Who can see what
access-more = Each right has a reason and an end.
access-none = Nobody but you sees this case.
access-sees = Sees
access-sees-count = { $count ->
    [one] { $count } heading of { $all }
   *[other] { $count } headings of { $all }
 }
access-why = Why
access-as-referent = answers for the case
access-as-team = is part of the team around her
access-line = { $what }: { $right }
access-until = Until
access-until-end = the day this link ends
access-until-agreed = the day this link ends, planned on { $date }
access-secrecy = Secrecy
secrecy-bound = bound by secrecy
secrecy-unbound = not bound by secrecy
right-write = reads and writes
right-read = reads
right-shared = reads what is shared with her
right-exists = knows it exists
right-none = nothing
compartment-coordination = Who acts, next dates
compartment-identity = Identity
compartment-household = The household
compartment-budget = Budget and rights
compartment-housing = Housing
compartment-work = Work
compartment-social = Social notes
compartment-child_protection = Child protection
compartment-health = Health
compartment-judicial = Justice
compartment-protected = Safety
compartment-draft = Own drafts
compartment-activity = Activity

## Professions

profession-social_worker = social work
profession-social_worker-short = social work
profession-educator = special education
profession-educator-short = education
profession-budget_adviser = budget advice
profession-budget_adviser-short = budget
profession-employment_adviser = employment advice
profession-employment_adviser-short = employment
profession-health_professional = health
profession-health_professional-short = health
profession-psychologist = psychology
profession-psychologist-short = psychology
profession-school_social_worker = school social work
profession-school_social_worker-short = school
profession-secretary = reception
profession-secretary-short = reception
profession-team_manager = team management
profession-team_manager-short = team
profession-landlord_officer = landlord
profession-landlord_officer-short = landlord
profession-association_member = association
profession-association_member-short = association
profession-unknown = profession not told
profession-unknown-short = team

## Noting a contact

note-contact = Note a contact
note-title = Note a contact
note-saved = Contact saved.
note-audience = The shared note is visible to the team around her.
draft-found = Draft found again on this device.
draft-left = Draft left on this device: “{ $words }”
draft-take = Take it up
draft-unkept = This browser does not keep your draft. Save before you leave the page.
draft-drop = Erase the draft
contact-kind = How?
contact-kind-call = Telephone
contact-kind-home_visit = Home
contact-kind-interview = Office
contact-kind-message = Written
contact-kind-drop_in = Drop-in
contact-kind-video = Video
contact-kind-outside = Elsewhere
contact-kind-third_party = Through someone else
contact-with = With whom?
contact-day = Which day?
contact-hour = At what time?
contact-came = The contact
contact-came-held = Took place
contact-came-excused = Excused absence
contact-came-missed = No word
contact-came-number_dead = The number no longer answers
contact-came-letter_returned = The letter came back
contact-shared = The essential
contact-words = Her words, if they should be kept
contact-words-example = “I want this job.”
contact-private = Private note, read by you alone
contact-domains = Threads concerned

## Strengths, goals and actions

strength-add = Add a strength
strength-title = What carries?
strength-text = What carries
strength-example = Her mother, on Wednesdays
strength-empty = The words are missing. Write what carries.
strength-saved = Strength added.
named-by = Named by
named-by-us = the team
named-by-her = the person
plan = What was agreed
plan-none = Nothing is agreed yet.
plan-none-more = A goal is said in the person’s words; an action has a name and a date.
goal-agree = Agree a goal
goal-title = What does she want to reach?
goal-words = The goal, in her words
goal-example = “Keep the flat”
goal-empty = The goal is missing. Write it in her words.
goal-sign-label = How will one see that it is reached?
goal-sign = Seen by: { $sign }.
goal-target-label = By when?
goal-target = By { $date }.
goal-reached = Reached.
goal-saved = Goal saved.
goal-no = None in particular
action-assign = Assign an action
action-title = Who does what?
action-what = What is to be done
action-example = Ask for help with the rent
action-empty = The action is missing. Write what is to be done.
action-goal = For which goal?
action-give = Assign
action-saved = Action assigned.
action-finish = Done
actions-other = Other actions
choose = Choose
choose-person = Choose a person
doer = Who does it?
doer-needed = A name is missing. Choose someone of the team or the family.
due-label = Before which date?
done-by = by { $name }
finish-title = Is this action done?
finish-result = What came of it?
finish-example = Agreement received, first payment on the 5th
finish-saved = Action finished.
progress-to_do = to do
progress-started = begun
progress-done = done
progress-abandoned = given up
progress-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }

## Why the rules say no, by code

contact-already_noted = This contact is noted already.
contact-in_the_future = The date lies ahead. A contact is noted once held.
contact-not_noted = This contact is not noted: nothing to correct.
contact-not_the_author = Only its author corrects a note.
contact-missed_with_words = For an absence, neither her words nor the private note are kept. Erase them, and put in the essential what the team may read. If it did take place, choose “Took place”.
contact-missed_and_not_reached = A missed appointment and a way to reach somebody that leads nowhere are noted apart.
contact-nothing_noted = Nothing is written. Note the essential, or her words.
deadline-already_set = This deadline is set already.
deadline-not_set = This deadline does not exist.
deadline-over = This deadline is over.
invalid-empty = Nothing is written here. Write a few words.
invalid-not_a_day = This date does not exist. Write day, month, year.
invalid-not_a_level = This level does not exist: choose 1 to 5.
invalid-not_text = This text holds a sign that cannot be kept. Type it again.
invalid-out_of_time = This date is not between 1900 and 2199. Check the year.
invalid-too_long = This text is too long to be kept. Shorten it.
measure-no_term_yet = A measure that was decided has no term yet. Give it when the measure begins.
plan-action_already_assigned = This action is assigned already.
plan-action_already_started = This action has begun already.
plan-action_over = This action is over.
plan-action_unknown = This action is not in the plan.
plan-another_case = This plan belongs to another case.
plan-goal_already_agreed = This goal is agreed already.
plan-goal_already_reached = This goal is reached already.
plan-goal_unknown = This goal is not in the plan.
plan-not_later = The new date is not later. Choose a later day.
support_case-already_in_team = This person is in the team already.
support_case-already_opened = This case is open already.
support_case-already_referent = This person is the lead worker already.
support_case-closed = The case is closed. Reopen it to write.
support_case-closed_before_opened = The closure lies before the opening.
support_case-ends_before_it_starts = The end lies before the start.
support_case-has_referent = The case has a lead worker already. Hand over.
support_case-in_the_future = The date lies ahead.
support_case-measure_already_decided = This measure is decided already.
support_case-measure_already_started = This measure has started already.
support_case-measure_unknown = This measure does not exist.
support_case-no_evidence = A signal rests on facts: without them there is nothing to set aside.
support_case-no_referent = The case has no lead worker.
support_case-not_closed = The case is not closed.
support_case-not_in_team = This person is not in the team.
support_case-not_opened = The case is not open yet.
support_case-nothing_rated = A level or words are missing.
support_case-orientation_already_requested = This orientation is asked for already.
support_case-orientation_unknown = No orientation waits for an answer.
support_case-watch_too_long = The watch lasts { $months } months at most.
team_meeting-already_decided = This decision is written already.
team_meeting-already_invited = This person is invited already.
team_meeting-already_scheduled = The meeting has a day already.
team_meeting-case_already_on_agenda = This case is on the agenda already.
team_meeting-case_not_on_agenda = This case is not on the agenda.
team_meeting-closed = The meeting is over: nothing more is written.
team_meeting-due_before_the_meeting = The date lies before the meeting. Choose a later day.
team_meeting-not_invited = This person is not invited.
team_meeting-not_scheduled = The meeting has no day yet.
team_meeting-nothing_decided = Nothing is decided. Write at least one decision.
team_meeting-kind_without_rules = No rules are in force for this kind of meeting. Ask the administration to adopt them.
team_meeting-not_convened = The summons have not left. Send them first.
team_meeting-already_convened = The summons have left already. Open the preparation, or move the meeting.
team_meeting-not_prepared = The preparation is not open. Open it first.
team_meeting-already_preparing = The preparation is open already. Open the session, or move the meeting.
team_meeting-not_in_session = The session is not open. Open it first.
team_meeting-in_session = The session is open: that is done before. End the session, or put the case off to another meeting.
team_meeting-session_not_ended = The session is still open. End it first.
team_meeting-session_over = The session has ended. Write what follows in the minutes, or plan another meeting.
team_meeting-minutes_not_drafted = { $count ->
    [one] The minutes of one case are missing. Write them first.
   *[other] The minutes of { $count } cases are missing. Write them first.
 }
team_meeting-minutes_not_validated = The minutes are not validated. Whoever presides validates them first.
team_meeting-minutes_already_validated = The minutes are validated: they change no more. Write an addendum.
team_meeting-minutes_not_shared = The minutes were passed on to nobody. Pass them on first.
team_meeting-given_up = The meeting is cancelled. Plan another.
team_meeting-case_was_put_off = This case was put off to another meeting. Put it on the next agenda.
team_meeting-case_decided = Something is decided on this case already: it is not put off any more. End the session.
team_meeting-nothing_on_agenda = The agenda is empty. Put a case on it first.
team_meeting-nobody_invited = Nobody is invited. First invite those concerned.
team_meeting-summons_too_late = { $needed ->
    [one] One day is needed between the summons and this meeting. Move it first.
   *[other] { $needed } days are needed between the summons and this meeting, { $left } are left. Move it first.
 }
team_meeting-nothing_contributed = The sheet is empty. Write at least a line.
team_meeting-day_to_come = This day is to come. Choose today or a past day.
team_meeting-roster_incomplete = { $count ->
    [one] The roster does not tell the profession and secrecy of one person invited. Complete her place.
   *[other] The roster does not tell the profession and secrecy of { $count } people invited. Complete their places.
 }
team_meeting-chair_absent = Whoever presides is not noted as present. Note it, or appoint someone in her place.
team_meeting-composition_incomplete = { $missing ->
    [professions] This meeting needs { $needed } different professions, { $there } are around the table. Invite another, or move the meeting.
    [family] The family is not there. Wait for it, or move the meeting.
    [coordinator] The neutral coordinator is missing. Invite one, or move the meeting.
    [representative] Those who represent the people concerned are missing ({ $there } of { $needed }). Invite them, or move the meeting.
   *[other] Members are missing ({ $there } of { $needed }). Invite them, or move the meeting.
 }
team_meeting-no_quorum = There is no quorum: { $present } voices present, { $needed } needed. Move the meeting for lack of quorum.
team_meeting-family_not_informed = { $count ->
    [one] It is not said how the family was told. Answer that first.
   *[other] For { $count } cases it is not said how the family was told. Answer that first.
 }
team_meeting-not_warned = { $count ->
    [one] Somebody around the table is not bound by secrecy. Confirm that you know.
   *[other] { $count } people around the table are not bound by secrecy. Confirm that you know.
 }
team_meeting-no_ground = Who decides, on what text and why is missing. Complete the decision.
team_meeting-power_not_of_this_kind = This meeting does not decide with this power. Choose one of the list.
team_meeting-holder_unnamed = The name of whoever holds the delegation is missing. Choose her.
team_meeting-votes_not_counted = This panel votes. Count the votes.
team_meeting-more_votes_than_voices = There are more votes than voices present ({ $voices }). Count again.
team_meeting-legal_basis_unknown = This text is not in force for this kind of meeting. Choose one of the list.
team_meeting-no_reason = The reason is missing. Write at least one.
team_meeting-dissent_unasked = It is not said whether somebody sees it otherwise. Ask, then answer.
team_meeting-cases_undecided = { $count ->
    [one] One case is without a decision. Decide, or put it off to another meeting.
   *[other] { $count } cases are without a decision. Decide, or put them off to another meeting.
 }
team_meeting-not_the_chair = Only whoever presides validates the minutes. Ask her.
team_meeting-validator_is_author = Whoever wrote does not validate. Have someone else write or validate.
team_meeting-already_shared = These minutes were passed on to her already.
team_meeting-recipient_not_bound = Under this law only somebody bound by secrecy may receive them. Choose another basis, or the person’s consent.
team_meeting-decision_unknown = There is no such decision in this meeting.
team_meeting-decision_already_followed = What came of this decision is told already.
team_meeting-decisions_open = { $count ->
    [one] One decision is still going on. Tell what came of it, or hold the review.
   *[other] { $count } decisions are still going on. Tell what came of them, or hold the review.
 }
team_meeting-feedback_already_given = This feedback to the family is noted for that day already.
team_meeting-already_reviewed = The review of that day is noted already.
team_meeting-postponed_to_the_past = The new day is past. Choose one to come.
team_meeting-postponed_too_soon = Without quorum the meeting is held { $days } days later at the earliest. Choose a later day.
team_meeting-no_quorum_asked = This kind of meeting has no quorum. Choose another reason.
team_meeting-postponed_without_words = Why it is moved is missing. Write it.
team_meeting-no_minutes = This case has no minutes in this meeting.

## A meeting, all around one screen

shared-screen = Shared screen: it shows what you may see
minutes-all = { $all } min
minutes-spent = { $spent } min of { $all }
meeting-waiting = The meeting is being woven…
meeting-no-case = No case of this meeting is open to you.
meeting-over = { $label }. The question to settle
meeting-case_review = Case review
meeting-case_review-short = Review
meeting-multidisciplinary_team = Multidisciplinary team
meeting-multidisciplinary_team-short = Team
meeting-measure_review = Measure review
meeting-measure_review-short = Measure
meeting-family_conference = Family conference
meeting-family_conference-short = Conference
meeting-weekly_team = Team meeting
meeting-weekly_team-short = Team
meeting-concern_assessment = Assessment of a concern
meeting-concern_assessment-short = Concern
meeting-child_plan = Child plan
meeting-child_plan-short = Child plan
meeting-child_status_commission = Commission on the status of a child in care
meeting-child_status_commission-short = CESSEC
meeting-insertion_team = RSA multidisciplinary team
meeting-insertion_team-short = RSA team
meeting-disability_team = MDPH evaluation team
meeting-disability_team-short = EPE
meeting-disability_commission = Commission for rights and autonomy
meeting-disability_commission-short = CDAPH
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
family-says = The family says it this way
deadlines = Measures and deadlines
deadlines-none = No deadline to meet.
deadline-hearing = Hearing
deadline-term = End of contract or measure
deadline-reply = Answer expected
deadline-review = Review
deadline-file = File to hand in
deadline-imported = Imported deadline
deadline-action = To do
known = What is known
she-says = she says
we-observe = we observe
reserved-not-shown = { $count ->
    [one] : { $count } reserved item, not shown here.
   *[other] : { $count } reserved items, not shown here.
 }
decisions = Decisions
decisions-none = No decision yet.
being-written = being written
before = before
decision-ties = Threads tied: { $domains }.
decision-text = The decision
decision-example = Repayment plan: €60 a month
decision-domains = Threads tied
decision-record = Keep the decision
decision-saved = Decision kept.
decision-empty = The decision is missing. Write what will be done.
decision-doer-needed = A decision needs a name.
decision-date-needed = A decision needs a date.
dissent = Different view
dissent-label = The different view, kept with the decision
dissent-kept = Different view: { $words }
agenda = Agenda
agenda-case = Case { $rank }
agenda-case-of = Case { $rank } lead { $referent }
agenda-end = End
as-known-on = As known on
as-known-day = Choose a day
as-known-nothing = Nothing was known of this case yet on that day.
as-known-source = According to the source: some of these dates come from the imported record.
as-known-band = As known on { $date }.
as-known-locked = Writing is locked: nobody writes in the past.
as-known-table = The question and those present are still those of today.
as-known-back = Back to today

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
because-no_quorum = no quorum
because-family_asked = the family asked for it
because-someone_missing = somebody needed is missing
because-other = another reason
step-send_summons = Note that the summons left
step-open_preparation = Open the preparation
step-open = Open the session
step-end_session = End the session
step-validate = Validate the minutes
step-review = Note the review of the decisions
step-close = Close the meeting
step-postpone = Move
step-cancel = Cancel the meeting
step-put_off = Put this case off
step-taken = Noted.
step-more = Lead the meeting
family-how = Does the family know that one speaks of it?
family-informed = Yes, told
family-present = Yes, present
family-represented = Represented
family-withheld = No, for a reason
family-informed-says = Family told on { $date } by { $name }.
family-present-says = Family present.
family-represented-says = Family represented by { $name }.
family-withheld-says = Family not told, the reason is kept.
family-unanswered = It is not said yet how the family was told.
family-on = On which day?
family-by = By whom?
family-reason = For what reason?
family-reason-example = It is against the interest of the child: …
family-save = Answer
family-answer-needed = The day, the person or the reason is missing.
attendance = Attendance
attendance-unknown = attendance to be noted
attendance-present = present
attendance-in_part = in part
attendance-excused = excused
attendance-absent = absent
attendance-of = Attendance of { $name }
warned-label = I know who around the table is not bound by secrecy
chair-instead = Presides in her place
chair-appoint = Appoint
roster-complete = Complete the place of { $name }
new-day = New day
new-hour = At what time?
postpone-because = Why?
postpone-words = In a few words
postpone-example = The family cannot come that day.
read-by-all = These words are read in every case of the agenda: name nobody there.
postpone-day-needed = The day and the time are missing.
cancel-reason = Why cancel?
cancel-example = The question is settled.
put_off-reason = Why put it off?
put_off-example = An answer is missing to decide.
reason-needed = The reason is missing. Write it in a few words.
minutes = Minutes
minutes-none = No minutes yet.
minutes-text = The minutes of this case
minutes-example = What was said, the disagreements, what is decided and why.
minutes-save = Keep the minutes
minutes-empty = The text of the minutes is missing.
minutes-version = Version { $version }, written on { $date } by { $name }.
minutes-validated = Validated on { $date } by { $name }. They change no more.
minutes-anew = Write anew
share = Pass on
share-with = To whom?
share-none = Passed on to nobody yet.
share-line = { $name }, on { $date }: { $basis }
share-needed = The person is missing.
addendum = Addendum
addendum-text = The addendum
addendum-example = What is added, without changing the minutes.
addendum-save = Keep the addendum
addendum-empty = The text of the addendum is missing.
addendum-line = Addendum by { $name }, on { $date }
feedback = Feedback to the family
feedback-to = To whom?
feedback-on = On which day?
feedback-save = Note the feedback
feedback-line = Feedback to { $name } on { $date }
feedback-needed = The person or the day is missing.
feedback-none = No feedback to the family yet.
decision-reason = Why
decision-reason-example = The reason that decides
decision-power = Who decides
decision-basis = On what text
decision-holder = Who holds the delegation
decision-nobody = Nobody sees it otherwise
decision-undisputed = No dissent.
decision-why = Why: { $reason }
decision-ground = { $power }, { $basis }
power-advice = Advice of the meeting
power-delegation = Officer with delegation
power-panel_vote = Vote of the panel
power-executive = Presidency of the département
power-agreement = By common agreement
power-family = The family
votes-in_favour = For
votes-against = Against
votes-abstained = Abstained
outcome-carried_out = done on { $date }
outcome-given_up = given up on { $date }
outcome-done = Done
outcome-drop = Given up
sheets = Preparation sheets
sheet-own = The sheet of your service
sheet-facts = The facts
sheet-observations = What we saw or heard
sheet-analysis = What we make of it
sheet-proposal = What we propose
sheet-save = Bring the sheet
sheet-missing = Sheet awaited: { $services }.
sheet-complete = Each service brought its sheet.
sheet-line = { $service }, { $name }, on { $date }
family-sheet = The family’s sheet
family-sheet-of = Who speaks?
family-sheet-words = What she wants said, in her words
family-sheet-wishes = What she expects of the meeting
family-sheet-disagreement = With what she does not agree
family-sheet-save = Keep the family’s sheet
family-sheet-needed = The person or her words are missing.
turn-call = It is this case’s turn
turn-now = now
hypotheses = Hypotheses
hypothesis = A hypothesis
hypothesis-of = Whose?
hypothesis-example = What might explain it, without being known.
hypothesis-save = Note the hypothesis
said-needed = The person or the words are missing.
answers = The family answers
answer = The family’s answer
answer-save = Note the answer
answer-example = In her words.
call = Call a meeting
call-title = Call a meeting around this case
call-kind = What kind of meeting?
call-day = On which day?
call-chair = Who presides?
call-question = The question to settle
call-example = How to keep the home before the hearing?
call-invites = Invited are: whoever presides, the team and the adults of the household.
call-incomplete = The kind, the day, the time, who presides or the question is missing.
call-send = Call
call-saved = The meeting is planned.

## The meetings of a team

meetings-title = Your meetings
meetings-count = { $count ->
    [one] { $count } meeting to come
   *[other] { $count } meetings to come
 }
meetings-waiting = The meetings are gathering…
meetings-to-come = To come
meetings-held = Held since { $since }
meetings-none = No meeting planned.
meetings-none-held = No meeting held.
meeting-others = { $count ->
    [one] and { $count } other case
   *[other] and { $count } other cases
 }

## The timeline

timeline-waiting = The timeline is being woven…
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
ahead = Ahead, at a larger scale
ahead-short = Ahead
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
since-others = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
 }
since-read = All is read

## The load of a team

load-waiting = The load is being computed…
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
support-generalist = General social work
support-insertion = Insertion support
support-intensive_insertion = Intensive insertion support
support-voluntary_home_support = Voluntary home support
support-court_ordered_home_support = Court-ordered home support
support-reinforced_home_support = Reinforced home support
support-placement = Placement
support-concern_assessment = Assessment of a concern
support-global_support_plan = Global support plan
support-unknown = Support not told
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
indicator-load_per_full_time-formula = Open cases whose référent holds a post in the service, divided by the working time of those in post. Absences are not declared in Trame yet: they do not count.
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

## Answers of the server

problem-not_found = This page does not exist, or is not open to you.
problem-not_signed_in = Your session has ended. Sign in again: what you wrote is kept here.
problem-not_writable = You may not write in this domain for this situation. Ask the person in charge of it.
problem-not_at_the_table = You do not lead this meeting. Ask whoever presides.
problem-works_on_no_cases = Your role follows no situations: there is no list to show.
problem-answers_for_no_team = The load of a team is shown to the person who answers for it.
problem-foreign_origin = This request does not come from Trame. Open Trame and try again.
problem-too_old = A new version of Trame is ready. Reload the page; your texts are kept.
problem-watches_no_log = Checkpoints of the log are given only to those who run the platform and to witnesses that were admitted.
problem-unreadable = A part of the request cannot be read. Check the field named and try again.
problem-not_json = The request must be written in JSON.
problem-too_large = The text is too long to be sent at once. Cut it in two.
problem-command_reused = A first sending, with other words, may have been kept. Look whether it stands on the page already, then save only what is missing.
problem-doer_unknown = This person is neither in the directory nor among the people of this case. Choose someone of the team or the family.
problem-taken = This name is already taken.
problem-stale = Someone wrote at the same time as you. Read again, then retry: your text is kept.
problem-method = This address does not answer that kind of request.
problem-unavailable = Trame cannot reach its database for now. Your text is kept on this device: try again in a moment.
problem-clocks_apart = The clock of the server is wrong: nothing is recorded until it is set right. Your text is kept on this device.
problem-fault = The service could not answer. Your text is kept on this device. Reference { $reference }.
session-too_many_attempts = { $seconds ->
    [one] Too many attempts. Wait one second, then try again.
   *[other] Too many attempts. Wait { $seconds } seconds, then try again.
}
viewpoint-of_service = { $name }, for the service “{ $service }”
viewpoint-of_people = { $name }, elected to speak for the people supported
civility-madam = Ms
civility-sir = Mr
value-erased = (erased)
value-unknown = (unknown)
value-withheld = (reserved)

nav-accesses = Access
title-accesses = Access · Trame
accesses-title = Access to cases
accesses-waiting = Gathering the accesses…
accesses-opened = Cases opened with a reason
accesses-none = No case was opened with a reason.
accesses-none-more = When someone opens a case in an emergency, it is told here at once.
accesses-older = Older ones are not shown.
access-need-emergency = Emergency
access-need-supervision = Supervision
access-by-unknown = Unknown person
access-open-until = Open until { $when }
access-over-since = Over since { $when }
access-review-by = Review due by { $when }
access-found-justified = Needed
access-found-unjustified = Not needed
access-end = End it
access-ended = This access is over.
access-review = Review
find-title = Whom to ask?
find-says = Trame tells which service follows the person and who answers for the case, nothing else. The search is journalled.
find-names = First and last name, whole
find-names-example = Claire Martin
find-two-names = The first and the last name are needed.
find-ask = Search
find-none = Nobody of this name is followed here.
find-none-more = Check the spelling, or ask the service of the municipality.
find-more = More people bear this name: ask the service.
find-referent = Answers for the case: { $name }
find-no-referent = Nobody answers for the case yet: ask the service.
emergency-open = Open in an emergency
emergency-says = Only in danger, when nobody who follows the case can be reached. Who answers for it, the service's management and data protection see at once that you opened it, and why. The access ends by itself, and somebody else reviews it.
emergency-reason = Why now?
emergency-reason-example = Child alone outside school, no parent can be reached.
emergency-no-reason = Write why first.
emergency-send = Open the case
review-finding = Was this access needed?
review-finding-none = To choose
review-no-finding = Say first whether it was needed.
review-words = In a few words, if there is something to say
review-send = Save the review
review-saved = Review saved.

title-sessions = Where I am signed in · Trame
sessions-title = Where I am signed in
sessions-intro = The devices on which you are in Trame at this moment. End a session that you do not recognise, and tell whoever runs Trame.
sessions-waiting = Your sessions are being gathered…
sessions-alone = No other session is open.
session-device = { $browser } · { $system }
session-this = This session
session-opened = Opened on { $when }
session-seen = Last used on { $when }
session-ends = Ends on { $when } at the latest
session-end = End
session-ended = The session is over.
sessions-end-others = End all others
sessions-others-ended = The other sessions are over.
two-steps = Signing in in two steps
two-steps-none = Your password is enough to come in. With an application for codes on your telephone, somebody who guessed it would not come in.
two-steps-since = A code of your application is asked for at sign-in since { $when }.
two-steps-demonstration = Demonstration accounts have no second step: everybody knows their password.
two-steps-left = { $count ->
    [0] No recovery code is left. Replace your application to be given new ones; if you no longer have it, tell whoever runs Trame.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
 }
two-steps-recovered = A recovery code was used on { $when }. If it was not you, tell whoever runs Trame.
two-steps-wrong = { $count ->
    [one] One wrong code was tried with your password since { $when }. If it was not you, tell whoever runs Trame.
   *[other] { $count } wrong codes were tried with your password since { $when }. If it was not you, tell whoever runs Trame.
 }
two-steps-begin = Add an application
two-steps-change = Replace my application
two-steps-who = First confirm that it is you.
two-steps-incomplete = The password or the code is missing.
password-missing = The password is missing.
two-steps-not-now = Cancel
two-steps-go-on = Go on
browser-firefox = Firefox
browser-edge = Edge
browser-chrome = Chrome
browser-safari = Safari
browser-other = Another browser
system-windows = Windows
system-android = Android
system-ios = iPhone or iPad
system-macos = Mac
system-linux = Linux
system-other = another device

## Sharing what secrecy covers

sharing-already_made = This exchange or sharing exists already.
sharing-not_made = This exchange or sharing does not exist.
sharing-already_over = It has already been ended.
sharing-nothing_to_validate = The family was told: there is nothing to agree to.
sharing-same_person = Who shares cannot agree to it herself: it takes two.
sharing-no_item = Choose what you share.
sharing-not_shareable = A draft is not shared: it belongs to its author alone.
sharing-nobody_named = An exchange is addressed to people. Choose at least one.
sharing-oneself = You read this case already: choose other people.
sharing-ends_before = The last day is over. Choose a day to come.
sharing-informed_later = The family is told before something is shared. Check the date.
sharing-must_be_informed = On this basis the family is always told beforehand. Tell them, then share.
sharing-author_not_bound = This basis demands that professional secrecy binds you, and it does not. Ask somebody of the team whom it binds.
sharing-recipient_not_bound = This basis lets only people share whom professional secrecy binds, and one of those chosen is not bound. Leave her out, or ask the person for her consent.
sharing-more_than_coordination = Who is not bound by professional secrecy may be told, to coordinate, only whom it is about, who acts and the next dates. Leave out the rest, or ask the person for her consent.
sharing-named_only = On this basis one addresses named people, not a service. Choose the exchange.
sharing-not_around = The care team is those around this family in Trame. Choose among them.
sharing-copy_only = A report passes on a copy: choose the elements one by one.
sharing-no_consent = No consent of the person that stands is named. Ask for it first.
sharing-beyond_consent = The consent does not go so far: it holds for other people, for less, or not so long. Share less, or ask for another consent.
sharing-opposed = The person objects.
sharing-transmitted = What was reported to the authority is not taken back.

shared-title = Shared and exchanged
shared-waiting = What is shared is being gathered…
shared-none = Nothing is shared beyond the team.
shared-over = { $count ->
    [one] One that is over
   *[other] { $count } that are over
}
shared-until = Until { $date } included
shared-waits = Waits for an agreement: nothing is open.
shared-declined = Not agreed to: nothing was opened.
shared-ended = It was ended.
shared-over-since = Over since { $date }
shared-withdrawn = Closed: the consent was taken back or has run out.
shared-opposed = Closed: the person objects.
shared-informed = family told on { $date }
shared-withheld = Family not told: { $reason }
shared-by = shared by { $name }
share-open = Share…
share-title = What do you want to share?
share-says = Only what you choose opens, to those you choose, until the day you set. Each reading is journalled.
share-act = In which way?
share-act-exchange = Exchange with named people
share-act-share = Open to a service or the team
share-service = In which service?
share-service-none = Choose a service
share-recipients = With whom?
share-audience = To whom?
share-audience-none = To be chosen
share-team = The team around the family
share-meeting = Those invited to the meeting, until it is over
share-meeting-of = Those invited to the meeting of { $when }
share-service-bound = { $service }, those bound by professional secrecy
share-items = What?
share-elements = Choose elements one by one
share-elements-which = Among the latest news
share-elements-count = { $count ->
    [one] one element
   *[other] { $count } elements
}
share-purpose = What for?
share-purpose-example = To look for a larger home together.
share-until = Until which day?
share-basis = On which basis?
share-basis-none = Choose a basis
share-consent = Which consent?
share-consent-none = Choose a consent that was given
share-consent-of = Consent of { $name }, until { $date }
share-informed = Is the family told?
share-informed-given = Yes
share-informed-withheld = No, it would be against the interest of the child
share-informed-on = On which day was the family told?
share-withheld = Why is the family not told?
share-withheld-says = Nothing opens before who answers for the service has agreed.
share-before = Before you confirm
share-before-what = Will be read
share-before-items = { $what }, and always whom it is about. Nothing else.
share-before-who = By
share-no-basis = Choose on which basis.
share-nobody = Choose to whom.
share-no-purpose = Write what for.
share-no-end = Choose a last day.
share-no-withheld = Write why the family is not told.
share-not-informed = Say on which day the family was told.
share-send-exchange = Exchange
share-send-share = Open
share-saved = It is shared.
share-saved-waits = Saved. Nothing opens before it is agreed to.
share-end = Stop sharing this
share-end-title = Stop sharing this?
share-end-says = { $who }: “{ $what }” closes at once. What was read already stays in the journal.
share-end-reason = Why, where there is something to say
share-end-send = Stop
share-keep = Keep
share-ended = It is not shared any more.
share-settle = Agree or not
share-to-settle = To be agreed to: the family is not told
share-settle-title = Share without telling the family?
share-settle-says = { $who } would read: { $what }.
share-verdict = Your decision
share-verdict-none = To be chosen
share-verdict-agreed = I agree: telling the family would be against the interest of the child
share-verdict-declined = I do not agree
share-decline-reason = Why?
share-settle-no-verdict = Choose first.
share-settle-no-reason = Write why you do not agree.
share-settle-send = Save
share-settled = Decision saved.
access-as-shared = something is shared with her
access-until-shared = last day of what is shared, below
case-received = shared with you
basis-social_coordination = Coordination of social action (CASF, L121-6-2)
basis-child_protection = Child protection (CASF, L226-2-2)
basis-care_exchange = Exchange between identified carers (CSP, L1110-4 II)
basis-care_team = Care team (CSP, L1110-4 III)
basis-consent = Consent of the person (CSP, L1110-4 III)
basis-person_request = At the request of the person
basis-authority_report = Report to the authority (Code pénal, 226-14)
basis-social_coordination-says = Between professionals of social action who help one family, to assess, decide and act. Without professional secrecy: only whom it is about, who acts and the next dates.
basis-child_protection-says = Between people bound by professional secrecy who carry out child protection or help it. It is never a duty.
basis-care_exchange-says = Named people, bound by secrecy, who all take part in the care. The person is told and may object.
basis-care_team-says = Those of the team around the family who are bound by secrecy. The person is told and may object.
basis-consent-says = What the person agreed to, with those she named, until the day she set. All closes at once when she takes it back.
basis-person_request-says = The person asks that what is hers be passed on to those she names.
basis-authority_report-says = A copy of the chosen elements, passed on once. It is not taken back.
said-title = Consents and oppositions
said-none = No consent and no opposition is written down.
consent-open = Write down a consent
consent-title = What does the person agree to?
consent-says = A consent is given for some people, some matters and a time. It may be taken back at any moment.
consent-person = Who agrees?
consent-service = With which service?
consent-recipients = With these people only; the whole service when none is chosen
consent-scope = About what?
consent-means = How did she say it?
consent-means-spoken = Aloud
consent-means-written = In writing
consent-means-digital = By electronic means
consent-on = On which day?
consent-incomplete = Say who agrees, with whom, about what, on which day and until when.
consent-send = Save the consent
consent-saved = Consent written down.
consent-line = { $name } agrees to sharing with { $with }
consent-until = Said on { $on }, until { $date }
consent-withdraw = Take back
consent-withdraw-says = All that is shared on this consent closes at once.
consent-withdrawn-saved = Consent taken back.
oppose-open = Write down an opposition
oppose-title = To what does the person object?
oppose-says = What the law lets her object to closes at once: care, the care team, what she had agreed to or asked for. The protection of a child does not depend on it.
oppose-person = Who objects?
oppose-service = To sharing with which service?
oppose-everybody = everybody
oppose-recipients = With these people only; the whole service when none is chosen
oppose-words = Her words, where she gave any
oppose-nobody = Say who objects.
oppose-send = Save the opposition
oppose-saved = Opposition written down.
oppose-line = { $name } objects to sharing with { $with }
oppose-lift = Lift
oppose-lift-says = What this opposition closed opens again, until its end.
oppose-lifted-saved = Opposition lifted.
take-back-title = Does the person take back her word?
take-back-send = Save
exclude-open = Keep somebody away
exclude-title = Who must be kept away?
exclude-says = For this person the case does not exist any more: no list, no search, no sharing, no emergency. She is not told.
exclude-whom = Who?
exclude-reason = Why?
exclude-reason-example = Former partner, neighbour, relative.
exclude-nobody = Choose somebody.
exclude-no-reason = Write why.
exclude-send = Keep away
exclude-saved = Saved: for this person the case does not exist any more.
