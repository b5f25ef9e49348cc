# What the screens of the course of a case alone say.

## The course of a case

course-title = Course of the case
course-read-only = You read this course, and cannot change it.
course-since = Since
course-today-otherwise = Without a date, it is today.

## Who lives there

household-title = The household
household-none = The household is not known yet.
household-welcome = Add to the household
household-who = Who joins the household?
household-somebody-new = Somebody new
household-welcomed = She lives in the household now.
household-leave = Leave the household
household-leaves = No longer lives there
household-leave-says = { $name } no longer lives in this household. What is known of the past stays.
household-left = The departure is noted.
person-first = First name
person-last = Last name
person-last-same = the same, if nothing is written
person-address = How to address this person
person-place = Place in the household
person-born = Birth date, if it is known
person-incomplete = A first and a last name are missing, or who joins the household.
address-madam = Mrs
address-sir = Mr
address-neutral = no title
place-adult = adult
place-child = child
place-other = other relative

## Who is around

around-title = Around the family
around-no-referent = Nobody answers for this case yet.
around-referent = answers for the case
around-since = since { $date }
around-until = until { $date }
around-join = Add somebody to the team
around-join-says = Once it is saved, she sees what her place in the team opens to her.
around-worker = Colleague of the service
around-function = Her part here
around-function-example = Help with the budget
around-scope = Domains concerned; the whole situation if none is chosen
around-until-label = Until, if an end is agreed
around-whom = Choose a colleague.
around-joined = The team grows.
around-hand-over = Hand over
around-appoint = Name a référent
around-hand-over-says = The person chosen answers for the case once it is saved. The family is to be told.
around-why = Why, if it helps to understand
around-met-on = Meeting with the family, if it took place
around-met-says = Without a date, Trame reminds of the meeting until it is noted.
around-handed-over = The case was handed over.
around-leave = Leave the team
around-leaves = No longer follows
around-leave-says = Once it is saved, { $name } no longer sees this case in that role.
around-left = The departure from the team is noted.

## What is due

due-title = What is due
due-none = Nothing is due.
due-set = Add a deadline
due-what = What?
due-words = In a few words
due-words-example = Answer of the CAF
due-on = Before the end of
due-domain = Domain
due-whole = the whole situation
due-who-sets = Who sets it?
due-agreed = agreed among us
due-by-law = the law or a judge
due-legal = set by law
due-by-rule = By a rule of the territory: { $source }
due-when = The day is missing.
due-was-set = The deadline is set.
due-meet = It is done
due-met = The deadline is met.
due-move = Move the deadline
due-moves = Move
due-moved = The deadline was moved.
due-move-incomplete = The new day or the reason is missing.
due-why-moved = Why it is moved
due-withdraw = Take the deadline away
due-withdraws = Take away
due-withdrawn = The deadline was taken away.
due-why-withdrawn = Why it is no longer due

## The rhythm

rhythm-title = The rhythm agreed
rhythm-agree = Agree a rhythm
rhythm-says = The rhythm serves to see when a link loosens. It is agreed with the person.
rhythm-label = Rhythm of contacts
rhythm-choose = Choose a rhythm
rhythm-which = Choose a rhythm.
rhythm-agreed = The rhythm is noted.
rhythm-crisis = Crisis: several contacts a week
rhythm-intensive = Close: a contact a week
rhythm-standard = Regular: a contact every two to four weeks
rhythm-light = Light: a contact every one to three months
rhythm-watch = Watch: a contact every three to six months

## How it ends and begins again

ending-title = The accompaniment
ending-open-since = Open since { $date }.
ending-closed-on = Closed since { $date }.
ending-watch-until = A light link is kept until { $date }.
ending-close = End the accompaniment
ending-closed = The accompaniment has ended. Nothing is erased.
ending-goals = Goals reached: { $reached } of { $all }.
ending-actions = Actions done: { $done } of { $all }.
ending-measures = { $count ->
    [one] { $count } measure still runs: it does not stop with the accompaniment.
   *[other] { $count } measures still run: they do not stop with the accompaniment.
}
ending-left = What stays open
ending-choose = Choose a reason
ending-why = Why the accompaniment ends
ending-why-missing = Choose why the accompaniment ends.
ending-on = Last day
ending-balance = The balance drawn together
ending-balance-example = What was done, what was not, what she says of it
ending-watch = Keep a light link until
ending-watch-says = Without a date, no watch is agreed.
ending-reopen = Reopen the case
ending-reopen-says = All that was said is there: nothing has to be told again.
ending-trigger = What brings it back
ending-trigger-example = She called the service again
ending-reopened = The case is open again.
closure-goals_reached = Goals reached
closure-moved = The family moved
closure-transferred = Another service accompanies now
closure-declined = The person no longer wishes it
closure-link_lost = The link was lost
closure-measure_ended = The measure ended or was lifted
closure-death = Death
closure-unknown = The reason is not known.

## Opening a case

opening-title = Open a case
opening-not-hers = Your role opens no case.
opening-people = Who lives in this household?
opening-person = The person accompanied
opening-person-more = Person { $number }
opening-add = Add a person
opening-drop = Remove the last one
opening-people-all = The others are added to the household once the case is open.
opening-request = The request
opening-label = Name of the case
opening-label-example = Martin family
opening-label-otherwise = Without a name, it will be called “{ $label }”.
opening-label-family = { $last } family
opening-label-madam = Mrs { $last }
opening-label-sir = Mr { $last }
opening-support = Support
opening-on = First day
opening-requested-on = Asked for on, if that was before
opening-commune = Town
opening-who = Who answers for it?
opening-me = I do
opening-team = the team: it will be entrusted
opening-says = The case opens in your service, { $service }. Tell the family what is written and who reads it.
opening-incomplete = The first or last name of somebody is missing.
opening-open = Open the case
opening-opened = The case is open.
opening-waits = The case is open. It waits to be entrusted.
opening-known = Perhaps accompanied already
opening-known-says = Somebody of this name is followed. Is it the same person? Ask her before you open.
opening-known-referent = to ask: { $name }
opening-known-nobody = without a référent for now
opening-answer-first = Answer first: is it the same person?
opening-is-she = It is the same person: open nothing
opening-is-another = They are two people: open
