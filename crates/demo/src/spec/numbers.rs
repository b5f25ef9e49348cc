//! The figures of the pictures: services, professionals, households, loads, delays, what waits.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one command among many")]

use super::acts;
use crate::act::{Act, Wish};
use crate::calendar::Calendar;
use crate::territory::{DIRECTORY, Service, worker};
use crate::{Demonstration, plan, planning, sign_ins, tuning};
use domain::support_case::{Command, Complexity, Support};
use domain::words::DomainOfLife::{self, Budget, Housing, Parenting};
use domain::words::{Day, Due, Role, ServiceId, SupportCaseId, WorkerId};
use domain::{contact, deadline, household, organisation, plan as agreed};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the load needs to know of a case, folded from its acts up to an instant.
#[derive(Clone, Debug, Default)]
struct Standing {
    service: Option<ServiceId>,
    support: Option<Support>,
    children: u8,
    opened_on: Option<Day>,
    closed: bool,
    watch_until: Option<Day>,
    referent: Option<WorkerId>,
    complexities: Vec<Complexity>,
    requested_on: Option<Day>,
}

fn standing(acts: &[Act], on: Day) -> BTreeMap<Uuid, Standing> {
    let calendar = Calendar::new(Demonstration::default().today);
    let end = calendar.instant(on, 23, 59);
    let mut cases: BTreeMap<Uuid, Standing> = BTreeMap::new();
    for act in acts.iter().filter(|act| act.occurred_at <= end) {
        let Wish::SupportCase(command) = &act.wish else {
            continue;
        };
        let case = cases.entry(act.stream).or_default();
        match command {
            Command::Open(opening) => {
                case.service = Some(opening.service);
                case.support = Some(opening.support);
                case.children = opening.children;
                case.opened_on = Some(opening.opened_on);
                case.requested_on = opening.requested_on;
            }
            Command::AppointReferent { worker } | Command::HandOver { to: worker, .. } => case.referent = Some(*worker),
            Command::StandDown => case.referent = None,
            Command::ReviewComplexity { complexities } => case.complexities.clone_from(complexities),
            Command::Close { watch_until, .. } => {
                case.closed = true;
                case.watch_until = *watch_until;
            }
            Command::Reopen { on, .. } => {
                case.closed = false;
                case.opened_on = Some(*on);
            }
            _ => {}
        }
    }
    let stands = |case: &Standing| !case.closed || case.watch_until.is_some_and(|until| until >= on);
    cases.retain(|_, case| stands(case) && case.service == Some(Service::Mds.id()));
    cases
}

fn points(case: &Standing, on: Day) -> u32 {
    let weights = tuning::weights().unwrap();
    let phase = match (case.closed, case.opened_on.unwrap().days_to(on) < 60) {
        (true, _) => weights.watch,
        (false, true) => weights.opening,
        (false, false) => 100,
    };
    let millionths = tuning::millionths(
        &weights,
        case.support.unwrap(),
        case.children,
        phase,
        &case.complexities,
    );
    u32::try_from(millionths.unwrap() / 1_000_000).unwrap()
}

fn today() -> Day {
    Demonstration::default().today
}

#[test]
fn the_territory_has_six_services_thirty_professionals_and_two_hundred_and_fifty_households() {
    let services = acts()
        .iter()
        .filter(|act| matches!(act.wish, Wish::Organisation(organisation::Command::OpenService { .. })));
    assert_eq!(services.count(), 6);
    assert_eq!(planning::workers(acts()), 30);
    assert_eq!(planning::households(acts()), 250);
    let logins: BTreeSet<&str> = DIRECTORY.iter().map(|one| one.login).collect();
    assert_eq!(logins.len(), 30);
    let many = acts().len();
    assert!((12_000..25_000).contains(&many), "{many} commands");
}

#[test]
fn each_household_is_found_by_a_name_of_its_own() {
    let mut labels = BTreeSet::new();
    for act in acts() {
        if let Wish::Household(household::Command::Form { label, .. }) = &act.wish {
            assert!(labels.insert(label.clear().unwrap().clone()), "{:?}", label.clear());
        }
    }
    for label in [
        "Famille Besnard",
        "M. Delmas",
        "Famille Cassel",
        "Mme Okafor",
        "M. Lebrun",
        "Famille Aubert",
    ] {
        assert!(labels.contains(label), "{label}");
    }
}

