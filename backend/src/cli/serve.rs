//! `trame serve`: the API, the client and the views, until asked to stop.

use super::{Stop, demo, say};
use crate::app::{Territory, Trame};
use crate::config::Config;
use crate::http;
use actix_web::web::Data;
use anyhow::Context;
use clap::Args;
use serde::Serialize;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    flags: Flags,
    /// Load the demonstration when the log is new.
    #[arg(long)]
    demonstration: bool,
    /// Take the place of servers of this database that were lost, froze or were cut off: those that were started before
    /// write nothing any more, should they come back. Servers side by side need no such thing.
    #[arg(long)]
    take_over: bool,
}

/// The flags that stand for keys of the configuration.
#[derive(Args, Clone, Debug, Default, Serialize)]
pub(super) struct Flags {
    /// The port to listen on [default: 8080].
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<u16>,
    /// The address to listen on [default: 127.0.0.1].
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<IpAddr>,
    /// The folder of the client, when it does not lie beside the program.
    #[arg(long, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<PathBuf>,
}

impl Serve {
    pub(super) fn flags(&self) -> Flags {
        self.flags.clone()
    }

    pub(super) async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        let mut stop = Stop::listen()?;
        let address = SocketAddr::new(config.host, config.port);
        let listener = TcpListener::bind(address).with_context(|| {
            format!(
                "the port {} is taken, or may not be used; choose another with --port",
                config.port
            )
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        tracing::debug!(?config, "configuration");
        if !config.host.is_loopback() && !config.secure_cookies() {
            say::line(
                "Others can reach this address, and sessions are not kept to TLS: put a TLS proxy in front, and give its \
                 https address as public_url.",
            );
        }
        if config.stolen_passwords.is_none() {
            tracing::warn!("stolen_passwords names no list: passwords that were stolen elsewhere are taken here");
        }
        let territory = match stop.or(async { Ok(Territory::open(&config).await?) }).await? {
            Ok(territory) => territory,
            Err(stopped) => return Ok(stopped),
        };
        let served = self.on(&territory, &config, listener, address, &mut stop).await;
        territory.close().await?;
        served
    }

    async fn on(
        &self,
        territory: &Territory,
        config: &Config,
        listener: TcpListener,
        address: SocketAddr,
        stop: &mut Stop,
    ) -> anyhow::Result<ExitCode> {
        let trame = match stop.or(self.begun(territory, config)).await? {
            Ok(trame) => trame,
            Err(stopped) => return Ok(stopped),
        };
        let server = http::serve(&trame, listener)?;
        let handle = server.handle();
        let running = tokio::spawn(server);
        say::line(&format!("Trame is ready at http://{address}"));
        if trame.clock.is_invented() {
            demo::print_sign_ins();
        }
        tokio::select! {
            () = stop.asked() => {}
            () = territory.keep() => {}
        }
        say::line("Stopping…");
        trame.stop().await;
        handle.stop(true).await;
        running.await??;
        Ok(ExitCode::SUCCESS)
    }

    /// All that comes before the first request.
    async fn begun(&self, territory: &Territory, config: &Config) -> anyhow::Result<Data<Trame>> {
        if self.demonstration {
            demo::load_if_new(territory, config).await?;
        }
        let site = config.site.clone().or_else(site_beside_the_program);
        if site.is_none() {
            say::line(
                "The client was not found beside the program: only the API is served. `cargo xtask client` builds it.",
            );
        }
        if self.take_over {
            territory.log.fence_older().await?;
        }
        let trame = Data::new(Trame::start(territory, config, site).await?);
        // Ready means that what is shown is what the log says; a view that cannot go on is told, and holds up no other.
        super::views::reach_the_end(&territory.log, trame.views()).await?;
        let again = territory.forget_again().await?;
        if again > 0 {
            say::line(&format!(
                "{again} keys that were to be forgotten were still there, and are destroyed now."
            ));
        }
        Ok(trame)
    }
}

/// `site` beside the program, or beside the folder it was built in.
fn site_beside_the_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    [folder.join("site"), folder.parent()?.join("site")]
        .into_iter()
        .find(|site| site.join("index.html").is_file())
}
