//! The ten signals, read aloud: from which day each is told, from which it is not yet, and when it is gone.

use super::{Calendar, Evidence, Ground, Item, Kind, Signal, What, agreed_rhythm, signals, tolerated_quiet};
use crate::configuration::{Cadence, Setting, SignalThresholds, first_settings};
use crate::spec::{day, id};
use crate::support_case::Intensity;
use crate::words::{Day, Due};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

fn thresholds() -> SignalThresholds {
    let found = first_settings().into_iter().find_map(|(setting, ..)| {
        let Setting::Signals(thresholds) = setting else {
            return None;
        };
        Some(thresholds)
    });
    found.unwrap()
}

fn cadence() -> Cadence {
    Cadence {
        days: vec![(Intensity::Standard, 28), (Intensity::Intensive, 7)],
        silence: 150,
    }
}

/// Ten in the morning of a day.
fn at(on: Day) -> Timestamp {
    let start = on.start(&TimeZone::UTC);
    start.checked_add(jiff::SignedDuration::from_hours(10)).unwrap()
}

/// A case open since 2 March, heard, told and written in on 1 October.
fn ground() -> Ground {
    let lately = at(day(10, 1));
    Ground {
        open: true,
        opened_on: day(3, 2),
        intensity: Intensity::Standard,
        heard_at: Some(lately),
        voice_at: Some(lately),
        details_at: None,
        touched_at: lately,
        items: Vec::new(),
        set_aside: Vec::new(),
    }
}

fn with(items: impl IntoIterator<Item = Item>) -> Ground {
    Ground {
        items: items.into_iter().collect(),
        ..ground()
    }
}

fn dated(what: What, number: u128, on: Day) -> Item {
    Item {
        what,
        id: id(number),
        when: Due::On(on),
        domain: None,
    }
}

fn happened(what: What, number: u128, on: Day) -> Item {
    Item {
        when: Due::At(at(on)),
        ..dated(what, number, on)
    }
}

fn on(today: Day, ground: &Ground) -> Vec<Signal> {
    let (cadence, thresholds) = (cadence(), thresholds());
    let calendar = Calendar {
        today,
        zone: &TimeZone::UTC,
        cadence: Some(&cadence),
        thresholds: Some(&thresholds),
    };
    signals(ground, &calendar)
}

fn kinds(today: Day, ground: &Ground) -> Vec<Kind> {
    on(today, ground).iter().map(|signal| signal.kind).collect()
}

fn evidence(item: impl Into<Option<u128>>, on: Day, step: u32) -> Evidence {
    Evidence {
        item: item.into().map(Uuid::from_u128),
        on,
        step,
    }
}

fn told(kind: Kind, since: Day, evidence: Vec<Evidence>) -> Vec<Signal> {
    vec![Signal { kind, since, evidence }]
}

fn aside(ground: Ground, kind: Kind, evidence: Evidence) -> Ground {
    Ground {
        set_aside: vec![(kind, evidence)],
        ..ground
    }
}

#[test]
fn a_family_heard_within_its_rhythm_raises_nothing() {
    assert_eq!(on(day(11, 12), &ground()), []);
    assert_eq!(agreed_rhythm(&cadence(), Intensity::Standard), Some(28));
    assert_eq!(tolerated_quiet(&cadence(), Intensity::Standard), Some(42));
    assert_eq!(tolerated_quiet(&cadence(), Intensity::Crisis), None);
}

#[test]
fn a_silence_is_told_once_the_agreed_rhythm_is_passed_by_half() {
    let silence = || told(Kind::Silence, day(11, 13), vec![evidence(None, day(10, 1), 1)]);
    assert_eq!(on(day(11, 12), &ground()), [], "forty-two days are borne");
    assert_eq!(on(day(11, 13), &ground()), silence());
    assert_eq!(on(day(12, 1), &ground()), silence(), "since the same day");
    let heard = Ground {
        heard_at: Some(at(day(11, 20))),
        ..ground()
    };
    assert_eq!(on(day(12, 1), &heard), []);
}

#[test]
fn a_silence_counts_from_the_opening_while_nobody_was_reached() {
    let never = Ground {
        opened_on: day(11, 1),
        heard_at: None,
        voice_at: None,
        ..ground()
    };
    assert_eq!(on(day(12, 13), &never), []);
    assert_eq!(kinds(day(12, 14), &never), [Kind::Silence]);
    let reopened = Ground {
        heard_at: Some(at(day(4, 1))),
        ..never
    };
    assert_eq!(
        on(day(12, 13), &reopened),
        [],
        "what was before is another accompaniment"
    );
}

#[test]
fn a_closer_rhythm_makes_a_shorter_silence() {
    let closer = Ground {
        intensity: Intensity::Intensive,
        ..ground()
    };
    assert_eq!(on(day(10, 11), &closer), []);
    assert_eq!(kinds(day(10, 12), &closer), [Kind::Silence]);
}

