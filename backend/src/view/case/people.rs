//! The people of a case: the household, those close to it, those who work with it, and who of them may see what.

use super::Looking;
use crate::fault::Fault;
use crate::view::Opening;
use access::{Permit, Relation, Right, Shared, Ties};
use contract::Plain;
use contract::support_case::{AccessCell, AccessColumn, AroundView, KinView, MemberView};
use domain::person::Civility;
use domain::team_meeting::Participant;
use domain::words::{Day, DomainOfLife, PersonId};
use projections::case_file::{CaseFile, Membership};
use sealed::Compartment;
use std::collections::BTreeSet;

/// Age in whole years on a day, from the month of birth.
pub(in crate::view) fn age(birth_month: Option<&str>, on: Day) -> Option<u32> {
    let born: jiff::civil::Date = format!("{}-01", birth_month?).parse().ok()?;
    let years = born.until((jiff::Unit::Year, on.0)).ok()?.get_years();
    u32::try_from(years).ok()
}

pub(super) fn household(file: &CaseFile, open: &Opening, today: Day) -> Result<Vec<MemberView>, Fault> {
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

pub(super) fn kin(file: &CaseFile, open: &Opening) -> Result<Vec<KinView>, Fault> {
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

pub(super) fn team(file: &CaseFile, open: &Opening) -> Result<Vec<contract::WorkerRef>, Fault> {
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
pub(super) fn around(file: &CaseFile, open: &Opening) -> Result<Vec<AroundView>, Fault> {
    let mut views = Vec::new();
    for worker in team(file, open)? {
        let referent = file.rules.referent == Some(worker.worker);
        let spell = file.referents.iter().rev().find(|_| referent);
        let member = present(file).find(|each| each.joining.worker == worker.worker);
        let joining = member.map(|each| &each.joining);
        let known_of = |domain: &DomainOfLife| open.permit().right(domain.compartment()) >= Right::Exists;
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

/// Who may see what: the same policy that decides, asked for each of those around the person.
pub(super) fn access(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Vec<AccessColumn>, Fault> {
    let mut columns = Vec::new();
    for worker in team(file, open)? {
        let relation = if file.rules.referent == Some(worker.worker) {
            Relation::Referent
        } else {
            Relation::TeamMember
        };
        let Some(reader) = open.reader(worker.worker) else {
            continue;
        };
        let ties = Ties {
            answers_for: looking.answers_for,
            relations: BTreeSet::from([relation]),
            reason_said: false,
            shared: Shared::default(),
        };
        let permit = Permit::for_case(&looking.table, reader, file.support_case, &ties);
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

/// « Mme Besnard »: how a person of the family is named around the table.
pub(in crate::view) fn addressed(file: &CaseFile, open: &Opening, person: PersonId) -> Result<Plain<String>, Fault> {
    let name = open.name(person)?;
    let key = match file.people.get(&person).map(|known| known.civility) {
        Some(Civility::Madam) => "civility.madam",
        Some(Civility::Sir) => "civility.sir",
        Some(Civility::Neutral) | None => return Ok(Plain(format!("{} {}", name.first, name.last).trim().to_owned())),
    };
    Ok(Plain(format!("{}\u{a0}{}", open.sentence(key), name.last)))
}

/// Someone around a table, by name.
pub(in crate::view) fn named(file: &CaseFile, open: &Opening, of: Participant) -> Result<Plain<String>, Fault> {
    Ok(match of {
        Participant::Person(person) => addressed(file, open, person)?,
        Participant::Worker(worker) => open.worker_name(worker)?.unwrap_or_else(|| open.unknown()),
    })
}
