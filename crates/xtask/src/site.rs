//! The browser's part made ready to be served: compiled, bound, named by content, pressed, weighed.
//! Every file but `index.html` bears the hash of its content, so that it may be cached for ever.

mod assembled;
mod inputs;
mod pressed;
mod typefaces;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{command, npm, places::Places, voice, wasm};

/// What the client may weigh on the wire (wasm, scripts and the sentences of the longer table, brotli).
const BUDGET: u64 = 350 * 1024;

/// How the client is wanted.
#[derive(Default)]
pub(crate) struct Wish {
    /// Use Debian's compiler even where ours knows the target.
    pub(crate) debian_compiler: bool,
    /// Build even when nothing changed.
    pub(crate) again: bool,
}

/// A client that is ready to be served.
pub(crate) struct Client {
    weight: u64,
}

impl Client {
    /// Refuses a client that is too heavy for a slow line.
    pub(crate) fn within_budget(self) -> Result<()> {
        let weight = self.weight;
        if weight > BUDGET {
            bail!("the client weighs {weight} bytes (brotli), more than the {BUDGET} it may");
        }
        Ok(())
    }
}

/// Builds the client unless the one that is there was made from the same inputs.
pub(crate) fn build(places: &Places, wish: &Wish) -> Result<Client> {
    // Before anything is fetched: a start without changes must not wait for what this machine cannot reach.
    let stamp = inputs::stamp(places, &wasm::version(places, wish.debian_compiler)?)?;
    let site = places.site();
    if !wish.again
        && let Some(weight) = weight_if_same(places, &stamp)
    {
        voice::note("the client is up to date");
        return Ok(Client { weight });
    }
    let compiler = wasm::Compiler::get(places, wish.debian_compiler)?;
    let packages = npm::fetch(places);
    voice::step("Compiling the client for the browser (some minutes the first time)");
    let mut cargo = compiler.cargo(places);
    command::run(cargo.args([
        "build",
        "--profile",
        "wasm-release",
        "-p",
        "frontend",
        "--target",
        wasm::TARGET,
    ]))?;
    let built = compiler
        .folder(places)
        .join(wasm::TARGET)
        .join("wasm-release/frontend.wasm");

    voice::step("Making its files ready to be served");
    let work = tempfile::Builder::new()
        .prefix("site-")
        .tempdir_in(places.target())
        .context("a folder to work in")?;
    let bound = work.path().join("bound");
    bind(&built, &bound)?;
    let typefaces = packages.as_deref().map(typefaces::find);
    let typefaces = match typefaces {
        Ok(found) => found?,
        Err(fault) => {
            voice::note(&format!("no typefaces ({fault:#}): the system's stand in"));
            Vec::new()
        }
    };
    let fresh = work.path().join("site");
    assembled::assemble(&places.root().join("frontend"), &bound, &typefaces, &fresh)?;
    let weight = report(&pressed::press(&fresh)?);
    put_in_place(&fresh, &site, work.path())?;
    let stamp_file = stamp_file(places);
    fs::write(&stamp_file, format!("{stamp} {weight}")).with_context(|| format!("writing {}", stamp_file.display()))?;
    Ok(Client { weight })
}

fn stamp_file(places: &Places) -> PathBuf {
    places.target().join("site.stamp")
}

/// What the client that is there weighs, when it was made from the same inputs.
fn weight_if_same(places: &Places, stamp: &str) -> Option<u64> {
    let text = fs::read_to_string(stamp_file(places)).ok()?;
    let (before, weight) = text.split_once(' ')?;
    if before != stamp || !places.site().join("index.html").is_file() {
        return None;
    }
    weight.parse().ok()
}

fn bind(wasm: &Path, out: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?;
    // The page's own script names the module, because its name holds the hash of its content.
    bindgen
        .omit_default_module_path(true)
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(out).context("binding the wasm module to its script")
}

fn report(weight: &[pressed::Weight]) -> u64 {
    for file in weight {
        voice::note(&format!(
            "{:>8} → {:>7} brotli, {:>7} gzip  {}",
            file.plain, file.brotli, file.gzip, file.name
        ));
    }
    let code = |file: &&pressed::Weight| file.name.ends_with(".wasm") || file.name.ends_with(".js");
    let table = |file: &&pressed::Weight| file.name.ends_with(".ftl");
    let tables = weight.iter().filter(table).map(|file| file.brotli);
    let client = weight.iter().filter(code).map(|file| file.brotli).sum::<u64>() + tables.max().unwrap_or(0);
    voice::note(&format!(
        "the client weighs {} KB of the {} KB it may (brotli)",
        client / 1024,
        BUDGET / 1024
    ));
    client
}

/// Swaps the folders, so that a server never sees half a site.
fn put_in_place(fresh: &Path, site: &Path, work: &Path) -> Result<()> {
    if site.exists() {
        fs::rename(site, work.join("before")).context("putting the former site aside")?;
    }
    fs::rename(fresh, site).context("putting the new site in place")
}
