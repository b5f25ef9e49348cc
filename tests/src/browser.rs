//! A real browser, headless, that reaches nothing but this machine. It and its driver end with the value.

use crate::house::{DEADLINE, House, Member};
use contract::BUILD_HEADER;
use serde_json::{Value, json};
use std::env;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{By, ChromiumLikeCapabilities, DesiredCapabilities, Key, TypingData, WebDriver, WebElement};
use tokio::io::{AsyncBufReadExt, BufReader};

/// Headless, quiet, and without a way to any other host.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-default-apps",
    "--disable-extensions",
    "--lang=fr-FR",
    "--window-size=1440,900",
    "--proxy-server=direct://",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

/// What is asked of every screen: WCAG 2.2 A and AA.
const AUDIT: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
        found => done(found.violations.map(each => each.id + ': '
            + each.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | '))),
        fault => done([String(fault)]));";

/// A window of someone.
pub(crate) struct Browser {
    driver: WebDriver,
    base: String,
    // Dropped after the window: the folder of a browser that still runs cannot go.
    _process: Process,
    _profile: TempDir,
}

/// The driver and the browsers it started, one group of processes.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        drop(Command::new("kill").args(["-KILL", "--", &group]).status());
        drop(self.0.wait());
    }
}

impl Browser {
    /// A fresh window without a cookie, on the sign-in page.
    pub(crate) async fn open(house: &House) -> Self {
        Self::open_at(house.url("")).await
    }

