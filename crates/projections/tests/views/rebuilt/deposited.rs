//! What may be asked of documents.

use super::{Step, ask};
use crate::ground::{Ground, person, said};
use domain::document::{About, Command, Deposit, Document, Held, Kind, MediaType, Renewal, Request, Seen};
use domain::words::{ContentId, SupportCaseId};

fn held(support_case: SupportCaseId) -> Held {
    Held {
        media_type: MediaType::Pdf,
        bytes: u64::MAX,
        fingerprint: said(support_case, "9f86d081"),
    }
}

pub(super) async fn ask(ground: &Ground, step: Step) {
    let (support_case, content) = (step.case(), ContentId(step.anywhere(12)));
    let about = if step.who > 1 {
        About::Person(person(1))
    } else {
        About::Household
    };
    let (kind, domain) = (Kind::Letter, Some(step.domain()));
    let command = match step.what {
        76 => Command::Request {
            request: Request {
                support_case,
                about,
                kind,
                domain: None,
                from: None,
                due_on: Some(step.on()),
            },
            seen: Seen::default(),
        },
        77 => Command::Deposit {
            deposit: Deposit {
                support_case,
                about,
                kind,
                domain: domain.filter(|_| step.who == 0),
                title: Some(said(support_case, "Courrier")),
                valid_until: (step.absurd > 0).then(|| step.on()),
                held: held(support_case),
            },
            content,
        },
        78 => Command::Renew {
            renewal: Renewal {
                title: None,
                valid_until: Some(step.on()),
                held: held(support_case),
            },
            content,
        },
        _ => Command::Withdraw {
            reason: said(support_case, "Sans objet"),
        },
    };
    ask!(ground, Document, step.of(12), step, command);
}
