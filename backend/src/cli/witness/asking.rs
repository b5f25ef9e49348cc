//! The Trame that is watched, as it is asked over HTTP.

use super::parsed;
use anyhow::{Context, anyhow, bail};
use contract::log::Consistency;
use contract::paths;
use std::time::Duration;
use transparency::{Hash, Note};
use ureq::Agent;

const PATIENCE: Duration = Duration::from_secs(30);

/// Where it is, and how we are admitted.
pub(super) struct Trame {
    agent: Agent,
    base: String,
    token: String,
}

impl Trame {
    /// At this address. A token travels over TLS only, or to this very machine.
    pub(super) fn at(address: &str, token: &str) -> anyhow::Result<Self> {
        if !outward::is_guarded(address) {
            bail!("{address}: a witness asks over https");
        }
        let agent = outward::asking(PATIENCE).build();
        Ok(Self {
            agent: agent.into(),
            base: address.trim_end_matches('/').to_owned(),
            token: token.to_owned(),
        })
    }

    /// Its newest checkpoint.
    pub(super) fn checkpoint(&self) -> anyhow::Result<Note> {
        match self.asked(paths::CHECKPOINT)? {
            Some(text) => parsed(&text).context("what the Trame shows is not a checkpoint"),
            None => bail!("the Trame has signed no checkpoint yet"),
        }
    }

    /// Its proof that it only grew; empty when it has none.
    pub(super) fn consistency(&self, from: u64, to: u64) -> anyhow::Result<Vec<Hash>> {
        let Some(text) = self.asked(&format!("{}?from={from}&to={to}", paths::CONSISTENCY))? else {
            return Ok(Vec::new());
        };
        let answer: Consistency = serde_json::from_str(&text).context("the proof cannot be read")?;
        let hashes = answer.proof.iter().map(|hash| transparency::read(hash));
        hashes
            .collect::<Option<_>>()
            .ok_or_else(|| anyhow!("the proof cannot be read"))
    }

    /// What it answers; none when it has no such thing.
    fn asked(&self, path: &str) -> anyhow::Result<Option<String>> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let answer = request.header("authorization", format!("Bearer {}", self.token)).call();
        match answer {
            Ok(mut answer) => Ok(Some(answer.body_mut().read_to_string()?)),
            Err(ureq::Error::StatusCode(404)) => Ok(None),
            Err(ureq::Error::StatusCode(401)) => {
                bail!("the Trame does not know this token: `trame log admit` there gives a new one")
            }
            Err(error) => Err(error).with_context(|| format!("{} does not answer", self.base)),
        }
    }
}
