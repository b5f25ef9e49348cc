# What only the server and the command line say; a browser shows it as it comes.

## Signing in and out

password-too_short = This password is too short: it takes { $least } characters at least.
password-too_long = This password is too long: { $most } characters at most.
password-stolen = This password is in a list of passwords that were stolen elsewhere: somebody will try it. Choose another one, such as four words that have nothing to do with each other.
password-too_near = This password is too much like your name, your login or your service. Choose another one, such as four words that have nothing to do with each other.
session-busy = Many people are signing in at once. Try again in a few seconds.
session-first_secret_over = This first password is no longer good. Ask whoever runs Trame for another one.
session-code_refused = This code does not fit, or it was used before. Wait until the application shows another one. A recovery code serves once.
session-codes_rest = Many wrong codes were tried on your account today. For a day at most use a recovery code in the place of the code of the application. Tell whoever runs Trame.
passkey-refused = This passkey is not known here. Try again, or use your password.
passkey-over = You waited too long, or this request was used already. Begin again.
passkey-unfindable = This device keeps no passkey that lets you in without a login. Choose another one.
passkey-known = This passkey is kept already.
passkey-too_many = You have ten passkeys already: an account keeps no more. Remove one that is of no use any more.
account-password_wrong = This is not your password. Check capitals, then try again.

## Signals: facts, each in one sentence with what it rests on

signal-gone = This signal no longer rests on the same facts. Close, and read it again.

## Why the rules say no, by code

contact-missed_and_not_reached = A missed appointment and a way to reach somebody that leads nowhere are noted apart.
document-already_there = This document is there already, and stays good: no need to ask for it again. It stands among the documents of the situation.
document-already_there_until = This document is there already, good until { $date }: no need to ask for it again. It stands among the documents of the situation.
document-there_elsewhere = This document is there, and good, in another situation of this person that is open to you: open it there, or deposit a copy here.
document-already_asked = This document is asked for already. It stands among those that are awaited.
document-already_known = This document is asked for or deposited already.
document-another_piece = This is not the document that was asked for: the person, the kind or the domain differ.
document-already_over = This document is no longer good at that date: ask for a newer one, or correct the date.
document-not_there = Nothing is deposited here.
document-withdrawn = This document was taken back.
document-empty = This file is empty. Check it, then choose it again.
document-too_large = This file is larger than { $most } MB. Scan it in a lower quality, or deposit it in several parts.
document-unknown_type = This file is neither a PDF nor a JPEG, PNG or WebP picture. Save it in one of these forms, then deposit it.
document-other_type = This file is not what its name says. Open it, save it in its true form, then deposit it.
document-harmful = The antivirus knows a malicious program in this file: nothing was kept. Tell the person who gave it to you.
document-unscanned = The antivirus does not answer: the file was not looked at, and nothing was kept. Try again in a moment.
document-no_form = The document and what describes it must be sent together, in a form.
document-erased = What this document held was erased for good.
document-other_domain = This domain says nothing of where such a document is kept: leave it empty, or choose the one that protects it.
document-busy = Many documents are coming in right now. Try again in a moment: nothing that you wrote is lost.
document-too_slow = It took too long, and the document did not arrive. Try a lighter file or a better connection.
problem-forgotten = The person concerned was erased from Trame: nothing more can be written about her.
deadline-already_set = This deadline is set already.
deadline-not_set = This deadline does not exist.
deadline-set_by_hand = Somebody set this deadline: no rule takes it away.
deadline-over = This deadline is over.
measure-no_term_yet = A measure that was decided has no term yet. Give it when the measure begins.

## Answers of the server

problem-not_found = This page does not exist, or is not open to you.
problem-not_signed_in = Your session has ended. Sign in again: what you wrote is kept here.
problem-not_writable = You may not write in this domain for this situation. Ask the person in charge of it.
problem-not_at_the_table = You do not lead this meeting. Ask whoever presides.
problem-works_on_no_cases = Your role follows no situations: there is no list to show.
problem-answers_for_no_team = The load of a team is shown to the person who answers for it.
problem-foreign_origin = This request does not come from Trame. Open Trame and try again.
problem-watches_no_log = Checkpoints of the log are given only to those who run the platform and to witnesses that were admitted.
problem-unreadable = A part of the request cannot be read. Check the field named and try again.
problem-not_json = The request must be written in JSON.
problem-too_large = The text is too long to be sent at once. Cut it in two.
problem-doer_unknown = This person is neither in the directory nor among the people of this case. Choose someone of the team or the family.
problem-no_number = This number cannot receive a text message as it is written. Read it again: ten digits, or the code of the country first.
problem-no_address = This is no electronic address. Read it again, for instance first.name@example.fr.
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

