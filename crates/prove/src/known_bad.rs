//! Each proof against programs that are known to be bad: a check is left out on purpose, and the proof must notice.

use crate::Asked;
use crate::report::{Proof, Report};

/// Without faults built in there is nothing to notice.
#[cfg(not(feature = "sabotage"))]
pub(crate) fn prove(_: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("Known-bad programs");
    proof.says("this build has no faults built in", false);
    report.close(proof);
    Ok(())
}

/// Leaves out one check after the other.
#[cfg(feature = "sabotage")]
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::p9::{Forest, Python, compared};
    use crate::{p8, report::total, world::World};
    use rand::SeedableRng;
    use transparency::{Sabotage, sabotage};

    const MUTATIONS: u64 = 800;
    let mut proof = Proof::begin("Known-bad programs are noticed");
    let world = World::of(5_000, asked.seed)?;
    let forest = Forest::of(2_000, asked.seed)?;
    let mut random = rand::rngs::StdRng::seed_from_u64(asked.seed ^ 7);
    for bad in [
        Sabotage::RootUnread,
        Sabotage::WitnessUnread,
        Sabotage::EndUnread,
        Sabotage::SignatureUnread,
    ] {
        sabotage(Some(bad));
        let (happened, found) = total(&p8::tampered_with(&world, MUTATIONS, asked.seed));
        sabotage(None);
        let missed = happened - found;
        proof.says(
            &format!("P8 with {bad:?}: {missed} of {happened} not found, noticed"),
            missed > 0,
        );
    }
    for bad in [Sabotage::OldRootUnread, Sabotage::InclusionUnread] {
        sabotage(Some(bad));
        let compared = compared(&Python(&asked.verifier), &forest, MUTATIONS, &mut random, true)?;
        sabotage(None);
        let text = format!("P9 with {bad:?}: {} verdicts differ, noticed", compared.differing);
        proof.says(&text, compared.differing > 0);
    }
    let (happened, found) = total(&p8::tampered_with(&world, MUTATIONS, asked.seed));
    proof.says(&format!("and without: {found} of {happened} found"), found == happened);
    report.close(proof);
    Ok(())
}
