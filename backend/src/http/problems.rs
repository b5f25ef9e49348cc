//! The problems that doors may answer, named once for the description of the API.

#![expect(dead_code, reason = "the variants are read by the derive that describes them")]

use contract::Problem;
use utoipa::IntoResponses;

/// What may become of a reading.
#[derive(IntoResponses)]
pub(super) enum Reading {
    /// A part of the request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// There is no session.
    #[response(status = 401, content_type = "application/problem+json")]
    NotSignedIn(Problem),
    /// Her role does not allow it.
    #[response(status = 403, content_type = "application/problem+json")]
    NotAllowed(Problem),
    /// The page that asks was opened before an update, and has to be loaded again.
    #[response(status = 426, content_type = "application/problem+json")]
    TooOld(Problem),
    /// The server failed; the reference tells under which name.
    #[response(status = 500, content_type = "application/problem+json")]
    Failed(Problem),
    /// The views have not reached the position asked for, or the database is away.
    #[response(status = 503, content_type = "application/problem+json")]
    Unavailable(Problem),
}

/// What may become of reading one thing: also that it does not exist, or not for this reader.
#[derive(IntoResponses)]
pub(super) enum Missing {
    /// There is no such thing, or it is not open to this reader: the same answer.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
}

/// What may become of a body.
#[derive(IntoResponses)]
pub(super) enum Body {
    /// The body is larger than what is read.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body is not JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(Problem),
}

/// What may become of a wish: also that the rules refuse it.
#[derive(IntoResponses)]
pub(super) enum Refused {
    /// The rules say no, or the command id was used for something else; the code tells why.
    #[response(status = 409, content_type = "application/problem+json")]
    Refused(Problem),
    /// Someone was faster.
    #[response(status = 412, content_type = "application/problem+json")]
    Stale(Problem),
}
