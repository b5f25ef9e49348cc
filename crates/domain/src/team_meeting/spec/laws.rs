//! The laws of team meeting, tried with random wishes: no order of commands leaves the state machine, and what is
//! validated never changes.

use super::{decision, ground, in_force, item, schedule_of, standing};
use crate::sharing::Basis;
use crate::spec::{NOW, days, few, lawful_in, maybe, one_of, texts};
use crate::team_meeting::{
    AgendaItem, Attendance, Capacity, Command, Decision, Event, FamilyInformation, Ground, Kind, NewDay, Outcome,
    Participant, Postponement, Power, Stage, TeamMeeting,
};
use crate::words::{Author, Profession, Source, WorkerId};
use crate::{Asked, Decider};
use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::proptest;
use std::collections::BTreeMap;

#[test]
fn a_meeting_obeys_the_laws_of_every_rule() {
    lawful_in::<TeamMeeting, _>(&in_force(), commands(), |command| match command {
        Command::Schedule(_)
        | Command::Invite { .. }
        | Command::AddCase(_)
        | Command::AppointChair { .. }
        | Command::SendSummons { .. }
        | Command::OpenPreparation
        | Command::Open { .. }
        | Command::RecordDecision(_)
        | Command::PutOff { .. }
        | Command::EndSession
        | Command::ValidateMinutes
        | Command::ShareMinutes { .. }
        | Command::GiveFeedback { .. }
        | Command::FollowDecision { .. }
        | Command::HoldReview { .. }
        | Command::Cancel { .. }
        | Command::Close => true,
        // Someone comes late, adds a word, writes a text anew: these are said as often as they are true.
        Command::RecordStanding { .. }
        | Command::RecordAttendance { .. }
        | Command::RecordFamilyInformation { .. }
        | Command::GiveViewpoint { .. }
        | Command::Contribute(_)
        | Command::WriteFamilySheet(_)
        | Command::BeginTurn { .. }
        | Command::RaiseHypothesis { .. }
        | Command::RecordFamilyAnswer { .. }
        | Command::DraftMinutes { .. }
        | Command::WriteAddendum { .. }
        | Command::Postpone(_) => false,
    });
}

/// The steps that a meeting may take from a stage, as `domain.md` draws them; `recorded` tells of earlier records, which
/// may leave out steps.
fn may_follow(from: Option<Stage>, to: Stage, recorded: bool) -> bool {
    let Some(from) = from else {
        return to == Stage::Scheduled;
    };
    let drawn: &[Stage] = match from {
        Stage::Scheduled => &[Stage::Convened, Stage::Preparing, Stage::Cancelled],
        Stage::Convened => &[Stage::Preparing, Stage::Scheduled, Stage::Cancelled],
        Stage::Preparing => &[Stage::InSession, Stage::Scheduled, Stage::Cancelled],
        Stage::InSession => &[Stage::Decided, Stage::SessionEnded],
        Stage::Decided => &[Stage::SessionEnded],
        Stage::SessionEnded => &[Stage::MinutesDrafted],
        Stage::MinutesDrafted => &[Stage::MinutesValidated],
        Stage::MinutesValidated => &[Stage::Distributed],
        Stage::Distributed => &[Stage::Closed],
        Stage::Closed | Stage::Cancelled => &[],
    };
    from == to || drawn.contains(&to) || recorded && from < to && from < Stage::Closed && to != Stage::Cancelled
}

/// The minutes as they stand: the last text of each case, by the number of the event that wrote it.
fn minutes_of(facts: &[Event]) -> BTreeMap<String, usize> {
    facts
        .iter()
        .enumerate()
        .filter_map(|(number, fact)| {
            if let Event::MinutesDrafted { support_case, .. } = fact {
                Some((support_case.to_string(), number))
            } else {
                None
            }
        })
        .collect()
}

