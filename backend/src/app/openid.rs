//! The provider of identities: the way there with PKCE, state and nonce, and what it says of who comes back.

mod believed;
mod described;

use crate::config::OpenId as Configured;
use believed::{Doubt, SIGNED_OTHERWISE};
use described::Described;
use identity::{Seat, Seats, Told, Way};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata};
use openidconnect::http::{Method, Request, Response};
use openidconnect::url::Url;
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
};
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use zeroize::Zeroizing;

/// A code lives half a minute at ProConnect: who waits longer has none.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many ask it at once, of those who leave and of those who come back.
const AT_ONCE: usize = 16;
/// How many of them from one place.
const OF_ONE: usize = 8;
/// More than any answer of a provider.
const LARGEST: u64 = 1024 * 1024;

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum Untold {
    /// The provider was not reached, or says what cannot be believed; carries no token.
    #[error("the provider of identities: {0}")]
    Provider(String),
    /// As many ask it already as may.
    #[error("the provider of identities is asked by as many as may at once")]
    Busy,
    /// She is of an organisation that is not of this territory.
    #[error("of another organisation")]
    Elsewhere,
}

/// A provider, as it is configured.
pub struct OpenId {
    /// Anybody leaves: who comes back has turns of her own, which those cannot take.
    leaving: Seats,
    coming: Seats,
    described: Described,
    configured: Configured,
    /// Where it sends people back to.
    back: String,
    secret: Zeroizing<String>,
    agent: Agent,
}

impl OpenId {
    /// Reads its secret. `public_url`: under which people reach us, which is where it sends them back to.
    ///
    /// # Errors
    /// A sentence that names what is wrong.
    pub fn open(configured: &Configured, public_url: Option<&str>) -> Result<Self, String> {
        let public_url = public_url.ok_or(
            "openid: the provider must know where to send people back to: give the address under which they reach Trame \
             as public_url, such as https://trame.example.fr",
        )?;
        if !outward::is_guarded(public_url) {
            return Err(format!(
                "openid: people come back over https, and public_url is {public_url}"
            ));
        }
        if !outward::is_guarded(&configured.issuer) {
            return Err(format!("openid.issuer: {} is asked over https", configured.issuer));
        }
        let file = &configured.client_secret_file;
        let secret = std::fs::read_to_string(file)
            .map_err(|error| format!("openid.client_secret_file: {} cannot be read: {error}", file.display()))?;
        let agent = outward::asking(PATIENCE).http_status_as_error(false).build();
        Ok(Self {
            leaving: Seats::new(AT_ONCE, OF_ONE),
            coming: Seats::new(AT_ONCE, OF_ONE),
            described: Described::default(),
            configured: configured.clone(),
            back: format!("{}{}", public_url.trim_end_matches('/'), contract::paths::OPENID_BACK),
            secret: Zeroizing::new(secret.trim().to_owned()),
            agent: agent.into(),
        })
    }

