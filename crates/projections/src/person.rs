//! People: their names sealed, and the month of birth and town that figures need.

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, SealedColumn, column};
use domain::person::Event;

/// One row per person.
pub struct Identity;

impl View for Identity {
    fn name(&self) -> &'static str {
        "person_identity_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/person_identity.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Person(fact) = fact else { return Ok(()) };
        let (person, position) = (fact.stream, column::stored(fact.position));
        match &fact.event {
            Event::Registered {
                name,
                birth: _,
                birth_month,
                civility,
                commune,
            } => change!(
                rows,
                "insert into person_identity (person, name, birth_month, civility, commune, touched)
                 values ($1, $2, $3, $4, $5, $6)",
                person,
                SealedColumn::of(name)?,
                birth_month.as_deref().map(column::clear),
                column::code(civility)?,
                commune.as_deref().map(column::clear),
                position,
            ),
            Event::NameCorrected { name } => change!(
                rows,
                "update person_identity set name = $2, touched = $3 where person = $1",
                person,
                SealedColumn::of(name)?,
                position,
            ),
            Event::ContactDetailsRecorded { .. }
            | Event::IdentifierRecorded { .. }
            | Event::ReachAgreed { .. }
            | Event::ReachWithdrawn
            | Event::ReachStopped { .. } => {}
        }
        Ok(())
    }
}
