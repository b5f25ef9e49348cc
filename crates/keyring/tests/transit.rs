//! The root key in a service: the client against a server that speaks the transit protocol of Vault and OpenBao, over
//! real HTTP, with real encryption behind it.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use event_store::pool;
use keyring::{Fault, Keyring, RootSource, Transit};
use sealed::Subject;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

const TOKEN: &str = "hvs.CAESIJ";

/// Answers until the test ends; its keys are its version's number thirty-two times.
fn service() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let newest = Arc::new(AtomicU8::new(1));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            answer(&stream.unwrap(), &newest);
        }
    });
    format!("http://{address}")
}

fn answer(stream: &TcpStream, newest: &AtomicU8) {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let (mut length, mut token) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim().split_once(": ") else {
            break;
        };
        match name.to_lowercase().as_str() {
            "content-length" => length = value.parse().unwrap(),
            "x-vault-token" => token = value.to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let (status, said) = if token == TOKEN {
        let path = first.split_whitespace().nth(1).unwrap();
        done(path, &serde_json::from_slice(&body).unwrap(), newest)
    } else {
        ("403 Forbidden", json!({ "errors": ["permission denied"] }))
    };
    let said = said.to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        said.len()
    );
    let mut stream = stream;
    stream.write_all((head + &said).as_bytes()).unwrap();
}

fn done(path: &str, body: &Value, newest: &AtomicU8) -> (&'static str, Value) {
    let bytes = |field: &str| STANDARD.decode(body[field].as_str().unwrap()).unwrap();
    let cipher = |version: u8| RandomizedNonceKey::new(&AES_256_GCM, &[version; 32]).unwrap();
    match path {
        "/v1/transit/encrypt/trame" => {
            let version = newest.load(Ordering::SeqCst);
            let mut text = bytes("plaintext");
            let nonce = cipher(version).seal_in_place_append_tag(Aad::from(bytes("associated_data")), &mut text);
            let whole = [nonce.unwrap().as_ref().as_slice(), &text].concat();
            let ciphertext = format!("vault:v{version}:{}", STANDARD.encode(whole));
            ("200 OK", json!({ "data": { "ciphertext": ciphertext } }))
        }
        "/v1/transit/decrypt/trame" => {
            let mut parts = body["ciphertext"].as_str().unwrap().split(':').skip(1);
            let version = parts.next().unwrap()[1..].parse().unwrap();
            let whole = STANDARD.decode(parts.next().unwrap()).unwrap();
            let (nonce, text) = whole.split_at(12);
            let nonce = Nonce::try_assume_unique_for_key(nonce).unwrap();
            let mut text = text.to_vec();
            match cipher(version).open_in_place(nonce, Aad::from(bytes("associated_data")), &mut text) {
                Ok(plain) => ("200 OK", json!({ "data": { "plaintext": STANDARD.encode(plain) } })),
                Err(_) => ("400 Bad Request", json!({ "errors": ["invalid ciphertext"] })),
            }
        }
        "/v1/transit/keys/trame/rotate" => {
            newest.fetch_add(1, Ordering::SeqCst);
            ("200 OK", json!({ "data": {} }))
        }
        _ => ("404 Not Found", json!({ "errors": [] })),
    }
}

fn at(url: &str, token: &str) -> RootSource {
    RootSource::Transit(Transit {
        url: url.to_owned(),
        mount: "transit".to_owned(),
        key: "trame".to_owned(),
        token: token.to_owned().into(),
    })
}

async fn load(database: &Database, folder: &Path, source: &RootSource) -> Result<Keyring, Fault> {
    Keyring::load_from(pool(&database.config(), 4).unwrap(), folder, source).await
}

#[tokio::test]
async fn the_root_key_stays_in_its_service_which_wraps_unwraps_and_rotates() {
    let (database, home, url) = (Database::fresh().await, TempDir::new().unwrap(), service());
    let (folder, source) = (home.path().join("keys"), at(&url, TOKEN));
    let keyring = load(&database, &folder, &source).await.unwrap();
    keyring.ensure([Subject::Person(Uuid::from_u128(1))]).await.unwrap();
    assert!(!folder.join("root.key").exists(), "nothing of the root key lies here");
    let wrapped = || std::fs::read_to_string(folder.join("epoch-1.key")).unwrap();
    assert!(wrapped().starts_with("vault:v1:"));

    keyring.rotate_root().await.unwrap();
    assert!(wrapped().starts_with("vault:v2:"));
    assert!(matches!(keyring.escrow().await, Err(Fault::NothingToEscrow)));
    let again = load(&database, &folder, &source).await.unwrap();
    again.rotate(|_| {}).await.unwrap();
    assert_eq!(again.blind("a", "b"), keyring.blind("a", "b"));

    // A wrapped key does not open for another purpose.
    std::fs::copy(folder.join("names.key"), folder.join("epoch-2.key")).unwrap();
    assert!(matches!(
        load(&database, &folder, &source).await,
        Err(Fault::NotAKey { .. })
    ));
}

#[tokio::test]
async fn a_service_that_refuses_or_is_not_there_is_told_apart_and_its_token_is_never_said() {
    let (database, home, url) = (Database::fresh().await, TempDir::new().unwrap(), service());
    let folder = home.path().join("keys");
    for (url, token) in [
        (url.as_str(), "hvs.wrong"),
        ("http://127.0.0.1:1", TOKEN),
        ("http://bao.example.fr", TOKEN),
    ] {
        let source = at(url, token);
        let Err(Fault::Service(said)) = load(&database, &folder, &source).await else {
            panic!("{url} was taken");
        };
        assert!(
            !said.contains("hvs.") && !format!("{source:?}").contains("hvs."),
            "{said}"
        );
    }
}