    /// The same, where the house is reached under this address.
    pub(crate) async fn open_at(base: String) -> Self {
        let profile = TempDir::new().unwrap();
        let (process, port) = start_driver().await;
        let mut wishes = DesiredCapabilities::chrome();
        wishes
            .set_binary(&program("CHROME", &["chromium", "chromium-browser", "google-chrome"]))
            .unwrap();
        for flag in FLAGS {
            wishes.add_arg(flag).unwrap();
        }
        let folder = format!("--user-data-dir={}", profile.path().display());
        wishes.add_arg(&folder).unwrap();
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes)
            .await
            .unwrap();
        let browser = Self {
            driver,
            base,
            _process: process,
            _profile: profile,
        };
        browser.looks(1440, "light").await;
        browser.goes_to("/").await;
        browser
    }

    /// The same, signed in as someone.
    pub(crate) async fn of(house: &House, member: &Member) -> Self {
        let browser = Self::open(house).await;
        browser.signs_in(member).await;
        browser
    }

    pub(crate) async fn signs_in(&self, member: &Member) {
        self.enters(member.login(), member.password()).await;
    }

    pub(crate) async fn enters(&self, login: &str, password: &str) {
        self.types("login", login).await;
        self.types("password", password).await;
        self.presses("Entrer").await;
        self.find("header.bar .me").await;
    }

    /// What an element says.
    pub(crate) async fn says_at(&self, css: &str) -> String {
        self.find(css).await.text().await.unwrap()
    }

    pub(crate) async fn closes(self) {
        self.driver.clone().quit().await.unwrap();
    }

    /// How wide the screen is, and whether the device is light or dark.
    pub(crate) async fn looks(&self, width: u32, light: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await;
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": light },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.cdp("Emulation.setEmulatedMedia", media).await;
    }

    async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(method, parameters).await.unwrap()
    }

    pub(crate) async fn goes_to(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.base)).await.unwrap();
    }

    /// Waits until the address is this one.
    pub(crate) async fn comes_to(&self, path: &str) {
        let script = "
            const [path, most, done] = arguments;
            const there = () => location.pathname === path;
            if (there()) { done(true); return; }
            const late = setTimeout(() => { clearInterval(watch); done(location.pathname); }, most);
            const watch = setInterval(() => {
                if (there()) { clearTimeout(late); clearInterval(watch); done(true); }
            }, 20);";
        let came = self.run_async(script, vec![json!(path), json!(15_000)]).await;
        assert_eq!(
            came,
            true,
            "the address never became {path}; the page says:\n{}",
            self.says().await
        );
    }

    /// The first element, once it is there.
    pub(crate) async fn find(&self, css: &str) -> WebElement {
        self.wait(By::Css(css.to_owned()), css).await
    }

    async fn wait(&self, by: By, what: &str) -> WebElement {
        let query = self.driver.query(by).wait(DEADLINE, Duration::from_millis(50));
        match query.first().await {
            Ok(element) => element,
            Err(_) => panic!(
                "{what} never came; the page says:\n{}\nit asked for:\n{}\nits console:\n{}",
                self.says().await,
                self.has_asked().await,
                self.complains().await
            ),
        }
    }

    /// What the page asked for and was answered, each with the milliseconds in which it came.
    async fn has_asked(&self) -> String {
        let script = "return performance.getEntriesByType('resource')
            .map(each => new URL(each.name).pathname + ' ' + Math.round(each.duration)).join('\\n')";
        self.run(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Makes every page tell its lines for live updates, from the next one on.
    pub(crate) async fn tells_its_lines(&self) {
        let source = "window.lines = [];
            const Line = window.EventSource;
            window.EventSource = class extends Line {
                constructor(url) { super(url); window.lines.push(this); }
            };";
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }))
            .await;
    }

    /// How many lines for live updates the page holds.
    pub(crate) async fn lines(&self) -> Option<u64> {
        let script = "return window.lines.filter(line => line.readyState !== EventSource.CLOSED).length";
        self.run(script).await.as_u64()
    }

    /// Whether the page stands in front, as if another tab were chosen, or this one again.
    pub(crate) async fn stands_in_front(&self, front: bool) {
        let script = "const [front] = arguments;
            Object.defineProperty(document, 'hidden', { value: !front, configurable: true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";
        self.run_with(script, vec![json!(front)]).await;
    }

    /// What went wrong in the page, as it told its console.
    async fn complains(&self) -> String {
        match self.driver.get_log("browser").await {
            Ok(told) => told
                .into_iter()
                .map(|entry| entry.message)
                .collect::<Vec<_>>()
                .join("\n"),
            Err(fault) => fault.to_string(),
        }
    }

    /// What the page says now.
    pub(crate) async fn says(&self) -> String {
        let said = self.run("return document.body.innerText").await;
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page says something.
    pub(crate) async fn reads(&self, text: &str) {
        let found = self.says_so(text, true).await;
        assert!(found, "« {text} » never came; the page says:\n{}", self.says().await);
    }

    /// Waits until the page no longer says something.
    pub(crate) async fn reads_no_longer(&self, text: &str) {
        let gone = self.says_so(text, false).await;
        assert!(gone, "« {text} » never went; the page says:\n{}", self.says().await);
    }

    /// Whether it came to be so in time.
    async fn says_so(&self, text: &str, wanted: bool) -> bool {
        let script = "
            const [text, wanted, most, done] = arguments;
            const so = () => document.body.innerText.replace(/\\s/g, ' ').includes(text) === wanted;
            if (so()) { done(true); return; }
            const late = setTimeout(() => { watch.disconnect(); done(false); }, most);
            const watch = new MutationObserver(() => {
                if (so()) { clearTimeout(late); watch.disconnect(); done(true); }
            });
            watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });";
        let asked = vec![json!(text), json!(wanted), json!(15_000)];
        self.run_async(script, asked).await == true
    }

    /// Waits until the screen shows what it has, and nothing is still coming.
    pub(crate) async fn is_drawn(&self) {
        self.find("body:has(h1, .refused, .empty):not(:has([aria-busy='true']))")
            .await;
        // Contrast is judged with the typefaces the reader will see.
        self.run_async("document.fonts.ready.then(() => arguments[0](true))", vec![])
            .await;
    }

    /// Presses the button, the link or the heading of a fold that says so.
    pub(crate) async fn presses(&self, words: &str) {
        let path = format!("(//button | //a | //summary)[contains(normalize-space(.), \"{words}\")]");
        let button = self.wait(By::XPath(path), words).await;
        button.scroll_into_view().await.unwrap();
        button.click().await.unwrap();
    }

    /// Types into the field of this name.
    pub(crate) async fn types(&self, name: &str, text: &str) {
        let field = self.find(&format!("[name='{name}']")).await;
        field.send_keys(text).await.unwrap();
    }

    /// Gives a field its value at once, as a date picker does.
    pub(crate) async fn picks(&self, name: &str, value: &str) {
        self.find(&format!("[name='{name}']")).await;
        let script = "
            const field = document.querySelector(`[name='${arguments[0]}']`);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run_with(script, vec![json!(name), json!(value)]).await;
    }

    /// Lets the next wish reach the server, and loses the answer.
    pub(crate) async fn loses_the_next_answer(&self) {
        let script = "
            const real = window.fetch;
            window.fetch = async (...asked) => {
                if (asked[0].method !== 'POST') return real(...asked);
                window.fetch = real;
                await real(...asked);
                throw new TypeError('lost');
            };";
        self.run(script).await;
    }

    /// Puts a device in the hands of whoever uses this browser: it keeps passkeys, and recognises her at once.
    pub(crate) async fn has_a_device(&self) -> Device<'_> {
        self.cdp("WebAuthn.enable", json!({})).await;
        let options = json!({ "options": {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "automaticPresenceSimulation": true,
        } });
        let made = self.cdp("WebAuthn.addVirtualAuthenticator", options).await;
        let id = made["authenticatorId"].as_str().unwrap().to_owned();
        Device { browser: self, id }
    }

    /// Keeps every answer back until they are let come.
    pub(crate) async fn holds_answers(&self) {
        let script = "
            const real = window.fetch;
            const held = [];
            window.fetch = (...asked) => new Promise((come, fail) => held.push(() => real(...asked).then(come, fail)));
            window.letCome = () => { window.fetch = real; held.forEach(each => each()); };";
        self.run(script).await;
    }

    pub(crate) async fn lets_answers_come(&self) {
        self.run("window.letCome()").await;
    }

    /// Asks from now on as a page does that was opened before an update.
    pub(crate) async fn is_of_an_old_build(&self) {
        let script = "
            const real = window.fetch;
            window.fetch = (...asked) => {
                asked[0].headers.set(build, '0.before');
                return real(...asked);
            };";
        self.run(&format!("const build = '{BUILD_HEADER}'; {script}")).await;
    }

    /// Takes the network away from this browser, or gives it back.
    pub(crate) async fn loses_the_network(&self, lost: bool) {
        let conditions = json!({ "offline": lost, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.enable", json!({})).await;
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// Chooses the line of a list that says so.
    pub(crate) async fn chooses(&self, name: &str, words: &str) {
        let path = format!("//select[@name='{name}']/option[contains(normalize-space(.), \"{words}\")]");
        let option = self.wait(By::XPath(path), words).await;
        option.click().await.unwrap();
    }

    /// Presses a key where the focus is.
    pub(crate) async fn key(&self, key: impl Into<TypingData>) {
        let focused = self.driver.active_element().await.unwrap();
        focused.send_keys(key).await.unwrap();
    }

    /// What the element with the focus says, or the name of its field.
    pub(crate) async fn focus(&self) -> String {
        let script = "const at = document.activeElement;
            const acts = at.matches('a, button, input, select, summary, textarea');
            return acts ? at.name || at.innerText || at.id || at.tagName : ''";
        let said = self.run(script).await;
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Walks with the tab key until the focus says so.
    pub(crate) async fn tabs_to(&self, words: &str) {
        let mut passed = Vec::new();
        for _ in 0..80 {
            let at = self.focus().await;
            if at.contains(words) {
                return;
            }
            passed.push(at);
            self.key(Key::Tab).await;
        }
        panic!("the tab key never comes to « {words} »: {passed:?}");
    }

    /// What an accessibility audit finds, whether the page is wider than the screen, and whether the button that keeps
    /// what stands on an open sheet is out of sight.
    pub(crate) async fn faults(&self) -> Vec<String> {
        if self.run("return typeof axe").await == "undefined" {
            self.run(&axe()).await;
        }
        let found = self.run_async(AUDIT, vec![]).await;
        let mut faults: Vec<String> = serde_json::from_value(found).unwrap();
        let width = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        let beyond = self.run(width).await.as_i64().unwrap();
        if beyond > 0 {
            faults.push(format!("the page is {beyond} pixels wider than the screen"));
        }
        let beneath = "const keeps = document.querySelector('dialog[open] form [type=submit]');\
                       return keeps ? Math.ceil(keeps.getBoundingClientRect().bottom - innerHeight) : 0";
        let below = self.run(beneath).await.as_i64().unwrap();
        if below > 0 {
            faults.push(format!(
                "the button that keeps the sheet is {below} pixels below the screen"
            ));
        }
        faults
    }

    /// Everything the page asked for that did not come from the server itself.
    pub(crate) async fn foreign_requests(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(each => each.name)";
        let asked: Vec<String> = serde_json::from_value(self.run(script).await).unwrap();
        assert!(!asked.is_empty());
        asked.into_iter().filter(|url| !url.starts_with(&self.base)).collect()
    }

    /// The pieces of the client that came so far, in the order in which they were asked for.
    pub(crate) async fn modules(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)
            .filter(path => path.endsWith('.wasm')).map(path => path.slice(1))";
        serde_json::from_value(self.run(script).await).unwrap()
    }

    /// The chapters of the sentences that were asked for so far, in their order.
    pub(crate) async fn chapters(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)
            .filter(path => path.endsWith('.ftl')).map(path => path.slice(1).split('.')[0])";
        serde_json::from_value(self.run(script).await).unwrap()
    }

    /// Keeps watch over what is shown from now on: all that stood on the screen at any moment is answered by
    /// [`Self::stood`].
    pub(crate) async fn watches_the_words(&self) {
        let script = "
            window.stood = new Set();
            const look = () => document.body.innerText.split('\\n').forEach(line => window.stood.add(line.trim()));
            new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
            look();";
        self.run(script).await;
    }

    /// Each line that stood on the screen since somebody keeps watch.
    pub(crate) async fn stood(&self) -> Vec<String> {
        serde_json::from_value(self.run("return [...window.stood]").await).unwrap()
    }

    /// Waits until a piece of the client came.
    pub(crate) async fn fetches(&self, piece: &str) {
        let script = "
            const [piece, most, done] = arguments;
            const late = setTimeout(() => { watch.disconnect(); done(false); }, most);
            const watch = new PerformanceObserver(list => {
                if (list.getEntries().some(each => each.name.includes('/' + piece))) {
                    clearTimeout(late); watch.disconnect(); done(true);
                }
            });
            watch.observe({ type: 'resource', buffered: true });";
        let came = self.run_async(script, vec![json!(piece), json!(15_000)]).await;
        assert_eq!(came, true, "{piece} never came: {:?}", self.modules().await);
    }

    /// Keeps a picture for the eye, in `screenshots` of the target folder.
    pub(crate) async fn picture(&self, name: &str) {
        let file = target().join("screenshots").join(format!("{name}.png"));
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        self.driver.screenshot(&file).await.unwrap();
    }

    async fn run(&self, script: &str) -> Value {
        self.run_with(script, vec![]).await
    }

    async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver.execute(script, arguments).await.unwrap().json().clone()
    }

    async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver
            .execute_async(script, arguments)
            .await
            .unwrap()
            .json()
            .clone()
    }
}

