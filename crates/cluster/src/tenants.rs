//! The PostgreSQL processes that a crash left in a folder: found, asked to leave, and waited for.
//! The lock of the folder is held by us at that moment, so none of them has a live owner.

use std::{
    fs, io,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::Fault;

/// A fast stop may have to write what memory holds; after this an immediate stop is asked, which loses nothing.
pub(crate) const POLITE: Duration = Duration::from_secs(15);

/// How long an immediate stop, then a kill, may take.
const FIRM: Duration = Duration::from_secs(10);

const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Ends whatever still runs in `tables`, then removes a pid file that names somebody else's process.
pub(crate) async fn turn_out(tables: &Path) -> Result<(), Fault> {
    let pid_file = tables.join("postmaster.pid");
    let named = fs::read_to_string(&pid_file)
        .ok()
        .and_then(|text| text.lines().next()?.trim().parse::<u32>().ok());
    let mut left = tenants(tables, named);
    if let Some(head) = named.filter(|pid| left.contains(pid)) {
        tracing::info!(pid = head, "ending the PostgreSQL that a crash left in this folder");
        send(head, Signal::INT);
        left = wait_until_gone(tables, named, POLITE).await;
        if left.contains(&head) {
            send(head, Signal::QUIT);
            left = wait_until_gone(tables, named, FIRM).await;
        }
    }
    // Processes without their head end by themselves as soon as they notice; the busy ones are told.
    for signal in [Signal::TERM, Signal::KILL] {
        if left.is_empty() {
            break;
        }
        left.iter().for_each(|pid| send(*pid, signal));
        left = wait_until_gone(tables, named, FIRM).await;
    }
    if let Some(pid) = left.first() {
        return Err(Fault::Stubborn {
            dir: tables.to_owned(),
            pid: *pid,
        });
    }
    // After a restart of the machine the number in a stale pid file may belong to anybody; PostgreSQL would refuse.
    match fs::remove_file(&pid_file) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(Fault::folder("remove", &pid_file)(source)),
        Ok(()) | Err(_) => Ok(()),
    }
}

async fn wait_until_gone(tables: &Path, named: Option<u32>, limit: Duration) -> Vec<u32> {
    let begun = Instant::now();
    loop {
        let left = tenants(tables, named);
        if left.is_empty() || begun.elapsed() > limit {
            return left;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// All PostgreSQL processes of a folder: each works in it, which `/proc` shows.
fn tenants(tables: &Path, named: Option<u32>) -> Vec<u32> {
    let Ok(processes) = fs::read_dir("/proc/self/..") else {
        return named.filter(|pid| is_head_by_ps(*pid, tables)).into_iter().collect();
    };
    processes
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|pid| lives_in(*pid, tables))
        .collect()
}

fn lives_in(pid: u32, tables: &Path) -> bool {
    let room = Path::new("/proc").join(pid.to_string());
    fs::read_to_string(room.join("comm")).is_ok_and(|name| name.starts_with("postgres"))
        && fs::read_link(room.join("cwd")).is_ok_and(|cwd| cwd == tables)
}

/// Where there is no `/proc`, the command line of the named process tells: we start it with `-D` and its folder.
fn is_head_by_ps(pid: u32, tables: &Path) -> bool {
    let said = Command::new("ps")
        .args(["-o", "command=", "-p", &pid.to_string()])
        .output();
    said.is_ok_and(|said| {
        let line = String::from_utf8_lossy(&said.stdout).into_owned();
        line.contains("postgres") && line.contains(&*tables.to_string_lossy())
    })
}

/// Sends a signal; a process that ended meanwhile is what was wanted.
pub(crate) fn send(pid: u32, signal: Signal) {
    let Some(target) = i32::try_from(pid).ok().and_then(Pid::from_raw) else {
        return;
    };
    if let Err(refused) = kill_process(target, signal)
        && test_kill_process(target).is_ok()
    {
        tracing::warn!(pid, %refused, "a signal could not be sent");
    }
}
