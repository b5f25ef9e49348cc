//! Noting a contact.

use super::{Answer, write};
use contract::{Accepted, contact::NoteContact, paths};
use domain::words::SupportCaseId;

/// Notes a contact that was held, or an appointment that was missed.
pub(crate) async fn note(case: SupportCaseId, asked: NoteContact) -> Answer<Accepted> {
    write(&paths::of_case(paths::CONTACTS, case), &asked).await
}
