//! What is believed of a provider's answers: nothing before issuer, audience, signature, nonce, the hash of the access token
//! and the subject were looked at.

use super::{Client, OpenId, Untold, said, unbelieved};
use identity::Told;
use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm, CoreTokenResponse};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, ClaimsVerificationError, Nonce, OAuth2TokenResponse, SignatureVerificationError,
    TokenResponse, UserInfoClaims, UserInfoError, UserInfoResponseType,
};
use serde::{Deserialize, Serialize};

/// What may sign. `none` and what hangs on our own secret are no signatures of the provider.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

/// The library verifies what is said of people by RS256 alone.
pub(super) const SIGNED_OTHERWISE: &str = "what it says of people is signed by something else than RS256, which alone is \
     read here: register Trame there with `userinfo_signed_response_alg = RS256`";

/// What ProConnect says beside what is common.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Siret {
    siret: Option<String>,
}

impl AdditionalClaims for Siret {}

type Known = UserInfoClaims<Siret, CoreGenderClaim>;

/// Why an answer is not believed.
pub(super) enum Doubt {
    /// It is signed by a key that the provider may have got since it described itself.
    UnknownKey,
    /// Anything else.
    Untold(Untold),
}

impl From<Untold> for Doubt {
    fn from(untold: Untold) -> Self {
        Self::Untold(untold)
    }
}

impl From<SignatureVerificationError> for Doubt {
    fn from(error: SignatureVerificationError) -> Self {
        if error == SignatureVerificationError::NoMatchingKey {
            return Self::UnknownKey;
        }
        Self::Untold(unbelieved(error))
    }
}

impl From<ClaimsVerificationError> for Doubt {
    fn from(error: ClaimsVerificationError) -> Self {
        if let ClaimsVerificationError::SignatureVerification(signature) = error {
            return Self::from(signature);
        }
        Self::Untold(unbelieved(error))
    }
}

impl OpenId {
    /// Who came back, once all that was said of her is believed.
    pub(super) fn believed(&self, client: &Client, tokens: &CoreTokenResponse, nonce: &Nonce) -> Result<Told, Doubt> {
        let token = tokens.id_token().ok_or_else(|| said("it gave no ID token"))?;
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
        let claims = token.claims(&verifier, nonce)?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(unbelieved)?;
            let key = token.signing_key(&verifier)?;
            let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key).map_err(unbelieved)?;
            if actual != *expected {
                return Err(said("the access token is not the one of the ID token").into());
            }
        }
        let mut asked = client
            .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
            .map_err(unbelieved)?
            .require_signed_response(self.configured.signed_userinfo);
        if self.configured.signed_userinfo {
            asked = asked.set_response_type(UserInfoResponseType::Jwt);
        }
        let known: Known = match asked.request(&|request| self.ask(request)) {
            Ok(known) => known,
            Err(UserInfoError::ClaimsVerification(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::DisallowedAlg(_),
            ))) => return Err(said(SIGNED_OTHERWISE).into()),
            Err(UserInfoError::ClaimsVerification(doubted)) => return Err(doubted.into()),
            Err(error) => return Err(unbelieved(error).into()),
        };
        let (ours, hers) = (&self.configured.sirets, known.additional_claims().siret.as_ref());
        // Who is of no organisation is not of ours.
        if !ours.is_empty() && !hers.is_some_and(|hers| ours.contains(hers)) {
            return Err(Untold::Elsewhere.into());
        }
        // An address that nobody verified could be that of somebody else's account.
        let verified = known.email_verified().unwrap_or(self.configured.addresses_are_verified);
        let email = known.email().filter(|_| verified);
        let methods = claims.auth_method_refs().into_iter().flatten();
        Ok(Told {
            issuer: self.configured.issuer.clone(),
            subject: claims.subject().to_string(),
            email: email.map(|email| email.to_string()),
            two_factors: methods.map(|method| method.as_str()).any(|method| method == "mfa"),
        })
    }
}
