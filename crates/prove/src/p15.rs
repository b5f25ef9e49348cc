//! P15: every stored sample of every version of every event is read, is written again byte for byte when it is of today's
//! version, and is folded by its rule; what no program wrote is refused, never guessed at.

use crate::Asked;
use crate::report::{Proof, Report};
use anyhow::{Context, bail};
use codec::{Upcasters, read, write};
use decider::{Decider, Fact, fold};
use domain::{
    access_policy, appointment, configuration, consent, contact, deadline, document, erasure, exceptional_access,
    exclusion, financial_aid, household, organisation, person, plan, sharing, support_case, team_meeting, workload,
};
use event_store::{CodecFault, Place, Stored};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use uuid::Uuid;

/// What came of the samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Came {
    samples: u64,
    versions: u64,
    capabilities: u64,
    /// Samples that cannot be read or folded.
    pub(crate) unread: u64,
    /// Samples of today's version that would be written otherwise today.
    pub(crate) otherwise: u64,
    spoiled: u64,
    /// Spoiled samples that were read all the same.
    guessed: u64,
}

/// How one capability reads and folds: whether the bytes would be written again as they are.
type Reads = fn(&[Stored]) -> Result<bool, CodecFault>;

/// Proves it.
pub(crate) fn prove(asked: &Asked, report: &mut Report) -> anyhow::Result<()> {
    let mut proof = Proof::begin("P15 every stored sample is read and folded");
    let came = came_of(&asked.facts)?;
    let text = format!(
        "{} samples of {} versions of events, of {} capabilities",
        came.samples, came.versions, came.capabilities
    );
    proof.says(&text, came.samples > 0 && came.capabilities == 15);
    proof.says(&format!("{} cannot be read or folded", came.unread), came.unread == 0);
    let text = format!(
        "{} would be written otherwise today under the same version",
        came.otherwise
    );
    proof.says(&text, came.otherwise == 0);
    let text = format!(
        "{} spoiled (cut short, of a version to come, under an unknown name): {} read all the same",
        came.spoiled, came.guessed
    );
    proof.says(&text, came.spoiled > 0 && came.guessed == 0);
    report.close(proof);
    Ok(())
}

/// Reads all that lies in the folder of samples.
pub(crate) fn came_of(facts: &Path) -> anyhow::Result<Came> {
    let (mut came, mut versions) = (Came::default(), BTreeSet::new());
    for (capability, samples) in samples(facts)? {
        let reads = reads(&capability)?;
        came.capabilities += 1;
        for one in &samples {
            came.samples += 1;
            versions.insert((one.kind.clone(), one.schema));
            match reads(std::slice::from_ref(one)) {
                Ok(same) => came.otherwise += u64::from(!same),
                Err(_) => came.unread += 1,
            }
            for spoiled in spoiled(one) {
                came.spoiled += 1;
                came.guessed += u64::from(reads(&[spoiled]).is_ok());
            }
        }
        // And all of them, one after the other, into one state.
        came.unread += u64::from(reads(&samples).is_err());
    }
    came.versions = u64::try_from(versions.len())?;
    Ok(came)
}

/// A sample as nobody wrote it.
fn spoiled(one: &Stored) -> [Stored; 3] {
    let mut short = one.clone();
    short.payload.pop();
    let later = Stored {
        schema: one.schema.saturating_add(1),
        ..one.clone()
    };
    let unknown = Stored {
        kind: format!("{}ed", one.kind),
        ..one.clone()
    };
    [short, later, unknown]
}

