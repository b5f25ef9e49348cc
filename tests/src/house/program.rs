//! The real program, `trame`, in a process of its own: for the command line, and for servers that die without a word.

use super::DEADLINE;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, Command};

/// A way to call `trame` on one territory.
pub(crate) struct Program {
    arguments: Vec<String>,
    /// The databases of tests do without `fsync`, and are thrown away.
    thrown_away: bool,
    folder: PathBuf,
}

/// A server in a process of its own; killed when dropped.
pub(crate) struct Serving {
    child: Child,
    base: String,
}

impl Program {
    /// On the private cluster of a data folder.
    pub(crate) fn on_folder(folder: &Path) -> Self {
        Self {
            arguments: vec!["--data".to_owned(), folder.display().to_string()],
            thrown_away: false,
            folder: folder.to_owned(),
        }
    }

    /// On a database, with the keys in a folder.
    pub(crate) fn on_database(url: &str, folder: &Path) -> Self {
        let keys = folder.join("keys").display().to_string();
        Self {
            arguments: ["--database", url, "--keys", &keys].map(str::to_owned).to_vec(),
            thrown_away: true,
            folder: folder.to_owned(),
        }
    }

    /// The same, without the leave to use a database that may lose what it confirmed.
    pub(crate) fn careful(self) -> Self {
        Self {
            thrown_away: false,
            ..self
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(arguments)
            .args(&self.arguments)
            // Away from any trame.toml of who runs the tests.
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        for (name, _) in env::vars().filter(|(name, _)| name.starts_with("TRAME_")) {
            command.env_remove(name);
        }
        // Most journeys are about something else than signing in.
        command.env("TRAME_SECOND_FACTOR", "optional");
        if self.thrown_away {
            command.env("TRAME_UNSAFE_DATABASE", "true");
        }
        command
    }

    /// Begins, and is left to itself.
    pub(crate) fn begin(&self, arguments: &[&str]) -> Child {
        self.command(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Runs to its end.
    pub(crate) async fn run(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output();
        let output = tokio::time::timeout(DEADLINE * 4, output).await;
        output.expect("`trame` did not end in time").unwrap()
    }

    /// Runs to its end; what is typed comes on its standard input.
    pub(crate) async fn run_told(&self, arguments: &[&str], typed: &str) -> Output {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        // One that ends early reads no further.
        drop(input.write_all(typed.as_bytes()).await);
        drop(input);
        let output = tokio::time::timeout(DEADLINE * 4, child.wait_with_output()).await;
        output.expect("`trame` did not end in time").unwrap()
    }

    /// Runs to its end and succeeds with one line of JSON on standard output.
    pub(crate) async fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let output = self.run(arguments).await;
        let (out, err) = (told(&output.stdout), told(&output.stderr));
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {out}{err}");
        assert_eq!(out.lines().count(), 1, "one line and nothing else: {out}");
        serde_json::from_str(out).unwrap()
    }

    /// Serves on a free port.
    pub(crate) async fn serve(&self) -> Serving {
        let mut child = self.command(&["serve", "--port", "0"]).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let base = tokio::time::timeout(DEADLINE, ready(&mut lines)).await;
        let base = base.expect("`trame serve` was not ready in time");
        // What it says later is read, so that it never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Serving { child, base }
    }
}

impl Serving {
    /// Where it serves.
    pub(crate) fn base(&self) -> String {
        self.base.clone()
    }

    /// Ends it as Ctrl-C does.
    pub(crate) async fn asked_to_stop(self) -> ExitStatus {
        interrupted(self.child).await
    }

    /// Ends it as a power cut does.
    pub(crate) async fn killed(self) {
        killed(self.child).await;
    }
}

/// Ends a process as Ctrl-C does.
pub(crate) async fn interrupted(mut child: Child) -> ExitStatus {
    let pid = child.id().unwrap().to_string();
    let asked = Command::new("kill").args(["-INT", &pid]).status().await;
    assert!(asked.unwrap().success());
    let stopped = tokio::time::timeout(DEADLINE, child.wait()).await;
    stopped.expect("it did not stop in time").unwrap()
}

/// Ends a process without a word.
pub(crate) async fn killed(mut child: Child) {
    child.kill().await.unwrap();
}

async fn ready(lines: &mut Lines<BufReader<impl AsyncRead + Unpin>>) -> String {
    let mut said = Vec::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        if let Some(base) = line.strip_prefix("Trame is ready at ") {
            return base.to_owned();
        }
        said.push(line);
    }
    panic!("`trame serve` ended: {}", said.join("\n"));
}

pub(crate) fn told(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// `TRAME_BIN`, else `trame` beside the folder of this test program.
fn binary() -> PathBuf {
    let given = env::var_os("TRAME_BIN").map(PathBuf::from);
    let built = || {
        env::current_exe()
            .ok()?
            .parent()?
            .parent()
            .map(|folder| folder.join("trame"))
    };
    let binary = given.or_else(built).unwrap_or_default();
    assert!(
        binary.is_file(),
        "{} is missing: build it with `cargo build -p backend`, or name it in TRAME_BIN",
        binary.display()
    );
    binary
}
