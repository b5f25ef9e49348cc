//! The client cut into pieces: what the first screen needs, and a file for each screen that comes when it is opened.
//! What several of those share, and the first screen does not need, is in files of its own.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

/// The script that fetches the pieces, beside the script of the main part.
pub(super) const SCRIPT: &str = "pieces.js";

/// The names of the files that each screen needs, without their ending.
pub(super) type Needed = BTreeMap<String, Vec<String>>;

/// Cuts the client as it was linked: the main part into `main`, the pieces and their script into the folder `to`.
pub(super) fn cut(linked: &Path, main: &Path, to: &Path) -> Result<Needed> {
    let wasm = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let mut wish = Options::new(&wasm);
    let script = format!("./{SCRIPT}");
    wish.output_dir = to;
    wish.main_out_path = main;
    wish.link_name = &script;
    wish.main_module = "./frontend.js";
    let cut = transform(wish).map_err(|fault| anyhow!("{fault:#}").context("cutting the client into pieces"))?;
    for piece in &cut.split_modules {
        let plain = fs::read(piece).with_context(|| format!("reading {}", piece.display()))?;
        let small = written_again(&plain).with_context(|| format!("reading {}", piece.display()))?;
        fs::write(piece, small).with_context(|| format!("writing {}", piece.display()))?;
    }
    Ok(cut.prefetch_map.into_iter().collect())
}

/// A piece as small as it gets: numbers without the padding that the linker wrote, no type that nothing uses, no names.
fn written_again(piece: &[u8]) -> Result<Vec<u8>> {
    let mut how = ModuleConfig::new();
    how.generate_name_section(false).generate_producers_section(false);
    let mut module = how.parse(piece)?;
    walrus::passes::gc::run(&mut module);
    module.customs.remove_raw("target_features");
    Ok(module.emit_wasm())
}