/// All samples by capability, in the order of their names, such as `closed.v1.cbor` or `noted.v1-outside.cbor`.
fn samples(facts: &Path) -> anyhow::Result<BTreeMap<String, Vec<Stored>>> {
    let mut found = BTreeMap::<String, Vec<Stored>>::new();
    for folder in fs::read_dir(facts).with_context(|| format!("the samples in {}", facts.display()))? {
        let folder = folder?;
        let capability = folder.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> = fs::read_dir(folder.path())?.collect::<Result<_, _>>()?;
        names.sort_by_key(fs::DirEntry::file_name);
        for entry in names {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_suffix(".cbor") else {
                continue;
            };
            let (tag, version) = stem.split_once(".v").context("a sample without a version")?;
            let digits = version
                .split(|sign: char| !sign.is_ascii_digit())
                .next()
                .unwrap_or_default();
            let payload = fs::read(entry.path())?;
            found
                .entry(capability.clone())
                .or_default()
                .push(stored(&capability, tag, digits.parse()?, payload));
        }
    }
    Ok(found)
}

fn stored(capability: &str, tag: &str, schema: u16, payload: Vec<u8>) -> Stored {
    Stored {
        position: 1,
        id: Uuid::from_u128(1),
        kind: format!("{capability}.{tag}"),
        schema,
        stream: Uuid::from_u128(2),
        version: 1,
        command: Uuid::nil(),
        by: Uuid::nil(),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload,
    }
}

/// How a capability reads: one that no rule knows is a sample nobody can read.
fn reads(capability: &str) -> anyhow::Result<Reads> {
    Ok(match capability {
        appointment::Appointment::CAPABILITY => reading::<appointment::Appointment>,
        configuration::Configuration::CAPABILITY => reading::<configuration::Configuration>,
        consent::Consent::CAPABILITY => reading::<consent::Consent>,
        contact::Contact::CAPABILITY => reading::<contact::Contact>,
        deadline::Deadline::CAPABILITY => reading::<deadline::Deadline>,
        document::Document::CAPABILITY => reading::<document::Document>,
        access_policy::AccessPolicy::CAPABILITY => reading::<access_policy::AccessPolicy>,
        erasure::Erasure::CAPABILITY => reading::<erasure::Erasure>,
        financial_aid::FinancialAid::CAPABILITY => reading::<financial_aid::FinancialAid>,
        exceptional_access::ExceptionalAccess::CAPABILITY => reading::<exceptional_access::ExceptionalAccess>,
        exclusion::Exclusion::CAPABILITY => reading::<exclusion::Exclusion>,
        household::Household::CAPABILITY => reading::<household::Household>,
        organisation::Organisation::CAPABILITY => reading::<organisation::Organisation>,
        person::Person::CAPABILITY => reading::<person::Person>,
        plan::Plan::CAPABILITY => reading::<plan::Plan>,
        sharing::Sharing::CAPABILITY => reading::<sharing::Sharing>,
        support_case::SupportCase::CAPABILITY => reading::<support_case::SupportCase>,
        team_meeting::TeamMeeting::CAPABILITY => reading::<team_meeting::TeamMeeting>,
        workload::Workload::CAPABILITY => reading::<workload::Workload>,
        unknown => bail!("there are samples of {unknown}, which no rule knows"),
    })
}

fn reading<D: Decider>(stored: &[Stored]) -> Result<bool, CodecFault>
where
    D::Event: Serialize + DeserializeOwned,
{
    let (mut events, mut same) = (Vec::new(), true);
    for one in stored {
        let event: D::Event = read(&Upcasters::default(), one)?;
        let place = Place {
            event: one.id,
            stream: one.stream,
            capability: <D::Event as Fact>::CAPABILITY,
        };
        let again = write(place, &event)?;
        same &= again.schema != one.schema || again.payload == one.payload;
        events.push(event);
    }
    drop(fold(D::default(), &events));
    Ok(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_the_folder_of_samples_is_read_and_what_is_spoiled_is_not() {
        let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/facts");
        let came = came_of(&facts).unwrap();
        assert!(
            came.samples >= came.versions && came.spoiled == 3 * came.samples,
            "{came:?}"
        );
        assert_eq!((came.unread, came.otherwise, came.guessed), (0, 0, 0));
    }
}
