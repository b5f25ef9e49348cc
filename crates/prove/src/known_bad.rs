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

/// Builds in one fault after the other.
#[cfg(feature = "sabotage")]
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::Part;

    if asked.asks(Part::P1) {
        killed(asked, report)?;
    }
    if asked.asks(Part::P4) || asked.asks(Part::P22) {
        gone(asked, report)?;
    }
    if asked.asks(Part::P2) || asked.asks(Part::Delivery) {
        in_process(asked, report)?;
    }
    if asked.asks(Part::P5) || asked.asks(Part::P5b) {
        simulated(asked, report)?;
    }
    if asked.asks(Part::P15) || asked.asks(Part::P28) {
        read_wrongly(asked, report)?;
    }
    if asked.asks(Part::P8) || asked.asks(Part::P9) {
        tampered(asked, report)?;
    }
    Ok(())
}

/// Builds faults into servers that are killed, or frozen.
#[cfg(feature = "sabotage")]
fn killed(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::p1::Victim;
    use crate::site::Site;
    use event_store::Sabotage;

    // Some faults show only at the right moment: it ends with the first that does.
    const KILLS: u64 = 40;
    const KILLS_OF_VIEWS: u64 = 10;
    let mut proof = Proof::begin("P1: known-bad servers are noticed");
    tokio::runtime::Runtime::new()?.block_on(async {
        let mut site = Site::new(asked).await?;
        for (bad, victim) in [
            (Sabotage::AnsweredBeforeTheCommit, Some(Victim::Server)),
            (Sabotage::AnsweredBeforeTheFlush, Some(Victim::Postgres)),
            (Sabotage::FenceUnread, None),
        ] {
            let built_in = bad.variable();
            let happened = match victim {
                Some(victim) => site.killed(victim, KILLS, Some(&built_in)).await?,
                None => site.paused(KILLS, Some(&built_in)).await?,
            };
            let text = format!(
                "P1 with {bad:?}: after {} faults {}, {} late; noticed",
                happened.faults, happened.wrongs, happened.late
            );
            proof.says(&text, happened.is_wrong());
        }
        let bad = Sabotage::CursorBeforeRows;
        let kills = site
            .killed(Victim::Both, KILLS_OF_VIEWS, Some(&bad.variable()))
            .await?
            .faults;
        let equal = site.are_views_equal().await?;
        proof.says(
            &format!("P3 with {bad:?}: after {kills} faults a view is unlike its rebuild, noticed"),
            !equal,
        );
        anyhow::Ok(())
    })?;
    report.close(proof);
    Ok(())
}

/// A standby that nobody waits for, and a clock that is believed.
#[cfg(feature = "sabotage")]
fn gone(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::p22::misdated;
    use crate::site::Site;
    use event_store::Sabotage;
    use std::time::Duration;

    const FAILOVERS: u64 = 6;
    let mut proof = Proof::begin("P4, P22: known-bad set-ups are noticed");
    tokio::runtime::Runtime::new()?.block_on(async {
        let happened = Site::new(asked).await?.failed_over(FAILOVERS, false).await?.happened;
        let text = format!(
            "P4 with a standby that is not waited for: after {} failovers {}; noticed",
            happened.faults, happened.wrongs
        );
        proof.says(&text, happened.wrongs.lost > 0);
        let bad = Sabotage::ClockBelieved;
        let mut site = Site::new(asked).await?;
        let seen = site.clock_off(Duration::from_secs(3), Some(bad.variable())).await?.seen;
        let (_, ahead) = misdated(&site.machine.owner().await?).await?;
        let text = format!(
            "P22 with {bad:?}: {} acknowledged meanwhile, {ahead} events dated in the future; noticed",
            seen.kept
        );
        proof.says(&text, seen.kept > 0 || ahead > 0);
        anyhow::Ok(())
    })?;
    report.close(proof);
    Ok(())
}

