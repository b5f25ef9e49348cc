//! Every test program, built once and run two at a time: half of its time a test waits for a database or a browser.

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;

use super::{Fetched, summary::Summary};
use crate::{command, places::Places, voice};

/// How many run at once.
const AT_ONCE: usize = 2;

/// The program that takes longest begins first, so that the others run beside it.
const LONGEST: &str = "tests";

/// A test program, or the examples in the documentation.
struct Program {
    name: String,
    package: String,
    command: Command,
}

/// Builds all test programs and runs them; each line of theirs is passed on and counted.
pub(super) fn run(places: &Places, fetched: &Fetched, sum: &mut Summary) -> Result<()> {
    let mut programs = built(places)?;
    programs.sort_by_key(|program| program.package != LONGEST);
    programs.push(examples(places));
    for program in &mut programs {
        fetched.known_to(&mut program.command, places);
    }
    let waiting = Mutex::new(VecDeque::from(programs));
    let sum = Mutex::new(sum);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(program) = next() {
                    program.followed(&sum);
                }
            });
        }
    });
    Ok(())
}

/// The test programs of the workspace, as cargo names them once it has built them.
fn built(places: &Places) -> Result<Vec<Program>> {
    let mut cargo = command::cargo(places);
    cargo.args([
        "test",
        "--workspace",
        "--no-run",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let mut child = cargo
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run cargo")?;
    let output = child.stdout.take().context("cargo's output")?;
    let mut programs = Vec::new();
    for message in Message::parse_stream(BufReader::new(output)) {
        let Message::CompilerArtifact(artifact) = message.context("reading what cargo built")? else {
            continue;
        };
        let (Some(program), true) = (artifact.executable, artifact.profile.test) else {
            continue;
        };
        let folder = artifact.manifest_path.parent().context("a package without a folder")?;
        let mut command = Command::new(&program);
        command
            .current_dir(folder)
            .env("CARGO", cargo.get_program())
            .env("CARGO_MANIFEST_DIR", folder);
        programs.push(Program {
            name: format!("{} ({program})", artifact.target.src_path),
            package: PathBuf::from(folder.as_str())
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            command,
        });
    }
    let status = child.wait().context("waiting for cargo")?;
    if !status.success() {
        bail!("the tests do not build ({status})");
    }
    Ok(programs)
}

/// The examples in the documentation, which cargo builds and runs itself.
fn examples(places: &Places) -> Program {
    let mut command = command::cargo(places);
    command.args(["test", "--workspace", "--doc", "--no-fail-fast"]);
    Program {
        name: "the examples in the documentation".to_owned(),
        package: String::new(),
        command,
    }
}

impl Program {
    /// Runs it. Which test held is said at once; what else it says comes together at its end, so that two programs do not
    /// speak at the same time.
    fn followed(mut self, sum: &Mutex<&mut Summary>) {
        let said = self.said(sum);
        let mut sum = sum.lock().unwrap_or_else(PoisonError::into_inner);
        voice::line(&format!("\n     Running {}", self.name));
        match said {
            Ok((lines, held)) => {
                for line in &lines {
                    voice::line(line);
                    sum.read(line);
                }
                // A test program that cannot be built or dies has no summary line of its own.
                let told = lines.iter().any(|line| line.starts_with("test result: FAILED"));
                if !held && !told {
                    sum.fail(&self.name);
                }
            }
            Err(fault) => {
                voice::fault(&fault);
                sum.fail(&self.name);
            }
        }
    }

    fn said(&mut self, sum: &Mutex<&mut Summary>) -> Result<(Vec<String>, bool)> {
        if std::env::var_os("RUST_BACKTRACE").is_none() {
            self.command.env("RUST_BACKTRACE", "0");
        }
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot run {}", self.name))?;
        let output = child.stdout.take().context("its output")?;
        let mut later = Vec::new();
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("reading what the tests say")?;
            let line = String::from_utf8_lossy(&line).into_owned();
            if line.starts_with("test ") && !line.starts_with("test result: ") {
                voice::line(&line);
                sum.lock().unwrap_or_else(PoisonError::into_inner).read(&line);
            } else {
                later.push(line);
            }
        }
        let status = child.wait().context("waiting for a test program")?;
        Ok((later, status.success()))
    }
}
