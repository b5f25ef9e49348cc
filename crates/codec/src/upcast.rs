//! Older versions read as the newest: pure steps, each from one version of one type to the next.

use crate::canonical::Reason;
use ciborium::Value;
use std::collections::BTreeMap;

/// One step: the body of an event as the next version would have written it. None when it is not such a body.
pub type Upcast = fn(Value) -> Option<Value>;

/// All steps, by type name and the version they start from.
#[derive(Clone, Debug, Default)]
pub struct Upcasters(BTreeMap<(&'static str, u16), Upcast>);

impl Upcasters {
    /// No step: every type is still in its first version.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds the step from this version of this type (`plan.goal_agreed`) to the next.
    #[must_use]
    pub fn with(mut self, kind: &'static str, from: u16, step: Upcast) -> Self {
        self.0.insert((kind, from), step);
        self
    }

    pub(crate) fn lift(&self, kind: &str, from: u16, to: u16, mut body: Value) -> Result<Value, Reason> {
        if from > to {
            return Err("a newer program wrote it");
        }
        for version in from..to {
            // Looked up by walking the few steps there are, since a borrowed name cannot key the map.
            let step = self
                .0
                .iter()
                .find_map(|((name, at), step)| (*name == kind && *at == version).then_some(step));
            body = step.ok_or("no upcaster leads to the version of today")?(body)
                .ok_or("an upcaster does not recognise it")?;
        }
        Ok(body)
    }
}
