//! Why something is refused, each with the remedy that its sentence names.

use crate::Reason;

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has a day already.
    AlreadyScheduled,
    /// It has no day yet.
    NotScheduled,
    /// This kind of meeting has no rules in force that day.
    KindWithoutRules,
    /// The summons have not left.
    NotConvened,
    /// The summons have left already.
    AlreadyConvened,
    /// The preparation is not open.
    NotPrepared,
    /// The preparation is open already.
    AlreadyPreparing,
    /// The session is not open.
    NotInSession,
    /// The session is open already.
    InSession,
    /// They have not risen.
    SessionNotEnded,
    /// They have risen.
    SessionEnded,
    /// The minutes are not written.
    MinutesNotDrafted {
        /// Of how many cases.
        missing: usize,
    },
    /// The minutes are not validated.
    MinutesNotValidated,
    /// The minutes are validated: they change no more.
    MinutesValidated,
    /// The minutes were passed on to nobody.
    MinutesNotShared,
    /// It is over.
    Closed,
    /// It was given up.
    Cancelled,
    /// She is invited already.
    AlreadyInvited,
    /// She is not invited.
    NotInvited,
    /// This case is on the agenda already.
    CaseAlreadyOnAgenda,
    /// This case is not on the agenda.
    CaseNotOnAgenda,
    /// This case was put off.
    CasePutOff,
    /// Something was decided on this case: it is not put off any more.
    CaseDecided,
    /// No case is on the agenda.
    NothingOnAgenda,
    /// Nobody is invited.
    NobodyInvited,
    /// The summons leave too late for this kind of meeting.
    SummonsTooLate {
        /// The full days that are needed.
        needed: u32,
        /// The full days that are left.
        left: i32,
    },
    /// A day that has not come yet.
    DayToCome,
    /// Nothing stands in the sheet.
    NothingContributed,
    /// Of some professionals nobody knows what binds them.
    RosterIncomplete {
        /// Of how many.
        missing: usize,
    },
    /// Who presides is not there.
    ChairAbsent,
    /// Somebody without whom this kind of meeting may not be held is not there.
    CompositionIncomplete {
        /// What is missing, as sentences are keyed.
        missing: &'static str,
        /// How many are needed, or what share in hundredths.
        needed: u32,
        /// How many are there, or what share.
        there: u32,
    },
    /// Too few of those who have a voice are there.
    NoQuorum {
        /// How many are there.
        present: u32,
        /// How many are needed.
        needed: u32,
    },
    /// It is not known of some cases how the family was told.
    FamilyNotInformed {
        /// Of how many.
        cases: usize,
    },
    /// Secrecy does not bind some of those who are there, and the chair has not said that she knows.
    NotWarned {
        /// How many.
        unbound: usize,
    },
    /// This decision is written down already.
    AlreadyDecided,
    /// The date lies before the meeting.
    DueBeforeTheMeeting,
    /// A decision tells with what power, on what text and why.
    NoGround,
    /// This kind of meeting does not decide with this power.
    PowerNotOfThisKind,
    /// Who holds the power is not named.
    HolderUnnamed,
    /// A panel that decides by vote counts the votes.
    VotesNotCounted,
    /// More votes than voices.
    MoreVotesThanVoices {
        /// How many have a voice and are there.
        voices: u32,
    },
    /// The text is none of those in force for this kind of meeting.
    LegalBasisUnknown,
    /// A decision without a reason.
    NoReason,
    /// It is not said whether somebody saw it otherwise.
    DissentUnasked,
    /// A meeting that decided nothing is not closed: say so as a decision.
    NothingDecided,
    /// On some cases nothing is decided and they are not put off.
    CasesUndecided {
        /// On how many.
        cases: usize,
    },
    /// Only who presides validates.
    NotTheChair,
    /// Who wrote minutes does not validate them.
    ValidatorIsAuthor,
    /// The minutes of this case were passed on to her already.
    AlreadyShared,
    /// Under this law only those whom secrecy binds receive something.
    RecipientNotBound,
    /// There is no such decision.
    DecisionUnknown,
    /// What came of this decision is told already.
    DecisionAlreadyFollowed,
    /// What came of some decisions is not told, and they were not reviewed.
    DecisionsOpen {
        /// Of how many.
        decisions: usize,
    },
    /// She was told that day already.
    FeedbackAlreadyGiven,
    /// The decisions were reviewed that day already.
    AlreadyReviewed,
    /// The new day is not later.
    PostponedToThePast,
    /// Without quorum this kind of meeting waits longer.
    PostponedTooSoon {
        /// How many days at least.
        days: u32,
    },
    /// There was a quorum to be had: this kind of meeting has none.
    NoQuorumAsked,
    /// Why it is moved is not told in words.
    PostponedWithoutWords,
    /// These minutes do not exist: nothing can be added to them.
    NoMinutes,
}

