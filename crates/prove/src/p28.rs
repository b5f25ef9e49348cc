//! P28: what a case was on a day, as it was known on another. The fold that every view of a case shows is asked random
//! questions, and so is a replayer that was written apart from it and knows neither its types nor its states: it reads the
//! stored events as text and looks each answer up among them.

mod asked_of_fold;
mod naive;

use crate::Asked;
use crate::report::{Proof, Report};
use anyhow::Context;
use codec::{Log, SealingCodec, Upcasters};
use demo::Demonstration;
use domain::configuration::in_force_at_first;
use domain::words::SupportCaseId;
use event_store::{EventStore, StoreConfig, Stored};
use jiff::{SignedDuration, Timestamp};
use keyring::Keyring;
use naive::Event;
use projections::Fact;
use projections::case_file::CaseFile;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use testkit::Database;
use uuid::Uuid;

/// What is answered: what was, as it was on an instant, and what was known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Answer {
    /// Whether the case was closed.
    closed: bool,
    /// Who answered for it.
    referents: Vec<Uuid>,
    /// Who was around.
    team: Vec<Uuid>,
    /// What had happened: where it stands in the log, and its type name.
    timeline: Vec<(u64, String)>,
    /// Contacts: whether they were missed, whether they were corrected.
    contacts: Vec<(Uuid, Option<bool>, bool)>,
    /// Goals, and whether they are reached.
    goals: Vec<(Uuid, bool)>,
    /// Actions: how they go, and by when.
    actions: Vec<(Uuid, String, Option<String>)>,
    /// Deadlines, and whether they are over.
    deadlines: Vec<(Uuid, bool)>,
    /// How many stories, strengths, obstacles, voices on domains, turns of life, acts of another record.
    said: [usize; 6],
    /// Where the last summing up stands.
    summary: Option<u64>,
    /// Measures that have ended, and all of them.
    measures: (usize, usize),
    /// Who lives in the household.
    members: BTreeSet<Uuid>,
    /// Of whom something is known.
    people: BTreeSet<Uuid>,
    /// Meetings: seats, seats whose attendance is known, cases, views, decisions, whether it is over.
    meetings: BTreeMap<Uuid, (usize, usize, usize, usize, usize, bool)>,
}

/// A case with its facts, in the order of the log.
struct Case {
    id: Uuid,
    facts: Vec<Fact>,
    events: Vec<Event>,
    moments: Vec<Timestamp>,
}

/// The cases of an invented territory.
pub(crate) struct Cases(Vec<Case>);

/// Questions asked, those of the past that leave something out, and those answered otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compared {
    asked: u64,
    leaving_out: u64,
    pub(crate) differing: u64,
}

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let questions = if asked.quick { 2_000 } else { 10_000 };
    let mut proof = Proof::begin("P28 as it was on, as known on: the fold and a naive replayer agree");
    let cases = Cases::of_a_territory(asked.seed)?;
    let events: usize = cases.0.iter().map(|case| case.events.len()).sum();
    let text = format!(
        "{} cases with {events} events, half of them dated by a source",
        cases.0.len()
    );
    proof.says(&text, events > 0);
    let compared = cases.compared(questions, asked.seed)?;
    let text = format!(
        "{} questions, {} of which leave something out: {} answered otherwise",
        compared.asked, compared.leaving_out, compared.differing
    );
    proof.says(&text, compared.differing == 0 && compared.leaving_out > 0);
    report.close(proof);
    Ok(())
}

impl Cases {
    /// The demonstration, stored and read back; half of its events as if this Trame had recorded them itself, and some of
    /// what is known learnt in another order than it was stored.
    pub(crate) fn of_a_territory(seed: u64) -> anyhow::Result<Self> {
        tokio::runtime::Runtime::new()?.block_on(async {
            let (database, folder) = (Database::fresh().await, tempfile::tempdir()?);
            let keyring = Keyring::load(event_store::pool(&database.config(), 4)?, &folder.path().join("keys")).await?;
            let codec = SealingCodec::new(keyring, Upcasters::default());
            let log = EventStore::open(StoreConfig::new(database.config()), codec).await?;
            let demonstration = Demonstration::default();
            let in_force = in_force_at_first(demonstration.today);
            demo::load(&log, &demonstration, &in_force, &|_, _| {}).await?;
            let mut random = StdRng::seed_from_u64(seed ^ 28);
            let (mut stored, mut here) = (Vec::new(), 0);
            loop {
                let page = log.page(here, 1_000).await?;
                let Some(last) = page.last() else { break };
                here = last.position;
                stored.extend(page.into_iter().map(|one| dated_anew(one, &mut random)));
            }
            let cases = grouped(&log, &stored)?;
            log.close().await;
            Ok(Self(cases))
        })
    }

