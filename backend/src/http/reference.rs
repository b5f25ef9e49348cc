//! Whether the server is well, and the description of the API with its readable page.

use super::failure::Failure;
use super::problems;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::middleware::DefaultHeaders;
use actix_web::web::Data;
use serde::Serialize;
use utoipa::OpenApi;
use utoipa_swagger_ui::SwaggerUi;

/// The server is well.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct Health {
    /// `ok`.
    status: &'static str,
    /// The newest position of the log.
    position: u64,
}

/// Tells whether the server is well, and how far its log goes.
#[utoipa::path(get, path = contract::paths::HEALTH, tag = "server", responses(
    (status = 200, body = Health),
    problems::Reading,
))]
pub(super) async fn health(trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(Health {
        status: "ok",
        position: trame.log.head().await?,
    }))
}

/// The description of the API.
pub(super) async fn openapi() -> HttpResponse {
    HttpResponse::Ok().json(description())
}

/// The description of the API, from the handlers themselves.
#[must_use]
pub(super) fn description() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The readable page.
pub(super) fn docs() -> SwaggerUi {
    SwaggerUi::new("/{_:.*}").config(utoipa_swagger_ui::Config::from(contract::paths::OPENAPI).validator_url("none"))
}

/// That page sets its styles by script: it alone may.
pub(super) fn docs_headers() -> DefaultHeaders {
    DefaultHeaders::new().add((
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    ))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Trame",
        description = "Every action on a case is an event, kept for ever; every answer is what this reader may see of \
                       them. Commands carry an id made by the client: the same one, sent again, has one effect. \
                       Problems follow RFC 9457 with a stable `code`.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    tags(
        (name = "session", description = "Signing in and out."),
        (name = "support cases", description = "The reader's cases."),
        (name = "course of a case", description = "Opening a case, its household and its team, handing it over, ending it and beginning again."),
        (name = "contacts", description = "Interviews, visits, calls."),
        (name = "appointments", description = "Booking, moving and giving up an appointment; calendars elsewhere."),
        (name = "documents", description = "Pieces that are asked for once, deposited with what they hold, renewed, taken back."),
        (name = "financial aid", description = "Money that is requested for somebody, decided and paid."),
        (name = "plan", description = "Goals and actions."),
        (name = "team meetings", description = "Calling a meeting, its steps, the shared case view and its decisions."),
        (name = "rights", description = "What is passed on and to whom, who is kept away from a case, whom to ask, and opening one with a reason."),
        (name = "workload", description = "The load of a team."),
        (name = "log", description = "Checkpoints of the log and proofs about it, for witnesses."),
        (name = "server", description = "The server itself."),
    ),
    // Named by parameters alone, from where none is gathered.
    components(schemas(
        contract::workload::SheetFormat,
        contract::workload::SheetLanguage,
        contract::workload::ProcessLogFormat,
    )),
    paths(
        health,
        super::session::me,
        super::session::sign_in,
        super::session::sign_out,
        super::session::own,
        super::session::end_own,
        super::session::end_others,
        super::openid::ways,
        super::openid::leave,
        super::openid::back,
        super::passkey::ask,
        super::passkey::sign_in,
        super::passkey::own,
        super::passkey::offer,
        super::passkey::add,
        super::passkey::remove,
        super::password::choose,
        super::password::change,
        super::second_factor::sign_in_code,
        super::second_factor::second_factor,
        super::second_factor::enrol,
        super::second_factor::confirm,
        super::live::events,
        super::log::checkpoint,
        super::log::inclusion,
        super::log::consistency,
        super::support_case::list,
        super::support_case::search,
        super::support_case::detail,
        super::support_case::identify_strength,
        super::timeline::timeline,
        super::contact::note,
        super::appointment::book,
        super::appointment::move_to,
        super::appointment::cancel,
        super::reminder::agree,
        super::reminder::withdraw,
        super::reminder::receive,
        super::calendar::address,
        super::calendar::renew,
        super::calendar::revoke,
        super::calendar::feed,
        super::course::opening::open,
        super::course::household::welcome,
        super::course::household::move_out,
        super::course::join,
        super::course::leave,
        super::course::agree_cadence,
        super::course::hand_over,
        super::course::close,
        super::course::reopen,
        super::deadline::set,
        super::deadline::meet,
        super::deadline::move_to,
        super::deadline::withdraw,
        super::document::list,
        super::document::request,
        super::document::deposit,
        super::document::renew,
        super::document::withdraw,
        super::document::content::give,
        super::financial_aid::list,
        super::financial_aid::request,
        super::financial_aid::complete,
        super::financial_aid::resume,
        super::financial_aid::decide,
        super::financial_aid::end,
        super::financial_aid::pay,
        super::financial_aid::retract,
        super::measure::note,
        super::measure::follow,
        super::measure::meet_for_handover,
        super::signal::set_aside,
        super::plan::agree_goal,
        super::plan::assign_action,
        super::plan::complete_action,
        super::team_meeting::list,
        super::team_meeting::shared_view,
        super::team_meeting::record_decision,
        super::team_meeting::copies::list,
        super::team_meeting::copies::copy,
        super::team_meeting::copies::decisions,
        super::team_meeting::steps::schedule,
        super::team_meeting::steps::add_case,
        super::team_meeting::steps::take_step,
        super::exclusion::list,
        super::exclusion::set,
        super::exclusion::lift,
        super::sharing::list,
        super::sharing::share,
        super::sharing::exchange,
        super::sharing::end,
        super::sharing::settle,
        super::sharing::directory,
        super::sharing::professionals,
        super::consent::give,
        super::consent::withdraw,
        super::consent::oppose,
        super::consent::lift,
        super::exceptional_access::find_referent,
        super::exceptional_access::list,
        super::exceptional_access::open,
        super::exceptional_access::end,
        super::exceptional_access::review,
        super::journal::find_case,
        super::journal::readings,
        super::week::week,
        super::workload::workload,
        super::workload::indicators,
        super::workload::indicators_file,
        super::workload::process_log,
        super::workload::own_load,
        super::workload::team_ahead,
        super::workload::cases_of,
        super::workload::try_passing,
        super::entrusting::entrust,
        super::absence::declare,
        super::absence::withdraw,
        super::weights::board,
        super::weights::propose,
        super::weights::adopt,
        super::weights::withdraw,
    ),
    modifiers(&Cookie),
    security(("session" = []))
)]
struct Described;

/// The session travels in a cookie, the token of a witness in a header.
struct Cookie;

impl utoipa::Modify for Cookie {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
        let session = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(super::worker::COOKIE)));
        let witness = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = openapi.components.get_or_insert_with(Default::default);
        components.add_security_scheme("session", session);
        components.add_security_scheme("witness", witness);
    }
}
