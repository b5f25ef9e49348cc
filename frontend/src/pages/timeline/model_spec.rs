//! What the timeline draws, and where: scales, windows, grouping, and the way of the arrows.

use super::*;
use contract::{
    Plain,
    support_case::LevelPoint,
    timeline::{Act, ContactMark, Flag, Knot},
};
use domain::words::{Day, DomainOfLife, Level, SupportCaseId, TeamMeetingId};
use jiff::civil::date;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 19);

fn frame(zoom: Zoom) -> Frame {
    Frame::of(Window::of(zoom, date(2020, 11, 5), TODAY, None), zoom, TODAY, 1100.0)
}

fn contact(on: Date) -> ContactMark {
    ContactMark {
        on: Day(on),
        kind: domain::contact::Kind::Call,
        by: None,
        missed: false,
        text: None,
        late_entry: false,
        is_new: false,
        position: 1,
    }
}

fn lane(domain: DomainOfLife, levels: &[(Date, u8)], contacts: Vec<ContactMark>) -> Lane {
    let levels = levels
        .iter()
        .map(|(on, level)| LevelPoint {
            on: Day(*on),
            voice: Voice::Worker,
            level: Level::try_from(*level).unwrap(),
        })
        .collect();
    Lane {
        domain: Some(domain),
        levels,
        contacts,
        measures: Vec::new(),
    }
}

fn timeline() -> Timeline {
    Timeline {
        support_case: SupportCaseId(Uuid::from_u128(1)),
        label: Plain("Famille".to_owned()),
        people: Vec::new(),
        opened_on: Day(date(2020, 11, 5)),
        closed_on: None,
        today: Day(TODAY),
        as_known_on: None,
        nothing_known: false,
        from_source: false,
        referents: Vec::new(),
        lanes: Vec::new(),
        meetings: Vec::new(),
        life_events: Vec::new(),
        silences: Vec::new(),
        deadlines: Vec::new(),
        reserved: Vec::new(),
        acts: Vec::new(),
        since: None,
        position: 1,
        topic: String::new(),
    }
}

#[test]
fn a_case_opens_at_the_nearest_zoom_that_holds_its_story() {
    assert_eq!(Zoom::for_case(date(2026, 10, 1), TODAY), Zoom::SixMonths);
    assert_eq!(Zoom::for_case(date(2025, 6, 1), TODAY), Zoom::TwoYears);
    assert_eq!(Zoom::for_case(date(2020, 11, 5), TODAY), Zoom::Years);
    assert_eq!(
        years_in_sight(date(2020, 11, 5), TODAY),
        6,
        "some weeks do not make a seventh year"
    );
    assert_eq!(years_in_sight(date(2016, 12, 1), TODAY), 10);
}

#[test]
fn a_nearer_zoom_stays_around_the_day_that_is_looked_at_and_never_passes_today() {
    let near = Window::of(Zoom::SixMonths, date(2020, 11, 5), TODAY, Some(date(2023, 9, 12)));
    assert!(near.from < date(2023, 9, 12) && date(2023, 9, 12) < near.to);
    let late = Window::of(Zoom::TwoYears, date(2020, 11, 5), TODAY, Some(date(2026, 11, 1)));
    assert_eq!(late.to, TODAY);
}

#[test]
fn past_and_future_have_their_own_scales_and_meet_at_today() {
    let frame = frame(Zoom::Years);
    assert!((frame.x(TODAY) - frame.now).abs() < 0.01);
    let past = frame.x(TODAY) - frame.x(date(2026, 10, 20));
    let ahead = frame.x(date(2027, 1, 18)) - frame.x(date(2026, 12, 19));
    assert!(
        ahead > past * 3.0,
        "a month ahead ({ahead}) is larger than a month gone ({past})"
    );
    assert!(frame.sees(date(2027, 1, 14)));
    assert!(!frame.sees(date(2027, 9, 1)));
}

#[test]
fn a_level_of_before_the_window_is_carried_into_it() {
    let frame = frame(Zoom::SixMonths);
    let lane = lane(
        DomainOfLife::Housing,
        &[(date(2021, 1, 1), 4), (date(2026, 9, 1), 1)],
        Vec::new(),
    );
    let points = points(&frame, 0, &lane, Voice::Worker, TODAY);
    assert_eq!(points.len(), 3);
    assert!((points[0].0 - frame.left).abs() < 0.01);
    assert!(points[0].1 < points[1].1, "from 4 down to 1");
    assert!((points[2].0 - frame.now).abs() < 0.01, "and on to today");
}

#[test]
fn a_lane_that_nobody_rated_has_no_thread() {
    let frame = frame(Zoom::Years);
    let lane = lane(DomainOfLife::Housing, &[], vec![contact(date(2024, 5, 5))]);
    assert!(points(&frame, 0, &lane, Voice::Worker, TODAY).is_empty());
    assert_eq!(marks(&frame, &timeline(), &[&lane]).len(), 1);
}

