//! The steps, one after the other, and every step that is asked too early or too late.

use super::{asking, every_command, live, reached, schedule_of, stage_of, summoned, synthesis};
use crate::Decider;
use crate::Reason;
use crate::spec::{LATER, asked, day, given, text};
use crate::team_meeting::{Command, Event, Kind, NewDay, Postponement, Refusal, Stage, TeamMeeting};

#[test]
fn a_meeting_gets_a_day_once() {
    asking(vec![], Command::Schedule(schedule_of(Kind::CaseReview)))
        .then([Event::Scheduled(schedule_of(Kind::CaseReview))]);
    for stage in Stage::ALL {
        asking(synthesis(stage), Command::Schedule(schedule_of(Kind::CaseReview))).refused(Refusal::AlreadyScheduled);
    }
}

#[test]
fn nothing_happens_in_a_meeting_without_a_day() {
    for wish in every_command() {
        if !matches!(wish, Command::Schedule(_)) {
            asking(vec![], wish).refused(Refusal::NotScheduled);
        }
    }
}

#[test]
fn a_kind_without_rules_in_force_is_not_held() {
    given::<TeamMeeting>(synthesis(Stage::Scheduled))
        .when(asked(Command::SendSummons { sent_on: None }))
        .refused(Refusal::KindWithoutRules);
}

#[test]
fn it_goes_step_by_step_from_a_day_to_its_end() {
    for stage in Stage::ALL {
        assert_eq!(stage_of(synthesis(stage)), stage);
    }
    let steps = [
        (
            Stage::Scheduled,
            Command::SendSummons { sent_on: None },
            Stage::Convened,
        ),
        (Stage::Convened, Command::OpenPreparation, Stage::Preparing),
        (Stage::Decided, Command::EndSession, Stage::SessionEnded),
        (Stage::SessionEnded, super::minutes(), Stage::MinutesDrafted),
    ];
    for (from, command, to) in steps {
        let state = given::<TeamMeeting>(synthesis(from)).state();
        let decided = state.decide(&live(command)).unwrap();
        assert_eq!(crate::fold(state, &decided.events).stage(), Some(to));
    }
}

/// What each stage allows, in the order of [`every_command`]: one line a stage, one mark a command.
#[test]
fn at_each_stage_exactly_these_steps_may_be_taken() {
    let told: Vec<String> = Stage::ALL
        .into_iter()
        .map(|stage| {
            let state = given::<TeamMeeting>(synthesis(stage)).state();
            let marks = every_command().into_iter().map(|command| {
                let refused = state.decide(&live(command)).err();
                let stopped = refused.is_some_and(|refusal| is_about_the_stage(&refusal));
                if stopped { '.' } else { 'x' }
            });
            format!("{:<17}{}", stage.code(), marks.collect::<String>())
        })
        .collect();
    let expected = [
        //                Sch Inv Sta Att Add Fam Cha Sum Pre Ope Vie Dec Put End Dra Val Sha Ade Fee Fol Rev Clo Pos Can She Fam Tur Hyp Ans
        "scheduled        .xxxxxxx..x...........xx.x...",
        "convened         .xxxxxx.x.x...........xx.x...",
        "preparing        .xxxxxx..xx...........xxxx...",
        "in_session       .xxx.xx...xxx...........xxxxx",
        "decided          .xxx.xx...xxxx.....x....xxxxx",
        "session_ended    ..............x...xx.........",
        "minutes_drafted  ..............xx..xx.........",
        "minutes_validated................xxxx.........",
        "distributed      ................xxxxxx.......",
        "closed           .................x...........",
        "cancelled        .............................",
    ];
    assert_eq!(told, expected);
}

