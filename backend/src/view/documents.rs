//! The documents of a case for one reader: what is asked for first, then what is good, then what is no more.

use super::Opening;
use super::case::Looking;
use crate::fault::Fault;
use access::Permit;
use contract::Plain;
use contract::document::{AskedView, DocumentView, Documents, PersonRef, Standing, ThereView, Writable};
use domain::document::{About, Kind};
use domain::person::Name;
use domain::words::{Day, DomainOfLife, PersonId};
use projections::case_file::{CaseFile, DocumentFile};
use sealed::Compartment;

/// The documents, as far as this reader may know of them; none when nothing was known of the case on the day asked.
///
/// # Errors
/// When a value cannot be opened.
pub fn documents(
    file: &CaseFile,
    open: &Opening,
    looking: &Looking,
    largest_bytes: u64,
) -> Result<Option<Documents>, Fault> {
    let Some(opening) = &file.opening else { return Ok(None) };
    let standing = file.documents.iter().filter(|each| !each.withdrawn);
    let mut documents: Vec<DocumentView> = standing
        .map(|each| view(each, open, looking.today))
        .collect::<Result<_, Fault>>()?;
    documents.sort_by_key(order);
    Ok(Some(Documents {
        support_case: file.support_case,
        label: open.told(&opening.what.label)?,
        writes: writes(open.permit()),
        people: people(file, open)?,
        documents,
        largest_bytes,
        today: looking.today,
        position: looking.position,
        topic: looking.topic.clone(),
    }))
}

/// What is due soonest comes first, then what ends soonest; what is good no more ended last comes first.
fn order(view: &DocumentView) -> (Standing, i64, Kind) {
    let far = i64::MAX;
    let days = |day: Option<Day>| day.map_or(far, |day| i64::from(Day(jiff::civil::date(1900, 1, 1)).days_to(day)));
    let there = view.there.as_ref();
    let near = match view.standing {
        Standing::Awaited => days(view.asked.as_ref().and_then(|asked| asked.due_on)),
        Standing::Good => days(there.and_then(|there| there.valid_until)),
        Standing::Over => days(there.and_then(|there| there.valid_until)).saturating_neg(),
    };
    (view.standing, near, view.kind)
}

fn view(each: &DocumentFile, open: &Opening, today: Day) -> Result<DocumentView, Fault> {
    let standing = match &each.there {
        None => Standing::Awaited,
        Some(there) if there.valid_until.is_some_and(|until| until < today) => Standing::Over,
        Some(_) => Standing::Good,
    };
    let asked = match &each.asked {
        None => None,
        Some((stamp, request)) => Some(AskedView {
            on: open.day(stamp.occurred_at),
            by: open.worker_name(stamp.by)?,
            from: open.text_of(request.from.as_ref())?,
            due_on: request.due_on,
        }),
    };
    let there = match &each.there {
        None => None,
        Some(there) => Some(ThereView {
            on: open.day(there.stamp.occurred_at),
            by: open.worker_name(there.stamp.by)?,
            title: open.text_of(there.title.as_ref())?,
            media_type: there.held.media_type,
            bytes: there.held.bytes,
            valid_until: there.valid_until,
        }),
    };
    let name = match each.about {
        About::Person(person) => Some(full_name(open, person)?),
        About::Household => None,
    };
    Ok(DocumentView {
        document: each.document,
        standing,
        about: each.about,
        name,
        kind: each.kind,
        domain: each.domain,
        writes: open.permit().writes(each.compartment()),
        asked,
        there,
    })
}

pub(super) fn full_name(open: &Opening, person: PersonId) -> Result<Plain<String>, Fault> {
    let Name { first, last } = open.name(person)?;
    Ok(Plain(format!("{first} {last}").trim().to_owned()))
}

pub(super) fn people(file: &CaseFile, open: &Opening) -> Result<Vec<PersonRef>, Fault> {
    if !open.permit().reads(Compartment::Identity) {
        return Ok(Vec::new());
    }
    // Those who live together first, in their order.
    let mut people: Vec<PersonId> = file.members.iter().map(|member| member.person).collect();
    let others = file.people.keys().filter(|person| !people.contains(person));
    let others: Vec<PersonId> = others.copied().collect();
    people.extend(others);
    people
        .into_iter()
        .map(|person| {
            Ok(PersonRef {
                person,
                name: full_name(open, person)?,
            })
        })
        .collect()
}

fn writes(permit: &Permit) -> Vec<Writable> {
    let of = |kind: Kind| {
        let undomained = permit.writes(kind.compartment(None));
        let open = |domain: &DomainOfLife| kind.lies_with(*domain) && permit.writes(domain.compartment());
        let domains: Vec<DomainOfLife> = DomainOfLife::ALL.into_iter().filter(open).collect();
        (undomained || !domains.is_empty()).then_some(Writable {
            kind,
            undomained,
            domains,
        })
    };
    Kind::ALL.into_iter().filter_map(of).collect()
}
