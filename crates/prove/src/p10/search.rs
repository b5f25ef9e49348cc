//! Words looked for in every byte of some folders, in each form in which a program might have left them.

use super::territory::Words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use flate2::read::MultiGzDecoder;
use memchr::memmem;
use std::fs;
use std::io::Read;
use std::path::Path;

/// What was found where.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) files: u64,
    pub(crate) bytes: u64,
    /// Sealed words that lie in the open.
    pub(crate) canaries: u64,
    /// The word that was written in clear on purpose.
    pub(crate) control: u64,
}

/// Looks for the canaries of everybody, and for the control.
pub(crate) fn searched(folders: &[&Path], words: &Words) -> anyhow::Result<Found> {
    let sealed: Vec<Vec<u8>> = [&words.hers, &words.his]
        .into_iter()
        .flat_map(|word| forms(word))
        .collect();
    let control = forms(&words.control);
    let mut found = Found::default();
    for folder in folders {
        walk(folder, &mut |bytes| {
            found.files += 1;
            found.bytes += u64::try_from(bytes.len()).unwrap_or_default();
            found.canaries += times(bytes, &sealed);
            found.control += times(bytes, &control);
        })?;
    }
    Ok(found)
}

fn times(bytes: &[u8], forms: &[Vec<u8>]) -> u64 {
    let times: usize = forms.iter().map(|form| memmem::find_iter(bytes, form).count()).sum();
    u64::try_from(times).unwrap_or(u64::MAX)
}

/// A word raw, in small letters, in UTF-16, in hex, and in base64 wherever it may begin.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut forms = vec![
        word.as_bytes().to_vec(),
        word.to_lowercase().into_bytes(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
    ];
    for offset in 0..3_usize {
        let shifted = [&[0; 3][..offset], word.as_bytes()].concat();
        let text = STANDARD_NO_PAD.encode(&shifted);
        // The letters that hold a part of the neighbours are left out.
        let (from, to) = ((offset * 8).div_ceil(6), shifted.len() * 8 / 6);
        forms.extend(text.get(from..to).map(|text| text.as_bytes().to_vec()));
    }
    forms
}

fn walk(folder: &Path, look: &mut impl FnMut(&[u8])) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, look)?;
        } else if path.is_file() {
            let bytes = fs::read(&path)?;
            if bytes.starts_with(&[0x1f, 0x8b]) {
                let mut unpacked = Vec::new();
                MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked)?;
                look(&unpacked);
            }
            look(&bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_each_form() {
        let forms = forms("CANARIabcdefgh");
        let base64 = |before: &str| {
            STANDARD_NO_PAD
                .encode(format!("{before}CANARIabcdefgh et la suite"))
                .into_bytes()
        };
        let hidden: [Vec<u8>; 6] = [
            b"..CANARIabcdefgh..".to_vec(),
            b"434e...43414e4152496162636465666768".to_vec(),
            "xCANARIabcdefgh".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            base64(""),
            base64("x"),
            base64("xy"),
        ];
        for bytes in hidden {
            assert!(times(&bytes, &forms) > 0, "{}", String::from_utf8_lossy(&bytes));
        }
        assert_eq!(times(b"CANARIabcdefg", &forms), 0);
    }
}