/// Whether a refusal speaks of where the meeting stands, not of what is missing for the step itself.
fn is_about_the_stage(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::AlreadyScheduled
            | Refusal::NotConvened
            | Refusal::AlreadyConvened
            | Refusal::NotPrepared
            | Refusal::AlreadyPreparing
            | Refusal::NotInSession
            | Refusal::InSession
            | Refusal::NothingDecided
            | Refusal::SessionNotEnded
            | Refusal::SessionEnded
            | Refusal::MinutesNotDrafted { .. }
            | Refusal::MinutesNotValidated
            | Refusal::MinutesValidated
            | Refusal::MinutesNotShared
            | Refusal::Closed
            | Refusal::Cancelled
    )
}

#[test]
fn a_step_asked_too_early_names_the_step_before() {
    let early = [
        (Stage::Scheduled, Command::OpenPreparation, Refusal::NotConvened),
        (Stage::Convened, Command::Open { warned: false }, Refusal::NotPrepared),
        (Stage::Preparing, Command::EndSession, Refusal::NotInSession),
        (Stage::Decided, super::minutes(), Refusal::SessionNotEnded),
        (
            Stage::SessionEnded,
            Command::ValidateMinutes,
            Refusal::MinutesNotDrafted { missing: 1 },
        ),
        (
            Stage::MinutesDrafted,
            every_command().swap_remove(16),
            Refusal::MinutesNotValidated,
        ),
        (Stage::MinutesValidated, Command::Close, Refusal::MinutesNotShared),
    ];
    for (stage, command, refusal) in early {
        asking(synthesis(stage), command).refused(refusal);
    }
}

#[test]
fn a_step_asked_too_late_says_where_the_meeting_stands() {
    let again = |stage| {
        let summons = Command::SendSummons { sent_on: None };
        given::<TeamMeeting>(synthesis(stage)).when(live(summons))
    };
    again(Stage::Convened).refused(Refusal::AlreadyConvened);
    again(Stage::Preparing).refused(Refusal::AlreadyPreparing);
    again(Stage::InSession).refused(Refusal::InSession);
    again(Stage::MinutesDrafted).refused(Refusal::SessionEnded);
    again(Stage::Distributed).refused(Refusal::MinutesValidated);
    again(Stage::Closed).refused(Refusal::Closed);
    again(Stage::Cancelled).refused(Refusal::Cancelled);
}

#[test]
fn a_team_that_meets_every_week_summons_nobody() {
    asking(reached(Kind::WeeklyTeam, Stage::Scheduled), Command::OpenPreparation).then([Event::PreparationOpened]);
}

#[test]
fn summons_that_leave_late_are_sent_and_told_where_the_law_only_advises() {
    // Seven full days are voted: six are too few, and that is told.
    let sent = |sent_on| {
        asking(
            synthesis(Stage::Scheduled),
            Command::SendSummons { sent_on: Some(sent_on) },
        )
    };
    sent(day(11, 12)).then([Event::SummonsSent {
        sent_on: day(11, 12),
        short_of: None,
    }]);
    let mut soon = schedule_of(Kind::CaseReview);
    soon.held_on = Some(day(11, 25));
    let mut events = synthesis(Stage::Scheduled);
    *events.first_mut().unwrap() = Event::Scheduled(soon);
    asking(
        events.clone(),
        Command::SendSummons {
            sent_on: Some(day(11, 18)),
        },
    )
    .then([Event::SummonsSent {
        sent_on: day(11, 18),
        short_of: None,
    }]);
    asking(events, Command::SendSummons { sent_on: None }).then([Event::SummonsSent {
        sent_on: day(11, 19),
        short_of: Some(7),
    }]);
}

#[test]
fn a_panel_is_not_summoned_later_than_the_law_allows() {
    let held = |on| {
        let mut schedule = schedule_of(Kind::DisabilityCommission);
        schedule.held_on = Some(on);
        let mut events = reached(Kind::DisabilityCommission, Stage::Scheduled);
        *events.first_mut().unwrap() = Event::Scheduled(schedule);
        asking(events, Command::SendSummons { sent_on: None })
    };
    held(day(12, 3)).then([summoned()]);
    held(day(12, 2)).refused(Refusal::SummonsTooLate { needed: 14, left: 13 });
}

