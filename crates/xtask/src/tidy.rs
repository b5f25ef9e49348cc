//! The order of the house, checked: who may know whom, what a file opens with, where SQL stands and that it is constant,
//! what is linked in and under which licences, whether the law is read aloud and remembered, whether each sentence comes
//! with the screen that says it, and whether what the papers on security name is there.

pub(crate) mod arrows;
mod asvs;
mod law;
mod licences;
mod linked;
pub(crate) mod spoken;
mod sql;
mod texts;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::{places::Places, voice};

/// `cargo xtask tidy`.
pub(crate) fn run(places: &Places) -> Result<ExitCode> {
    check(places)?;
    voice::line("the house is tidy");
    Ok(ExitCode::SUCCESS)
}

/// Finds everything that is out of its place, and names it.
pub(crate) fn check(places: &Places) -> Result<()> {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(places.root().join("Cargo.toml"))
        .exec()
        .context("cargo could not list the dependencies")?;
    let mut found = arrows::check(&metadata);
    found.extend(licences::check(&metadata));
    found.extend(linked::check(places)?);
    found.extend(texts::check(places.root())?);
    found.extend(law::check(places.root())?);
    found.extend(spoken::check(places.root())?);
    found.extend(asvs::check(places.root())?);
    found.extend(sql::check(places.root())?);
    if found.is_empty() {
        return Ok(());
    }
    bail!("{} things are out of place:\n    {}", found.len(), found.join("\n    "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        check(&Places::find().unwrap()).unwrap();
    }
}
