//! `trame import`: real cases from another record.

use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Import {}

impl Import {
    pub(super) async fn run(self, _config: Config) -> anyhow::Result<ExitCode> {
        match self {}
    }
}
