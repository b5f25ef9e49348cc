//! The family of the pictures, as the pictures show it.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one command among many")]

use super::acts;
use crate::act::{Act, Wish};
use crate::territory::worker;
use domain::household::{self, Kinship};
use domain::support_case::{self, Support};
use domain::words::DomainOfLife::{self, Budget, Employment, Health, Housing, Network, Parenting, School};
use domain::words::{Day, Due, Text, Voice};
use domain::{contact, deadline, financial_aid, plan, team_meeting};
use jiff::civil::date;

/// The acts of the family's lane.
fn family() -> impl Iterator<Item = &'static Act> {
    acts().iter().filter(|act| act.lane == 1)
}

fn asked() -> impl Iterator<Item = (&'static Act, &'static support_case::Command)> {
    family().filter_map(|act| match &act.wish {
        Wish::SupportCase(command) => Some((act, command)),
        _ => None,
    })
}

fn read(text: &Text) -> String {
    text.clear().unwrap().replace(['\u{202F}', '\u{A0}'], " ")
}

fn day(year: i16, month: i8, day: i8) -> Day {
    Day(date(year, month, day))
}

#[test]
fn her_words_and_those_of_ines_are_kept_as_they_were_said() {
    let stories: Vec<_> = asked()
        .filter_map(|(_, command)| match command {
            support_case::Command::RecordStory(story) => Some((read(&story.words), story.read_back_on)),
            _ => None,
        })
        .collect();
    let hers = "Je veux garder l’appartement pour que les enfants restent dans leur école. Si quelqu’un prend Tom le \
                matin, je travaille dès janvier.";
    assert_eq!(stories.last(), Some(&(hers.to_owned(), Some(day(2026, 11, 12)))));
    assert!(stories.iter().any(|(words, _)| words == "Je veux garder ma maîtresse."));
}

#[test]
fn each_thread_ends_where_the_picture_shows_it() {
    let expected: [(DomainOfLife, u8, u8, &str, &str); 6] = [
        (
            Housing,
            2,
            1,
            "J’ai peur d’ouvrir le courrier.",
            "6 loyers impayés, 1 896 €. Audience le 14 janvier.",
        ),
        (
            Budget,
            2,
            2,
            "Le 15 du mois, il n’y a plus rien.",
            "Reste à vivre : 7,40 € par jour et par personne.",
        ),
        (
            Employment,
            4,
            3,
            "Ce travail, je le veux.",
            "Embauche promise : cuisine centrale, 30 h, le 4 janvier.",
        ),
        (
            Parenting,
            4,
            4,
            "Le soir, on lit tous les trois.",
            "Rythme stable. Garde de Tom à trouver le matin.",
        ),
        (
            School,
            5,
            4,
            "La maîtresse me dit bonjour.",
            "Assiduité sans faille. Cantine : 186 € dus.",
        ),
        (
            Network,
            3,
            4,
            "Ma mère, je n’ose pas demander.",
            "Grand-mère à 12 km, disponible le mercredi.",
        ),
    ];
    for (domain, hers, ours, says, seen) in expected {
        for (voice, level, words) in [(Voice::Person, hers, says), (Voice::Worker, ours, seen)] {
            let last = asked()
                .filter_map(|(_, command)| match command {
                    support_case::Command::Assess(one) if one.domain == domain && one.voice == voice => Some(one),
                    _ => None,
                })
                .last()
                .unwrap();
            assert_eq!(last.level.map(u8::from), Some(level), "{domain:?} {voice:?}");
            assert_eq!(read(last.words.as_ref().unwrap()), words);
        }
    }
}

#[test]
fn three_items_of_health_are_reserved_over_three_years() {
    let years: Vec<_> = asked()
        .filter_map(|(act, command)| match command {
            support_case::Command::Assess(one) if one.domain == Health => {
                Some(act.occurred_at.to_string()[..4].to_owned())
            }
            _ => None,
        })
        .collect();
    assert_eq!(years, ["2021", "2023", "2024"]);
}