#[test]
fn the_load_of_the_team_is_that_of_the_picture() {
    carried(acts(), today());
}

#[test]
fn the_load_of_the_team_is_the_same_on_another_day_and_with_other_seeds() {
    for (days, seed) in [(0, 1), (0, 2), (9, 3), (-200, 4)] {
        let today = crate::calendar::plus(today(), days);
        carried(&plan(&Demonstration { today, seed }), today);
    }
}

fn carried(acts: &[Act], today: Day) {
    let mut loads: BTreeMap<WorkerId, (u32, u32)> = BTreeMap::new();
    for case in standing(acts, today).values() {
        if let Some(referent) = case.referent {
            let load = loads.entry(referent).or_default();
            load.0 += u32::from(!case.closed);
            load.1 += points(case, today);
        }
    }
    let expected = [
        ("julie.marchand", 41, 3360),
        ("helene.vasseur", 34, 2745),
        ("nadege.petit", 38, 2925),
        ("thomas.morel", 29, 2160),
        ("bastien.colin", 33, 2600),
        ("lucie.ferrand", 16, 1215),
        ("karim.ait", 27, 1975),
    ];
    for (login, cases, points) in expected {
        assert_eq!(
            loads.remove(&worker(login)),
            Some((cases, points)),
            "{login} on {today}"
        );
    }
    assert_eq!(loads, BTreeMap::new(), "nobody else carries cases of the MDS");
    assert_eq!(expected.iter().map(|(.., points)| points).sum::<u32>(), 16_980);
    let capacity: u32 = expected
        .iter()
        .filter_map(|(login, ..)| DIRECTORY.iter().find(|one| one.login == *login))
        .map(|one| u32::from(one.working_time) * 25)
        .sum();
    assert_eq!(capacity, 15_500);
}

#[test]
fn six_months_ago_the_team_was_below_its_capacity() {
    let then = Day(jiff::civil::date(2026, 6, 1));
    let load: u32 = standing(acts(), then)
        .values()
        .filter(|case| case.referent.is_some())
        .map(|case| points(case, then))
        .sum();
    // Rounded as the view rounds it.
    assert_eq!((load * 2 + 155) / 310, 92, "{load} points");
}

#[test]
fn four_cases_wait_for_a_referent() {
    let waiting: Vec<_> = standing(acts(), today())
        .into_values()
        .filter(|case| case.referent.is_none())
        .collect();
    assert_eq!(waiting.len(), 4);
    let mut days: Vec<i32> = waiting
        .iter()
        .filter_map(|case| case.requested_on)
        .map(|on| on.days_to(today()))
        .collect();
    days.sort_unstable();
    assert_eq!(days, [2, 8, 17]);
}

#[test]
fn seven_deadlines_are_past_due_and_belong_to_four_professionals() {
    let open = standing(acts(), today());
    let mut due: BTreeMap<Uuid, (SupportCaseId, Due)> = BTreeMap::new();
    for act in acts() {
        match &act.wish {
            Wish::Deadline(deadline::Command::Set(set)) => {
                due.insert(act.stream, (set.support_case, set.due));
            }
            Wish::Deadline(deadline::Command::Meet | deadline::Command::Withdraw { .. }) => {
                due.remove(&act.stream);
            }
            _ => {}
        }
    }
    let mut late: BTreeMap<WorkerId, u32> = BTreeMap::new();
    for (case, due) in due.values() {
        if let (Due::On(on), Some(case)) = (due, open.get(&case.0))
            && *on < today()
        {
            *late.entry(case.referent.unwrap()).or_default() += 1;
        }
    }
    let expected = [
        ("julie.marchand", 3),
        ("helene.vasseur", 2),
        ("nadege.petit", 1),
        ("bastien.colin", 1),
    ];
    assert_eq!(
        late,
        expected
            .into_iter()
            .map(|(login, many)| (worker(login), many))
            .collect()
    );
}

