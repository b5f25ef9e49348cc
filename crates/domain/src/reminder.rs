//! Reminders of appointments: how a person may be reached, when she is reminded, and what came of each message.
//!
//! No reminder is a stream of its own. How she may be reached stands in the stream of the person; a reminder is taken
//! (claimed) and settled in the stream of the appointment, so that one that was moved or given up meanwhile is not
//! reminded at its old time, and no reminder is taken twice, by however many servers.

mod schedule;
mod taken;

pub use schedule::{Attempt, Looking, Meant, Notice, Standing, due, notices, standing};
pub use taken::{Taken, settles};

use crate::words::{PersonId, ReminderId, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The way a reminder travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// A text message.
    Sms,
    /// An electronic letter.
    Email,
}

impl Medium {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Sms, Self::Email];
}

/// Who else reads what comes to a number or an address, as she says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// She alone.
    Own,
    /// Others too, and she says that it does her no harm: a message names neither who expects her nor where.
    Shared,
    /// Others too, and a message may put her in danger: nothing is ever sent there.
    Unsafe,
}

impl Privacy {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Own, Self::Shared, Self::Unsafe];
}

/// The hours of a day in which she may be reached, in the zone of the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hours {
    /// The first whole hour.
    pub from: u8,
    /// The hour at which they are over.
    pub until: u8,
}

impl Hours {
    /// Whether they lie within a day and one follows the other.
    #[must_use]
    pub fn sound(self) -> bool {
        self.from < self.until && self.until <= 24
    }
}

/// How a person may be reached, as agreed with her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// By which way.
    pub medium: Medium,
    /// The number or address.
    pub value: Text,
    /// Who else reads there.
    pub privacy: Privacy,
    /// With whom of those around her, where she says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_with: Vec<PersonId>,
    /// Her hours; those of the territory where she names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// One message about one appointment to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The message, by the name under which its sender knows it too.
    pub reminder: ReminderId,
    /// To whom.
    pub person: PersonId,
    /// By which way.
    pub medium: Medium,
    /// How many hours before.
    pub ahead_hours: u32,
    /// The beginning of the appointment that it tells.
    pub starts_at: Timestamp,
}

impl Reminder {
    /// Whether two messages tell the same person the same thing.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        (self.person, self.starts_at, self.ahead_hours) == (other.person, other.starts_at, other.ahead_hours)
    }
}

/// What came of a message, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The sender took it.
    Sent,
    /// It is known that it was not sent: it may be tried again.
    Unsent,
    /// The sender will not take it: it was not sent, and is not tried again.
    Refused,
    /// Nobody knows whether it was sent: it is never sent again.
    Uncertain,
    /// It reached her.
    Delivered,
    /// It was sent and did not reach her.
    Undelivered,
}

/// A number as it is dialled from anywhere, out of what people write; none when it is no number that can get a message.
///
/// ```
/// use domain::reminder::number;
/// assert_eq!(number("06 12 34 56 78").as_deref(), Some("+33612345678"));
/// assert_eq!(number("+262 692.12.34.56").as_deref(), Some("+262692123456"));
/// assert_eq!(number("12"), None);
/// ```
#[must_use]
pub fn number(written: &str) -> Option<String> {
    let mut bare = String::new();
    for sign in written.trim().chars() {
        match sign {
            '0'..='9' => bare.push(sign),
            '+' if bare.is_empty() => bare.push(sign),
            ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' => {}
            _ => return None,
        }
    }
    let abroad = bare
        .strip_prefix('+')
        .or_else(|| bare.strip_prefix("00"))
        .map(str::to_owned);
    match abroad {
        None => french(bare.strip_prefix('0')?),
        Some(abroad) => match abroad.strip_prefix(FRANCE) {
            // « +33 (0)6 … » is written on many letters.
            Some(here) => french(here.strip_prefix('0').unwrap_or(here)),
            None => (8..=15).contains(&abroad.len()).then(|| format!("+{abroad}")),
        },
    }
}

const FRANCE: &str = "33";

/// Mobile numbers that begin so are those of Mayotte, Guadeloupe, La Réunion, French Guiana and Martinique, which are
/// dialled by codes of their own (ARCEP, national numbering plan, decision 2018-0881).
const OVERSEAS: [(&str, &str); 8] = [
    ("639", "262"),
    ("690", "590"),
    ("691", "590"),
    ("692", "262"),
    ("693", "262"),
    ("694", "594"),
    ("696", "596"),
    ("697", "596"),
];

/// The nine digits of a French number behind its zero; none when it is no mobile one.
fn french(here: &str) -> Option<String> {
    if here.len() != 9 || !here.starts_with(['6', '7']) {
        return None;
    }
    let code = OVERSEAS.iter().find(|(begins, _)| here.starts_with(begins));
    let code = code.map_or(FRANCE, |(_, code)| *code);
    Some(format!("+{code}{here}"))
}

/// An electronic address as it is written; none when it is none.
///
/// ```
/// use domain::reminder::address;
/// assert_eq!(address(" claire@example.fr ").as_deref(), Some("claire@example.fr"));
/// assert_eq!(address("claire"), None);
/// ```
#[must_use]
pub fn address(written: &str) -> Option<String> {
    let written = written.trim();
    let (local, host) = written.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|sign| sign.is_ascii_graphic() && !"@<>,;\"".contains(sign))
    };
    let sound = plain(local) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    (sound && written.len() <= 254).then(|| written.to_owned())
}

/// Whether an answer asks that no more be sent.
///
/// ```
/// use domain::reminder::stops;
/// assert!(stops(" Stop. "));
/// assert!(!stops("Je ne peux pas m’arrêter avant 10 h"));
/// ```
#[must_use]
pub fn stops(answer: &str) -> bool {
    let mut words = answer
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.next().is_some_and(|first| first.eq_ignore_ascii_case("stop"))
}

#[cfg(test)]
mod spec;
