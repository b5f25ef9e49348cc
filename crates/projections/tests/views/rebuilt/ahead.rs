//! What may be asked of the load ahead of a worker.

use super::Step;
use crate::ground::{Ground, SERVICE};
use domain::words::AbsenceId;
use domain::workload::{Command, Crossing, Threshold, Workload};

pub(super) async fn ask(ground: &Ground, step: Step) {
    let absence = AbsenceId(step.anywhere(11));
    let threshold = Threshold::ALL[usize::from(step.on % 2)];
    let command = match step.what {
        62 => Command::DeclareAbsence {
            absence,
            from: step.on(),
            until: step.on(),
        },
        63 => Command::WithdrawAbsence { absence },
        _ => Command::Foresee {
            service: SERVICE,
            crossings: (step.which > 1)
                .then(|| crossing(step, threshold))
                .into_iter()
                .collect(),
        },
    };
    super::ask!(ground, Workload, step.worker().0, step, command);
}

fn crossing(step: Step, threshold: Threshold) -> Crossing {
    Crossing {
        threshold,
        begins_at: 110,
        week: step.on(),
        load: step.on.into(),
        capacity: 100,
        away_days: 0,
        ends: 0,
        renewals: 0,
    }
}
