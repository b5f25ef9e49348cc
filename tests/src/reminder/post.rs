//! What stands outside: a server that takes letters (SMTP) and a gateway that takes text messages (HTTP), both real and
//! both small. They keep what came, and fail as such do.

use crate::house::DEADLINE;
use actix_web::dev::ServerHandle;
use actix_web::web::{Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use serde_json::Value;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufStream};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

/// How somebody outside behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Takes it.
    Takes,
    /// Says that it may be tried later, before it has taken anything.
    NotNow,
    /// Will not take it for this address.
    Refuses,
    /// Has taken it, and never says so.
    FallsSilent,
}

/// What came, in order, and how the next will be met.
pub(super) struct Post<T> {
    came: mpsc::UnboundedReceiver<T>,
    manner: Arc<Mutex<Manner>>,
    pub(super) port: u16,
    _running: Running,
}

enum Running {
    Smtp(tokio::task::JoinHandle<()>),
    Http(ServerHandle),
}

impl Drop for Running {
    fn drop(&mut self) {
        match self {
            Self::Smtp(task) => task.abort(),
            Self::Http(server) => drop(server.stop(false)),
        }
    }
}

impl<T> Post<T> {
    /// The next that comes.
    pub(super) async fn next(&mut self) -> T {
        let came = tokio::time::timeout(DEADLINE, self.came.recv()).await;
        came.expect("nothing was sent in time").unwrap()
    }

    /// What came beside what was asked for.
    pub(super) fn more(&mut self) -> usize {
        std::iter::from_fn(|| self.came.try_recv().ok()).count()
    }

    /// Whether something came that was not asked for yet.
    pub(super) fn waits(&self) -> bool {
        !self.came.is_empty()
    }

    pub(super) fn goes_on_as(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }
}

/// A letter as it came.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) to: String,
    /// What was said to be known by, as it was said.
    pub(super) known_by: String,
    pub(super) written: String,
}

impl Letter {
    /// What it says, decoded.
    pub(super) fn says(&self) -> String {
        let (head, body) = self.written.split_once("\r\n\r\n").unwrap();
        if head.contains("quoted-printable") {
            return unquoted(body);
        }
        if head.contains("base64") {
            let bare: String = body.split_whitespace().collect();
            let bytes = data_encoding::BASE64.decode(bare.as_bytes()).unwrap();
            return String::from_utf8(bytes).unwrap();
        }
        body.trim_end().to_owned()
    }
}

fn unquoted(body: &str) -> String {
    let whole = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut parts = whole.trim_end().split('=');
    bytes.extend(parts.next().unwrap().bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

/// How the way to a server that takes letters is guarded.
#[derive(Clone)]
pub(super) enum Guard {
    None,
    /// After it was asked for, and only then anybody is heard.
    Starttls(TlsAcceptor),
    /// From the first byte.
    Tls(TlsAcceptor),
}

/// Starts a server that takes letters.
pub(super) async fn letters(manner: Manner) -> Post<Letter> {
    guarded_letters(manner, Guard::None).await
}

/// The same, on a guarded way.
pub(super) async fn guarded_letters(manner: Manner, guard: Guard) -> Post<Letter> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (keep, came) = mpsc::unbounded_channel();
    let manner = Arc::new(Mutex::new(manner));
    let server = Server {
        keep,
        manner: Arc::clone(&manner),
        guard,
    };
    let task = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let server = server.clone();
            tokio::spawn(async move { drop(server.meets(stream).await) });
        }
    });
    Post {
        came,
        manner,
        port,
        _running: Running::Smtp(task),
    }
}

#[derive(Clone)]
struct Server {
    keep: mpsc::UnboundedSender<Letter>,
    manner: Arc<Mutex<Manner>>,
    guard: Guard,
}

impl Server {
    /// A session of RFC 5321, as far as a reminder needs it.
    async fn meets(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut plain = BufStream::new(stream);
        let upgrade = match &self.guard {
            Guard::None => return self.session(&mut plain, true).await,
            Guard::Tls(acceptor) => {
                let mut stream = BufStream::new(acceptor.accept(plain.into_inner()).await?);
                return self.session(&mut stream, true).await;
            }
            Guard::Starttls(acceptor) => acceptor,
        };
        plain.write_all(b"220 post.example ESMTP\r\n").await?;
        plain.flush().await?;
        let mut line = String::new();
        while plain.read_line(&mut line).await? > 0 {
            let answer = match verb(&line).as_str() {
                "EHLO" => "250-post.example\r\n250 STARTTLS\r\n",
                "STARTTLS" => "220 go on\r\n",
                _ => "530 not in clear\r\n",
            };
            plain.write_all(answer.as_bytes()).await?;
            plain.flush().await?;
            if verb(&line) == "STARTTLS" {
                let mut stream = BufStream::new(upgrade.accept(plain.into_inner()).await?);
                return self.session(&mut stream, false).await;
            }
            line.clear();
        }
        Ok(())
    }

