//! A figure in words: its value, and what makes the difference between then and now.

use super::model::hundredths;
use crate::words::{language, say, say_with};
use contract::workload::{Figure, WrittenLater};
use domain::indicator::{Indicator, Input, Shown, Summary};

/// Facts of a kind; so many of them where a number is told, their name alone at nought.
pub(crate) fn input(input: Input, count: u32) -> String {
    say_with(&format!("input-{}", input.code()), &[("count", count.into())])
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
                &format!("indicator-{}-value", indicator.code()),
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
