//! What is due, in words.

use super::Opening;
use crate::fault::Fault;
use contract::Plain;
use domain::deadline::{ByRule, Setting};
use sealed::Compartment;

/// What somebody called it, or the rule that set it; none where nobody said more, or she may not read it.
///
/// # Errors
/// When a value cannot be opened.
pub(super) fn name(setting: &Setting, open: &Opening) -> Result<Option<Plain<String>>, Fault> {
    let said = open.text_of(setting.label.as_ref())?;
    Ok(said.or_else(|| rule(setting, open).map(|rule| Plain(rule.name.clone()))))
}

/// The rule that set it. Its name tells what kind of support it is, which who does not read what was noted of the case is
/// told nowhere: for her something is due, and by when.
pub(super) fn rule<'a>(setting: &'a Setting, open: &Opening) -> Option<&'a ByRule> {
    let rule = setting.rule.as_ref();
    rule.filter(|_| open.permit().reads(Compartment::Social))
}
