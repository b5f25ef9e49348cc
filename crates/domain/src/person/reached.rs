//! Whether a person may be reached for reminders: agreed with her, withdrawn, or stopped by her own answer.

use super::{Command, Event, Refusal};
use crate::reminder::Medium;

/// What the rules know of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    by: Option<Medium>,
    sms_stopped: bool,
    email_stopped: bool,
}

impl Reached {
    pub(super) fn agreed(self, medium: Medium) -> Self {
        self.with(medium, false, Some(medium))
    }

    pub(super) fn withdrawn(self) -> Self {
        Self { by: None, ..self }
    }

    pub(super) fn stopped(self, medium: Medium) -> Self {
        self.with(medium, true, self.by.filter(|by| *by != medium))
    }

    fn with(self, medium: Medium, stopped: bool, by: Option<Medium>) -> Self {
        match medium {
            Medium::Sms => Self {
                by,
                sms_stopped: stopped,
                ..self
            },
            Medium::Email => Self {
                by,
                email_stopped: stopped,
                ..self
            },
        }
    }

    pub(super) fn is_by(self, medium: Medium) -> bool {
        self.by == Some(medium)
    }

    fn is_stopped(self, medium: Medium) -> bool {
        match medium {
            Medium::Sms => self.sms_stopped,
            Medium::Email => self.email_stopped,
        }
    }
}

/// What comes of a wish about it, of somebody who has a file.
pub(super) fn decide(reached: Reached, wish: Command) -> Result<Vec<Event>, Refusal> {
    match wish {
        Command::AgreeReach { reach, .. } if reach.hours.is_some_and(|hours| !hours.sound()) => {
            Err(Refusal::UnsoundHours)
        }
        Command::AgreeReach {
            reach,
            asked_again: false,
        } if reached.is_stopped(reach.medium) => Err(Refusal::Stopped),
        Command::AgreeReach { reach, .. } => Ok(vec![Event::ReachAgreed { reach }]),
        Command::WithdrawReach if reached.by.is_none() => Err(Refusal::NotReached),
        Command::WithdrawReach => Ok(vec![Event::ReachWithdrawn]),
        // Who says it twice is heard once; what was withdrawn meanwhile stays stopped too.
        Command::StopReach { medium } if reached.is_stopped(medium) => Ok(Vec::new()),
        Command::StopReach { medium } => Ok(vec![Event::ReachStopped { medium }]),
        Command::Register { .. }
        | Command::CorrectName { .. }
        | Command::RecordContactDetails { .. }
        | Command::RecordIdentifier { .. } => Ok(Vec::new()),
    }
}
