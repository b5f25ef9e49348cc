//! Documents: taking a content in while it comes, giving it out for a permit, and throwing away what was left behind.

use super::Trame;
use super::antivirus::{Scan, Unscanned, Verdict};
use super::task::Task;
use crate::fault::Fault;
use access::{Permit, Reader};
use codec::Log;
use contents::{Contents, Laying, Left, Reading, Whose};
use domain::Decider;
use domain::document::{Document, Event, Kind, MediaType};
use domain::words::{ContentId, PersonId, SupportCaseId};
use projections::Fact;
use projections::case_file::DocumentFile;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::sleep;
use uuid::Uuid;

/// A content that no event names after this long was left behind: no request lasts so long.
const LEFT_BEHIND_AFTER: Duration = Duration::from_hours(1);
/// How often one looks for them.
const LOOKED_FOR: Duration = Duration::from_mins(10);

/// The first bytes by which a content is known; all that are taken are known by fewer.
const BEGINNING: usize = 16;

/// A content on its way in.
pub struct Depositing {
    laying: Laying,
    scan: Option<Scan>,
    largest: u64,
    beginning: Vec<u8>,
}

/// What became of a content that came to its end.
pub enum Deposited {
    /// It is kept, and what it is.
    Kept(contents::Laid, MediaType),
    /// Nothing came.
    Empty,
    /// It is none of what is taken.
    Unknown,
    /// The antivirus knows it for something that harms.
    Harmful,
}

/// Why more of a content is not taken.
pub enum NotTaken {
    /// It is larger than what is taken.
    TooLarge,
    /// The antivirus did not look.
    Unscanned(Unscanned),
    /// The world failed.
    Fault(Fault),
}

impl From<contents::Fault> for NotTaken {
    fn from(fault: contents::Fault) -> Self {
        Self::Fault(fault.into())
    }
}

impl From<Unscanned> for NotTaken {
    fn from(unscanned: Unscanned) -> Self {
        Self::Unscanned(unscanned)
    }
}

impl Depositing {
    /// Which content it becomes.
    #[must_use]
    pub fn content(&self) -> ContentId {
        ContentId(self.laying.content())
    }

    /// What it is, once enough of it came.
    #[must_use]
    pub fn media_type(&self) -> Option<MediaType> {
        let known = infer::get(&self.beginning)?;
        MediaType::of_mime(known.mime_type())
    }

    /// Takes more of it.
    ///
    /// # Errors
    /// When it is too large, when the antivirus does not look, or a fault.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<(), NotTaken> {
        let more = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.laying.bytes().saturating_add(more) > self.largest {
            return Err(NotTaken::TooLarge);
        }
        let lacking = BEGINNING.saturating_sub(self.beginning.len());
        self.beginning.extend(bytes.iter().take(lacking));
        if let Some(scan) = &mut self.scan {
            scan.add(bytes).await?;
        }
        Ok(self.laying.add(bytes).await?)
    }

    /// Whether its kind is known by what came so far.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.beginning.len() >= BEGINNING
    }

    /// All of it came.
    ///
    /// # Errors
    /// When the antivirus does not look, or a fault.
    pub async fn finish(self) -> Result<Deposited, NotTaken> {
        if self.laying.bytes() == 0 {
            return Ok(Deposited::Empty);
        }
        let Some(media_type) = self.media_type() else {
            return Ok(Deposited::Unknown);
        };
        if let Some(scan) = self.scan {
            match scan.verdict().await? {
                Verdict::Harmless => {}
                Verdict::Harmful => return Ok(Deposited::Harmful),
            }
        }
        Ok(Deposited::Kept(self.laying.finish().await?, media_type))
    }
}

