//! The memory of Trame: one stored sample of each version of each fact, and the promise that all of them still read.
//!
//! `TRAME_WRITE_FACTS=1 cargo test -p codec --test facts` writes the samples that are missing; it never changes one.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test needs must be there, else the test fails"
)]

mod access_policy;
mod appointment;
mod configuration;
mod consent;
mod contact;
mod deadline;
mod document;
mod erasure;
mod exceptional_access;
mod exclusion;
mod financial_aid;
mod household;
mod kept;
mod organisation;
mod person;
mod plan;
mod sample;
mod sharing;
mod support_case;
mod team_meeting;
mod workload;

use kept::{kept, rooms};
use std::collections::BTreeSet;

#[test]
fn each_fact_has_a_stored_sample_of_its_present_version() {
    for room in rooms() {
        let found: BTreeSet<_> = kept(room.capability)
            .into_iter()
            .map(|one| one.stored)
            .map(|stored| (stored.kind, stored.schema))
            .collect();
        for today in &room.today {
            assert!(
                found.contains(&(today.kind.clone(), today.schema)),
                "{} v{} has no sample: write it once with TRAME_WRITE_FACTS=1 cargo test -p codec --test facts",
                today.kind,
                today.schema
            );
        }
        for (word, added) in &room.added {
            let found = kept(room.capability)
                .into_iter()
                .any(|one| one.stored.payload == added.payload);
            assert!(found, "{} v{}-{word} has no sample", added.kind, added.schema);
        }
    }
}

#[test]
fn a_sample_of_todays_version_is_written_again_byte_for_byte() {
    for room in rooms() {
        for one in kept(room.capability) {
            let again = (room.again)(&one.stored).unwrap_or_else(|fault| panic!("{}: {fault}", one.name));
            assert_eq!(again.kind, one.stored.kind, "{}", one.name);
            if again.schema == one.stored.schema {
                assert_eq!(
                    again.payload, one.stored.payload,
                    "{} is written otherwise today: give it a new version",
                    one.name
                );
            }
        }
    }
}

#[test]
fn a_sample_of_an_earlier_version_reads_as_the_fact_of_today() {
    for room in rooms() {
        for one in kept(room.capability) {
            let again = (room.again)(&one.stored).unwrap_or_else(|fault| panic!("{}: {fault}", one.name));
            let today = room.today.iter().find(|today| today.kind == again.kind);
            assert_eq!(today.map(|today| today.schema), Some(again.schema), "{}", one.name);
        }
    }
}

#[test]
fn every_rule_folds_what_is_kept_alone_and_all_together() {
    for room in rooms() {
        let all: Vec<_> = kept(room.capability).into_iter().map(|one| one.stored).collect();
        (room.fold)(&all).unwrap();
        for stored in all {
            (room.fold)(&[stored]).unwrap();
        }
    }
}

#[test]
fn what_lies_beside_a_sample_to_be_read_says_what_it_holds() {
    for room in rooms() {
        for one in kept(room.capability) {
            // As values: the order of keys in a text is not part of what it says.
            let said = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
            assert_eq!(said(&one.beside), said(&kept::to_read(&one.stored)), "{}", one.name);
        }
    }
}

#[test]
fn nothing_else_is_kept() {
    let rooms: BTreeSet<_> = rooms().iter().map(|room| room.capability.to_owned()).collect();
    assert_eq!(kept::folders(), rooms);
}

#[test]
fn nothing_in_clear_is_written_without_a_key() {
    let clear = sealed::Private::person(sample::id(0xc1), sealed::Compartment::Social, "bonjour".to_owned());
    let written = codec::write(sample::PLACE, &domain::support_case::Event::SummedUp { text: clear });
    assert!(matches!(written, Err(event_store::CodecFault::Unwritable { .. })));
}
