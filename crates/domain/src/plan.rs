//! What was agreed with a person: goals in her words, actions with one doer and a date, and what became of them.

use crate::words::{ActionId, Day, Doer, DomainOfLife, GoalId, SupportCaseId, Text};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in the way, when an action is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Blocker {
    /// No housing found.
    Housing,
    /// Nobody to look after the children.
    Childcare,
    /// Another body has not answered.
    AnotherBody,
    /// No way to get there.
    Transport,
    /// Health.
    Health,
    /// Something else.
    Other,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Agrees a goal; a first one drafts the plan.
    AgreeGoal {
        /// The case it is for.
        support_case: SupportCaseId,
        /// The goal.
        goal: GoalId,
        /// In the person's words.
        words: Text,
        /// Its domain.
        domain: DomainOfLife,
        /// How one will see that it is reached.
        sign: Option<Text>,
        /// By when.
        target_on: Option<Day>,
    },
    /// Gives an action to one doer; a first one drafts the plan.
    AssignAction {
        /// The case it is for.
        support_case: SupportCaseId,
        /// The action.
        action: ActionId,
        /// The goal it serves.
        goal: Option<GoalId>,
        /// What is to be done.
        what: Text,
        /// Its domain.
        domain: DomainOfLife,
        /// Who does it.
        doer: Doer,
        /// By when.
        due_on: Option<Day>,
    },
    /// Tells that an action has begun.
    StartAction {
        /// Which.
        action: ActionId,
    },
    /// Tells that an action is done.
    CompleteAction {
        /// Which.
        action: ActionId,
        /// What came of it.
        result: Option<Text>,
    },
    /// Moves the date of an action.
    DelayAction {
        /// Which.
        action: ActionId,
        /// The new date.
        due_on: Day,
        /// Why.
        reason: Text,
        /// What stands in the way.
        blocker: Blocker,
    },
    /// Gives an action up.
    AbandonAction {
        /// Which.
        action: ActionId,
        /// Why.
        reason: Text,
    },
    /// Tells that a goal is reached.
    ReachGoal {
        /// Which.
        goal: GoalId,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A plan exists for a case.
    Drafted {
        /// The case.
        support_case: SupportCaseId,
    },
    /// A goal was agreed.
    GoalAgreed {
        /// The goal.
        goal: GoalId,
        /// In the person's words.
        words: Text,
        /// Its domain.
        domain: DomainOfLife,
        /// How one will see that it is reached.
        sign: Option<Text>,
        /// By when.
        target_on: Option<Day>,
    },
    /// An action has a doer.
    ActionAssigned {
        /// The action.
        action: ActionId,
        /// The goal it serves.
        goal: Option<GoalId>,
        /// What is to be done.
        what: Text,
        /// Its domain.
        domain: DomainOfLife,
        /// Who does it.
        doer: Doer,
        /// By when.
        due_on: Option<Day>,
    },
    /// An action has begun.
    ActionStarted {
        /// Which.
        action: ActionId,
    },
    /// An action is done.
    ActionCompleted {
        /// Which.
        action: ActionId,
        /// What came of it.
        result: Option<Text>,
    },
    /// The date of an action moved.
    ActionDelayed {
        /// Which.
        action: ActionId,
        /// The new date.
        due_on: Day,
        /// Why.
        reason: Text,
        /// What stands in the way.
        blocker: Blocker,
    },
    /// An action was given up.
    ActionAbandoned {
        /// Which.
        action: ActionId,
        /// Why.
        reason: Text,
    },
    /// A goal is reached.
    GoalReached {
        /// Which.
        goal: GoalId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "plan";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The plan belongs to another case.
    AnotherCase,
    /// This goal was agreed already.
    GoalAlreadyAgreed,
    /// The plan has no such goal.
    GoalUnknown,
    /// This goal is reached already.
    GoalAlreadyReached,
    /// This action was given already.
    ActionAlreadyAssigned,
    /// The plan has no such action.
    ActionUnknown,
    /// It has begun already.
    ActionAlreadyStarted,
    /// It is done or given up: nothing more can come of it.
    ActionOver,
    /// The new date is not later than the present one.
    NotLater,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AnotherCase => "plan.another_case",
            Self::GoalAlreadyAgreed => "plan.goal_already_agreed",
            Self::GoalUnknown => "plan.goal_unknown",
            Self::GoalAlreadyReached => "plan.goal_already_reached",
            Self::ActionAlreadyAssigned => "plan.action_already_assigned",
            Self::ActionUnknown => "plan.action_unknown",
            Self::ActionAlreadyStarted => "plan.action_already_started",
            Self::ActionOver => "plan.action_over",
            Self::NotLater => "plan.not_later",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::GoalUnknown => Some("goal"),
            Self::NotLater => Some("due_on"),
            Self::AnotherCase
            | Self::GoalAlreadyAgreed
            | Self::GoalAlreadyReached
            | Self::ActionAlreadyAssigned
            | Self::ActionUnknown
            | Self::ActionAlreadyStarted
            | Self::ActionOver => None,
        }
    }
}

