//! What was agreed: goals in the person's words, actions done, late or given up, measures, dates, turns of life, and
//! those who join around the person.

use super::Life;
use crate::act::Wish;
use crate::book::within;
use crate::calendar::{months, plus, workday};
use crate::slot::Trouble;
use crate::stories::{Date, Fate, Step};
use crate::territory::worker;
use domain::deadline;
use domain::plan::Command;
use domain::support_case::{Command as CaseCommand, Joining, Measure};
use domain::words::{ActionId, Day, DeadlineId, DomainOfLife, Due, GoalId, MeasureId, WorkerId};

impl Life<'_, '_> {
    /// Tells all that was agreed.
    pub(super) fn agree(&mut self) {
        let story = self.slot.story;
        self.gather();
        let first = self.slot.first_contact_on.unwrap_or(self.slot.opened_on);
        let [early, late] = story.goals;
        let goal = self.set_goal(first, early);
        if self.month(4) <= self.horizon() {
            self.set_goal(self.month(4), late);
        }
        for step in &story.steps {
            self.take_step(step, goal);
        }
        if let (Some(goal), true) = (goal, self.month(13) <= self.horizon()) {
            self.ask_plan(self.month(13), Command::ReachGoal { goal });
        }
        self.turn();
        self.measure();
        for date in &story.dates {
            self.set_date(date);
        }
        self.fall_behind();
        if let (Some(due), Some(by)) = (self.slot.due, self.slot.referent_on(self.book.calendar.today())) {
            let set_on = workday(self.book.calendar.ago(31));
            self.set_deadline(by, set_on, due.on, (due.kind, due.domain, due.label, due.legal));
        }
    }

    fn gather(&mut self) {
        for (place, login) in self.slot.story.around.iter().enumerate() {
            let month = i32::try_from(place).unwrap_or(0).saturating_add(1);
            let day = self.month(month);
            if day <= self.horizon()
                && let Some(by) = self.slot.referent_on(day)
            {
                let at = self.book.calendar.at(day, 11, 30);
                let worker = worker(login);
                self.ask(by, at, CaseCommand::JoinTeam(Joining::of(worker)));
            }
        }
    }

    fn ask_plan(&mut self, day: Day, command: Command) {
        if let Some(by) = self.slot.referent_on(day) {
            let at = self.book.calendar.at(day, 17, 5);
            self.book.write(self.plan.0, by, at, Wish::Plan(command));
        }
    }

    fn set_goal(&mut self, day: Day, (domain, words, sign): (DomainOfLife, &str, &str)) -> Option<GoalId> {
        self.slot.first_contact_on?;
        self.slot.referent_on(day)?;
        if !self.slot.speaks_of(domain) {
            return None;
        }
        let person = self.home.main().0;
        let (words, sign) = (self.fill(words), self.fill(sign));
        let at = self.book.calendar.at(day, 17, 5);
        let goal = GoalId(self.book.id("goal", at));
        let agree = Command::AgreeGoal {
            support_case: self.case,
            goal,
            words: within(person, domain, &words),
            domain,
            sign: Some(within(person, domain, &sign)),
            target_on: Some(months(day, 9)),
        };
        self.ask_plan(day, agree);
        Some(goal)
    }

    fn take_step(&mut self, step: &Step, goal: Option<GoalId>) {
        let first = self.slot.first_contact_on.unwrap_or(self.slot.opened_on);
        let wanted = plus(self.month(step.month), self.chance.between(3, 12));
        let day = workday(wanted.max(plus(first, 1)));
        let told = self.slot.speaks_of(step.domain) && self.slot.first_contact_on.is_some();
        if !told || day > self.horizon() || self.slot.referent_on(day).is_none() {
            return;
        }
        let due = workday(plus(day, self.chance.between(18, 45)));
        let at = self.book.calendar.at(day, 17, 5);
        let action = ActionId(self.book.id("action", at));
        let what = self.fill(step.what);
        let assign = Command::AssignAction {
            support_case: self.case,
            action,
            goal,
            what: within(self.home.main().0, step.domain, &what),
            domain: step.domain,
            doer: self.doer(step.by, day),
            due_on: Some(due),
        };
        self.ask_plan(day, assign);
        self.meet_fate(step, action, due);
    }

