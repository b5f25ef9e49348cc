//! What follows a session: minutes that are written, validated and passed on, and decisions that are followed to an end.

use super::decision::Outcome;
use super::facts::Event;
use super::people::Participant;
use super::refusal::Refusal;
use super::sitting::{Sitting, Turn};
use super::steps::{Answer, Circumstances, one};
use crate::sharing::Basis;
use crate::words::{Day, DecisionId, PersonId, SupportCaseId, Text, WorkerId};
use sealed::Compartment;
use std::collections::BTreeSet;

impl Sitting {
    pub(super) fn draft_minutes(&self, support_case: SupportCaseId, text: Text, author: WorkerId) -> Answer {
        if !self.agenda.contains_key(&support_case) {
            return Err(Refusal::CaseNotOnAgenda);
        }
        one(Event::MinutesDrafted {
            support_case,
            author,
            text,
        })
    }

    /// Who presides validates, and never what she wrote herself: a second pair of eyes is what makes minutes hold.
    pub(super) fn validate_minutes(&self, asked: &Circumstances<'_>) -> Answer {
        let by = asked.by;
        let unwritten = |turn: &&Turn| turn.authors.is_empty() && !turn.put_off;
        let missing = self.agenda.values().filter(unwritten).count();
        if asked.rules.is_some() && missing > 0 || self.agenda.values().all(|turn| turn.authors.is_empty()) {
            let missing = missing.max(1);
            return Err(Refusal::MinutesNotDrafted { missing });
        }
        if asked.rules.is_some() {
            if by != self.chair {
                return Err(Refusal::NotTheChair);
            }
            if self.agenda.values().any(|turn| turn.authors.contains(&by)) {
                return Err(Refusal::ValidatorIsAuthor);
            }
        }
        one(Event::MinutesValidated { by })
    }

    /// A case whose minutes are written.
    fn minuted(&self, support_case: SupportCaseId) -> Result<&Turn, Refusal> {
        let turn = self.agenda.get(&support_case).ok_or(Refusal::CaseNotOnAgenda)?;
        if turn.authors.is_empty() {
            Err(Refusal::NoMinutes)
        } else {
            Ok(turn)
        }
    }

    pub(super) fn share_minutes(
        &self,
        support_case: SupportCaseId,
        with: Participant,
        basis: Basis,
        asked: &Circumstances<'_>,
    ) -> Answer {
        if self.minuted(support_case)?.shared_with.contains(&with) {
            return Err(Refusal::AlreadyShared);
        }
        asked.under(|_rules| self.may_receive(with, basis))?;
        one(Event::MinutesShared {
            support_case,
            with,
            basis,
        })
    }

    /// Whether someone may receive minutes under this law: between professionals, only those whom secrecy binds.
    fn may_receive(&self, with: Participant, basis: Basis) -> Result<(), Refusal> {
        let place = self.place(with).ok_or(Refusal::NotInvited)?;
        let bound = place
            .standing
            .is_some_and(|standing| standing.bound_by_secrecy == Some(true));
        if basis.binds_recipients(&told_in_minutes()) && !bound {
            Err(Refusal::RecipientNotBound)
        } else {
            Ok(())
        }
    }

    /// Validated minutes stay as they are; what is added stands beside them, with its own author and day.
    pub(super) fn add_to_minutes(&self, support_case: SupportCaseId, text: Text, author: WorkerId) -> Answer {
        self.minuted(support_case)?;
        one(Event::AddendumWritten {
            support_case,
            author,
            text,
        })
    }

    pub(super) fn give_feedback(
        &self,
        support_case: SupportCaseId,
        to: PersonId,
        on: Day,
        asked: &Circumstances<'_>,
    ) -> Answer {
        asked.past(on)?;
        let turn = self.agenda.get(&support_case).ok_or(Refusal::CaseNotOnAgenda)?;
        if turn.feedback.get(&to) == Some(&on) {
            return Err(Refusal::FeedbackAlreadyGiven);
        }
        one(Event::FeedbackGiven { support_case, to, on })
    }

    pub(super) fn follow(&self, decision: DecisionId, outcome: Outcome, on: Day, asked: &Circumstances<'_>) -> Answer {
        asked.past(on)?;
        if !self.decisions.contains(&decision) {
            return Err(Refusal::DecisionUnknown);
        }
        if self.outcomes.contains_key(&decision) {
            return Err(Refusal::DecisionAlreadyFollowed);
        }
        one(Event::DecisionFollowed { decision, outcome, on })
    }

    pub(super) fn review(&self, on: Day, asked: &Circumstances<'_>) -> Answer {
        asked.past(on)?;
        if self.reviews.contains(&on) {
            return Err(Refusal::AlreadyReviewed);
        }
        one(Event::ReviewHeld { on })
    }

    /// Each decision was followed to its end, or all were reviewed together. An earlier record tells that a meeting is over
    /// and nothing of minutes: that is how it was kept then.
    pub(super) fn close(&self, asked: &Circumstances<'_>) -> Answer {
        if asked.rules.is_none() {
            return if self.decisions.is_empty() {
                Err(Refusal::NothingDecided)
            } else {
                one(Event::Closed)
            };
        }
        let open = |decision: &&DecisionId| !self.outcomes.contains_key(*decision);
        let decisions = self.decisions.iter().filter(open).count();
        if decisions > 0 && self.reviews.is_empty() {
            Err(Refusal::DecisionsOpen { decisions })
        } else {
            one(Event::Closed)
        }
    }
}

/// What minutes tell, as far as secrecy goes: more than who acts and when. Whoever receives them receives this and nothing
/// of another compartment.
#[must_use]
pub fn told_in_minutes() -> BTreeSet<Compartment> {
    BTreeSet::from([Compartment::Social])
}
