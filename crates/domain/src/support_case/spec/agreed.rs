//! What frames the accompaniment: its rhythm, what makes it heavier, measures with their term, requests for another track.

use super::{after, opened};
use crate::signal::{self, Evidence};
use crate::spec::{asked, day, given, id, text};
use crate::support_case::{
    Command, Complexity, DecidedMeasure, Event, Intensity, Measure, Refusal, SupportCase, Track,
};
use crate::words::{Day, DomainOfLife};

pub(super) fn measure(until: Option<Day>) -> Measure {
    Measure {
        measure: id(1),
        label: text("AED"),
        domain: DomainOfLife::Parenting,
        from: day(4, 1),
        until,
    }
}

fn decided(on: Day) -> DecidedMeasure {
    DecidedMeasure {
        measure: id(1),
        label: text("AED"),
        domain: DomainOfLife::Parenting,
        on,
    }
}

fn request() -> Command {
    Command::RequestOrientation {
        orientation: id(1),
        track: Track::Social,
        reason: Some(text("Le logement d’abord.")),
    }
}

fn requested() -> Event {
    Event::OrientationRequested {
        orientation: id(1),
        track: Track::Social,
        reason: Some(text("Le logement d’abord.")),
    }
}

fn answer() -> Command {
    Command::DecideOrientation {
        orientation: id(1),
        accepted: true,
        track: Some(Track::Social),
        reason: None,
    }
}

fn answered() -> Event {
    Event::OrientationDecided {
        orientation: id(1),
        accepted: true,
        track: Some(Track::Social),
        reason: None,
    }
}

#[test]
fn a_rhythm_of_contact_is_agreed() {
    let intensity = Intensity::Intensive;
    given::<SupportCase>(opened())
        .when(asked(Command::AgreeCadence { intensity }))
        .then([Event::CadenceAgreed { intensity }]);
}

#[test]
fn what_makes_a_case_heavier_is_reviewed_as_a_whole() {
    let complexities = || vec![Complexity::ChildUnderTwo, Complexity::Interpreter];
    given::<SupportCase>(opened())
        .when(asked(Command::ReviewComplexity {
            complexities: complexities(),
        }))
        .then([Event::ComplexityReviewed {
            complexities: complexities(),
        }]);
}

#[test]
fn a_measure_starts_once() {
    let wish = || asked(Command::StartMeasure(measure(Some(day(9, 30)))));
    let started = Event::MeasureStarted(measure(Some(day(9, 30))));
    given::<SupportCase>(opened()).when(wish()).then([started.clone()]);
    given::<SupportCase>(after(started))
        .when(wish())
        .refused(Refusal::MeasureAlreadyStarted);
}

#[test]
fn a_measure_does_not_end_before_it_starts() {
    given::<SupportCase>(opened())
        .when(asked(Command::StartMeasure(measure(Some(day(3, 31))))))
        .refused(Refusal::EndsBeforeItStarts);
    given::<SupportCase>(after(Event::MeasureStarted(measure(None))))
        .when(asked(Command::EndMeasure {
            measure: id(1),
            on: day(3, 31),
        }))
        .refused(Refusal::EndsBeforeItStarts);
}

#[test]
fn a_measure_may_last_one_day() {
    let on = day(4, 1);
    given::<SupportCase>(after(Event::MeasureStarted(measure(Some(on)))))
        .when(asked(Command::EndMeasure { measure: id(1), on }))
        .then([Event::MeasureEnded { measure: id(1), on }]);
}

#[test]
fn a_measure_that_is_not_running_does_not_end() {
    let end = || {
        asked(Command::EndMeasure {
            measure: id(1),
            on: day(9, 30),
        })
    };
    let over = Event::MeasureEnded {
        measure: id(1),
        on: day(9, 30),
    };
    let running = after(Event::MeasureStarted(measure(None)));
    for so_far in [opened(), running.into_iter().chain([over]).collect()] {
        given::<SupportCase>(so_far)
            .when(end())
            .refused(Refusal::MeasureUnknown);
    }
}

