//! When somebody is reminded, read aloud.

use super::{
    Attempt, Hours, Looking, Meant, Notice, Outcome, Standing, address, due, notices, number, standing, stops,
};
use crate::configuration::Reminders;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, offset};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

fn voted() -> Reminders {
    Reminders {
        hours_ahead: vec![3, 48],
        hours: Hours { from: 8, until: 20 },
    }
}

fn zone() -> TimeZone {
    TimeZone::fixed(offset(1))
}

fn at(wall: &str) -> Timestamp {
    let wall: DateTime = wall.parse().unwrap();
    zone().to_timestamp(wall).unwrap()
}

fn meant(starts_at: &str) -> Meant {
    Meant {
        starts_at: at(starts_at),
        set_at: at("2026-11-01T09:00"),
        hours: None,
    }
}

fn seen<T>(now: &str, look: impl FnOnce(Looking<'_>) -> T) -> T {
    let (settings, zone) = (voted(), zone());
    look(Looking {
        settings: &settings,
        zone: &zone,
        now: at(now),
    })
}

fn hours_of(meant: Meant) -> Vec<(u32, Timestamp)> {
    let all = seen("2026-11-10T09:00", |looking| notices(looking, meant));
    all.into_iter().map(|notice| (notice.ahead_hours, notice.at)).collect()
}

fn due_at(now: &str, meant: Meant, attempts: &[Attempt]) -> Option<u32> {
    seen(now, |looking| due(looking, meant, attempts)).map(|notice| notice.ahead_hours)
}

fn attempt(claimed_at: &str, outcome: Option<Outcome>) -> Attempt {
    Attempt {
        ahead_hours: 3,
        claimed_at: at(claimed_at),
        outcome,
    }
}

#[test]
fn she_is_reminded_two_days_before_and_the_same_day() {
    let told = hours_of(meant("2026-11-19T14:00"));
    assert_eq!(told, [(48, at("2026-11-17T14:00")), (3, at("2026-11-19T11:00"))]);
}

#[test]
fn what_would_come_outside_her_hours_comes_before() {
    // Three hours before nine it is six: she is told in the last hour of the evening.
    let told = hours_of(meant("2026-11-19T09:00"));
    assert_eq!(told, [(48, at("2026-11-17T09:00")), (3, at("2026-11-18T19:00"))]);
    let late = Meant {
        hours: Some(Hours { from: 12, until: 14 }),
        ..meant("2026-11-19T19:00")
    };
    assert_eq!(
        hours_of(late),
        [(48, at("2026-11-17T13:00")), (3, at("2026-11-19T13:00"))]
    );
}

#[test]
fn what_was_set_after_its_hour_is_not_told_again() {
    let late = Meant {
        set_at: at("2026-11-18T10:00"),
        ..meant("2026-11-19T14:00")
    };
    assert_eq!(hours_of(late), [(3, at("2026-11-19T11:00"))]);
    let at_once = Meant {
        set_at: at("2026-11-19T12:00"),
        ..meant("2026-11-19T14:00")
    };
    assert_eq!(hours_of(at_once), []);
}

#[test]
fn a_reminder_is_due_from_its_hour_until_the_next_one_and_within_her_hours() {
    let of = meant("2026-11-19T14:00");
    assert_eq!(due_at("2026-11-17T13:59", of, &[]), None);
    assert_eq!(due_at("2026-11-17T14:00", of, &[]), Some(48));
    assert_eq!(due_at("2026-11-17T20:00", of, &[]), None, "it is evening");
    assert_eq!(
        due_at("2026-11-18T08:00", of, &[]),
        Some(48),
        "the server was off the day before"
    );
    assert_eq!(due_at("2026-11-19T11:00", of, &[]), Some(3));
    assert_eq!(due_at("2026-11-19T14:00", of, &[]), None, "it has begun");
}

#[test]
fn what_was_taken_is_not_due_again_unless_it_is_known_not_to_have_been_sent() {
    let of = meant("2026-11-19T14:00");
    for outcome in [
        None,
        Some(Outcome::Uncertain),
        Some(Outcome::Sent),
        Some(Outcome::Refused),
    ] {
        assert_eq!(
            due_at("2026-11-19T12:30", of, &[attempt("2026-11-19T11:00", outcome)]),
            None
        );
    }
    let unsent = [attempt("2026-11-19T11:00", Some(Outcome::Unsent))];
    assert_eq!(due_at("2026-11-19T11:00", of, &unsent), None, "not at once");
    assert_eq!(due_at("2026-11-19T11:01", of, &unsent), Some(3));
    let often = [attempt("2026-11-19T11:00", Some(Outcome::Unsent)); 5];
    assert_eq!(due_at("2026-11-19T13:59", of, &often), None, "and not for ever");
}

fn stands(now: &str, attempts: &[Attempt]) -> Standing {
    let notice = Notice {
        ahead_hours: 3,
        at: at("2026-11-19T11:00"),
    };
    seen(now, |looking| {
        standing(looking, meant("2026-11-19T14:00"), notice, attempts)
    })
}

#[test]
fn how_a_reminder_stands_is_what_came_of_it() {
    assert_eq!(stands("2026-11-18T09:00", &[]), Standing::Planned);
    let taken = |outcome| [attempt("2026-11-19T11:00", outcome)];
    assert_eq!(stands("2026-11-19T11:00", &taken(None)), Standing::Sending);
    for outcome in [Outcome::Sent, Outcome::Uncertain, Outcome::Delivered, Outcome::Refused] {
        assert_eq!(
            stands("2026-11-19T12:00", &taken(Some(outcome))),
            Standing::Came(outcome)
        );
    }
    assert_eq!(
        stands("2026-11-19T11:02", &taken(Some(Outcome::Unsent))),
        Standing::Planned
    );
    assert_eq!(
        stands("2026-11-19T15:00", &taken(Some(Outcome::Unsent))),
        Standing::Came(Outcome::Unsent)
    );
    assert_eq!(stands("2026-11-19T15:00", &[]), Standing::Missed);
    let after_all = [
        attempt("2026-11-19T11:00", Some(Outcome::Unsent)),
        attempt("2026-11-19T11:02", Some(Outcome::Sent)),
    ];
    assert_eq!(stands("2026-11-19T12:00", &after_all), Standing::Came(Outcome::Sent));
}

#[test]
fn numbers_addresses_and_answers_are_read_as_people_write_them() {
    for (written, read) in [
        ("06.12.34.56.78", Some("+33612345678")),
        ("0033 6 12 34 56 78", Some("+33612345678")),
        ("+33 (6) 12-34-56-78", Some("+33612345678")),
        ("+33 (0)6 12 34 56 78", Some("+33612345678")),
        ("0692 12 34 56", Some("+262692123456")),
        ("0696 12 34 56", Some("+596696123456")),
        ("+33 690 12 34 56", Some("+590690123456")),
        ("+32 470 12 34 56", Some("+32470123456")),
        ("01 23 45 67 89", None),
        ("+33 1 23 45 67 89", None),
        ("06 12 34 56", None),
        ("six", None),
        ("06 12 34 56 78 poste 3", None),
        ("", None),
    ] {
        assert_eq!(number(written).as_deref(), read, "{written}");
    }
    for (written, read) in [
        ("claire.b@exemple.fr", Some("claire.b@exemple.fr")),
        ("claire@exemple", None),
        ("claire@exemple.fr\r\nBcc: x@y.fr", None),
        ("a@b@c.fr", None),
        ("Claire <claire@exemple.fr>", None),
    ] {
        assert_eq!(address(written).as_deref(), read, "{written}");
    }
    for (answer, asks) in [
        ("STOP", true),
        ("stop svp", true),
        ("« Stop »", true),
        ("Stopper ?", false),
        ("Merci", false),
    ] {
        assert_eq!(stops(answer), asks, "{answer}");
    }
}

fn meetings() -> impl Strategy<Value = Meant> {
    let day = at("2026-11-10T00:00").as_second();
    (0..20_000_i64, 0..20_000_i64, 0..23_u8, 1..24_u8).prop_map(move |(starts, set, from, long)| Meant {
        starts_at: Timestamp::from_second(day + starts * 60).unwrap(),
        set_at: Timestamp::from_second(day + set * 60).unwrap(),
        hours: Some(Hours {
            from,
            until: from.saturating_add(long).min(24),
        }),
    })
}

proptest! {
    #[test]
    fn no_reminder_comes_late_outside_her_hours_or_before_the_appointment_was_set(meant in meetings()) {
        let (settings, zone) = (voted(), zone());
        let looking = Looking { settings: &settings, zone: &zone, now: meant.set_at };
        let hours = meant.hours.unwrap();
        for notice in notices(looking, meant) {
            let wall = zone.to_datetime(notice.at);
            prop_assert!(u8::try_from(wall.hour()).unwrap() >= hours.from && u8::try_from(wall.hour()).unwrap() < hours.until);
            prop_assert!(notice.at > meant.set_at);
            let ahead = meant.starts_at.duration_since(notice.at).as_hours();
            prop_assert!(ahead >= i64::from(notice.ahead_hours) && ahead <= i64::from(notice.ahead_hours) + 24);
            let then = Looking { now: notice.at, ..looking };
            prop_assert_eq!(due(then, meant, &[]), Some(notice));
        }
    }
}
