//! Every endpoint of the product: how it is asked, which door stands before it, what comes of a wish that passes it, and
//! which words its answer shows. An endpoint that is not here fails the proof.

mod of_case;
mod of_people;
mod of_rights;
mod of_role;

use super::canary::Kind;
use super::oracle::{Gate, Shows};
use super::people::Person;
use super::visitor::{Body, Request, Verb};
use super::world::Case;
use domain::words::Day;
use serde_json::Value;
use uuid::Uuid;

/// What a screen of a case shows beside that today: of a meeting, and of papers.
pub(super) const TODAY: &[Kind] = &[
    Kind::Label,
    Kind::Name,
    Kind::Strength,
    Kind::Note,
    Kind::Words,
    Kind::Draft,
    Kind::Assessed,
    Kind::Goal,
    Kind::Action,
    Kind::Due,
    Kind::Measure,
    Kind::Question,
    Kind::Title,
];

/// All that a screen of a case shows of what was known for long.
pub(super) const OF_CASE: &[Kind] = &[
    Kind::Label,
    Kind::Name,
    Kind::Strength,
    Kind::Note,
    Kind::Words,
    Kind::Draft,
    Kind::Assessed,
    Kind::Goal,
    Kind::Action,
    Kind::Due,
    Kind::Measure,
];

/// A day that nobody records: a wish that holds it is refused once its door is passed.
pub(super) const NO_DAY: &str = "1000-01-01";

/// At what somebody aims.
pub(crate) struct Aim<'w> {
    pub(crate) case: &'w Case,
    pub(crate) who: Option<&'w Person>,
    /// A meeting at which the case was not spoken of.
    pub(crate) other_meeting: Uuid,
    /// Somebody opened a case by this one.
    pub(crate) other_access: Uuid,
    pub(crate) today: Day,
    /// A day on which all that stands in a case was known already.
    pub(crate) earlier: Day,
}

/// One way to ask an endpoint.
pub(crate) struct Endpoint {
    pub(crate) verb: Verb,
    /// As the description of the API spells it.
    pub(crate) path: &'static str,
    /// What distinguishes this way, for the report.
    pub(crate) way: &'static str,
    pub(crate) gate: Gate,
    /// Whether it is asked of each case, or once.
    pub(crate) each_case: bool,
    /// The statuses by which who passes the door is answered.
    pub(crate) then: &'static [u16],
    pub(crate) shows: Shows,
    wish: fn(&Aim) -> (String, Body),
}

impl Endpoint {
    /// What is asked for.
    pub(crate) fn request(&self, aim: &Aim) -> Request {
        let (path, body) = (self.wish)(aim);
        Request {
            verb: self.verb,
            path,
            body,
        }
    }

    /// Its name in a report.
    pub(crate) fn told(&self) -> String {
        let way = if self.way.is_empty() {
            String::new()
        } else {
            format!(", {}", self.way)
        };
        format!("{} {}{way}", self.verb.code().to_uppercase(), self.path)
    }

    /// An endpoint that is read.
    pub(super) fn reads(path: &'static str, gate: Gate, wish: fn(&Aim) -> (String, Body)) -> Self {
        Self {
            verb: Verb::Get,
            path,
            way: "",
            gate,
            each_case: path.contains("{support_case}"),
            then: &[200],
            shows: Shows::Nothing,
            wish,
        }
    }

    /// An endpoint that would change something, by a wish that is refused once its door is passed.
    pub(super) fn wishes(
        path: &'static str,
        gate: Gate,
        then: &'static [u16],
        wish: fn(&Aim) -> (String, Body),
    ) -> Self {
        Self {
            verb: Verb::Post,
            then,
            ..Self::reads(path, gate, wish)
        }
    }

    pub(super) fn showing(self, shows: Shows) -> Self {
        Self { shows, ..self }
    }

    pub(super) fn told_as(self, way: &'static str) -> Self {
        Self { way, ..self }
    }

    pub(super) fn answered(self, then: &'static [u16]) -> Self {
        Self { then, ..self }
    }

    pub(super) fn of_each_case(self) -> Self {
        Self {
            each_case: true,
            ..self
        }
    }
}

/// All of them.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let mut all = of_role::endpoints();
    all.extend(of_case::endpoints());
    all.extend(of_people::endpoints());
    all.extend(of_rights::endpoints());
    all
}

/// A new id.
pub(super) fn id() -> Uuid {
    Uuid::now_v7()
}

/// The path of a part of the case, its other ids filled in.
pub(super) fn of(aim: &Aim, path: &str) -> String {
    let case = aim.case;
    let meeting = case.meeting.map_or(aim.other_meeting, |meeting| meeting.0);
    let or_none = |known: Option<Uuid>| known.unwrap_or_else(id).to_string();
    let who = aim.who.map_or_else(id, |who| who.worker.0);
    path.replace("{support_case}", &case.case.to_string())
        .replace("{team_meeting}", &meeting.to_string())
        .replace("{person}", &case.mother.to_string())
        .replace("{worker}", &id().to_string())
        .replace("{action}", &case.action.to_string())
        .replace("{deadline}", &case.deadline.to_string())
        .replace("{measure}", &case.measure.to_string())
        .replace("{document}", &case.document.to_string())
        .replace("{recipient}", &who.to_string())
        .replace("{exclusion}", &id().to_string())
        .replace("{sharing}", &or_none(case.sharing.map(|sharing| sharing.0)))
        .replace("{access}", &or_none(case.access.map(|access| access.0)))
        .replace("{financial_aid}", &id().to_string())
        .replace("{payment}", &id().to_string())
        .replace("{appointment}", &id().to_string())
        .replace("{consent}", &id().to_string())
        .replace("{opposition}", &id().to_string())
}

/// The same, with nothing sent.
pub(super) fn bare(aim: &Aim, path: &str) -> (String, Body) {
    (of(aim, path), Body::Nothing)
}

/// The same, with a wish.
pub(super) fn with(aim: &Aim, path: &str, wish: Value) -> (String, Body) {
    (of(aim, path), Body::Json(wish))
}

#[cfg(test)]
mod tests {
    use super::endpoints;
    use std::collections::BTreeSet;

    /// Where every path of the API is written.
    const PATHS: &str = include_str!("../../../contract/src/paths.rs");

    #[test]
    fn no_path_of_the_contract_is_unknown_to_the_matrix() {
        let quoted = PATHS.split('"').skip(1).step_by(2);
        let written: BTreeSet<&str> = quoted.filter(|text| text.starts_with("/api/")).collect();
        assert!(written.len() > 80, "the contract is read");
        let known: BTreeSet<&str> = endpoints().iter().map(|each| each.path).collect();
        let unknown: Vec<_> = written.difference(&known).collect();
        assert!(unknown.is_empty(), "the matrix of rights does not know {unknown:?}");
        let gone: Vec<_> = known.difference(&written).collect();
        assert!(gone.is_empty(), "the contract does not know {gone:?}");
    }
}
