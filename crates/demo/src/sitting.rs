//! What surrounds a meeting: as what each sits there, who was told, on what a decision rests, and what follows the session.

use crate::territory::posted;
use domain::sharing::Basis;
use domain::team_meeting::{Attendance, Capacity, Command, FamilyInformation, Ground, Participant, Power, Standing};
use domain::words::{Day, SupportCaseId, Text, WorkerId};

/// As what someone sits there, and what binds her: from the directory, or as the family.
pub(crate) fn standing(participant: Participant) -> Option<Standing> {
    match participant {
        Participant::Person(_) => Some(Standing {
            capacity: Capacity::Family,
            profession: None,
            service: None,
            bound_by_secrecy: None,
        }),
        Participant::Worker(worker) => posted(worker).map(|post| Standing {
            capacity: Capacity::Member,
            profession: Some(post.profession),
            service: Some(post.service.id()),
            bound_by_secrecy: Some(post.bound_by_secrecy),
        }),
    }
}

/// An invitation of someone of the directory or of the family.
pub(crate) fn invite(participant: Participant) -> Command {
    Command::Invite {
        participant,
        standing: standing(participant),
    }
}

/// Someone came.
pub(crate) fn present(participant: Participant) -> Command {
    Command::RecordAttendance {
        participant,
        attendance: Attendance::Present,
    }
}

/// The summons, what the families were told, and the preparation.
pub(crate) fn prepared(sent_on: Day, told: &[(SupportCaseId, WorkerId)]) -> Vec<Command> {
    let informed = told.iter().map(|(support_case, by)| Command::RecordFamilyInformation {
        support_case: *support_case,
        information: FamilyInformation::Informed { on: sent_on, by: *by },
    });
    let summons = Command::SendSummons { sent_on: Some(sent_on) };
    [summons]
        .into_iter()
        .chain(informed)
        .chain([Command::OpenPreparation])
        .collect()
}

/// On what a decision rests about which everybody agreed.
pub(crate) fn ground(power: Power, reason: Text) -> Ground {
    Ground {
        power,
        by: None,
        legal_basis: "casf_l121_6_2".to_owned(),
        reasons: vec![reason],
        undisputed: true,
    }
}

/// To whom the minutes go: the person receives what is hers, and those whom secrecy binds what they need to act.
pub(crate) fn shares(support_case: SupportCaseId, table: &[Participant]) -> Vec<Command> {
    let share = |with: &Participant| {
        let basis = match *with {
            Participant::Person(_) => Basis::PersonRequest,
            Participant::Worker(worker) if posted(worker).is_some_and(|post| post.bound_by_secrecy) => {
                Basis::SocialCoordination
            }
            Participant::Worker(_) => return None,
        };
        Some(Command::ShareMinutes {
            support_case,
            with: *with,
            basis,
        })
    };
    table.iter().filter_map(share).collect()
}
