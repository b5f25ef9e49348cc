//! The figures of a team as a table for a spreadsheet: a row for each figure, and one for each kind of support it is told by.
//!
//! What the screen hides is hidden here, from the same answer: a file is never more than was shown.

use contract::workload::{Figure, Indicators, WrittenLater};
use domain::indicator::{Shown, Summary};
use domain::support_case::Support;
use jiff::civil::Date;
use sentences::{Arg, Language, say};
use spreadsheet::{Cell, Sheet};

/// The columns by the end of their sentence's key, and how wide each is.
const COLUMNS: [(&str, u16); 22] = [
    ("service", 24),
    ("from", 11),
    ("until", 11),
    ("group", 24),
    ("indicator", 34),
    ("support", 24),
    ("span", 24),
    ("figure", 10),
    ("unit", 18),
    ("part", 10),
    ("whole", 10),
    ("p90", 10),
    ("mean", 10),
    ("longest", 10),
    ("target", 10),
    ("late", 10),
    ("known", 12),
    ("remark", 24),
    ("since", 30),
    ("definition", 60),
    ("origin", 40),
    ("setting", 40),
];

/// The table, in the reader's language.
#[must_use]
pub fn figures_sheet(seen: &Indicators, language: Language) -> Sheet {
    let write = Writing { language, seen };
    let head = COLUMNS
        .iter()
        .map(|(column, width)| (write.says(&format!("sheet-{column}"), &[]), *width))
        .collect();
    let rows = seen
        .figures
        .iter()
        .flat_map(|figure| {
            let parts = figure.by_support.iter();
            let parts = parts.map(|part| write.row(figure, Some(part.support), &part.shown, None));
            std::iter::once(write.row(figure, None, &figure.now, Some(&figure.then))).chain(parts)
        })
        .collect();
    Sheet {
        name: write.says("sheet-name", &[]),
        head,
        rows,
    }
}

struct Writing<'a> {
    language: Language,
    seen: &'a Indicators,
}

/// A figure, taken apart.
#[derive(Default)]
struct Parts {
    figure: Option<Cell>,
    unit: &'static str,
    part: Option<u32>,
    whole: Option<u32>,
    days: Option<Summary>,
}

impl Parts {
    fn of(shown: &Shown) -> Self {
        match shown {
            Shown::Count(count) => Self {
                figure: Some(Cell::Count(i64::from(*count))),
                unit: "sheet-unit-count",
                ..Self::default()
            },
            Shown::Share {
                part,
                whole,
                hundredths,
            } => Self {
                figure: Some(Cell::Count(i64::from(*hundredths))),
                unit: "sheet-unit-share",
                part: Some(*part),
                whole: Some(*whole),
                days: None,
            },
            Shown::Days(summary) => Self {
                figure: Some(Cell::Count(i64::from(summary.median))),
                unit: "sheet-unit-days",
                whole: Some(summary.count),
                days: Some(*summary),
                part: None,
            },
            Shown::Balance { came, went } => Self {
                figure: Some(Cell::Count(i64::from(*came) - i64::from(*went))),
                unit: "sheet-unit-balance",
                part: Some(*came),
                whole: Some(*went),
                days: None,
            },
            Shown::Per { hundredths } => Self {
                figure: Some(Cell::Hundredths(i64::from(*hundredths))),
                unit: "sheet-unit-per",
                ..Self::default()
            },
            Shown::Hidden { .. } | Shown::Nothing | Shown::Unset => Self::default(),
        }
    }
}

