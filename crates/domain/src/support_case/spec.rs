//! The law of support case, read aloud: how it opens, is told, ends, is watched and begins again.
//!
//! Those around the person stand in `around`, records brought in from elsewhere in `brought_in`.

mod agreed;
mod around;
mod brought_in;
mod ending;
mod laws;

use super::{Assessment, Command, Event, Intensity, Opening, Refusal, Story, Support, SupportCase, Trait};
use crate::spec::{CLAIRE, MALO, asked, asked_ahead, day, given, id, imported, text};
use crate::words::{Day, DomainOfLife, Level, Voice};

fn opening() -> Opening {
    Opening {
        household: Some(id(1)),
        people: vec![CLAIRE],
        service: id(1),
        label: text("Famille B."),
        opened_on: day(3, 2),
        support: Support::Generalist,
        intensity: Intensity::Standard,
        children: 1,
        requested_on: Some(day(2, 20)),
    }
}

/// A case open since 2 March.
fn opened() -> Vec<Event> {
    vec![Event::Opened(opening())]
}

/// The same case after this happened too.
fn after(event: Event) -> Vec<Event> {
    vec![Event::Opened(opening()), event]
}

fn ended(on: Day) -> Event {
    Event::Closed {
        on,
        reason: super::ClosureReason::GoalsReached,
        watch_until: None,
        balance: None,
    }
}

fn story() -> Story {
    Story {
        story: id(1),
        speaker: CLAIRE,
        words: text("Depuis l’hiver, on dort tous dans la même pièce."),
        read_back_on: Some(day(3, 9)),
    }
}

fn named(words: &str) -> Trait {
    Trait {
        id: id(1),
        text: text(words),
        named_by: Voice::Person,
        domain: Some(DomainOfLife::Network),
        holder: Some(MALO),
        relative: Some(CLAIRE),
    }
}

fn assessment(level: Option<u8>, words: Option<&str>) -> Assessment {
    Assessment {
        domain: DomainOfLife::Housing,
        voice: Voice::Person,
        level: level.map(|number| Level::try_from(number).unwrap()),
        words: words.map(text),
    }
}

#[test]
fn a_case_opens_once() {
    given::<SupportCase>([])
        .when(asked(Command::Open(opening())))
        .then(opened());
    for so_far in [opened(), after(ended(day(9, 1)))] {
        given::<SupportCase>(so_far)
            .when(asked(Command::Open(opening())))
            .refused(Refusal::AlreadyOpened);
    }
}

#[test]
fn help_is_asked_for_before_or_as_the_case_opens() {
    let asked_for_on = |on| Opening {
        requested_on: Some(on),
        ..opening()
    };
    given::<SupportCase>([])
        .when(asked(Command::Open(asked_for_on(day(3, 3)))))
        .refused(Refusal::RequestedAfterOpened);
    given::<SupportCase>([])
        .when(asked(Command::Open(asked_for_on(day(3, 2)))))
        .then([Event::Opened(asked_for_on(day(3, 2)))]);
    // A record brought in keeps what it tells.
    given::<SupportCase>([])
        .when(imported(Command::Open(asked_for_on(day(3, 3)))))
        .then([Event::Opened(asked_for_on(day(3, 3)))]);
}

#[test]
fn nothing_happens_in_a_case_that_was_never_opened() {
    given::<SupportCase>([])
        .when(asked(Command::RecordStory(story())))
        .refused(Refusal::NotOpened);
    given::<SupportCase>([])
        .when(asked(Command::StandDown))
        .refused(Refusal::NotOpened);
}

#[test]
fn what_lies_in_the_future_did_not_happen_yet() {
    given::<SupportCase>([])
        .when(asked_ahead(Command::Open(opening())))
        .refused(Refusal::InTheFuture);
    given::<SupportCase>(opened())
        .when(asked_ahead(Command::RecordStory(story())))
        .refused(Refusal::InTheFuture);
}

#[test]
fn what_a_person_says_is_kept_in_her_own_words() {
    given::<SupportCase>(opened())
        .when(asked(Command::RecordStory(story())))
        .then([Event::StoryRecorded(story())]);
}

#[test]
fn what_carries_and_what_blocks_are_named() {
    given::<SupportCase>(opened())
        .when(asked(Command::IdentifyStrength(named("Sa sœur habite à côté."))))
        .then([Event::StrengthIdentified(named("Sa sœur habite à côté."))]);
    given::<SupportCase>(opened())
        .when(asked(Command::IdentifyObstacle(named("Pas de voiture."))))
        .then([Event::ObstacleIdentified(named("Pas de voiture."))]);
}

#[test]
fn a_life_domain_is_rated_with_a_level_or_with_words_alone() {
    for rated in [
        assessment(Some(2), None),
        assessment(None, Some("Je n’en peux plus de ce logement.")),
    ] {
        given::<SupportCase>(opened())
            .when(asked(Command::Assess(rated.clone())))
            .then([Event::SituationAssessed(rated)]);
    }
}

#[test]
fn a_rating_without_level_and_words_rates_nothing() {
    given::<SupportCase>(opened())
        .when(asked(Command::Assess(assessment(None, None))))
        .refused(Refusal::NothingRated);
}

#[test]
fn where_things_stand_is_summed_up() {
    let summary = || text("Relogement en cours, école stable.");
    given::<SupportCase>(opened())
        .when(asked(Command::SumUp { text: summary() }))
        .then([Event::SummedUp { text: summary() }]);
}

#[test]
fn life_takes_a_turn() {
    let on = day(5, 4);
    let birth = || text("Naissance de Lou");
    given::<SupportCase>(opened())
        .when(asked(Command::RecordLifeEvent {
            on,
            text: birth(),
            domain: Some(DomainOfLife::Parenting),
        }))
        .then([Event::LifeEventRecorded {
            on,
            text: birth(),
            domain: Some(DomainOfLife::Parenting),
        }]);
}
