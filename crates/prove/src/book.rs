//! What callers were told, held against what the log says: kept by a process that outlives all that is killed.

use crate::door::{Command, Told};
use contract::Accepted;
use std::collections::BTreeMap;
use tokio_postgres::{Client, Error};
use uuid::Uuid;

const EVENTS: &str = "select position, stream, version, command from event where position > $1 order by position";

/// One command, when it was asked and answered in the order of all that was asked and answered, and what was told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) command: Command,
    /// Which server was asked.
    pub(crate) server: usize,
    pub(crate) begun: u64,
    pub(crate) ended: u64,
    pub(crate) told: Told,
}

/// What the log must never do, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrongs {
    /// Told to be kept, and not there.
    pub(crate) lost: u64,
    /// There more than once.
    pub(crate) doubled: u64,
    /// Told to be kept at another place or version.
    pub(crate) elsewhere: u64,
    /// Told not to be kept, or never asked, and there.
    pub(crate) unasked: u64,
    /// A position that is left out.
    pub(crate) gapped: u64,
    /// A version that does not follow the one before in its stream.
    pub(crate) misversioned: u64,
    /// Answered before the other was asked, and behind it.
    pub(crate) reordered: u64,
}

/// All that was asked, and the log from a position on.
pub(crate) struct Book {
    /// Where the log stood when the book was opened.
    from: u64,
    /// Where each stream ended then.
    versions: BTreeMap<Uuid, u64>,
    asked: BTreeMap<Uuid, Asked>,
}

/// An event, as far as it matters here.
struct Row {
    position: u64,
    stream: Uuid,
    version: u64,
    command: Uuid,
}

impl Wrongs {
    /// How many in all.
    pub(crate) fn total(&self) -> u64 {
        [
            self.lost,
            self.doubled,
            self.elsewhere,
            self.unasked,
            self.gapped,
            self.misversioned,
            self.reordered,
        ]
        .into_iter()
        .sum()
    }
}

impl std::fmt::Display for Wrongs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} lost, {} doubled, {} not where they were told to be, {} never asked for or refused, {} gaps, {} wrong \
             versions, {} out of order",
            self.lost, self.doubled, self.elsewhere, self.unasked, self.gapped, self.misversioned, self.reordered
        )
    }
}

impl Book {
    /// Opens the book where the log stands, while nobody writes.
    pub(crate) async fn open(client: &Client) -> Result<Self, Error> {
        let from = head(client).await?;
        Ok(Self {
            from,
            versions: versions_before(client, from).await?,
            asked: BTreeMap::new(),
        })
    }

    /// Notes what was asked.
    pub(crate) fn note(&mut self, asked: Asked) {
        self.asked.insert(asked.command.id, asked);
    }

    /// The commands that were told to be kept.
    pub(crate) fn kept(&self) -> impl Iterator<Item = (&Asked, Accepted)> {
        self.asked.values().filter_map(|asked| match asked.told {
            Told::Kept(accepted) => Some((asked, accepted)),
            Told::Refused(_) | Told::Nothing => None,
        })
    }

    /// Where a command is kept, by the log.
    pub(crate) async fn position_of(client: &Client, command: Uuid) -> Result<Option<u64>, Error> {
        let row = client
            .query_opt("select position from command where id = $1", &[&command])
            .await?;
        row.map(|row| Ok(row.try_get::<_, i64>(0)?.cast_unsigned())).transpose()
    }

