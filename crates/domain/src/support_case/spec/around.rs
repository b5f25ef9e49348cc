//! Those around the person: one référent, handed over by name, and a team.

use super::{after, opened};
use crate::spec::{KARIM, NOUR, asked, day, given, id, text};
use crate::support_case::{Command, Event, Joining, Leaving, Refusal, SupportCase};
use crate::words::{DomainOfLife, WorkerId};

const NOUR_APPOINTED: Event = Event::ReferentAppointed { worker: NOUR };

fn hand_over(to: WorkerId) -> Command {
    Command::HandOver {
        from: None,
        to,
        reason: Some(text("Congé maternité")),
        met_on: Some(day(10, 1)),
    }
}

fn handed_over() -> Event {
    Event::ReferentHandedOver {
        from: NOUR,
        to: KARIM,
        reason: Some(text("Congé maternité")),
        met_on: Some(day(10, 1)),
    }
}

#[test]
fn a_case_gets_a_referent() {
    given::<SupportCase>(opened())
        .when(asked(Command::AppointReferent { worker: NOUR }))
        .then([NOUR_APPOINTED]);
}

#[test]
fn a_case_has_one_referent_only() {
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(Command::AppointReferent { worker: NOUR }))
        .refused(Refusal::AlreadyReferent);
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(Command::AppointReferent { worker: KARIM }))
        .refused(Refusal::HasReferent);
}

#[test]
fn a_case_passes_from_one_referent_to_another() {
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(hand_over(KARIM)))
        .then([handed_over()]);
}

#[test]
fn who_took_over_is_the_one_who_stands_down_later() {
    given::<SupportCase>(after(NOUR_APPOINTED).into_iter().chain([handed_over()]))
        .when(asked(Command::StandDown))
        .then([Event::ReferentStoodDown { worker: KARIM }]);
}

#[test]
fn nobody_hands_a_case_over_to_herself() {
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(hand_over(NOUR)))
        .refused(Refusal::AlreadyReferent);
}

#[test]
fn a_case_without_referent_is_neither_handed_over_nor_stood_down_from() {
    for so_far in [opened(), after(Event::ReferentStoodDown { worker: NOUR })] {
        for wish in [hand_over(KARIM), Command::StandDown] {
            given::<SupportCase>(so_far.clone())
                .when(asked(wish))
                .refused(Refusal::NoReferent);
        }
    }
}

#[test]
fn after_a_referent_stood_down_another_may_be_named() {
    let alone = Event::ReferentStoodDown { worker: NOUR };
    given::<SupportCase>(after(NOUR_APPOINTED).into_iter().chain([alone]))
        .when(asked(Command::AppointReferent { worker: KARIM }))
        .then([Event::ReferentAppointed { worker: KARIM }]);
}

#[test]
fn someone_joins_those_around_the_person_once() {
    let joined = Event::TeamMemberJoined(Joining::of(KARIM));
    let join = || asked(Command::JoinTeam(Joining::of(KARIM)));
    given::<SupportCase>(opened()).when(join()).then([joined.clone()]);
    given::<SupportCase>(after(joined))
        .when(join())
        .refused(Refusal::AlreadyInTeam);
}

#[test]
fn what_someone_is_there_for_and_how_it_ended_is_kept_as_told() {
    let joining = Joining {
        function: Some(text("Suivi du budget")),
        scope: vec![DomainOfLife::Budget, DomainOfLife::Rights],
        until: Some(day(12, 31)),
        ..Joining::of(KARIM)
    };
    let leaving = Leaving {
        reason: Some(text("Le plan d’apurement est signé.")),
        balance: Some(text("Deux dettes soldées ; l’énergie reste à revoir.")),
        ..Leaving::of(KARIM)
    };
    given::<SupportCase>(opened())
        .when(asked(Command::JoinTeam(joining.clone())))
        .then([Event::TeamMemberJoined(joining.clone())]);
    given::<SupportCase>(after(Event::TeamMemberJoined(joining)))
        .when(asked(Command::LeaveTeam(leaving.clone())))
        .then([Event::TeamMemberLeft(leaving)]);
}

#[test]
fn only_who_is_around_the_person_leaves() {
    let leave = || asked(Command::LeaveTeam(Leaving::of(KARIM)));
    given::<SupportCase>(after(Event::TeamMemberJoined(Joining::of(KARIM))))
        .when(leave())
        .then([Event::TeamMemberLeft(Leaving::of(KARIM))]);
    given::<SupportCase>(after(Event::TeamMemberLeft(Leaving::of(KARIM))))
        .when(leave())
        .refused(Refusal::NotInTeam);
}

#[test]
fn the_family_is_met_together_once_somebody_answers_for_it() {
    let meet = || asked(Command::MeetForHandover { on: day(10, 8) });
    given::<SupportCase>(after(Event::ReferentAppointed { worker: KARIM }))
        .when(meet())
        .then([Event::HandoverMeetingHeld { on: day(10, 8) }]);
    given::<SupportCase>(opened()).when(meet()).refused(Refusal::NoReferent);
}

#[test]
fn a_case_that_somebody_else_answers_for_by_now_is_not_handed_over() {
    let from = |from| Command::HandOver {
        from: Some(from),
        to: id(3),
        reason: None,
        met_on: None,
    };
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(from(KARIM)))
        .refused(Refusal::ReferentChanged);
    given::<SupportCase>(after(NOUR_APPOINTED))
        .when(asked(from(NOUR)))
        .then([Event::ReferentHandedOver {
            from: NOUR,
            to: id(3),
            reason: None,
            met_on: None,
        }]);
}
