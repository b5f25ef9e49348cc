//! The files of the site under their lasting names: each name holds the hash of the content, and who refers to a
//! file refers to that name. The order follows from it: first what refers to nothing, `index.html` last.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::{pieces, typefaces};
use sentences::{Chapter, Language};

/// The style of the web typefaces, left out where their files cannot be had.
const TYPEFACE_STYLE: &str = "fonts.css";

/// The typeface that the first screen needs at once.
const FIRST_SEEN: &str = "/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2";

/// Lays the whole site out in `to`.
pub(crate) fn assemble(frontend: &Path, bound: &Path, fonts: &[PathBuf], to: &Path) -> Result<()> {
    let mut site = Site {
        folder: to.to_owned(),
        names: BTreeMap::new(),
    };
    fs::create_dir_all(to.join("fonts")).context("making the site's folders")?;
    for font in fonts {
        let name = font.file_name().context("a typeface has a name")?.to_string_lossy();
        site.add(&format!("/fonts/{name}"), &read(font)?)?;
    }
    if !fonts.is_empty() {
        fs::write(to.join("fonts/LICENSES.txt"), typefaces::licences(fonts)?).context("writing the licences")?;
    }
    let style = site.with_lasting_names(&joined_style(&frontend.join("style"), !fonts.is_empty())?);
    site.add("/style.css", style.as_bytes())?;
    site.add("/icon.svg", &read(&frontend.join("icon.svg"))?)?;
    for module in files(bound, "wasm")? {
        let name = module.file_name().context("a module has a name")?.to_string_lossy();
        site.add(&format!("/{name}"), &read(&module)?)?;
    }
    site.add_scripts(bound, &["frontend.js", pieces::SCRIPT])?;
    copy_snippets(&bound.join("snippets"), &to.join("snippets"))?;
    for (language, chapter) in tables() {
        site.add(
            &words_of(language, chapter),
            without_remarks(chapter.source(language)).as_bytes(),
        )?;
    }
    let start = site.with_lasting_names(&text(&frontend.join("start.js"))?);
    site.add("/start.js", start.as_bytes())?;

    let page = site.with_lasting_names(&site.page(&text(&frontend.join("index.html"))?)?);
    fs::write(to.join("index.html"), page).context("writing index.html")?;
    fs::write(to.join("build-id"), site.build_id()).context("writing the build's id")
}

struct Site {
    folder: PathBuf,
    /// The name in the sources and the name on the wire, both from the root.
    names: BTreeMap<String, String>,
}

impl Site {
    fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let lasting = self.lasting(name, &short_hash(content))?;
        self.write(&lasting, content)
    }

    /// Adds scripts that refer to each other: all bear the hash of them all.
    fn add_scripts(&mut self, from: &Path, scripts: &[&str]) -> Result<()> {
        let texts = scripts
            .iter()
            .map(|script| Ok(from_the_root(&text(&from.join(script))?)));
        let texts: Vec<String> = texts.collect::<Result<_>>()?;
        let known: Vec<String> = texts.iter().map(|text| self.with_lasting_names(text)).collect();
        let hash = short_hash(known.join("\n").as_bytes());
        let lasting = scripts.iter().map(|script| self.lasting(&format!("/{script}"), &hash));
        let lasting: Vec<String> = lasting.collect::<Result<_>>()?;
        for (name, text) in lasting.iter().zip(&known) {
            self.write(name, self.with_lasting_names(text).as_bytes())?;
        }
        Ok(())
    }

    /// The lasting name of a file, under which all others know it from now on.
    fn lasting(&mut self, name: &str, hash: &str) -> Result<String> {
        let Some((stem, ending)) = name.rsplit_once('.') else {
            bail!("{name} has no ending")
        };
        let lasting = format!("{stem}.{hash}.{ending}");
        self.names.insert(name.to_owned(), lasting.clone());
        Ok(lasting)
    }

    fn write(&self, lasting: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(lasting.trim_start_matches('/'));
        fs::write(&path, content).with_context(|| format!("writing {}", path.display()))
    }

    /// Replaces each quoted name by the lasting one.
    fn with_lasting_names(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, lasting)| {
            ['"', '\''].iter().fold(text, |text, quote| {
                text.replace(&format!("{quote}{name}{quote}"), &format!("{quote}{lasting}{quote}"))
            })
        })
    }

    /// Tells the page which build it is, where the sentences lie, and what to ask for before the scripts say so.
    fn page(&self, html: &str) -> Result<String> {
        let html = with_sentences(html);
        let Some((head, body)) = html.split_once("</head>") else {
            bail!("frontend/index.html has no </head>")
        };
        let mut early = format!("<meta name=\"trame-build\" content=\"{}\">\n", self.build_id());
        for (language, chapter) in tables() {
            let (tag, of, name) = (language.tag(), chapter.name(), words_of(language, chapter));
            early.push_str(&format!(
                "    <meta name=\"trame-words-{tag}-{of}\" content=\"{name}\">\n"
            ));
        }
        let first = words_of(Language::Fr, Chapter::First);
        early.push_str(&format!(
            "    <link rel=\"preload\" href=\"{first}\" as=\"fetch\" crossorigin>\n"
        ));
        for script in ["/frontend.js", "/pieces.js"] {
            early.push_str(&format!("    <link rel=\"modulepreload\" href=\"{script}\">\n"));
        }
        early.push_str(
            "    <link rel=\"preload\" href=\"/frontend_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
        );
        if self.names.contains_key(FIRST_SEEN) {
            early.push_str(&format!(
                "    <link rel=\"preload\" href=\"{FIRST_SEEN}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
            ));
        }
        Ok(format!("{}    {early}  </head>{body}", head.trim_end_matches(' ')))
    }

    /// One name for the whole of what the browser holds.
    fn build_id(&self) -> String {
        let all: Vec<&str> = self.names.values().map(String::as_str).collect();
        short_hash(all.join("\n").as_bytes())
    }
}

