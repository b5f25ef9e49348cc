//! What people write: kept as it was said, refused only when empty or when it cannot be kept.

use super::Invalid;
use sealed::Private;

/// A personal text.
pub type Text = Private<String>;

/// The longest text kept in one event, in characters: some ten typed pages.
pub const LONGEST: usize = 40_000;

/// Checks what was written, and gives it back without the blanks around it.
///
/// # Errors
/// When nothing was written, more than can be kept in one event, or a sign that no text column holds.
pub fn said(text: &str) -> Result<String, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Invalid::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(Invalid::TooLong { most: LONGEST });
    }
    if text.contains('\0') {
        return Err(Invalid::NotText);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Invalid, LONGEST, said};

    #[test]
    fn what_is_kept_says_something_and_can_be_kept() {
        assert_eq!(said("  Elle viendra.\n"), Ok("Elle viendra.".to_owned()));
        assert_eq!(said(" \n "), Err(Invalid::Empty));
        assert_eq!(said("Elle\0viendra"), Err(Invalid::NotText));
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(said(&long), Err(Invalid::TooLong { most: LONGEST }));
    }
}
