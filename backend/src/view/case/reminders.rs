//! The reminders of an appointment as a reader sees them: how each stands, and why somebody is not reminded.

use crate::fault::Fault;
use crate::view::Opening;
use contract::reminder::{ReachEnd, ReachView, ReminderState, ReminderView, Unreminded, UnremindedView};
use domain::configuration::Reminders;
use domain::reminder::{self, Attempt, Meant, Medium, Notice, Outcome, Privacy, Standing, notices, standing};
use domain::words::PersonId;
use jiff::Timestamp;
use projections::case_file::{AppointmentFile, CaseFile, ReachFile, ReachOver, ReminderFile};
use sealed::Compartment;

/// What of the outside is needed to tell how reminders stand.
pub struct Reminding {
    /// What the territory voted, as in force on the day shown.
    pub settings: Option<Reminders>,
    /// The ways by which something can be sent.
    pub senders: Vec<Medium>,
    /// The instant that is shown.
    pub now: Timestamp,
}

/// Whether it may be told how somebody is reached, and what was sent to her: that a message would endanger her is not for
/// who only holds a share.
pub(super) fn tells(open: &Opening) -> bool {
    open.permit().reads(Compartment::Identity) && open.permit().reads(Compartment::Coordination)
}

/// How each of the people of a case may be reached.
pub(super) fn reach(file: &CaseFile, open: &Opening) -> Result<Vec<ReachView>, Fault> {
    let mut views = Vec::new();
    for (person, known) in &file.people {
        let Some(file) = &known.reach else { continue };
        views.push(ReachView {
            person: *person,
            medium: file.reach.medium,
            value: open.text(&file.reach.value)?,
            privacy: file.reach.privacy,
            shared_with: file.reach.shared_with.clone(),
            hours: file.reach.hours,
            over: file.over.map(|(stamp, why)| ReachEnd {
                stopped: why == ReachOver::Stopped,
                since: stamp.known_at,
            }),
        });
    }
    Ok(views)
}

/// The reminders of one appointment, and who gets none.
pub(super) fn reminders(
    file: &CaseFile,
    of: &AppointmentFile,
    open: &Opening,
    looking: &Reminding,
) -> (Vec<ReminderView>, Vec<UnremindedView>) {
    let (mut views, mut unreminded) = (Vec::new(), Vec::new());
    if !tells(open) {
        return (views, unreminded);
    }
    for person in &of.booking.with {
        let reach = file.people.get(person).and_then(|known| known.reach.as_ref());
        let ahead = meant(reach, of, looking).map(|means| ahead(of, *person, means, (open, looking)));
        let planned: Vec<u32> = ahead.iter().flatten().map(|(ahead_hours, _)| *ahead_hours).collect();
        let sent = sent(of, *person, &planned);
        let why = match &ahead {
            Ok(ahead) if ahead.is_empty() => Some(Unreminded::TooLate),
            Ok(_) => None,
            Err(why) => Some(*why),
        };
        // What was sent says more than why no more is.
        let why = why.filter(|_| sent.is_empty());
        unreminded.extend(why.map(|why| UnremindedView { person: *person, why }));
        views.extend(sent);
        views.extend(ahead.into_iter().flatten().map(|(_, view)| view));
    }
    views.sort_by_key(|view| view.at);
    (views, unreminded)
}

/// By which way she is to be reminded, or why she is not.
fn meant<'a>(
    reach: Option<&'a ReachFile>,
    of: &AppointmentFile,
    looking: &'a Reminding,
) -> Result<(&'a ReachFile, &'a Reminders), Unreminded> {
    let reach = reach.ok_or(Unreminded::NotAgreed)?;
    match reach.over {
        Some((_, ReachOver::Stopped)) => return Err(Unreminded::Stopped),
        Some((_, ReachOver::Withdrawn)) => return Err(Unreminded::Withdrawn),
        None => {}
    }
    if reach.reach.privacy == Privacy::Unsafe {
        return Err(Unreminded::Unsafe);
    }
    if !looking.senders.contains(&reach.reach.medium) {
        return Err(Unreminded::NoSender);
    }
    let settings = looking.settings.as_ref().ok_or(Unreminded::NotVoted)?;
    if of.span.starts_at <= of.set_at {
        return Err(Unreminded::TooLate);
    }
    Ok((reach, settings))
}

/// The reminders that are still to be sent, and those that were not while it was time, by how many hours ahead.
fn ahead(
    of: &AppointmentFile,
    person: PersonId,
    (reach, settings): (&ReachFile, &Reminders),
    (open, looking): (&Opening, &Reminding),
) -> Vec<(u32, ReminderView)> {
    let looking = reminder::Looking {
        settings,
        zone: &open.zone,
        now: looking.now,
    };
    let meant = Meant {
        starts_at: of.span.starts_at,
        // Before it was agreed how she may be reached nobody could be reminded.
        set_at: of.set_at.max(reach.agreed.known_at),
        hours: reach.reach.hours,
    };
    let attempts = attempts(of, person);
    let view = |notice: Notice| {
        let state = match standing(looking, meant, notice, &attempts) {
            Standing::Planned => ReminderState::Planned,
            Standing::Missed => ReminderState::Missed,
            // What was sent is told by its message.
            Standing::Sending | Standing::Came(_) => return None,
        };
        let view = ReminderView {
            person,
            medium: reach.reach.medium,
            state,
            at: notice.at,
            of_old_hour: false,
        };
        Some((notice.ahead_hours, view))
    };
    notices(looking, meant).into_iter().filter_map(view).collect()
}

/// The attempts to remind somebody of this hour.
fn attempts(of: &AppointmentFile, person: PersonId) -> Vec<Attempt> {
    let attempt = |sent: &ReminderFile| Attempt {
        ahead_hours: sent.reminder.ahead_hours,
        claimed_at: sent.claimed_at,
        outcome: sent.outcome.map(|(outcome, _)| outcome),
    };
    let all = of.reminders.iter();
    all.filter(|sent| sent.reminder.person == person && sent.reminder.starts_at == of.span.starts_at)
        .map(attempt)
        .collect()
}

/// What became of the messages to somebody. That one was not sent says nothing where it was tried again, or will be.
fn sent(of: &AppointmentFile, person: PersonId, planned: &[u32]) -> Vec<ReminderView> {
    let mut views = Vec::new();
    for (index, sent) in of.reminders.iter().enumerate() {
        let of_old_hour = sent.reminder.starts_at != of.span.starts_at;
        let mut later = of.reminders.iter().skip(index.saturating_add(1));
        let tells_nothing = matches!(sent.outcome, Some((Outcome::Unsent, _)))
            && (of_old_hour
                || planned.contains(&sent.reminder.ahead_hours)
                || later.any(|other| other.reminder.repeats(&sent.reminder)));
        if sent.reminder.person != person || tells_nothing {
            continue;
        }
        views.push(ReminderView {
            person,
            medium: sent.reminder.medium,
            state: sent
                .outcome
                .map_or(ReminderState::Sending, |(outcome, _)| state(outcome)),
            at: sent.outcome.map_or(sent.claimed_at, |(_, since)| since),
            of_old_hour,
        });
    }
    views
}

fn state(outcome: Outcome) -> ReminderState {
    match outcome {
        Outcome::Sent => ReminderState::Sent,
        Outcome::Unsent => ReminderState::Unsent,
        Outcome::Refused => ReminderState::Refused,
        Outcome::Uncertain => ReminderState::Uncertain,
        Outcome::Delivered => ReminderState::Delivered,
        Outcome::Undelivered => ReminderState::Undelivered,
    }
}
