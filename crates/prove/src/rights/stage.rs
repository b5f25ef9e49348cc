//! The real program on a machine of its own, with the world in it and everybody signed in.

use super::canary::Kind;
use super::endpoints::Aim;
use super::oracle::Oracle;
use super::people::Person;
use super::policy::Policy;
use super::visitor::{Body, Request, Verb, Visitor};
use super::world::{Builder, Case, World};
use crate::machine::{Bad, Machine, Server};
use anyhow::{Context, ensure};
use contract::paths;
use domain::words::{Day, SupportCaseId};
use serde_json::json;
use std::path::PathBuf;
use tokio::runtime::Runtime;
use uuid::Uuid;

/// Who comes in signs in with a password alone.
const PASSWORD_ALONE: (&str, &str) = ("TRAME_SECOND_FACTOR", "optional");
/// How a paper begins; what follows is not looked at.
const PAPER: &[u8] = b"%PDF-1.7\n";
/// How many days ago all that stands in a case was known.
const EARLIER: i64 = 10;

/// All of it.
pub(super) struct Stage {
    runtime: Runtime,
    pub(super) machine: Machine,
    server: Option<Server>,
    base: String,
    world: World,
    policy: Policy,
    visitors: Vec<Visitor>,
    /// Chance, from here on.
    pub(super) seed: u64,
    today: Day,
    earlier: Day,
}

impl Stage {
    /// Builds it.
    pub(super) fn new(program: PathBuf, seed: u64) -> anyhow::Result<Self> {
        let runtime = Runtime::new()?;
        let built = runtime.block_on(async {
            let machine = Machine::new(program).await?;
            let shown = machine.run(&["policy", "show"]).await?;
            let said = String::from_utf8_lossy(&shown.stderr).into_owned();
            ensure!(shown.status.success(), "the table of rights cannot be read: {said}");
            let policy = Policy::read(&String::from_utf8(shown.stdout)?)?;
            let mut world = World::new();
            let mut build = Builder::open(machine.config()?, &machine.keys(), seed).await?;
            world.founded(&mut build).await?;
            world.peopled(&mut build).await?;
            let (today, earlier) = (build.day_ago(0)?, build.day_ago(EARLIER)?);
            build.close().await;
            let server = machine.serve_with(&[], &around(None)).await?;
            let mut visitors = vec![Visitor::nobody()?];
            for who in world.people.clone() {
                visitors.push(Visitor::come_in(&machine, &server.base, who).await?);
            }
            let base = server.base.clone();
            anyhow::Ok((machine, server, base, world, policy, visitors, today, earlier))
        });
        let (machine, server, base, world, policy, visitors, today, earlier) = built?;
        let mut stage = Self {
            runtime,
            machine,
            server: Some(server),
            base,
            world,
            policy,
            visitors,
            seed,
            today,
            earlier,
        };
        stage.deposits()?;
        Ok(stage)
    }

    pub(super) fn block_on<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    pub(super) fn world(&self) -> &World {
        &self.world
    }

    pub(super) fn visitors(&self) -> &[Visitor] {
        &self.visitors
    }

    pub(super) fn oracle(&self) -> Oracle<'_> {
        Oracle {
            policy: &self.policy,
            world: &self.world,
        }
    }

    /// Somebody by her login.
    pub(super) fn visitor(&self, login: &str) -> anyhow::Result<&Visitor> {
        let hers = |visitor: &&Visitor| visitor.who.is_some_and(|who| who.login == login);
        self.visitors
            .iter()
            .find(hers)
            .with_context(|| format!("nobody is called {login}"))
    }

    /// At a case, for somebody.
    pub(super) fn aim<'w>(&self, case: &'w Case, who: Option<&'w Person>) -> Aim<'w> {
        let others = || self.world.cases.iter().filter(|other| other.case != case.case);
        let meeting = others().find_map(|other| other.meeting);
        let access = others().find_map(|other| other.access);
        Aim {
            case,
            who,
            other_meeting: meeting.map_or_else(Uuid::now_v7, |meeting| meeting.0),
            other_access: access.map_or_else(Uuid::now_v7, |access| access.0),
            today: self.today,
            earlier: self.earlier,
        }
    }

    /// A case that never was, to ask the same of.
    pub(super) fn nowhere(&self, like: &Case) -> Case {
        let mut none = like.clone();
        none.case = SupportCaseId(Uuid::now_v7());
        none
    }

    /// Ends the server, and starts one with a fault built in.
    #[cfg(feature = "sabotage")]
    pub(super) fn serve(&mut self, bad: Option<Bad>) -> anyhow::Result<()> {
        let around = around(bad);
        let server = self.server.take();
        let server = self.runtime.block_on(async {
            if let Some(server) = server {
                server.kill().await?;
            }
            self.machine.serve_with(&[], &around).await
        })?;
        self.base.clone_from(&server.base);
        self.server = Some(server);
        Ok(())
    }

    /// Ends the server.
    pub(super) fn stop(&mut self) -> anyhow::Result<()> {
        match self.server.take() {
            Some(server) => self.runtime.block_on(server.kill()),
            None => Ok(()),
        }
    }

    /// Each référent who may deposits a paper, through the front door.
    fn deposits(&mut self) -> anyhow::Result<()> {
        for number in 0..self.world.cases.len() {
            let case = self.world.case(number)?.clone();
            let hers = |visitor: &&Visitor| visitor.who.is_some_and(|who| who.worker == case.referent);
            let Some(visitor) = self.visitors.iter().find(hers) else {
                continue;
            };
            let may = visitor.who.is_some_and(|who| {
                let hers = self.oracle().degrees(&who, &case);
                hers.is_some_and(|hers| hers.writes("budget"))
            });
            if !may {
                continue;
            }
            let title = self
                .world
                .canaries
                .new_word(number, Kind::Title, "budget", case.referent);
            let word = self
                .world
                .canaries
                .new_word(number, Kind::Content, "budget", case.referent);
            let wish = json!({ "command": Uuid::now_v7(), "document": case.document,
                "about": { "person": case.mother }, "kind": "income", "title": title });
            let request = Request {
                verb: Verb::Post,
                path: paths::of_case(paths::DOCUMENTS, case.case),
                body: Body::Form(wish, [PAPER, word.as_bytes()].concat()),
            };
            let answer = self.runtime.block_on(visitor.ask(&self.base, &request))?;
            let said = String::from_utf8_lossy(&answer.body);
            ensure!(
                answer.status == 200,
                "a paper was answered by {}: {said}",
                answer.status
            );
            self.world.case_mut(number)?.has_document = true;
        }
        Ok(())
    }
}

/// What every server is started with, and a fault.
pub(super) fn around(bad: Option<Bad>) -> Vec<Bad> {
    let (name, value) = PASSWORD_ALONE;
    [(name, value.to_owned())].into_iter().chain(bad).collect()
}
