//! What a document is, as it is chosen: its kind, its domain, whom it is about.

use super::Place;
use crate::{
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::domain_of,
    parts::{
        field::{Of, one_of},
        weave,
    },
    words::say,
};
use contract::document::{Documents, Writable};
use domain::{
    document::{About, Kind},
    words::{DomainOfLife, PersonId},
};
use leptos::prelude::*;

const HOUSEHOLD: &str = "all";

/// A kind in words.
pub(in crate::pages) fn kind_words(kind: Kind) -> String {
    say(&format!("piece-{}", kind.code()))
}

/// What was chosen.
pub(super) struct Chosen {
    /// Whom it is about.
    pub(super) about: About,
    /// What it is.
    pub(super) kind: Kind,
    /// Its domain.
    pub(super) domain: Option<DomainOfLife>,
}

/// The kind that is chosen, the first one until another is.
fn chosen_kind(seen: &Documents, draft: Draft) -> Option<&Writable> {
    let code = draft.get("kind");
    let chosen = seen.writes.iter().find(|each| each.kind.code() == code);
    chosen.or_else(|| seen.writes.first())
}

/// What was chosen, once all of it is.
pub(super) fn chosen(place: Place, draft: Draft) -> Option<Chosen> {
    place.seen.with(|seen| {
        let writable = chosen_kind(seen, draft)?;
        let domain = domain_of(&draft.get("domain")).filter(|domain| writable.domains.contains(domain));
        if domain.is_none() && !writable.undomained {
            return None;
        }
        let code = draft.get("about");
        let person: Option<PersonId> = code.parse().ok().map(PersonId);
        Some(Chosen {
            about: match person.or_else(|| first_person(seen, &code)) {
                Some(person) => About::Person(person),
                None => About::Household,
            },
            kind: writable.kind,
            domain,
        })
    })
}

/// Who is chosen while nobody was.
fn first_person(seen: &Documents, code: &str) -> Option<PersonId> {
    if code == HOUSEHOLD {
        return None;
    }
    seen.people.first().map(|first| first.person)
}

/// The fields.
pub(super) fn fields(place: Place, draft: Draft, wish: Wish) -> impl IntoView {
    let of = move |name| Of::new(draft, wish, name);
    let kinds = Signal::derive(move || {
        place.seen.with(|seen| {
            let each = seen.writes.iter();
            each.map(|each| (each.kind.code().to_owned(), kind_words(each.kind)))
                .collect::<Vec<_>>()
        })
    });
    let people = Signal::derive(move || {
        place.seen.with(|seen| {
            let people = seen.people.iter();
            let mut people: Vec<_> = people
                .map(|each| (each.person.to_string(), each.name.0.clone()))
                .collect();
            people.push((HOUSEHOLD.to_owned(), say("documents-of-household")));
            people
        })
    });
    let domains = Signal::derive(move || {
        place.seen.with(|seen| {
            let Some(writable) = chosen_kind(seen, draft) else {
                return Vec::new();
            };
            let none = if writable.undomained {
                "documents-domain-none"
            } else {
                "documents-domain"
            };
            let mut choices = vec![(String::new(), say(none))];
            choices.extend(
                writable
                    .domains
                    .iter()
                    .map(|domain| (domain.code().to_owned(), weave::name(domain.code()))),
            );
            choices
        })
    });
    let asks_domain = Memo::new(move |_| domains.with(|domains| domains.len() > 1));
    view! {
        {one_of(of("kind"), say("documents-kind"), kinds)}
        {one_of(of("about"), say("documents-about"), people)}
        {move || asks_domain.get().then(|| one_of(of("domain"), say("documents-domain"), domains))}
    }
}
