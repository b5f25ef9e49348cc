//! What makes a decision one: the power, the text, the reason, the other view; and rising.

use super::{asking, decision, every_command, ground, reached, synthesis};
use crate::spec::{ANOTHER, HERS, KARIM, NOUR, day, given, id, text};
use crate::team_meeting::{
    AgendaItem, Command, Decision, Event, Ground, Kind, Power, Refusal, Stage, TeamMeeting, Votes,
};
use crate::{Decider, words::Doer};

fn record(decision: Decision) -> Command {
    Command::RecordDecision(decision)
}

fn on(ground: Ground) -> Command {
    record(Decision {
        ground: Some(ground),
        ..decision()
    })
}

#[test]
fn a_decision_is_written_once_as_it_falls_with_who_does_it_by_when_why_and_who_saw_it_otherwise() {
    asking(synthesis(Stage::InSession), record(decision())).then([Event::DecisionRecorded(decision())]);
    asking(synthesis(Stage::Decided), record(decision())).refused(Refusal::AlreadyDecided);
    let elsewhere = Decision {
        support_case: ANOTHER,
        ..decision()
    };
    asking(synthesis(Stage::InSession), record(elsewhere)).refused(Refusal::CaseNotOnAgenda);
}

#[test]
fn nothing_is_decided_while_the_session_is_not_open() {
    for stage in [Stage::Scheduled, Stage::Convened, Stage::Preparing] {
        asking(synthesis(stage), record(decision())).refused(Refusal::NotInSession);
    }
    asking(synthesis(Stage::SessionEnded), record(decision())).refused(Refusal::SessionEnded);
}

#[test]
fn a_decision_is_due_on_the_day_of_the_meeting_at_the_earliest() {
    let due = |due_on| record(Decision { due_on, ..decision() });
    asking(synthesis(Stage::InSession), due(day(12, 9))).refused(Refusal::DueBeforeTheMeeting);
    let same = Decision {
        due_on: day(12, 10),
        ..decision()
    };
    asking(synthesis(Stage::InSession), due(day(12, 10))).then([Event::DecisionRecorded(same)]);
}

#[test]
fn a_decision_names_a_power_that_this_kind_of_meeting_has() {
    let bare = Decision {
        ground: None,
        ..decision()
    };
    asking(synthesis(Stage::InSession), record(bare)).refused(Refusal::NoGround);
    for power in Power::ALL {
        let refused = on(Ground {
            power,
            by: Some(NOUR),
            ..ground()
        });
        let state = given::<TeamMeeting>(synthesis(Stage::InSession)).state();
        let decided = state.decide(&super::live(refused));
        let has = super::rules(Kind::CaseReview).powers.contains(&power);
        assert_eq!(decided.is_ok(), has, "{power:?}");
        if !has {
            assert_eq!(decided, Err(Refusal::PowerNotOfThisKind));
        }
    }
}

#[test]
fn whoever_holds_a_delegation_is_named() {
    let delegated = |by| {
        on(Ground {
            power: Power::Delegation,
            by,
            ..ground()
        })
    };
    asking(synthesis(Stage::InSession), delegated(None)).refused(Refusal::HolderUnnamed);
    let state = given::<TeamMeeting>(synthesis(Stage::InSession)).state();
    assert!(state.decide(&super::live(delegated(Some(KARIM)))).is_ok());
}

#[test]
fn a_panel_counts_its_votes_and_no_more_than_its_voices() {
    let voted = |votes| {
        record(Decision {
            votes,
            ground: Some(Ground {
                power: Power::PanelVote,
                legal_basis: "casf_l241_6".to_owned(),
                ..ground()
            }),
            ..decision()
        })
    };
    let panel = || reached(Kind::DisabilityCommission, Stage::InSession);
    let votes = |in_favour, against| {
        Some(Votes {
            in_favour,
            against,
            abstained: 0,
        })
    };
    asking(panel(), voted(None)).refused(Refusal::VotesNotCounted);
    asking(panel(), voted(votes(0, 0))).refused(Refusal::VotesNotCounted);
    asking(panel(), voted(votes(2, 1))).refused(Refusal::MoreVotesThanVoices { voices: 2 });
    let state = given::<TeamMeeting>(panel()).state();
    assert!(state.decide(&super::live(voted(votes(1, 1)))).is_ok());
}