/// Builds faults into the log of this very process.
#[cfg(feature = "sabotage")]
fn in_process(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::{delivery, p2};
    use event_store::{Sabotage, sabotage};

    const COMMANDS: u64 = 300;
    let runtime = tokio::runtime::Runtime::new()?;
    let mut proof = Proof::begin("P2, delivery: known-bad logs are noticed");
    for bad in [Sabotage::ResultUnread, Sabotage::WishUncompared] {
        sabotage(Some(bad));
        let wrongs = runtime.block_on(p2::repeated(COMMANDS, asked.seed));
        sabotage(None);
        let wrongs = wrongs?.total();
        proof.says(&format!("P2 with {bad:?}: {wrongs} wrong, noticed"), wrongs > 0);
    }
    let bad = Sabotage::OthersUnnoticed;
    sabotage(Some(bad));
    let delivered = runtime.block_on(delivery::delivered(asked.seed));
    sabotage(None);
    let wrong = delivered?.wrong;
    proof.says(
        &format!("Delivery with {bad:?}: {wrong} followers given other than what is stored, noticed"),
        wrong > 0,
    );
    report.close(proof);
    Ok(())
}

/// Builds faults into the thoughts of the simulated writers and into what follows them; then into the real log beside a
/// model that has none.
#[cfg(feature = "sabotage")]
fn simulated(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::p5::{noticed, reality};
    use event_store::{Sabotage, sabotage};

    const HISTORIES: u64 = 200;
    let mut proof = Proof::begin("P5, P5b: known-bad worlds are noticed");
    for bad in [
        Sabotage::AnsweredBeforeTheCommit,
        Sabotage::FenceUnread,
        Sabotage::ResultUnread,
        Sabotage::WishUncompared,
        Sabotage::OthersUnnoticed,
        Sabotage::CursorBeforeRows,
        Sabotage::ClockBelieved,
    ] {
        sabotage(Some(bad));
        let (text, noticed) = noticed(None, asked.seed);
        sabotage(None);
        proof.says(&format!("P5 with {bad:?}: {text}"), noticed);
    }
    let runtime = tokio::runtime::Runtime::new()?;
    for bad in [Sabotage::ResultUnread, Sabotage::WishUncompared] {
        let differing = runtime
            .block_on(reality::compared(HISTORIES, asked.seed, Some(bad)))?
            .differing;
        let text = format!("P5b with {bad:?} in the real log alone: {differing} history otherwise, noticed");
        proof.says(&text, differing > 0);
    }
    report.close(proof);
    Ok(())
}

/// Builds faults into how events are read.
#[cfg(feature = "sabotage")]
fn read_wrongly(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::{p15, p28};
    use event_store::{Sabotage, sabotage};

    const QUESTIONS: u64 = 1_000;
    let mut proof = Proof::begin("P15, P28: known-bad readers are noticed");
    let bad = Sabotage::KindForgotten;
    sabotage(Some(bad));
    let came = p15::came_of(&asked.facts);
    sabotage(None);
    let unread = came?.unread;
    proof.says(&format!("P15 with {bad:?}: {unread} not read, noticed"), unread > 0);
    let cases = p28::Cases::of_a_territory(asked.seed)?;
    let bad = Sabotage::KnownAtUnread;
    sabotage(Some(bad));
    let compared = cases.compared(QUESTIONS, asked.seed);
    sabotage(None);
    let differing = compared?.differing;
    let text = format!("P28 with {bad:?}: {differing} of {QUESTIONS} answered otherwise, noticed");
    proof.says(&text, differing > 0);
    report.close(proof);
    Ok(())
}

/// Leaves out one check after the other.
#[cfg(feature = "sabotage")]
fn tampered(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    use crate::p9::{Forest, Python, compared};
    use crate::{p8, report::total, world::World};
    use rand::SeedableRng;
    use transparency::{Sabotage, sabotage};

    const MUTATIONS: u64 = 800;
    let mut proof = Proof::begin("P8, P9: known-bad verifiers are noticed");
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