/// A device that keeps passkeys.
pub(crate) struct Device<'a> {
    browser: &'a Browser,
    id: String,
}

impl Device<'_> {
    /// Whether it recognises who holds it.
    pub(crate) async fn recognises(&self, her: bool) {
        let told = json!({ "authenticatorId": self.id, "isUserVerified": her });
        self.browser.cdp("WebAuthn.setUserVerified", told).await;
    }

    /// The passkeys that it keeps.
    pub(crate) async fn keeps(&self) -> Vec<Value> {
        let asked = json!({ "authenticatorId": self.id });
        let kept = self.browser.cdp("WebAuthn.getCredentials", asked).await;
        kept["credentials"].as_array().unwrap().clone()
    }

    /// Becomes a copy that was made before its last uses.
    pub(crate) async fn goes_back(&self) {
        let mut kept = self.keeps().await.remove(0);
        let id = kept["credentialId"].clone();
        kept["signCount"] = json!(0);
        let gone = json!({ "authenticatorId": self.id, "credentialId": id });
        self.browser.cdp("WebAuthn.removeCredential", gone).await;
        let back = json!({ "authenticatorId": self.id, "credential": kept });
        self.browser.cdp("WebAuthn.addCredential", back).await;
    }
}

/// The built client: `TRAME_SITE`, else `site` in the target folder.
pub(crate) fn site() -> PathBuf {
    let site = env::var_os("TRAME_SITE").map_or_else(|| target().join("site"), PathBuf::from);
    assert!(
        site.join("index.html").is_file(),
        "the client is not in {}: run `cargo xtask client`",
        site.display()
    );
    site
}

