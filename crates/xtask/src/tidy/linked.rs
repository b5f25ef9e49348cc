//! What is linked into server and client: nothing that is banned, and nothing twice but what is known to come twice, each with
//! who keeps the older one. Licences and sources are looked at beside this; known advisories by `cargo xtask test`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

use crate::{places::Places, wasm};

/// The programs, and what each is built for.
const PROGRAMS: [(&str, &str); 2] = [("backend", "x86_64-unknown-linux-gnu"), ("frontend", wasm::TARGET)];

/// What may not be linked in, and why.
const BANNED: &[(&str, &str)] = &[
    (
        "openssl-sys",
        "TLS is that of rustls, and nothing of the system's is linked",
    ),
    (
        "native-tls",
        "TLS is that of rustls, and nothing of the system's is linked",
    ),
    ("sqlx", "statements are looked at where tokio-postgres takes them"),
    ("diesel", "statements are looked at where tokio-postgres takes them"),
    (
        "reqwest",
        "other services are asked by `outward`, which follows nobody on; tests alone use it",
    ),
];

/// What comes in more than one generation, and who keeps the older one. Time alone takes a line away.
const TWICE: &[(&str, &str)] = &[
    (
        "openidconnect, which stands on an earlier RustCrypto",
        "block-buffer const-oid cpufeatures crypto-common der digest getrandom hmac pem-rfc7468 pkcs8 rand rand_chacha \
         rand_core sha2 signature spki",
    ),
    ("actix-web, which keeps the first http", "http"),
    (
        "figment, which reads with an earlier toml",
        "serde_spanned toml toml_datetime toml_edit winnow",
    ),
    (
        "serde_with, which knows several generations at once",
        "hashbrown indexmap jiff jiff-core schemars",
    ),
    (
        "spreadsheet-ods, which writes an earlier format of archives and reads formulas by an earlier nom",
        "nom quick-xml zip",
    ),
    (
        "crypto-glue of webauthn-rs, which brings certificates and passwords that nothing here asks of it, and the coming rsa",
        "argon2 blake2 password-hash pkcs1 rsa synstructure",
    ),
    ("postgres-protocol and openidconnect, each with its own", "base64"),
    (
        "leptos and what its macros are made with",
        "convert_case gloo-net gloo-utils",
    ),
    (
        "typst, whose readers of pictures keep an earlier generation of each other",
        "fearless_simd hayro-ccitt miniz_oxide roxmltree vello_common",
    ),
    ("macros of half the world", "syn thiserror thiserror-impl"),
];

/// Everything that is linked in and should not be, or not twice.
pub(crate) fn check(places: &Places) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut twice = BTreeSet::new();
    for (program, target) in PROGRAMS {
        let metadata = MetadataCommand::new()
            .manifest_path(places.root().join("Cargo.toml"))
            .other_options(["--filter-platform".to_owned(), target.to_owned()])
            .exec()
            .context("cargo could not list the dependencies")?;
        let linked = linked(&metadata, program);
        found.extend(banned(program, &linked));
        twice.extend(linked.into_iter().filter(|(_, versions)| versions.len() > 1));
    }
    let known: BTreeSet<&str> = TWICE.iter().flat_map(|(_, names)| names.split_whitespace()).collect();
    let unknown = twice.iter().filter(|(name, _)| !known.contains(name.as_str()));
    found.extend(unknown.map(|(name, versions)| {
        let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
        format!("{name} comes in more than one version: {}", versions.join(", "))
    }));
    let there: BTreeSet<&str> = twice.iter().map(|(name, _)| name.as_str()).collect();
    let gone = known.iter().filter(|name| !there.contains(*name));
    found.extend(gone.map(|name| format!("{name} comes once: take it out of the list of what comes twice")));
    Ok(found)
}

/// Each crate of a program with its versions, as far as it is linked in.
fn linked(metadata: &Metadata, program: &str) -> BTreeMap<String, BTreeSet<String>> {
    let nodes: BTreeMap<&PackageId, _> = metadata
        .resolve
        .iter()
        .flat_map(|all| &all.nodes)
        .map(|node| (&node.id, node))
        .collect();
    let start = metadata
        .packages
        .iter()
        .filter(|package| package.name == program && package.source.is_none());
    let mut open: Vec<&PackageId> = start.map(|package| &package.id).collect();
    let mut reached: BTreeSet<&PackageId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).into_iter().flat_map(|node| &node.deps) {
            let always = dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal);
            if always && reached.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in metadata.packages.iter().filter(|package| reached.contains(&package.id)) {
        versions
            .entry(package.name.to_string())
            .or_default()
            .insert(package.version.to_string());
    }
    versions
}

fn banned(program: &str, linked: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let met = BANNED.iter().filter(|(name, _)| linked.contains_key(*name));
    met.map(|(name, why)| format!("{name} is linked into {program}: {why}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_banned_is_named_with_why() {
        let linked = BTreeMap::from([
            ("openssl-sys".to_owned(), BTreeSet::from(["0.9.1".to_owned()])),
            ("rustls".to_owned(), BTreeSet::from(["0.23.1".to_owned()])),
        ]);
        assert_eq!(
            banned("backend", &linked),
            ["openssl-sys is linked into backend: TLS is that of rustls, and nothing of the system's is linked"]
        );
    }
}