#[test]
fn above_four_hundred_marks_months_are_drawn_with_their_count() {
    let frame = frame(Zoom::Years);
    let days = |from: Date, count: i64| (0..count).map(|day| contact(shift(from, day))).collect::<Vec<_>>();
    let few = lane(DomainOfLife::Housing, &[], days(date(2024, 1, 1), 400));
    assert_eq!(marks(&frame, &timeline(), &[&few]).len(), 400);
    let many = lane(DomainOfLife::Housing, &[], days(date(2023, 1, 1), 401));
    let drawn = marks(&frame, &timeline(), &[&many]);
    assert_eq!(drawn.len(), 14);
    assert_eq!(drawn[0].shows, Shows::Contacts(31));
    let all: usize = drawn
        .iter()
        .map(|mark| {
            if let Shows::Contacts(count) = mark.shows {
                count
            } else {
                0
            }
        })
        .sum();
    assert_eq!(all, 401, "no contact is lost in its month");
}

#[test]
fn ten_thousand_acts_never_make_more_than_a_mark_a_month() {
    let mut timeline = timeline();
    timeline.acts = (0..10_000)
        .map(|number| Act {
            on: Day(shift(date(2021, 1, 1), number % 2000)),
            text: Plain("acte".to_owned()),
            by: None,
            after_closure: false,
            is_new: false,
            position: 1,
        })
        .collect();
    let drawn = marks(&frame(Zoom::Years), &timeline, &[]);
    assert!(drawn.len() <= 73, "{} marks", drawn.len());
}

#[test]
fn a_meeting_is_a_knot_in_each_lane_it_ties_and_a_date_a_flag_in_its_own() {
    let mut timeline = timeline();
    timeline.meetings = vec![Knot {
        team_meeting: TeamMeetingId(Uuid::from_u128(7)),
        kind: domain::team_meeting::Kind::CaseReview,
        starts_at: "2023-09-12T08:00:00Z".parse().unwrap(),
        on: Day(date(2023, 9, 12)),
        domains: vec![DomainOfLife::Housing, DomainOfLife::School],
        decisions: 5,
        is_new: false,
        closed: true,
    }];
    timeline.deadlines = vec![Flag {
        due_on: Day(date(2027, 1, 14)),
        kind: None,
        label: None,
        domain: Some(DomainOfLife::Budget),
        near: true,
        is_new: false,
    }];
    let lanes = [
        lane(DomainOfLife::Housing, &[(date(2021, 1, 1), 4)], Vec::new()),
        lane(DomainOfLife::Budget, &[(date(2021, 1, 1), 2)], Vec::new()),
        lane(DomainOfLife::School, &[(date(2021, 1, 1), 5)], Vec::new()),
    ];
    let drawn = marks(&frame(Zoom::Years), &timeline, &lanes.iter().collect::<Vec<_>>());
    let lanes_of = |wanted: Shows| {
        drawn
            .iter()
            .filter(|mark| mark.shows == wanted)
            .map(|mark| mark.lane)
            .collect::<Vec<_>>()
    };
    assert_eq!(lanes_of(Shows::Knot(0)), [0, 2]);
    assert_eq!(lanes_of(Shows::Flag(0)), [1]);
}

#[test]
fn arrows_stay_in_their_lane_or_go_to_the_nearest_mark_of_the_next() {
    let lanes = [
        lane(
            DomainOfLife::Housing,
            &[],
            vec![contact(date(2022, 1, 1)), contact(date(2024, 1, 1))],
        ),
        lane(DomainOfLife::Budget, &[], Vec::new()),
        lane(
            DomainOfLife::School,
            &[],
            vec![contact(date(2021, 1, 1)), contact(date(2023, 12, 1))],
        ),
    ];
    let marks = marks(&frame(Zoom::Years), &timeline(), &lanes.iter().collect::<Vec<_>>());
    assert_eq!(step(&marks, 0, Arrow::Right), Some(1));
    assert_eq!(step(&marks, 1, Arrow::Right), None, "the next lane begins there");
    assert_eq!(step(&marks, 0, Arrow::Left), None);
    assert_eq!(step(&marks, 1, Arrow::Down), Some(3), "an empty lane is passed over");
    assert_eq!(step(&marks, 3, Arrow::Up), Some(1));
    assert_eq!(step(&marks, 3, Arrow::Home), Some(2));
    assert_eq!(step(&[], 0, Arrow::Down), None);
}

#[test]
fn the_calendar_has_lines_that_suit_its_zoom() {
    let count = |zoom| ticks(Window::of(zoom, date(2020, 11, 5), TODAY, None), zoom).len();
    assert_eq!(count(Zoom::Years), 6);
    assert_eq!(count(Zoom::TwoYears), 8);
    assert_eq!(count(Zoom::SixMonths), 6);
    assert_eq!(count(Zoom::Week), 8);
    assert_eq!(months_ahead(&frame(Zoom::Years)).len(), 5);
}
