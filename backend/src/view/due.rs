//! What is due, in words.

use super::Opening;
use crate::fault::Fault;
use contract::Plain;
use domain::deadline::Setting;

/// What somebody called it, or the rule that set it; none where nobody said more, or she may not read it.
///
/// # Errors
/// When a value cannot be opened.
pub(super) fn name(setting: &Setting, open: &Opening) -> Result<Option<Plain<String>>, Fault> {
    let said = open.text_of(setting.label.as_ref())?;
    Ok(said.or_else(|| setting.rule.as_ref().map(|rule| Plain(rule.name.clone()))))
}