fn walked(wishes: &[Asked<Command>], recorded: bool) {
    let mut state = TeamMeeting::default();
    let mut facts: Vec<Event> = Vec::new();
    let mut validated = None;
    for wish in wishes {
        let Ok(decided) = state.decide(wish) else { continue };
        for fact in decided.events {
            let from = state.stage();
            state = state.evolve(&fact);
            let to = state.stage().unwrap();
            assert!(may_follow(from, to, recorded), "{from:?} to {to:?} by {fact:?}");
            facts.push(fact);
            let minutes = minutes_of(&facts);
            if let Some(before) = &validated {
                assert_eq!(before, &minutes, "validated minutes changed");
            } else if to.keeps_its_minutes() {
                validated = Some(minutes);
            }
        }
    }
}

fn asked_in(wish: (Command, WorkerId), source: Source) -> Asked<Command> {
    let (command, worker) = wish;
    Asked {
        by: Author { worker, source },
        at: NOW,
        occurred_at: NOW,
        in_force: in_force(),
        command,
    }
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(160))]
    #[test]
    fn no_order_of_commands_leaves_the_state_machine_or_changes_validated_minutes(
        wishes in vec((on_the_way(), few()), 0..300),
    ) {
        let wishes: Vec<_> = wishes.into_iter().map(|wish| asked_in(wish, Source::Entered)).collect();
        walked(&wishes, false);
    }

    #[test]
    fn no_order_of_records_and_commands_goes_back_or_changes_validated_minutes(
        wishes in vec((on_the_way(), few(), any::<bool>()), 0..300),
    ) {
        let source = |recorded| if recorded { Source::Imported } else { Source::Entered };
        let wishes: Vec<_> = wishes
            .into_iter()
            .map(|(command, by, recorded)| asked_in((command, by), source(recorded)))
            .collect();
        walked(&wishes, true);
    }
}

/// The random wishes must come all the way, else they prove nothing.
#[test]
fn random_commands_reach_every_stage() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = vec((on_the_way(), few::<WorkerId>()), 300..301);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..100 {
        let mut state = TeamMeeting::default();
        for wish in strategy.new_tree(&mut runner).unwrap().current() {
            if let Ok(decided) = state.decide(&asked_in(wish, Source::Entered)) {
                state = crate::fold(state, &decided.events);
                reached.extend(state.stage());
            }
        }
    }
    let all: std::collections::BTreeSet<_> = Stage::ALL.into();
    assert_eq!(reached, all);
}

/// Wishes of which most fit somewhere: one case or two, three people, and texts in force.
fn on_the_way() -> BoxedStrategy<Command> {
    prop_oneof![
        6 => prop_oneof![
            Just(Command::SendSummons { sent_on: None }),
            Just(Command::OpenPreparation),
            Just(Command::Open { warned: true }),
            Just(Command::EndSession),
            Just(Command::ValidateMinutes),
            Just(Command::Close),
        ],
        1 => commands(),
        5 => prop_oneof![
            Just(Command::Schedule(schedule_of(Kind::CaseReview))),
            Just(Command::AddCase(item())),
            few().prop_map(|worker| Command::Invite {
                participant: Participant::Worker(worker),
                standing: Some(standing(Capacity::Member, Profession::SocialWorker, true)),
            }),
            few().prop_map(|worker| Command::RecordAttendance {
                participant: Participant::Worker(worker),
                attendance: Attendance::Present,
            }),
            Just(Command::RecordFamilyInformation {
                support_case: item().support_case,
                information: FamilyInformation::Present,
            }),
            few().prop_map(|decision_id| Command::RecordDecision(Decision { decision: decision_id, ..decision() })),
            Just(super::minutes()),
            few().prop_map(|worker| Command::ShareMinutes {
                support_case: item().support_case,
                with: Participant::Worker(worker),
                basis: Basis::SocialCoordination,
            }),
            Just(Command::HoldReview { on: crate::spec::day(11, 19) }),
            Just(Command::FollowDecision {
                decision: decision().decision,
                outcome: Outcome::CarriedOut,
                on: crate::spec::day(11, 19),
            }),
        ],
    ]
    .boxed()
}

