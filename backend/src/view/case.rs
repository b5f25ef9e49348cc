//! One case for one reader: the case home, and the body of the shared view.

use super::Opening;
use crate::fault::Fault;
use access::{Permit, Relation, Right};
use contract::Plain;
use contract::support_case::{
    AccessCell, AccessColumn, ActionView, AroundView, CaseView, Dated, DeadlineView, DecisionView, GoalView, KinView,
    LevelPoint, MeetingRef, MemberView, Moment, News, NextStep, PlanView, Reserved, StoryView, ThreadView, TraitView,
    VoiceView,
};
use domain::configuration::{Configuration, Topic};
use domain::plan::Progress;
use domain::support_case::Trait;
use domain::words::{Day, DomainOfLife, Due, ServiceId, Voice};
use projections::case_file::{CaseFile, Entry, Happening, Membership, Stamp};
use sealed::Compartment;
use std::collections::BTreeSet;

/// How a case is looked at.
pub struct Looking {
    /// The day shown as today, or the past day as of which it is shown.
    pub today: Day,
    /// The past day asked for.
    pub as_known_on: Option<Day>,
    /// What is near and what is late, as in force that day.
    pub thresholds: Thresholds,
    /// The service that answers for the case.
    pub answers_for: ServiceId,
    /// The position the answer knows.
    pub position: u64,
    /// The opaque word of the case for live updates.
    pub topic: String,
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
        rules: file.rules.clone(),
        plan: plans.first().map(|first| first.plan),
        plans,
        as_known_on: looking.as_known_on,
        nothing_known: file.nothing_known,
        from_source: file.from_source(),
        today: looking.today,
        household: household(file, open, looking.today)?,
        kin: kin(file, open)?,
        referent,
        team: team(file, open)?,
        around: around(file, open)?,
        stories: stories(file, open)?,
        summary: summary(file, open)?,
        strengths: traits(&file.strengths, open)?,
        obstacles: traits(&file.obstacles, open)?,
        threads: threads(file, open, looking)?,
        reserved: reserved(file, open.permit()),
        goals: goals(file, open)?,
        actions: actions(file, open, looking.today)?,
        decisions: decisions(file, open)?,
        deadlines: deadlines(file, open, looking)?,
        news: news(file, open, looking, LATEST, |_| true)?,
        meetings: meetings(file),
        moments: moments(file, open),
        access: access(file, open, looking.answers_for)?,
        position: looking.position,
        topic: looking.topic.clone(),
    }))
}

/// Age in whole years on a day, from the month of birth.
pub(super) fn age(birth_month: Option<&str>, on: Day) -> Option<u32> {
    let born: jiff::civil::Date = format!("{}-01", birth_month?).parse().ok()?;
    let years = born.until((jiff::Unit::Year, on.0)).ok()?.get_years();
    u32::try_from(years).ok()
}

