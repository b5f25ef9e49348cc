//! Households: their town, who lives there, and who matters to them.

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, SealedColumn, column};
use domain::household::Event;
use domain::words::PersonId;
use uuid::Uuid;

/// Households and everyone they ever named.
pub struct Composition;

impl View for Composition {
    fn name(&self) -> &'static str {
        "household_composition_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/household_composition.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Household(fact) = fact else { return Ok(()) };
        let (household, position) = (fact.stream, column::stored(fact.position));
        match &fact.event {
            Event::Formed {
                label,
                members,
                commune,
            } => {
                change!(
                    rows,
                    "insert into household_dwelling (household, label, commune) values ($1, $2, $3)",
                    household,
                    SealedColumn::of(label)?,
                    commune.as_deref().map(column::clear),
                );
                for member in members {
                    lives(rows, household, member.person, true, position);
                }
            }
            Event::MemberJoined { member } => lives(rows, household, member.person, true, position),
            Event::MemberLeft { person, on: _ } => lives(rows, household, *person, false, position),
            Event::KinshipDeclared { person, to, .. } => {
                for named in [person, to] {
                    change!(
                        rows,
                        "insert into household_member (household, person, lives_there, touched)
                         values ($1, $2, false, $3) on conflict do nothing",
                        household,
                        named.0,
                        position,
                    );
                }
            }
        }
        Ok(())
    }
}

fn lives(rows: &mut Rows, household: Uuid, person: PersonId, there: bool, position: i64) {
    change!(
        rows,
        "insert into household_member (household, person, lives_there, touched) values ($1, $2, $3, $4)
         on conflict (household, person) do update set lives_there = excluded.lives_there, touched = excluded.touched",
        household,
        person.0,
        there,
        position,
    );
}
