//! Reading a content, chunk by chunk.

use crate::{CHUNK, Fault, KIND, Whose, field};
use access::Permit;
use deadpool_postgres::Pool;
use keyring::{Keyring, Opened};
use sealed::Sealed;
use uuid::Uuid;
use zeroize::Zeroizing;

const READ: &str = "select sealed from document_chunk where content = $1 and place = $2";

/// A content on its way out.
pub struct Reading {
    pool: Pool,
    keyring: Keyring,
    permit: Permit,
    content: Uuid,
    whose: Whose,
    chunk: i32,
    last: i32,
}

impl Reading {
    pub(crate) fn begin(pool: Pool, keyring: Keyring, permit: Permit, content: Uuid, whose: Whose, bytes: u64) -> Self {
        let chunk = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        let chunks = bytes.div_ceil(chunk).max(1);
        Self {
            pool,
            keyring,
            permit,
            content,
            whose,
            chunk: 0,
            last: i32::try_from(chunks.saturating_sub(1)).unwrap_or(i32::MAX),
        }
    }

    /// The next bytes; none behind the last. The key is asked for anew each time: of somebody who is forgotten meanwhile no
    /// more is opened.
    ///
    /// # Errors
    /// When the database fails, the key is gone, or a chunk is not what was laid down.
    pub async fn next(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, Fault> {
        if self.chunk > self.last {
            return Ok(None);
        }
        let keys = self.keyring.prefetch([self.whose.subject]).await?;
        let client = self.pool.get().await?;
        let statement = client.prepare_cached(READ).await?;
        let row = client.query_opt(&statement, &[&self.content, &self.chunk]).await?;
        let sealed = Sealed {
            subject: self.whose.subject,
            compartment: self.whose.compartment,
            field: field(self.chunk, self.chunk == self.last),
            event: self.content,
            stream: self.whose.document,
            kind: KIND.to_owned(),
            bytes: row.ok_or(Fault::Missing)?.try_get(0)?,
        };
        self.chunk = self.chunk.saturating_add(1);
        match keys.open_bytes(&self.permit, &sealed)? {
            Opened::Value(plain) => Ok(Some(plain)),
            Opened::Forgotten | Opened::Withheld => Err(Fault::Closed),
        }
    }
}
