//! An antivirus that looks at a content while it comes in: `clamd`, by its command `INSTREAM`. Nothing is written to a disk
//! on our side, and what it found is said in the record of the server by the name it gives it.

use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How long each word to it may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it may look at what it was shown.
const LOOKS_FOR: Duration = Duration::from_mins(2);
/// By what name it says that a content is larger than what it looks at, or packed deeper.
const BEYOND: &str = "Heuristics.Limits.Exceeded";
/// The longest answer that is read.
const LONGEST_ANSWER: u64 = 4096;

/// Where it is.
#[derive(Clone, Debug)]
pub struct Antivirus(String);

/// What it says of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It knows nothing bad of it.
    Harmless,
    /// It knows it for something that harms.
    Harmful,
}

/// It did not look: it is not there, or says something else.
#[derive(Debug, thiserror::Error)]
pub enum Unscanned {
    /// It could not be asked.
    #[error("the antivirus cannot be asked: {0}")]
    Unreached(#[from] io::Error),
    /// It did not answer in time.
    #[error("the antivirus did not answer in time")]
    Late,
    /// It answers neither yes nor no, as when a content is larger than it takes.
    #[error("the antivirus answers: {0}")]
    Answered(String),
}

trait Line: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Line for T {}

/// A content that it looks at.
pub struct Scan(Box<dyn Line>);

impl Antivirus {
    /// At `host:port`, or at the path of a socket.
    #[must_use]
    pub fn at(place: &str) -> Self {
        Self(place.to_owned())
    }

    /// Begins to show it a content.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn scan(&self) -> Result<Scan, Unscanned> {
        let line: Box<dyn Line> = if self.0.starts_with('/') {
            Box::new(within(PATIENCE, UnixStream::connect(&self.0)).await?)
        } else {
            Box::new(within(PATIENCE, TcpStream::connect(&self.0)).await?)
        };
        let mut scan = Scan(line);
        scan.say(b"zINSTREAM\0").await?;
        Ok(scan)
    }
}

impl Scan {
    /// Shows it the next bytes.
    ///
    /// # Errors
    /// When it does not take them.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<(), Unscanned> {
        // A length of zero would say that nothing follows.
        for part in bytes.chunks(64 * 1024) {
            let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
            self.say(&length.to_be_bytes()).await?;
            self.say(part).await?;
        }
        Ok(())
    }

    /// What it says now that it saw everything.
    ///
    /// # Errors
    /// When it says neither yes nor no.
    pub async fn verdict(mut self) -> Result<Verdict, Unscanned> {
        self.say(&0_u32.to_be_bytes()).await?;
        let mut answer = Vec::new();
        within(LOOKS_FOR, (&mut self.0).take(LONGEST_ANSWER).read_to_end(&mut answer)).await?;
        let answer = String::from_utf8_lossy(&answer);
        let answer = answer.trim_end_matches('\0').trim();
        if answer.ends_with(" OK") {
            return Ok(Verdict::Harmless);
        }
        match answer.strip_suffix(" FOUND") {
            Some(found) if found.contains(BEYOND) => Err(Unscanned::Answered(answer.to_owned())),
            Some(found) => {
                tracing::warn!(found, "a deposit was refused: the antivirus knows it");
                Ok(Verdict::Harmful)
            }
            None => Err(Unscanned::Answered(answer.to_owned())),
        }
    }

    async fn say(&mut self, bytes: &[u8]) -> Result<(), Unscanned> {
        within(PATIENCE, self.0.write_all(bytes)).await
    }
}

async fn within<T>(patience: Duration, waiting: impl Future<Output = io::Result<T>>) -> Result<T, Unscanned> {
    Ok(timeout(patience, waiting).await.map_err(|_late| Unscanned::Late)??)
}