/// How an action goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Given, not begun.
    ToDo,
    /// Begun.
    Started,
    /// Done.
    Done,
    /// Given up.
    Abandoned,
}

/// What the rules must know of a plan. No personal content, so it may travel to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plan {
    /// The case it is for, once drafted.
    pub support_case: Option<SupportCaseId>,
    /// Its goals.
    pub goals: BTreeSet<GoalId>,
    /// The goals that are reached.
    pub reached: BTreeSet<GoalId>,
    /// Its actions: how they go, and their date.
    pub actions: BTreeMap<ActionId, (Progress, Option<Day>)>,
}

impl Decider for Plan {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        match asked.command.clone() {
            Command::AgreeGoal { goal, .. } if self.goals.contains(&goal) => Err(Refusal::GoalAlreadyAgreed),
            Command::AgreeGoal {
                support_case,
                goal,
                words,
                domain,
                sign,
                target_on,
            } => self.drafted_for(
                support_case,
                Event::GoalAgreed {
                    goal,
                    words,
                    domain,
                    sign,
                    target_on,
                },
            ),
            Command::AssignAction { action, .. } if self.actions.contains_key(&action) => {
                Err(Refusal::ActionAlreadyAssigned)
            }
            Command::AssignAction { goal: Some(goal), .. } if !self.goals.contains(&goal) => Err(Refusal::GoalUnknown),
            Command::AssignAction {
                support_case,
                action,
                goal,
                what,
                domain,
                doer,
                due_on,
            } => self
                .drafted_for(
                    support_case,
                    Event::ActionAssigned {
                        action,
                        goal,
                        what,
                        domain,
                        doer,
                        due_on,
                    },
                )
                // No other plan may use the id: whoever follows an action follows one.
                .map(|decided| decided.reserving("plan.action", action.to_string())),
            Command::StartAction { action } => match self.going_on(action)? {
                (Progress::Started, _) => Err(Refusal::ActionAlreadyStarted),
                (Progress::ToDo | Progress::Done | Progress::Abandoned, _) => {
                    Ok(vec![Event::ActionStarted { action }].into())
                }
            },
            Command::CompleteAction { action, result } => {
                self.going_on(action)?;
                Ok(vec![Event::ActionCompleted { action, result }].into())
            }
            Command::DelayAction {
                action,
                due_on,
                reason,
                blocker,
            } => match self.going_on(action)? {
                (_, Some(present)) if due_on <= present => Err(Refusal::NotLater),
                (_, _) => Ok(vec![Event::ActionDelayed {
                    action,
                    due_on,
                    reason,
                    blocker,
                }]
                .into()),
            },
            Command::AbandonAction { action, reason } => {
                self.going_on(action)?;
                Ok(vec![Event::ActionAbandoned { action, reason }].into())
            }
            Command::ReachGoal { goal } if !self.goals.contains(&goal) => Err(Refusal::GoalUnknown),
            Command::ReachGoal { goal } if self.reached.contains(&goal) => Err(Refusal::GoalAlreadyReached),
            Command::ReachGoal { goal } => Ok(vec![Event::GoalReached { goal }].into()),
        }
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Drafted { support_case } => self.support_case = Some(*support_case),
            Event::GoalAgreed { goal, .. } => {
                self.goals.insert(*goal);
            }
            Event::ActionAssigned { action, due_on, .. } => {
                self.actions.insert(*action, (Progress::ToDo, *due_on));
            }
            Event::ActionStarted { action } => self.now(*action, Progress::Started),
            Event::ActionCompleted { action, .. } => self.now(*action, Progress::Done),
            Event::ActionAbandoned { action, .. } => self.now(*action, Progress::Abandoned),
            Event::ActionDelayed { action, due_on, .. } => {
                if let Some((_, due)) = self.actions.get_mut(action) {
                    *due = Some(*due_on);
                }
            }
            Event::GoalReached { goal } => {
                self.reached.insert(*goal);
            }
        }
        self
    }
}

impl Plan {
    fn drafted_for(&self, support_case: SupportCaseId, event: Event) -> Result<Decided<Event>, Refusal> {
        match self.support_case {
            None => Ok(vec![Event::Drafted { support_case }, event].into()),
            Some(present) if present == support_case => Ok(vec![event].into()),
            Some(_) => Err(Refusal::AnotherCase),
        }
    }

    fn going_on(&self, action: ActionId) -> Result<(Progress, Option<Day>), Refusal> {
        match self.actions.get(&action) {
            None => Err(Refusal::ActionUnknown),
            Some((Progress::Done | Progress::Abandoned, _)) => Err(Refusal::ActionOver),
            Some((progress @ (Progress::ToDo | Progress::Started), due)) => Ok((*progress, *due)),
        }
    }

    fn now(&mut self, action: ActionId, progress: Progress) {
        if let Some((present, _)) = self.actions.get_mut(&action) {
            *present = progress;
        }
    }
}

#[cfg(test)]
mod spec;
