//! What happened in the cases of a team as a log for process mining: things under numbers of the file, days and no hours, and
//! no worker.
//!
//! Who answers for a case is told as a step of the case, without whom: whoever mines the log learns how cases go, never how
//! a colleague works. Days stand for hours, which would lead back to somebody's diary. Measures, deadlines and actions lie
//! in a domain of life, which who answers for a team may not read and which the ground of figures does not tell: they are
//! in no file. It is pseudonymous, and not anonymous: who knows a family may find it by its days.

use domain::indicator::{Happening, InCase, Noted, ToMeeting};
use domain::words::{Day, SupportCaseId};
use jiff::tz::TimeZone;
use process_log::{Event, Log, Object, Value};
use sentences::{Language, say};
use std::collections::HashMap;
use uuid::Uuid;

/// The kind of thing of which a trace is made.
const CASE: &str = "case";

/// A thing to which something happened, and how the sentence of what did is keyed.
struct Told {
    kind: &'static str,
    thing: Option<Uuid>,
    done: &'static str,
    beside: Vec<(&'static str, Value)>,
}

/// The log, its words in the reader's language.
#[must_use]
pub fn process_log(service: &str, facts: &[Noted], zone: &TimeZone, language: Language) -> Log {
    let mut write = Writing {
        log: Log {
            name: service.to_owned(),
            case_kind: CASE,
            objects: Vec::new(),
            events: Vec::with_capacity(facts.len()),
        },
        cases: HashMap::new(),
        things: HashMap::new(),
        numbers: HashMap::new(),
    };
    for noted in facts {
        let Some(told) = told(&noted.happening, language) else {
            continue;
        };
        let Some(object) = write.object(&told, noted.support_case) else {
            continue;
        };
        let on = Day::of(noted.at, zone);
        write.log.events.push(Event {
            activity: say(language, &format!("process-{}", told.done), &[]),
            at: on.start(zone).to_zoned(zone.clone()),
            object,
            beside: told.beside,
        });
    }
    write.log
}

struct Writing {
    log: Log,
    cases: HashMap<SupportCaseId, usize>,
    things: HashMap<Uuid, usize>,
    numbers: HashMap<&'static str, usize>,
}

impl Writing {
    /// The place of the thing, which is given a number the first time that it appears.
    fn object(&mut self, told: &Told, case: Option<SupportCaseId>) -> Option<usize> {
        let case = case.map(|case| {
            let known = self.cases.get(&case).copied();
            known.unwrap_or_else(|| {
                let place = self.add(CASE, None);
                self.cases.insert(case, place);
                place
            })
        });
        let Some(thing) = told.thing else {
            return case;
        };
        let known = self.things.get(&thing).copied();
        Some(known.unwrap_or_else(|| {
            let place = self.add(told.kind, case);
            self.things.insert(thing, place);
            place
        }))
    }

    fn add(&mut self, kind: &'static str, of: Option<usize>) -> usize {
        let number = self.numbers.entry(kind).or_default();
        *number += 1;
        let id = format!("{kind}-{number}");
        self.log.add(Object { id, kind, of })
    }
}

fn told(happening: &Happening, language: Language) -> Option<Told> {
    let words = |key: String| Value::Words(say(language, &key, &[]));
    let (kind, thing, done, beside) = match happening {
        Happening::Case(in_case) => {
            let (done, beside) = match in_case {
                InCase::Opened { support, .. } => {
                    let support = words(format!("support-{}", support.code()));
                    ("opened", vec![("support", support)])
                }
                InCase::Reopened { .. } => ("reopened", vec![]),
                InCase::Closed { .. } => ("closed", vec![]),
                InCase::ReferentNamed { .. } => ("referent_named", vec![]),
                InCase::ReferentLeft => ("referent_left", vec![]),
                InCase::ComplexityReviewed { .. } => ("complexity_reviewed", vec![]),
                InCase::CadenceAgreed { .. } => ("cadence_agreed", vec![]),
                InCase::Held { kind } => {
                    let kind = words(format!("contact-kind-{}", kind.code()));
                    ("contact_held", vec![("kind", kind)])
                }
                InCase::Missed { kind, excused } => {
                    let kind = words(format!("contact-kind-{}", kind.code()));
                    (
                        "appointment_missed",
                        vec![("kind", kind), ("excused", Value::Yes(*excused))],
                    )
                }
                InCase::Acted => ("act_kept", vec![]),
            };
            (CASE, None, done, beside)
        }
        Happening::Meeting(meeting, happened) => {
            let (done, beside) = match happened {
                ToMeeting::Scheduled { kind } => {
                    let kind = words(format!("meeting-{}", kind.code()));
                    ("meeting_scheduled", vec![("kind", kind)])
                }
                ToMeeting::Postponed => ("meeting_postponed", vec![]),
                ToMeeting::Cancelled => ("meeting_cancelled", vec![]),
                ToMeeting::Held => ("meeting_held", vec![]),
                ToMeeting::FamilyCame => ("family_came", vec![]),
                ToMeeting::MinutesValidated => ("minutes_validated", vec![]),
            };
            ("meeting", Some(*meeting), done, beside)
        }
        Happening::Measure(..) | Happening::Deadline(..) | Happening::Action(..) | Happening::Post(..) => return None,
    };
    Some(Told {
        kind,
        thing,
        done,
        beside,
    })
}
