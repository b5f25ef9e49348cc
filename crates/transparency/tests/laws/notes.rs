//! Signed notes, checkpoints and cosignatures: read back as written, and refused when anything was touched.

use proptest::prelude::*;
use transparency::{Checkpoint, Kind, NotACheckpoint, Note, PublicKey, Signer, cosign, cosigned_at, nothing};

/// The key, the text and the signature with which notes are explained in the documentation of their first library
/// (golang.org/x/mod/sumdb/note).
const KNOWN_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const KNOWN_NOTE: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\n\
    \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn log() -> Signer {
    Signer::from_seed("trame/3f9c21", Kind::Log, &[1; 32]).unwrap()
}

fn witness() -> Signer {
    Signer::from_seed("witness.example/w1", Kind::Witness, &[2; 32]).unwrap()
}

fn checkpoint() -> Checkpoint {
    Checkpoint {
        origin: "trame/3f9c21".to_owned(),
        size: 1_234,
        root: [9; 32],
    }
}

#[test]
fn a_note_and_a_key_of_another_program_are_understood() {
    let key = PublicKey::parse(KNOWN_KEY).unwrap();
    assert_eq!(
        (key.name(), key.kind(), key.to_string().as_str()),
        ("PeterNeumann", Kind::Log, KNOWN_KEY)
    );
    let note = Note::parse(KNOWN_NOTE).unwrap();
    assert_eq!(note.to_string(), KNOWN_NOTE);
    // Signed by its key, though no checkpoint.
    assert_eq!(Checkpoint::opened(&note, &key), Err(NotACheckpoint::Unreadable));
    let other = KNOWN_NOTE.replace("your problem is", "the problem is");
    assert_eq!(
        Checkpoint::opened(&Note::parse(&other).unwrap(), &key),
        Err(NotACheckpoint::Forged)
    );
}

#[test]
fn a_checkpoint_is_three_lines_and_a_signature() {
    let note = checkpoint().signed(&log()).to_string();
    let lines: Vec<_> = note.lines().collect();
    let root = "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=";
    assert_eq!(&lines[..4], ["trame/3f9c21", "1234", root, ""]);
    assert!(lines[4].starts_with("\u{2014} trame/3f9c21 "), "{note}");
    assert_eq!(lines.len(), 5);
    let read = Note::parse(&note).unwrap();
    assert_eq!(Checkpoint::opened(&read, log().public()), Ok(checkpoint()));
    let signature = &log().public().signature(&read).unwrap().bytes;
    assert!(checkpoint().is_signed_by(log().public(), signature));
    assert!(
        !Checkpoint {
            size: 1_235,
            ..checkpoint()
        }
        .is_signed_by(log().public(), signature)
    );
}

#[test]
fn only_the_log_signs_for_the_log() {
    let stranger = Signer::from_seed("trame/3f9c21", Kind::Log, &[3; 32]).unwrap();
    let note = checkpoint().signed(&stranger);
    assert_eq!(Checkpoint::opened(&note, log().public()), Err(NotACheckpoint::Unsigned));
    // The same key under another kind is another key.
    let witness = Signer::from_seed("trame/3f9c21", Kind::Witness, &[1; 32]).unwrap();
    let note = checkpoint().signed(&witness);
    assert_eq!(Checkpoint::opened(&note, log().public()), Err(NotACheckpoint::Unsigned));
    let other = Checkpoint {
        origin: "trame/other".to_owned(),
        ..checkpoint()
    };
    assert_eq!(
        Checkpoint::opened(&other.signed(&log()), log().public()),
        Err(NotACheckpoint::OtherLog)
    );
}

#[test]
fn a_checkpoint_has_one_form() {
    let text = checkpoint().to_string();
    assert_eq!(Checkpoint::parse(&text), Ok(checkpoint()));
    for other in [
        text.replace("1234", "01234"),
        text.replace("1234", "+1234"),
        text.replace("1234", "-1"),
        text.replace("CQk=", "CQl="),
        text.replace("CQk=", "CQk"),
        format!("{text}an extension\n"),
        text.trim_end().to_owned(),
        text.replace("trame/3f9c21", ""),
        String::new(),
    ] {
        assert_eq!(Checkpoint::parse(&other), Err(NotACheckpoint::Unreadable), "{other:?}");
    }
}

#[test]
fn a_witness_signs_what_she_saw_and_when() {
    let mut note = checkpoint().signed(&log());
    assert_eq!(cosigned_at(&note, witness().public()), None);
    note.signatures.push(cosign(&witness(), &note, 1_679_315_147));
    let read = Note::parse(&note.to_string()).unwrap();
    assert_eq!(cosigned_at(&read, witness().public()), Some(1_679_315_147));
    assert_eq!(Checkpoint::opened(&read, log().public()), Ok(checkpoint()));

    let mut later = read.clone();
    later.signatures[1].bytes[7] += 1;
    assert_eq!(cosigned_at(&later, witness().public()), None, "the time is signed too");
    let mut cut = read;
    cut.signatures[1].bytes.truncate(5);
    assert_eq!(cosigned_at(&cut, witness().public()), None);
}

#[test]
fn what_is_not_a_note_or_a_key_is_refused() {
    let note = checkpoint().signed(&log()).to_string();
    for other in [
        String::new(),
        "\n\n".to_owned(),
        note.trim_end().to_owned(),
        note.replace("\n\n", "\n"),
        note.replace('\u{2014}', "-"),
        note.replace("1234", "12\t34"),
        format!("{note}\n"),
        "x".repeat(70_000),
    ] {
        assert!(Note::parse(&other).is_err(), "{other:?}");
    }
    for other in [
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcIQ",
    ] {
        assert!(PublicKey::parse(other).is_err(), "{other}");
    }
    assert!(Signer::from_seed("two words", Kind::Log, &[1; 32]).is_err());
    assert!(Signer::from_seed("", Kind::Log, &[1; 32]).is_err());
}

#[test]
fn a_key_that_signs_does_not_show_itself() {
    let shown = format!("{:?}", log());
    assert_eq!(shown, format!("Signer({})", log().public()));
}

proptest! {
    #[test]
    fn keys_and_checkpoints_are_read_back_as_written(size in any::<u64>(), root in any::<[u8; 32]>(), seed in any::<[u8; 32]>()) {
        let log = Signer::from_seed("trame/3f9c21", Kind::Log, &seed).unwrap();
        prop_assert_eq!(&PublicKey::parse(&log.public().to_string()).unwrap(), log.public());
        let told = Checkpoint { origin: "trame/3f9c21".to_owned(), size, root };
        let note = Note::parse(&told.signed(&log).to_string()).unwrap();
        prop_assert_eq!(Checkpoint::opened(&note, log.public()), Ok(told));
    }

    #[test]
    fn one_byte_that_differs_is_noticed(place in any::<prop::sample::Index>(), change in 1_u8..128) {
        let log = log();
        let told = Checkpoint { root: nothing(), ..checkpoint() };
        let mut note = told.signed(&log).to_string().into_bytes();
        let place = place.index(note.len());
        note[place] ^= change;
        let read = String::from_utf8(note).ok().and_then(|note| Note::parse(&note).ok());
        prop_assert!(read.is_none_or(|note| Checkpoint::opened(&note, log.public()).is_err()));
    }

    #[test]
    fn nothing_that_is_read_makes_it_stumble(note in any::<String>(), key in any::<String>()) {
        let read = Note::parse(&note).map(|note| Checkpoint::opened(&note, log().public()).is_ok());
        prop_assert!(!read.unwrap_or_default());
        prop_assert!(PublicKey::parse(&key).is_err());
    }
}
