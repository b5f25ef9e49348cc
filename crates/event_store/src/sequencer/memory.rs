//! What the writer believes of the log between two commits: pure, so that what it makes of its beliefs can be simulated.

use super::Proposed;
use super::batch::{Head, Rows, Standing, arrange};
use super::tips::Tips;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;

/// Beliefs: true as long as nobody else has written the position behind the head, which every append proves by taking it.
pub struct Memory {
    /// Where the log stands, when this writer wrote last or has just looked.
    head: Option<Head>,
    tips: Tips,
}

impl Memory {
    /// Of at most so many streams.
    #[must_use]
    pub fn new(most: NonZeroUsize) -> Self {
        Self {
            head: None,
            tips: Tips::new(most),
        }
    }

    /// What would be written behind the head that is believed, if nobody else had written; nothing when not enough is
    /// remembered, and when no event is among it: without a position to take, nothing would prove the rest.
    pub fn expected<'a>(
        &mut self,
        batch: impl IntoIterator<Item = &'a Proposed> + Clone,
        now: Timestamp,
    ) -> Option<(Head, Rows)> {
        let head = self.head.clone()?;
        let mut standing = Standing::default();
        let mut begun = BTreeSet::new();
        for proposed in batch.clone() {
            if !begun.insert(proposed.stream) {
                continue;
            }
            match self.tips.of(proposed.stream) {
                Some(tip) => {
                    standing
                        .streams
                        .insert(proposed.stream, (Cow::Borrowed(tip.capability), tip.version));
                    standing.last.insert(proposed.stream, tip.by);
                }
                // A stream that is there after all has taken its id, and the statement fails.
                None if proposed.expected == 0 => {}
                None => return None,
            }
        }
        let rows = arrange(batch, standing, head.clone(), now);
        let proves_itself = rows.commands.is_empty() || !rows.events.is_empty();
        (rows.certain && proves_itself).then_some((head, rows))
    }

    /// The head was seen while the log was held: when it is not the one believed, what is remembered of the streams may be what
    /// others moved.
    pub fn sees(&mut self, head: &Head) {
        if self.head.as_ref().is_none_or(|believed| believed.hash != head.hash) {
            self.tips.forget();
        }
    }

    /// These rows were committed behind this head.
    pub fn keep(&mut self, before: Head, rows: &Rows) {
        let moved = !rows.commands.is_empty();
        self.head = Some(if moved { rows.head.clone() } else { before });
        for (stream, tip) in &rows.tips {
            self.tips.keep(*stream, *tip);
        }
    }

    /// Nothing is believed any more.
    pub fn forget(&mut self) {
        self.head = None;
        self.tips.forget();
    }
}
