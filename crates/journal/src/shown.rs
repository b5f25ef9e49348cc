//! What is read, as the journal calls it.

/// A view that shows something of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Where a case stands.
    CaseHome,
    /// Its long-term timeline.
    Timeline,
    /// What all around a table look at.
    SharedView,
    /// What is passed on of it.
    Sharings,
    /// A copy of the minutes of a meeting, taken away as a file.
    MinutesCopy,
    /// The decisions of a meeting, taken away as a file.
    DecisionList,
    /// Which copies of minutes there are.
    MinutesCopies,
    /// Which documents there are.
    Documents,
    /// What one of them holds.
    DocumentContent,
    /// Which financial aid there is, with its amounts.
    FinancialAids,
    /// The list of her cases.
    OwnCases,
    /// Her meetings.
    OwnMeetings,
    /// Her week.
    OwnWeek,
    /// Her appointments.
    OwnAppointments,
    /// Her calendar, read from elsewhere.
    OwnCalendar,
    /// What she carries.
    OwnLoad,
    /// The signals in her team.
    TeamSignals,
    /// The load of a team.
    Workload,
    /// Its figures, taken away as a file.
    WorkloadFile,
    /// What happened in the cases of a team, taken away as a file.
    ProcessLog,
    /// The weeks ahead of a team.
    WorkloadAhead,
    /// The cases of one of a team.
    WorkloadCases,
    /// A trial of passing cases.
    WorkloadTrial,
    /// Who is kept away from it.
    Exclusions,
    /// Who follows somebody of a name.
    FindReferent,
    /// What was opened with a reason.
    ExceptionalAccesses,
    /// What waits for an agreement.
    SharingsToSettle,
    /// Which cases have somebody of a name, to ask who looked at them.
    FindCase,
    /// Who looked at it.
    Readings,
    /// What somebody is reminded of, opened to be sent to her.
    Reminder,
    /// The numbers that were agreed, opened to know who answered.
    ReminderAnswer,
}

impl Shown {
    /// All of them.
    pub const ALL: [Self; 31] = [
        Self::CaseHome,
        Self::Timeline,
        Self::SharedView,
        Self::Sharings,
        Self::MinutesCopy,
        Self::DecisionList,
        Self::MinutesCopies,
        Self::Documents,
        Self::DocumentContent,
        Self::FinancialAids,
        Self::OwnCases,
        Self::OwnMeetings,
        Self::OwnWeek,
        Self::OwnAppointments,
        Self::OwnCalendar,
        Self::OwnLoad,
        Self::TeamSignals,
        Self::Workload,
        Self::WorkloadFile,
        Self::ProcessLog,
        Self::WorkloadAhead,
        Self::WorkloadCases,
        Self::WorkloadTrial,
        Self::Exclusions,
        Self::FindReferent,
        Self::ExceptionalAccesses,
        Self::SharingsToSettle,
        Self::FindCase,
        Self::Readings,
        Self::Reminder,
        Self::ReminderAnswer,
    ];

    /// As it is stored, and as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CaseHome => "case_home",
            Self::Timeline => "timeline",
            Self::SharedView => "shared_view",
            Self::Sharings => "sharings",
            Self::MinutesCopy => "minutes_copy",
            Self::DecisionList => "decision_list",
            Self::MinutesCopies => "minutes_copies",
            Self::Documents => "documents",
            Self::DocumentContent => "document_content",
            Self::FinancialAids => "financial_aids",
            Self::OwnCases => "own_cases",
            Self::OwnMeetings => "own_meetings",
            Self::OwnWeek => "own_week",
            Self::OwnAppointments => "own_appointments",
            Self::OwnCalendar => "own_calendar",
            Self::OwnLoad => "own_load",
            Self::TeamSignals => "team_signals",
            Self::Workload => "workload",
            Self::WorkloadFile => "workload_file",
            Self::ProcessLog => "process_log",
            Self::WorkloadAhead => "workload_ahead",
            Self::WorkloadCases => "workload_cases",
            Self::WorkloadTrial => "workload_trial",
            Self::Exclusions => "exclusions",
            Self::FindReferent => "find_referent",
            Self::ExceptionalAccesses => "exceptional_accesses",
            Self::SharingsToSettle => "sharings_to_settle",
            Self::FindCase => "find_case",
            Self::Readings => "readings",
            Self::Reminder => "reminder",
            Self::ReminderAnswer => "reminder_answer",
        }
    }

    /// Whether it opens a case, rather than naming it in a list, a figure or a search. A code of earlier days that is not
    /// known any more is taken for one that does.
    #[must_use]
    pub fn opens(code: &str) -> bool {
        let shown = Self::ALL.into_iter().find(|shown| shown.code() == code);
        shown.is_none_or(|shown| match shown {
            Self::CaseHome
            | Self::Timeline
            | Self::SharedView
            | Self::Sharings
            | Self::MinutesCopy
            | Self::DecisionList
            | Self::Documents
            | Self::DocumentContent
            | Self::FinancialAids => true,
            Self::MinutesCopies
            | Self::OwnCases
            | Self::OwnMeetings
            | Self::OwnWeek
            | Self::OwnAppointments
            | Self::OwnCalendar
            | Self::OwnLoad
            | Self::TeamSignals
            | Self::Workload
            | Self::WorkloadFile
            | Self::ProcessLog
            | Self::WorkloadAhead
            | Self::WorkloadCases
            | Self::WorkloadTrial
            | Self::Exclusions
            | Self::FindReferent
            | Self::ExceptionalAccesses
            | Self::SharingsToSettle
            | Self::FindCase
            | Self::Readings
            | Self::Reminder
            | Self::ReminderAnswer => false,
        })
    }
}
