//! The settings a new territory starts with: adopted as events like any other, each with its day and its source.

mod deadlines;
mod meetings;

use super::{Cadence, Configuration, EarlyWarning, Event, InForce, Reminders, Setting, SignalThresholds, Weights};
use crate::reminder::Hours;
use crate::support_case::{Complexity, Intensity, Support};
use crate::words::Day;
use jiff::civil::date;

/// The first settings, the day each holds from, and where its figures come from.
#[must_use]
pub fn first_settings() -> Vec<(Setting, Day, &'static str)> {
    let from = Day(date(2015, 1, 1));
    let own = "Proposition de départ, à voter localement : aucune norme nationale n’existe";
    let mut settings = vec![
        (Setting::Weights(weights()), from, own),
        (Setting::FirstAppointment { target_days: 15 }, from, own),
        (
            Setting::Cadence(cadence()),
            from,
            "Proposition de départ ; la Cour des comptes (2025) juge le rythme réel trop faible",
        ),
        (Setting::Watch { longest_months: 12 }, from, own),
        (
            Setting::Disclosure { inside: 5, outside: 11 },
            from,
            "Secret statistique : pas de case de moins de 11 personnes (données fiscales) ; 5 en usage pour les allocations",
        ),
        (Setting::NearDeadline { days: 14 }, from, own),
        (Setting::NearLegalDate { days: 60 }, from, own),
        (Setting::LateEntry { hours: 24 }, from, own),
        (Setting::Waiting { days: 14 }, from, own),
        (
            Setting::ShredHorizon { days: 8 },
            from,
            "Horizon d’effacement : une nuit, puis sept jours de sauvegardes du trousseau ; à arrêter avec le délégué à la protection des données",
        ),
        (Setting::ErasureConfirmation { hours: 24 }, from, own),
        (Setting::ExceptionalAccess { hours: 12 }, from, own),
        (Setting::ExceptionalReview { hours: 72 }, from, own),
        (Setting::HandoverGrace { days: 15 }, from, own),
        (Setting::Signals(signals()), from, own),
    ];
    for (kind, rules, source) in meetings::first_rules() {
        settings.push((Setting::Meeting { kind, rules }, from, source));
    }
    // Each place is the id of the command that adopts it, and territories have adopted these: what is new comes last.
    settings.push((
        Setting::EarlyWarning(EarlyWarning {
            weeks: 12,
            least_presence: 50,
        }),
        from,
        own,
    ));
    settings.push((
        Setting::ReadingJournal { months: 12 },
        from,
        "CNIL, délibération n° 2021-122 du 14 octobre 2021 : de six mois à un an",
    ));
    settings.push((
        Setting::Reminders(Reminders {
            hours_ahead: vec![48, 3],
            hours: Hours { from: 8, until: 20 },
        }),
        from,
        own,
    ));
    settings.push((
        Setting::PublicHolidays(deadlines::public_holidays()),
        from,
        "Code du travail, art. L. 3133-1 ; l’Alsace-Moselle et l’outre-mer y ajoutent les leurs",
    ));
    settings.push((
        Setting::DeadlineRules(deadlines::first_rules()),
        from,
        "Chaque règle porte sa source ; celles de la pratique sont à voter localement",
    ));
    settings
}

/// What rules may ask in a territory that has voted nothing yet.
#[must_use]
pub fn in_force_at_first(day: Day) -> InForce {
    let adopted: Vec<_> = first_settings()
        .into_iter()
        .map(|(setting, in_force_on, source)| Event::Adopted {
            setting,
            in_force_on,
            source: source.to_owned(),
        })
        .collect();
    crate::fold(Configuration::default(), &adopted).in_force(day)
}

fn weights() -> Weights {
    Weights {
        base: vec![
            (Support::Generalist, 60),
            (Support::Insertion, 50),
            (Support::IntensiveInsertion, 120),
            (Support::VoluntaryHomeSupport, 90),
            (Support::CourtOrderedHomeSupport, 100),
            (Support::ReinforcedHomeSupport, 250),
            (Support::Placement, 120),
            (Support::ConcernAssessment, 300),
            (Support::GlobalSupportPlan, 200),
            (Support::Unknown, 60),
        ],
        opening: 150,
        opening_days: 60,
        watch: 20,
        sibling: 50,
        complexity: vec![
            (Complexity::ChildUnderTwo, 20),
            (Complexity::Violence, 30),
            (Complexity::ConflictWithService, 20),
            (Complexity::Interpreter, 10),
            (Complexity::Distance, 10),
            (Complexity::ManyServices, 20),
            (Complexity::HearingSoon, 20),
            (Complexity::DisabilityWithoutPlace, 30),
        ],
        most_complexity: 100,
        capacity: 2_500,
        zones: [85, 110, 130],
    }
}

fn cadence() -> Cadence {
    Cadence {
        days: vec![
            (Intensity::Crisis, 4),
            (Intensity::Intensive, 7),
            (Intensity::Standard, 28),
            (Intensity::Light, 90),
            (Intensity::Watch, 180),
        ],
        silence: 150,
    }
}

fn signals() -> SignalThresholds {
    SignalThresholds {
        missed_in_a_row: 2,
        term_days: 30,
        unstarted_days: vec![15, 30, 90],
        handover_days: 15,
        voice_months: 6,
        untouched_days: 90,
        manager_days: 7,
    }
}