    /// The name on its button.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.configured.name
    }

    /// Where somebody is sent, and what is remembered of her. The provider is asked only when it is not known lately.
    ///
    /// # Errors
    /// When the provider is not reached.
    pub async fn leave(self: &Arc<Self>, from: &str) -> Result<(Url, Way), Untold> {
        if let Some(described) = self.described.lately() {
            return self.way(described);
        }
        let turn = self.leaving.take(Some(from));
        self.in_turn(turn, move |openid| openid.way(openid.described_now()?))
            .await
    }

    /// What the provider says of who came back with a code.
    ///
    /// # Errors
    /// When something of it cannot be believed, or she is not of here.
    pub async fn told(self: &Arc<Self>, (way, code): (Way, String), from: &str) -> Result<Told, Untold> {
        let turn = self.coming.take(Some(from));
        self.in_turn(turn, move |openid| openid.told_now(way, code)).await
    }

    /// Asks the provider, which blocks, when there is a turn: so nobody keeps all of us busy with it.
    async fn in_turn<T: Send + 'static>(
        self: &Arc<Self>,
        turn: Option<Seat>,
        ask: impl FnOnce(&Self) -> Result<T, Untold> + Send + 'static,
    ) -> Result<T, Untold> {
        let turn = turn.ok_or(Untold::Busy)?;
        let openid = Arc::clone(self);
        let asked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            ask(&openid)
        });
        asked.await.map_err(|ended| Untold::Provider(ended.to_string()))?
    }

    fn way(&self, described: CoreProviderMetadata) -> Result<(Url, Way), Untold> {
        let client = self.client(described)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        // 43 letters each, more than the 32 that ProConnect asks for.
        let long = || CsrfToken::new_random_len(32);
        let mut way = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, long, || {
                Nonce::new_random_len(32)
            })
            .set_pkce_challenge(challenge);
        for scope in self.configured.scopes.iter().filter(|scope| *scope != "openid") {
            way = way.add_scope(Scope::new(scope.clone()));
        }
        if let Some(claims) = &self.configured.claims {
            way = way.add_extra_param("claims", claims.clone());
        }
        let (to, state, nonce) = way.url();
        Ok((
            to,
            Way {
                state: state.secret().clone(),
                nonce: nonce.secret().clone(),
                verifier: verifier.secret().clone(),
            },
        ))
    }

    fn told_now(&self, way: Way, code: String) -> Result<Told, Untold> {
        let described = self.described.lately().map_or_else(|| self.described_now(), Ok)?;
        let client = self.client(described)?;
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(unbelieved)?
            .set_pkce_verifier(PkceCodeVerifier::new(way.verifier))
            .request(&|request| self.ask(request))
            .map_err(unbelieved)?;
        let nonce = Nonce::new(way.nonce);
        let told = match self.believed(&client, &tokens, &nonce) {
            // Its keys may have changed since it described itself.
            Err(Doubt::UnknownKey) => {
                let client = self.client(self.described_now()?)?;
                self.believed(&client, &tokens, &nonce)
            }
            told => told,
        };
        told.map_err(|doubt| match doubt {
            Doubt::UnknownKey => said("it signs by a key that it does not show"),
            Doubt::Untold(untold) => untold,
        })
    }

    /// The provider as it describes itself now.
    fn described_now(&self) -> Result<CoreProviderMetadata, Untold> {
        let issuer = IssuerUrl::new(self.configured.issuer.clone()).map_err(unbelieved)?;
        let described = CoreProviderMetadata::discover(&issuer, &|request| self.ask(request)).map_err(unbelieved)?;
        let signs = described.userinfo_signing_alg_values_supported();
        let ours = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
        if self.configured.signed_userinfo && signs.is_some_and(|signs| !signs.contains(&ours)) {
            return Err(said(SIGNED_OTHERWISE));
        }
        self.described.keep(&described);
        Ok(described)
    }

    fn client(&self, described: CoreProviderMetadata) -> Result<Client, Untold> {
        let id = ClientId::new(self.configured.client_id.clone());
        let secret = ClientSecret::new(self.secret.to_string());
        let back = RedirectUrl::new(self.back.clone()).map_err(unbelieved)?;
        Ok(CoreClient::from_provider_metadata(described, id, Some(secret)).set_redirect_uri(back))
    }

    fn ask(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, std::io::Error> {
        let (parts, sent) = request.into_parts();
        let answer = if parts.method == Method::GET {
            self.agent.run(Request::from_parts(parts, ()))
        } else {
            self.agent.run(Request::from_parts(parts, sent))
        };
        let mut answer = answer.map_err(std::io::Error::other)?;
        let mut body = Vec::new();
        answer.body_mut().as_reader().take(LARGEST).read_to_end(&mut body)?;
        let (parts, _) = answer.into_parts();
        Ok(Response::from_parts(parts, body))
    }
}

/// What is wrong, by its kind alone: an answer may hold a token.
fn unbelieved(error: impl std::error::Error) -> Untold {
    Untold::Provider(error.to_string())
}

fn said(what: &str) -> Untold {
    Untold::Provider(what.to_owned())
}
