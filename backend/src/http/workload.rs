//! The load of a team.

use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use crate::fault::Fault;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Query};
use contract::workload::{IndicatorsFileQuery, IndicatorsQuery, SheetFormat, SheetLanguage, WorkloadQuery};
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
    let language = match asked.language {
        Some(SheetLanguage::Fr) => Language::Fr,
        Some(SheetLanguage::En) => Language::En,
        None => worker.language,
    };
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
