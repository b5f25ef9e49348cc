//! What must be true before a session opens.

use super::{
    CHAIR, GUEST, HERSELF, MEMBER, asking, family, here, invited, item, reached, schedule_of, standing, synthesis,
};
use crate::spec::{ANOTHER, CLAIRE, HERS, KARIM, NOUR, day, given, text};
use crate::team_meeting::{
    AgendaItem, Attendance, Capacity, Command, Event, FamilyInformation, Kind, Participant, Refusal, Stage, TeamMeeting,
};
use crate::words::Profession;

const OPEN: Command = Command::Open { warned: false };

/// A meeting that is prepared, with these who came.
fn prepared(kind: Kind, came: &[Participant]) -> Vec<Event> {
    let mut events = reached(kind, Stage::Preparing);
    events.extend(came.iter().map(|participant| here(*participant)));
    events
}

/// The same with one more around the table.
fn with(mut events: Vec<Event>, capacity: Capacity, profession: Profession, bound: bool) -> Vec<Event> {
    let participant = Participant::Worker(GUEST);
    events.push(invited(participant, standing(capacity, profession, bound)));
    events.push(here(participant));
    events
}

#[test]
fn a_session_opens_with_its_chair_and_tells_how_many_have_a_voice() {
    asking(prepared(Kind::CaseReview, &[CHAIR, HERSELF]), OPEN).then([Event::Opened {
        chair: NOUR,
        present: 1,
        voices: 2,
        unbound: [].into(),
    }]);
}

#[test]
fn a_session_does_not_open_without_whoever_presides_and_another_may_be_appointed() {
    asking(prepared(Kind::CaseReview, &[MEMBER]), OPEN).refused(Refusal::ChairAbsent);
    let mut events = prepared(Kind::CaseReview, &[MEMBER]);
    asking(events.clone(), Command::AppointChair { worker: KARIM }).then([Event::ChairAppointed { worker: KARIM }]);
    asking(events.clone(), Command::AppointChair { worker: GUEST }).refused(Refusal::NotInvited);
    asking(events.clone(), Command::AppointChair { worker: NOUR }).then([]);
    events.push(Event::ChairAppointed { worker: KARIM });
    asking(events, OPEN).then([Event::Opened {
        chair: KARIM,
        present: 1,
        voices: 2,
        unbound: [].into(),
    }]);
}

#[test]
fn a_session_does_not_open_while_the_roster_does_not_tell_what_binds_each_professional() {
    let mut events = prepared(Kind::CaseReview, &[CHAIR]);
    let participant = Participant::Worker(GUEST);
    events.push(Event::Invited {
        participant,
        standing: None,
    });
    asking(events.clone(), OPEN).refused(Refusal::RosterIncomplete { missing: 1 });
    let standing = standing(Capacity::Guest, Profession::Psychologist, true);
    asking(events.clone(), Command::RecordStanding { participant, standing })
        .then([Event::StandingRecorded { participant, standing }]);
    events.push(Event::StandingRecorded { participant, standing });
    assert_eq!(asks(&events), None);
}

/// Why it does not open.
fn asks(events: &[Event]) -> Option<Refusal> {
    use crate::Decider;
    let state = given::<TeamMeeting>(events.iter().cloned()).state();
    state.decide(&super::live(OPEN)).err()
}

#[test]
fn a_session_does_not_open_before_it_is_known_of_each_case_how_the_family_was_told() {
    let mut events = prepared(Kind::CaseReview, &[CHAIR]);
    events.push(Event::CaseAdded(AgendaItem {
        support_case: ANOTHER,
        ..item()
    }));
    assert_eq!(asks(&events), Some(Refusal::FamilyNotInformed { cases: 1 }));
    let answers = [
        FamilyInformation::Informed {
            on: day(11, 19),
            by: KARIM,
        },
        FamilyInformation::Present,
        FamilyInformation::Represented { by: MEMBER },
        FamilyInformation::Withheld {
            reason: text("L’intérêt de l’enfant s’y oppose."),
        },
    ];
    for information in answers {
        let event = Event::FamilyInformationRecorded {
            support_case: ANOTHER,
            information: information.clone(),
        };
        let wish = Command::RecordFamilyInformation {
            support_case: ANOTHER,
            information,
        };
        asking(events.clone(), wish).then([event.clone()]);
        let answered: Vec<_> = events.iter().cloned().chain([event]).collect();
        assert_eq!(asks(&answered), None);
    }
}

#[test]
fn the_family_is_told_of_a_case_on_the_agenda_and_not_tomorrow() {
    let wish = |support_case, on| Command::RecordFamilyInformation {
        support_case,
        information: FamilyInformation::Informed { on, by: KARIM },
    };
    asking(synthesis(Stage::Convened), wish(ANOTHER, day(11, 19))).refused(Refusal::CaseNotOnAgenda);
    asking(synthesis(Stage::Convened), wish(HERS, day(11, 20))).refused(Refusal::DayToCome);
}

