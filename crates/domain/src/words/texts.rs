//! What people write: kept as it was said, refused only when empty or beyond what can be kept.

use super::Invalid;
use sealed::Private;

/// A personal text.
pub type Text = Private<String>;

/// The longest text kept in one event, in characters: some ten typed pages.
pub const LONGEST: usize = 40_000;

/// Checks what was written, and gives it back without the blanks around it.
///
/// # Errors
/// When nothing was written, or more than can be kept in one event.
pub fn said(text: &str) -> Result<String, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(Invalid::TooLong { most: LONGEST });
    }
    Ok(text.to_owned())
}