#[test]
fn a_decision_rests_on_a_text_in_force_and_on_a_reason() {
    let other_text = on(Ground {
        legal_basis: "l’article que l’on veut".to_owned(),
        ..ground()
    });
    asking(synthesis(Stage::InSession), other_text).refused(Refusal::LegalBasisUnknown);
    let no_reason = on(Ground {
        reasons: vec![],
        ..ground()
    });
    asking(synthesis(Stage::InSession), no_reason).refused(Refusal::NoReason);
}

#[test]
fn it_is_always_asked_whether_somebody_sees_it_otherwise() {
    let unasked = Decision {
        dissent: None,
        ..decision()
    };
    asking(synthesis(Stage::InSession), record(unasked)).refused(Refusal::DissentUnasked);
    let both = on(Ground {
        undisputed: true,
        ..ground()
    });
    asking(synthesis(Stage::InSession), both).refused(Refusal::DissentUnasked);
    let nobody = Decision {
        dissent: None,
        ground: Some(Ground {
            undisputed: true,
            ..ground()
        }),
        ..decision()
    };
    asking(synthesis(Stage::InSession), record(nobody.clone())).then([Event::DecisionRecorded(nobody)]);
}

#[test]
fn no_other_meeting_takes_a_decision_of_the_same_id() {
    let state = given::<TeamMeeting>(synthesis(Stage::InSession)).state();
    let decided = state.decide(&super::live(record(decision()))).unwrap();
    let taken: Vec<_> = decided
        .reservations
        .iter()
        .map(|name| (name.scope, name.value.as_str()))
        .collect();
    let id = decision().decision.to_string();
    assert_eq!(taken, [("team_meeting.decision", id.as_str())]);
}

#[test]
fn a_case_on_which_nothing_can_be_decided_is_put_off_with_its_reason() {
    let put_off = |support_case| Command::PutOff {
        support_case,
        reason: text("Il manque le bailleur."),
    };
    let event = Event::CasePutOff {
        support_case: HERS,
        reason: text("Il manque le bailleur."),
    };
    asking(synthesis(Stage::InSession), put_off(HERS)).then([event.clone()]);
    asking(synthesis(Stage::Decided), put_off(HERS)).refused(Refusal::CaseDecided);
    let mut events = synthesis(Stage::InSession);
    events.push(event);
    asking(events.clone(), put_off(HERS)).refused(Refusal::CasePutOff);
    asking(events.clone(), record(decision())).refused(Refusal::CasePutOff);
    asking(events, Command::EndSession).then([Event::SessionEnded]);
}

#[test]
fn they_rise_once_each_case_is_decided_or_put_off() {
    asking(synthesis(Stage::InSession), Command::EndSession).refused(Refusal::NothingDecided);
    asking(synthesis(Stage::Decided), Command::EndSession).then([Event::SessionEnded]);
    let mut events = synthesis(Stage::Preparing);
    events.push(Event::CaseAdded(AgendaItem {
        support_case: ANOTHER,
        ..super::item()
    }));
    let rest = synthesis(Stage::Decided).split_off(synthesis(Stage::Preparing).len());
    events.extend(rest);
    asking(events, Command::EndSession).refused(Refusal::CasesUndecided { cases: 1 });
}

#[test]
fn what_came_of_a_decision_is_told_once_from_the_moment_it_is_taken() {
    let follow = || every_command().swap_remove(19);
    let event = Event::DecisionFollowed {
        decision: id(1),
        outcome: crate::team_meeting::Outcome::CarriedOut,
        on: day(11, 19),
    };
    for stage in [Stage::Decided, Stage::SessionEnded, Stage::Distributed] {
        asking(synthesis(stage), follow()).then([event.clone()]);
    }
    let mut events = synthesis(Stage::Decided);
    events.push(event);
    asking(events, follow()).refused(Refusal::DecisionAlreadyFollowed);
    let unknown = Command::FollowDecision {
        decision: id(9),
        outcome: crate::team_meeting::Outcome::GivenUp,
        on: day(11, 19),
    };
    asking(synthesis(Stage::Decided), unknown).refused(Refusal::DecisionUnknown);
    assert_eq!(decision().doer, Doer::Worker(KARIM));
}