#[test]
fn another_track_is_asked_for_and_waits_for_one_answer() {
    given::<SupportCase>(opened())
        .when(asked(request()))
        .then([requested()]);
    given::<SupportCase>(after(requested()))
        .when(asked(request()))
        .refused(Refusal::OrientationAlreadyRequested);
    given::<SupportCase>(after(requested()))
        .when(asked(answer()))
        .then([answered()]);
}

#[test]
fn only_a_request_that_waits_is_answered() {
    given::<SupportCase>(opened())
        .when(asked(answer()))
        .refused(Refusal::OrientationUnknown);
    given::<SupportCase>(after(requested()).into_iter().chain([answered()]))
        .when(asked(answer()))
        .refused(Refusal::OrientationUnknown);
}

#[test]
fn a_measure_is_decided_once_and_begins_later_or_is_given_up() {
    let wish = || asked(Command::DecideMeasure(decided(day(3, 20))));
    let known = || Event::MeasureDecided(decided(day(3, 20)));
    given::<SupportCase>(opened()).when(wish()).then([known()]);
    given::<SupportCase>(after(known()))
        .when(wish())
        .refused(Refusal::MeasureAlreadyDecided);
    given::<SupportCase>(after(Event::MeasureStarted(measure(None))))
        .when(wish())
        .refused(Refusal::MeasureAlreadyStarted);
    given::<SupportCase>(after(known()))
        .when(asked(Command::StartMeasure(measure(None))))
        .then([Event::MeasureStarted(measure(None))]);
    let end = |on| asked(Command::EndMeasure { measure: id(1), on });
    given::<SupportCase>(after(known()))
        .when(end(day(4, 2)))
        .then([Event::MeasureEnded {
            measure: id(1),
            on: day(4, 2),
        }]);
    given::<SupportCase>(after(known()))
        .when(end(day(3, 19)))
        .refused(Refusal::EndsBeforeItStarts);
}

#[test]
fn the_renewal_of_a_running_measure_is_asked_for_and_moves_its_term() {
    let ask = || asked(Command::AskRenewal { measure: id(1) });
    let renew = |until| asked(Command::RenewMeasure { measure: id(1), until });
    let runs = || after(Event::MeasureStarted(measure(Some(day(9, 30)))));
    given::<SupportCase>(runs())
        .when(ask())
        .then([Event::MeasureRenewalAsked { measure: id(1) }]);
    given::<SupportCase>(runs())
        .when(renew(day(12, 31)))
        .then([Event::MeasureRenewed {
            measure: id(1),
            until: day(12, 31),
        }]);
    given::<SupportCase>(runs())
        .when(renew(day(3, 31)))
        .refused(Refusal::EndsBeforeItStarts);
    for so_far in [opened(), after(Event::MeasureDecided(decided(day(3, 20))))] {
        given::<SupportCase>(so_far.clone())
            .when(ask())
            .refused(Refusal::MeasureUnknown);
        given::<SupportCase>(so_far)
            .when(renew(day(12, 31)))
            .refused(Refusal::MeasureUnknown);
    }
}

#[test]
fn a_signal_is_set_aside_with_what_it_rests_on_and_why() {
    let aside = |evidence| Command::SetSignalAside {
        signal: signal::Kind::Silence,
        evidence,
        reason: text("Partie chez sa sœur jusqu’en janvier."),
    };
    let heard = Evidence {
        item: None,
        on: day(10, 1),
        step: 1,
    };
    given::<SupportCase>(opened())
        .when(asked(aside(vec![heard])))
        .then([Event::SignalSetAside {
            signal: signal::Kind::Silence,
            evidence: vec![heard],
            reason: text("Partie chez sa sœur jusqu’en janvier."),
        }]);
    given::<SupportCase>(opened())
        .when(asked(aside(Vec::new())))
        .refused(Refusal::NoEvidence);
}
