//! Each proof against servers that are known to be bad: what protects is left out on purpose, and the proof must notice.

use super::Asked;
use super::stage::Stage;
use crate::report::{Proof, Report};

/// Without faults built in there is nothing to notice.
#[cfg(not(feature = "sabotage"))]
pub(super) fn prove(_: &mut Stage, _: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("Known-bad servers");
    proof.says("this build has no faults built in", false);
    report.close(proof);
    Ok(())
}

/// Builds in one fault after the other.
#[cfg(feature = "sabotage")]
pub(super) fn prove(stage: &mut Stage, asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use super::Part;
    use super::endpoints::endpoints;
    use super::{p11, p12};
    use event_store::Sabotage;

    /// One in so many of the questions about cases is asked of a bad server.
    const ONE_IN: u64 = 30;
    const PAIRS: u64 = 40;
    if asked.asks(Part::P11) {
        let mut proof = Proof::begin("P11: known-bad servers are noticed");
        let all = endpoints();
        let mut differing = |stage: &mut Stage, bad: Option<Sabotage>| -> anyhow::Result<(u64, usize)> {
            stage.serve(bad.map(Sabotage::variable))?;
            let compared = stage.block_on(p11::compared(stage, &all, ONE_IN, asked.seed))?;
            Ok((compared.requests, compared.differences.len()))
        };
        // First: what a bad server lets through stays written.
        let (requests, found) = differing(stage, None)?;
        proof.says(
            &format!("without a fault: {found} differences in {requests} requests"),
            found == 0,
        );
        for bad in [
            Sabotage::ExclusionUnread,
            Sabotage::CompartmentsUnread,
            Sabotage::HiddenKept,
        ] {
            let (requests, found) = differing(stage, Some(bad))?;
            let text = format!("P11 with {bad:?}: {found} differences in {requests} requests, noticed");
            proof.says(&text, found > 0);
        }
        report.close(proof);
    }
    if asked.asks(Part::P12) {
        let mut proof = Proof::begin("P12: known-bad servers are noticed");
        for bad in [Sabotage::ExclusionUnread, Sabotage::CompartmentsUnread] {
            let mut pair = p12::Pair::open(stage, Some(bad.variable()))?;
            let compared = stage.block_on(p12::compared(stage, &mut pair, PAIRS, asked.seed))?;
            pair.close(stage)?;
            let found = compared.differences.len();
            proof.says(&format!("P12 with {bad:?}: {found} answers differ, noticed"), found > 0);
        }
        report.close(proof);
    }
    Ok(())
}
