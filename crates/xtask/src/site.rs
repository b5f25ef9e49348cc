//! The browser's part made ready to be served: compiled, cut into pieces, bound, named by content, pressed, weighed.
//! Every file but `index.html` bears the hash of its content, so that it may be cached for ever.

mod assembled;
mod inputs;
mod pieces;
mod pressed;
mod typefaces;
mod weight;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use wasm_bindgen_cli_support::Bindgen;

pub(crate) use self::weight::Client;
use crate::{command, npm, places::Places, tidy::spoken, voice, wasm};

/// How the client is wanted.
#[derive(Default)]
pub(crate) struct Wish {
    /// Use Debian's compiler even where ours knows the target.
    pub(crate) debian_compiler: bool,
    /// Build even when nothing changed.
    pub(crate) again: bool,
}

/// Builds the client unless the one that is there was made from the same inputs.
pub(crate) fn build(places: &Places, wish: &Wish) -> Result<Client> {
    // Before anything is fetched: a start without changes must not wait for what this machine cannot reach.
    let stamp = inputs::stamp(places, &wasm::version(places, wish.debian_compiler)?)?;
    let site = places.site();
    if !wish.again
        && let Some(client) = client_if_same(places, &stamp)
    {
        voice::note("the client is up to date");
        return Ok(client);
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
    let (main, bound) = (work.path().join("frontend.wasm"), work.path().join("bound"));
    let needed = pieces::cut(&built, &main, &bound)?;
    bind(&main, &bound)?;
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
    let client = Client::weighed(
        &pressed::press(&fresh)?,
        &needed,
        &spoken::chapters_of_pieces(places.root())?,
    );
    put_in_place(&fresh, &site, work.path())?;
    let stamp_file = stamp_file(places);
    let known = serde_json::to_string(&Stamp {
        inputs: stamp,
        client: client.clone(),
    })?;
    fs::write(&stamp_file, known).with_context(|| format!("writing {}", stamp_file.display()))?;
    Ok(client)
}

/// What is known of the client that is there.
#[derive(Serialize, Deserialize)]
struct Stamp {
    inputs: String,
    client: Client,
}

fn stamp_file(places: &Places) -> PathBuf {
    places.target().join("site.stamp")
}

/// The client that is there, when it was made from the same inputs.
fn client_if_same(places: &Places, stamp: &str) -> Option<Client> {
    let text = fs::read_to_string(stamp_file(places)).ok()?;
    let known: Stamp = serde_json::from_str(&text).ok()?;
    let same = known.inputs == stamp && places.site().join("index.html").is_file();
    same.then_some(known.client)
}

fn bind(wasm: &Path, out: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?;
    // The page's own script names the module, because its name holds the hash of its content; the pieces need its table
    // of functions.
    bindgen
        .omit_default_module_path(true)
        .keep_lld_exports(true)
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(out).context("binding the wasm module to its script")
}

/// Swaps the folders, so that a server never sees half a site.
fn put_in_place(fresh: &Path, site: &Path, work: &Path) -> Result<()> {
    if site.exists() {
        fs::rename(site, work.join("before")).context("putting the former site aside")?;
    }
    fs::rename(fresh, site).context("putting the new site in place")
}
