//! From what the log tells of a case to what one reader may see of it: sealed values are opened here, for her permit.
//!
//! No query and no rule: the fold comes from the projections, the rights from the permit.

mod case;
mod course;
mod documents;
mod due;
mod figures_sheet;
mod financial_aids;
mod known;
mod minutes_copy;
mod opening;
mod process_log;
mod shared;
mod timeline;

pub use case::signals::{signals, view as signal_view};
pub use case::{Looking, MeetingKinds, Reminding, Thresholds, case_view};
pub use documents::documents;
pub use figures_sheet::figures_sheet;
pub use financial_aids::{amounts as aid_amounts, financial_aids};
pub use known::known_to;
pub use minutes_copy::{Copying, decision_list, handed_over, left_out, minutes_copy};
pub use opening::{Opening, workers_named};
pub use process_log::process_log;
pub use shared::shared_view;
pub use timeline::timeline;
