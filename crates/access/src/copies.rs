//! What a copy that leaves Trame may hold: never more than its reader may read, and never more than who makes it may.

use crate::{Permit, Right};
use domain::words::ElementId;
use sealed::Compartment;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Permit {
    /// What both she and another may read: the copy that she makes for the other. Who reads is she.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Self {
        let either = self.elements.union(&other.elements);
        let both = |(element, compartment): &&(ElementId, Compartment)| {
            self.opens_in(*element, *compartment) && other.opens_in(*element, *compartment)
        };
        // A draft is its author's alone, and stands in no copy.
        let mut copied = Compartment::ALL.to_vec();
        copied.retain(|each| *each != Compartment::Draft);
        Self {
            rights: self.rights.common(other.rights).only(&copied).at_most(Right::Read),
            elements: Arc::new(either.filter(both).copied().collect()),
            ..self.clone()
        }
    }

    /// What she hands to somebody of the family, of whom no line of a table speaks: these things alone, as far as she
    /// reads them herself, and the names of those around the table.
    #[must_use]
    pub fn handing_over(&self, elements: &BTreeSet<(ElementId, Compartment)>) -> Self {
        let hers = |(element, compartment): &&(ElementId, Compartment)| self.opens_in(*element, *compartment);
        let elements: BTreeSet<_> = elements.iter().filter(hers).copied().collect();
        let mut holding: Vec<Compartment> = elements.iter().map(|(_, compartment)| *compartment).collect();
        holding.retain(|each| *each != Compartment::Identity);
        let handed = self.rights.only(&holding).at_most(Right::Shared);
        let named = self.rights.only(&[Compartment::Identity]).at_most(Right::Read);
        Self {
            rights: handed.together(named),
            elements: Arc::new(elements),
            ..self.clone()
        }
    }

    fn opens_in(&self, element: ElementId, compartment: Compartment) -> bool {
        self.reads(compartment) || self.opens_element(element, compartment)
    }
}
