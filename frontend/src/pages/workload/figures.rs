//! A figure in words: its value, its group on the screen, and what makes the difference between then and now.

use super::model::hundredths;
use crate::words::{language, say, say_with};
use contract::workload::{Figure, WrittenLater};
use domain::indicator::{Indicator, Input, Origin, Shown, Span, Summary};

/// The group under which a figure stands.
pub(crate) fn group(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::OpenCaseload
        | Indicator::ActiveCaseload
        | Indicator::GhostRate
        | Indicator::LoadPerFullTime
        | Indicator::WeightedLoad
        | Indicator::Unassigned => "caseload",
        Indicator::FirstAppointment | Indicator::StartOfMeasures | Indicator::UnstartedMeasures => "delays",
        Indicator::OverdueDeadlines | Indicator::OverdueRate | Indicator::RenewalsAtRisk => "dates",
        Indicator::ContactIntensity | Indicator::NoShow => "contacts",
        Indicator::Flow | Indicator::Length | Indicator::Returns => "flow",
        Indicator::ReferentChanges | Indicator::Turnover => "people",
        Indicator::MeetingsHeld
        | Indicator::MeetingsPostponed
        | Indicator::FamilyPresent
        | Indicator::MinutesInTime
        | Indicator::ActionsInTime => "meetings",
    }
}

/// Its code, as its sentences are keyed.
pub(crate) fn code(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::OpenCaseload => "open_caseload",
        Indicator::ActiveCaseload => "active_caseload",
        Indicator::GhostRate => "ghost_rate",
        Indicator::LoadPerFullTime => "load_per_full_time",
        Indicator::WeightedLoad => "weighted_load",
        Indicator::FirstAppointment => "first_appointment",
        Indicator::StartOfMeasures => "start_of_measures",
        Indicator::UnstartedMeasures => "unstarted_measures",
        Indicator::Unassigned => "unassigned",
        Indicator::OverdueDeadlines => "overdue_deadlines",
        Indicator::OverdueRate => "overdue_rate",
        Indicator::RenewalsAtRisk => "renewals_at_risk",
        Indicator::ContactIntensity => "contact_intensity",
        Indicator::NoShow => "no_show",
        Indicator::Flow => "flow",
        Indicator::Length => "length",
        Indicator::Returns => "returns",
        Indicator::ReferentChanges => "referent_changes",
        Indicator::Turnover => "turnover",
        Indicator::MeetingsHeld => "meetings_held",
        Indicator::MeetingsPostponed => "meetings_postponed",
        Indicator::FamilyPresent => "family_present",
        Indicator::MinutesInTime => "minutes_in_time",
        Indicator::ActionsInTime => "actions_in_time",
    }
}

/// Facts of a kind; so many of them where a number is told, their name alone at nought.
pub(crate) fn input(input: Input, count: u32) -> String {
    let code = match input {
        Input::Opening => "opening",
        Input::Closure => "closure",
        Input::Referent => "referent",
        Input::Complexity => "complexity",
        Input::Cadence => "cadence",
        Input::Contact => "contact",
        Input::Missed => "missed",
        Input::Act => "act",
        Input::Measure => "measure",
        Input::Deadline => "deadline",
        Input::Action => "action",
        Input::Meeting => "meeting",
        Input::Minutes => "minutes",
        Input::Post => "post",
    };
    say_with(&format!("input-{code}"), &[("count", count.into())])
}

/// Where a definition comes from, by its code.
pub(crate) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Usage => "usage",
        Origin::House => "house",
        Origin::ChildProtection => "child_protection",
        Origin::MeetingRules => "meeting_rules",
    }
}

/// Over which time, by its code.
pub(crate) fn span(span: Span) -> &'static str {
    match span {
        Span::AtEnd => "at_end",
        Span::Period => "period",
        Span::Year => "year",
        Span::YearAfter => "year_after",
    }
}

/// A figure in words.
pub(crate) fn value(indicator: Indicator, shown: &Shown) -> String {
    match shown {
        Shown::Count(count) => count.to_string(),
        Shown::Share {
            part,
            whole,
            hundredths,
        } => say_with(
            "indicator-share",
            &[
                ("percent", (*hundredths).into()),
                ("part", (*part).into()),
                ("whole", (*whole).into()),
            ],
        ),
        Shown::Days(summary) => days(summary),
        Shown::Balance { came, went } => {
            let balance = match i64::from(*came) - i64::from(*went) {
                more @ 1.. => format!("+{more}"),
                0 => "0".to_owned(),
                less => format!("−{}", less.unsigned_abs()),
            };
            let told = [
                ("came", (*came).into()),
                ("went", (*went).into()),
                ("balance", balance.into()),
            ];
            say_with("indicator-balance", &told)
        }
        Shown::Per { hundredths: figure } => {
            let figure = hundredths(*figure, 2, language());
            say_with(
                &format!("indicator-{}-value", code(indicator)),
                &[("value", figure.into())],
            )
        }
        Shown::Hidden { .. } => say("indicator-hidden"),
        Shown::Nothing => say("indicator-nothing"),
        Shown::Unset => say("indicator-unset"),
    }
}

fn days(summary: &Summary) -> String {
    let told = [
        ("count", summary.count.into()),
        ("median", summary.median.into()),
        ("p90", summary.p90.into()),
        ("mean", summary.mean.into()),
    ];
    let mut words = vec![say_with("indicator-days", &told)];
    if let (Some(late), Some(target)) = (summary.late, summary.target) {
        let late = say_with("indicator-late", &[("late", late.into()), ("target", target.into())]);
        words.push(late);
    }
    if let Some(longest) = summary.longest {
        words.push(say_with("indicator-longest", &[("longest", longest.into())]));
    }
    words.join(", ")
}

/// What was known when the period ended, and what was written down since, where something was.
pub(crate) fn difference(figure: &Figure) -> (String, Option<String>) {
    let told = matches!(
        figure.now,
        Shown::Count(_) | Shown::Share { .. } | Shown::Days(_) | Shown::Balance { .. } | Shown::Per { .. }
    );
    let known = if told && figure.then == figure.now {
        say("indicator-same")
    } else {
        value(figure.indicator, &figure.then)
    };
    let late = figure
        .late
        .iter()
        .map(|WrittenLater { input: of, count }| input(*of, *count));
    let reasons: Vec<String> = late.chain(figure.revoted.then(|| say("indicator-revoted"))).collect();
    let since = (!reasons.is_empty()).then(|| say_with("indicator-since", &[("facts", reasons.join(", ").into())]));
    (known, since)
}
