//! A document of a case: a piece that is asked for once, deposited, renewed when it ends, or taken back. What it holds lies
//! beside the log, sealed; here stands what is known of it.

mod piece;

pub use piece::{About, Held, Kind, MediaType};

use crate::words::{ContentId, Day, DomainOfLife, Source, SupportCaseId, Text};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The names that requests take: who looked at the same case asks for the same turn, and one of them wins.
pub const ASKED: &str = "document.asked";

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The case.
    pub support_case: SupportCaseId,
    /// Whom it is about.
    pub about: About,
    /// What it is.
    pub kind: Kind,
    /// Its domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// Who is to bring it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Text>,
    /// The last day that is in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
}

/// What is deposited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// The case.
    pub support_case: SupportCaseId,
    /// Whom it is about.
    pub about: About,
    /// What it is.
    pub kind: Kind,
    /// Its domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainOfLife>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The last day on which it is good, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// What is held of it.
    pub held: Held,
}

/// What takes the place of what was deposited before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The last day on which it is good, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// What is held of it.
    pub held: Held,
}

/// The pieces of one kind about the same that a case has, as they were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How often one was asked for.
    pub asked: u64,
    /// Those that stand.
    pub pieces: Vec<Piece>,
    /// Whether one that is good lies in another case that is open to who asks.
    pub elsewhere: bool,
}

/// A piece that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It is asked for, and not there yet.
    Awaited,
    /// It is there.
    There {
        /// The last day on which it is good, when it ends.
        valid_until: Option<Day>,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Asks for it.
    Request {
        /// What is asked for.
        request: Request,
        /// What the case has of it. What the server saw is no part of the wish.
        #[serde(skip)]
        seen: Seen,
    },
    /// Deposits it.
    Deposit {
        /// What is deposited.
        deposit: Deposit,
        /// Where its content lies: each trial of the same wish lays it down anew.
        #[serde(skip, default = "nowhere")]
        content: ContentId,
    },
    /// Puts a newer one in its place.
    Renew {
        /// What takes its place.
        renewal: Renewal,
        /// Where its content lies.
        #[serde(skip, default = "nowhere")]
        content: ContentId,
    },
    /// Takes it back, or no longer asks for it.
    Withdraw {
        /// Why.
        reason: Text,
    },
}

fn nowhere() -> ContentId {
    ContentId(Uuid::nil())
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was asked for.
    Requested(Request),
    /// It was deposited.
    Deposited {
        /// What was deposited.
        deposit: Deposit,
        /// Where its content lies.
        content: ContentId,
    },
    /// A newer one took its place.
    Renewed {
        /// What took its place.
        renewal: Renewal,
        /// Where its content lies.
        content: ContentId,
    },
    /// It was taken back, or is no longer asked for.
    Withdrawn {
        /// Why.
        reason: Text,
    },
}

impl Event {
    /// The content that it laid down.
    #[must_use]
    pub fn content(&self) -> Option<ContentId> {
        match self {
            Self::Deposited { content, .. } | Self::Renewed { content, .. } => Some(*content),
            Self::Requested(_) | Self::Withdrawn { .. } => None,
        }
    }
}

impl Fact for Event {
    const CAPABILITY: &'static str = "document";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Such a piece is there, and good without end.
    AlreadyThere,
    /// Such a piece is there, and good for a while.
    AlreadyThereUntil {
        /// Until this day.
        valid_until: Day,
    },
    /// Such a piece is there, and good, in another case that is open to who asks.
    ThereElsewhere,
    /// Such a piece is asked for already.
    AlreadyAsked,
    /// This document was asked for or deposited already.
    AlreadyKnown,
    /// What is deposited is not what was asked for.
    AnotherPiece,
    /// What is asked for now is not answered by what is good no more.
    AlreadyOver,
    /// Nothing was deposited.
    NotThere,
    /// It was taken back.
    Withdrawn,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyThere => "document.already_there",
            Self::AlreadyThereUntil { .. } => "document.already_there_until",
            Self::ThereElsewhere => "document.there_elsewhere",
            Self::AlreadyAsked => "document.already_asked",
            Self::AlreadyKnown => "document.already_known",
            Self::AnotherPiece => "document.another_piece",
            Self::AlreadyOver => "document.already_over",
            Self::NotThere => "document.not_there",
            Self::Withdrawn => "document.withdrawn",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        if let Self::AlreadyThereUntil { valid_until } = self {
            // As it is written on papers, in both languages: what is a number alone would be told as a count.
            return vec![("date", valid_until.0.strftime("%d/%m/%Y").to_string())];
        }
        Vec::new()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::AlreadyThere
            | Self::AlreadyThereUntil { .. }
            | Self::ThereElsewhere
            | Self::AlreadyAsked
            | Self::AnotherPiece => Some("kind"),
            Self::AlreadyOver => Some("valid_until"),
            Self::AlreadyKnown | Self::NotThere | Self::Withdrawn => None,
        }
    }
}

