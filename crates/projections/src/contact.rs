//! Acts: contacts held and missed, and acts kept from other records.

use crate::view::{Rows, View, keep};
use crate::{Fact, Fault, column};
use domain::contact::Event as Contact;
use domain::support_case::Event as Case;

/// One row per act.
pub struct Acts;

impl View for Acts {
    fn name(&self) -> &'static str {
        "contact_act_v3"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/contact_act.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        if let Fact::SupportCase(fact) = fact
            && let Case::ActRecorded { activity: _, worker } = &fact.event
        {
            keep!(
                rows,
                "contact_recorded_act",
                "position, support_case, worker, occurred_at, known_at",
                "$1, $2, $3, $4, $5",
                column::stored(fact.position),
                fact.stream,
                worker.map(|worker| worker.0),
                fact.occurred_at,
                fact.known(),
            );
            return Ok(());
        }
        let Fact::Contact(fact) = fact else { return Ok(()) };
        match &fact.event {
            Contact::Noted { by, held, .. } => {
                keep!(
                    rows,
                    "contact_held",
                    "contact, support_case, worker, kind, domains, occurred_at, known_at",
                    "$1, $2, $3, $4, $5, $6, $7",
                    fact.stream,
                    held.support_case.0,
                    by.0,
                    column::code(&held.kind)?,
                    held.domains.iter().map(|domain| domain.code()).collect::<Vec<_>>(),
                    fact.occurred_at,
                    fact.known(),
                );
            }
            Contact::Missed {
                by,
                support_case,
                kind,
                excused,
                ..
            } => keep!(
                rows,
                "contact_missed",
                "contact, support_case, worker, kind, excused, occurred_at, known_at",
                "$1, $2, $3, $4, $5, $6, $7",
                fact.stream,
                support_case.0,
                by.0,
                column::code(kind)?,
                *excused,
                fact.occurred_at,
                fact.known(),
            ),
            Contact::NotReached {
                by,
                support_case,
                by_what,
                note: _,
            } => keep!(
                rows,
                "contact_not_reached",
                "contact, support_case, worker, by_what, occurred_at, known_at",
                "$1, $2, $3, $4, $5, $6",
                fact.stream,
                support_case.0,
                by.0,
                column::code(by_what)?,
                fact.occurred_at,
                fact.known(),
            ),
            Contact::Corrected { .. } => {}
        }
        Ok(())
    }
}
