//! Who may know whom: the one table of the arrows between the rooms, and the outside crates only some rooms know.

use std::collections::BTreeSet;

use cargo_metadata::{DependencyKind, Metadata};

/// A room, the rooms it may know, and after the bar those that only its tests may know.
const ARROWS: &str = "
    decider      ->
    sealed       ->
    domain       -> decider sealed
    access       -> domain sealed                                   | decider
    contract     -> domain access sealed                            | decider
    sentences    ->                                                 | domain
    spreadsheet  ->
    process_log  ->
    minutes      ->
    transparency ->
    together     ->
    outward      ->
    checkpoints  -> transparency event_store                        | testkit cluster
    frontend     -> contract domain access sealed decider sentences
    cluster      ->
    event_store  -> decider together                                | testkit cluster
    keyring      -> sealed access outward                           | testkit cluster event_store domain
    identity     -> access sealed                                   | testkit cluster event_store domain
    journal      -> access                                          | testkit cluster event_store domain sealed
    codec        -> decider sealed event_store keyring              | testkit cluster access domain
    contents     -> access keyring sealed                           | testkit cluster event_store domain
    projections  -> domain sealed access event_store codec          | testkit cluster decider keyring
    import       -> domain decider sealed event_store codec sentences | testkit cluster access keyring
    demo         -> domain decider sealed event_store codec         | testkit cluster access keyring
    testkit      -> cluster event_store
    backend      -> access checkpoints cluster codec contents contract decider demo domain event_store identity import journal keyring minutes outward process_log projections sealed sentences spreadsheet together transparency | testkit
    tests        ->                                                 | backend testkit contract codec decider domain identity projections sealed transparency
    prove        -> access checkpoints cluster codec contract decider demo domain event_store keyring projections sealed testkit transparency
    xtask        -> cluster sentences
";

/// Outside crates, and the only rooms that may know them.
const KEPT_APART: &str = "
    tokio-postgres     -> event_store checkpoints contents keyring identity journal projections testkit prove backend
    deadpool-postgres  -> event_store checkpoints contents keyring identity journal projections testkit backend
    actix-web          -> backend
    actix-multipart    -> backend
    leptos             -> frontend
";

/// The rules' side knows no clock, no randomness, no threads to come, no logs.
const RULES_SIDE: &[&str] = &["decider", "sealed", "domain", "access", "contract"];

/// What the rules' side may not know.
const IMPURE: &[&str] = &["tokio", "rand", "tracing", "log", "getrandom", "reqwest", "futures"];

/// The line of a table that begins with a name: what stands after the arrow, and what after the bar.
fn line<'table>(table: &'table str, name: &str) -> Option<(Vec<&'table str>, Vec<&'table str>)> {
    let (_, after) = table
        .lines()
        .filter_map(|line| line.split_once("->"))
        .find(|(first, _)| first.trim() == name)?;
    let (always, in_tests) = after.split_once('|').unwrap_or((after, ""));
    Some((
        always.split_whitespace().collect(),
        in_tests.split_whitespace().collect(),
    ))
}

/// A room and all the rooms it reaches, in the order of their names.
pub(crate) fn reached_from(room: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::from([room.to_owned()]);
    let mut open = vec![room.to_owned()];
    while let Some(next) = open.pop() {
        for neighbour in line(ARROWS, &next).map(|(always, _)| always).unwrap_or_default() {
            if reached.insert(neighbour.to_owned()) {
                open.push(neighbour.to_owned());
            }
        }
    }
    reached
}

/// Every arrow that is drawn in a manifest and not in the table.
pub(crate) fn check(metadata: &Metadata) -> Vec<String> {
    let packages = metadata.workspace_packages();
    let rooms: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut found = Vec::new();
    for package in &packages {
        let room = package.name.as_str();
        for dependency in &package.dependencies {
            let in_tests = dependency.kind == DependencyKind::Development;
            found.extend(refusal(
                room,
                &dependency.name,
                in_tests,
                rooms.contains(dependency.name.as_str()),
            ));
        }
    }
    found
}

/// Why a room may not know another, or an outside crate.
fn refusal(room: &str, known: &str, in_tests: bool, is_room: bool) -> Option<String> {
    let Some((always, tests_only)) = line(ARROWS, room) else {
        return Some(format!("the room {room} has no line in the table of arrows"));
    };
    if is_room {
        let allowed = always.contains(&known) || (in_tests && tests_only.contains(&known));
        return (!allowed).then(|| format!("{room} may not know {known}"));
    }
    if in_tests {
        return None;
    }
    if RULES_SIDE.contains(&room) && IMPURE.contains(&known) {
        return Some(format!("{room} is pure and may not know {known}"));
    }
    let (holders, _) = line(KEPT_APART, known)?;
    (!holders.contains(&room)).then(|| format!("only {} may know {known}, not {room}", holders.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_that_is_not_drawn_is_refused() {
        assert_eq!(refusal("domain", "sealed", false, true), None);
        assert!(refusal("domain", "event_store", false, true).is_some());
        assert!(refusal("event_store", "domain", false, true).is_some());
        assert!(
            refusal("annexe", "sealed", false, true).is_some(),
            "a new room needs a line"
        );
    }

    #[test]
    fn a_room_of_tests_is_known_in_tests_only() {
        assert!(refusal("codec", "testkit", false, true).is_some());
        assert_eq!(refusal("codec", "testkit", true, true), None);
    }

    #[test]
    fn outside_crates_stay_in_their_rooms() {
        assert!(refusal("import", "tokio-postgres", false, false).is_some());
        assert_eq!(refusal("projections", "tokio-postgres", false, false), None);
        assert!(refusal("contract", "actix-web", false, false).is_some());
        assert!(refusal("domain", "tokio", false, false).is_some());
    }

    #[test]
    fn what_the_client_is_made_of_follows_from_the_arrows() {
        let reached = reached_from("frontend");
        assert!(reached.contains("decider") && reached.contains("contract"));
        assert!(!reached.contains("event_store"));
    }
}