#[test]
fn a_silence_set_aside_comes_back_when_as_much_time_has_passed_again() {
    let known = aside(ground(), Kind::Silence, evidence(None, day(10, 1), 1));
    assert_eq!(on(day(12, 24), &known), []);
    assert_eq!(
        on(day(12, 25), &known),
        told(Kind::Silence, day(12, 25), vec![evidence(None, day(10, 1), 2)])
    );
    let heard_since = Ground {
        heard_at: Some(at(day(10, 3))),
        ..known
    };
    assert_eq!(kinds(day(11, 15), &heard_since), [Kind::Silence], "another silence");
}

#[test]
fn two_appointments_missed_in_a_row_are_told_and_one_is_not() {
    let (first, second) = (day(10, 8), day(10, 22));
    let one = with([happened(What::Missed, 1, first)]);
    assert_eq!(on(day(10, 23), &one), []);
    let two = with([happened(What::Missed, 2, second), happened(What::Missed, 1, first)]);
    let both = || vec![evidence(1, first, 1), evidence(2, second, 1)];
    assert_eq!(on(day(10, 23), &two), told(Kind::MissedInARow, second, both()));
    let heard_between = Ground {
        heard_at: Some(at(day(10, 15))),
        ..two.clone()
    };
    assert_eq!(on(day(10, 23), &heard_between), []);
}

#[test]
fn appointments_missed_and_set_aside_come_back_with_another_one() {
    let (first, second, third) = (day(10, 8), day(10, 15), day(10, 22));
    let missed = [(1, first), (2, second), (3, third)].map(|(number, on)| happened(What::Missed, number, on));
    let known = Ground {
        set_aside: vec![
            (Kind::MissedInARow, evidence(1, first, 1)),
            (Kind::MissedInARow, evidence(2, second, 1)),
        ],
        ..with(missed.into_iter().take(2))
    };
    assert_eq!(on(day(10, 21), &known), []);
    let again = Ground {
        items: missed.to_vec(),
        ..known
    };
    let all = vec![evidence(1, first, 1), evidence(2, second, 1), evidence(3, third, 1)];
    assert_eq!(on(day(10, 23), &again), told(Kind::MissedInARow, third, all));
}

#[test]
fn a_letter_that_came_back_is_told_until_somebody_is_reached_or_a_new_address_is_known() {
    let returned = with([happened(What::LetterReturned, 1, day(10, 5))]);
    let told = told(Kind::LetterReturned, day(10, 5), vec![evidence(1, day(10, 5), 1)]);
    assert_eq!(on(day(10, 6), &returned), told);
    let reached = Ground {
        heard_at: Some(at(day(10, 6))),
        ..returned.clone()
    };
    assert_eq!(on(day(10, 7), &reached), []);
    let moved = Ground {
        details_at: Some(at(day(10, 6))),
        ..returned.clone()
    };
    assert_eq!(on(day(10, 7), &moved), []);
    let known = aside(returned, Kind::LetterReturned, evidence(1, day(10, 5), 1));
    assert_eq!(on(day(10, 7), &known), []);
}

#[test]
fn a_dead_number_is_told_and_another_one_again() {
    let dead = with([happened(What::NumberDead, 1, day(10, 5))]);
    assert_eq!(kinds(day(10, 6), &dead), [Kind::NumberDead]);
    let known = aside(dead, Kind::NumberDead, evidence(1, day(10, 5), 1));
    assert_eq!(on(day(10, 6), &known), []);
    let another = Ground {
        items: vec![
            happened(What::NumberDead, 1, day(10, 5)),
            happened(What::NumberDead, 2, day(10, 7)),
        ],
        ..known
    };
    assert_eq!(
        on(day(10, 8), &another),
        told(Kind::NumberDead, day(10, 7), vec![evidence(2, day(10, 7), 1)])
    );
}

#[test]
fn a_term_without_renewal_is_told_a_month_before_and_again_when_it_has_passed() {
    let ending = with([dated(What::Term, 1, day(11, 4))]);
    assert_eq!(on(day(10, 4), &ending), []);
    let before = told(Kind::TermWithoutRenewal, day(10, 5), vec![evidence(1, day(11, 4), 1)]);
    assert_eq!(on(day(10, 5), &ending), before);
    assert_eq!(on(day(11, 4), &ending), before, "on its last day too");
    let known = aside(ending, Kind::TermWithoutRenewal, evidence(1, day(11, 4), 1));
    assert_eq!(on(day(11, 4), &known), []);
    assert_eq!(
        on(day(11, 5), &known),
        told(Kind::TermWithoutRenewal, day(11, 5), vec![evidence(1, day(11, 4), 2)])
    );
    assert_eq!(
        on(day(10, 5), &with([])),
        [],
        "asked for, it is no term without renewal any more"
    );
}

