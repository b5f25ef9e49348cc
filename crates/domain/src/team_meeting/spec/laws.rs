//! The laws of team meeting, tried with random wishes.

use super::{decision, item, schedule};
use crate::spec::{days, few, lawful, one_of, texts};
use crate::team_meeting::{AgendaItem, Attendance, Command, Decision, Participant, TeamMeeting};
use proptest::prelude::{Just, Strategy, prop_oneof};

#[test]
fn a_meeting_obeys_the_laws_of_every_rule() {
    lawful::<TeamMeeting, _>(commands(), |command| match command {
        Command::Schedule(_)
        | Command::Invite { .. }
        | Command::AddCase(_)
        | Command::RecordDecision(_)
        | Command::Close => true,
        // Someone comes late, someone adds a word: these are said as often as they are true.
        Command::RecordAttendance { .. } | Command::GiveViewpoint { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let participants = || prop_oneof![few().prop_map(Participant::Worker), few().prop_map(Participant::Person)];
    let attendances = one_of(&[Attendance::Present, Attendance::Excused, Attendance::Absent]);
    prop_oneof![
        2 => Just(Command::Schedule(schedule())),
        2 => participants().prop_map(|participant| Command::Invite { participant }),
        1 => (participants(), attendances).prop_map(|(participant, attendance)| Command::RecordAttendance {
            participant,
            attendance,
        }),
        2 => few().prop_map(|support_case| Command::AddCase(AgendaItem { support_case, ..item() })),
        1 => (few(), participants(), texts())
            .prop_map(|(support_case, of, text)| Command::GiveViewpoint {
                support_case,
                of,
                text,
                on_behalf_of: None,
            }),
        3 => (few(), few(), days()).prop_map(|(id, support_case, due_on)| Command::RecordDecision(Decision {
            decision: id,
            support_case,
            ..decision(due_on)
        })),
        1 => Just(Command::Close),
    ]
}
