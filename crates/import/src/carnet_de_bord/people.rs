//! People accompanied: who they are, how to reach them, and the identifiers other bodies gave them, all sealed.
//!
//! An identifier that two people share is kept for both: it is the source's to correct.

use super::checks;
use super::dates::Dates;
use super::errands::{Adds, Errand, Office, Origin};
use super::tables::Row;
use crate::asking::Times;
use crate::refused::Refused;
use crate::{Fault, instants};
use domain::household::{self, Household, Member, Place};
use domain::person::{Channel, Civility, Command, Name, Person, Scheme};
use domain::words::{Day, HouseholdId, PersonId, WorkerId};
use sealed::{Compartment, Private};
use std::collections::BTreeMap;
use uuid::Uuid;

const SCOPE: &str = "import.carnet_de_bord.person";

/// A person, as a notebook needs to know her.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) person: PersonId,
    pub(super) household: HouseholdId,
    /// First and last name.
    pub(super) label: Private<String>,
}

/// People by what the tables call them.
pub(super) type People = BTreeMap<String, Known>;

/// What a record says of a person, whatever its format.
pub(super) struct Described {
    pub(super) id: String,
    pub(super) origin: Origin,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) born_on: Option<Day>,
    /// The town as it was typed: kept in clear when it is a code, else only in the sealed address.
    pub(super) city: Option<String>,
    pub(super) reached: Vec<(Channel, String)>,
    pub(super) identified: Vec<(Scheme, String)>,
    pub(super) times: Times,
}

impl Described {
    /// Her commune, in clear: what was typed freely may tell more than a town.
    fn commune(&self) -> Option<String> {
        self.city.clone().filter(|city| checks::commune(city))
    }
}

/// Brings a person in; none when her record was refused.
pub(super) async fn register(office: &Office, row: &Row, dates: &Dates) -> Result<Option<(String, Known)>, Fault> {
    match described(office, row, dates) {
        Ok((described, wrong)) => {
            for why in &wrong {
                office.refuse(why)?;
            }
            Ok(Some((row.id.clone(), keep(office, described).await?)))
        }
        Err(why) => {
            office.refuse(&why)?;
            Ok(None)
        }
    }
}

/// What the record says of her, and what of it is wrong and no reason to lose her.
fn described(office: &Office, row: &Row, dates: &Dates) -> Result<(Described, Vec<Refused>), Refused> {
    let born_on = match row.text("date_of_birth")? {
        Some(text) => Some(Day(
            instants::day(&text).map_err(|reason| row.origin("date_of_birth").refused(reason))?
        )),
        None => None,
    };
    let mut reached = Vec::new();
    for (channel, field) in [(Channel::Phone, "mobile_number"), (Channel::Email, "email")] {
        reached.extend(row.text(field)?.map(|value| (channel, value)));
    }
    let mut lines = Vec::new();
    for field in ["address1", "address2", "postal_code", "city"] {
        lines.extend(row.text(field)?);
    }
    if !lines.is_empty() {
        reached.push((Channel::Post, lines.join(", ")));
    }
    let mut identified = Vec::new();
    for (scheme, field) in [
        (Scheme::FamilyAllowance, "caf_number"),
        (Scheme::EmploymentAgency, "pe_number"),
        (Scheme::SocialSecurity, "nir"),
        (Scheme::Source, "external_id"),
    ] {
        identified.extend(row.text(field)?.map(|value| (scheme, value)));
    }
    let mut wrong = Vec::new();
    identified.retain(|(scheme, value)| match checks::nir(value) {
        Err(reason) if *scheme == Scheme::SocialSecurity => {
            wrong.push(row.origin("nir").refused(reason));
            false
        }
        Ok(()) | Err(_) => true,
    });
    let at = dates.instant(row, "created_at")?;
    let described = Described {
        id: row.id.clone(),
        origin: row.origin("id"),
        first: row.needed("firstname")?,
        last: row.needed("lastname")?,
        born_on,
        city: row.text("city")?,
        reached,
        identified,
        times: at.map_or(undated(office, dates), Times::then),
    };
    Ok((described, wrong))
}

/// Something that stands in the record without a date of its own: it was so, but nobody knows since when it was known.
pub(super) fn undated(office: &Office, dates: &Dates) -> Times {
    Times {
        occurred_at: dates.earliest.unwrap_or(office.now),
        known_at: None,
    }
}

/// Keeps a person and the household she makes.
pub(super) async fn keep(office: &Office, described: Described) -> Result<Known, Fault> {
    let reserved = office.ids.name(&described.id);
    let mut held = office.find::<Person>(SCOPE, &reserved).await?;
    let person = held.stream();
    let label = format!("{} {}", described.first, described.last);
    let commune = described.commune();
    let (origin, times, id) = (described.origin.clone(), described.times, described.id.clone());
    office
        .carry(&mut held, errands(office, person, reserved, described))
        .await?;
    let household = office.ids.thing(person, "household", &[&id]);
    let label = Private::person(person, Compartment::Identity, label);
    let form = household::Command::Form {
        label: label.clone(),
        members: vec![Member {
            person: PersonId(person),
            place: Place::Adult,
        }],
        commune,
    };
    let mut formed = office.log.hold::<Household>(household).await?;
    let command = office.ids.command("household", &[&id]);
    let errand = Errand::new(origin, command, WorkerId::TRAME, times, form);
    office.carry(&mut formed, vec![errand]).await?;
    Ok(Known {
        person: PersonId(person),
        household: HouseholdId(household),
        label,
    })
}

fn errands(office: &Office, person: Uuid, reserved: String, described: Described) -> Vec<Errand<Command>> {
    let commune = described.commune();
    let Described {
        id,
        origin,
        first,
        last,
        born_on,
        city: _,
        reached,
        identified,
        times,
    } = described;
    let errand = |role: &str, wish| {
        let command = office.ids.command(role, &[&id]);
        Errand::new(origin.clone(), command, WorkerId::TRAME, times, wish)
    };
    let register = Command::Register {
        name: Private::person(person, Compartment::Identity, Name { first, last }),
        birth: born_on.map(|day| Private::person(person, Compartment::Identity, day)),
        birth_month: born_on.map(|day| day.0.strftime("%Y-%m").to_string()),
        civility: Civility::Neutral,
        commune,
    };
    let mut errands = vec![
        errand("person", register)
            .adding(Adds::Person)
            .reserving(SCOPE, reserved),
    ];
    for (place, (channel, value)) in reached.into_iter().enumerate() {
        let value = Private::person(person, Compartment::Identity, value);
        let role = format!("reached {channel:?} {place}");
        errands.push(errand(&role, Command::RecordContactDetails { channel, value }));
    }
    for (scheme, value) in identified {
        let value = Private::person(person, Compartment::Identity, value);
        errands.push(errand(
            &format!("identified {scheme:?}"),
            Command::RecordIdentifier { scheme, value },
        ));
    }
    errands
}
