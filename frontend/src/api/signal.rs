//! Signals: setting one aside.

use super::{Answer, write};
use contract::{Accepted, paths, signal::SetSignalAside};
use domain::words::SupportCaseId;

/// Sets a signal aside with its reason.
pub(crate) async fn set_aside(case: SupportCaseId, asked: SetSignalAside) -> Answer<Accepted> {
    write(&paths::of_case(paths::SIGNALS, case), &asked).await
}
