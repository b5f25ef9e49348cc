//! What is brought beforehand, and what is said as each case has its turn.

use super::{CHAIR, asking, family_sheet, sheet, synthesis};
use crate::spec::{ANOTHER, CLAIRE, HERS, given, id, text};
use crate::team_meeting::{Command, Contribution, Event, Refusal, Stage, TeamMeeting};

#[test]
fn a_service_brings_what_it_knows_apart_from_what_it_makes_of_it() {
    asking(synthesis(Stage::Preparing), Command::Contribute(sheet())).then([Event::ContributionGiven(sheet())]);
    asking(synthesis(Stage::Convened), Command::Contribute(sheet())).refused(Refusal::NotPrepared);
    let nothing = Contribution {
        facts: None,
        analysis: None,
        ..sheet()
    };
    asking(synthesis(Stage::Preparing), Command::Contribute(nothing)).refused(Refusal::NothingContributed);
    let elsewhere = Contribution {
        support_case: ANOTHER,
        ..sheet()
    };
    asking(synthesis(Stage::Preparing), Command::Contribute(elsewhere)).refused(Refusal::CaseNotOnAgenda);
}

#[test]
fn it_is_known_which_services_have_brought_nothing_yet() {
    let missing = |events: Vec<Event>| {
        let state = given::<TeamMeeting>(events).state();
        state.sitting().unwrap().without_sheet(HERS)
    };
    assert_eq!(missing(synthesis(Stage::Preparing)), [id(1)].into());
    let mut events = synthesis(Stage::Preparing);
    events.push(Event::ContributionGiven(sheet()));
    assert_eq!(missing(events), [].into());
}

#[test]
fn the_family_has_its_own_sheet_as_soon_as_there_is_a_day() {
    let wish = || Command::WriteFamilySheet(family_sheet());
    asking(synthesis(Stage::Scheduled), wish()).then([Event::FamilySheetWritten(family_sheet())]);
    asking(synthesis(Stage::SessionEnded), wish()).refused(Refusal::SessionEnded);
}

#[test]
fn cases_have_their_turn_one_after_the_other() {
    let call = || Command::BeginTurn { support_case: HERS };
    let begun = Event::TurnBegun { support_case: HERS };
    asking(synthesis(Stage::InSession), call()).then([begun.clone()]);
    let mut events = synthesis(Stage::InSession);
    events.push(begun);
    asking(events, call()).then([]);
    asking(synthesis(Stage::Preparing), call()).refused(Refusal::NotInSession);
}

#[test]
fn hypotheses_and_what_the_family_answers_are_written_down_as_they_are_said() {
    let hypothesis = Command::RaiseHypothesis {
        support_case: HERS,
        of: CHAIR,
        text: text("Le courrier lui fait peur."),
    };
    asking(synthesis(Stage::InSession), hypothesis).then([Event::HypothesisRaised {
        support_case: HERS,
        of: CHAIR,
        text: text("Le courrier lui fait peur."),
    }]);
    let answer = Command::RecordFamilyAnswer {
        support_case: HERS,
        of: CLAIRE,
        text: text("Oui, je n’ouvre plus rien."),
    };
    asking(synthesis(Stage::Decided), answer).then([Event::FamilyAnswered {
        support_case: HERS,
        of: CLAIRE,
        text: text("Oui, je n’ouvre plus rien."),
    }]);
}
