//! The law of household, read aloud.

use super::{Command, Event, Household, Kinship, Member, Place, Refusal};
use crate::spec::{CLAIRE, MALO, asked, day, days, few, given, lawful, maybe, one_of, text, texts};
use crate::words::PersonId;
use proptest::prelude::{Strategy, prop_oneof};

const MOTHER: Member = Member {
    person: CLAIRE,
    place: Place::Adult,
};
const SON: Member = Member {
    person: MALO,
    place: Place::Child,
};

fn form(members: Vec<Member>) -> Command {
    Command::Form {
        label: text("Famille B."),
        members,
        commune: None,
    }
}

fn formed(members: Vec<Member>) -> Event {
    Event::Formed {
        label: text("Famille B."),
        members,
        commune: None,
    }
}

#[test]
fn those_who_live_together_form_a_household() {
    given::<Household>([])
        .when(asked(form(vec![MOTHER, SON])))
        .then([formed(vec![MOTHER, SON])]);
}

#[test]
fn a_household_is_formed_once() {
    given::<Household>([formed(vec![MOTHER])])
        .when(asked(form(vec![MOTHER])))
        .refused(Refusal::AlreadyFormed);
}

#[test]
fn a_household_without_anybody_is_not_formed() {
    given::<Household>([])
        .when(asked(form(Vec::new())))
        .refused(Refusal::NobodyThere);
}

#[test]
fn a_child_comes_to_live_with_his_mother() {
    given::<Household>([formed(vec![MOTHER])])
        .when(asked(Command::Welcome { member: SON }))
        .then([Event::MemberJoined { member: SON }]);
}

#[test]
fn nobody_is_welcomed_where_she_lives_already() {
    given::<Household>([formed(vec![MOTHER]), Event::MemberJoined { member: SON }])
        .when(asked(Command::Welcome { member: SON }))
        .refused(Refusal::AlreadyMember);
}

#[test]
fn someone_who_left_may_come_back() {
    let on = day(9, 1);
    given::<Household>([formed(vec![MOTHER, SON])])
        .when(asked(Command::Leave { person: MALO, on }))
        .then([Event::MemberLeft { person: MALO, on }]);
    given::<Household>([formed(vec![MOTHER, SON]), Event::MemberLeft { person: MALO, on }])
        .when(asked(Command::Welcome { member: SON }))
        .then([Event::MemberJoined { member: SON }]);
}

#[test]
fn someone_who_does_not_live_there_cannot_leave() {
    given::<Household>([formed(vec![MOTHER])])
        .when(asked(Command::Leave {
            person: MALO,
            on: day(9, 1),
        }))
        .refused(Refusal::NotAMember);
}

#[test]
fn someone_who_matters_need_not_live_there() {
    let grandmother: PersonId = crate::spec::id(3);
    given::<Household>([formed(vec![MOTHER, SON])])
        .when(asked(Command::DeclareKinship {
            person: grandmother,
            kinship: Kinship::Grandparent,
            to: MALO,
            note: Some(text("Elle le garde le mercredi.")),
        }))
        .then([Event::KinshipDeclared {
            person: grandmother,
            kinship: Kinship::Grandparent,
            to: MALO,
            note: Some(text("Elle le garde le mercredi.")),
        }]);
}

#[test]
fn nothing_happens_in_a_household_that_is_not_known() {
    let wishes = [
        Command::Welcome { member: SON },
        Command::Leave {
            person: MALO,
            on: day(9, 1),
        },
        Command::DeclareKinship {
            person: CLAIRE,
            kinship: Kinship::Mother,
            to: MALO,
            note: None,
        },
    ];
    for wish in wishes {
        given::<Household>([]).when(asked(wish)).refused(Refusal::NotFormed);
    }
}

#[test]
fn a_household_obeys_the_laws_of_every_rule() {
    lawful::<Household, _>(commands(), |command| match command {
        Command::Form { .. } | Command::Welcome { .. } | Command::Leave { .. } => true,
        Command::DeclareKinship { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let places = one_of(&[Place::Adult, Place::Child, Place::Other]);
    let members = (few(), places).prop_map(|(person, place)| Member { person, place });
    let kinships = one_of(&[Kinship::Mother, Kinship::Sibling, Kinship::Close]);
    prop_oneof![
        proptest::collection::vec(members.clone(), 0..4).prop_map(form),
        members.prop_map(|member| Command::Welcome { member }),
        (few(), days()).prop_map(|(person, on)| Command::Leave { person, on }),
        (few(), kinships, few(), maybe(texts())).prop_map(|(person, kinship, to, note)| Command::DeclareKinship {
            person,
            kinship,
            to,
            note,
        }),
    ]
}
