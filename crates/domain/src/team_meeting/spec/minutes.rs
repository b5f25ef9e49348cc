//! Minutes: written by one, validated by another, passed on under a law, and never changed again.

use super::{CHAIR, GUEST, HERSELF, MEMBER, asking, drafted_by, live_by, minutes, shared, standing, synthesis};
use crate::sharing::Basis;
use crate::spec::{ANOTHER, CLAIRE, HERS, KARIM, NOUR, day, given, id, text};
use crate::team_meeting::told_in_minutes;
use crate::team_meeting::{Capacity, Command, Event, Outcome, Participant, Refusal, Stage, TeamMeeting};
use crate::words::Profession;

#[test]
fn minutes_may_be_written_anew_until_they_are_validated() {
    given::<TeamMeeting>(synthesis(Stage::SessionEnded))
        .when(live_by(KARIM, minutes()))
        .then([drafted_by(KARIM)]);
    given::<TeamMeeting>(synthesis(Stage::MinutesDrafted))
        .when(live_by(GUEST, minutes()))
        .then([drafted_by(GUEST)]);
    for stage in [Stage::MinutesValidated, Stage::Distributed] {
        asking(synthesis(stage), minutes()).refused(Refusal::MinutesValidated);
    }
    asking(synthesis(Stage::Closed), minutes()).refused(Refusal::Closed);
    let elsewhere = Command::DraftMinutes {
        support_case: ANOTHER,
        text: text("…"),
    };
    asking(synthesis(Stage::SessionEnded), elsewhere).refused(Refusal::CaseNotOnAgenda);
}

#[test]
fn only_who_presides_validates_and_never_what_she_wrote() {
    let validate = |events: Vec<Event>, by| given::<TeamMeeting>(events).when(live_by(by, Command::ValidateMinutes));
    validate(synthesis(Stage::MinutesDrafted), NOUR).then([Event::MinutesValidated { by: NOUR }]);
    validate(synthesis(Stage::MinutesDrafted), GUEST).refused(Refusal::NotTheChair);
    let mut her_own = synthesis(Stage::MinutesDrafted);
    her_own.push(drafted_by(NOUR));
    validate(her_own, NOUR).refused(Refusal::ValidatorIsAuthor);
}

#[test]
fn minutes_of_every_case_are_written_before_any_is_validated() {
    let mut events = synthesis(Stage::Scheduled);
    events.push(Event::CaseAdded(crate::team_meeting::AgendaItem {
        support_case: ANOTHER,
        ..super::item()
    }));
    events.extend(synthesis(Stage::MinutesDrafted).split_off(synthesis(Stage::Scheduled).len()));
    asking(events.clone(), Command::ValidateMinutes).refused(Refusal::MinutesNotDrafted { missing: 1 });
    events.push(Event::CasePutOff {
        support_case: ANOTHER,
        reason: text("Il manque le bailleur."),
    });
    asking(events, Command::ValidateMinutes).then([Event::MinutesValidated { by: NOUR }]);
}

#[test]
fn minutes_are_passed_on_one_by_one_each_under_one_law() {
    let share = |with, basis| Command::ShareMinutes {
        support_case: HERS,
        with,
        basis,
    };
    let to_member = || share(MEMBER, Basis::SocialCoordination);
    asking(synthesis(Stage::MinutesValidated), to_member()).then([shared()]);
    asking(synthesis(Stage::Distributed), to_member()).refused(Refusal::AlreadyShared);
    asking(synthesis(Stage::Distributed), share(HERSELF, Basis::PersonRequest)).then([Event::MinutesShared {
        support_case: HERS,
        with: HERSELF,
        basis: Basis::PersonRequest,
    }]);
    let stranger = Participant::Worker(GUEST);
    asking(synthesis(Stage::Distributed), share(stranger, Basis::Consent)).refused(Refusal::NotInvited);
}

#[test]
fn between_professionals_only_those_whom_secrecy_binds_receive_minutes() {
    let landlord = Participant::Worker(GUEST);
    let mut events = synthesis(Stage::Scheduled);
    events.push(super::invited(
        landlord,
        standing(Capacity::Guest, Profession::LandlordOfficer, false),
    ));
    events.extend(synthesis(Stage::MinutesValidated).split_off(synthesis(Stage::Scheduled).len()));
    let share = |basis| Command::ShareMinutes {
        support_case: HERS,
        with: landlord,
        basis,
    };
    for basis in Basis::ALL {
        if basis.binds_recipients(&told_in_minutes()) {
            asking(events.clone(), share(basis)).refused(Refusal::RecipientNotBound);
        } else {
            asking(events.clone(), share(basis)).then([Event::MinutesShared {
                support_case: HERS,
                with: landlord,
                basis,
            }]);
        }
    }
    let of_another = Command::ShareMinutes {
        support_case: ANOTHER,
        with: CHAIR,
        basis: Basis::Consent,
    };
    asking(events, of_another).refused(Refusal::CaseNotOnAgenda);
}

#[test]
fn what_is_added_to_validated_minutes_stands_beside_them() {
    let addendum = || Command::WriteAddendum {
        support_case: HERS,
        text: text("Le bailleur a répondu."),
    };
    for stage in [Stage::MinutesValidated, Stage::Distributed, Stage::Closed] {
        asking(synthesis(stage), addendum()).then([Event::AddendumWritten {
            support_case: HERS,
            author: NOUR,
            text: text("Le bailleur a répondu."),
        }]);
    }
    asking(synthesis(Stage::MinutesDrafted), addendum()).refused(Refusal::MinutesNotValidated);
}

#[test]
fn the_family_is_told_what_came_of_it_on_a_day() {
    let told = |on| Command::GiveFeedback {
        support_case: HERS,
        to: CLAIRE,
        on,
    };
    let event = Event::FeedbackGiven {
        support_case: HERS,
        to: CLAIRE,
        on: day(11, 19),
    };
    asking(synthesis(Stage::SessionEnded), told(day(11, 19))).then([event.clone()]);
    asking(synthesis(Stage::SessionEnded), told(day(11, 20))).refused(Refusal::DayToCome);
    let mut events = synthesis(Stage::SessionEnded);
    events.push(event);
    asking(events, told(day(11, 19))).refused(Refusal::FeedbackAlreadyGiven);
}

#[test]
fn it_is_over_once_each_decision_was_followed_or_all_were_reviewed() {
    asking(synthesis(Stage::Distributed), Command::Close).refused(Refusal::DecisionsOpen { decisions: 1 });
    let mut followed = synthesis(Stage::Distributed);
    followed.push(Event::DecisionFollowed {
        decision: id(1),
        outcome: Outcome::GivenUp,
        on: day(11, 19),
    });
    asking(followed, Command::Close).then([Event::Closed]);
    let review = || Command::HoldReview { on: day(11, 19) };
    let mut reviewed = synthesis(Stage::Distributed);
    asking(reviewed.clone(), review()).then([Event::ReviewHeld { on: day(11, 19) }]);
    reviewed.push(Event::ReviewHeld { on: day(11, 19) });
    asking(reviewed.clone(), review()).refused(Refusal::AlreadyReviewed);
    asking(reviewed, Command::Close).then([Event::Closed]);
}