## Why the rules say no, by code

access_policy-already_founded = The territory has its first table of rights already: propose another.
access_policy-already_proposed = This proposal exists already.
access_policy-already_settled = This proposal was adopted or withdrawn already.
access_policy-no_line = This table has no line: nobody would see anything.
access_policy-no_role = A line names no role. Name one in “roles”.
access_policy-no_source = This table of rights has no source. Name the law or the vote.
access_policy-not_proposed = There is no such proposal.
access_policy-operation = No table gives the purpose “operation”, which is the program’s own.
access_policy-oversight_reads = Who watches over what is done reads no content. Keep “coordination”, “identity” and “activity”.
access_policy-platform_sees = Who runs the platform sees no case. Take “administrator” out of the line.
access_policy-reason_for_nothing = “after_reason” names a compartment that the line does not open. Open it, or take it out.
access_policy-said_twice = A compartment stands twice in one line. Keep it in one list.
access_policy-same_person = Who proposed the table cannot adopt it: it takes two.
access_policy-share_opens_more = A share opens only what was shared. Replace “read” and “write” by “shared”.
access_policy-silent_emergency = An emergency is always told to those who answer. Add “alert = true”.
access_policy-two_lines = Two lines speak of the same roles, relation and purpose. Make one of them.
configuration-no_source = This setting has no source. Name the vote or the study.
configuration-incomplete_weights = These weights leave a kind of support out, or name one twice. Give each of them a weight, zero if it shall weigh nothing.
configuration-unsound_weights = With these weights no load can be told. Give them a capacity, points, and thresholds each higher than the one before.
configuration-unsound_reading_journal = A journal of readings that keeps none is none. Keep at least one month.
configuration-unsound_early_warning = Nobody looks more than two years ahead, and a share is no more than the whole. Lower the number of weeks, or the presence.
configuration-unsound_deadline_rules = Each rule of deadlines has a name of its own, a source and a delay; one that comes back counts in months or days after its start. Correct these rules.
configuration-unsound_public_holidays = One of these public holidays is a day of no year. Correct its date.
configuration-unsound_disclosure = The smallest figure that is shown is 2 at least, and never smaller outside than inside the service. Correct these thresholds.
configuration-unsound_reminders = A reminder leaves a month before an appointment at the earliest, four times at most, in hours that end after they begin. Correct these figures.
configuration-already_proposed = This setting was proposed already.
configuration-not_proposed = There is no such proposal.
configuration-same_person = Somebody else has to adopt what you proposed.
configuration-already_settled = This proposal was adopted or withdrawn already.
consent-already_given = This is written down already.
consent-not_given = This consent was not given.
consent-already_withdrawn = This consent is taken back already.
consent-not_opposed = This opposition is not written down, or is lifted.
consent-nobody_named = A consent says with whom. Choose a service or somebody.
consent-no_scope = A consent says about what. Choose at least one domain.
consent-ends_before = The last day is over. Choose a day to come.
consent-given_later = Nobody has agreed yet on a day to come.
erasure-already_confirmed = This erasure is confirmed; what is erased stays so.
erasure-already_requested = This erasure was asked for already.
erasure-no_time_set = The territory has not set within how long an erasure is to be confirmed.
erasure-nobody_named = Nobody is named.
erasure-not_requested = This erasure was never asked for.
erasure-same_person = Who asked for the erasure cannot confirm it: it takes two.
erasure-too_late = The time to confirm is over: ask for the erasure again.
erasure-withdrawn = This request was taken back.
exceptional_access-already_opened = This access is open already.
exceptional_access-already_over = This access is over already.
exceptional_access-already_reviewed = This access was reviewed already.
exceptional_access-no_time_set = The territory has not set how long an exceptional access lasts, nor within how long it is reviewed.
exceptional_access-not_opened = This access was never opened.
exceptional_access-not_the_opener = Only who opened the case ends it before its time.
exceptional_access-same_person = Who opened the case cannot review it: it takes two.
exclusion-already_lifted = This exclusion is lifted already.
exclusion-already_set = This exclusion exists already.
exclusion-not_set = There is no such exclusion.
exclusion-oneself = Nobody excludes herself, nor lifts her own exclusion.
household-already_formed = This household is known already.
household-already_member = This person lives there already.
household-nobody_there = A household has at least one person.
household-not_a_member = This person does not live there.
household-not_formed = This household is not known yet.
organisation-already_registered = This organisation is known already.
organisation-no_name = The name is missing.
organisation-not_registered = This organisation is not known yet.
organisation-service_already_open = This service exists already.
organisation-service_unknown = This service does not exist.
organisation-team_already_formed = This team exists already.
organisation-team_unknown = This team does not exist.
organisation-worker_already_here = This person works here already.
organisation-worker_unknown = This person does not work here.
person-already_registered = This person is known already.
person-not_registered = This person is not known yet.
person-unsound_hours = These hours end before they begin. Say from which hour to which she may be reached.
person-stopped = She answered STOP: nothing leaves this way any more. If she asks herself to be reminded again, say so.
person-was_unsafe = It was said that a message by this way may put her in danger. If she asks for the reminders herself, say so.
person-not_reached = She gets no reminders: there is nothing to stop.
workload-absence_unknown = This absence is not noted, or was taken back already.
workload-already_declared = This absence is noted already.
workload-ends_before_it_begins = The last day comes before the first. Choose a later last day.
workload-only_computed = What is foreseen is computed: nobody writes it.

