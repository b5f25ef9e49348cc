//! A territory in which everybody is tied to some case in each way that the product knows, and each case holds a word in
//! each compartment. Who is tied how is written down as it is built: nothing of it is asked of the program.

mod building;
mod cases;
mod items;

pub(crate) use building::Builder;

use super::canary::Canaries;
use super::people::{Person, everybody};
use super::policy::Bond;
use domain::words::{
    AccessId, ActionId, DeadlineId, DocumentId, ExclusionId, MeasureId, PersonId, PlanId, ServiceId, SharingId,
    SupportCaseId, TeamMeetingId, WorkerId,
};
use std::collections::BTreeMap;

/// A case, and who is tied to it how.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// How those who ask are tied to it, in words.
    pub(crate) tie: &'static str,
    /// Of whom that speaks, when it is of one alone.
    pub(crate) of: Option<WorkerId>,
    pub(crate) case: SupportCaseId,
    pub(crate) service: ServiceId,
    pub(crate) referent: WorkerId,
    pub(crate) mother: PersonId,
    pub(crate) plan: PlanId,
    pub(crate) action: ActionId,
    pub(crate) deadline: DeadlineId,
    pub(crate) measure: MeasureId,
    /// Deposited through the front door, where its référent may.
    pub(crate) document: DocumentId,
    pub(crate) has_document: bool,
    pub(crate) meeting: Option<TeamMeetingId>,
    pub(crate) sharing: Option<SharingId>,
    pub(crate) exclusion: Option<ExclusionId>,
    pub(crate) access: Option<AccessId>,
    /// The name under which its mother is found.
    pub(crate) name: String,
    pub(crate) open: bool,
    bonds: BTreeMap<WorkerId, Bond>,
}

/// All of it.
pub(crate) struct World {
    pub(crate) people: Vec<Person>,
    pub(crate) cases: Vec<Case>,
    pub(crate) canaries: Canaries,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            people: everybody(),
            cases: Vec::new(),
            canaries: Canaries::default(),
        }
    }

    /// Somebody by her login.
    pub(crate) fn named(&self, login: &str) -> anyhow::Result<Person> {
        let found = self.people.iter().find(|each| each.login == login);
        found
            .copied()
            .ok_or_else(|| anyhow::anyhow!("nobody is called {login}"))
    }
}

impl Case {
    /// What ties somebody to it.
    pub(crate) fn bond(&self, who: &Person) -> Bond {
        let mut bond = self.bonds.get(&who.worker).cloned().unwrap_or_default();
        bond.at_home = who.service == self.service;
        if who.standing().role == "manager" && bond.at_home {
            bond.relations.insert("own_team");
        }
        bond
    }

    pub(crate) fn tie(&mut self, who: WorkerId, relation: &'static str) {
        self.bonds.entry(who).or_default().relations.insert(relation);
    }

    pub(crate) fn untie(&mut self, who: WorkerId, relation: &'static str) {
        self.bonds.entry(who).or_default().relations.remove(relation);
    }

    pub(crate) fn bond_of(&mut self, who: WorkerId) -> &mut Bond {
        self.bonds.entry(who).or_default()
    }
}
