//! The licences and the sources of everything that is linked in: only those we may pass on, only from the registry.

use cargo_metadata::Metadata;
use spdx::{Expression, ParseMode};

/// Licences that can be combined with the EUPL and passed on.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every package that may not be linked in, and why.
pub(crate) fn check(metadata: &Metadata) -> Vec<String> {
    let mut found = Vec::new();
    for package in &metadata.packages {
        let name = format!("{} {}", package.name, package.version);
        match &package.license {
            Some(licence) if !is_allowed(licence) => found.push(format!("{name} is under {licence}, not in the list")),
            None if package.license_file.is_none() => found.push(format!("{name} names no licence")),
            Some(_) | None => {}
        }
        if let Some(source) = &package.source
            && source.repr != REGISTRY
        {
            found.push(format!("{name} comes from {}, not from the registry", source.repr));
        }
    }
    found
}

fn is_allowed(licence: &str) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|terms| terms.evaluate(|asked| asked.license.id().is_some_and(|id| ALLOWED.contains(&id.name))))
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn a_choice_needs_one_allowed_licence_and_a_sum_needs_all() {
        assert!(is_allowed("MIT OR Apache-2.0"));
        assert!(is_allowed("MIT/Apache-2.0"));
        assert!(is_allowed("GPL-3.0-only OR MIT"));
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception"));
        assert!(!is_allowed("MIT AND GPL-3.0-only"));
        assert!(!is_allowed("Business-1.1"));
    }
}