    fn meet_fate(&mut self, step: &Step, action: ActionId, due: Day) {
        let person = self.home.main().0;
        match step.fate {
            Fate::Done(result) => {
                let day = workday(plus(due, -self.chance.between(2, 9)));
                let result = Some(within(person, step.domain, result));
                self.when_past(day, Command::CompleteAction { action, result });
            }
            Fate::Late(reason, blocker) => {
                let day = workday(plus(due, 1));
                let later = workday(plus(due, 35));
                let delay = Command::DelayAction {
                    action,
                    due_on: later,
                    reason: within(person, step.domain, reason),
                    blocker,
                };
                self.when_past(day, delay);
                let complete = Command::CompleteAction { action, result: None };
                self.when_past(workday(plus(later, -4)), complete);
            }
            Fate::GivenUp(reason) => {
                let reason = within(person, step.domain, reason);
                self.when_past(workday(plus(due, 6)), Command::AbandonAction { action, reason });
            }
        }
    }

    fn when_past(&mut self, day: Day, command: Command) {
        if day <= self.horizon() {
            self.ask_plan(day, command);
        }
    }

    fn turn(&mut self) {
        let Some((month, domain, text)) = self.slot.story.turn else {
            return;
        };
        let on = self.month(month);
        let noted_on = on.max(self.slot.first_contact_on.unwrap_or(self.slot.opened_on));
        if noted_on > self.horizon() {
            return;
        }
        if let Some(by) = self.slot.referent_on(noted_on) {
            let text = within(self.home.main().0, domain, text);
            let at = self.book.calendar.at(noted_on, 17, 15);
            let domain = Some(domain).filter(|domain| self.slot.speaks_of(*domain));
            self.ask(by, at, CaseCommand::RecordLifeEvent { on, text, domain });
        }
    }

    fn measure(&mut self) {
        let Some((month, domain, label, length)) = self.slot.story.measure else {
            return;
        };
        let from = self.month(month);
        if !self.slot.speaks_of(domain) || from > self.horizon() || from < self.slot.first_contact_on.unwrap_or(from) {
            return;
        }
        let Some(by) = self.slot.referent_on(from) else { return };
        let until = months(from, length);
        let at = self.book.calendar.at(from, 17, 20);
        let measure = MeasureId(self.book.id("measure", at));
        let start = Measure {
            measure,
            label: within(self.home.main().0, domain, label),
            domain,
            from,
            until: Some(until),
        };
        self.ask(by, at, CaseCommand::StartMeasure(start));
        let ended_on = workday(until);
        if ended_on <= self.horizon()
            && let Some(by) = self.slot.referent_on(ended_on)
        {
            let at = self.book.calendar.at(ended_on, 12, 0);
            self.ask(by, at, CaseCommand::EndMeasure { measure, on: until });
        }
    }

    fn set_date(&mut self, date: &Date) {
        let set_on = self
            .month(date.month)
            .max(self.slot.first_contact_on.unwrap_or(self.slot.opened_on));
        let due = workday(plus(set_on, date.days));
        let closes_before = self.slot.ending.closed_on().is_some_and(|(on, _)| due >= on);
        let Some(by) = self.slot.referent_on(set_on) else {
            return;
        };
        let told = self.slot.speaks_of(date.domain) && self.slot.first_contact_on.is_some();
        if set_on > self.horizon() || closes_before || !told {
            return;
        }
        let label = self.fill(date.label);
        let deadline = self.set_deadline(by, set_on, due, (date.kind, date.domain, &label, date.legal));
        let met_on = workday(plus(due, -self.chance.between(3, 8))).max(plus(set_on, 1));
        if met_on <= self.horizon() {
            let at = self.book.calendar.at(met_on, 15, 20);
            let by = self.slot.referent_on(met_on).unwrap_or(by);
            self.book
                .write(deadline.0, by, at, Wish::Deadline(deadline::Command::Meet));
        }
    }

    fn set_deadline(
        &mut self,
        by: WorkerId,
        on: Day,
        due: Day,
        (kind, domain, label, legal): (deadline::Kind, DomainOfLife, &str, bool),
    ) -> DeadlineId {
        let at = self.book.calendar.at(on, 17, 30);
        let deadline = DeadlineId(self.book.id("deadline", at));
        let set = deadline::Setting {
            support_case: self.case,
            kind,
            label: Some(within(self.home.main().0, domain, label)),
            domain: Some(domain),
            due: Due::On(due),
            legal,
            rule: None,
        };
        self.book
            .write(deadline.0, by, at, Wish::Deadline(deadline::Command::Set(set)));
        deadline
    }

    /// A date that has passed without its act.
    fn fall_behind(&mut self) {
        let Trouble::Overdue(days) = self.slot.trouble else {
            return;
        };
        let due = self.book.calendar.ago(days);
        let on = plus(due, -40);
        if let Some(by) = self.slot.referent_on(on) {
            let what = (
                deadline::Kind::Review,
                DomainOfLife::Rights,
                "Bilan à écrire avec la personne",
                false,
            );
            self.set_deadline(by, on, due, what);
        }
    }
}
