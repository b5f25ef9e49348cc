//! The week of a worker.

use super::{Answer, get_view};
use contract::{paths, week::Week};

/// What today asks, what is due, what may be lost, what is awaited.
pub(crate) async fn seen() -> Answer<Week> {
    get_view(paths::WEEK, &[]).await
}
