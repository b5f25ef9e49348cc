//! The life of a cluster that this process owns: start, hold, stop.
//! The server runs in a process group of its own, so that Ctrl-C reaches the owner, who then stops it in order.
//! A watch waits beside it for the end of the owner, whatever its cause: a server never outlives who needs it.

use std::{
    ffi::OsStr,
    fs,
    io::ErrorKind,
    os::unix::{ffi::OsStrExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use rustix::process::Signal;

use crate::{
    Binaries, Fault, Options,
    account::Account,
    binaries, find_binaries,
    home::{Home, last_lines},
    settings::{PORT, SUPERUSER},
    tenants,
};

/// Recovery after a crash reads the log since the last checkpoint; it may take minutes, never this long.
const READY: Duration = Duration::from_secs(600);

const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A running PostgreSQL that belongs to one data folder and to this process.
///
/// Dropped without [`Cluster::stop`], it is stopped all the same, and waited for as long as a fast stop may take.
#[derive(Debug)]
pub struct Cluster {
    // The order matters: the lock in `home` is let go after the server is gone.
    running: Mutex<Running>,
    socket: PathBuf,
    binaries: Binaries,
    account: Account,
    options: Options,
    home: Home,
}

/// A server, and the watch over it.
#[derive(Debug)]
struct Running {
    server: Child,
    watch: Child,
}

impl Cluster {
    /// Starts the cluster of `dir`, made first when the folder is new.
    ///
    /// # Errors
    /// When another live process holds the folder, PostgreSQL is missing, or the folder cannot be used.
    pub async fn start(dir: &Path, options: Options) -> Result<Self, Fault> {
        let home = Home::claim(dir)?;
        let tables = home.tables();
        let binaries = suitable(&tables, options.binaries.clone())?;
        tenants::turn_out(&tables).await?;
        let account = Account::choose(home.folder(), &binaries)?;
        if !tables.join("PG_VERSION").is_file() {
            make(&home, &binaries, &account, options.fast_and_loose).await?;
        }
        let socket = home.socket_folder(&account)?;
        let cluster = Self {
            running: Mutex::new(launch(&home, &binaries, &account, &options, &socket)?),
            socket,
            binaries,
            account,
            options,
            home,
        };
        cluster.wait_until_ready().await?;
        Ok(cluster)
    }

    /// Looks, before long work, whether a folder is free; what is true now may change before [`Cluster::start`].
    ///
    /// # Errors
    /// When another live process holds it.
    pub fn check_free(dir: &Path) -> Result<(), Fault> {
        Home::check_free(dir)
    }

    /// The address of one database of this cluster, for a PostgreSQL client.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        let host = percent_encoded(self.socket.as_os_str());
        format!(
            "postgresql://{SUPERUSER}@{host}:{PORT}/{}",
            percent_encoded(OsStr::new(database))
        )
    }

    /// The folder of the socket.
    #[must_use]
    pub fn socket_dir(&self) -> &Path {
        &self.socket
    }

    /// The number in the socket's name; nothing listens on TCP.
    #[must_use]
    pub fn port(&self) -> u16 {
        PORT
    }

    /// The log of the server, to be named when something goes wrong.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.home.log()
    }

    /// Starts the server again when it has ended by itself; answers whether it had.
    ///
    /// # Errors
    /// When it cannot run, for example for lack of room: asked again later, it may.
    pub async fn revive(&self) -> Result<bool, Fault> {
        if self.pid().is_some() {
            return Ok(false);
        }
        tenants::turn_out(&self.home.tables()).await?;
        let next = launch(&self.home, &self.binaries, &self.account, &self.options, &self.socket)?;
        let mut before = std::mem::replace(&mut *self.running.lock().unwrap_or_else(PoisonError::into_inner), next);
        before.call_off();
        self.wait_until_ready().await?;
        Ok(true)
    }

    /// The head process of the server, while it lives.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        match running.server.try_wait() {
            Ok(None) => Some(running.server.id()),
            Ok(Some(_)) | Err(_) => None,
        }
    }

    /// Stops the server (open transactions are rolled back) and waits for it; then the folder is free.
    ///
    /// # Errors
    /// When the server does not end.
    pub async fn stop(self) -> Result<(), Fault> {
        for signal in [Signal::INT, Signal::QUIT] {
            let Some(pid) = self.pid() else { return Ok(()) };
            tenants::send(pid, signal);
            let begun = Instant::now();
            while self.pid().is_some() && begun.elapsed() < tenants::POLITE {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        }
        match self.pid() {
            None => Ok(()),
            Some(pid) => Err(Fault::Stubborn {
                dir: self.home.data_dir().to_owned(),
                pid,
            }),
        }
    }

    /// The server writes "ready" in its pid file when it takes connections.
    async fn wait_until_ready(&self) -> Result<(), Fault> {
        let pid_file = self.home.tables().join("postmaster.pid");
        let begun = Instant::now();
        while begun.elapsed() < READY {
            let Some(pid) = self.pid() else {
                return Err(Fault::Died {
                    log: self.home.log(),
                    tail: self.home.log_tail(),
                });
            };
            let text = fs::read_to_string(&pid_file).unwrap_or_default();
            let mut lines = text.lines();
            if lines.next() == Some(pid.to_string().as_str()) && lines.last().is_some_and(|it| it.trim() == "ready") {
                return Ok(());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        Err(Fault::Slow {
            seconds: READY.as_secs(),
            log: self.home.log(),
        })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(pid) = self.pid() {
            tenants::send(pid, Signal::INT);
        }
        let begun = Instant::now();
        while self.pid().is_some() && begun.elapsed() < tenants::POLITE {
            std::thread::sleep(LOOK_AGAIN);
        }
        // Only a watch over a server that is gone is called off.
        if self.pid().is_none() {
            self.running
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner)
                .call_off();
        }
    }
}

impl Running {
    /// Ends the watch over a server that is gone: its number may be given to another process.
    fn call_off(&mut self) {
        if let Err(refused) = self.watch.kill().and_then(|()| self.watch.wait()) {
            tracing::warn!(%refused, "the watch over PostgreSQL could not be called off");
        }
    }
}

/// Starts a server on the tables of a folder, and a watch over it.
fn launch(
    home: &Home,
    binaries: &Binaries,
    account: &Account,
    options: &Options,
    socket: &Path,
) -> Result<Running, Fault> {
    let log = home.open_log()?;
    account.give(&home.log())?;
    let mut command = account.command(&binaries.program("postgres"));
    command
        .arg("-D")
        .arg(home.tables())
        .arg("-k")
        .arg(socket)
        .arg("-p")
        .arg(PORT.to_string());
    command
        .args(options.arguments())
        .current_dir(home.folder())
        .process_group(0);
    command
        .stdout(log.try_clone().map_err(Fault::folder("open", home.log()))?)
        .stderr(log);
    let mut server = command.spawn().map_err(|source| Fault::Program {
        program: shown(&command),
        source,
    })?;
    match watch_over(server.id()) {
        Ok(watch) => Ok(Running { server, watch }),
        Err(fault) => {
            tenants::send(server.id(), Signal::QUIT);
            server
                .wait()
                .map_err(Fault::folder("wait for the server of", home.folder()))?;
            Err(fault)
        }
    }
}

/// Starts a shell that reads from us until we end, even by `kill -9`, and then asks the server for a fast stop.
fn watch_over(server: u32) -> Result<Child, Fault> {
    let mut watch = Command::new("sh");
    watch
        .args(["-c", r#"read -r _; kill -INT "$1""#, "watch-over-postgres"])
        .arg(server.to_string());
    watch
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .current_dir("/")
        .process_group(0);
    watch.spawn().map_err(|source| Fault::Program {
        program: "sh".to_owned(),
        source,
    })
}

/// The binaries that can serve the folder: those given, or found, unless it was made by another major version.
fn suitable(tables: &Path, given: Option<Binaries>) -> Result<Binaries, Fault> {
    let made_by = fs::read_to_string(tables.join("PG_VERSION"))
        .ok()
        .and_then(|text| text.trim().parse::<u32>().ok());
    let found = given.or_else(|| find_binaries(None));
    match (made_by, found) {
        (Some(made_by), Some(found)) if found.major() != made_by => {
            binaries::find_major(made_by).map_err(|seen| Fault::OtherVersion {
                dir: tables.to_owned(),
                made_by,
                found: seen.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            })
        }
        (Some(_) | None, Some(found)) => Ok(found),
        (Some(_) | None, None) => Err(Fault::NoBinaries {
            advice: crate::obtain::advice(),
        }),
    }
}

/// Makes the folder of tables beside its place and moves it there when it is whole.
async fn make(home: &Home, binaries: &Binaries, account: &Account, loose: bool) -> Result<(), Fault> {
    let (tables, unfinished) = (home.tables(), home.unfinished());
    // PostgreSQL 17 brings its own C.UTF-8; before, it is the system's, which not every system has.
    let locales: &[&[&str]] = if binaries.major() >= 17 {
        &[&["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]]
    } else {
        &[&["--locale=C.UTF-8"], &["--locale=C"]]
    };
    let mut said = String::new();
    for locale in locales {
        clear(&unfinished).await?;
        let mut command = account.command(&binaries.program("initdb"));
        command
            .arg("-D")
            .arg(&unfinished)
            .args(["-U", SUPERUSER, "--auth=trust", "-E", "UTF8", "-k"])
            .args(*locale);
        if loose {
            command.arg("--no-sync");
        }
        command.current_dir(home.folder());
        let output = run(command).await?;
        if output.status.success() {
            // A folder of tables that lost its version file is refused here, never overwritten.
            return fs::rename(&unfinished, &tables).map_err(Fault::folder("put in place", &tables));
        }
        said = last_lines(&String::from_utf8_lossy(&output.stderr));
    }
    clear(&unfinished).await?;
    Err(Fault::Making {
        dir: home.folder().to_owned(),
        said,
    })
}

async fn run(command: Command) -> Result<Output, Fault> {
    let program = shown(&command);
    let mut command = tokio::process::Command::from(command);
    command
        .kill_on_drop(true)
        .output()
        .await
        .map_err(|source| Fault::Program { program, source })
}

fn shown(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// Removes a folder; who was interrupted while filling it may still be ending, and is waited for.
async fn clear(folder: &Path) -> Result<(), Fault> {
    let begun = Instant::now();
    loop {
        match fs::remove_dir_all(folder) {
            Ok(()) => return Ok(()),
            Err(gone) if gone.kind() == ErrorKind::NotFound => return Ok(()),
            Err(filling) if filling.kind() == ErrorKind::DirectoryNotEmpty && begun.elapsed() < tenants::POLITE => {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            Err(source) => return Err(Fault::folder("remove", folder)(source)),
        }
    }
}

fn percent_encoded(text: &OsStr) -> String {
    text.as_bytes().iter().fold(String::new(), |mut done, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            done.push(char::from(*byte));
        } else {
            done.push_str(&format!("%{byte:02X}"));
        }
        done
    })
}
