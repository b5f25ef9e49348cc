//! How load is weighed, and the vote on it.

use super::asking::{Circumstance, ask};
use super::failure::Failure;
use super::problems;
use super::worker::Worker;
use crate::app::Trame;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use contract::weights::{ProposeWeights, SettleProposal};
use contract::workload::WeightsView;
use domain::configuration::{Command, Configuration, STREAM, Setting, Weights};
use domain::words::{Invalid, ProposalId, said};

/// Shows the weights in force and what waits for a vote, to everybody who works here.
#[utoipa::path(get, path = contract::paths::WEIGHTS, tag = "workload", responses(
    (status = 200, body = contract::weights::WeightsBoard),
    problems::Reading,
))]
pub(super) async fn board(worker: Worker, trame: Data<Trame>) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().json(trame.weights(worker).await?))
}

/// Proposes other weights: nothing changes before somebody else adopts them.
#[utoipa::path(post, path = contract::paths::WEIGHTS, tag = "workload", request_body = ProposeWeights, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Body, problems::Refused,
))]
pub(super) async fn propose(
    worker: Worker,
    body: Json<ProposeWeights>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.may_vote_weights(worker).await?;
    let ProposeWeights {
        command,
        proposal,
        weights,
    } = body.into_inner();
    Failure::unless_within("in_force_on", Some(weights.in_force_on))?;
    let source = said(&weights.source).map_err(|invalid| Failure::invalid("source", invalid))?;
    let in_force_on = weights.in_force_on;
    let wish = Command::Propose {
        proposal,
        setting: Setting::Weights(read(weights)?),
        in_force_on,
        source,
    };
    settled(&trame, worker, command, wish).await
}

/// Adopts weights that somebody else proposed: they hold from their day on, and never before today.
#[utoipa::path(post, path = contract::paths::ADOPT_WEIGHTS, tag = "workload",
    params(("proposal" = ProposalId, Path)), request_body = SettleProposal, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn adopt(
    worker: Worker,
    proposal: Path<ProposalId>,
    body: Json<SettleProposal>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.may_vote_weights(worker).await?;
    trame.proposes_weights(*proposal).await?;
    let wish = Command::AdoptProposal { proposal: *proposal };
    settled(&trame, worker, body.command, wish).await
}

/// Takes a proposal back, or turns it down.
#[utoipa::path(post, path = contract::paths::WITHDRAW_WEIGHTS, tag = "workload",
    params(("proposal" = ProposalId, Path)), request_body = SettleProposal, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn withdraw(
    worker: Worker,
    proposal: Path<ProposalId>,
    body: Json<SettleProposal>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    trame.may_vote_weights(worker).await?;
    trame.proposes_weights(*proposal).await?;
    let wish = Command::Withdraw { proposal: *proposal };
    settled(&trame, worker, body.command, wish).await
}

async fn settled(trame: &Trame, worker: Worker, command: uuid::Uuid, wish: Command) -> Result<HttpResponse, Failure> {
    let once = Circumstance::now(command);
    let accepted = ask::<Configuration, _>(trame, worker, STREAM, once, wish).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

fn read(view: WeightsView) -> Result<Weights, Failure> {
    let zones = <[u32; 3]>::try_from(view.zones).map_err(|_others| Failure::invalid("zones", Invalid::Empty))?;
    Ok(Weights {
        base: view.base,
        opening: view.opening,
        opening_days: view.opening_days,
        watch: view.watch,
        sibling: view.sibling,
        complexity: view.complexity,
        most_complexity: view.most_complexity,
        capacity: view.capacity,
        zones,
    })
}
