//! The provider of identities: the way there with PKCE, state and nonce, and what it says of who comes back.
//!
//! Every answer of it is checked before it is believed: issuer, audience, signature by a listed algorithm, nonce, the hash
//! of the access token, and that both answers speak of the same person.

use crate::config::OpenId as Configured;
use identity::{Told, Way};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreGenderClaim, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::http::{Method, Request, Response};
use openidconnect::url::Url;
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, TokenResponse, UserInfoClaims, UserInfoResponseType,
};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use ureq::Agent;
use zeroize::Zeroizing;

/// A code lives half a minute at ProConnect: who waits longer has none.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many ask it at once.
const AT_ONCE: usize = 16;
/// More than any answer of a provider.
const LARGEST: u64 = 1024 * 1024;
/// What may sign. `none` and what hangs on our own secret are no signatures of the provider.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What ProConnect says beside what is common.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Siret {
    siret: Option<String>,
}

impl AdditionalClaims for Siret {}

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum Untold {
    /// The provider was not reached, or says what cannot be believed; carries no token.
    #[error("the provider of identities: {0}")]
    Provider(String),
    /// She is of an organisation that is not of this territory.
    #[error("of another organisation")]
    Elsewhere,
    /// It knows no address of hers.
    #[error("without an address")]
    NoAddress,
}

/// A provider, as it is configured.
pub struct OpenId {
    turns: Arc<Semaphore>,
    configured: Configured,
    secret: Zeroizing<String>,
    agent: Agent,
}

impl OpenId {
    /// Reads its secret.
    ///
    /// # Errors
    /// A sentence that names what is wrong.
    pub fn open(configured: &Configured) -> Result<Self, String> {
        if !outward::is_guarded(&configured.issuer) {
            return Err(format!("openid.issuer: {} is asked over https", configured.issuer));
        }
        let file = &configured.client_secret_file;
        let secret = std::fs::read_to_string(file)
            .map_err(|error| format!("openid.client_secret_file: {} cannot be read: {error}", file.display()))?;
        let agent = outward::asking(PATIENCE).http_status_as_error(false).build();
        Ok(Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            configured: configured.clone(),
            secret: Zeroizing::new(secret.trim().to_owned()),
            agent: agent.into(),
        })
    }

    /// A turn to ask it; none while as many are asking as may, so that nobody can keep all of us busy with it.
    #[must_use]
    pub fn turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.turns).try_acquire_owned().ok()
    }

    /// The name on its button.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.configured.name
    }

    /// Where somebody is sent, and what is remembered of her. Blocks.
    ///
    /// # Errors
    /// When the provider is not reached.
    pub fn leave(&self, back: &str) -> Result<(Url, Way), Untold> {
        let client = self.client(back)?;
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

    /// What the provider says of who came back with a code. Blocks.
    ///
    /// # Errors
    /// When something of it cannot be believed, or she is not of here.
    pub fn told(&self, back: &str, way: Way, code: String) -> Result<Told, Untold> {
        let client = self.client(back)?;
        let ask = |request| self.ask(request);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(unbelieved)?
            .set_pkce_verifier(PkceCodeVerifier::new(way.verifier))
            .request(&ask)
            .map_err(unbelieved)?;
        let token = tokens.id_token().ok_or_else(|| said("it gave no ID token"))?;
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
        let claims = token.claims(&verifier, &Nonce::new(way.nonce)).map_err(unbelieved)?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(unbelieved)?;
            let key = token.signing_key(&verifier).map_err(unbelieved)?;
            let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key).map_err(unbelieved)?;
            if actual != *expected {
                return Err(said("the access token is not the one of the ID token"));
            }
        }
        let mut asked = client
            .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
            .map_err(unbelieved)?
            .require_signed_response(self.configured.signed_userinfo);
        if self.configured.signed_userinfo {
            asked = asked.set_response_type(UserInfoResponseType::Jwt);
        }
        let known: UserInfoClaims<Siret, CoreGenderClaim> = asked.request(&ask).map_err(unbelieved)?;
        let siret = known.additional_claims().siret.as_deref().unwrap_or_default();
        if !self.configured.sirets.is_empty() && !self.configured.sirets.iter().any(|ours| ours == siret) {
            return Err(Untold::Elsewhere);
        }
        let email = known.email().filter(|_| known.email_verified() != Some(false));
        let methods = claims.auth_method_refs().into_iter().flatten();
        Ok(Told {
            issuer: self.configured.issuer.clone(),
            subject: claims.subject().to_string(),
            email: email.ok_or(Untold::NoAddress)?.to_string(),
            two_factors: methods.map(|method| method.as_str()).any(|method| method == "mfa"),
        })
    }

    /// The provider as it describes itself now: its keys may have changed since.
    fn client(&self, back: &str) -> Result<Client, Untold> {
        let issuer = IssuerUrl::new(self.configured.issuer.clone()).map_err(unbelieved)?;
        let described = CoreProviderMetadata::discover(&issuer, &|request| self.ask(request)).map_err(unbelieved)?;
        let id = ClientId::new(self.configured.client_id.clone());
        let secret = ClientSecret::new(self.secret.to_string());
        let back = RedirectUrl::new(back.to_owned()).map_err(unbelieved)?;
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