## What the door answers

problem-no_weights = No weights, or no setting of how far to look ahead, are in force: nothing can be computed.
problem-no_cases = Choose at least one case.
problem-too_many_cases = These are too many cases at once: { $most } at most. Entrust them in several goes.
problem-takes_no_part = This person cannot take part in this case. Choose somebody else.
problem-nobody_hands_over = Say who hands over: a reason or a meeting goes with it.
problem-opens_no_case = Your role opens no case. Ask the service that will support the family.
problem-too_many_people = These are too many people at once: { $most } at most. Add the others to the household once the case is open.
problem-same_worker = Choose two different people.
problem-finds_nobody = Your role does not let you look for who follows somebody.
problem-keeps_nobody_away = Only the référent and who answers for the service may keep somebody away from this case.
problem-name_not_whole = Write first and last name, whole.
problem-reads_no_journal = Only who watches over personal data reads the journal of readings.
problem-watches_over_nothing = Your role is told of no exceptional access.
problem-worker_unknown = This person is not in the directory.
problem-passes_nothing_on = You read this case without acting in it: ask who answers for it to share.
problem-passes_on_unread = One shares only what one reads oneself. Leave out what is reserved.
problem-element_unknown = One of the elements chosen is not of this case, or is reserved.
problem-service_unknown = This service is not in the directory.
problem-person_unknown = This person is not of this case.
problem-ends_no_sharing = Only who shared, the référent and who answers for the service end it.
problem-settles_no_sharing = Only who answers for the service may agree to a sharing of which the family is not told.

## Figures as a file for a spreadsheet

sheet-name = Figures of the service
sheet-service = Service
sheet-from = From
sheet-until = To
sheet-group = Heading
sheet-indicator = Indicator
sheet-support = Kind of support
sheet-span = Over which time
sheet-figure = Figure
sheet-unit = Unit
sheet-part = Part
sheet-whole = Whole
sheet-p90 = Nine in ten (days)
sheet-mean = Mean (days)
sheet-longest = Longest (days)
sheet-target = Target (days)
sheet-late = Beyond the target
sheet-known = Figure known at the end of the period
sheet-remark = Remark
sheet-since = Written down since
sheet-definition = Definition
sheet-origin = Source
sheet-setting = Setting
sheet-unit-count = number
sheet-unit-share = per cent
sheet-unit-days = days (half of them, at most)
sheet-unit-balance = openings less closures
sheet-unit-per = ratio (see the definition)
sheet-hidden = hidden: fewer than { $threshold } people or households

## What happened, as a file for process mining

problem-too_few_cases = Something happened in fewer than { $threshold } cases over this time: the log would point at somebody. Choose a longer time.
process-opened = Opening
process-reopened = Reopening
process-closed = Closure
process-referent_named = Referent named
process-referent_left = Referent left
process-complexity_reviewed = Complexity reviewed
process-cadence_agreed = Rhythm agreed
process-contact_held = Contact held
process-appointment_missed = Appointment missed
process-act_kept = Act of another record
process-meeting_scheduled = Meeting scheduled
process-meeting_postponed = Meeting postponed
process-meeting_cancelled = Meeting cancelled
process-meeting_held = Meeting held
process-family_came = Family present
process-minutes_validated = Minutes validated

## Appointments: what the rule refuses

