# What is said of accesses with a reason.

## Accesses with a reason

accesses-title = Access to cases
accesses-opened = Cases opened with a reason
accesses-none = No case was opened with a reason.
accesses-none-more = When someone opens a case in an emergency, it is told here at once.
accesses-older = Older ones are not shown.
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

## Sharing what secrecy covers

share-to-settle = To be agreed to: the family is not told

## Who looked at a case

readings-title = Who looked at this situation
readings-says = Each look is noted before the page is shown. Nothing that is written there is told here, and this journal never serves to measure anybody’s work.
readings-kept = { $months ->
    [one] Looks are kept for { $months } month; the journal begins in { $since }.
   *[other] Looks are kept for { $months } months; the journal begins in { $since }.
 }
readings-none = Nobody has looked at this situation since the journal began.
readings-older = Earlier days
readings-listed = Only named in a list, a figure or a search, for: { $names }.
readings-unknown = Somebody whom Trame does not know any more
readings-once = at { $at }
readings-times = { $times } times, from { $from } to { $to }
readings-reason = { $need }: “{ $reason }”
purpose-support = for support
purpose-management = to answer for the team
purpose-oversight = to watch over the data
purpose-operation = by the program itself
looked-case_home = opened the situation
looked-timeline = opened the timeline
looked-shared_view = looked at the shared view of a meeting
looked-sharings = read what is passed on, and to whom
looked-minutes_copy = took away the minutes of a meeting
looked-decision_list = took away a list of decisions
looked-documents = read the list of documents
looked-document_content = opened a document
looked-financial_aids = read the financial aid
looked-other = looked at the situation
readings-find = Who looked at a situation?
readings-find-says = The person herself may ask at any time. Trame tells which services follow her or did, and who opened her situation; nothing of what is written there. The search is journalled.
readings-find-none = No situation has that name.
readings-find-none-more = Check the spelling: first and last name must be whole.
readings-find-more = More situations have that name: ask the person which service follows her.
readings-open = opened on { $from }
readings-closed = from { $from } to { $to }
readings-referent = followed by { $name }
readings-look = See who looked at it
