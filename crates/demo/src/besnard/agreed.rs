//! Measures and contracts of six years, goals, the steps that come next, and what is due.

use super::{Drawn, Family};
use crate::act::Wish;
use crate::book::{about, within};
use crate::territory::worker;
use domain::deadline;
use domain::plan::{Blocker, Command};
use domain::support_case::{Command as CaseCommand, Measure};
use domain::words::DomainOfLife::{self, Budget, Employment, Housing, Network, Parenting, School};
use domain::words::{ActionId, DeadlineId, Doer, Due, GoalId, MeasureId};
use sealed::Compartment;

const ANNE: &str = "anne.delcourt";
const PIERRE: &str = "pierre.lacaze";
const JULIE: &str = "julie.marchand";

/// Name, domain, first day, term, who wrote it down, and whether it has ended.
type Spell = (&'static str, DomainOfLife, Drawn, Option<Drawn>, &'static str, bool);

const MEASURES: [Spell; 11] = [
    ("Hôtel", Housing, (2020, 12, 3), Some((2021, 6, 3)), ANNE, true),
    ("Suivi PMI", Parenting, (2021, 2, 1), Some((2022, 4, 29)), ANNE, true),
    ("Locataire, Habitat du Val", Housing, (2021, 6, 15), None, ANNE, false),
    ("CDD cantine", Employment, (2022, 1, 3), Some((2023, 1, 31)), ANNE, true),
    ("MASP", Budget, (2023, 9, 13), Some((2024, 8, 30)), PIERRE, true),
    ("AED", Parenting, (2023, 9, 20), Some((2024, 9, 18)), PIERRE, true),
    ("RASED", School, (2023, 11, 6), Some((2024, 7, 5)), PIERRE, true),
    ("Le Relais", Network, (2024, 1, 4), Some((2025, 2, 28)), PIERRE, true),
    ("Chantier", Employment, (2025, 9, 1), Some((2026, 8, 31)), JULIE, true),
    ("CM1 et GS", School, (2025, 9, 1), None, JULIE, false),
    ("Contrat", Budget, (2026, 3, 4), Some((2027, 3, 3)), JULIE, false),
];

