//! The load of a team.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use crate::fault::Fault;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Json, Path, Query};
use contract::workload::ahead::{AheadQuery, TryPassing};
use contract::workload::{
    IndicatorsFileQuery, IndicatorsQuery, ProcessLogFormat, ProcessLogQuery, SheetFormat, SheetLanguage, WorkloadQuery,
};
use domain::words::WorkerId;
use futures::stream;
use sentences::Language;
use spreadsheet::{Format, Manner};

/// Shows the load of the reader's team on a day, to who answers for it.
#[utoipa::path(get, path = contract::paths::WORKLOAD, tag = "workload", params(WorkloadQuery), responses(
    (status = 200, body = contract::workload::Workload),
    problems::Reading,
))]
pub(super) async fn workload(
    worker: Worker,
    asked: Query<WorkloadQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.workload(worker, &asked).await?))
}

/// Shows what the reader carries herself: how each of her cases counts and why, and her weeks ahead.
#[utoipa::path(get, path = contract::paths::OWN_LOAD, tag = "workload", params(AheadQuery), responses(
    (status = 200, body = contract::workload::ahead::OwnLoad),
    problems::Reading,
))]
pub(super) async fn own_load(
    worker: Worker,
    asked: Query<AheadQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.own_load(worker, asked.at_least).await?))
}

/// Shows the weeks ahead of the reader's team, to who answers for it.
#[utoipa::path(get, path = contract::paths::TEAM_AHEAD, tag = "workload", params(AheadQuery), responses(
    (status = 200, body = contract::workload::ahead::TeamAhead),
    problems::Reading,
))]
pub(super) async fn team_ahead(
    worker: Worker,
    asked: Query<AheadQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.team_ahead(worker, asked.at_least).await?))
}

/// Shows the cases of somebody of the reader's team and how each counts, to who answers for it.
#[utoipa::path(get, path = contract::paths::WORKER_CASES, tag = "workload", params(("worker" = WorkerId, Path)), responses(
    (status = 200, body = contract::workload::ahead::WorkerCases),
    problems::Reading, problems::Missing,
))]
pub(super) async fn cases_of(
    worker: Worker,
    whose: Path<WorkerId>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.cases_of(worker, *whose).await?))
}

/// Tells what passing cases from one to another would do, to who answers for both. Nothing is written.
#[utoipa::path(post, path = contract::paths::TRY_PASSING, tag = "workload", request_body = TryPassing, responses(
    (status = 200, body = contract::workload::ahead::PassingTrial),
    problems::Reading, problems::Missing, problems::Body,
))]
pub(super) async fn try_passing(
    worker: Worker,
    body: Json<TryPassing>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.try_passing(worker, &body).await?))
}

/// Shows the figures of the reader's team over a time, each with its definition, as they were known then and as they are
/// known now, to who answers for it.
#[utoipa::path(get, path = contract::paths::INDICATORS, tag = "workload", params(IndicatorsQuery), responses(
    (status = 200, body = contract::workload::Indicators),
    problems::Reading,
))]
pub(super) async fn indicators(
    worker: Worker,
    asked: Query<IndicatorsQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.indicators(worker, &asked).await?))
}

/// Gives the same figures as a file for a spreadsheet: a row for each, and one for each kind of support. What the screen
/// hides is hidden in it too.
#[utoipa::path(get, path = contract::paths::INDICATORS_FILE, tag = "workload", params(IndicatorsFileQuery), responses(
    (status = 200, description = "The file.", content(
        (Vec<u8> = "application/vnd.oasis.opendocument.spreadsheet"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    )),
    problems::Reading,
))]
pub(super) async fn indicators_file(
    worker: Worker,
    asked: Query<IndicatorsFileQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let language = told_in(asked.language, &worker);
    let (format, manner) = (
        match asked.format {
            SheetFormat::Csv => Format::Csv,
            SheetFormat::Xlsx => Format::Xlsx,
            SheetFormat::Ods => Format::Ods,
        },
        match language {
            Language::Fr => Manner::French,
            Language::En => Manner::English,
        },
    );
    let over = IndicatorsQuery {
        from: asked.from,
        until: asked.until,
        at_least: asked.at_least,
    };
    let (seen, sheet) = trame.indicators_sheet(worker, &over, language).await?;
    let file = spreadsheet::write(&sheet, format, manner).map_err(Fault::from)?;
    let name = format!("trame-{}-{}.{}", seen.from.0, seen.until.0, asked.format.code());
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(file))
}

/// Gives what happened in the cases of the reader's team as a file for process mining, to who answers for it: under numbers
/// that mean nothing elsewhere, by days, and without any worker. Where so few cases had something happen that the file would
/// point at somebody, there is none.
#[utoipa::path(get, path = contract::paths::PROCESS_LOG, tag = "workload", params(ProcessLogQuery), responses(
    (status = 200, description = "The file.", content(
        (String = "application/xml"),
        (String = "application/json"),
    )),
    problems::Reading,
))]
pub(super) async fn process_log(
    worker: Worker,
    asked: Query<ProcessLogQuery>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let language = told_in(asked.language, &worker);
    let over = IndicatorsQuery {
        from: asked.from,
        until: asked.until,
        at_least: asked.at_least,
    };
    let format = match asked.format {
        ProcessLogFormat::Xes => process_log::Format::Xes,
        ProcessLogFormat::Ocel => process_log::Format::Ocel,
    };
    let (from, until, log) = trame.process_log(worker, &over, language).await?;
    let name = format!("trame-{}-{}.{}", from.0, until.0, format.ending());
    let pieces = process_log::pieces(log, format).map(|piece| match piece {
        Ok(piece) => Ok(Bytes::from(piece)),
        Err(fault) => {
            tracing::error!(%fault, "a file for process mining ended before its end");
            Err(actix_web::Error::from(fault))
        }
    });
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .streaming(Box::pin(stream::iter(pieces))))
}

/// The language of a file: the one that is asked for, else that of who asks.
fn told_in(asked: Option<SheetLanguage>, worker: &Worker) -> Language {
    match asked {
        Some(SheetLanguage::Fr) => Language::Fr,
        Some(SheetLanguage::En) => Language::En,
        None => worker.language,
    }
}
