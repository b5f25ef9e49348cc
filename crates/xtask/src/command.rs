//! Starting other programs: cargo without the traces of the cargo that started us, and errors that name the program.

use std::{
    env,
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::places::Places;

/// Cargo, working at the root; what the outer cargo told us about ourselves would make it build things twice.
pub(crate) fn cargo(places: &Places) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(places.root())
        .env("CARGO_TARGET_DIR", places.target());
    for (name, _) in env::vars_os() {
        let Some(name) = name.to_str() else { continue };
        let about_us = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if about_us.iter().any(|start| name.starts_with(start)) || name == "CARGO_PRIMARY_PACKAGE" {
            cargo.env_remove(name);
        }
    }
    // Set by `cargo run` to the libraries of this compiler, which is not the one of every child.
    cargo.env_remove("LD_LIBRARY_PATH");
    cargo
}

/// Runs to the end with its output in sight; anything but success is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot run `{name}`"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs to the end in silence; the last lines of what it said are in the error.
pub(crate) fn run_quietly(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot run `{name}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
        let tail = lines
            .get(lines.len().saturating_sub(6)..)
            .unwrap_or_default()
            .join("\n    ");
        bail!("`{name}` failed ({}): {tail}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs in silence for a bounded time; tells whether it succeeded in it.
pub(crate) fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
    else {
        return false;
    };
    let begun = Instant::now();
    while begun.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => break,
        }
    }
    // Too late: whether the kill arrives changes nothing for us.
    child.kill().and_then(|()| child.wait()).is_ok_and(|_| false)
}

/// Whether a program is found in PATH.
pub(crate) fn in_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// The whole path of the first of these programs that is found.
pub(crate) fn first_in_path(programs: &[&str]) -> Option<std::path::PathBuf> {
    let path = env::var_os("PATH")?;
    programs.iter().find_map(|program| {
        env::split_paths(&path)
            .map(|folder| folder.join(program))
            .find(|whole: &std::path::PathBuf| whole.is_file())
    })
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words: Vec<String> = std::iter::once(program)
        .chain(command.get_args())
        .map(|word: &OsStr| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}
