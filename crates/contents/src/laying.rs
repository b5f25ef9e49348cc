//! Laying a content down, chunk by chunk.

use crate::{CHUNK, Fault, Whose, field, place};
use aws_lc_rs::digest::{Context, SHA256};
use deadpool_postgres::Pool;
use keyring::Keys;
use tokio_postgres::error::SqlState;
use uuid::Uuid;
use zeroize::Zeroizing;

const BEGIN: &str = "insert into document_content (content, document) values ($1, $2)";
const ADD: &str = "insert into document_chunk (content, place, sealed) values ($1, $2, $3)";

/// A content on its way in. When it is dropped before its end, what was laid down of it is left behind, and thrown away
/// later.
pub struct Laying {
    pool: Pool,
    keys: Keys,
    whose: Whose,
    content: Uuid,
    chunk: i32,
    /// What is not laid down yet: at most one chunk.
    pending: Zeroizing<Vec<u8>>,
    bytes: u64,
    digest: Context,
}

/// A content that was laid down whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Laid {
    /// Which.
    pub content: Uuid,
    /// How large it is.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal: as personal as the content itself.
    pub fingerprint: String,
}

impl Laying {
    pub(crate) async fn begin(pool: Pool, keys: Keys, whose: Whose) -> Result<Self, Fault> {
        let content = Uuid::now_v7();
        let client = pool.get().await?;
        client
            .execute(&client.prepare_cached(BEGIN).await?, &[&content, &whose.document])
            .await?;
        drop(client);
        Ok(Self {
            pool,
            keys,
            whose,
            content,
            chunk: 0,
            pending: Zeroizing::new(Vec::with_capacity(CHUNK)),
            bytes: 0,
            digest: Context::new(&SHA256),
        })
    }

    /// Which it is.
    #[must_use]
    pub fn content(&self) -> Uuid {
        self.content
    }

    /// How many bytes came so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds bytes as they come.
    ///
    /// # Errors
    /// When they cannot be laid down.
    pub async fn add(&mut self, mut bytes: &[u8]) -> Result<(), Fault> {
        self.digest.update(bytes);
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        while !bytes.is_empty() {
            // A full chunk waits until more comes: the last one says that it is.
            if self.pending.len() == CHUNK {
                self.lay(false).await?;
            }
            let room = CHUNK.saturating_sub(self.pending.len());
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.pending.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Lays the last chunk down.
    ///
    /// # Errors
    /// When it cannot be laid down.
    pub async fn finish(mut self) -> Result<Laid, Fault> {
        self.lay(true).await?;
        let digest = self.digest.finish();
        let fingerprint = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Laid {
            content: self.content,
            bytes: self.bytes,
            fingerprint,
        })
    }

    async fn lay(&mut self, last: bool) -> Result<(), Fault> {
        let field = field(self.chunk, last);
        let Whose {
            document,
            subject,
            compartment,
        } = self.whose;
        let place = place(self.content, document, &field);
        let sealed = self.keys.seal(subject, compartment, place, &self.pending)?;
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(ADD).await?;
        client
            .execute(&statement, &[&self.content, &self.chunk, &sealed.bytes])
            .await
            .map_err(|error| {
                if error.code() == Some(&SqlState::FOREIGN_KEY_VIOLATION) {
                    Fault::LeftBehind
                } else {
                    error.into()
                }
            })?;
        self.chunk = self.chunk.saturating_add(1);
        self.pending.clear();
        Ok(())
    }
}