fn participants() -> impl Strategy<Value = Participant> + Clone {
    prop_oneof![few().prop_map(Participant::Worker), few().prop_map(Participant::Person)]
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => before(),
        2 => during(),
        2 => after(),
    ]
}

fn before() -> impl Strategy<Value = Command> {
    let attendances = one_of(&[Attendance::Present, Attendance::Excused, Attendance::Absent]);
    let kinds = one_of(&[Kind::CaseReview, Kind::WeeklyTeam, Kind::DisabilityCommission]);
    let because = one_of(&[Postponement::NoQuorum, Postponement::FamilyAsked, Postponement::Other]);
    prop_oneof![
        kinds.prop_map(|kind| Command::Schedule(schedule_of(kind))),
        (participants(), any::<bool>()).prop_map(|(participant, bound)| Command::Invite {
            participant,
            standing: Some(standing(Capacity::Member, Profession::SocialWorker, bound)),
        }),
        participants().prop_map(|participant| Command::RecordStanding {
            participant,
            standing: standing(Capacity::Representative, Profession::Psychologist, true),
        }),
        (participants(), attendances).prop_map(|(participant, attendance)| Command::RecordAttendance {
            participant,
            attendance,
        }),
        few().prop_map(|support_case| Command::AddCase(AgendaItem { support_case, ..item() })),
        few().prop_map(|support_case| Command::RecordFamilyInformation {
            support_case,
            information: FamilyInformation::Present,
        }),
        few().prop_map(|worker| Command::AppointChair { worker }),
        Just(Command::SendSummons { sent_on: None }),
        Just(Command::OpenPreparation),
        any::<bool>().prop_map(|warned| Command::Open { warned }),
        (days(), because, maybe(texts())).prop_map(|(held_on, because, words)| {
            Command::Postpone(NewDay {
                starts_at: held_on.start(&jiff::tz::TimeZone::UTC),
                held_on,
                because,
                words,
            })
        }),
        texts().prop_map(|reason| Command::Cancel { reason }),
    ]
}

fn during() -> impl Strategy<Value = Command> {
    prop_oneof![
        (few(), participants(), texts()).prop_map(|(support_case, of, text)| Command::GiveViewpoint {
            support_case,
            of,
            text,
            on_behalf_of: None,
        }),
        (few(), few(), days(), one_of(&Power::ALL)).prop_map(|(id, support_case, due_on, power)| {
            Command::RecordDecision(Decision {
                decision: id,
                support_case,
                due_on,
                ground: Some(Ground { power, ..ground() }),
                ..decision()
            })
        }),
        (few(), texts()).prop_map(|(support_case, reason)| Command::PutOff { support_case, reason }),
        few().prop_map(|support_case| Command::BeginTurn { support_case }),
        Just(Command::Contribute(super::sheet())),
        Just(Command::EndSession),
    ]
}

fn after() -> impl Strategy<Value = Command> {
    prop_oneof![
        (few(), texts()).prop_map(|(support_case, text)| Command::DraftMinutes { support_case, text }),
        Just(Command::ValidateMinutes),
        (few(), participants(), one_of(&Basis::ALL)).prop_map(|(support_case, with, basis)| {
            Command::ShareMinutes {
                support_case,
                with,
                basis,
            }
        }),
        (few(), texts()).prop_map(|(support_case, text)| Command::WriteAddendum { support_case, text }),
        (few(), few(), days()).prop_map(|(support_case, to, on)| Command::GiveFeedback { support_case, to, on }),
        (few(), days()).prop_map(|(decision, on)| Command::FollowDecision {
            decision,
            outcome: Outcome::GivenUp,
            on,
        }),
        days().prop_map(|on| Command::HoldReview { on }),
        Just(Command::Close),
    ]
}
