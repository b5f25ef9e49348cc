//! The screens and their addresses, both ways. An address holds opaque ids only: no name, no motive.

use uuid::Uuid;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// My week.
    Week,
    /// My cases, with search.
    Cases,
    /// Where a case stands.
    Case(Uuid),
    /// Opening a case.
    Opening,
    /// The course of a case: who is around, the rhythm, its end.
    Course(Uuid),
    /// The documents of a case.
    Documents(Uuid),
    /// The financial aid of a case.
    FinancialAids(Uuid),
    /// The long-term timeline of a case.
    Timeline(Uuid),
    /// The meetings of my teams.
    Meetings,
    /// A case as seen by all around the table of a meeting.
    Meeting {
        /// The meeting.
        meeting: Uuid,
        /// The case in question; the first of the agenda when none is named.
        case: Option<Uuid>,
    },
    /// The workload of a team.
    Workload,
    /// What I carry myself.
    OwnLoad,
    /// Whom to ask about somebody, and what was opened with a reason.
    Accesses,
    /// Who looked at a case.
    Readings(Uuid),
    /// Where I am signed in.
    Sessions,
    /// No such screen.
    Nowhere,
}

impl Route {
    /// The screen of an address.
    pub(crate) fn read(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let id = |text: &str| text.parse::<Uuid>();
        match parts.as_slice() {
            [] => Self::Week,
            ["support-cases"] => Self::Cases,
            ["support-cases", "opening"] => Self::Opening,
            ["support-cases", case, "course"] => id(case).map_or(Self::Nowhere, Self::Course),
            ["support-cases", case, "documents"] => id(case).map_or(Self::Nowhere, Self::Documents),
            ["support-cases", case, "financial-aids"] => id(case).map_or(Self::Nowhere, Self::FinancialAids),
            ["support-cases", case] => id(case).map_or(Self::Nowhere, Self::Case),
            ["support-cases", case, "timeline"] => id(case).map_or(Self::Nowhere, Self::Timeline),
            ["team-meetings"] => Self::Meetings,
            ["team-meetings", meeting] => {
                id(meeting).map_or(Self::Nowhere, |meeting| Self::Meeting { meeting, case: None })
            }
            ["team-meetings", meeting, "support-cases", case] => match (id(meeting), id(case)) {
                (Ok(meeting), Ok(case)) => Self::Meeting {
                    meeting,
                    case: Some(case),
                },
                (Ok(_) | Err(_), Ok(_) | Err(_)) => Self::Nowhere,
            },
            ["workload"] => Self::Workload,
            ["workload", "own"] => Self::OwnLoad,
            ["accesses"] => Self::Accesses,
            ["accesses", "support-cases", case] => id(case).map_or(Self::Nowhere, Self::Readings),
            ["sessions"] => Self::Sessions,
            [..] => Self::Nowhere,
        }
    }

    /// The address of a screen.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Week | Self::Nowhere => "/".to_owned(),
            Self::Cases => "/support-cases".to_owned(),
            Self::Opening => "/support-cases/opening".to_owned(),
            Self::Case(case) => format!("/support-cases/{case}"),
            Self::Course(case) => format!("/support-cases/{case}/course"),
            Self::Documents(case) => format!("/support-cases/{case}/documents"),
            Self::FinancialAids(case) => format!("/support-cases/{case}/financial-aids"),
            Self::Timeline(case) => format!("/support-cases/{case}/timeline"),
            Self::Meetings => "/team-meetings".to_owned(),
            Self::Meeting { meeting, case: None } => format!("/team-meetings/{meeting}"),
            Self::Meeting {
                meeting,
                case: Some(case),
            } => format!("/team-meetings/{meeting}/support-cases/{case}"),
            Self::Workload => "/workload".to_owned(),
            Self::OwnLoad => "/workload/own".to_owned(),
            Self::Accesses => "/accesses".to_owned(),
            Self::Readings(case) => format!("/accesses/support-cases/{case}"),
            Self::Sessions => "/sessions".to_owned(),
        }
    }

    /// The key of the title of its tab, which names no one.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Week => "title-week",
            Self::Cases => "title-cases",
            Self::Opening => "title-opening",
            Self::Case(_) => "title-case",
            Self::Course(_) => "title-course",
            Self::Documents(_) => "title-documents",
            Self::FinancialAids(_) => "title-financial_aids",
            Self::Timeline(_) => "title-timeline",
            Self::Meetings => "title-meetings",
            Self::Meeting { .. } => "title-meeting",
            Self::Workload | Self::OwnLoad => "title-workload",
            Self::Accesses => "title-accesses",
            Self::Readings(_) => "title-readings",
            Self::Sessions => "title-sessions",
            Self::Nowhere => "title-nowhere",
        }
    }

    /// The key of what is said while it is on its way.
    pub(crate) fn waiting(self) -> &'static str {
        match self {
            Self::Week => "week-waiting",
            Self::Cases => "cases-waiting",
            Self::Case(_) | Self::Course(_) | Self::Documents(_) | Self::FinancialAids(_) => "case-waiting",
            Self::Timeline(_) => "timeline-waiting",
            Self::Meetings => "meetings-waiting",
            Self::Meeting { .. } => "meeting-waiting",
            Self::Workload | Self::OwnLoad => "load-waiting",
            Self::Accesses => "accesses-waiting",
            Self::Readings(_) => "readings-waiting",
            Self::Sessions => "sessions-waiting",
            Self::Opening | Self::Nowhere => "opening",
        }
    }

    /// Whether it belongs under an entry of the navigation.
    pub(crate) fn is_under(self, entry: Self) -> bool {
        match entry {
            Self::Cases => matches!(
                self,
                Self::Cases
                    | Self::Opening
                    | Self::Case(_)
                    | Self::Course(_)
                    | Self::Documents(_)
                    | Self::FinancialAids(_)
                    | Self::Timeline(_)
            ),
            Self::Meetings => matches!(self, Self::Meetings | Self::Meeting { .. }),
            Self::Workload => matches!(self, Self::Workload | Self::OwnLoad),
            Self::Accesses => matches!(self, Self::Accesses | Self::Readings(_)),
            Self::Week | Self::OwnLoad => self == entry,
            Self::Opening
            | Self::Case(_)
            | Self::Course(_)
            | Self::Documents(_)
            | Self::FinancialAids(_)
            | Self::Timeline(_)
            | Self::Meeting { .. }
            | Self::Readings(_)
            | Self::Sessions
            | Self::Nowhere => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_again_by_its_address() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        for screen in [
            Route::Week,
            Route::Cases,
            Route::Opening,
            Route::Case(one),
            Route::Course(one),
            Route::Documents(one),
            Route::FinancialAids(one),
            Route::Timeline(one),
            Route::Meetings,
            Route::Meeting {
                meeting: one,
                case: None,
            },
            Route::Meeting {
                meeting: one,
                case: Some(two),
            },
            Route::Workload,
            Route::OwnLoad,
            Route::Accesses,
            Route::Readings(one),
            Route::Sessions,
        ] {
            assert_eq!(Route::read(&screen.path()), screen);
            for key in [screen.title(), screen.waiting()] {
                assert!(sentences::knows(sentences::Language::Fr, key), "{key} has no sentence");
            }
        }
        assert_eq!(Route::read("/support-cases/claire"), Route::Nowhere);
        assert_eq!(Route::read("/elsewhere"), Route::Nowhere);
    }
}
