//! One case for one reader: the case home, and the body of the shared view.

pub(super) mod agreed;
pub(super) mod happened;
pub(super) mod people;
mod reminders;
pub(super) mod signals;
pub(super) mod threads;
mod told;

pub use reminders::Reminding;

use super::Opening;
use crate::fault::Fault;
use agreed::{actions, appointments, deadlines, decisions, goals};
use contract::support_case::{CaseView, Ending, PlanView};
use domain::access_policy::Table;
use domain::configuration::{Configuration, Topic};
use domain::team_meeting::{Kind, MeetingRules};
use domain::words::{Day, ServiceId};
use happened::{meetings, moments, news};
use people::{access, around, household, kin, team};
use projections::case_file::{CaseFile, Stamp};
use sealed::Compartment;
use threads::{reserved, threads};
use told::{stories, summary, traits};

/// How a case is looked at.
pub struct Looking {
    /// The day shown as today, or the past day as of which it is shown.
    pub today: Day,
    /// The past day asked for.
    pub as_known_on: Option<Day>,
    /// What is near and what is late, as in force that day.
    pub thresholds: Thresholds,
    /// What each kind of meeting needed, on any day.
    pub meetings: MeetingKinds,
    /// How reminders are meant and sent.
    pub reminding: Reminding,
    /// The service that answers for the case.
    pub answers_for: ServiceId,
    /// The table of rights in force today, whatever day is looked at.
    pub table: Table,
    /// The position the answer knows.
    pub position: u64,
    /// The opaque word of the case for live updates.
    pub topic: String,
}

/// What each kind of meeting needed, on any day.
pub struct MeetingKinds(Configuration);

impl MeetingKinds {
    /// As the territory adopted it.
    #[must_use]
    pub fn of_configuration(configuration: Configuration) -> Self {
        Self(configuration)
    }

    /// The rules of a kind that were in force on a day.
    #[must_use]
    pub fn of(&self, kind: Kind, on: Day) -> Option<&MeetingRules> {
        self.0.meeting(kind, on)
    }
}

/// What is called near and what is called late on a day, as the territory adopted it.
#[derive(Clone, Copy)]
pub struct Thresholds {
    /// Days before a date.
    near: Option<u32>,
    /// Days before a date set by law.
    near_by_law: Option<u32>,
    /// Hours between what happened and its writing down.
    late_entry: Option<u32>,
}

impl Thresholds {
    /// Those in force on a day.
    #[must_use]
    pub fn of(configuration: &Configuration, on: Day) -> Self {
        Self {
            near: configuration.figure(Topic::NearDeadline, on),
            near_by_law: configuration.figure(Topic::NearLegalDate, on),
            late_entry: configuration.figure(Topic::LateEntry, on),
        }
    }

    /// Whether a date so many days ahead is near; one that is past is.
    #[must_use]
    pub fn is_near(self, in_days: i32, by_law: bool) -> bool {
        let within = |most: Option<u32>| most.is_some_and(|most| i64::from(in_days) <= i64::from(most));
        in_days < 0 || within(self.near) || (by_law && within(self.near_by_law))
    }

    /// Whether something was written down later than is usual.
    #[must_use]
    pub fn is_late_entry(self, stamp: Stamp) -> bool {
        let after = stamp.known_at.duration_since(stamp.occurred_at);
        self.late_entry
            .is_some_and(|hours| after > jiff::SignedDuration::from_hours(hours.into()))
    }
}

/// How many of the latest happenings are told as news.
const LATEST: usize = 40;

/// The case as this reader may see it; none when nothing was known of it on the day asked.
///
/// # Errors
/// When a value cannot be opened.
pub fn case_view(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Option<CaseView>, Fault> {
    let Some(opening) = &file.opening else { return Ok(None) };
    // Who only holds what was shared with her is told whom to ask, and not who else is around.
    let framed = open.permit().reads(Compartment::Coordination);
    let label = open.told(&opening.what.label)?;
    let referent = match file.rules.referent {
        Some(worker) => open.worker(worker)?,
        None => None,
    };
    let plans: Vec<_> = file
        .plans
        .iter()
        .map(|(plan, rules)| PlanView {
            plan: *plan,
            rules: rules.clone(),
        })
        .collect();
    Ok(Some(CaseView {
        support_case: file.support_case,
        label,
        opened_on: opening.what.opened_on,
        closed_on: file.closed_on(),
        ending: file
            .ending()
            .filter(|_| framed)
            .map(|(_, reason, watch_until)| Ending { reason, watch_until }),
        rhythm: file.intensities.last().filter(|_| framed).map(|agreed| agreed.what),
        rules: file.rules.clone(),
        plan: plans.first().map(|first| first.plan),
        plans,
        writable: open.permit().writes(Compartment::Social),
        acts: open.permit().writes(Compartment::Coordination),
        received: !framed,
        as_known_on: looking.as_known_on,
        nothing_known: file.nothing_known,
        from_source: file.from_source(),
        today: looking.today,
        household: household(file, open, looking.today)?,
        kin: kin(file, open)?,
        referent,
        team: if framed { team(file, open)? } else { Vec::new() },
        around: if framed { around(file, open)? } else { Vec::new() },
        stories: stories(file, open)?,
        summary: summary(file, open)?,
        strengths: traits(&file.strengths, open)?,
        obstacles: traits(&file.obstacles, open)?,
        threads: threads(file, open, looking)?,
        reserved: reserved(file, open.permit()),
        goals: goals(file, open)?,
        actions: actions(file, open, looking.today)?,
        decisions: decisions(file, open, looking)?,
        deadlines: deadlines(file, open, looking)?,
        appointments: appointments(file, open, &looking.reminding)?,
        reach: if reminders::tells(open) {
            reminders::reach(file, open)?
        } else {
            Vec::new()
        },
        senders: looking.reminding.senders.clone(),
        signals: Vec::new(),
        news: news(file, open, looking, LATEST, |_| true)?,
        meetings: meetings(file, open.permit()),
        moments: moments(file, open),
        access: if framed {
            access(file, open, looking)?
        } else {
            Vec::new()
        },
        position: looking.position,
        topic: looking.topic.clone(),
    }))
}