impl Writing<'_> {
    fn row(&self, figure: &Figure, support: Option<Support>, now: &Shown, then: Option<&Shown>) -> Vec<Cell> {
        let (code, parts) = (figure.indicator.code(), Parts::of(now));
        let days = |of: fn(&Summary) -> Option<u32>| count(parts.days.as_ref().and_then(of));
        let last = figure.until.0.yesterday().unwrap_or(figure.until.0);
        vec![
            Cell::Words(self.seen.service.name.clone()),
            day(figure.from.0),
            day(last),
            self.words(&format!("indicator-group-{}", figure.indicator.group())),
            self.words(&format!("indicator-{code}")),
            support.map_or(Cell::Empty, |support| {
                self.words(&format!("support-{}", support.code()))
            }),
            self.words(&format!("indicator-span-{}", figure.span.code())),
            parts.figure.unwrap_or(Cell::Empty),
            if parts.unit.is_empty() {
                Cell::Empty
            } else {
                self.words(parts.unit)
            },
            count(parts.part),
            count(parts.whole),
            days(|summary| Some(summary.p90)),
            days(|summary| Some(summary.mean)),
            days(|summary| summary.longest),
            days(|summary| summary.target),
            days(|summary| summary.late),
            then.map_or(Cell::Empty, |then| {
                Parts::of(then).figure.unwrap_or_else(|| self.remark(then))
            }),
            self.remark(now),
            if support.is_none() {
                self.since(figure)
            } else {
                Cell::Empty
            },
            self.words(&format!("indicator-{code}-formula")),
            self.words(&format!("indicator-origin-{}", figure.origin.code())),
            self.setting(figure),
        ]
    }

    fn remark(&self, shown: &Shown) -> Cell {
        match shown {
            Shown::Hidden { fewer_than } => {
                Cell::Words(self.says("sheet-hidden", &[("threshold", (*fewer_than).into())]))
            }
            Shown::Nothing => self.words("indicator-nothing"),
            Shown::Unset => self.words("indicator-unset"),
            Shown::Count(_) | Shown::Share { .. } | Shown::Days(_) | Shown::Balance { .. } | Shown::Per { .. } => {
                Cell::Empty
            }
        }
    }

    /// What was written down since the period ended.
    fn since(&self, figure: &Figure) -> Cell {
        let late: Vec<String> = figure
            .late
            .iter()
            .map(|WrittenLater { input, count }| {
                self.says(&format!("input-{}", input.code()), &[("count", (*count).into())])
            })
            .collect();
        if late.is_empty() {
            Cell::Empty
        } else {
            Cell::Words(late.join(", "))
        }
    }

    fn setting(&self, figure: &Figure) -> Cell {
        figure.setting.as_ref().map_or(Cell::Empty, |setting| {
            let told = [
                ("date", setting.in_force_on.0.to_string().into()),
                ("source", (&setting.source).into()),
            ];
            Cell::Words(self.says("indicator-setting", &told))
        })
    }

    fn words(&self, key: &str) -> Cell {
        Cell::Words(self.says(key, &[]))
    }

    fn says(&self, key: &str, values: &[(&str, Arg<'_>)]) -> String {
        say(self.language, key, values)
    }
}

fn count(figure: Option<u32>) -> Cell {
    figure.map_or(Cell::Empty, |figure| Cell::Count(i64::from(figure)))
}

/// A day as every spreadsheet reads it, whatever its language (ISO 8601).
fn day(day: Date) -> Cell {
    Cell::Words(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::ServiceRef;
    use domain::indicator::{Indicator, Input};
    use domain::words::{Day, ServiceId};
    use uuid::Uuid;

    fn on(day: &str) -> Day {
        Day(day.parse().unwrap())
    }

    fn figure(indicator: Indicator, then: Shown, now: Shown) -> Figure {
        let definition = indicator.definition();
        Figure {
            indicator,
            inputs: definition.inputs.to_vec(),
            span: definition.span,
            counts: definition.counts,
            origin: definition.origin,
            setting: None,
            from: on("2026-07-01"),
            until: on("2026-10-01"),
            then,
            now,
            by_support: Vec::new(),
            late: Vec::new(),
            revoted: false,
        }
    }

    /// The cells of a row that hold something, by the end of their column's key.
    fn cells(sheet: &Sheet, row: usize) -> Vec<(&'static str, Cell)> {
        let named = COLUMNS.iter().map(|(column, _)| *column).zip(sheet.rows[row].clone());
        let told = ["figure", "unit", "part", "whole", "known", "remark", "since", "support"];
        named
            .filter(|(column, cell)| told.contains(column) && *cell != Cell::Empty)
            .collect()
    }

    fn words(said: &str) -> Cell {
        Cell::Words(said.to_owned())
    }

    #[test]
    fn what_is_hidden_is_in_no_cell_and_what_is_shown_is_a_number() {
        let hidden = Shown::Hidden { fewer_than: 5 };
        let share = Shown::Share {
            part: 6,
            whole: 8,
            hundredths: 75,
        };
        let mut late = figure(Indicator::MeetingsHeld, Shown::Count(2), Shown::Count(3));
        late.late = vec![WrittenLater {
            input: Input::Meeting,
            count: 1,
        }];
        let mut split = figure(Indicator::OpenCaseload, Shown::Count(9), Shown::Count(9));
        split.by_support = vec![contract::workload::OfSupport {
            support: Support::Placement,
            shown: hidden.clone(),
        }];
        let seen = Indicators {
            from: on("2026-08-30"),
            until: on("2026-11-30"),
            zone: "Europe/Paris".to_owned(),
            service: ServiceRef {
                service: ServiceId(Uuid::from_u128(1)),
                name: "Val-de-Lys".to_owned(),
            },
            figures: vec![
                figure(Indicator::ActiveCaseload, hidden.clone(), hidden),
                figure(Indicator::FamilyPresent, share.clone(), share),
                late,
                figure(Indicator::Flow, Shown::Nothing, Shown::Nothing),
                split,
            ],
            threshold: 5,
            process_log: false,
            position: 1,
        };
        let sheet = figures_sheet(&seen, Language::Fr);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()));
        let masked = words("masqué\u{a0}: moins de 5 personnes ou ménages");
        assert_eq!(
            cells(&sheet, 0),
            [("known", masked.clone()), ("remark", masked.clone())]
        );
        assert_eq!(
            cells(&sheet, 1),
            [
                ("figure", Cell::Count(75)),
                ("unit", words("pour cent")),
                ("part", Cell::Count(6)),
                ("whole", Cell::Count(8)),
                ("known", Cell::Count(75)),
            ]
        );
        assert_eq!(
            cells(&sheet, 2),
            [
                ("figure", Cell::Count(3)),
                ("unit", words("nombre")),
                ("known", Cell::Count(2)),
                ("since", words("1 fait sur une réunion")),
            ]
        );
        let nothing = words("rien à mesurer");
        assert_eq!(cells(&sheet, 3), [("known", nothing.clone()), ("remark", nothing)]);
        assert_eq!(cells(&sheet, 5), [("support", words("Placement")), ("remark", masked)]);
        let day = |column: &str| COLUMNS.iter().position(|(named, _)| *named == column).unwrap();
        assert_eq!(sheet.rows[0][day("from")], words("2026-07-01"), "its own period");
        assert_eq!(sheet.rows[0][day("until")], words("2026-09-30"), "the last day of it");
    }
}