appointment-already_booked = This appointment is booked already.
appointment-not_booked = This appointment is not booked: there is nothing to change.
appointment-cancelled = This appointment is cancelled. Book another one if it must take place.
appointment-held_by_nobody = Nobody of the service holds this appointment. Name at least one professional.
appointment-ends_before_it_begins = This appointment would end before it begins. Say how many minutes it lasts.
appointment-too_long = An appointment lasts a day at most. Book several.
appointment-in_the_past = This time has passed. Choose one that lies ahead; if the meeting took place, note a contact.
appointment-not_on_the_case = The professional named takes no part in this case. Let her join the team, or name somebody who is in it.
appointment-holder_left = One of the professionals of this appointment takes no part in this case any more. Cancel it and book another one.
appointment-taken = Busy at that time. Choose another one.
appointment-agenda_behind = The agenda has just changed. Look at it again, then start over.
appointment-has_begun = The hour of this appointment has passed. Say what came of it: seen, excused or absent.
appointment-not_yet = The hour of this appointment has not come. If it will not take place, move or cancel it.
appointment-outcome_known = What came of this appointment is said already. Read the case again.
appointment-not_reached = A number or an address that no longer leads to the person is noted apart: it is not what came of an appointment.
appointment-only_the_program = Reminders leave by themselves: nobody sends one by hand.
appointment-reminder_outdated = This appointment is at another hour by now, or with somebody else: this reminder does not leave.
appointment-reminder_taken = This reminder has left, or is leaving.
appointment-reminder_unknown = No reminder of this name has left for this appointment.

## The agenda, as another calendar reads it

calendar-appointment = Appointment { $kind }, file { $reference }
calendar-taken = Busy
calendar-kind_office = at the office
calendar-kind_home = at home
calendar-kind_phone = by telephone
calendar-kind_video = by video
calendar-kind_outside = elsewhere
calendar-kind_group_session = with a group

## Minutes and list of decisions, as documents

minutes-copy-title = Minutes: { $kind }, { $date }
minutes-copy-decisions-title = List of decisions: { $kind }, { $date }
minutes-copy-foot = Confidential. Copy of { $name }.
minutes-copy-decisions-foot = Confidential.
minutes-copy-page = Page { $page } of { $pages }
minutes-copy-unprintable = Some characters could not be printed. The screen shows them.
minutes-copy-withheld = { $count ->
    [one] One item not accessible in this copy.
   *[other] { $count } items not accessible in this copy.
}
minutes-copy-for = Copy of
minutes-copy-basis = Passed on under
minutes-copy-made = Copy made on
minutes-copy-when = Date of the meeting
minutes-copy-service = Called by
minutes-copy-chair = Chair
minutes-copy-question = The question
minutes-copy-put_off = Put off to another meeting
minutes-copy-family = The family’s words
minutes-copy-expects = What they expect
minutes-copy-disagrees = Where they disagree
minutes-copy-people = Around the table
minutes-copy-name = Name
minutes-copy-profession = Profession
minutes-copy-as = As
minutes-copy-presence = Presence
minutes-copy-presence_untold = not noted
minutes-copy-said = What was brought and said
minutes-copy-viewpoints = Views
minutes-copy-column_decision = Decision
minutes-copy-column_why = Why
minutes-copy-column_text = Under
minutes-copy-column_doer = Who
minutes-copy-column_due = By
minutes-copy-dissent = Other views
minutes-copy-written = Written by { $name } on { $date }.
minutes-copy-addenda = What was added
minutes-copy-as_member = member
minutes-copy-as_representative = speaks for the people concerned
minutes-copy-as_secretary = secretary
minutes-copy-as_coordinator = neutral coordinator
minutes-copy-as_companion = accompanies the family
minutes-copy-as_interpreter = interpreter
minutes-copy-as_guest = without a voice
minutes-copy-as_family = family
minutes-copy-profession_social_worker = social work
minutes-copy-profession_educator = special education
minutes-copy-profession_budget_adviser = household budgeting
minutes-copy-profession_employment_adviser = employment
minutes-copy-profession_health_professional = health
minutes-copy-profession_psychologist = psychology
minutes-copy-profession_school_social_worker = school social work
minutes-copy-profession_secretary = reception and secretariat
minutes-copy-profession_team_manager = team management
minutes-copy-profession_landlord_officer = landlord
minutes-copy-profession_association_member = association
minutes-copy-profession_unknown = not told

## Reminders, as people receive them

reminder-subject = Reminder of an appointment
reminder-named = { $how ->
    [office] Reminder: appointment with { $who }, { $when }, at the office.
    [phone] Reminder: appointment with { $who }, { $when }, by telephone.
    [video] Reminder: appointment with { $who }, { $when }, by video.
   *[elsewhere] Reminder: appointment with { $who }, { $when }.
}
reminder-bare = Reminder: appointment { $when }.
reminder-stop_sms = To have no more of these reminders, answer STOP.
reminder-stop_email = To have no more of these reminders, tell the person whom you meet.
reminder-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
reminder-day = { $day }
reminder-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
reminder-hour = { $sharp ->
    [yes] { $hour }:00
   *[no] { $hour }:{ $minute }
}
reminder-when = on { $weekday } { $day } { $month } at { $hour }
