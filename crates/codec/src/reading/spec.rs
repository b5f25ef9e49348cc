//! The straight way reads every stored sample, and never what the patient way reads otherwise or refuses.

use crate::{Upcasters, patiently, reading, write};
use decider::{Decider, Fact};
use event_store::{Place, Stored};
use jiff::Timestamp;
use proptest::prelude::{any, prop};
use proptest::test_runner::{Config, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use uuid::Uuid;

/// The samples of a capability, as stored events.
fn samples(capability: &str) -> Vec<Stored> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../domain/facts")
        .join(capability);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let bytes = files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "cbor"));
    bytes.map(|file| stored(capability, file)).collect()
}

fn stored(capability: &str, file: &Path) -> Stored {
    let name = file.file_name().unwrap().to_str().unwrap();
    let (tag, version) = name.split_once(".v").unwrap();
    Stored {
        position: 1,
        id: Uuid::from_u128(1),
        kind: format!("{capability}.{tag}"),
        schema: version.split(['.', '-']).next().unwrap().parse().unwrap(),
        stream: Uuid::from_u128(2),
        version: 1,
        command: Uuid::from_u128(3),
        by: Uuid::from_u128(4),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload: std::fs::read(file).unwrap(),
    }
}

fn written<E: Fact + Serialize>(stored: &Stored, event: &E) -> Vec<u8> {
    let place = Place {
        event: stored.id,
        stream: stored.stream,
        capability: E::CAPABILITY,
    };
    write(place, event).unwrap().payload
}

fn holds<D: Decider>()
where
    D::Event: Serialize + DeserializeOwned,
{
    let samples = samples(D::CAPABILITY);
    assert!(!samples.is_empty());
    for sample in &samples {
        let read: D::Event = reading::read(sample).unwrap_or_else(|| panic!("{sample:?} is not read straight"));
        assert_eq!(written(sample, &read), sample.payload, "{sample:?}");
    }
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>());
    let changes = (any::<prop::sample::Index>(), prop::collection::vec(change, 1..4));
    let mut runner = TestRunner::new(Config {
        cases: 2_000,
        failure_persistence: None,
        ..Config::default()
    });
    let never_otherwise = runner.run(&changes, |(which, changes)| {
        let mut altered = which.get(&samples).clone();
        for (at, cut, byte) in changes {
            let at = at.index(altered.payload.len().max(1));
            match byte {
                0..4 => altered.payload.truncate(cut.index(altered.payload.len() + 1)),
                _ => altered.payload.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
            }
        }
        if let Some(straight) = reading::read::<D::Event>(&altered) {
            let patient: D::Event = patiently(&Upcasters::none(), &altered).unwrap();
            assert_eq!(written(&altered, &straight), written(&altered, &patient));
        }
        Ok(())
    });
    never_otherwise.unwrap();
}

#[test]
fn every_sample_is_read_straight_and_nothing_is_read_otherwise() {
    holds::<domain::configuration::Configuration>();
    holds::<domain::person::Person>();
    holds::<domain::household::Household>();
    holds::<domain::organisation::Organisation>();
    holds::<domain::support_case::SupportCase>();
    holds::<domain::plan::Plan>();
    holds::<domain::contact::Contact>();
    holds::<domain::deadline::Deadline>();
    holds::<domain::document::Document>();
    holds::<domain::financial_aid::FinancialAid>();
    holds::<domain::team_meeting::TeamMeeting>();
}
