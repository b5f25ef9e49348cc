//! Someone with a browser: she signs in, keeps her cookie, asks and writes.

use super::{Answer, Listening, id};
use contract::paths;
use domain::words::WorkerId;
use reqwest::{Client, Method, RequestBuilder};
use serde::Serialize;
use serde_json::json;

pub(crate) struct Member {
    pub(crate) worker: WorkerId,
    name: String,
    login: String,
    password: String,
    base: String,
    client: Client,
}

impl Member {
    pub(super) fn new(base: String, name: &str, worker: WorkerId, login: String, password: String) -> Self {
        Self {
            worker,
            name: name.to_owned(),
            login,
            password,
            base,
            client: browser(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn login(&self) -> &str {
        &self.login
    }

    pub(crate) fn password(&self) -> &str {
        &self.password
    }

    /// The same person at another server, with a browser that has no cookie yet.
    pub(crate) fn at(&self, base: String) -> Self {
        let (name, login, password) = (self.name.as_str(), self.login.clone(), self.password.clone());
        Self::new(base, name, self.worker, login, password)
    }

    pub(crate) async fn sign_in(&self) -> Answer {
        self.sign_in_with(&self.password).await
    }

    pub(crate) async fn sign_in_with(&self, password: &str) -> Answer {
        let body = json!({ "login": self.login, "password": password });
        self.post(paths::SESSION, &body).await
    }

    pub(crate) async fn sign_out(&self) -> Answer {
        self.send(self.request(Method::DELETE, paths::SESSION)).await
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Answer {
        Answer::of(request.send().await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// Reads no earlier state than a position.
    pub(crate) async fn get_at_least(&self, path: &str, position: u64) -> Answer {
        self.get(&format!("{path}?at_least={position}")).await
    }

    pub(crate) async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// Sends bytes as they are, said to be JSON.
    pub(crate) async fn post_bytes(&self, path: &str, body: impl Into<Vec<u8>>) -> Answer {
        let request = self
            .request(Method::POST, path)
            .header("content-type", "application/json");
        self.send(request.body(body.into())).await
    }

    /// Opens the live stream and waits for its first message, so that nothing after it is missed.
    pub(crate) async fn listen(&self) -> Listening {
        let response = self.request(Method::GET, paths::EVENTS).send().await.unwrap();
        Listening::to(response).await
    }

    /// Names a strength, as the shortest thing that can be written to a case.
    pub(crate) async fn names_a_strength(&self, case: domain::words::SupportCaseId, text: &str) -> Answer {
        let body = json!({ "command": id(), "strength": id(), "text": text, "named_by": "worker" });
        self.post(&paths::of_case(paths::STRENGTHS, case), &body).await
    }
}

fn browser() -> Client {
    Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(super::DEADLINE)
        .no_proxy()
        .build()
        .unwrap()
}