#[test]
fn summons_are_sent_to_someone_about_something_and_not_ahead_of_time() {
    let scheduled = Event::Scheduled(schedule_of(Kind::CaseReview));
    let wish = || Command::SendSummons { sent_on: None };
    asking(vec![scheduled.clone()], wish()).refused(Refusal::NobodyInvited);
    let invited = super::invited(super::HERSELF, super::family());
    asking(vec![scheduled, invited], wish()).refused(Refusal::NothingOnAgenda);
    asking(
        synthesis(Stage::Scheduled),
        Command::SendSummons {
            sent_on: Some(day(11, 20)),
        },
    )
    .refused(Refusal::DayToCome);
}

fn moved(because: Postponement, held_on: crate::words::Day) -> NewDay {
    NewDay {
        starts_at: held_on.start(&jiff::tz::TimeZone::UTC),
        held_on,
        because,
        words: None,
    }
}

#[test]
fn a_meeting_that_is_moved_summons_again_and_asks_again_who_comes() {
    let to = moved(Postponement::FamilyAsked, day(12, 17));
    let mut events = synthesis(Stage::Preparing);
    events.push(super::here(super::CHAIR));
    let event = Event::Postponed {
        to: to.clone(),
        without_quorum: false,
    };
    asking(events.clone(), Command::Postpone(to)).then([event.clone()]);
    events.push(event);
    let state = given::<TeamMeeting>(events).state();
    let sitting = state.sitting().unwrap();
    assert_eq!((sitting.stage, sitting.held_on), (Stage::Scheduled, day(12, 17)));
    assert!(sitting.roster.iter().all(|place| place.attendance.is_none()));
    assert_eq!(sitting.agenda.len(), 1);
}

#[test]
fn a_meeting_is_moved_ahead_and_for_a_reason() {
    let mut to = moved(Postponement::FamilyAsked, day(12, 17));
    to.starts_at = LATER.checked_sub(jiff::SignedDuration::from_hours(2)).unwrap();
    asking(synthesis(Stage::Convened), Command::Postpone(to)).refused(Refusal::PostponedToThePast);
    let other = moved(Postponement::Other, day(12, 17));
    asking(synthesis(Stage::Convened), Command::Postpone(other)).refused(Refusal::PostponedWithoutWords);
}

#[test]
fn without_quorum_a_panel_meets_again_after_fifteen_days_whoever_comes() {
    let postpone = |kind, on| {
        asking(
            reached(kind, Stage::Preparing),
            Command::Postpone(moved(Postponement::NoQuorum, on)),
        )
    };
    postpone(Kind::DisabilityCommission, day(12, 24)).refused(Refusal::PostponedTooSoon { days: 15 });
    postpone(Kind::DisabilityCommission, day(12, 25)).then([Event::Postponed {
        to: moved(Postponement::NoQuorum, day(12, 25)),
        without_quorum: true,
    }]);
    postpone(Kind::CaseReview, day(12, 25)).refused(Refusal::NoQuorumAsked);
}

#[test]
fn a_meeting_may_be_given_up_until_it_opens_and_stays_so() {
    let cancel = || Command::Cancel {
        reason: text("La famille a déménagé."),
    };
    asking(synthesis(Stage::Preparing), cancel()).then([Event::Cancelled {
        reason: text("La famille a déménagé."),
    }]);
    asking(synthesis(Stage::InSession), cancel()).refused(Refusal::InSession);
    for wish in every_command().into_iter().skip(1) {
        asking(synthesis(Stage::Cancelled), wish).refused(Refusal::Cancelled);
    }
}

#[test]
fn each_refusal_has_a_code_of_its_own_capability() {
    for stage in Stage::ALL {
        let state = given::<TeamMeeting>(synthesis(stage)).state();
        for command in every_command() {
            if let Err(refusal) = state.decide(&live(command)) {
                assert!(refusal.code().starts_with("team_meeting."), "{}", refusal.code());
            }
        }
    }
}
