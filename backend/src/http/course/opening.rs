//! Opening a case: the files of its people, their household and the case itself.
//!
//! They are streams of their own, so this is several commands, whose ids come from the one that is sent: what was lost on
//! the way is asked again and does nothing twice. All that is written is checked before the first is asked, and the case
//! comes after its people, so that nobody ever sees half of one.

use super::{on_or_before_today, past};
use crate::app::Trame;
use crate::http::Worker;
use crate::http::asking::{Circumstance, ask};
use crate::http::failure::Failure;
use crate::http::problems;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use contract::Plain;
use contract::course::{NewMember, OpenCase};
use domain::household::{Command as AtHome, Household, Member, Place};
use domain::person::{Command as OfPerson, Name, Person};
use domain::support_case::{Command, Opening, SupportCase};
use domain::words::{HouseholdId, PersonId, Text, said};
use domain::{Asked, Decider};
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// How many people a case may open with: more than live in any one dwelling.
const MOST: usize = 30;

/// Opens a case of the reader's service.
#[utoipa::path(post, path = contract::paths::OPEN_CASE, tag = "course of a case", request_body = OpenCase, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(in crate::http) async fn open(
    worker: Worker,
    body: Json<OpenCase>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    if !access::may_open(&trame.table().await?, worker.reader) {
        return Err(Failure::not_allowed("problem.opens_no_case"));
    }
    let beginning = Beginning::of(&trame, worker, &body)?;
    let case = body.support_case.0;
    // An id of something else is unknown to her.
    if !trame.log.stream(case).await?.is_empty() && !trame.log.accepted(body.command).await? {
        return Err(Failure::not_found());
    }
    let open = Command::Open(beginning.opening);
    refuses(&trame, worker, &open).await?;
    for (person, register) in beginning.people {
        ask::<Person, _>(&trame, worker, person.0, once(body.command, person.0), register).await?;
    }
    let home = beginning.household.0;
    ask::<Household, _>(&trame, worker, home, once(body.command, home), beginning.form).await?;
    let now = Circumstance::now(body.command);
    let mut accepted = ask::<SupportCase, _>(&trame, worker, case, now, open).await?;
    if body.answered {
        let appoint = Command::AppointReferent {
            worker: worker.reader.worker,
        };
        let appointed = ask::<SupportCase, _>(&trame, worker, case, once(body.command, case), appoint).await?;
        accepted = contract::Accepted {
            repeated: accepted.repeated,
            ..appointed
        };
    }
    trame.holds(accepted.position).await?;
    Ok(HttpResponse::Ok().json(accepted))
}

/// What the rule would refuse is refused before anything is written.
async fn refuses(trame: &Trame, worker: Worker, open: &Command) -> Result<(), Failure> {
    let asked = Asked {
        by: worker.author(),
        at: worker.at,
        occurred_at: worker.at,
        in_force: trame.in_force().await?,
        command: open.clone(),
    };
    let decided = SupportCase::default().decide(&asked);
    decided.map(|_decided| ()).map_err(|reason| Failure::refused(&reason))
}

/// The command of one of the streams.
pub(super) fn once(command: Uuid, stream: Uuid) -> Circumstance {
    Circumstance::now(Uuid::new_v5(&command, stream.as_bytes()))
}

/// All that is asked when a case opens, checked.
struct Beginning {
    people: Vec<(PersonId, OfPerson)>,
    household: HouseholdId,
    form: AtHome,
    opening: Opening,
}

impl Beginning {
    fn of(trame: &Trame, worker: Worker, body: &OpenCase) -> Result<Self, Failure> {
        if body.people.is_empty() {
            return Err(Failure::unfit("people", "household.nobody_there"));
        }
        if body.people.len() > MOST {
            return Err(Failure::unfit("people", "problem.too_many_people").with_count("most", MOST));
        }
        let case = body.support_case.0;
        let commune = commune(body.commune.as_deref())?;
        let (mut people, mut members, mut ids) = (Vec::new(), Vec::new(), Vec::new());
        for (place, who) in body.people.iter().enumerate() {
            let person = PersonId(derived(case, &format!("person {place}")));
            people.push((
                person,
                registered(trame, person, who, &format!("people.{place}."), commune.clone())?,
            ));
            members.push(Member {
                person,
                place: who.place,
            });
            ids.push(person.0);
        }
        let household = HouseholdId(derived(case, "household"));
        let opened_on = on_or_before_today(trame, "opened_on", body.opened_on)?;
        let children = body.people.iter().filter(|who| who.place == Place::Child).count();
        Ok(Self {
            form: AtHome::Form {
                label: label(household.0, &ids, &body.label)?,
                members: members.clone(),
                commune,
            },
            opening: Opening {
                household: Some(household),
                people: members.iter().map(|member| member.person).collect(),
                service: worker.reader.service,
                label: label(case, &ids, &body.label)?,
                opened_on,
                support: body.support,
                intensity: body.intensity,
                children: u8::try_from(children).unwrap_or(u8::MAX),
                requested_on: past(trame, "requested_on", body.requested_on)?,
            },
            people,
            household,
        })
    }
}

/// The id of what begins with a case: the same whenever it is asked again.
fn derived(case: Uuid, what: &str) -> Uuid {
    Uuid::new_v5(&case, what.as_bytes())
}

/// How the household and the case are called: two texts, so that each can be forgotten by itself.
fn label(of: Uuid, people: &[Uuid], label: &Plain<String>) -> Result<Text, Failure> {
    let value = said(&label.0).map_err(|invalid| Failure::invalid("label", invalid))?;
    Ok(Private::new(Subject::of_text(of, people), Compartment::Identity, value))
}

fn commune(written: Option<&str>) -> Result<Option<String>, Failure> {
    match written.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => said(name)
            .map(Some)
            .map_err(|invalid| Failure::invalid("commune", invalid)),
        None => Ok(None),
    }
}

/// The file of somebody new, under her own key.
///
/// # Errors
/// Which field of hers is missing, too long or to come, after `before`.
pub(super) fn registered(
    trame: &Trame,
    person: PersonId,
    who: &NewMember,
    before: &str,
    commune: Option<String>,
) -> Result<OfPerson, Failure> {
    let name = |field: &str, written: &Plain<String>| {
        said(&written.0).map_err(|invalid| Failure::invalid(&format!("{before}{field}"), invalid))
    };
    let (first, last) = (name("first", &who.first)?, name("last", &who.last)?);
    let born_on = past(
        trame,
        &format!("{before}born_on"),
        who.born_on.as_ref().map(|day| day.0),
    )?;
    Ok(OfPerson::Register {
        name: Private::person(person.0, Compartment::Identity, Name { first, last }),
        birth: born_on.map(|day| Private::person(person.0, Compartment::Identity, day)),
        birth_month: born_on.map(|day| day.0.strftime("%Y-%m").to_string()),
        civility: who.civility,
        commune,
    })
}