#[test]
fn referents_follow_each_other_with_four_months_without() {
    let spells: Vec<_> = asked()
        .filter_map(|(act, command)| match command {
            support_case::Command::AppointReferent { worker } => Some((act.occurred_at, Some(*worker))),
            support_case::Command::HandOver { to, .. } => Some((act.occurred_at, Some(*to))),
            support_case::Command::StandDown => Some((act.occurred_at, None)),
            _ => None,
        })
        .map(|(at, who)| (at.to_string()[..7].to_owned(), who))
        .collect();
    let who = |login| Some(worker(login));
    assert_eq!(
        spells,
        [
            ("2020-11".to_owned(), who("anne.delcourt")),
            ("2022-06".to_owned(), None),
            ("2022-10".to_owned(), who("pierre.lacaze")),
            ("2024-03".to_owned(), who("julie.marchand")),
        ]
    );
}

#[test]
fn the_link_was_lost_once_for_seven_months_and_nowhere_else() {
    let mut held: Vec<_> = family()
        .filter(|act| matches!(act.wish, Wish::Contact(contact::Command::Note(_))))
        .map(|act| act.occurred_at)
        .collect();
    held.sort_unstable();
    let gaps: Vec<i64> = held
        .windows(2)
        .map(|pair| pair[1].duration_since(pair[0]).as_hours() / 24)
        .filter(|days| *days > 134)
        .collect();
    assert_eq!(gaps, [213], "silences in days");
}

#[test]
fn measures_have_the_names_of_the_timeline() {
    let labels: Vec<_> = asked()
        .filter_map(|(_, command)| match command {
            support_case::Command::StartMeasure(measure) => Some(read(&measure.label)),
            _ => None,
        })
        .collect();
    assert_eq!(
        labels,
        [
            "Hôtel",
            "Suivi PMI",
            "Locataire, Habitat du Val",
            "CDD cantine",
            "MASP",
            "AED",
            "RASED",
            "Le Relais",
            "Chantier",
            "CM1 et GS",
            "Contrat"
        ]
    );
}

#[test]
fn what_is_due_is_due_on_the_days_of_the_picture() {
    let mut due: Vec<_> = family()
        .filter_map(|act| match &act.wish {
            Wish::Deadline(deadline::Command::Set(set)) => match set.due {
                Due::On(on) => Some((on, read(set.label.as_ref().unwrap()))),
                Due::At(_) => None,
            },
            _ => None,
        })
        .collect();
    due.sort();
    let expected = [
        (day(2026, 11, 30), "Réponse à l’employeur"),
        (day(2026, 12, 4), "FSL"),
        (day(2027, 1, 14), "Audience au tribunal"),
        (day(2027, 2, 19), "Revue"),
        (day(2027, 3, 3), "Fin du contrat RSA"),
    ];
    assert_eq!(due, expected.map(|(on, label)| (on, label.to_owned())));
}

#[test]
fn what_came_of_the_money_that_was_asked_for_is_told_and_one_request_still_waits() {
    let told: Vec<_> = family()
        .filter_map(|act| match &act.wish {
            Wish::FinancialAid(financial_aid::Command::Request(asked)) => {
                Some((asked.on, asked.amount.clear().unwrap().cents(), waits_for_nothing(act)))
            }
            _ => None,
        })
        .collect();
    let expected = [
        (day(2022, 11, 21), 28_000, true),
        (day(2023, 4, 3), 15_000, true),
        (day(2025, 3, 10), 60_000, true),
        (day(2026, 6, 5), 32_000, true),
        (day(2026, 11, 12), 18_040, false),
    ];
    assert_eq!(told, expected);
}

/// Whether anything came after a request.
fn waits_for_nothing(request: &Act) -> bool {
    family().any(|act| act.stream == request.stream && act.command != request.command)
}

#[test]
fn what_carries_and_what_blocks_are_three_each() {
    let named = |carries: bool| -> Vec<String> {
        asked()
            .filter_map(|(_, command)| match command {
                support_case::Command::IdentifyStrength(one) if carries => Some(read(&one.text)),
                support_case::Command::IdentifyObstacle(one) if !carries => Some(read(&one.text)),
                _ => None,
            })
            .collect()
    };
    assert_eq!(
        named(true),
        ["Elle vient toujours", "Un emploi promis", "Sa mère, le mercredi"]
    );
    assert_eq!(
        named(false),
        ["Le courrier fait peur", "La garde à 6 h 30", "Le FSL à demander"]
    );
}

