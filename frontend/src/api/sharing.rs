//! Passing on what secrecy covers, what the people say of it, and who is kept away.

use super::{Answer, get, write};
use contract::{
    Accepted,
    exclusion::{Exclude, ExclusionList, LiftExclusion},
    paths,
    sharing::{
        Directory, EndSharing, Exchange, GiveConsent, Oppose, Professionals, SettleSharing, Share, SharingList,
        TakeBack,
    },
};
use domain::words::{ConsentId, ExclusionId, ServiceId, SharingId, SupportCaseId};

/// Who sees a case otherwise than by acting in it.
pub(crate) async fn seen(case: SupportCaseId) -> Answer<SharingList> {
    get(&paths::of_case(paths::SHARINGS, case)).await
}

/// Hands items to named people.
pub(crate) async fn exchange(case: SupportCaseId, asked: Exchange) -> Answer<Accepted> {
    write(&paths::of_case(paths::EXCHANGES, case), &asked).await
}

/// Opens items to a category.
pub(crate) async fn share(case: SupportCaseId, asked: Share) -> Answer<Accepted> {
    write(&paths::of_case(paths::SHARINGS, case), &asked).await
}

/// Ends one before its day.
pub(crate) async fn end(case: SupportCaseId, sharing: SharingId, asked: EndSharing) -> Answer<Accepted> {
    write(&paths::of_sharing(paths::END_SHARING, case, sharing), &asked).await
}

/// Agrees, or not, that the family was not told.
pub(crate) async fn settle(case: SupportCaseId, sharing: SharingId, asked: SettleSharing) -> Answer<Accepted> {
    write(&paths::of_sharing(paths::SETTLE_SHARING, case, sharing), &asked).await
}

/// Writes down that somebody agrees.
pub(crate) async fn consent(case: SupportCaseId, asked: GiveConsent) -> Answer<Accepted> {
    write(&paths::of_case(paths::CONSENTS, case), &asked).await
}

/// Writes down that somebody objects.
pub(crate) async fn oppose(case: SupportCaseId, asked: Oppose) -> Answer<Accepted> {
    write(&paths::of_case(paths::OPPOSITIONS, case), &asked).await
}

/// Writes down that somebody takes her word back: a consent or an opposition, as the path says.
pub(crate) async fn take_back(path: &str, case: SupportCaseId, word: ConsentId, asked: TakeBack) -> Answer<Accepted> {
    write(&paths::of_consent(path, case, word), &asked).await
}

/// Keeps somebody away.
pub(crate) async fn exclude(case: SupportCaseId, asked: Exclude) -> Answer<Accepted> {
    write(&paths::of_case(paths::EXCLUSIONS, case), &asked).await
}

/// Who is kept away.
pub(crate) async fn kept_away(case: SupportCaseId) -> Answer<ExclusionList> {
    get(&paths::of_case(paths::EXCLUSIONS, case)).await
}

/// Lets somebody back.
pub(crate) async fn let_back(case: SupportCaseId, exclusion: ExclusionId, asked: LiftExclusion) -> Answer<Accepted> {
    write(&paths::lift_exclusion(case, exclusion), &asked).await
}

/// The services to which something may be passed on.
pub(crate) async fn directory() -> Answer<Directory> {
    get(paths::DIRECTORY).await
}

/// The professionals of a service.
pub(crate) async fn professionals(service: ServiceId) -> Answer<Professionals> {
    get(&paths::professionals(service)).await
}