impl Trame {
    /// A place among those who deposit at the same time, held until it is dropped; none while all are taken.
    #[must_use]
    pub fn place_to_deposit(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.taken_in).try_acquire_owned().ok()
    }

    /// Begins to take a content in.
    ///
    /// # Errors
    /// When the antivirus is not there, or a fault.
    pub async fn deposits(&self, whose: Whose) -> Result<Depositing, NotTaken> {
        let scan = match &self.antivirus {
            Some(antivirus) => Some(antivirus.scan().await?),
            None => None,
        };
        Ok(Depositing {
            laying: self.contents.lay(whose).await?,
            scan,
            largest: self.documents.largest_bytes(),
            beginning: Vec::with_capacity(BEGINNING),
        })
    }

    /// Tells that an event is about to name a content.
    ///
    /// # Errors
    /// When it was thrown away meanwhile, or a fault.
    pub async fn confirms_content(&self, content: ContentId) -> Result<(), Fault> {
        Ok(self.contents.confirm(content.0).await?)
    }

    /// Notes that an event names a content.
    pub async fn keeps_content(&self, content: ContentId) {
        // What is not noted is found out again by who looks for what was left behind.
        if let Err(fault) = self.contents.settle(content.0).await {
            tracing::warn!(%fault, "a content that is kept could not be noted");
        }
    }

    /// Throws away a content that no event will name.
    pub async fn drops_content(&self, content: ContentId) {
        if let Err(fault) = self.contents.discard(content.0).await {
            tracing::warn!(%fault, "a content that is not needed could not be thrown away");
        }
    }

    /// Whether a piece of a kind about somebody is there and good in another case that is open to a reader.
    ///
    /// # Errors
    /// A fault.
    pub async fn has_elsewhere(
        &self,
        reader: Reader,
        permit: &Permit,
        which: (PersonId, Kind),
        case: SupportCaseId,
    ) -> Result<bool, Fault> {
        let today = self.clock.today();
        let client = self.client().await?;
        let found = projections::document::elsewhere(&client, permit, which, case, today).await?;
        drop(client);
        for (other, domain) in found {
            let open = self.permit_for_case(reader, other).await?;
            if open.is_some_and(|open| open.reads(which.1.compartment(domain))) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Begins to give out what a document holds; none when nothing is there.
    #[must_use]
    pub fn content(&self, permit: &Permit, file: &DocumentFile) -> Option<Reading> {
        let there = file.there.as_ref()?;
        let whose = Whose {
            document: file.document.0,
            subject: there.held.fingerprint.subject(),
            compartment: there.held.fingerprint.compartment(),
        };
        Some(self.contents.read(permit, there.content.0, whose, there.held.bytes))
    }
}

/// Looks from time to time for contents that no event came to name, and throws them away.
pub(super) fn start(log: Log, contents: Contents) -> Task {
    Task::start("that throws away contents left behind", |mut stopping| async move {
        let looking = async {
            loop {
                if let Err(fault) = sweep(&log, &contents, LEFT_BEHIND_AFTER).await {
                    tracing::error!(%fault, "contents that were left behind could not be thrown away");
                }
                sleep(LOOKED_FOR).await;
            }
        };
        tokio::select! {
            () = looking => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    })
}

/// Throws away what no event names. The log alone says whether one does. One of which that cannot be known keeps no other
/// from being looked at.
async fn sweep(log: &Log, contents: &Contents, left_for: Duration) -> Result<(), Fault> {
    let mut behind = Uuid::nil();
    loop {
        let left = contents.left(left_for, behind).await?;
        let Some(last) = left.last() else { return Ok(()) };
        behind = last.content;
        for Left { content, document } in left {
            let named = match names(log, document, content).await {
                Ok(named) => named,
                Err(fault) if fault.is_passing() => return Err(fault),
                Err(fault) => {
                    tracing::error!(%content, %fault, "nobody can tell whether an event names a content: it is kept");
                    continue;
                }
            };
            if named {
                contents.settle(content).await?;
            } else {
                contents.discard(content).await?;
            }
        }
    }
}

async fn names(log: &Log, document: Uuid, content: Uuid) -> Result<bool, Fault> {
    for stored in log.stream(document).await? {
        if stored.capability() != Document::CAPABILITY {
            continue;
        }
        let Fact::Document(fact) = Fact::read(log, &stored)? else {
            continue;
        };
        let event: &Event = &fact.event;
        if event.content() == Some(ContentId(content)) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Trame {
    /// Throws away, now, what was left behind so long ago.
    ///
    /// # Errors
    /// A fault.
    pub async fn sweeps_contents(&self, left_for: Duration) -> Result<(), Fault> {
        sweep(&self.log, &self.contents, left_for).await
    }
}
