//! What the client is made from, as one hash: when it is the same, there is nothing to do.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{places::Places, tidy::arrows};

/// The hash of the sources of the client and of the rooms it is made of, of the tools, and of the compiler.
pub(crate) fn stamp(places: &Places, compiler: &str) -> Result<String> {
    let mut files = Vec::new();
    let manifests = ["Cargo.toml", "Cargo.lock", "tools/package-lock.json"];
    for name in manifests
        .into_iter()
        .chain(["crates/xtask/src/site.rs", "crates/xtask/src/wasm.rs"])
    {
        files.push(places.root().join(name));
    }
    for room in arrows::reached_from("frontend") {
        let folder = if room == "frontend" {
            "frontend".to_owned()
        } else {
            format!("crates/{room}")
        };
        gather(&places.root().join(folder), &mut files)?;
    }
    gather(&places.root().join("crates/xtask/src/site"), &mut files)?;
    files.sort();
    let mut hash = Sha256::new();
    hash.update(compiler);
    for file in files {
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        // By where it lies in the house, so that every clone of the same sources has the same client.
        let name = file.strip_prefix(places.root()).unwrap_or(&file);
        hash.update(name.to_string_lossy().as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(&content));
    }
    Ok(super::assembled::hex(&hash.finalize()))
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
