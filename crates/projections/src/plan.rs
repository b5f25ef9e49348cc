//! Plans: which situation each is for, and its actions with their doer and present date.

use crate::view::{Rows, View, change};
use crate::{Fact, Fault, column};
use domain::plan::Event;
use domain::words::{Doer, DomainOfLife};
use jiff::Timestamp;
use uuid::Uuid;

/// One row per action.
pub struct Actions;

impl View for Actions {
    fn name(&self) -> &'static str {
        "plan_action_v2"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/plan_action.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Plan(fact) = fact else { return Ok(()) };
        let (plan, at) = (fact.stream, fact.occurred_at);
        match &fact.event {
            Event::Drafted { support_case } => change!(
                rows,
                "insert into plan_draft (plan, support_case) values ($1, $2)",
                plan,
                support_case.0,
            ),
            Event::GoalAgreed { domain, .. } => touches(rows, plan, *domain, at),
            Event::ActionAssigned {
                action,
                goal: _,
                what: _,
                domain,
                doer,
                due_on,
            } => {
                let (doer_kind, doer) = doer_columns(doer);
                change!(
                    rows,
                    "insert into plan_action
                         (action, plan, support_case, domain, doer_kind, doer, due_on, progress, given_at)
                     select $1::uuid, plan, support_case, $3::text, $4::text, $5::uuid, $6::date, 'to_do', $7::timestamptz
                     from plan_draft where plan = $2",
                    action.0,
                    plan,
                    domain.code(),
                    doer_kind,
                    doer,
                    due_on.map(column::day),
                    at,
                );
                touches(rows, plan, *domain, at);
            }
            Event::ActionStarted { action } => change!(
                rows,
                "update plan_action set progress = 'started' where plan = $1 and action = $2",
                plan,
                action.0,
            ),
            Event::ActionCompleted { action, .. } => change!(
                rows,
                "update plan_action set progress = 'done', over_at = $3 where plan = $1 and action = $2",
                plan,
                action.0,
                at,
            ),
            Event::ActionAbandoned { action, .. } => change!(
                rows,
                "update plan_action set progress = 'abandoned', over_at = $3 where plan = $1 and action = $2",
                plan,
                action.0,
                at,
            ),
            Event::ActionDelayed { action, due_on, .. } => {
                change!(
                    rows,
                    "update plan_action set due_on = $3 where plan = $1 and action = $2",
                    plan,
                    action.0,
                    column::day(*due_on),
                );
            }
            Event::GoalReached { .. } => {}
        }
        Ok(())
    }
}

fn touches(rows: &mut Rows, plan: Uuid, domain: DomainOfLife, at: Timestamp) {
    change!(
        rows,
        "insert into plan_domain (support_case, domain, first_at)
         select support_case, $2::text, $3::timestamptz from plan_draft where plan = $1
         on conflict (support_case, domain) do update set first_at = least(plan_domain.first_at, excluded.first_at)",
        plan,
        domain.code(),
        at,
    );
}

/// A doer as a kind and an id.
pub(crate) fn doer_columns(doer: &Doer) -> (&'static str, Uuid) {
    match doer {
        Doer::Worker(worker) => ("worker", worker.0),
        Doer::Person(person) => ("person", person.0),
        Doer::Service(service) => ("service", service.0),
    }
}