impl Family<'_> {
    pub(super) fn agree(&mut self) {
        for (label, domain, from, until, by, over) in MEASURES {
            self.measure(label, domain, (from, until, over), by);
        }
        self.want();
        self.owe();
    }

    fn measure(
        &mut self,
        label: &str,
        domain: DomainOfLife,
        (from, until, over): (Drawn, Option<Drawn>, bool),
        by: &str,
    ) {
        let at = self.at(from, 9, 45);
        let measure = MeasureId(self.book.id("measure", at));
        let start = Measure {
            measure,
            label: self.text(measure.0, domain, label),
            domain,
            from: self.day(from),
            until: until.map(|until| self.day(until)),
        };
        self.ask(worker(by), at, CaseCommand::StartMeasure(start));
        if let (Some(until), true) = (until, over) {
            let (year, ..) = until;
            let at = self.at(until, 16, 45);
            let ends = if year >= 2024 { JULIE } else { by };
            let on = self.day(until);
            self.ask(worker(ends), at, CaseCommand::EndMeasure { measure, on });
        }
    }

    /// Goals in Claire's words, and what comes next on each thread.
    fn want(&mut self) {
        let goals = [
            (
                Housing,
                "Garder l’appartement pour que les enfants restent dans leur école.",
                "Un accord signé avec le bailleur avant l’audience",
            ),
            (
                Employment,
                "Travailler dès janvier.",
                "Un contrat signé, une garde pour Tom",
            ),
        ];
        for (domain, words, sign) in goals {
            let at = self.at((2026, 11, 12), 17, 0);
            let goal = GoalId(self.book.id("goal", at));
            let agree = Command::AgreeGoal {
                support_case: self.case,
                goal,
                words: within(self.claire.person.0, domain, words),
                domain,
                sign: Some(within(self.claire.person.0, domain, sign)),
                target_on: Some(self.day((2027, 1, 4))),
            };
            self.book.write(self.plan.0, worker(JULIE), at, Wish::Plan(agree));
        }
        let by = |login| Doer::Worker(worker(login));
        let claire = Doer::Person(self.claire.person);
        let steps = [
            (
                Housing,
                "Plan d’apurement à signer",
                by("hugo.lemaire"),
                Some((2026, 11, 27)),
            ),
            (
                School,
                "Dette de cantine à étaler",
                by("elodie.roux"),
                Some((2026, 11, 30)),
            ),
            (
                Parenting,
                "Garde de Tom, dès 6 h 30",
                by("sarah.diallo"),
                Some((2026, 11, 27)),
            ),
            (Budget, "Demande au FSL", by(JULIE), Some((2026, 12, 4))),
            (Network, "Mercredis chez la grand-mère", claire, None),
        ];
        for (domain, what, doer, due) in steps {
            self.assign((2026, 11, 12), JULIE, domain, what, doer, due);
        }
    }

    /// An action of the plan.
    pub(super) fn assign(
        &mut self,
        on: Drawn,
        by: &str,
        domain: DomainOfLife,
        what: &str,
        doer: Doer,
        due: Option<Drawn>,
    ) -> ActionId {
        let at = self.at(on, 17, 10);
        let action = ActionId(self.book.id("action", at));
        let assign = Command::AssignAction {
            support_case: self.case,
            action,
            goal: None,
            what: self.text(action.0, domain, what),
            domain,
            doer,
            due_on: due.map(|due| self.day(due)),
        };
        self.book.write(self.plan.0, worker(by), at, Wish::Plan(assign));
        action
    }

    /// An action is done.
    pub(super) fn complete(&mut self, on: Drawn, by: &str, action: ActionId) {
        let at = self.at(on, 17, 20);
        let done = Command::CompleteAction { action, result: None };
        self.book.write(self.plan.0, worker(by), at, Wish::Plan(done));
    }

    /// An action is late.
    pub(super) fn delay(&mut self, on: Drawn, by: &str, action: ActionId, due: Drawn, reason: &str) {
        let at = self.at(on, 17, 15);
        let delay = Command::DelayAction {
            action,
            due_on: self.day(due),
            reason: about(self.claire.person.0, Compartment::Social, reason),
            blocker: Blocker::Other,
        };
        self.book.write(self.plan.0, worker(by), at, Wish::Plan(delay));
    }

    fn owe(&mut self) {
        use deadline::Kind::{File, Hearing, Reply, Review, Term};
        let due: [(Drawn, Drawn, deadline::Kind, DomainOfLife, &str, bool); 5] = [
            ((2026, 3, 4), (2027, 3, 3), Term, Budget, "Fin du contrat RSA", false),
            ((2026, 9, 28), (2027, 2, 19), Review, Parenting, "Revue", false),
            (
                (2026, 11, 2),
                (2027, 1, 14),
                Hearing,
                Housing,
                "Audience au tribunal",
                true,
            ),
            (
                (2026, 11, 12),
                (2026, 11, 30),
                Reply,
                Employment,
                "Réponse à l’employeur",
                false,
            ),
            ((2026, 11, 12), (2026, 12, 4), File, Housing, "FSL", false),
        ];
        for (set_on, due, kind, domain, label, legal) in due {
            let at = self.at(set_on, 17, 30);
            let deadline = DeadlineId(self.book.id("deadline", at));
            let setting = deadline::Setting {
                support_case: self.case,
                kind,
                label: Some(within(self.claire.person.0, domain, label)),
                domain: Some(domain),
                due: Due::On(self.day(due)),
                legal,
                rule: None,
            };
            let set = deadline::Command::Set(setting);
            self.book.write(deadline.0, worker(JULIE), at, Wish::Deadline(set));
        }
    }
}
