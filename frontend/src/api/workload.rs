//! The load of a team.

use super::{Answer, get, get_view, post, write};
use crate::words::language;
use contract::{
    Accepted, paths,
    workload::{
        Indicators, ProcessLogFormat, SheetFormat, Workload,
        ahead::{DeclareAbsence, OwnLoad, PassingTrial, TeamAhead, TryPassing, WithdrawAbsence, WorkerCases},
        entrusting::{Entrust, Entrusted},
    },
};
use domain::words::{AbsenceId, Day, WorkerId};

/// The load today, or as it was at the start of a day.
pub(crate) async fn seen(on: Option<Day>) -> Answer<Workload> {
    let asked: Vec<_> = on.map(|day| ("on", day.to_string())).into_iter().collect();
    get_view(paths::WORKLOAD, &asked).await
}

/// The figures from one day to another.
pub(crate) async fn indicators(from: Day, until: Day) -> Answer<Indicators> {
    let asked = [("from", from.to_string()), ("until", until.to_string())];
    get_view(paths::INDICATORS, &asked).await
}

/// Where the same figures are found as a file.
pub(crate) fn indicators_file(seen: &Indicators, format: SheetFormat) -> String {
    format!(
        "{}?format={}&from={}&until={}&at_least={}&language={}",
        paths::INDICATORS_FILE,
        format.code(),
        seen.from,
        seen.until,
        seen.position,
        language().tag()
    )
}

/// Where what happened over the same time is found as a file for process mining.
pub(crate) fn process_log(seen: &Indicators, format: ProcessLogFormat) -> String {
    format!(
        "{}?format={}&from={}&until={}&at_least={}&language={}",
        paths::PROCESS_LOG,
        format.code(),
        seen.from,
        seen.until,
        seen.position,
        language().tag()
    )
}

/// What the reader carries herself.
pub(crate) async fn own() -> Answer<OwnLoad> {
    get_view(paths::OWN_LOAD, &[]).await
}

/// The weeks ahead of the team.
pub(crate) async fn team_ahead() -> Answer<TeamAhead> {
    get_view(paths::TEAM_AHEAD, &[]).await
}

/// Says when she is away.
pub(crate) async fn declare_absence(asked: DeclareAbsence) -> Answer<Accepted> {
    write(paths::ABSENCES, &asked).await
}

/// Takes that back.
pub(crate) async fn withdraw_absence(absence: AbsenceId, asked: WithdrawAbsence) -> Answer<Accepted> {
    let path = paths::WITHDRAW_ABSENCE.replace("{absence}", &absence.to_string());
    write(&path, &asked).await
}

/// The cases of somebody of the team.
pub(crate) async fn cases_of(worker: WorkerId) -> Answer<WorkerCases> {
    get(&paths::WORKER_CASES.replace("{worker}", &worker.to_string())).await
}

/// Entrusts cases to somebody of the team.
pub(crate) async fn entrust(asked: Entrust) -> Answer<Entrusted> {
    post(paths::ENTRUST, &asked).await
}

/// What passing cases would do: a question, of which nothing is kept.
pub(crate) async fn try_passing(asked: TryPassing) -> Answer<PassingTrial> {
    post(paths::TRY_PASSING, &asked).await
}
