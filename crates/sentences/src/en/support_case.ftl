# What the screen of a case alone says.

## The whole house

## Days and hours


## The threads of a life

voice-she = she
voice-we = we

## Where a case stands

case-over-open = Supported since { $date }
case-over-closed = Closed case, opened in { $date }
case-closed-remark = This case was closed on { $date }. What you write is added to its story and does not reopen it.
case-read-only = You read this case, and cannot write in it.
case-timeline = Timeline
case-documents = Documents
case-aids = Financial aid
case-course = Course
case-meeting = Meeting
case-now = Now.
thread-column = Thread
thread-column-year = 12 months
thread-column-next = Next step
thread-column-when = When
next-none = nothing planned
news = Latest news

## Who can see what

## Professions

## Noting a contact

note-title = Note a contact

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
doer-needed = A name is missing. Choose someone of the team or the family.
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
support_case-referent_changed = Somebody else answers for this case by now. Read the list again before entrusting it.
support_case-requested_after_opened = Help cannot have been asked for after the first day.
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

## The course of a meeting

call-title = Call a meeting around this case

## Sharing what secrecy covers