    async fn session(
        &self,
        stream: &mut BufStream<impl AsyncRead + AsyncWrite + Unpin>,
        greets: bool,
    ) -> std::io::Result<()> {
        if greets {
            stream.write_all(b"220 post.example ESMTP\r\n").await?;
            stream.flush().await?;
        }
        let (mut to, mut known_by) = (String::new(), String::new());
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 0 {
            let manner = *self.manner.lock().unwrap();
            let answer = match (verb(&line).as_str(), manner) {
                ("EHLO", _) => "250-post.example\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n",
                ("AUTH", _) => {
                    known_by = line.trim_end().rsplit(' ').next().unwrap().to_owned();
                    "235 known\r\n"
                }
                ("MAIL", Manner::NotNow) => "451 not now\r\n",
                ("RCPT", Manner::Refuses) => "550 no such mailbox\r\n",
                ("RCPT", _) => {
                    to = line.split(['<', '>']).nth(1).unwrap().to_owned();
                    "250 ok\r\n"
                }
                ("DATA", _) => {
                    let (to, known_by) = (to.clone(), known_by.clone());
                    let written = content(stream).await?;
                    self.keep.send(Letter { to, known_by, written }).unwrap();
                    if manner == Manner::FallsSilent {
                        // Until who waits goes away.
                        while stream.read_line(&mut line).await? > 0 {}
                        return Ok(());
                    }
                    "250 taken\r\n"
                }
                ("QUIT", _) => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            stream.write_all(answer.as_bytes()).await?;
            stream.flush().await?;
            line.clear();
        }
        Ok(())
    }
}

fn verb(line: &str) -> String {
    line.trim_end().split([' ', ':']).next().unwrap().to_uppercase()
}

/// The letter itself, up to the point on a line of its own.
async fn content(stream: &mut BufStream<impl AsyncRead + AsyncWrite + Unpin>) -> std::io::Result<String> {
    stream.write_all(b"354 go on\r\n").await?;
    stream.flush().await?;
    let (mut written, mut line) = (String::new(), String::new());
    while stream.read_line(&mut line).await? > 0 && line != ".\r\n" {
        written.push_str(line.strip_prefix('.').unwrap_or(&line));
        line.clear();
    }
    Ok(written)
}

/// A text message as it was posted.
#[derive(Debug)]
pub(super) struct Posted {
    pub(super) body: Value,
    pub(super) key: String,
    pub(super) authorization: String,
}

struct Gateway {
    keep: mpsc::UnboundedSender<Posted>,
    manner: Arc<Mutex<Manner>>,
}

/// Starts a gateway that takes text messages.
pub(super) fn gateway(manner: Manner) -> Post<Posted> {
    let (keep, came) = mpsc::unbounded_channel();
    let manner = Arc::new(Mutex::new(manner));
    let gateway = Data::new(Gateway {
        keep,
        manner: Arc::clone(&manner),
    });
    let server = HttpServer::new(move || {
        App::new()
            .app_data(gateway.clone())
            .route("/messages", web::post().to(take))
    })
    .workers(1)
    .disable_signals()
    .bind(("127.0.0.1", 0))
    .unwrap();
    let port = server.addrs()[0].port();
    let server = server.run();
    let handle = server.handle();
    tokio::spawn(server);
    Post {
        came,
        manner,
        port,
        _running: Running::Http(handle),
    }
}

async fn take(request: HttpRequest, body: Bytes, gateway: Data<Gateway>) -> HttpResponse {
    let manner = *gateway.manner.lock().unwrap();
    let header = |name: &str| request.headers().get(name).unwrap().to_str().unwrap().to_owned();
    if manner == Manner::NotNow {
        return HttpResponse::TooManyRequests().finish();
    }
    if manner == Manner::Refuses {
        return HttpResponse::UnprocessableEntity().finish();
    }
    gateway
        .keep
        .send(Posted {
            body: serde_json::from_slice(&body).unwrap(),
            key: header("idempotency-key"),
            authorization: header("authorization"),
        })
        .unwrap();
    if manner == Manner::FallsSilent {
        std::future::pending::<()>().await;
    }
    HttpResponse::Accepted().finish()
}
