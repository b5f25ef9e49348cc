//! As much of a browser as it takes to sign in, to write, and to keep a screen up to date: HTTP/1.1 over one connection.

use anyhow::Context;
use contract::paths;
use serde_json::{Value, json};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// One connection to the server, and the cookie it was given.
pub(super) struct Browser {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
    cookie: Option<String>,
}

/// What the server answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
}

impl Browser {
    /// Connects and signs in.
    pub(super) async fn signed_in(address: SocketAddr, login: &str, password: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let mut browser = Self {
            stream: BufReader::new(stream),
            address,
            cookie: None,
        };
        let body = json!({ "login": login, "password": password });
        let signed = browser.post(paths::SESSION, &body).await?;
        anyhow::ensure!(signed.status == 204, "signing in was answered {}", signed.status);
        Ok(browser)
    }

    pub(super) async fn post(&mut self, path: &str, body: &Value) -> anyhow::Result<Answer> {
        let body = body.to_string();
        let more = format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len());
        self.ask("POST", path, &more, &body).await?;
        let (status, length) = self.head().await?;
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        let body = String::from_utf8(body)?;
        Ok(Answer { status, body })
    }

    /// Opens the live stream; each of its messages then is a [`Browser::changed`].
    pub(super) async fn listen(&mut self) -> anyhow::Result<()> {
        self.ask("GET", paths::EVENTS, "accept: text/event-stream\r\n", "")
            .await?;
        let (status, _) = self.head().await?;
        anyhow::ensure!(status == 200, "the live stream was answered {status}");
        self.changed().await?;
        Ok(())
    }

    /// The position of the next message of the live stream.
    pub(super) async fn changed(&mut self) -> anyhow::Result<u64> {
        loop {
            let line = self.line().await?;
            if let Some(position) = line.strip_prefix("id: ") {
                return Ok(position.parse()?);
            }
        }
    }

    async fn ask(&mut self, method: &str, path: &str, more: &str, body: &str) -> anyhow::Result<()> {
        let cookie = self.cookie.as_ref();
        let cookie = cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"));
        let asked = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\n{cookie}{more}\r\n{body}",
            self.address
        );
        Ok(self.stream.get_mut().write_all(asked.as_bytes()).await?)
    }

    /// The status, and how long the body is; the cookie is kept.
    async fn head(&mut self) -> anyhow::Result<(u16, usize)> {
        let status = self.line().await?;
        let status = status
            .split(' ')
            .nth(1)
            .context("an answer without a status")?
            .parse()?;
        let mut length = 0;
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(": ") else {
                return Ok((status, length));
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse()?,
                "set-cookie" => self.cookie = value.split(';').next().map(str::to_owned),
                _ => {}
            }
        }
    }

    async fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        anyhow::ensure!(
            self.stream.read_line(&mut line).await? > 0,
            "the server closed the connection"
        );
        Ok(line.trim_end().to_owned())
    }
}
