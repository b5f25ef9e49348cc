//! The chapters of the tables: what the first screen says comes to a browser first, what another screen says comes with
//! that screen. Which key stands in which chapter follows from who says it; `cargo xtask tidy` holds them together.

#[cfg(feature = "embedded")]
use super::Language;

macro_rules! chapters {
    ($($(#[$what:meta])* $chapter:ident, $name:literal, [$($screen:literal),*];)+) => {
        /// What is said together, a file in each language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Chapter {
            $($(#[$what])* $chapter,)+
        }

        impl Chapter {
            /// All chapters, in the order in which a key is looked up.
            pub const ALL: &[Self] = &[$(Self::$chapter),+];

            /// Its name, as its files bear it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$chapter => $name,)+
                }
            }

            /// The screens that it comes with, by the names of the functions that draw them; none for the first chapter,
            /// which is always there, and for what no browser says.
            #[must_use]
            pub fn screens(self) -> &'static [&'static str] {
                match self {
                    $(Self::$chapter => &[$($screen),*],)+
                }
            }

            /// Its sentences in a language, as written.
            #[cfg(feature = "embedded")]
            #[must_use]
            pub fn source(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$chapter, Language::Fr) => include_str!(concat!("fr/", $name, ".ftl")),
                    (Self::$chapter, Language::En) => include_str!(concat!("en/", $name, ".ftl")),)+
                }
            }
        }
    };
}

chapters! {
    /// What the first screen says, and what more than one chapter of the others would.
    First, "first", [];
    /// Where a case stands.
    SupportCase, "support_case", ["support_case"];
    /// The course of a case: it opens, people come and go, it ends and begins again.
    Course, "course", ["course", "opening"];
    /// The documents of a case.
    Documents, "documents", ["documents"];
    /// The financial aid of a case.
    FinancialAids, "financial_aids", ["financial_aids"];
    /// My week.
    Week, "week", ["week"];
    /// Appointments, of a case or of a week.
    Appointments, "appointments", ["booked"];
    /// What is passed on of a case.
    Sharing, "sharing", ["sharing"];
    /// The long-term timeline of a case.
    Timeline, "timeline", ["timeline"];
    /// A meeting, for all around the table.
    TeamMeeting, "team_meeting", ["team_meeting"];
    /// A meeting, for who writes in it.
    MeetingLead, "meeting_lead", ["meeting_lead"];
    /// One's own load, the load and the figures of a team.
    Workload, "workload", ["workload", "own_load"];
    /// Whom to ask about somebody, what was opened with a reason, and who looked at a case.
    Accesses, "accesses", ["accesses", "readings"];
    /// One's own account.
    Account, "account", ["sessions", "first_step"];
    /// What only the server and the command line say.
    Server, "server", [];
}
