//! The files of the typefaces that the style names, out of their npm packages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

/// Package and cuts; all in the Latin and the extended Latin part, WOFF2 only.
const CUTS: &[(&str, &[&str])] = &[
    (
        "atkinson-hyperlegible-next",
        &["400-normal", "500-normal", "600-normal", "700-normal"],
    ),
    ("figtree", &["400-normal", "500-normal", "600-normal", "700-normal"]),
    ("source-serif-4", &["400-normal", "600-normal", "400-italic"]),
];

/// The file of each cut.
pub(crate) fn find(packages: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for (package, cuts) in CUTS {
        let folder = packages.join("node_modules/@fontsource").join(package).join("files");
        for cut in *cuts {
            for part in ["latin", "latin-ext"] {
                let file = folder.join(format!("{package}-{part}-{cut}.woff2"));
                if !file.is_file() {
                    bail!("the typeface file {} is missing", file.display());
                }
                found.push(file);
            }
        }
    }
    Ok(found)
}

/// The licence texts go with the files, as they ask.
pub(crate) fn licences(packages_of: &[PathBuf]) -> Result<String> {
    let mut text = String::new();
    for (package, _) in CUTS {
        let Some(folder) = packages_of.iter().find_map(|file| {
            let folder = file.parent()?.parent()?;
            folder.ends_with(package).then_some(folder)
        }) else {
            continue;
        };
        let licence = folder.join("LICENSE");
        text.push_str(&fs::read_to_string(&licence).with_context(|| format!("reading {}", licence.display()))?);
        text.push('\n');
    }
    Ok(text)
}
