//! The door: every route in one table, who knocks, and the only mapping from what went wrong to a status.

mod absence;
mod appointment;
mod asking;
mod calendar;
mod consent;
mod contact;
mod course;
mod deadline;
mod document;
mod entrusting;
mod exceptional_access;
mod exclusion;
mod failure;
mod financial_aid;
mod journal;
mod live;
mod log;
mod measure;
mod openid;
mod passkey;
mod password;
mod patience;
mod plan;
mod problems;
mod reading;
mod reference;
mod reminder;
mod second_factor;
mod session;
mod sharing;
mod signal;
mod site;
mod support_case;
mod team_meeting;
mod timeline;
mod week;
mod weights;
mod worker;
mod workload;

pub use failure::Failure;
pub use worker::Worker;

use crate::app::Trame;
use actix_web::dev::Server;
use actix_web::http::header;
use actix_web::middleware::{DefaultHeaders, from_fn};
use actix_web::{App, HttpServer, web};
use contract::paths;
use std::net::TcpListener;

/// The largest body that is read, in bytes: a text of ten typed pages fits several times.
const LARGEST_BODY: usize = 512 * 1024;

/// What the browser may load: our own files and nothing from elsewhere.
const CONTENT_SECURITY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'";

/// Serves on a socket that is already bound, until asked to stop.
///
/// # Errors
/// When the socket cannot be used.
pub fn serve(trame: &web::Data<Trame>, listener: TcpListener) -> std::io::Result<Server> {
    let trame = trame.clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(trame.clone())
            .app_data(
                web::JsonConfig::default()
                    .limit(LARGEST_BODY)
                    .error_handler(failure::of_body),
            )
            .app_data(web::QueryConfig::default().error_handler(failure::of_query))
            .app_data(web::PathConfig::default().error_handler(failure::of_path))
            .wrap(from_fn(patience::answered))
            .wrap(from_fn(worker::same_origin))
            .wrap(from_fn(worker::up_to_date))
            .wrap(over_tls(trame.secure_cookies))
            .wrap(
                DefaultHeaders::new()
                    .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
                    .add((header::REFERRER_POLICY, "no-referrer"))
                    // What says nothing else is about people, and is kept by nobody.
                    .add((header::CACHE_CONTROL, "no-store"))
                    .add(("cross-origin-opener-policy", "same-origin"))
                    .add(("cross-origin-resource-policy", "same-origin"))
                    .add((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY)),
            )
            .configure(routes)
    })
    .workers(2)
    .shutdown_timeout(10)
    .disable_signals()
    .listen(listener)?
    .run();
    Ok(server)
}