#[test]
fn whoever_presides_is_warned_of_those_whom_secrecy_does_not_bind() {
    let events = with(
        prepared(Kind::CaseReview, &[CHAIR]),
        Capacity::Guest,
        Profession::LandlordOfficer,
        false,
    );
    asking(events.clone(), OPEN).refused(Refusal::NotWarned { unbound: 1 });
    asking(events.clone(), Command::Open { warned: true }).then([Event::Opened {
        chair: NOUR,
        present: 1,
        voices: 2,
        unbound: [Participant::Worker(GUEST)].into(),
    }]);
    let mut absent = events;
    absent.push(Event::AttendanceRecorded {
        participant: Participant::Worker(GUEST),
        attendance: Attendance::Excused,
    });
    assert_eq!(asks(&absent), None, "she is not in the room");
}

#[test]
fn a_concern_is_assessed_by_two_professions_at_least() {
    let alone = prepared(Kind::ConcernAssessment, &[CHAIR, HERSELF]);
    asking(alone, OPEN).refused(Refusal::CompositionIncomplete {
        missing: "professions",
        needed: 2,
        there: 1,
    });
    assert_eq!(asks(&prepared(Kind::ConcernAssessment, &[CHAIR, MEMBER])), None);
}

#[test]
fn a_family_conference_needs_a_neutral_coordinator_and_the_family() {
    let missing = |missing| Refusal::CompositionIncomplete {
        missing,
        needed: 1,
        there: 0,
    };
    let events = prepared(Kind::FamilyConference, &[CHAIR, HERSELF]);
    assert_eq!(asks(&events), Some(missing("coordinator")));
    let coordinated = with(events, Capacity::Coordinator, Profession::AssociationMember, true);
    assert_eq!(asks(&coordinated), None);
    let without = with(
        prepared(Kind::FamilyConference, &[CHAIR]),
        Capacity::Coordinator,
        Profession::AssociationMember,
        true,
    );
    assert_eq!(asks(&without), Some(missing("family")));
}

#[test]
fn a_team_of_the_minimum_income_sits_with_those_it_speaks_of() {
    let events = prepared(Kind::InsertionTeam, &[CHAIR, MEMBER]);
    assert_eq!(
        asks(&events),
        Some(Refusal::CompositionIncomplete {
            missing: "representative",
            needed: 1,
            there: 0,
        })
    );
    let elected = with(events, Capacity::Representative, Profession::Unknown, true);
    assert_eq!(asks(&elected), None);
}

#[test]
fn where_the_law_only_advises_who_is_missing_is_told_and_the_session_opens() {
    let state = given::<TeamMeeting>(prepared(Kind::CaseReview, &[CHAIR])).state();
    let missing = Refusal::CompositionIncomplete {
        missing: "professions",
        needed: 2,
        there: 1,
    };
    assert_eq!(state.lacking(&super::rules(Kind::CaseReview)), [missing]);
    assert_eq!(asks(&prepared(Kind::CaseReview, &[CHAIR])), None);
}

#[test]
fn half_of_those_who_have_a_voice_make_a_quorum_and_once_moved_none_is_asked() {
    let mut events = vec![Event::Scheduled(schedule_of(Kind::DisabilityCommission))];
    for number in 1..=5 {
        let member = Participant::Worker(crate::spec::id(number));
        events.push(invited(
            member,
            standing(Capacity::Member, Profession::SocialWorker, true),
        ));
    }
    events.extend([
        invited(Participant::Person(CLAIRE), family()),
        Event::CaseAdded(item()),
        Event::FamilyInformationRecorded {
            support_case: HERS,
            information: FamilyInformation::Present,
        },
        super::summoned(),
        Event::PreparationOpened,
        here(CHAIR),
        here(MEMBER),
        here(HERSELF),
    ]);
    assert_eq!(asks(&events), Some(Refusal::NoQuorum { present: 2, needed: 3 }));
    let third = Participant::Worker(crate::spec::id(3));
    let enough: Vec<_> = events.iter().cloned().chain([here(third)]).collect();
    assert_eq!(asks(&enough), None);
    let to = crate::team_meeting::NewDay {
        starts_at: super::THAT_DAY,
        held_on: day(12, 25),
        because: crate::team_meeting::Postponement::NoQuorum,
        words: None,
    };
    events.extend([
        Event::Postponed {
            to,
            without_quorum: true,
        },
        super::summoned(),
        Event::PreparationOpened,
        here(CHAIR),
    ]);
    assert_eq!(asks(&events), None);
}

#[test]
fn a_session_does_not_open_without_anything_to_speak_of() {
    let events = vec![
        Event::Scheduled(schedule_of(Kind::CaseReview)),
        invited(CHAIR, standing(Capacity::Member, Profession::TeamManager, true)),
        here(CHAIR),
        Event::PreparationOpened,
    ];
    asking(events, OPEN).refused(Refusal::NothingOnAgenda);
}
