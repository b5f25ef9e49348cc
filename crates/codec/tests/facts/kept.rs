//! Where the samples lie, how they are read from there, and how a missing one is written.

use super::{
    access_policy, appointment, configuration, consent, contact, deadline, document, erasure, exceptional_access,
    exclusion, financial_aid, household, organisation, person, plan, sharing, support_case, team_meeting, workload,
};
use crate::sample::PLACE;
use codec::{Upcasters, print, read, write};
use decider::{Decider, Fact, fold};
use event_store::{CodecFault, Encoded, Place, Stored};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use uuid::Uuid;

/// One capability: its facts as they are written today, and how its bytes are read.
pub(crate) struct Room {
    pub(crate) capability: &'static str,
    /// One fact of each kind, as it is written today.
    pub(crate) today: Vec<Encoded>,
    /// Further facts of today's versions, by the word in their file's name that tells what they add.
    pub(crate) added: Vec<(&'static str, Encoded)>,
    /// Reads a stored fact and writes it again.
    pub(crate) again: fn(&Stored) -> Result<Encoded, CodecFault>,
    /// Reads stored facts into the state of the rule.
    pub(crate) fold: fn(&[Stored]) -> Result<(), CodecFault>,
}

/// A sample as it lies in its folder.
pub(crate) struct Kept {
    pub(crate) name: String,
    pub(crate) stored: Stored,
    /// The same, for people.
    pub(crate) beside: String,
}

/// All sixteen, their missing samples written first when that is asked for.
pub(crate) fn rooms() -> &'static [Room] {
    static ROOMS: LazyLock<Vec<Room>> = LazyLock::new(|| {
        let rooms = vec![
            room::<domain::access_policy::AccessPolicy>(access_policy::samples()),
            adding::<domain::configuration::Configuration>(configuration::samples(), configuration::added()),
            room::<domain::person::Person>(person::samples()),
            room::<domain::household::Household>(household::samples()),
            room::<domain::organisation::Organisation>(organisation::samples()),
            adding::<domain::support_case::SupportCase>(support_case::samples(), support_case::added()),
            room::<domain::plan::Plan>(plan::samples()),
            room::<domain::consent::Consent>(consent::samples()),
            adding::<domain::sharing::Sharing>(sharing::samples(), sharing::added()),
            room::<domain::appointment::Appointment>(appointment::samples()),
            adding::<domain::contact::Contact>(contact::samples(), contact::added()),
            room::<domain::deadline::Deadline>(deadline::samples()),
            room::<domain::document::Document>(document::samples()),
            room::<domain::erasure::Erasure>(erasure::samples()),
            room::<domain::exceptional_access::ExceptionalAccess>(exceptional_access::samples()),
            room::<domain::exclusion::Exclusion>(exclusion::samples()),
            room::<domain::financial_aid::FinancialAid>(financial_aid::samples()),
            adding::<domain::team_meeting::TeamMeeting>(team_meeting::samples(), team_meeting::added()),
            room::<domain::workload::Workload>(workload::samples()),
        ];
        if std::env::var_os("TRAME_WRITE_FACTS").is_some() {
            rooms.iter().for_each(keep);
        }
        rooms
    });
    &ROOMS
}

