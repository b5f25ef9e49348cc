//! The words of the closed lists by which a case is described.

use crate::words::say;
use domain::{
    household::Place,
    person::Civility,
    support_case::{ClosureReason, Intensity, Support},
};

/// The rhythms that can be agreed, the most usual first.
pub(super) const RHYTHMS: [(Intensity, &str, &str); 5] = [
    (Intensity::Standard, "standard", "rhythm-standard"),
    (Intensity::Intensive, "intensive", "rhythm-intensive"),
    (Intensity::Crisis, "crisis", "rhythm-crisis"),
    (Intensity::Light, "light", "rhythm-light"),
    (Intensity::Watch, "watch", "rhythm-watch"),
];

/// Why an accompaniment may be said to end.
pub(super) const REASONS: [(ClosureReason, &str, &str); 7] = [
    (ClosureReason::GoalsReached, "goals_reached", "closure-goals_reached"),
    (ClosureReason::Moved, "moved", "closure-moved"),
    (ClosureReason::Transferred, "transferred", "closure-transferred"),
    (ClosureReason::Declined, "declined", "closure-declined"),
    (ClosureReason::LinkLost, "link_lost", "closure-link_lost"),
    (ClosureReason::MeasureEnded, "measure_ended", "closure-measure_ended"),
    (ClosureReason::Death, "death", "closure-death"),
];

/// The places of a household, the most usual of who is named first at the head.
pub(super) const PLACES: [(Place, &str, &str); 3] = [
    (Place::Adult, "adult", "place-adult"),
    (Place::Child, "child", "place-child"),
    (Place::Other, "other", "place-other"),
];

/// How somebody wishes to be addressed.
pub(super) const CIVILITIES: [(Civility, &str, &str); 3] = [
    (Civility::Madam, "madam", "address-madam"),
    (Civility::Sir, "sir", "address-sir"),
    (Civility::Neutral, "neutral", "address-neutral"),
];

/// The one of a list that a code names; the first while none is named.
pub(super) fn chosen<T: Copy, const N: usize>(all: &[(T, &'static str, &'static str); N], code: &str) -> Option<T> {
    let named = all.iter().find(|(_, each, _)| *each == code);
    named
        .or_else(|| all.first().filter(|_| code.is_empty()))
        .map(|(value, ..)| *value)
}

/// A list as choices: codes and words.
pub(super) fn choices<T, const N: usize>(all: &[(T, &'static str, &'static str); N]) -> Vec<(String, String)> {
    all.iter()
        .map(|(_, code, key)| ((*code).to_owned(), say(key)))
        .collect()
}

/// The words of a rhythm.
pub(super) fn rhythm(agreed: Intensity) -> String {
    let known = RHYTHMS.iter().find(|(each, ..)| *each == agreed);
    known.map_or_else(String::new, |(_, _, key)| say(key))
}

/// The words of why an accompaniment ended.
pub(super) fn reason(why: ClosureReason) -> String {
    let known = REASONS.iter().find(|(each, ..)| *each == why);
    known.map_or_else(|| say("closure-unknown"), |(_, _, key)| say(key))
}

/// The kinds of support that a case may open with.
pub(super) fn supports() -> Vec<(String, String)> {
    let all = Support::ALL.into_iter().filter(|each| *each != Support::Unknown);
    all.map(|each| (each.code().to_owned(), say(&format!("support-{}", each.code()))))
        .collect()
}

/// The kind of support of a code; the first while none is named.
pub(super) fn support(code: &str) -> Support {
    let named = Support::ALL.into_iter().find(|each| each.code() == code);
    named.unwrap_or(Support::Generalist)
}
