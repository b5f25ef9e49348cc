//! The samples of plan.

use crate::sample::{day, id, samples};
use domain::plan::{Blocker, Event};
use domain::words::{Doer, DomainOfLife};
use sealed::Compartment::{Housing, Work};

samples! {
    "drafted", Event::Drafted { .. } => |_| Event::Drafted { support_case: id(0xd1) };
    "goal_agreed", Event::GoalAgreed { .. } => |here| Event::GoalAgreed {
        goal: id(0xf1),
        words: here.hers("words", Housing),
        domain: DomainOfLife::Housing,
        sign: Some(here.hers("sign", Housing)),
        target_on: Some(day(12, 31)),
    };
    "action_assigned", Event::ActionAssigned { .. } => |here| Event::ActionAssigned {
        action: id(0xf2),
        goal: Some(id(0xf1)),
        what: here.hers("what", Housing),
        domain: DomainOfLife::Housing,
        doer: Doer::Person(id(0xc1)),
        due_on: Some(day(12, 1)),
    };
    "action_started", Event::ActionStarted { .. } => |_| Event::ActionStarted { action: id(0xf2) };
    "action_completed", Event::ActionCompleted { .. } => |here| Event::ActionCompleted {
        action: id(0xf2),
        result: Some(here.hers("result", Housing)),
    };
    "action_delayed", Event::ActionDelayed { .. } => |here| Event::ActionDelayed {
        action: id(0xf2),
        due_on: day(12, 15),
        reason: here.hers("reason", Work),
        blocker: Blocker::AnotherBody,
    };
    "action_abandoned", Event::ActionAbandoned { .. } => |here| Event::ActionAbandoned {
        action: id(0xf2),
        reason: here.hers("reason", Work),
    };
    "goal_reached", Event::GoalReached { .. } => |_| Event::GoalReached { goal: id(0xf1) };
}
