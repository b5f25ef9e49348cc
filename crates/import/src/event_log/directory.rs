//! The organisation a log is about, its services and its workers: made once per source, found again by its name.

use super::survey::Survey;
use crate::Fault;
use crate::asking::{Ids, Times, added, reserving, step};
use codec::Log;
use domain::organisation::{Command, Kind, Organisation, Post};
use domain::words::{Profession, Role, ServiceId, WorkerId};
use event_store::{Held, Rejected, Step};
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// The name under which the organisation of a source is found again.
const SCOPE: &str = "import.event_log.organisation";
/// How many commands are offered together.
const TOGETHER: usize = 256;

/// The ids of those a log names, in the order of the survey.
pub(super) struct Directory {
    pub(super) workers: Vec<WorkerId>,
    services: Vec<ServiceId>,
    /// The service of cases that name none.
    own: ServiceId,
    /// Whether nothing of this source was ever brought in before.
    pub(super) fresh: bool,
    /// How many events were added.
    pub(super) events: u64,
}

impl Directory {
    /// Makes those known that are not yet.
    pub(super) async fn open(log: &Log, ids: &Ids, source: &str, survey: &Survey) -> Result<Self, Fault> {
        let name = ids.name("");
        let found = log.reserved(SCOPE, &name).await?;
        let mut held: Held<Organisation> = match found {
            Some(stream) => log.hold(stream).await?,
            None => Held::unborn(Uuid::now_v7()),
        };
        let near = held.stream();
        let mut directory = Self {
            workers: survey
                .workers
                .list
                .iter()
                .map(|worker| WorkerId(ids.thing(near, "worker", &[worker])))
                .collect(),
            services: survey
                .services
                .list
                .iter()
                .map(|service| ServiceId(ids.thing(near, "service", &[service])))
                .collect(),
            own: ServiceId(ids.thing(near, "service of the source", &[])),
            fresh: found.is_none(),
            events: 0,
        };
        let wishes = directory.wishes(ids, source, survey);
        let times = Times::then(survey.earliest.unwrap_or_default());
        let mut steps = Vec::new();
        for (command, wish) in wishes {
            let mut step = step::<Organisation, _>(near, command, WorkerId::TRAME, times, wish)?;
            if steps.is_empty() && directory.events == 0 && found.is_none() {
                step = reserving(step, SCOPE, name.clone());
            }
            steps.push(step);
            if steps.len() >= TOGETHER {
                directory.keep(log, &mut held, std::mem::take(&mut steps)).await?;
            }
        }
        directory.keep(log, &mut held, steps).await?;
        Ok(directory)
    }

    fn wishes(&self, ids: &Ids, source: &str, survey: &Survey) -> Vec<(Uuid, Command)> {
        let mut wishes = vec![(
            ids.command("organisation", &[]),
            Command::Register {
                name: source.to_owned(),
                kind: Kind::Unknown,
            },
        )];
        if survey.serviceless {
            wishes.push((
                ids.command("service of the source", &[]),
                Command::OpenService {
                    service: self.own,
                    name: source.to_owned(),
                },
            ));
        }
        for (service, name) in self.services.iter().zip(&survey.services.list) {
            wishes.push((
                ids.command("service", &[name]),
                Command::OpenService {
                    service: *service,
                    name: name.clone(),
                },
            ));
        }
        for (place, (worker, name)) in self.workers.iter().zip(&survey.workers.list).enumerate() {
            let post = self.post(*worker, name, self.service(survey.service_of(place)));
            wishes.push((ids.command("worker", &[name]), Command::Join { post }));
        }
        wishes
    }

    fn post(&self, worker: WorkerId, name: &str, service: ServiceId) -> Post {
        let sealed = || Private::new(Subject::Worker(worker.0), Compartment::Coordination, name.to_owned());
        Post {
            worker,
            name: sealed(),
            identifier: sealed(),
            service,
            team: None,
            profession: Profession::Unknown,
            role: Role::Worker,
            bound_by_secrecy: false,
            working_time: 100,
        }
    }

    async fn keep(
        &mut self,
        log: &Log,
        held: &mut Held<Organisation>,
        steps: Vec<Step<domain::Asked<Command>>>,
    ) -> Result<(), Fault> {
        for came in log.handle_in_order(held, steps).await? {
            match came {
                Ok(answer) => self.events = self.events.saturating_add(added(answer)),
                // Known already, perhaps in another service: what the first run said stands.
                Err(Rejected::Refused(_) | Rejected::CommandReused) => {}
                // Another program brings the same source in at this moment.
                Err(Rejected::Taken { .. } | Rejected::Stale { .. }) => return Err(Fault::Contended),
                Err(Rejected::Fault(fault)) => return Err(fault.into()),
            }
        }
        Ok(())
    }

    /// The service at a place of the survey, or the one that stands for the whole source.
    pub(super) fn service(&self, place: Option<usize>) -> ServiceId {
        place
            .and_then(|place| self.services.get(place))
            .copied()
            .unwrap_or(self.own)
    }

    /// The worker at a place of the survey.
    pub(super) fn worker(&self, place: Option<usize>) -> Option<WorkerId> {
        place.and_then(|place| self.workers.get(place)).copied()
    }
}