fn adding<D: Decider>(
    samples: Vec<(&'static str, D::Event)>,
    added: Vec<(&'static str, &'static str, D::Event)>,
) -> Room
where
    D::Event: Serialize + DeserializeOwned,
{
    let added = added.into_iter();
    Room {
        added: added
            .map(|(_, word, event)| (word, write(place::<D>(), &event).unwrap()))
            .collect(),
        ..room::<D>(samples)
    }
}

fn room<D: Decider>(samples: Vec<(&'static str, D::Event)>) -> Room
where
    D::Event: Serialize + DeserializeOwned,
{
    let today = samples.into_iter().map(|(name, event)| {
        let encoded = write(place::<D>(), &event).unwrap();
        assert_eq!(
            encoded.kind,
            format!("{}.{name}", D::CAPABILITY),
            "a fact is stored under another name"
        );
        encoded
    });
    Room {
        capability: D::CAPABILITY,
        today: today.collect(),
        added: Vec::new(),
        again: |stored| write(place::<D>(), &event::<D>(stored)?),
        fold: |stored| {
            let events = stored.iter().map(event::<D>).collect::<Result<Vec<_>, _>>()?;
            drop(fold(D::default(), &events));
            Ok(())
        },
    }
}

fn event<D: Decider>(stored: &Stored) -> Result<D::Event, CodecFault>
where
    D::Event: DeserializeOwned,
{
    read(&Upcasters::none(), stored)
}

fn place<D: Decider>() -> Place {
    Place {
        capability: <D::Event as Fact>::CAPABILITY,
        ..PLACE
    }
}

fn facts() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "domain", "facts"].iter().collect()
}

/// The capabilities of which something is kept.
pub(crate) fn folders() -> BTreeSet<String> {
    let folders = fs::read_dir(facts()).unwrap();
    folders
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// All that is kept of a capability, every version, in the order of their names. A version that a field was added to
/// lies there once more, as `missed.v1.domains.cbor`.
pub(crate) fn kept(capability: &str) -> Vec<Kept> {
    let folder = facts().join(capability);
    let entries = fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| !name.ends_with(".json"));
    names.sort();
    let samples = names.into_iter().map(|name| {
        let (tag, schema) = name
            .strip_suffix(".cbor")
            .and_then(|stem| stem.split_once(".v"))
            .unwrap_or_else(|| panic!("{name} is not named like closed.v1.cbor or closed.v1-early.cbor"));
        let schema = schema.split_once('-').map_or(schema, |(schema, _)| schema);
        let stored = stored(Encoded {
            kind: format!("{capability}.{tag}"),
            schema: schema.split('.').next().unwrap().parse().unwrap(),
            payload: fs::read(folder.join(&name)).unwrap(),
        });
        let beside = fs::read_to_string(folder.join(&name).with_extension("json"))
            .unwrap_or_else(|fault| panic!("beside {name}: {fault}"));
        Kept {
            name: format!("{capability}/{name}"),
            stored,
            beside,
        }
    });
    samples.collect()
}

/// Writes what is missing. What is there stays as it is: the bytes of a version never change.
fn keep(room: &Room) {
    let folder = facts().join(room.capability);
    fs::create_dir_all(&folder).unwrap();
    let today = room.today.iter().map(|encoded| (String::new(), encoded));
    let added = room.added.iter().map(|(word, encoded)| (format!("-{word}"), encoded));
    for (word, encoded) in today.chain(added) {
        let stored = stored(encoded.clone());
        let sample = folder.join(format!("{}.v{}{word}.cbor", stored.tag(), stored.schema));
        if !sample.exists() {
            fs::write(&sample, &stored.payload).unwrap();
            fs::write(sample.with_extension("json"), to_read(&stored)).unwrap();
        }
    }
}

/// A sample for people: what it is and what it says, without the envelope that all samples share.
pub(crate) fn to_read(stored: &Stored) -> String {
    let mut shown = print(stored);
    let shown = shown.as_object_mut().unwrap();
    shown.retain(|key, _| matches!(key.as_str(), "type" | "schema" | "body"));
    serde_json::to_string_pretty(shown).unwrap() + "\n"
}

fn stored(encoded: Encoded) -> Stored {
    Stored {
        position: 1,
        id: PLACE.event,
        kind: encoded.kind,
        schema: encoded.schema,
        stream: PLACE.stream,
        version: 1,
        command: Uuid::nil(),
        by: Uuid::nil(),
        recorded_at: Timestamp::UNIX_EPOCH,
        occurred_at: Timestamp::UNIX_EPOCH,
        known_at: None,
        payload: encoded.payload,
    }
}