fn household(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<MemberView>, Fault> {
    let mut views = Vec::with_capacity(file.members.len());
    for member in &file.members {
        let Some(person) = file.people.get(&member.person) else {
            continue;
        };
        let name = open.name(member.person)?;
        views.push(MemberView {
            person: member.person,
            first_name: Plain(name.first),
            last_name: Plain(name.last),
            civility: person.civility,
            age: age(person.birth_month.as_deref(), today),
            place: member.place,
        });
    }
    Ok(views)
}

fn kin(file: &CaseFile, open: &Opening) -> Result<Vec<KinView>, Fault> {
    let inside: BTreeSet<_> = file.members.iter().map(|member| member.person).collect();
    file.kin
        .iter()
        .filter(|kin| !inside.contains(&kin.person))
        .map(|kin| {
            Ok(KinView {
                person: kin.person,
                first_name: Plain(open.name(kin.person)?.first),
                kinship: kin.kinship,
                to: kin.to,
                note: open.text_of(kin.note.as_ref())?,
            })
        })
        .collect()
}

fn team(file: &CaseFile, open: &Opening) -> Result<Vec<contract::WorkerRef>, Fault> {
    let mut order: Vec<_> = file.rules.referent.into_iter().collect();
    for member in present(file).map(|member| member.joining.worker) {
        if !order.contains(&member) {
            order.push(member);
        }
    }
    let mut team = Vec::with_capacity(order.len());
    for worker in order {
        team.extend(open.worker(worker)?);
    }
    Ok(team)
}

/// Those who are among the people around the person, in the order in which they joined.
fn present(file: &CaseFile) -> impl Iterator<Item = &Membership> {
    file.team.iter().filter(|each| each.until.is_none())
}

/// The same people with what each is there for; a domain of which this reader knows nothing is not named.
fn around(file: &CaseFile, open: &Opening) -> Result<Vec<AroundView>, Fault> {
    let mut views = Vec::new();
    for worker in team(file, open)? {
        let referent = file.rules.referent == Some(worker.worker);
        let spell = file.referents.iter().rev().find(|_| referent);
        let member = present(file).find(|each| each.joining.worker == worker.worker);
        let joining = member.map(|each| &each.joining);
        let known_of = |domain: &DomainOfLife| open.permit().right(domain.compartment()) > Right::None;
        views.push(AroundView {
            referent,
            since: spell
                .map(|spell| spell.from)
                .or(member.map(|each| each.from))
                .map(|from| open.day(from)),
            until: joining.and_then(|joining| joining.until),
            function: open.text_of(joining.and_then(|joining| joining.function.as_ref()))?,
            scope: joining
                .iter()
                .flat_map(|joining| &joining.scope)
                .copied()
                .filter(known_of)
                .collect(),
            worker,
        });
    }
    Ok(views)
}

fn stories(file: &CaseFile, open: &Opening) -> Result<Vec<StoryView>, Fault> {
    let mut stories = Vec::new();
    for Entry { stamp, what } in file.stories.iter().rev() {
        let Some(words) = open.text(&what.words)? else { continue };
        let on = open.day(stamp.occurred_at);
        let age = age(
            file.people
                .get(&what.speaker)
                .and_then(|person| person.birth_month.as_deref()),
            on,
        );
        stories.push(StoryView {
            story: what.story,
            speaker: what.speaker,
            speaker_name: Plain(open.name(what.speaker)?.first),
            child_age: age.filter(|years| *years < 18),
            words,
            told_to: open.worker(stamp.by)?,
            on,
            read_back_on: what.read_back_on,
        });
    }
    Ok(stories)
}

fn summary(file: &CaseFile, open: &Opening) -> Result<Option<Dated>, Fault> {
    let Some(Entry { stamp, what }) = &file.summary else {
        return Ok(None);
    };
    Ok(open.text(what)?.map(|text| Dated {
        text,
        on: open.day(stamp.occurred_at),
    }))
}

fn traits(entries: &[Entry<Trait>], open: &Opening) -> Result<Vec<TraitView>, Fault> {
    let mut views = Vec::new();
    for Entry { stamp, what } in entries {
        let Some(text) = open.text(&what.text)? else { continue };
        let on = open.day(stamp.occurred_at);
        views.push(TraitView {
            id: what.id,
            text,
            named_by: what.named_by,
            domain: what.domain,
            holder: what.holder,
            relative: what.relative,
            on,
        });
    }
    Ok(views)
}

/// The domains that someone spoke of and this reader may read, in the order of the screens.
pub(super) fn domains_spoken_of(file: &CaseFile, permit: &Permit) -> Vec<DomainOfLife> {
    let spoken: BTreeSet<_> = file
        .assessments
        .iter()
        .map(|each| each.what.domain)
        .chain(file.actions.iter().map(|action| action.domain))
        .chain(file.goals.iter().map(|goal| goal.domain))
        .chain(file.measures.iter().map(|each| each.measure.domain))
        .filter(|domain| permit.reads(domain.compartment()))
        .collect();
    DomainOfLife::ALL
        .into_iter()
        .filter(|domain| spoken.contains(domain))
        .collect()
}

fn threads(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<ThreadView>, Fault> {
    let a_year_ago = Day(looking.today.0.saturating_sub(jiff::Span::new().years(1)));
    let mut threads = Vec::new();
    for domain in domains_spoken_of(file, open.permit()) {
        let points = levels(file, open, domain);
        let before = points.iter().rposition(|point| point.on < a_year_ago).unwrap_or(0);
        threads.push(ThreadView {
            domain,
            person: voice(file, open, domain, Voice::Person)?,
            worker: voice(file, open, domain, Voice::Worker)?,
            levels: points.into_iter().skip(before).collect(),
            next_step: next_step(file, open, looking, domain)?,
        });
    }
    Ok(threads)
}

/// The levels of a domain in both voices, by when they were rated.
pub(super) fn levels(file: &CaseFile, open: &Opening, domain: DomainOfLife) -> Vec<LevelPoint> {
    let mut rated: Vec<_> = file
        .assessments
        .iter()
        .filter(|each| each.what.domain == domain)
        .filter_map(|each| Some((each.stamp.occurred_at, each.what.voice, each.what.level?)))
        .collect();
    rated.sort();
    rated
        .into_iter()
        .map(|(at, voice, level)| LevelPoint {
            on: open.day(at),
            voice,
            level,
        })
        .collect()
}

fn voice(file: &CaseFile, open: &Opening, domain: DomainOfLife, voice: Voice) -> Result<Option<VoiceView>, Fault> {
    let said: Vec<_> = file
        .assessments
        .iter()
        .filter(|each| each.what.domain == domain && each.what.voice == voice)
        .collect();
    let latest = |wanted: &dyn Fn(&&&Entry<domain::support_case::Assessment>) -> bool| {
        said.iter()
            .filter(wanted)
            .max_by_key(|each| each.stamp.occurred_at)
            .copied()
    };
    let Some(last) = latest(&|_| true) else { return Ok(None) };
    let words = match latest(&|each| each.what.words.is_some()) {
        Some(each) => open.text_of(each.what.words.as_ref())?,
        None => None,
    };
    let level = latest(&|each| each.what.level.is_some()).and_then(|each| each.what.level);
    Ok(Some(VoiceView {
        level,
        words,
        on: open.day(last.stamp.occurred_at),
    }))
}

fn next_step(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    domain: DomainOfLife,
) -> Result<Option<NextStep>, Fault> {
    let actions = file
        .actions
        .iter()
        .filter(|action| action.domain == domain && matches!(action.progress, Progress::ToDo | Progress::Started))
        .map(|action| (action.due_on, &action.what));
    let deadlines = file
        .deadlines
        .iter()
        .filter(|each| !each.over && each.setting.domain == Some(domain))
        .filter_map(|each| Some((Some(due_day(each.due, open)), each.setting.label.as_ref()?)));
    let decided = file
        .meetings
        .values()
        .flat_map(|meeting| &meeting.decisions)
        .filter(|each| each.what.domains.first() == Some(&domain) && each.what.due_on >= looking.today)
        .map(|each| (Some(each.what.due_on), &each.what.text));
    let nearest = actions
        .chain(deadlines)
        .chain(decided)
        .min_by_key(|(due, _)| due.map_or(Day(jiff::civil::Date::MAX), |due| due));
    let Some((due_on, text)) = nearest else { return Ok(None) };
    let near = due_on.is_some_and(|due| looking.thresholds.is_near(looking.today.days_to(due), false));
    Ok(open.text(text)?.map(|text| NextStep { text, due_on, near }))
}

pub(super) fn due_day(due: Due, open: &Opening) -> Day {
    match due {
        Due::On(day) => day,
        Due::At(at) => open.day(at),
    }
}

/// What is there and may not be read, where its existence itself may be known.
pub(super) fn reserved(file: &CaseFile, permit: &Permit) -> Vec<Reserved> {
    let mut reserved: Vec<Reserved> = Vec::new();
    for (domain, _) in reserved_events(file, permit) {
        match reserved.iter_mut().find(|each| each.domain == domain) {
            Some(each) => each.items = each.items.saturating_add(1),
            None => reserved.push(Reserved { domain, items: 1 }),
        }
    }
    reserved
}

/// The items whose existence alone this reader may know, by the domain they belong to.
pub(super) fn reserved_events<'a>(
    file: &'a CaseFile,
    permit: &'a Permit,
) -> impl Iterator<Item = (DomainOfLife, Stamp)> + 'a {
    file.events.iter().filter_map(|event| {
        let text = event.what.text.as_ref()?;
        let domain = *event.what.domains.first()?;
        (permit.right(text.compartment()) == Right::Exists).then_some((domain, event.stamp))
    })
}