/// Where people come over TLS, their browsers come so for a year, whatever a link says (ASVS 5.0, 3.4.1).
fn over_tls(secure: bool) -> DefaultHeaders {
    if secure {
        DefaultHeaders::new().add((header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"))
    } else {
        DefaultHeaders::new()
    }
}

/// Every route: the path, and the function that answers.
fn routes(app: &mut web::ServiceConfig) {
    app.configure(identity_routes)
        .configure(log_routes)
        .configure(case_routes)
        .configure(meeting_routes)
        .configure(rights_routes)
        .configure(work_routes)
        .service(web::redirect(paths::DOCS, "/api/docs/"))
        .service(
            web::scope("/api/docs")
                .wrap(reference::docs_headers())
                .service(reference::docs()),
        )
        .service(web::resource("/api/{unknown:.*}").to(failure::no_such_path))
        .default_service(web::to(site::file));
}

/// A path, which says so when it is asked in a way that it does not know.
fn resource(path: &str) -> actix_web::Resource {
    web::resource(path).default_service(web::to(failure::method_not_allowed))
}

/// Who one is: sign-in, second factor, sessions.
fn identity_routes(app: &mut web::ServiceConfig) {
    app.service(
        resource(paths::SESSION)
            .route(web::get().to(session::me))
            .route(web::post().to(session::sign_in))
            .route(web::delete().to(session::sign_out)),
    )
    .service(
        resource(paths::SESSIONS)
            .route(web::get().to(session::own))
            .route(web::delete().to(session::end_others)),
    )
    .service(resource(paths::OWN_SESSION).route(web::delete().to(session::end_own)))
    .service(resource(paths::WAYS).route(web::get().to(openid::ways)))
    .service(resource(paths::OPENID).route(web::get().to(openid::leave)))
    .service(resource(paths::OPENID_BACK).route(web::get().to(openid::back)))
    .service(resource(paths::SIGN_IN_PASSWORD).route(web::post().to(password::choose)))
    .service(resource(paths::PASSWORD).route(web::post().to(password::change)))
    .service(resource(paths::SIGN_IN_CODE).route(web::post().to(second_factor::sign_in_code)))
    .service(
        resource(paths::SECOND_FACTOR)
            .route(web::get().to(second_factor::second_factor))
            .route(web::post().to(second_factor::enrol)),
    )
    .service(resource(paths::ASK_PASSKEY).route(web::post().to(passkey::ask)))
    .service(resource(paths::SIGN_IN_PASSKEY).route(web::post().to(passkey::sign_in)))
    .service(resource(paths::OFFER_PASSKEY).route(web::post().to(passkey::offer)))
    .service(
        resource(paths::PASSKEYS)
            .route(web::get().to(passkey::own))
            .route(web::post().to(passkey::add)),
    )
    .service(resource(paths::REMOVE_PASSKEY).route(web::post().to(passkey::remove)))
    .service(
        resource(paths::CALENDAR_ADDRESS)
            .route(web::get().to(calendar::address))
            .route(web::post().to(calendar::renew))
            .route(web::delete().to(calendar::revoke)),
    )
    .service(resource(paths::CALENDAR).route(web::get().to(calendar::feed)))
    .service(resource(paths::SMS_RECEIPTS).route(web::post().to(reminder::receive)))
    .service(resource(paths::CONFIRM_SECOND_FACTOR).route(web::post().to(second_factor::confirm)));
}

/// The log itself, what changes in it, and what this interface is.
fn log_routes(app: &mut web::ServiceConfig) {
    app.service(resource(paths::HEALTH).route(web::get().to(reference::health)))
        .service(resource(paths::EVENTS).route(web::get().to(live::events)))
        .service(resource(paths::CHECKPOINT).route(web::get().to(log::checkpoint)))
        .service(resource(paths::INCLUSION).route(web::get().to(log::inclusion)))
        .service(resource(paths::CONSISTENCY).route(web::get().to(log::consistency)))
        .service(resource(paths::OPENAPI).route(web::get().to(reference::openapi)));
}

/// A case, its contacts, plan and measures.
fn case_routes(app: &mut web::ServiceConfig) {
    app.service(resource(paths::SUPPORT_CASES).route(web::get().to(support_case::list)))
        .service(resource(paths::SEARCH).route(web::post().to(support_case::search)))
        .service(resource(paths::OPEN_CASE).route(web::post().to(course::opening::open)))
        .service(resource(paths::SUPPORT_CASE).route(web::get().to(support_case::detail)))
        .service(resource(paths::TIMELINE).route(web::get().to(timeline::timeline)))
        .service(resource(paths::STRENGTHS).route(web::post().to(support_case::identify_strength)))
        .service(resource(paths::CONTACTS).route(web::post().to(contact::note)))
        .service(resource(paths::APPOINTMENTS).route(web::post().to(appointment::book)))
        .service(resource(paths::MOVE_APPOINTMENT).route(web::post().to(appointment::move_to)))
        .service(resource(paths::CANCEL_APPOINTMENT).route(web::post().to(appointment::cancel)))
        .service(resource(paths::REACH).route(web::post().to(reminder::agree)))
        .service(resource(paths::WITHDRAW_REACH).route(web::post().to(reminder::withdraw)))
        .service(resource(paths::HOUSEHOLD).route(web::post().to(course::household::welcome)))
        .service(resource(paths::MOVE_OUT).route(web::post().to(course::household::move_out)))
        .service(resource(paths::TEAM).route(web::post().to(course::join)))
        .service(resource(paths::LEAVE_TEAM).route(web::post().to(course::leave)))
        .service(resource(paths::CADENCE).route(web::post().to(course::agree_cadence)))
        .service(resource(paths::HANDOVER).route(web::post().to(course::hand_over)))
        .service(resource(paths::CLOSURE).route(web::post().to(course::close)))
        .service(resource(paths::REOPENING).route(web::post().to(course::reopen)))
        .service(resource(paths::DEADLINES).route(web::post().to(deadline::set)))
        .service(resource(paths::MEET_DEADLINE).route(web::post().to(deadline::meet)))
        .service(resource(paths::MOVE_DEADLINE).route(web::post().to(deadline::move_to)))
        .service(resource(paths::WITHDRAW_DEADLINE).route(web::post().to(deadline::withdraw)))
        .service(
            resource(paths::DOCUMENTS)
                .route(web::get().to(document::list))
                .route(web::post().to(document::deposit)),
        )
        .service(resource(paths::REQUEST_DOCUMENT).route(web::post().to(document::request)))
        .service(
            resource(paths::DOCUMENT_CONTENT)
                .route(web::get().to(document::content::give))
                .route(web::post().to(document::renew)),
        )
        .service(resource(paths::WITHDRAW_DOCUMENT).route(web::post().to(document::withdraw)))
        .service(
            resource(paths::FINANCIAL_AIDS)
                .route(web::get().to(financial_aid::list))
                .route(web::post().to(financial_aid::request)),
        )
        .service(resource(paths::COMPLETE_AID).route(web::post().to(financial_aid::complete)))
        .service(resource(paths::RESUME_AID).route(web::post().to(financial_aid::resume)))
        .service(resource(paths::DECIDE_AID).route(web::post().to(financial_aid::decide)))
        .service(resource(paths::END_AID).route(web::post().to(financial_aid::end)))
        .service(resource(paths::PAY_AID).route(web::post().to(financial_aid::pay)))
        .service(resource(paths::RETRACT_PAYMENT).route(web::post().to(financial_aid::retract)))
        .service(resource(paths::MEASURES).route(web::post().to(measure::note)))
        .service(resource(paths::FOLLOW_MEASURE).route(web::post().to(measure::follow)))
        .service(resource(paths::HANDOVER_MEETING).route(web::post().to(measure::meet_for_handover)))
        .service(resource(paths::SIGNALS).route(web::post().to(signal::set_aside)))
        .service(resource(paths::GOALS).route(web::post().to(plan::agree_goal)))
        .service(resource(paths::ACTIONS).route(web::post().to(plan::assign_action)))
        .service(resource(paths::COMPLETE_ACTION).route(web::post().to(plan::complete_action)));
}

/// Meetings around cases.
fn meeting_routes(app: &mut web::ServiceConfig) {
    app.service(
        resource(paths::TEAM_MEETINGS)
            .route(web::get().to(team_meeting::list))
            .route(web::post().to(team_meeting::steps::schedule)),
    )
    .service(
        resource(paths::SHARED_VIEW)
            .route(web::get().to(team_meeting::shared_view))
            .route(web::post().to(team_meeting::steps::add_case)),
    )
    .service(resource(paths::STEPS).route(web::post().to(team_meeting::steps::take_step)))
    .service(resource(paths::DECISIONS).route(web::post().to(team_meeting::record_decision)))
    .service(resource(paths::DECISIONS_FILE).route(web::get().to(team_meeting::copies::decisions)))
    .service(resource(paths::MINUTES_COPIES).route(web::get().to(team_meeting::copies::list)))
    .service(resource(paths::MINUTES_COPY).route(web::get().to(team_meeting::copies::copy)));
}

/// Who may see what.
fn rights_routes(app: &mut web::ServiceConfig) {
    app.service(
        resource(paths::EXCLUSIONS)
            .route(web::get().to(exclusion::list))
            .route(web::post().to(exclusion::set)),
    )
    .service(resource(paths::LIFT_EXCLUSION).route(web::post().to(exclusion::lift)))
    .service(
        resource(paths::SHARINGS)
            .route(web::get().to(sharing::list))
            .route(web::post().to(sharing::share)),
    )
    .service(resource(paths::EXCHANGES).route(web::post().to(sharing::exchange)))
    .service(resource(paths::END_SHARING).route(web::post().to(sharing::end)))
    .service(resource(paths::SETTLE_SHARING).route(web::post().to(sharing::settle)))
    .service(resource(paths::CONSENTS).route(web::post().to(consent::give)))
    .service(resource(paths::WITHDRAW_CONSENT).route(web::post().to(consent::withdraw)))
    .service(resource(paths::OPPOSITIONS).route(web::post().to(consent::oppose)))
    .service(resource(paths::LIFT_OPPOSITION).route(web::post().to(consent::lift)))
    .service(resource(paths::DIRECTORY).route(web::get().to(sharing::directory)))
    .service(resource(paths::PROFESSIONALS).route(web::get().to(sharing::professionals)))
    .service(resource(paths::FIND_REFERENT).route(web::post().to(exceptional_access::find_referent)))
    .service(
        resource(paths::ACCESSES)
            .route(web::get().to(exceptional_access::list))
            .route(web::post().to(exceptional_access::open)),
    )
    .service(resource(paths::END_ACCESS).route(web::post().to(exceptional_access::end)))
    .service(resource(paths::REVIEW_ACCESS).route(web::post().to(exceptional_access::review)))
    .service(resource(paths::FIND_CASE).route(web::post().to(journal::find_case)))
    .service(resource(paths::READINGS).route(web::get().to(journal::readings)));
}

/// A worker's week and a team's load.
fn work_routes(app: &mut web::ServiceConfig) {
    app.service(resource(paths::WEEK).route(web::get().to(week::week)))
        .service(resource(paths::WORKLOAD).route(web::get().to(workload::workload)))
        .service(resource(paths::INDICATORS).route(web::get().to(workload::indicators)))
        .service(resource(paths::PROCESS_LOG).route(web::get().to(workload::process_log)))
        .service(resource(paths::INDICATORS_FILE).route(web::get().to(workload::indicators_file)))
        .service(resource(paths::OWN_LOAD).route(web::get().to(workload::own_load)))
        .service(resource(paths::TEAM_AHEAD).route(web::get().to(workload::team_ahead)))
        .service(resource(paths::WORKER_CASES).route(web::get().to(workload::cases_of)))
        .service(resource(paths::TRY_PASSING).route(web::post().to(workload::try_passing)))
        .service(resource(paths::ENTRUST).route(web::post().to(entrusting::entrust)))
        .service(resource(paths::ABSENCES).route(web::post().to(absence::declare)))
        .service(resource(paths::WITHDRAW_ABSENCE).route(web::post().to(absence::withdraw)))
        .service(
            resource(paths::WEIGHTS)
                .route(web::get().to(weights::board))
                .route(web::post().to(weights::propose)),
        )
        .service(resource(paths::ADOPT_WEIGHTS).route(web::post().to(weights::adopt)))
        .service(resource(paths::WITHDRAW_WEIGHTS).route(web::post().to(weights::withdraw)));
}