#[test]
fn forty_three_requests_of_three_months_were_met_half_of_them_in_eleven_days() {
    let first = crate::calendar::plus(today(), -91);
    let calendar = Calendar::new(today());
    let mut waits = Vec::new();
    for (id, case) in standing(acts(), today()) {
        let Some(requested_on) = case.requested_on.filter(|on| *on >= first) else {
            continue;
        };
        let held = acts().iter().filter_map(|act| match &act.wish {
            Wish::Contact(contact::Command::Note(held)) if held.support_case.0 == id => Some(act.occurred_at),
            _ => None,
        });
        if let Some(met) = held.min() {
            let zone = jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
            waits.push(requested_on.days_to(Day::of(met, &zone)));
        }
    }
    waits.sort_unstable();
    assert_eq!(waits.len(), 43);
    assert_eq!((waits[21], waits[38]), (11, 19));
    assert_eq!(waits.iter().filter(|days| **days > 15).count(), 9);
    assert!(calendar.since(first) == 91);
}

#[test]
fn openings_of_three_months_by_town_and_domain_are_those_of_the_picture() {
    let lately = crate::calendar::plus(today(), -91);
    let mut cases: BTreeMap<Uuid, (String, BTreeSet<DomainOfLife>)> = BTreeMap::new();
    let mut towns: BTreeMap<Uuid, String> = BTreeMap::new();
    let mut homes: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    for act in acts() {
        let began = match &act.wish {
            Wish::Household(household::Command::Form { commune, .. }) => {
                towns.insert(act.stream, commune.clone().unwrap());
                continue;
            }
            Wish::SupportCase(Command::Open(opening)) => {
                homes.insert(act.stream, opening.household.unwrap().0);
                opening.opened_on
            }
            Wish::SupportCase(Command::Reopen { on, .. }) => *on,
            _ => continue,
        };
        if began >= lately {
            let town = towns[&homes[&act.stream]].clone();
            cases.insert(act.stream, (town, BTreeSet::new()));
        }
    }
    for act in acts() {
        let (case, domains) = match &act.wish {
            Wish::SupportCase(Command::Assess(one)) => (act.stream, vec![one.domain]),
            Wish::SupportCase(Command::IdentifyStrength(one) | Command::IdentifyObstacle(one)) => {
                (act.stream, one.domain.into_iter().collect())
            }
            Wish::SupportCase(Command::StartMeasure(one)) => (act.stream, vec![one.domain]),
            Wish::SupportCase(Command::RecordLifeEvent { domain, .. }) => {
                (act.stream, domain.iter().copied().collect())
            }
            Wish::Plan(
                agreed::Command::AgreeGoal {
                    support_case, domain, ..
                }
                | agreed::Command::AssignAction {
                    support_case, domain, ..
                },
            ) => (support_case.0, vec![*domain]),
            Wish::Contact(contact::Command::Note(held)) => (held.support_case.0, held.domains.clone()),
            _ => continue,
        };
        if let Some((_, touched)) = cases.get_mut(&case) {
            touched.extend(domains);
        }
    }
    let mut table: BTreeMap<(&str, DomainOfLife), u32> = BTreeMap::new();
    for (town, domains) in cases.values() {
        for domain in domains {
            *table.entry((town, *domain)).or_default() += 1;
        }
    }
    let expected = [
        (("Hautes-Rives", Budget), 3),
        (("Hautes-Rives", Parenting), 2),
        (("Saint-Aubin", Housing), 23),
        (("Saint-Aubin", Budget), 31),
        (("Saint-Aubin", Parenting), 12),
        (("Val-de-Lys", Housing), 14),
        (("Val-de-Lys", Budget), 3),
        (("Val-de-Lys", Parenting), 3),
    ];
    assert_eq!(table, expected.into_iter().collect());
}

#[test]
fn those_who_sign_in_are_in_the_directory() {
    let all = sign_ins();
    assert_eq!(all.len(), 9);
    let roles: BTreeSet<Role> = all.iter().map(|one| one.role).collect();
    assert_eq!(roles.len(), 6);
    let julie = &all[0];
    assert_eq!(
        (julie.login, julie.name, julie.worker),
        ("julie.marchand", "Julie Marchand", worker("julie.marchand"))
    );
}