fn goals(file: &CaseFile, open: &Opening) -> Result<Vec<GoalView>, Fault> {
    let mut views = Vec::new();
    for goal in &file.goals {
        let Some(words) = open.text(&goal.words)? else { continue };
        views.push(GoalView {
            plan: goal.plan,
            goal: goal.goal,
            words,
            domain: goal.domain,
            sign: open.text_of(goal.sign.as_ref())?,
            target_on: goal.target_on,
            reached: goal.reached,
        });
    }
    Ok(views)
}

fn actions(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<ActionView>, Fault> {
    let mut views = Vec::new();
    for action in &file.actions {
        let Some(what) = open.text(&action.what)? else { continue };
        let going_on = matches!(action.progress, Progress::ToDo | Progress::Started);
        let late = action
            .due_on
            .filter(|due| going_on && *due < today)
            .map(|due| due.days_to(today));
        views.push(ActionView {
            plan: action.plan,
            action: action.action,
            goal: action.goal,
            what,
            domain: action.domain,
            doer: open.doer(&action.doer)?,
            due_on: action.due_on,
            progress: action.progress,
            result: open.text_of(action.result.as_ref())?,
            late_days: late.and_then(|days| u32::try_from(days).ok()),
        });
    }
    Ok(views)
}

fn decisions(file: &CaseFile, open: &Opening) -> Result<Vec<DecisionView>, Fault> {
    let mut views = Vec::new();
    for (meeting, held) in &file.meetings {
        for Entry { what, .. } in &held.decisions {
            let Some(text) = open.text(&what.text)? else { continue };
            views.push(DecisionView {
                decision: what.decision,
                team_meeting: *meeting,
                text,
                domains: what.domains.clone(),
                doer: open.doer(&what.doer)?,
                due_on: what.due_on,
                dissent: open.text_of(what.dissent.as_ref())?,
                weight: what.weight,
                votes: what.votes,
                on: open.day(held.schedule.starts_at),
            });
        }
    }
    Ok(views)
}

fn deadlines(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<DeadlineView>, Fault> {
    let mut views = Vec::new();
    for each in file.deadlines.iter().filter(|each| !each.over) {
        if each
            .setting
            .domain
            .is_some_and(|domain| !open.permit().reads(domain.compartment()))
        {
            continue;
        }
        let due_on = due_day(each.due, open);
        let in_days = looking.today.days_to(due_on);
        views.push(DeadlineView {
            deadline: each.deadline,
            kind: each.setting.kind,
            label: open.text_of(each.setting.label.as_ref())?,
            domain: each.setting.domain,
            due_on,
            in_days,
            legal: each.setting.legal,
            near: looking.thresholds.is_near(in_days, each.setting.legal),
        });
    }
    views.sort_by_key(|view| view.due_on);
    Ok(views)
}

/// The latest happenings this reader may read, newest first.
pub(super) fn news(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    most: usize,
    wanted: impl Fn(&Entry<Happening>) -> bool,
) -> Result<Vec<News>, Fault> {
    let mut told = Vec::new();
    let mut events: Vec<_> = file.events.iter().filter(|event| wanted(event)).collect();
    events.sort_by_key(|event| std::cmp::Reverse((event.stamp.occurred_at, event.stamp.position)));
    for event in events {
        if told.len() == most {
            break;
        }
        told.extend(one_news(file, open, looking, event)?);
    }
    Ok(told)
}

fn one_news(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    event: &Entry<Happening>,
) -> Result<Option<News>, Fault> {
    let Entry { stamp, what } = event;
    let compartment = what.text.as_ref().map(sealed::Private::compartment);
    let own_draft = compartment == Some(Compartment::Draft);
    let withheld = what.text.is_some() && open.text_of(what.text.as_ref())?.is_none();
    if withheld || !may_know_of(event, open.permit()) || told_by_domain(what, open.permit()) < Right::Read {
        return Ok(None);
    }
    Ok(Some(News {
        kind: what.kind.to_owned(),
        text: open.text_of(what.text.as_ref())?,
        her_words: what.her_words,
        own_draft,
        by: open.worker_name(stamp.by)?,
        domains: what.domains.clone(),
        on: open.day(stamp.occurred_at),
        late_entry: looking.thresholds.is_late_entry(*stamp),
        after_closure: file.closed_at(stamp.occurred_at),
        corrects: what.corrects,
        position: stamp.position,
    }))
}

/// Whether this reader may know that something happened at all: a draft is its author's alone.
fn may_know_of(event: &Entry<Happening>, permit: &Permit) -> bool {
    let right = match event.what.text.as_ref().map(sealed::Private::compartment) {
        Some(Compartment::Draft) if event.stamp.by != permit.reader().worker => Right::None,
        Some(compartment) => permit.right(compartment),
        None => told_by_domain(&event.what, permit),
    };
    right > Right::None
}

/// What says nothing still tells its domain, such as a level given without words.
fn told_by_domain(what: &Happening, permit: &Permit) -> Right {
    let domains = what.domains.iter().filter(|_| what.text.is_none());
    domains
        .map(|domain| permit.right(domain.compartment()))
        .min()
        .unwrap_or(Right::Write)
}

fn meetings(file: &CaseFile) -> Vec<MeetingRef> {
    let mut meetings: Vec<_> = file
        .meetings
        .iter()
        .map(|(id, held)| MeetingRef {
            team_meeting: *id,
            kind: held.schedule.kind,
            starts_at: held.schedule.starts_at,
            closed: held.closed,
        })
        .collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    meetings
}

fn moments(file: &CaseFile, open: &Opening) -> Vec<Moment> {
    let met: BTreeSet<Day> = file
        .meetings
        .values()
        .map(|held| open.day(held.schedule.starts_at))
        .collect();
    let days: BTreeSet<Day> = file
        .events
        .iter()
        .filter(|event| may_know_of(event, open.permit()))
        .map(|event| open.day(event.stamp.known_at))
        .collect();
    days.into_iter()
        .map(|on| Moment {
            on,
            meeting: met.contains(&on),
        })
        .collect()
}

/// Who may see what: the same policy that decides, asked for each of those around the person.
fn access(file: &CaseFile, open: &Opening, answers_for: ServiceId) -> Result<Vec<AccessColumn>, Fault> {
    let mut columns = Vec::new();
    for worker in team(file, open)? {
        let relation = if file.rules.referent == Some(worker.worker) {
            Relation::Referent
        } else {
            Relation::TeamMember
        };
        let Some(role) = open.role(worker.worker) else { continue };
        let reader = access::Reader {
            worker: worker.worker,
            role,
            service: worker.service.service,
        };
        let permit = Permit::for_case(reader, file.support_case, answers_for, relation);
        let right = |compartment| permit.as_ref().map_or(Right::None, |permit| permit.right(compartment));
        columns.push(AccessColumn {
            own: worker.worker == open.permit().reader().worker,
            rights: Compartment::ALL
                .into_iter()
                .map(|compartment| AccessCell {
                    compartment,
                    right: right(compartment),
                })
                .collect(),
            worker,
        });
    }
    Ok(columns)
}
