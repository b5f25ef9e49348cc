//! The log in its one order, as fast as the database sends it: binary COPY, a stretch at a time, constant memory.
//!
//! A stretch is short enough that a slow reader holds no old snapshot for long. Whoever reads too slowly makes the
//! database wait.

mod decoded;

pub use decoded::Decoded;

use crate::connection::{self, Driver};
use crate::recorded::columns;
use crate::{Fault, Stored};
use bytes::{Buf, Bytes};
use futures::TryStreamExt;
use jiff::Timestamp;
use std::pin::Pin;
use tokio_postgres::{Client, Config, CopyOutStream};
use uuid::Uuid;

/// How many events are asked for at once.
const STRETCH: u64 = 20_000;
/// What every binary COPY begins with, before flags and an extension that must be empty.
const SIGNATURE: &[u8] = b"PGCOPY\n\xff\r\n\0";
const HEADER: usize = SIGNATURE.len() + 8;
/// What every binary COPY ends with, in the place of the number of columns.
const TRAILER: [u8; 2] = (-1_i16).to_be_bytes();
const COLUMNS: i16 = 12;
/// The instant from which PostgreSQL counts, in microseconds since 1970.
const EPOCH: i64 = 946_684_800_000_000;

const MISSING: Fault = Fault::Damaged("a position is missing");
const MALFORMED: Fault = Fault::Damaged("a row did not come as it was asked for");

/// The events after a position, up to where the log stood when it was asked for.
pub struct Replay {
    /// A connection of its own, moved by whoever asks for the next event: no other task wakes for it.
    client: Client,
    driver: Driver,
    after: u64,
    until: u64,
    stretch: Option<Stretch>,
}

struct Stretch {
    rows: Pin<Box<CopyOutStream>>,
    begun: bool,
    /// The last position that was asked for.
    last: u64,
}

impl Replay {
    pub(crate) async fn open(config: &Config, after: u64, until: u64) -> Result<Self, Fault> {
        let (client, driver) = connection::connect_driven(config).await?;
        Ok(Self {
            client,
            driver,
            after,
            until,
            stretch: None,
        })
    }

    /// The next event; none at the end.
    ///
    /// # Errors
    /// When it cannot be read, or when one is missing before it.
    pub async fn next(&mut self) -> Result<Option<Stored>, Fault> {
        let Some(row) = self.row().await? else {
            return Ok(None);
        };
        let event = stored(&row)?;
        if event.position != self.after {
            return Err(MISSING);
        }
        Ok(Some(event))
    }

    /// The next row as the database sent it, which is to be that of the position after the last; none at the end.
    async fn row(&mut self) -> Result<Option<Bytes>, Fault> {
        loop {
            let next = match &mut self.stretch {
                Some(stretch) => self.driver.run(stretch.next()).await?,
                None if self.after >= self.until => return Ok(None),
                None => {
                    let last = self.after.saturating_add(STRETCH).min(self.until);
                    let asked = Stretch::ask(&self.client, self.after, last);
                    self.stretch = Some(self.driver.run(asked).await?);
                    continue;
                }
            };
            match next {
                Some(row) => {
                    self.after = self.after.saturating_add(1);
                    return Ok(Some(row));
                }
                // A stretch ends with the last event that was asked for.
                None if self.stretch.as_ref().is_some_and(|stretch| stretch.last == self.after) => self.stretch = None,
                None => return Err(MISSING),
            }
        }
    }
}

impl Stretch {
    async fn ask(client: &Client, after: u64, last: u64) -> Result<Self, Fault> {
        // COPY takes no parameters.
        let copy = format!(
            concat!(
                "copy (select ",
                columns!(),
                " from event where position > {} and position <= {} order by position) to stdout (format binary)"
            ),
            after, last
        );
        Ok(Self {
            rows: Box::pin(client.copy_out(&copy).await?),
            begun: false,
            last,
        })
    }

    async fn next(&mut self) -> Result<Option<Bytes>, Fault> {
        while let Some(mut row) = self.rows.try_next().await? {
            if !self.begun {
                if !row.starts_with(SIGNATURE) || row.len() < HEADER {
                    return Err(MALFORMED);
                }
                row.advance(HEADER);
                self.begun = true;
            }
            if !row.is_empty() && !row.starts_with(&TRAILER) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

/// The event of a row.
fn stored(row: &[u8]) -> Result<Stored, Fault> {
    Fields(row).event().ok_or(MALFORMED)
}

/// A row on its way in: the number of its fields, then each behind its length.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    /// The event, when it is one.
    fn event(mut self) -> Option<Stored> {
        if i16::from_be_bytes(self.chunk()?) != COLUMNS {
            return None;
        }
        Some(Stored {
            position: self.long()?.cast_unsigned(),
            id: self.id()?,
            kind: std::str::from_utf8(self.bytes()?).ok()?.to_owned(),
            schema: i16::from_be_bytes(self.exactly()?).cast_unsigned(),
            stream: self.id()?,
            version: self.long()?.cast_unsigned(),
            command: self.id()?,
            by: self.id()?,
            recorded_at: instant(self.bytes()?)?,
            occurred_at: instant(self.bytes()?)?,
            known_at: match self.field()? {
                Some(field) => Some(instant(field)?),
                None => None,
            },
            payload: self.bytes()?.to_vec(),
        })
    }

    fn chunk<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (chunk, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*chunk)
    }

    /// A field, which may hold nothing.
    fn field(&mut self) -> Option<Option<&'a [u8]>> {
        let length = i32::from_be_bytes(self.chunk()?);
        if length == -1 {
            return Some(None);
        }
        let (field, rest) = self.0.split_at_checked(usize::try_from(length).ok()?)?;
        self.0 = rest;
        Some(Some(field))
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        self.field()?
    }

    fn exactly<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        self.bytes()?.try_into().ok()
    }

    fn long(&mut self) -> Option<i64> {
        Some(i64::from_be_bytes(self.exactly()?))
    }

    fn id(&mut self) -> Option<Uuid> {
        Some(Uuid::from_bytes(self.exactly()?))
    }
}

fn instant(field: &[u8]) -> Option<Timestamp> {
    let since = i64::from_be_bytes(field.try_into().ok()?);
    Timestamp::from_microsecond(since.checked_add(EPOCH)?).ok()
}