/// How it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Document {
    /// Nobody spoke of it.
    #[default]
    Unknown,
    /// It is asked for.
    Awaited(Wanted),
    /// It is there.
    There,
    /// It was taken back.
    Withdrawn,
}

/// What is asked for, as far as what comes is held against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    support_case: SupportCaseId,
    about: About,
    kind: Kind,
    domain: Option<DomainOfLife>,
}

impl Decider for Document {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match (&asked.command, self) {
            (Command::Request { request, seen }, Self::Unknown) => request_of(asked, request, seen),
            (Command::Deposit { deposit, content }, Self::Unknown) => Ok(deposited(deposit, *content)),
            (Command::Deposit { deposit, content }, Self::Awaited(wanted)) => {
                if *wanted != Wanted::of_deposit(deposit) {
                    return Err(Refusal::AnotherPiece);
                }
                still_good(asked, deposit.valid_until)?;
                Ok(deposited(deposit, *content))
            }
            (Command::Request { .. }, Self::Awaited(_) | Self::There) | (Command::Deposit { .. }, Self::There) => {
                Err(Refusal::AlreadyKnown)
            }
            (Command::Renew { renewal, content }, Self::There) => {
                still_good(asked, renewal.valid_until)?;
                Ok(vec![Event::Renewed {
                    renewal: renewal.clone(),
                    content: *content,
                }]
                .into())
            }
            (Command::Renew { .. }, Self::Unknown | Self::Awaited(_)) | (Command::Withdraw { .. }, Self::Unknown) => {
                Err(Refusal::NotThere)
            }
            (Command::Withdraw { reason }, Self::Awaited(_) | Self::There) => {
                Ok(vec![Event::Withdrawn { reason: reason.clone() }].into())
            }
            (
                Command::Request { .. } | Command::Deposit { .. } | Command::Renew { .. } | Command::Withdraw { .. },
                Self::Withdrawn,
            ) => Err(Refusal::Withdrawn),
        }
    }

    fn evolve(self, event: &Event) -> Self {
        match event {
            Event::Requested(request) => Self::Awaited(Wanted::of_request(request)),
            Event::Deposited { .. } | Event::Renewed { .. } => Self::There,
            Event::Withdrawn { .. } => Self::Withdrawn,
        }
    }
}

impl Wanted {
    fn of_request(request: &Request) -> Self {
        Self {
            support_case: request.support_case,
            about: request.about,
            kind: request.kind,
            domain: request.domain,
        }
    }

    fn of_deposit(deposit: &Deposit) -> Self {
        Self {
            support_case: deposit.support_case,
            about: deposit.about,
            kind: deposit.kind,
            domain: deposit.domain,
        }
    }
}

/// Asked once: what is good is not asked for again, nor what is asked for already.
fn request_of(asked: &Asked<Command>, request: &Request, seen: &Seen) -> Result<Decided<Event>, Refusal> {
    let requested = Event::Requested(request.clone());
    if !request.kind.asked_once() {
        return Ok(vec![requested].into());
    }
    for piece in &seen.pieces {
        match piece {
            Piece::Awaited => return Err(Refusal::AlreadyAsked),
            Piece::There { valid_until: None } => return Err(Refusal::AlreadyThere),
            Piece::There {
                valid_until: Some(valid_until),
            } if asked.in_force.on.is_none_or(|today| *valid_until >= today) => {
                return Err(Refusal::AlreadyThereUntil {
                    valid_until: *valid_until,
                });
            }
            Piece::There { valid_until: Some(_) } => {}
        }
    }
    if seen.elsewhere {
        return Err(Refusal::ThereElsewhere);
    }
    let about = match request.about {
        About::Person(person) => person.to_string(),
        About::Household => "household".to_owned(),
    };
    // Who may not know of what was asked elsewhere counts other turns: the names of two compartments never meet.
    let (case, kind, turn) = (request.support_case, request.kind.code(), seen.asked.saturating_add(1));
    let lies_in = request.kind.compartment(request.domain).number();
    Ok(Decided::from(vec![requested]).reserving(ASKED, format!("{case}:{about}:{kind}:{lies_in}:{turn}")))
}

fn deposited(deposit: &Deposit, content: ContentId) -> Decided<Event> {
    vec![Event::Deposited {
        deposit: deposit.clone(),
        content,
    }]
    .into()
}

/// Refuses what is over when somebody deposits it now, in the place of what is needed.
fn still_good(asked: &Asked<Command>, valid_until: Option<Day>) -> Result<(), Refusal> {
    let over = valid_until
        .zip(asked.in_force.on)
        .is_some_and(|(until, today)| until < today);
    if over && asked.by.source == Source::Entered {
        Err(Refusal::AlreadyOver)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod spec;
