//! Under which account PostgreSQL runs: it refuses root, so root goes through a user namespace or another account.
//! The rule kept: a folder keeps its owner, so that whoever made it can use it again.

use std::{
    fs,
    os::unix::fs::{MetadataExt, chown},
    path::Path,
    process::{Command, Stdio},
};

use crate::{Binaries, Fault};

/// The account of last resort: "nobody" has this number on nearly every system.
const NOBODY: u32 = 65534;

/// How a program of PostgreSQL is started so that it does not see itself as root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Account {
    /// As the user who asks.
    Same,
    /// The user who asks outside, a user with a name inside: the files stay the asker's.
    Namespace { inside: u32 },
    /// Another account of this machine; with `reach` it may walk through folders that are closed to it.
    Other { uid: u32, gid: u32, reach: bool },
}

impl Account {
    /// Chooses the way that works for a folder, and hands the folder to that account.
    pub(crate) fn choose(home: &Path, binaries: &Binaries) -> Result<Self, Fault> {
        let me = rustix::process::geteuid();
        let named = named_users();
        let nameless = !named.is_empty() && !named.contains(&me.as_raw());
        // `initdb` looks its user up, so the number inside must be one that has a name.
        let inside = named.iter().copied().find(|uid| *uid != 0).unwrap_or(1000);
        let namespace = Self::Namespace { inside };
        if !me.is_root() {
            // A network directory may name users that the local list does not: the namespace is only tried first.
            return Ok(if nameless && namespace.reaches(home, binaries) {
                namespace
            } else {
                Self::Same
            });
        }
        let owner = fs::metadata(home).map_err(Fault::folder("look at", home))?;
        if owner.uid() == 0 && namespace.reaches(home, binaries) {
            return Ok(namespace);
        }
        let (uid, gid) = if owner.uid() == 0 {
            (NOBODY, NOBODY)
        } else {
            (owner.uid(), owner.gid())
        };
        hand_over(home, uid, gid)?;
        [false, true]
            .into_iter()
            .map(|reach| Self::Other { uid, gid, reach })
            .find(|account| account.reaches(home, binaries))
            .ok_or_else(|| Fault::OnlyRoot { dir: home.to_owned() })
    }

    /// The command line that runs a program under this account.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::Same => Command::new(program),
            Self::Namespace { inside } => {
                let mut unshare = Command::new("unshare");
                unshare
                    .arg("--user")
                    .arg(format!("--map-user={inside}"))
                    .arg(format!("--map-group={inside}"));
                unshare.arg("--").arg(program);
                unshare
            }
            Self::Other { uid, gid, reach } => {
                let mut setpriv = Command::new("setpriv");
                setpriv
                    .arg(format!("--reuid={uid}"))
                    .arg(format!("--regid={gid}"))
                    .arg("--clear-groups");
                if *reach {
                    setpriv.args(["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"]);
                }
                setpriv.arg("--").arg(program);
                setpriv
            }
        };
        // Settings of somebody's shell must not reach this cluster.
        for name in [
            "PGDATA",
            "PGPORT",
            "PGHOST",
            "PGUSER",
            "PGDATABASE",
            "PGOPTIONS",
            "PGTZ",
            "PGDATESTYLE",
        ] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").stdin(Stdio::null());
        command
    }

    /// Gives a file or folder that we just made to this account.
    pub(crate) fn give(&self, path: &Path) -> Result<(), Fault> {
        match self {
            Self::Same | Self::Namespace { .. } => Ok(()),
            Self::Other { uid, gid, .. } => {
                chown(path, Some(*uid), Some(*gid)).map_err(Fault::folder("hand over", path))
            }
        }
    }

    /// The user id that files of this account bear.
    pub(crate) fn uid(&self) -> u32 {
        match self {
            Self::Same | Self::Namespace { .. } => rustix::process::geteuid().as_raw(),
            Self::Other { uid, .. } => *uid,
        }
    }

    /// Whether this account can really enter the folder and run the server: asking for rights is not enough, because
    /// that question is answered without the capabilities that would let it in.
    fn reaches(&self, home: &Path, binaries: &Binaries) -> bool {
        let mut trial = self.command(Path::new("sh"));
        trial
            .args(["-c", r#"cd -- "$1" && exec "$2" --version"#, "sh"])
            .arg(home)
            .arg(binaries.program("postgres"));
        trial.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
        trial.status().is_ok_and(|status| status.success())
    }
}

/// The numbers of the users that the local list names, in its order.
fn named_users() -> Vec<u32> {
    let list = fs::read_to_string("/etc/passwd").unwrap_or_default();
    list.lines()
        .filter_map(|line| line.split(':').nth(2)?.parse().ok())
        .collect()
}

/// Changes the owner of a folder and all that is in it, where it differs.
fn hand_over(path: &Path, uid: u32, gid: u32) -> Result<(), Fault> {
    let found = fs::symlink_metadata(path).map_err(Fault::folder("look at", path))?;
    if found.is_symlink() {
        return Ok(());
    }
    if found.uid() != uid {
        chown(path, Some(uid), Some(gid)).map_err(Fault::folder("hand over", path))?;
    }
    if found.is_dir() {
        for entry in fs::read_dir(path).map_err(Fault::folder("read", path))? {
            hand_over(&entry.map_err(Fault::folder("read", path))?.path(), uid, gid)?;
        }
    }
    Ok(())
}
