//! Whether a person may be reached for reminders: agreed with her, withdrawn, or stopped by her own answer.

use super::{Command, Event, Refusal};
use crate::reminder::{Medium, Privacy, Reach};
use std::collections::BTreeSet;

/// What the rules know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// What was agreed last and stands.
    by: Option<Reach>,
    /// The ways by which she asked that no more be sent.
    stopped: BTreeSet<Medium>,
    /// The ways by which a message may put her in danger, as was said last.
    unsafe_by: BTreeSet<Medium>,
}

impl Reached {
    pub(super) fn agreed(mut self, reach: &Reach) -> Self {
        self.stopped.remove(&reach.medium);
        if reach.privacy == Privacy::Unsafe {
            self.unsafe_by.insert(reach.medium);
        } else {
            self.unsafe_by.remove(&reach.medium);
        }
        Self {
            by: Some(reach.clone()),
            ..self
        }
    }

    pub(super) fn withdrawn(self) -> Self {
        Self { by: None, ..self }
    }

    pub(super) fn stopped(mut self, medium: Medium) -> Self {
        self.stopped.insert(medium);
        Self {
            by: self.by.filter(|by| by.medium != medium),
            ..self
        }
    }

    pub(super) fn stands(&self) -> Option<&Reach> {
        self.by.as_ref()
    }
}

/// What comes of a wish about it, of somebody who has a file.
pub(super) fn decide(reached: &Reached, wish: Command) -> Result<Vec<Event>, Refusal> {
    match wish {
        Command::AgreeReach { reach, .. } if reach.hours.is_some_and(|hours| !hours.sound()) => {
            Err(Refusal::UnsoundHours)
        }
        Command::AgreeReach {
            reach,
            asked_again: false,
        } if reached.stopped.contains(&reach.medium) => Err(Refusal::Stopped),
        Command::AgreeReach {
            reach,
            asked_again: false,
        } if reach.privacy != Privacy::Unsafe && reached.unsafe_by.contains(&reach.medium) => Err(Refusal::WasUnsafe),
        Command::AgreeReach { reach, .. } => Ok(vec![Event::ReachAgreed { reach }]),
        Command::WithdrawReach if reached.by.is_none() => Err(Refusal::NotReached),
        Command::WithdrawReach => Ok(vec![Event::ReachWithdrawn]),
        // Who says it twice is heard once; what was withdrawn meanwhile stays stopped too.
        Command::StopReach { medium } if reached.stopped.contains(&medium) => Ok(Vec::new()),
        Command::StopReach { medium } => Ok(vec![Event::ReachStopped { medium }]),
        Command::Register { .. }
        | Command::CorrectName { .. }
        | Command::RecordContactDetails { .. }
        | Command::RecordIdentifier { .. } => Ok(Vec::new()),
    }
}
