//! Letters under TLS: from the first byte or once it was asked for, to a server whose authority is believed, and to no
//! other; and known by name and password there.

use super::post::{Guard, Manner, guarded_letters};
use super::{ADDRESS, agreed, by_letter, came, made, reach, stand};
use crate::house::House;
use backend::config::{Config, SmtpSecurity};
use contract::reminder::ReminderState;
use domain::reminder::{Medium, Outcome, Privacy};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// An authority of these tests, whose key was thrown away, and what it vouches for: a server called localhost.
const AUTHORITY: &str = include_str!("guarded/authority.pem");
const CERTIFICATE: &str = include_str!("guarded/server.pem");
const KEY: &str = include_str!("guarded/server.key.pem");

fn vouched_for() -> TlsAcceptor {
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(KEY.as_bytes()).unwrap();
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Letters go to this port under TLS.
fn under_tls(config: &mut Config, (port, security): (u16, SmtpSecurity), authority: Option<&str>) {
    by_letter(config, port);
    let file = |name: &str, words: &str| -> PathBuf {
        let file = config.data.join(name);
        fs::write(&file, words).unwrap();
        file
    };
    let (password, authority) = (
        file("password", "mot de passe\n"),
        authority.map(|pem| file("authority", pem)),
    );
    let smtp = config.smtp.as_mut().unwrap();
    smtp.host = "localhost".to_owned();
    smtp.security = security;
    smtp.username = Some("trame".to_owned());
    smtp.password_file = Some(password);
    smtp.authority_file = authority;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_travel_under_tls_and_are_sent_by_who_is_known() {
    let acceptor = vouched_for();
    for (security, guard) in [
        (SmtpSecurity::Tls, Guard::Tls(acceptor.clone())),
        (SmtpSecurity::Starttls, Guard::Starttls(acceptor)),
    ] {
        let mut post = guarded_letters(Manner::Takes, guard).await;
        let to = (post.port, security);
        let house = House::open_with(|config| under_tls(config, to, Some(AUTHORITY))).await;
        let julie = house.worker("Julie").await;
        let family = house.family("Besnard", &julie).await;
        agreed(
            &house,
            family.mother,
            julie.worker,
            reach(family.mother, Medium::Email, Privacy::Own),
        )
        .await;
        let appointment = made(&house, &julie, &family, vec![family.mother], 150).await;
        let letter = post.next().await;
        assert_eq!(letter.to, ADDRESS);
        let said = data_encoding::BASE64.decode(letter.known_by.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(said).unwrap(), "\0trame\0mot de passe");
        came(&house, appointment, Outcome::Sent).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_to_a_server_that_nobody_vouches_for_or_that_would_listen_in_clear() {
    let acceptor = vouched_for();
    for guard in [Guard::Starttls(acceptor), Guard::None] {
        let mut post = guarded_letters(Manner::Takes, guard).await;
        let to = (post.port, SmtpSecurity::Starttls);
        let house = House::open_with(|config| under_tls(config, to, None)).await;
        let julie = house.worker("Julie").await;
        let family = house.family("Besnard", &julie).await;
        agreed(
            &house,
            family.mother,
            julie.worker,
            reach(family.mother, Medium::Email, Privacy::Own),
        )
        .await;
        let appointment = made(&house, &julie, &family, vec![family.mother], 150).await;
        came(&house, appointment, Outcome::Unsent).await;
        assert_eq!(
            stand(&julie, &family).await,
            [ReminderState::Planned],
            "it is tried again"
        );
        assert_eq!(post.more(), 0);
    }
}
