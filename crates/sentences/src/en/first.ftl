# What the first screen says, and what more than one piece of the client says.

## The whole house

title-app = Trame
title-week = My week · Trame
title-cases = Cases · Trame
title-opening = Opening a case · Trame
title-documents = Documents of a situation · Trame
title-financial_aids = Financial aid of a situation · Trame
title-course = Course of a case · Trame
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
sign-in-passkey = Come in with a passkey
passkey-unshown = Your device showed no passkey. Try again, or come in with your password.
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
session-sign_in_over = You waited too long, or your sign-in was ended elsewhere. Begin again.
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

## My week

week-waiting = Your week is being woven…

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
cases-open-one = Open a case
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
case-followed-by = Followed by
case-no-referent-now = No lead worker for now
story-none = Her words are not gathered yet: by whom, when?
story-child = { $name }, { $age }
story-read-back = { $name }, read back together on { $date }
story-said-on = { $name }, said on { $date }
threads = The threads of the case
threads-none = No domain of life was spoken of yet.
reserved-items = { $count ->
    [one] { $count } item reserved to other professionals.
   *[other] { $count } items reserved to other professionals.
 }
traits = What carries, what blocks
carries = What carries
carries-none = Nothing is named yet.
blocks = What blocks
blocks-none = Nothing is named.
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
signal-deadline_missed = { $label }: due on { $date }, { $days ->
    [one] { $days } day late.
   *[other] { $days } days late.
 }
signal-deadline_several = { $count } deadlines are past, the first since { $date }.
signal-deadline_unnamed = A deadline
signal-check_ins_unanswered = { $count ->
    [one] One check-in went unanswered since the closure, planned for { $date }.
   *[other] { $count } check-ins went unanswered since the closure, the first planned for { $date }.
}
signal-aside = Set aside…
signal-aside-title = Why set this signal aside?
signal-aside-reason = The reason, read by the team
signal-aside-example = With her sister until 3 January, a call is planned for her return
signal-aside-needed = The reason is missing. A word is enough.
signal-aside-again = A new fact will bring it back.
signal-aside-send = Set this signal aside
signal-aside-saved = Signal set aside.

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
news-appointment-booked = Appointment booked.
news-appointment-moved = Appointment moved.
news-appointment-cancelled = Appointment cancelled.
news-deadline-set = Deadline set.
news-deadline-met = Deadline met.
news-deadline-moved = Deadline moved.
news-deadline-withdrawn = Deadline withdrawn.
news-deadline-lapsed = Deadline no longer called for.
news-document-requested = Document asked for.
news-document-deposited = Document deposited.
news-document-renewed = Document replaced by a newer one.
news-document-withdrawn = Document taken back.
news-document-unasked = Document no longer asked for.
news-financial_aid-requested = Financial aid requested.
news-financial_aid-completed = Supporting documents of a financial aid complete.
news-financial_aid-resumed = Financial aid examined again.
news-financial_aid-accepted = Financial aid granted.
news-financial_aid-refused = Financial aid refused.
news-financial_aid-adjourned = Request for financial aid adjourned.
news-financial_aid-withdrawn = Request for financial aid given up by the person.
news-financial_aid-closed = Request for financial aid closed without follow-up.
news-financial_aid-paid = Financial aid paid.
news-financial_aid-payment_retracted = Payment of a financial aid cancelled.
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

secrecy-bound = bound by secrecy
secrecy-unbound = not bound by secrecy

## Noting a contact

note-contact = Note a contact
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

plan = What was agreed
choose-person = Choose a person
doer = Who does it?
due-label = Before which date?

## Why the rules say no, by code

contact-already_noted = This contact is noted already.
contact-in_the_future = The date lies ahead. A contact is noted once held.
contact-not_noted = This contact is not noted: nothing to correct.
contact-not_the_author = Only its author corrects a note.
contact-missed_with_words = For an absence, neither her words nor the private note are kept. Erase them, and put in the essential what the team may read. If it did take place, choose “Took place”.
contact-nothing_noted = Nothing is written. Note the essential, or her words.
invalid-empty = Nothing is written here. Write a few words.
invalid-not_a_day = This date does not exist. Write day, month, year.
invalid-not_a_level = This level does not exist: choose 1 to 5.
invalid-not_an_amount = Write an amount in euros, from 0.01 to 100,000, with two decimals at most.
invalid-not_text = This text holds a sign that cannot be kept. Type it again.
invalid-out_of_time = This date is not between 1900 and 2199. Check the year.
invalid-too_long = This text is too long to be kept. Shorten it.

## A meeting, all around one screen

shared-screen = Shared screen: it shows what you may see
meeting-waiting = The meeting is being woven…
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
family-says = The family says it this way
due-before = before { $date }
deadline-hearing = Hearing
deadline-term = End of contract or measure
deadline-reply = Answer expected
deadline-review = Review
deadline-file = File to hand in
deadline-check_in = News to be taken
deadline-imported = Imported deadline
deadline-action = To do
known = What is known
decisions = Decisions
before = before
as-known-on = As known on
as-known-nothing = Nothing was known of this case yet on that day.
as-known-source = According to the source: some of these dates come from the imported record.
as-known-band = As known on { $date }.
as-known-back = Back to today

## The course of a meeting

because-no_quorum = no quorum
because-family_asked = the family asked for it
because-someone_missing = somebody needed is missing
because-other = another reason
step-taken = Noted.
family-informed-says = Family told on { $date } by { $name }.
family-present-says = Family present.
family-represented-says = Family represented by { $name }.
family-withheld-says = Family not told, the reason is kept.
family-unanswered = It is not said yet how the family was told.
attendance-unknown = attendance to be noted
share = Pass on
power-advice = Advice of the meeting
power-delegation = Officer with delegation
power-panel_vote = Vote of the panel
power-executive = Presidency of the département
power-agreement = By common agreement
power-family = The family
family-sheet-wishes = What she expects of the meeting
family-sheet-disagreement = With what she does not agree
hypothesis-of = Whose?
said-needed = The person or the words are missing.
call = Call a meeting

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
since-others = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
 }

## The load of a team

load-waiting = The load is being computed…

## Answers of the server; accesses and sessions

problem-too_old = A new version of Trame is ready. Reload the page; your texts are kept.
problem-command_reused = A first sending, with other words, may have been kept. Look whether it stands on the page already, then save only what is missing.
nav-accesses = Access
title-accesses = Access · Trame
title-readings = Who looked · Trame
accesses-waiting = Gathering the accesses…
readings-waiting = Opening the journal…
access-need-emergency = Emergency
access-need-supervision = Supervision
access-by-unknown = Unknown person
access-open-until = Open until { $when }
title-sessions = Where I am signed in · Trame
sessions-title = Where I am signed in
sessions-waiting = Your sessions are being gathered…

## Sharing what secrecy covers

shared-waiting = What is shared is being gathered…
shared-by = shared by { $name }
share-basis = On which basis?
share-settle = Agree or not
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
quick-choose = Choose a case
reason-needed = The reason is missing. Write it in a few words.
appointments-waiting = The appointments are coming.
ahead = Ahead, at a larger scale
ahead-short = Ahead

## Kinds of support

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

## Supporting documents

documents-of-household = The household
piece-identity = Identity card or residence permit
piece-proof_of_address = Proof of address
piece-lease = Lease or rent receipt
piece-income = Proof of income
piece-tax_notice = Tax notice
piece-entitlement = Certificate of the family fund or health insurance
piece-bank_details = Bank details
piece-school_certificate = School certificate
piece-letter = Letter
piece-decision = Decision of a court or an authority
piece-other = Other document
