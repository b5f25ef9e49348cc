//! An answer of the server, whole: nothing of it is followed, unpacked or forgiven.

use contract::{Accepted, Problem};
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) async fn of(response: reqwest::Response) -> Self {
        Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What a 200 shows.
    #[track_caller]
    pub(crate) fn shows<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        self.shows()
    }

    /// What was kept.
    #[track_caller]
    pub(crate) fn kept(&self) -> Accepted {
        self.shows()
    }

    /// What went wrong.
    #[track_caller]
    pub(crate) fn problem(&self) -> Problem {
        assert!(self.status >= 400, "{} {}", self.status, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status);
        assert_eq!(problem.kind, format!("/api/docs#{}", problem.code));
        assert_ne!(problem.title, problem.code, "there is no sentence for {}", problem.code);
        problem
    }

    /// Status, code and field of a problem, on one line.
    #[track_caller]
    pub(crate) fn refusal(&self) -> String {
        let problem = self.problem();
        let field = problem.field.map(|field| format!(" ({field})")).unwrap_or_default();
        format!("{} {}{field}", problem.status, problem.code)
    }

    /// Everything that a curious reader could compare, apart from the time of day.
    pub(crate) fn comparable(&self) -> String {
        let headers = self.headers.iter().filter(|(name, _)| *name != "date");
        let mut lines: Vec<_> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
        lines.sort();
        format!("{}\n{}\n\n{}", self.status, lines.join("\n"), self.text())
    }
}