    /// Holds all that was told against the log, from where the book was opened, while nobody writes.
    pub(crate) async fn wrongs(&self, client: &Client) -> Result<Wrongs, Error> {
        let rows = self.rows(client).await?;
        let mut wrongs = Wrongs::default();
        let mut versions = BTreeMap::<Uuid, u64>::new();
        let mut by_command = BTreeMap::<Uuid, Vec<&Row>>::new();
        let mut next = self.from.saturating_add(1);
        for row in &rows {
            wrongs.gapped += u64::from(row.position != next);
            next = row.position.saturating_add(1);
            let before = || self.versions.get(&row.stream).copied().unwrap_or_default();
            let version = versions.entry(row.stream).or_insert_with(before);
            *version = version.saturating_add(1);
            wrongs.misversioned += u64::from(row.version != *version);
            by_command.entry(row.command).or_default().push(row);
        }
        wrongs.gapped += u64::from(head(client).await?.saturating_add(1) != next);
        for (asked, told) in self.kept() {
            match by_command.get(&asked.command.id).map(Vec::as_slice) {
                None => wrongs.lost += 1,
                Some([row]) => {
                    let there = (row.position, row.version) == (told.position, told.version);
                    wrongs.elsewhere += u64::from(!there);
                }
                Some(_) => wrongs.doubled += 1,
            }
        }
        let is_kept = |command: &Uuid| {
            let asked = self.asked.get(command);
            asked.is_some_and(|asked| matches!(asked.told, Told::Kept(_)))
        };
        let unasked = by_command.keys().filter(|command| !is_kept(command)).count();
        wrongs.unasked = u64::try_from(unasked).unwrap_or(u64::MAX);
        wrongs.reordered = self.reordered();
        Ok(wrongs)
    }

    async fn rows(&self, client: &Client) -> Result<Vec<Row>, Error> {
        let rows = client.query(EVENTS, &[&self.from.cast_signed()]).await?;
        rows.iter()
            .map(|row| {
                Ok(Row {
                    position: row.try_get::<_, i64>(0)?.cast_unsigned(),
                    stream: row.try_get(1)?,
                    version: row.try_get::<_, i64>(2)?.cast_unsigned(),
                    command: row.try_get(3)?,
                })
            })
            .collect()
    }

    /// How many commands lie before one that was answered before they were asked.
    fn reordered(&self) -> u64 {
        let mut moments = Vec::new();
        for (asked, told) in self.kept() {
            // At one moment the answer comes first: no two things have the same.
            moments.push((asked.ended, false, told.position));
            moments.push((asked.begun, true, told.position));
        }
        moments.sort_unstable();
        let (mut answered, mut wrong) = (0, 0);
        for (_, begins, position) in moments {
            if begins {
                wrong += u64::from(position < answered);
            } else {
                answered = answered.max(position);
            }
        }
        wrong
    }
}

/// Where each stream ended at a position.
async fn versions_before(client: &Client, position: u64) -> Result<BTreeMap<Uuid, u64>, Error> {
    let sql = "select stream, max(version) from event where position <= $1 group by stream";
    let rows = client.query(sql, &[&position.cast_signed()]).await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get::<_, i64>(1)?.cast_unsigned())))
        .collect()
}

/// Where the log stands.
pub(crate) async fn head(client: &Client) -> Result<u64, Error> {
    let newest = "select coalesce((select position from event order by position desc limit 1), 0)";
    let row = client.query_one(newest, &[]).await?;
    Ok(row.try_get::<_, i64>(0)?.cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::door::Wish;

    fn kept(number: u128, begun: u64, ended: u64, position: u64) -> Asked {
        Asked {
            command: Command {
                id: Uuid::from_u128(number),
                case: 0,
                wish: Wish::Contact(Uuid::from_u128(number)),
                word: 0,
            },
            server: 0,
            begun,
            ended,
            told: Told::Kept(Accepted {
                position,
                version: 1,
                repeated: false,
            }),
        }
    }

    #[test]
    fn only_what_was_answered_before_the_other_was_asked_must_lie_before_it() {
        let book = |all: &[Asked]| Book {
            from: 0,
            versions: BTreeMap::new(),
            asked: all.iter().map(|asked| (asked.command.id, *asked)).collect(),
        };
        assert_eq!(book(&[kept(1, 1, 2, 5), kept(2, 3, 4, 6)]).reordered(), 0);
        assert_eq!(
            book(&[kept(1, 1, 3, 6), kept(2, 2, 4, 5)]).reordered(),
            0,
            "side by side"
        );
        assert_eq!(book(&[kept(1, 1, 2, 6), kept(2, 3, 4, 5)]).reordered(), 1);
    }
}
