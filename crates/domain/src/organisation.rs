//! Who helps: organisations with their services, teams and professionals.
//!
//! Names of services are public and in clear; names of professionals are sealed under their own keys.

use crate::words::{Profession, Role, ServiceId, TeamId, Text, WorkerId};
use crate::{Asked, Decided, Decider, Reason};
use decider::Fact;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Département.
    Department,
    /// CCAS or CIAS.
    MunicipalSocialCentre,
    /// Association.
    Association,
    /// France Travail and other employment bodies.
    Employment,
    /// École, collège, lycée.
    School,
    /// Bailleur social.
    Landlord,
    /// Not told by the record it comes from.
    Unknown,
}

/// A professional as she joins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Who.
    pub worker: WorkerId,
    /// Her name.
    pub name: Text,
    /// Her login or her identifier in the record she comes from.
    pub identifier: Text,
    /// Her service.
    pub service: ServiceId,
    /// Her team, when she has one.
    pub team: Option<TeamId>,
    /// What she is trained for.
    pub profession: Profession,
    /// Her role in Trame.
    pub role: Role,
    /// Whether professional secrecy binds her.
    pub bound_by_secrecy: bool,
    /// Her working time, in hundredths of a full time.
    pub working_time: u16,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::large_enum_variant,
        reason = "people join rarely, and one at a time: a box would only stand in the way"
    )
)]
pub enum Command {
    /// Makes an organisation known.
    Register {
        /// Its public name.
        name: String,
        /// What it is.
        kind: Kind,
    },
    /// Opens a service.
    OpenService {
        /// The service.
        service: ServiceId,
        /// Its public name.
        name: String,
    },
    /// Forms a team in a service.
    FormTeam {
        /// The team.
        team: TeamId,
        /// Its service.
        service: ServiceId,
        /// Its name.
        name: String,
    },
    /// A professional joins.
    Join {
        /// Who, where, as what.
        post: Post,
    },
    /// A professional leaves.
    Leave {
        /// Who.
        worker: WorkerId,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::large_enum_variant,
        reason = "people join rarely, and one at a time: a box would only stand in the way"
    )
)]
pub enum Event {
    /// An organisation is known.
    Registered {
        /// Its public name.
        name: String,
        /// What it is.
        kind: Kind,
    },
    /// A service is open.
    ServiceOpened {
        /// The service.
        service: ServiceId,
        /// Its public name.
        name: String,
    },
    /// A team is formed.
    TeamFormed {
        /// The team.
        team: TeamId,
        /// Its service.
        service: ServiceId,
        /// Its name.
        name: String,
    },
    /// A professional joined.
    WorkerJoined {
        /// Who, where, as what.
        post: Post,
    },
    /// A professional left.
    WorkerLeft {
        /// Who.
        worker: WorkerId,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "organisation";
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is known already.
    AlreadyRegistered,
    /// It is not known.
    NotRegistered,
    /// The service is open already.
    ServiceAlreadyOpen,
    /// This organisation has no such service.
    ServiceUnknown,
    /// The team is formed already.
    TeamAlreadyFormed,
    /// This service has no such team.
    TeamUnknown,
    /// She works here already.
    WorkerAlreadyHere,
    /// She does not work here.
    WorkerUnknown,
    /// A name is needed.
    NoName,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyRegistered => "organisation.already_registered",
            Self::NotRegistered => "organisation.not_registered",
            Self::ServiceAlreadyOpen => "organisation.service_already_open",
            Self::ServiceUnknown => "organisation.service_unknown",
            Self::TeamAlreadyFormed => "organisation.team_already_formed",
            Self::TeamUnknown => "organisation.team_unknown",
            Self::WorkerAlreadyHere => "organisation.worker_already_here",
            Self::WorkerUnknown => "organisation.worker_unknown",
            Self::NoName => "organisation.no_name",
        }
    }
}

/// What the rules must know of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    registered: bool,
    services: BTreeSet<ServiceId>,
    teams: BTreeMap<TeamId, ServiceId>,
    workers: BTreeSet<WorkerId>,
}

impl Decider for Organisation {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        use Command::{FormTeam, Join, Leave, OpenService, Register};
        match (asked.command.clone(), self.registered) {
            (Register { name, .. }, _) if name.trim().is_empty() => Err(Refusal::NoName),
            (Register { name, kind }, false) => Ok(vec![Event::Registered { name, kind }].into()),
            (Register { .. }, true) => Err(Refusal::AlreadyRegistered),
            (OpenService { .. } | FormTeam { .. } | Join { .. } | Leave { .. }, false) => Err(Refusal::NotRegistered),
            (OpenService { service, name }, true) => self.open_service(service, name),
            (FormTeam { team, service, name }, true) => self.form_team(team, service, name),
            (Join { post }, true) => self.join(post),
            (Leave { worker }, true) if self.workers.contains(&worker) => Ok(vec![Event::WorkerLeft { worker }].into()),
            (Leave { .. }, true) => Err(Refusal::WorkerUnknown),
        }
    }

    fn evolve(mut self, event: &Event) -> Self {
        match event {
            Event::Registered { .. } => self.registered = true,
            Event::ServiceOpened { service, .. } => {
                self.services.insert(*service);
            }
            Event::TeamFormed { team, service, .. } => {
                self.teams.insert(*team, *service);
            }
            Event::WorkerJoined { post } => {
                self.workers.insert(post.worker);
            }
            Event::WorkerLeft { worker } => {
                self.workers.remove(worker);
            }
        }
        self
    }
}

impl Organisation {
    fn open_service(&self, service: ServiceId, name: String) -> Result<Decided<Event>, Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::NoName);
        }
        if self.services.contains(&service) {
            return Err(Refusal::ServiceAlreadyOpen);
        }
        let decided = Decided::from(vec![Event::ServiceOpened { service, name }]);
        // A service belongs to one organisation, and a team to one service.
        Ok(decided.reserving("organisation.service", service.to_string()))
    }

    fn form_team(&self, team: TeamId, service: ServiceId, name: String) -> Result<Decided<Event>, Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::NoName);
        }
        if !self.services.contains(&service) {
            return Err(Refusal::ServiceUnknown);
        }
        if self.teams.contains_key(&team) {
            return Err(Refusal::TeamAlreadyFormed);
        }
        let decided = Decided::from(vec![Event::TeamFormed { team, service, name }]);
        Ok(decided.reserving("organisation.team", team.to_string()))
    }

    fn join(&self, post: Post) -> Result<Decided<Event>, Refusal> {
        if !self.services.contains(&post.service) {
            return Err(Refusal::ServiceUnknown);
        }
        if post
            .team
            .is_some_and(|team| self.teams.get(&team) != Some(&post.service))
        {
            return Err(Refusal::TeamUnknown);
        }
        if self.workers.contains(&post.worker) {
            return Err(Refusal::WorkerAlreadyHere);
        }
        Ok(vec![Event::WorkerJoined { post }].into())
    }
}

#[cfg(test)]
mod spec;
