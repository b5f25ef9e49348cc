//! Known advisories on what is linked in: asked of RustSec by `cargo deny`, where both can be had. They come from outside and
//! change without us, so where they cannot be had this is said aloud, and nothing is counted as held.

use anyhow::{Result, bail};

use crate::{command, places::Places, voice};

/// Looks at them; whether they could be looked at.
pub(crate) fn check(places: &Places) -> Result<bool> {
    if !command::in_path("cargo-deny") {
        return Ok(unseen(
            "`cargo-deny` is not installed (`cargo install --locked cargo-deny`)",
        ));
    }
    let mut deny = command::cargo(places);
    let said = deny.args(["deny", "check", "advisories"]).output()?;
    if said.status.success() {
        return Ok(true);
    }
    let why = String::from_utf8_lossy(&said.stderr).into_owned();
    if is_out_of_reach(&why) {
        return Ok(unseen("the list of RustSec could not be reached"));
    }
    bail!("{}", why.trim())
}

fn unseen(why: &str) -> bool {
    voice::line(&format!("NOT LOOKED AT: known advisories on the crates: {why}"));
    false
}

fn is_out_of_reach(said: &str) -> bool {
    said.contains("failed to fetch advisory database")
}

#[cfg(test)]
mod tests {
    use super::is_out_of_reach;

    #[test]
    fn a_list_that_is_out_of_reach_is_told_from_one_that_names_a_crate() {
        assert!(is_out_of_reach(
            "[ERROR] failed to fetch advisory database https://github.com/RustSec/advisory-db with cli"
        ));
        assert!(!is_out_of_reach(
            "error[vulnerability]: Marvin Attack: potential key recovery"
        ));
    }
}
