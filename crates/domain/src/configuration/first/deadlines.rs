//! The first rules of deadlines: what French law and the practice of the field have fall due by itself.

use crate::deadline::Kind;
use crate::deadline::rule::{Delay, From, MetBy, OnRest, Rule, Side};
use crate::support_case::Support;
use crate::words::PublicHolidays;

/// The eleven of mainland France: eight dates, and Easter Monday, Ascension Day, Whit Monday.
pub(super) fn public_holidays() -> PublicHolidays {
    PublicHolidays {
        fixed: vec![(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)],
        after_easter: vec![1, 39, 50],
    }
}

const PRACTICE: &str = "Usage professionnel, à voter localement";

/// The first rules, in the order of a case: what its opening asks for, what its measures do, what its end does.
pub(super) fn first_rules() -> Vec<Rule> {
    let mut rules = children();
    rules.extend(insertion());
    rules.extend(terms());
    rules.extend([1, 3, 6, 12].map(check_in));
    rules
}

/// A rule that only somebody can say to be met, after the opening where nothing else is said, and never on a day of rest.
fn rule(code: &str, name: &str, delay: Delay, source: &str) -> Rule {
    Rule {
        code: code.to_owned(),
        name: name.to_owned(),
        kind: Kind::Review,
        from: From::Opening,
        supports: Vec::new(),
        side: Side::After,
        delay,
        on_rest: OnRest::Earlier,
        repeats: false,
        met_by: MetBy::Hand,
        legal: false,
        source: source.to_owned(),
    }
}

fn months(months: u32) -> Delay {
    Delay {
        months,
        ..Delay::default()
    }
}

fn days(days: u32) -> Delay {
    Delay {
        days,
        ..Delay::default()
    }
}

fn children() -> Vec<Rule> {
    let at_home = vec![Support::CourtOrderedHomeSupport, Support::ReinforcedHomeSupport];
    let measures = vec![
        Support::VoluntaryHomeSupport,
        Support::CourtOrderedHomeSupport,
        Support::ReinforcedHomeSupport,
        Support::Placement,
    ];
    vec![
        Rule {
            supports: vec![Support::ConcernAssessment],
            from: From::Request,
            ..rule(
                "concern_midpoint",
                "Point à mi-parcours de l’évaluation",
                days(42),
                PRACTICE,
            )
        },
        Rule {
            supports: vec![Support::ConcernAssessment],
            from: From::Request,
            kind: Kind::Reply,
            legal: true,
            ..rule(
                "concern_assessment",
                "Conclusions de l’évaluation de l’information préoccupante",
                months(3),
                "CASF, art. D. 226-2-4 : trois mois à compter de la réception de l’information, moins si l’enfant a moins de deux ans",
            )
        },
        Rule {
            supports: at_home,
            met_by: MetBy::Meeting,
            ..rule(
                "home_support_first_meeting",
                "Première rencontre avec la famille",
                days(15),
                PRACTICE,
            )
        },
        Rule {
            supports: measures.clone(),
            from: From::MeasureStart,
            kind: Kind::File,
            legal: true,
            ..rule(
                "child_plan",
                "Projet pour l’enfant",
                months(3),
                "CASF, art. L. 223-1-1 et D. 223-12 : trois mois à compter du début de la mesure",
            )
        },
        Rule {
            supports: measures,
            kind: Kind::File,
            legal: true,
            repeats: true,
            ..rule(
                "situation_report",
                "Rapport de situation de l’enfant (tous les six mois avant trois ans)",
                months(12),
                "CASF, art. L. 223-5, rédaction de la loi n° 2022-219 : chaque année, tous les six mois avant trois ans",
            )
        },
    ]
}

fn insertion() -> Vec<Rule> {
    let supports = vec![Support::Insertion, Support::IntensiveInsertion];
    vec![
        Rule {
            supports: supports.clone(),
            kind: Kind::Reply,
            from: From::OrientationRequest,
            met_by: MetBy::Answer,
            ..rule(
                "orientation",
                "Réponse à la demande de réorientation",
                days(42),
                "Usage professionnel, à voter localement : six semaines, comme pour la première orientation (CASF, art. D. 262-65-2)",
            )
        },
        Rule {
            supports,
            kind: Kind::File,
            from: From::Orientation,
            legal: true,
            ..rule(
                "commitment_contract",
                "Contrat d’engagement",
                months(1),
                "Code du travail, art. L. 5411-6 et D. 5411-14-1 : un mois à compter de la notification de l’orientation",
            )
        },
    ]
}

/// What is to be done ahead of the term of a measure.
fn terms() -> Vec<Rule> {
    let report = |code, name, supports: &[Support], source| Rule {
        kind: Kind::File,
        from: From::Term,
        supports: supports.to_vec(),
        side: Side::Before,
        met_by: MetBy::Renewal,
        ..rule(code, name, months(1), source)
    };
    let judge = [
        Support::CourtOrderedHomeSupport,
        Support::ReinforcedHomeSupport,
        Support::Placement,
    ];
    vec![
        report(
            "voluntary_support_term",
            "Rapport et rencontre avant la fin de l’aide éducative",
            &[Support::VoluntaryHomeSupport],
            PRACTICE,
        ),
        report(
            "report_to_the_judge",
            "Rapport au juge des enfants",
            &judge,
            "Code de procédure civile, art. 1199-1 ; un mois avant le terme, selon l’usage des tribunaux",
        ),
    ]
}

/// Somebody asks how they are, some months after the end. What was heard in the last fifteen days before counts.
fn check_in(after: u32) -> Rule {
    Rule {
        kind: Kind::CheckIn,
        from: From::Closure,
        met_by: MetBy::Contact { within_days: Some(15) },
        ..rule(
            &format!("check_in_{after}"),
            &format!("Prendre des nouvelles, {after} mois après la clôture"),
            months(after),
            PRACTICE,
        )
    }
}
