//! `trame witness`: run elsewhere, by someone who does not run the log. Looks at the newest checkpoint of a Trame, has it
//! prove that it follows the one she saw last, signs it too, and keeps it. She needs no account and sees no content.

mod asking;
mod memory;

use super::say;
use anyhow::Context;
use asking::Trame;
use clap::Args;
use jiff::Timestamp;
use memory::Memory;
use std::path::PathBuf;
use std::process::ExitCode;
use transparency::{Checkpoint, Kind, Note, PublicKey, Rewritten, Signer, cosign, follows};

/// The history was rewritten: told apart from a Trame that does not answer, so that a machine can raise the alarm.
const REWRITTEN: u8 = 4;

#[derive(Args)]
pub(super) struct Witness {
    /// Where the Trame is served, such as <https://trame.example.fr>.
    #[arg(long, value_name = "URL")]
    of: String,
    /// The public key of its log, as `trame log key` prints it there.
    #[arg(long, value_name = "KEY", value_parser = |line: &str| PublicKey::parse(line))]
    key: PublicKey,
    /// The name under which to sign, such as witness.example.fr/1.
    #[arg(long)]
    name: String,
    /// The folder of what is remembered: the own key, made when it is missing, and the checkpoint seen last.
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// The file with the token that `trame log admit` printed there.
    #[arg(long, value_name = "FILE")]
    token: PathBuf,
}

impl Witness {
    /// Looks once.
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let token = std::fs::read_to_string(&self.token)
            .with_context(|| format!("the token in {} cannot be read", self.token.display()))?;
        let trame = Trame::at(&self.of, token.trim())?;
        let memory = Memory::in_folder(&self.state)?;
        let seed = memory.seed()?;
        let signer = Signer::from_seed(&self.name, Kind::Witness, &seed)?;
        let seen = memory.seen(&self.key)?;

        let mut note = trame.checkpoint()?;
        let shown = Checkpoint::opened(&note, &self.key).context("what the Trame shows cannot be believed")?;
        if let Some(seen) = &seen
            && let Err(rewritten) = judged(seen, &shown, &trame)?
        {
            let kept = memory.keep_refused(&note)?;
            say::line(&format!(
                "trame: THE HISTORY WAS REWRITTEN: {rewritten}. Nothing was signed. What was shown is kept in {}, what \
                 was seen before in {}: both are signed by the log, and together they prove it.",
                kept.display(),
                memory.seen_file().display()
            ));
            return Ok(ExitCode::from(REWRITTEN));
        }
        // Of the notes that others signed too, only the log's own line is taken on.
        note.signatures.retain(|line| self.key.signature_is(line));
        let now = u64::try_from(Timestamp::now().as_second()).context("the clock stands before 1970")?;
        note.signatures.push(cosign(&signer, &note, now));
        // Kept before it is shown: what was signed can then never be forgotten.
        memory.keep_seen(&note)?;
        tell(&shown, seen.as_ref(), &signer);
        say::answer(note.to_string().trim_end())?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Whether what is shown follows what was seen; the outer error is a Trame that does not answer.
fn judged(seen: &Checkpoint, shown: &Checkpoint, trame: &Trame) -> anyhow::Result<Result<(), Rewritten>> {
    let proof = if seen.size < shown.size {
        trame.consistency(seen.size, shown.size)?
    } else {
        Vec::new()
    };
    Ok(follows(seen, shown, &proof))
}

fn tell(shown: &Checkpoint, seen: Option<&Checkpoint>, signer: &Signer) {
    let since = match seen {
        Some(seen) => format!("they begin with the {} that were seen before", seen.size),
        None => "the first that were seen".to_owned(),
    };
    say::line(&format!(
        "{}: {} events, {since}; signed as {}",
        shown.origin,
        shown.size,
        signer.public()
    ));
}

/// A note in a file, as it was kept.
fn parsed(text: &str) -> anyhow::Result<Note> {
    Ok(Note::parse(text)?)
}