/// The files of a folder that end so, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|its| its == ending));
    files.sort();
    Ok(files)
}

/// A script of the tools, which refers to what lies beside it, as all others refer: from the root.
fn from_the_root(script: &str) -> String {
    let imports = script.replace("from \"./", "from \"/");
    imports.replace("new URL(\"./", "new URL(\"/")
}

/// All chapters that a browser may ask for, in each language.
fn tables() -> impl Iterator<Item = (Language, Chapter)> {
    let said_there = Chapter::ALL.iter().filter(|chapter| **chapter != Chapter::Server);
    said_there.flat_map(|chapter| [(Language::Fr, *chapter), (Language::En, *chapter)])
}

/// Where a chapter lies.
fn words_of(language: Language, chapter: Chapter) -> String {
    format!("/{}_{}.ftl", language.tag(), chapter.name())
}

/// A table without what is said to those who write it only.
fn without_remarks(table: &str) -> String {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Puts the French sentence of a key wherever the page says `{{key}}`: before the program runs nothing else can speak.
fn with_sentences(html: &str) -> String {
    let mut parts = html.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once("}}").unwrap_or((part, ""));
        page.push_str(&sentences::say(Language::Fr, key, &[]));
        page.push_str(rest);
    }
    page
}

/// The style sheets in the order of their names, as one.
fn joined_style(folder: &Path, with_typefaces: bool) -> Result<String> {
    let mut sheets = files(folder, "css")?;
    sheets.retain(|sheet| with_typefaces || !sheet.ends_with(TYPEFACE_STYLE));
    let texts: Result<Vec<String>> = sheets.iter().map(|sheet| text(sheet)).collect();
    Ok(texts?.join("\n"))
}

/// Scripts that crates bring; their folders are already named by content.
fn copy_snippets(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a script has a name")?);
        if path.is_dir() {
            copy_snippets(&path, &target)?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}

/// Sixteen hexadecimal digits that stand for a content.
fn short_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content)).chars().take(16).collect()
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_named_by_content_and_every_reference_follows() {
        let place = tempfile::tempdir().unwrap();
        let frontend = place.path().join("frontend");
        fs::create_dir_all(frontend.join("style")).unwrap();
        let put = |name: &str, content: &str| fs::write(frontend.join(name), content).unwrap();
        put("style/b.css", "b{}");
        put("style/a.css", "a{}");
        put("style/fonts.css", "url(\"/fonts/x.woff2\")");
        put("icon.svg", "<svg/>");
        put(
            "start.js",
            "import init from \"/frontend.js\"; init(\"/frontend_bg.wasm\");",
        );
        put(
            "index.html",
            "<head>\n<link href=\"/style.css\">\n  </head><script src=\"/start.js\">{{opening}}",
        );
        let bound = place.path().join("bound");
        fs::create_dir_all(&bound).unwrap();
        fs::write(bound.join("frontend_bg.wasm"), "wasm").unwrap();
        fs::write(bound.join("split_load.wasm"), "piece").unwrap();
        let main = "import * as import1 from \"./pieces.js\"; export default { \"./pieces.js\": import1 };";
        fs::write(bound.join("frontend.js"), main).unwrap();
        let loader = "import { it } from \"./frontend.js\"; fetch(new URL(\"./split_load.wasm\", import.meta.url));";
        fs::write(bound.join("pieces.js"), loader).unwrap();

        let site = place.path().join("site");
        assemble(&frontend, &bound, &[], &site).unwrap();

        let names: Vec<String> = fs::read_dir(&site)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let one = |start: &str, end: &str| {
            names
                .iter()
                .find(|name| name.starts_with(start) && name.ends_with(end))
                .unwrap()
                .clone()
        };
        let page = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(
            page.contains(&one("style.", ".css")) && page.contains(&one("start.", ".js")),
            "{page}"
        );
        assert!(
            page.contains("trame-build") && page.contains(&one("frontend_bg.", ".wasm")),
            "{page}"
        );
        assert!(
            page.contains("s’ouvre…")
                && page.contains(&one("fr_first.", ".ftl"))
                && page.contains(&one("en_week.", ".ftl")),
            "{page}"
        );
        assert!(
            !names.iter().any(|name| name.contains("_server.")),
            "no browser says what the server alone says: {names:?}"
        );
        let start = fs::read_to_string(site.join(one("start.", ".js"))).unwrap();
        assert!(
            start.contains(&one("frontend.", ".js")) && start.contains(&one("frontend_bg.", ".wasm")),
            "{start}"
        );
        let main = fs::read_to_string(site.join(one("frontend.", ".js"))).unwrap();
        assert!(
            main.contains(&format!("from \"/{}\"", one("pieces.", ".js"))) && main.contains("\"./pieces.js\": import1"),
            "the module keeps the name under which it imports: {main}"
        );
        let loader = fs::read_to_string(site.join(one("pieces.", ".js"))).unwrap();
        assert!(
            loader.contains(&one("frontend.", ".js")) && loader.contains(&one("split_load.", ".wasm")),
            "{loader}"
        );
        let style = fs::read_to_string(site.join(one("style.", ".css"))).unwrap();
        assert_eq!(
            style, "a{}\nb{}",
            "in the order of names, without typefaces that are not there"
        );
    }
}