impl Refusal {
    /// The code of its sentence, and the field of the wish that has to change, when one does.
    fn told(&self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::AlreadyScheduled => ("team_meeting.already_scheduled", None),
            Self::NotScheduled => ("team_meeting.not_scheduled", None),
            Self::KindWithoutRules => ("team_meeting.kind_without_rules", None),
            Self::NotConvened => ("team_meeting.not_convened", None),
            Self::AlreadyConvened => ("team_meeting.already_convened", None),
            Self::NotPrepared => ("team_meeting.not_prepared", None),
            Self::AlreadyPreparing => ("team_meeting.already_preparing", None),
            Self::NotInSession => ("team_meeting.not_in_session", None),
            Self::InSession => ("team_meeting.in_session", None),
            Self::SessionNotEnded => ("team_meeting.session_not_ended", None),
            Self::SessionEnded => ("team_meeting.session_over", None),
            Self::MinutesNotDrafted { .. } => ("team_meeting.minutes_not_drafted", None),
            Self::MinutesNotValidated => ("team_meeting.minutes_not_validated", None),
            Self::MinutesValidated => ("team_meeting.minutes_already_validated", None),
            Self::MinutesNotShared => ("team_meeting.minutes_not_shared", None),
            Self::Closed => ("team_meeting.closed", None),
            Self::Cancelled => ("team_meeting.given_up", None),
            Self::AlreadyInvited => ("team_meeting.already_invited", Some("participant")),
            Self::NotInvited => ("team_meeting.not_invited", Some("participant")),
            Self::CaseAlreadyOnAgenda => ("team_meeting.case_already_on_agenda", Some("support_case")),
            Self::CaseNotOnAgenda => ("team_meeting.case_not_on_agenda", Some("support_case")),
            Self::CasePutOff => ("team_meeting.case_was_put_off", None),
            Self::CaseDecided => ("team_meeting.case_decided", None),
            Self::NothingOnAgenda => ("team_meeting.nothing_on_agenda", None),
            Self::NobodyInvited => ("team_meeting.nobody_invited", None),
            Self::SummonsTooLate { .. } => ("team_meeting.summons_too_late", Some("sent_on")),
            Self::DayToCome => ("team_meeting.day_to_come", Some("on")),
            Self::NothingContributed => ("team_meeting.nothing_contributed", None),
            Self::RosterIncomplete { .. } => ("team_meeting.roster_incomplete", None),
            Self::ChairAbsent => ("team_meeting.chair_absent", None),
            Self::CompositionIncomplete { .. } => ("team_meeting.composition_incomplete", None),
            Self::NoQuorum { .. } => ("team_meeting.no_quorum", None),
            Self::FamilyNotInformed { .. } => ("team_meeting.family_not_informed", None),
            Self::NotWarned { .. } => ("team_meeting.not_warned", Some("warned")),
            Self::AlreadyDecided => ("team_meeting.already_decided", None),
            Self::DueBeforeTheMeeting => ("team_meeting.due_before_the_meeting", Some("due_on")),
            Self::NoGround => ("team_meeting.no_ground", None),
            Self::PowerNotOfThisKind => ("team_meeting.power_not_of_this_kind", Some("power")),
            Self::HolderUnnamed => ("team_meeting.holder_unnamed", Some("by")),
            Self::VotesNotCounted => ("team_meeting.votes_not_counted", Some("votes")),
            Self::MoreVotesThanVoices { .. } => ("team_meeting.more_votes_than_voices", Some("votes")),
            Self::LegalBasisUnknown => ("team_meeting.legal_basis_unknown", Some("legal_basis")),
            Self::NoReason => ("team_meeting.no_reason", Some("reasons")),
            Self::DissentUnasked => ("team_meeting.dissent_unasked", Some("dissent")),
            Self::NothingDecided => ("team_meeting.nothing_decided", None),
            Self::CasesUndecided { .. } => ("team_meeting.cases_undecided", None),
            Self::NotTheChair => ("team_meeting.not_the_chair", None),
            Self::ValidatorIsAuthor => ("team_meeting.validator_is_author", None),
            Self::AlreadyShared => ("team_meeting.already_shared", Some("with")),
            Self::RecipientNotBound => ("team_meeting.recipient_not_bound", Some("basis")),
            Self::DecisionUnknown => ("team_meeting.decision_unknown", None),
            Self::DecisionAlreadyFollowed => ("team_meeting.decision_already_followed", None),
            Self::DecisionsOpen { .. } => ("team_meeting.decisions_open", None),
            Self::FeedbackAlreadyGiven => ("team_meeting.feedback_already_given", None),
            Self::AlreadyReviewed => ("team_meeting.already_reviewed", None),
            Self::PostponedToThePast => ("team_meeting.postponed_to_the_past", Some("starts_at")),
            Self::PostponedTooSoon { .. } => ("team_meeting.postponed_too_soon", Some("starts_at")),
            Self::NoQuorumAsked => ("team_meeting.no_quorum_asked", Some("because")),
            Self::PostponedWithoutWords => ("team_meeting.postponed_without_words", Some("words")),
            Self::NoMinutes => ("team_meeting.no_minutes", None),
        }
    }
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        self.told().0
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        if let Self::SummonsTooLate { needed, left } = self {
            return vec![("needed", needed.to_string()), ("left", left.to_string())];
        }
        if let Self::CompositionIncomplete { missing, needed, there } = self {
            let (needed, there) = (needed.to_string(), there.to_string());
            return vec![("missing", (*missing).to_owned()), ("needed", needed), ("there", there)];
        }
        if let Self::NoQuorum { present, needed } = self {
            return vec![("present", present.to_string()), ("needed", needed.to_string())];
        }
        if let Self::MoreVotesThanVoices { voices } = self {
            return vec![("voices", voices.to_string())];
        }
        if let Self::PostponedTooSoon { days } = self {
            return vec![("days", days.to_string())];
        }
        if let Self::MinutesNotDrafted { missing: count }
        | Self::RosterIncomplete { missing: count }
        | Self::FamilyNotInformed { cases: count }
        | Self::CasesUndecided { cases: count }
        | Self::NotWarned { unbound: count }
        | Self::DecisionsOpen { decisions: count } = self
        {
            return vec![("count", count.to_string())];
        }
        Vec::new()
    }

    fn field(&self) -> Option<&'static str> {
        self.told().1
    }
}
