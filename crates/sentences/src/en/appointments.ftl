# What is said of appointments, on a case and in a week.

appointments = Appointments
appointments-none = No appointment ahead.
appointment-reference = In a calendar, this case bears the reference { $reference }.
appointment-book = Book an appointment
appointment-booked = Appointment booked.
appointment-move = Move
appointment-moved = Appointment moved.
appointment-cancel = Cancel the appointment
appointment-given-up = Appointment cancelled.
appointment-tell = Say what came of it
appointment-told = Noted.
appointment-lasts = { $length } min
appointment-minutes = For how long?
appointment-held-by = Who holds the appointment? You, when nobody is chosen.
appointment-place = Where?
appointment-purpose = What for?
appointment-privacy = The calendar linked to your phone receives no name, no place and no purpose.
appointment-incomplete = Say which day and at what time.
week-appointment-incomplete = Say with whom, which day and at what time.
appointment-move-incomplete = Say which day, at what time, and why.
appointment-reason = Why?
appointment-by = Who cancels?
appointment-by-person = The person
appointment-by-service = The service
appointment-came-revoked = Cancelled by the service
appointment-taken-time = Busy
appointment-kind-group_session = Group session
week-appointments = My appointments
week-appointments-none = No appointment in the days to come.

## Reminders

reminders = Reminders of appointments
reminders-nobody = No adult of the household is known: nobody is reminded.
reminders-no-sender = Here Trame is linked to no sender of text messages or e-mail: no reminder leaves.
reminder-at = on { $day } at { $hour }
reminder-state-planned = { $name }: reminder planned { $when } { $medium ->
    [sms] by text message
   *[email] by e-mail
}.
reminder-state-sending = { $name }: reminder being sent { $medium ->
    [sms] by text message
   *[email] by e-mail
}.
reminder-state-missed = { $name }: reminder not sent, Trame could not in time.
reminder-state-sent = { $name }: reminder sent { $when } { $medium ->
    [sms] by text message
   *[email] by e-mail
}.
reminder-state-unsent = { $name }: reminder not sent, sending failed. Tell them otherwise if it matters.
reminder-state-refused = { $name }: reminder not sent, { $medium ->
    [sms] the number was refused
   *[email] the address was refused
}. Read again what was agreed.
reminder-state-uncertain = { $name }: uncertain whether it was sent { $when }. It is not sent again. Tell them otherwise if it matters.
reminder-state-delivered = { $name }: reminder delivered { $when } { $medium ->
    [sms] by text message
   *[email] by e-mail
}.
reminder-state-undelivered = { $name }: reminder sent, but not delivered. Tell them otherwise if it matters.
reminder-old-hour = It told the hour before.
unreminded-not_agreed = { $name }: no reminder, nothing was agreed.
unreminded-withdrawn = { $name }: no reminder, as asked.
unreminded-stopped = { $name }: no reminder, the answer STOP came.
unreminded-unsafe = { $name }: no reminder, a message would not be safe.
unreminded-no_sender = { $name }: no reminder, Trame is not linked to this sender.
unreminded-not_voted = { $name }: no reminder, the territory voted none.
unreminded-too_late = { $name }: no reminder, the hour was set too shortly before.
reach-none = { $name }: nothing was agreed, no reminder leaves.
reach-by = { $name }: { $medium ->
    [sms] by text message to
   *[email] by e-mail to
} { $value }.
reach-hidden = (reserved)
reach-within = From { $from }:00 to { $until }:00.
reach-is-shared = Others read it too: the message says neither with whom nor where.
reach-is-unsafe = Not to be used: nothing is sent there.
reach-read-by = Read by { $names } too.
reach-stopped = { $name }: answered STOP, no reminder since { $day }.
reach-withdrawn = { $name }: wants no reminder since { $day }.
reach-agree = Agree on reminders
reach-change = Change
reach-withdraw = Remind no more
reach-title = How to remind of an appointment
reach-intro = What { $name } wishes. Ask first who else reads this telephone or this mailbox.
reach-medium = By which way?
reach-medium-sms = Text message
reach-medium-email = E-mail
reach-value = Number or address
reach-privacy = Who reads it?
reach-privacy-own = This person alone
reach-privacy-shared = Others too, without danger
reach-privacy-unsafe = Others too: send nothing there
reach-shared-with = Shared with, in the household
reach-from = From
reach-until = Until
reach-hour = { $hour }:00
reach-any-hour = Hour of the territory
reach-was-stopped = The answer STOP came this way.
reach-was-unsafe = It was said that a message by this way may put her in danger.
reach-asks-again = This person asks to be reminded again
reach-says = The message says with whom, when, and how to stop. Never what for, never an address.
reach-incomplete = Write the number or the address.
reach-send = Save
reach-agreed = It is agreed.
reach-withdraw-intro = { $name } wants no more reminders: nothing will leave any more, by any way.
reach-over = It is noted: no more reminders.
