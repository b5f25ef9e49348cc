//! The law of person, read aloud.

use super::{Channel, Civility, Command, Event, Name, Person, Refusal, Scheme};
use crate::reminder::{Hours, Medium, Privacy, Reach};
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

fn reach(medium: Medium) -> Reach {
    Reach {
        medium,
        value: text("+33612345678"),
        privacy: Privacy::Own,
        shared_with: Vec::new(),
        hours: None,
    }
}

fn agree(reach: Reach, asked_again: bool) -> Command {
    Command::AgreeReach { reach, asked_again }
}

fn agreed(medium: Medium) -> Event {
    Event::ReachAgreed { reach: reach(medium) }
}

#[test]
fn what_may_put_her_in_danger_is_not_taken_back_by_the_way() {
    let dangerous = Reach {
        privacy: Privacy::Unsafe,
        ..reach(Medium::Sms)
    };
    let said = Event::ReachAgreed {
        reach: dangerous.clone(),
    };
    for known in [vec![said.clone()], vec![said.clone(), Event::ReachWithdrawn]] {
        let known = || [vec![registered()], known.clone()].concat();
        given::<Person>(known())
            .when(asked(agree(reach(Medium::Sms), false)))
            .refused(Refusal::WasUnsafe);
        given::<Person>(known())
            .when(asked(agree(reach(Medium::Sms), true)))
            .then([agreed(Medium::Sms)]);
        given::<Person>(known())
            .when(asked(agree(dangerous.clone(), false)))
            .then([said.clone()]);
        given::<Person>(known())
            .when(asked(agree(reach(Medium::Email), false)))
            .then([agreed(Medium::Email)]);
    }
}

#[test]
fn how_she_may_be_reached_is_agreed_changed_and_withdrawn() {
    given::<Person>([registered()])
        .when(asked(agree(reach(Medium::Sms), false)))
        .then([agreed(Medium::Sms)]);
    given::<Person>([registered(), agreed(Medium::Sms)])
        .when(asked(agree(reach(Medium::Email), false)))
        .then([agreed(Medium::Email)]);
    given::<Person>([registered(), agreed(Medium::Sms)])
        .when(asked(Command::WithdrawReach))
        .then([Event::ReachWithdrawn]);
    let reached = |so_far: Vec<Event>| {
        let state = given::<Person>(so_far).state();
        state.reach().is_some_and(|reach| reach.medium == Medium::Sms)
    };
    assert!(reached(vec![registered(), agreed(Medium::Sms)]));
    assert!(!reached(vec![registered(), agreed(Medium::Email)]) && !reached(Vec::new()));
    for so_far in [
        vec![registered()],
        vec![registered(), agreed(Medium::Sms), Event::ReachWithdrawn],
    ] {
        given::<Person>(so_far)
            .when(asked(Command::WithdrawReach))
            .refused(Refusal::NotReached);
    }
}

#[test]
fn hours_that_end_before_they_begin_are_none() {
    let at_night = Reach {
        hours: Some(Hours { from: 20, until: 8 }),
        ..reach(Medium::Sms)
    };
    given::<Person>([registered()])
        .when(asked(agree(at_night, false)))
        .refused(Refusal::UnsoundHours);
}

#[test]
fn who_answered_stop_gets_no_more_by_this_way_unless_she_asks_again() {
    let stopped = Event::ReachStopped { medium: Medium::Sms };
    let stop = || Command::StopReach { medium: Medium::Sms };
    given::<Person>([registered(), agreed(Medium::Sms)])
        .when(asked(stop()))
        .then([stopped.clone()]);
    // Her answer comes twice, and is one.
    given::<Person>([registered(), agreed(Medium::Sms), stopped.clone()])
        .when(asked(stop()))
        .then([]);
    given::<Person>([registered(), agreed(Medium::Sms), stopped.clone()])
        .when(asked(agree(reach(Medium::Sms), false)))
        .refused(Refusal::Stopped);
    given::<Person>([registered(), agreed(Medium::Sms), stopped.clone()])
        .when(asked(agree(reach(Medium::Email), false)))
        .then([agreed(Medium::Email)]);
    given::<Person>([registered(), agreed(Medium::Sms), stopped.clone()])
        .when(asked(agree(reach(Medium::Sms), true)))
        .then([agreed(Medium::Sms)]);
    given::<Person>([registered(), agreed(Medium::Sms), stopped])
        .when(asked(Command::WithdrawReach))
        .refused(Refusal::NotReached);
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
        agree(reach(Medium::Sms), false),
        Command::WithdrawReach,
        Command::StopReach { medium: Medium::Sms },
    ];
    for wish in wishes {
        given::<Person>([]).when(asked(wish)).refused(Refusal::NotRegistered);
    }
}

#[test]
fn her_file_obeys_the_laws_of_every_rule() {
    lawful::<Person, _>(commands(), |command| match command {
        Command::Register { .. } => true,
        Command::CorrectName { .. }
        | Command::RecordContactDetails { .. }
        | Command::RecordIdentifier { .. }
        | Command::AgreeReach { .. }
        | Command::WithdrawReach
        | Command::StopReach { .. } => false,
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
        (one_of(&Medium::ALL), proptest::bool::ANY).prop_map(|(medium, asked_again)| agree(reach(medium), asked_again)),
        Just(Command::WithdrawReach),
        one_of(&Medium::ALL).prop_map(|medium| Command::StopReach { medium }),
    ]
}
