# What a meeting says to those who write in it.

## Strengths, goals and actions

choose = Choose

## Why the rules say no, by code

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

## The course of a meeting

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
family-how = Does the family know that one speaks of it?
family-informed = Yes, told
family-present = Yes, present
family-represented = Represented
family-withheld = No, for a reason
family-on = On which day?
family-by = By whom?
family-reason = For what reason?
family-reason-example = It is against the interest of the child: …
family-save = Answer
family-answer-needed = The day, the person or the reason is missing.
attendance = Attendance
attendance-present = present
attendance-in_part = in part
attendance-excused = excused
attendance-absent = absent
attendance-of = Attendance of { $name }
warned-label = I know who around the table is not bound by secrecy
chair-instead = Presides in her place
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
minutes = Minutes
minutes-none = No minutes yet.
minutes-text = The minutes of this case
minutes-example = What was said, the disagreements, what is decided and why.
minutes-save = Keep the minutes
minutes-empty = The text of the minutes is missing.
minutes-version = Version { $version }, written on { $date } by { $name }.
minutes-validated = Validated on { $date } by { $name }. They change no more.
share-with = To whom?
share-line = { $name }, on { $date }: { $basis }
share-needed = The person is missing.
addendum = Addendum
addendum-text = The addendum
addendum-example = What is added, without changing the minutes.
addendum-save = Keep the addendum
addendum-empty = The text of the addendum is missing.
addendum-line = Addendum by { $name }, on { $date }
copies-title = Documents
documents-waiting = Gathering the documents…
documents-none = Nothing to take along yet: no decision, and no minutes passed on.
decisions-file = List of decisions as PDF
copy-file = Download as PDF
copy-file-of = Download as PDF the copy of { $name }
copy-whole = This copy holds all that you can read of this meeting.
copy-left_out = { $count ->
    [one] One item is left out: you or this person may not read it.
   *[other] { $count } items are left out: you or this person may not read them.
}
copy-none = No copy: this person has left, or the case is closed to them.
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
votes-in_favour = For
votes-against = Against
votes-abstained = Abstained
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
family-sheet-save = Keep the family’s sheet
family-sheet-needed = The person or her words are missing.
turn-call = It is this case’s turn
hypothesis = A hypothesis
hypothesis-example = What might explain it, without being known.
hypothesis-save = Note the hypothesis
answer = The family’s answer
answer-save = Note the answer
answer-example = In her words.
call-kind = What kind of meeting?
call-day = On which day?
call-chair = Who presides?
call-question = The question to settle
call-example = How to keep the home before the hearing?
call-invites = Invited are: whoever presides, the team and the adults of the household.
call-incomplete = The kind, the day, the time, who presides or the question is missing.
call-send = Call
call-saved = The meeting is planned.