#[test]
fn a_change_of_referent_is_told_when_the_family_was_not_met_in_time() {
    let changed = with([happened(What::Handover, 1, day(10, 1))]);
    assert_eq!(on(day(10, 16), &changed), []);
    assert_eq!(
        on(day(10, 17), &changed),
        told(Kind::HandoverUnmet, day(10, 17), vec![evidence(1, day(10, 1), 1)])
    );
    assert_eq!(on(day(10, 17), &with([])), [], "they met");
}

#[test]
fn a_measure_that_does_not_begin_is_told_after_fifteen_thirty_and_ninety_days() {
    let decided = |on| with([dated(What::Decided, 1, on)]);
    let waiting = decided(day(10, 1));
    assert_eq!(on(day(10, 16), &waiting), []);
    assert_eq!(
        on(day(10, 17), &waiting),
        told(Kind::MeasureUnstarted, day(10, 17), vec![evidence(1, day(10, 1), 1)])
    );
    let known = aside(waiting, Kind::MeasureUnstarted, evidence(1, day(10, 1), 1));
    assert_eq!(on(day(10, 31), &known), []);
    assert_eq!(
        on(day(11, 1), &known),
        told(Kind::MeasureUnstarted, day(11, 1), vec![evidence(1, day(10, 1), 2)])
    );
    let long = decided(day(6, 1));
    let steps: Vec<_> = on(day(10, 2), &long)
        .into_iter()
        .flat_map(|signal| signal.evidence)
        .collect();
    assert_eq!(steps, [evidence(1, day(6, 1), 3)], "there is no fourth threshold");
}

#[test]
fn actions_past_their_date_are_one_signal_since_the_first() {
    let late = with([dated(What::Action, 2, day(10, 9)), dated(What::Action, 1, day(10, 5))]);
    assert_eq!(on(day(10, 5), &late), [], "due on that day, it is late on the next");
    assert_eq!(
        on(day(10, 10), &late),
        told(
            Kind::ActionOverdue,
            day(10, 6),
            vec![evidence(1, day(10, 5), 1), evidence(2, day(10, 9), 1)]
        )
    );
    let known = aside(late, Kind::ActionOverdue, evidence(1, day(10, 5), 1));
    assert_eq!(
        on(day(10, 10), &known),
        told(Kind::ActionOverdue, day(10, 10), vec![evidence(2, day(10, 9), 1)]),
        "the other one is still late"
    );
}

#[test]
fn six_months_without_a_word_of_the_person_or_a_child_are_told() {
    let unheard = Ground {
        voice_at: Some(at(day(4, 15))),
        ..ground()
    };
    assert_eq!(on(day(10, 14), &unheard), []);
    assert_eq!(
        on(day(10, 15), &unheard),
        told(Kind::NoVoice, day(10, 15), vec![evidence(None, day(4, 15), 1)])
    );
    let never = Ground {
        voice_at: None,
        ..unheard
    };
    assert_eq!(
        on(day(10, 15), &never),
        told(Kind::NoVoice, day(9, 2), vec![evidence(None, day(3, 2), 1)])
    );
}

#[test]
fn a_file_that_nobody_touches_is_told_while_a_measure_runs() {
    let still = |items: Vec<Item>| Ground {
        touched_at: at(day(7, 1)),
        ..with(items)
    };
    let runs = still(vec![dated(What::Running, 1, day(4, 1))]);
    assert_eq!(on(day(9, 28), &runs), []);
    assert_eq!(
        on(day(10, 1), &runs),
        told(Kind::Untouched, day(9, 29), vec![evidence(None, day(7, 1), 1)])
    );
    assert_eq!(
        on(day(10, 1), &still(Vec::new())),
        [],
        "without a measure it is a silence or none"
    );
}

#[test]
fn the_manager_is_told_after_the_referent_had_her_time() {
    let signals = on(day(11, 13), &ground());
    let silence = signals.first().unwrap();
    assert!(!silence.is_told_to_manager(&thresholds(), day(11, 19)));
    assert!(silence.is_told_to_manager(&thresholds(), day(11, 20)));
}

#[test]
fn a_territory_that_adopted_nothing_is_told_only_what_is_late() {
    let late = with([
        dated(What::Action, 1, day(10, 5)),
        dated(What::Term, 2, day(10, 8)),
        happened(What::Missed, 3, day(10, 6)),
        happened(What::Missed, 4, day(10, 7)),
    ]);
    let calendar = Calendar {
        today: day(12, 31),
        zone: &TimeZone::UTC,
        cadence: None,
        thresholds: None,
    };
    let kinds: Vec<_> = signals(&late, &calendar).iter().map(|signal| signal.kind).collect();
    assert_eq!(kinds, [Kind::ActionOverdue]);
}