fn axe() -> String {
    let given = env::var_os("AXE").map(PathBuf::from);
    let file = given.unwrap_or_else(|| target().join("tools/web/node_modules/axe-core/axe.min.js"));
    std::fs::read_to_string(&file).unwrap_or_else(|_| {
        panic!(
            "the accessibility audit is not in {}: run `cargo xtask client`, which fetches it",
            file.display()
        )
    })
}

/// The folder in which this test program was built.
pub(crate) fn target() -> PathBuf {
    let own = env::current_exe().unwrap();
    own.ancestors().nth(3).unwrap().to_owned()
}

/// A program that the environment names, or one of these in the path.
fn program(variable: &str, names: &[&str]) -> String {
    if let Ok(given) = env::var(variable) {
        return given;
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let found = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = found.into_iter().find(|file| file.is_file());
    let found = found.unwrap_or_else(|| {
        panic!(
            "{} was not found: install Chromium and chromedriver (Debian: `apt-get install chromium chromium-driver`)",
            names[0]
        )
    });
    found.display().to_string()
}

/// Starts a driver on a port that is free; between its choice and its use another program may take it, so it has three
/// tries.
async fn start_driver() -> (Process, u16) {
    for _ in 1..3 {
        if let Some(started) = try_driver().await {
            return started;
        }
    }
    try_driver().await.expect("chromedriver ended at once, three times")
}

async fn try_driver() -> Option<(Process, u16)> {
    use std::os::unix::process::CommandExt;
    let child = Command::new(program("CHROMEDRIVER", &["chromedriver"]))
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .unwrap();
    let mut process = Process(child);
    let output = tokio::process::ChildStdout::from_std(process.0.stdout.take().unwrap()).unwrap();
    let mut lines = BufReader::new(output).lines();
    let port = tokio::time::timeout(DEADLINE, async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if let Some((_, port)) = line.trim_end_matches('.').rsplit_once("successfully on port ")
                && let Ok(port) = port.parse()
            {
                return Some(port);
            }
        }
        None
    });
    let port = port.await.expect("chromedriver was not ready in time")?;
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Some((process, port))
}
