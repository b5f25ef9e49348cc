//! `trame demo`: the invented territory and its sign-ins.

use crate::app::Territory;
use crate::config::Config;
use clap::Args;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct Demo {}

impl Demo {
    pub(super) async fn run(self, _config: Config) -> anyhow::Result<ExitCode> {
        Ok(ExitCode::SUCCESS)
    }
}

pub(super) async fn load_if_new(_territory: &Territory, _config: &Config) -> anyhow::Result<()> {
    Ok(())
}

pub(super) fn print_sign_ins() {}
