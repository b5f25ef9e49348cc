//! The law of person, read aloud.

use super::{Channel, Civility, Command, Event, Name, Person, Refusal, Scheme};
use crate::spec::{CLAIRE, asked, days, given, imported, lawful, maybe, one_of, text, texts};
use proptest::prelude::{Just, Strategy, prop_oneof};
use sealed::{Compartment, Private};

fn name(first: &str) -> Private<Name> {
    let name = Name {
        first: first.to_owned(),
        last: "Besnard".to_owned(),
    };
    Private::person(CLAIRE.0, Compartment::Identity, name)
}

fn register() -> Command {
    Command::Register {
        name: name("Claire"),
        birth: None,
        birth_month: Some("1991-04".to_owned()),
        civility: Civility::Madam,
        commune: Some("Saint-Aubin".to_owned()),
    }
}

fn registered() -> Event {
    Event::Registered {
        name: name("Claire"),
        birth: None,
        birth_month: Some("1991-04".to_owned()),
        civility: Civility::Madam,
        commune: Some("Saint-Aubin".to_owned()),
    }
}

#[test]
fn a_person_who_is_met_gets_a_file() {
    given::<Person>([]).when(asked(register())).then([registered()]);
}

#[test]
fn a_person_has_one_file_only() {
    given::<Person>([registered()])
        .when(asked(register()))
        .refused(Refusal::AlreadyRegistered);
    given::<Person>([registered()])
        .when(imported(register()))
        .refused(Refusal::AlreadyRegistered);
}

#[test]
fn a_name_is_corrected_by_a_new_fact() {
    given::<Person>([registered()])
        .when(asked(Command::CorrectName { name: name("Clara") }))
        .then([Event::NameCorrected { name: name("Clara") }]);
}

#[test]
fn ways_to_reach_her_are_recorded_one_by_one() {
    given::<Person>([registered()])
        .when(asked(Command::RecordContactDetails {
            channel: Channel::Phone,
            value: text("06 00 00 00 00"),
        }))
        .then([Event::ContactDetailsRecorded {
            channel: Channel::Phone,
            value: text("06 00 00 00 00"),
        }]);
}

#[test]
fn what_other_bodies_call_her_is_recorded() {
    given::<Person>([registered()])
        .when(asked(Command::RecordIdentifier {
            scheme: Scheme::FamilyAllowance,
            value: text("0000000"),
        }))
        .then([Event::IdentifierRecorded {
            scheme: Scheme::FamilyAllowance,
            value: text("0000000"),
        }]);
}

#[test]
fn nothing_is_recorded_of_a_person_without_a_file() {
    let wishes = [
        Command::CorrectName { name: name("Clara") },
        Command::RecordContactDetails {
            channel: Channel::Email,
            value: text("claire@example.org"),
        },
        Command::RecordIdentifier {
            scheme: Scheme::Source,
            value: text("42"),
        },
    ];
    for wish in wishes {
        given::<Person>([]).when(asked(wish)).refused(Refusal::NotRegistered);
    }
}

#[test]
fn her_file_obeys_the_laws_of_every_rule() {
    lawful::<Person, _>(commands(), |command| match command {
        Command::Register { .. } => true,
        Command::CorrectName { .. } | Command::RecordContactDetails { .. } | Command::RecordIdentifier { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let births = maybe(days()).prop_map(|birth| birth.map(|on| Private::person(CLAIRE.0, Compartment::Identity, on)));
    prop_oneof![
        births.prop_map(|birth| Command::Register {
            name: name("Claire"),
            birth,
            birth_month: None,
            civility: Civility::Neutral,
            commune: None,
        }),
        Just(Command::CorrectName { name: name("Clara") }),
        (one_of(&[Channel::Phone, Channel::Email, Channel::Post]), texts())
            .prop_map(|(channel, value)| Command::RecordContactDetails { channel, value }),
        (one_of(&[Scheme::SocialSecurity, Scheme::EmploymentAgency]), texts())
            .prop_map(|(scheme, value)| Command::RecordIdentifier { scheme, value }),
    ]
}
