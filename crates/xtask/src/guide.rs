//! `cargo xtask guide`: the pictures of the user guide, taken by the tests and put beside its text.

use std::{fs, process::ExitCode};

use anyhow::{Context, Result};

use crate::{command, places::Places, site, start, test, voice};

/// What to take pictures of.
#[derive(clap::Args)]
pub(crate) struct Guide {}

impl Guide {
    /// Builds what is shown, takes the pictures and copies them.
    pub(crate) fn run(&self, places: &Places) -> Result<ExitCode> {
        let fetched = test::fetch(places)?;
        site::build(places, &site::Wish::default())?;
        start::build_server(places, false)?;
        voice::step("Taking the pictures");
        let mut cargo = command::cargo(places);
        cargo.args(["test", "-p", "tests", "guide::"]);
        command::run(fetched.known_to(&mut cargo, places))?;
        let (from, to) = (
            places.target().join("screenshots/guide"),
            places.root().join("docs/guide"),
        );
        for picture in fs::read_dir(&from).with_context(|| format!("{} cannot be read", from.display()))? {
            let picture = picture?;
            let into = to.join(picture.file_name());
            fs::copy(picture.path(), &into).with_context(|| format!("{} cannot be written", into.display()))?;
            voice::note(&into.display().to_string());
        }
        Ok(ExitCode::SUCCESS)
    }
}
