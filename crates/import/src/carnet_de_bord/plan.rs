//! Goals and actions of a notebook: what was agreed under each theme, and what became of it.

use super::errands::Errand;
use super::notebook::Notebook;
use super::shelf::Shelf;
use super::tables::Row;
use super::themes;
use crate::Fault;
use crate::asking::Times;
use crate::refused::Refused;
use domain::plan::{Command, Plan};
use domain::words::{ActionId, Doer, DomainOfLife, GoalId, SupportCaseId, WorkerId};

/// Keeps the goals and actions of a notebook in one plan.
pub(super) async fn bring_in(notebook: &Notebook<'_>) -> Result<(), Fault> {
    let (office, shelf) = (notebook.office, notebook.shelf);
    let mut errands = Vec::new();
    for focus in Shelf::of(&shelf.focuses, &notebook.row.id) {
        shelf.meet(&focus.id);
        let domain = themes::domain(&focus.text("theme").ok().flatten().unwrap_or_default());
        for target in Shelf::of(&shelf.targets, &focus.id) {
            let theirs = match goal(notebook, target, domain) {
                Ok(theirs) => theirs,
                Err(why) => {
                    office.refuse(&why)?;
                    continue;
                }
            };
            shelf.meet(&target.id);
            errands.extend(theirs);
            for row in Shelf::of(&shelf.actions, &target.id) {
                match action(notebook, row, target, domain) {
                    Ok(theirs) => errands.extend(theirs),
                    Err(why) => office.refuse(&why)?,
                }
            }
        }
    }
    if errands.is_empty() {
        return Ok(());
    }
    let stream = office.ids.thing(notebook.case, "plan", &[&notebook.row.id]);
    let mut held = office.log.hold::<Plan>(stream).await?;
    office.carry(&mut held, errands).await
}

fn goal(notebook: &Notebook<'_>, row: &Row, domain: DomainOfLife) -> Result<Vec<Errand<Command>>, Refused> {
    let by = notebook.directory.worker(row, "creator_id")?;
    let goal = GoalId(notebook.thing(row));
    let agree = Command::AgreeGoal {
        support_case: SupportCaseId(notebook.case),
        goal,
        words: notebook.about(domain.compartment(), row.needed("target")?),
        domain,
        sign: None,
        target_on: None,
    };
    let agreed = notebook.times(row, "created_at")?;
    let mut errands = vec![notebook.errand(row, "goal", by, agreed, agree)];
    if row.text("status")?.as_deref() == Some("done") {
        let times = told(notebook, row, agreed)?;
        errands.push(notebook.errand(row, "goal reached", by, times, Command::ReachGoal { goal }));
    }
    Ok(errands)
}

fn action(
    notebook: &Notebook<'_>,
    row: &Row,
    target: &Row,
    domain: DomainOfLife,
) -> Result<Vec<Errand<Command>>, Refused> {
    let by = notebook.directory.worker(row, "creator_id")?;
    let action = ActionId(notebook.thing(row));
    let assign = Command::AssignAction {
        support_case: SupportCaseId(notebook.case),
        action,
        goal: Some(GoalId(notebook.thing(target))),
        what: notebook.about(domain.compartment(), row.needed("action")?),
        domain,
        // A carnet de bord tells who wrote an action down, and means it for the person it is about.
        doer: Doer::Person(notebook.known.person),
        due_on: None,
    };
    let assigned = notebook.times(row, "created_at")?;
    let started = notebook
        .dates
        .instant(row, "starting_at")?
        .map_or(assigned, Times::then);
    let ended = |times| told(notebook, row, times);
    let errand = |role: &str, by: WorkerId, times, wish| notebook.errand(row, role, by, times, wish);
    let mut errands = vec![errand("action", by, assigned, assign)];
    let start =
        |errands: &mut Vec<_>| errands.push(errand("action started", by, started, Command::StartAction { action }));
    match row.needed("status")?.as_str() {
        "in_progress" | "standby" => start(&mut errands),
        "done" => {
            start(&mut errands);
            let complete = Command::CompleteAction { action, result: None };
            errands.push(errand("action done", by, ended(started)?, complete));
        }
        "abandonned" | "abandonment" | "abandoned" | "canceled" => {
            let reason = notebook.about(domain.compartment(), "Abandonnée dans le carnet de bord d’origine");
            let abandon = Command::AbandonAction { action, reason };
            errands.push(errand("action abandoned", by, ended(started)?, abandon));
        }
        "planned" => {}
        _ => return Err(row.origin("status").refused("le statut de l’action est inconnu")),
    }
    Ok(errands)
}

/// When the record was last changed, else the last instant it tells, without saying that it was known then.
fn told(notebook: &Notebook<'_>, row: &Row, last: Times) -> Result<Times, Refused> {
    let undated = Times { known_at: None, ..last };
    Ok(notebook.dates.instant(row, "updated_at")?.map_or(undated, Times::then))
}