#[test]
fn the_meeting_of_the_day_has_three_decisions_and_goes_on() {
    let (meeting, item) = family()
        .find_map(|act| match &act.wish {
            Wish::TeamMeeting(team_meeting::Command::AddCase(item)) if item.minutes == 45 => Some((act.stream, item)),
            _ => None,
        })
        .unwrap();
    let question =
        "Comment garder le logement avant l’audience du 14 janvier, et rendre possible l’embauche du 4 janvier ?";
    assert_eq!(read(&item.question), question);
    assert_eq!(item.starts_at.to_string(), "2026-11-19T09:05:00Z");
    let asked: Vec<_> = family()
        .filter(|act| act.stream == meeting)
        .filter_map(|act| match &act.wish {
            Wish::TeamMeeting(command) => Some(command),
            _ => None,
        })
        .collect();
    let decisions: Vec<_> = asked
        .iter()
        .filter_map(|command| match command {
            team_meeting::Command::RecordDecision(one) => Some((read(&one.text), one.due_on)),
            _ => None,
        })
        .collect();
    assert_eq!(
        decisions,
        [
            (
                "Plan d’apurement : 60 € par mois dès le 5 décembre".to_owned(),
                day(2026, 11, 27)
            ),
            (
                "Demande au FSL pour rester dans le logement : 1 200 €".to_owned(),
                day(2026, 12, 4)
            ),
            ("Cantine : nouveau tarif et dette étalée".to_owned(), day(2026, 11, 30)),
        ]
    );
    assert!(
        !asked
            .iter()
            .any(|command| matches!(command, team_meeting::Command::Close))
    );
    let agenda = asked
        .iter()
        .filter(|command| matches!(command, team_meeting::Command::AddCase(_)));
    assert_eq!(agenda.count(), 3);
    let views = asked
        .iter()
        .filter(|command| matches!(command, team_meeting::Command::GiveViewpoint { .. }));
    assert_eq!(views.count(), 3);
}

#[test]
fn the_synthesis_of_2023_tied_four_threads_with_five_decisions() {
    let mut domains: Vec<DomainOfLife> = Vec::new();
    let mut decisions = 0;
    for act in family() {
        if let Wish::TeamMeeting(team_meeting::Command::RecordDecision(one)) = &act.wish
            && act.occurred_at.to_string().starts_with("2023-09-12")
        {
            decisions += 1;
            domains.extend(&one.domains);
        }
    }
    domains.sort_unstable();
    domains.dedup();
    assert_eq!((decisions, domains), (5, vec![Budget, Parenting, School, Network]));
}

#[test]
fn the_father_and_the_grandmother_live_elsewhere() {
    let kin: Vec<_> = family()
        .filter_map(|act| match &act.wish {
            Wish::Household(household::Command::DeclareKinship { kinship, note, .. }) => {
                Some((*kinship, read(note.as_ref().unwrap())))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        kin,
        [
            (Kinship::Father, "un week-end sur deux".to_owned()),
            (Kinship::Grandparent, "à 12 km".to_owned())
        ]
    );
}

#[test]
fn the_case_opens_in_november_2020_and_weighs_what_the_load_counts() {
    let opening = asked()
        .find_map(|(_, command)| match command {
            support_case::Command::Open(opening) => Some(opening),
            _ => None,
        })
        .unwrap();
    assert_eq!(
        (opening.opened_on, opening.support),
        (day(2020, 11, 9), Support::Generalist)
    );
    assert_eq!(read(&opening.label), "Famille Besnard");
}

#[test]
fn julie_marchand_looked_at_this_case_on_3_october() {
    let visit = crate::last_visit(&crate::Demonstration::default());
    assert_eq!((visit.on, visit.worker), (day(2026, 10, 3), worker("julie.marchand")));
    assert!(asked().all(|(act, _)| act.stream == visit.support_case.0));
}

#[test]
fn the_next_steps_of_the_threads_are_in_the_plan() {
    let open: Vec<_> = family()
        .filter_map(|act| match &act.wish {
            Wish::Plan(plan::Command::AssignAction { what, due_on, .. }) => Some((read(what), *due_on)),
            _ => None,
        })
        .filter(|(_, due)| due.is_none_or(|due| due > day(2026, 11, 19)))
        .collect();
    assert_eq!(
        open,
        [
            ("Plan d’apurement à signer".to_owned(), Some(day(2026, 11, 27))),
            ("Dette de cantine à étaler".to_owned(), Some(day(2026, 11, 30))),
            ("Garde de Tom, dès 6 h 30".to_owned(), Some(day(2026, 11, 27))),
            ("Demande au FSL".to_owned(), Some(day(2026, 12, 4))),
            ("Mercredis chez la grand-mère".to_owned(), None),
        ]
    );
}
