//! Each file beside its pressed forms, so that the server presses nothing while somebody waits.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

/// What one file weighs, in bytes.
pub(crate) struct Weight {
    /// Its name in the site.
    pub(crate) name: String,
    /// As it is.
    pub(crate) plain: u64,
    /// Pressed with brotli.
    pub(crate) brotli: u64,
    /// Pressed with gzip.
    pub(crate) gzip: u64,
}

/// Writes `.br` and `.gz` beside each file that gains by it, in all folders, and answers what they weigh.
pub(crate) fn press(folder: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            weights.extend(press(&path)?);
        } else if path.extension().is_some_and(|ending| {
            ["wasm", "js", "ftl", "css", "html", "svg"]
                .iter()
                .any(|it| ending == *it)
        }) {
            weights.push(press_file(&path)?);
        }
    }
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.plain));
    Ok(weights)
}

fn press_file(path: &Path) -> Result<Weight> {
    let plain = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let mut smallest = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut plain.as_slice(), &mut smallest, &best).context("pressing with brotli")?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&plain).context("pressing with gzip")?;
    let gzip = gzip.finish().context("pressing with gzip")?;
    for (ending, pressed) in [("br", &smallest), ("gz", &gzip)] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{ending}"));
        fs::write(&beside, pressed).with_context(|| format!("writing {}", beside.to_string_lossy()))?;
    }
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Weight {
        name,
        plain: length(&plain)?,
        brotli: length(&smallest)?,
        gzip: length(&gzip)?,
    })
}

fn length(bytes: &[u8]) -> Result<u64> {
    u64::try_from(bytes.len()).context("a length fits in 64 bits")
}
