//! How load is weighed, and the vote on it.

use super::{Answer, get_view, write};
use contract::{
    Accepted, paths,
    weights::{ProposeWeights, SettleProposal, WeightsBoard},
};
use domain::words::ProposalId;

/// What is in force and what waits.
pub(crate) async fn board() -> Answer<WeightsBoard> {
    get_view(paths::WEIGHTS, &[]).await
}

/// Proposes other weights.
pub(crate) async fn propose(asked: ProposeWeights) -> Answer<Accepted> {
    write(paths::WEIGHTS, &asked).await
}

/// Adopts a proposal.
pub(crate) async fn adopt(proposal: ProposalId, asked: SettleProposal) -> Answer<Accepted> {
    write(&paths::of_proposal(paths::ADOPT_WEIGHTS, proposal), &asked).await
}

/// Takes one back, or turns it down.
pub(crate) async fn withdraw(proposal: ProposalId, asked: SettleProposal) -> Answer<Accepted> {
    write(&paths::of_proposal(paths::WITHDRAW_WEIGHTS, proposal), &asked).await
}