    /// Asks so many random questions of both.
    pub(crate) fn compared(&self, questions: u64, seed: u64) -> anyhow::Result<Compared> {
        let mut random = StdRng::seed_from_u64(seed ^ 29);
        let mut compared = Compared::default();
        for _ in 0..questions {
            let case = self.0.get(random.random_range(0..self.0.len())).context("no case")?;
            let known_on = random.random_ratio(9, 10).then(|| case.moment(&mut random));
            let was_on = case.moment(&mut random);
            let file = CaseFile::fold(SupportCaseId(case.id), &case.facts, known_on);
            let by_fold = asked_of_fold::answer(&file, was_on);
            let by_looking = naive::answer(case.id, &case.events, known_on, was_on);
            compared.asked += 1;
            let unknown = |event: &Event| known_on.is_some_and(|on| event.known_at() > on);
            compared.leaving_out += u64::from(case.events.iter().any(unknown));
            compared.differing += u64::from(by_fold != by_looking);
        }
        Ok(compared)
    }
}

impl Case {
    /// An instant at which something happened or was learnt, or just before or behind it, or some days away.
    fn moment(&self, random: &mut StdRng) -> Timestamp {
        let at = self
            .moments
            .get(random.random_range(0..self.moments.len().max(1)))
            .copied();
        let away = match random.random_range(0..4) {
            0 => SignedDuration::from_micros(random.random_range(-1..=1)),
            1 => SignedDuration::ZERO,
            _ => SignedDuration::from_secs(random.random_range(-40 * 86_400..40 * 86_400)),
        };
        at.unwrap_or_default().checked_add(away).unwrap_or_default()
    }
}

/// The same event, as if it had been learnt otherwise.
fn dated_anew(mut one: Stored, random: &mut StdRng) -> Stored {
    let away = if random.random_ratio(1, 4) {
        random.random_range(0..30 * 86_400)
    } else {
        0
    };
    let known = one
        .known()
        .checked_add(SignedDuration::from_secs(away))
        .unwrap_or(one.known());
    if random.random() {
        (one.known_at, one.recorded_at) = (None, known);
    } else {
        one.known_at = Some(known);
    }
    one
}

/// The events of each case: its own stream, all that name it, its household and its people.
fn grouped(log: &Log, stored: &[Stored]) -> anyhow::Result<Vec<Case>> {
    let events: Vec<Event> = stored.iter().map(Event::of).collect();
    let mut streams = BTreeMap::<Uuid, BTreeSet<Uuid>>::new();
    for event in &events {
        let case = event.case();
        let touched = case
            .into_iter()
            .flat_map(|case| event.streams().into_iter().map(move |stream| (case, stream)));
        for (case, stream) in touched {
            streams.entry(case).or_default().insert(stream);
        }
    }
    let mut cases = Vec::with_capacity(streams.len());
    for (id, streams) in streams {
        let (mut facts, mut told, mut moments) = (Vec::new(), Vec::new(), Vec::new());
        for (one, event) in stored
            .iter()
            .zip(&events)
            .filter(|(one, _)| streams.contains(&one.stream))
        {
            facts.push(Fact::read(log, one)?);
            told.push(event.clone());
            moments.extend([one.occurred_at, one.known()]);
        }
        cases.push(Case {
            id,
            facts,
            events: told,
            moments,
        });
    }
    Ok(cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fold_and_who_looks_each_thing_up_agree() {
        let compared = Cases::of_a_territory(1).unwrap().compared(300, 1).unwrap();
        assert_eq!(compared.differing, 0, "{compared:?}");
        assert!(compared.leaving_out > 30, "{compared:?}");
    }
}
