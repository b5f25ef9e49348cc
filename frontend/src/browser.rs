//! What only the browser can do: keep a text on this device, tell the time, move the focus.
//!
//! Nothing here knows a page. A browser that refuses (private windows may) loses the comfort, never the work on screen.

use jiff::{Timestamp, civil::DateTime};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Storage, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What this browser keeps under a name.
pub(crate) fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text on this device. Answers whether it could.
pub(crate) fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets what was kept under a name.
pub(crate) fn forget(name: &str) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing has nothing to forget.
        drop(storage.remove_item(name));
    }
}

/// The names of all that is kept under a beginning.
pub(crate) fn kept_names(beginning: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    (0..storage.length().unwrap_or(0))
        .filter_map(|place| storage.key(place).ok()?)
        .filter(|name| name.starts_with(beginning))
        .collect()
}

/// Sets an attribute of the root element.
pub(crate) fn root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        drop(root.set_attribute(name, value));
    }
}

/// Takes an attribute of the root element away.
pub(crate) fn without_root_attribute(name: &str) {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        drop(root.remove_attribute(name));
    }
}

/// The title of the tab. Callers give no personal content.
pub(crate) fn title(text: &str) {
    if let Some(page) = document() {
        page.set_title(text);
    }
}

/// The content of a `<meta>` of the page.
pub(crate) fn meta(name: &str) -> Option<String> {
    document()?
        .query_selector(&format!("meta[name=\"{name}\"]"))
        .ok()??
        .get_attribute("content")
}

/// The first element that a selector finds.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The element that has the focus.
pub(crate) fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives the focus to the first element that a selector finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        // What is drawn has the same method and is another kind of element.
        drop(element.unchecked_into::<HtmlElement>().focus());
    }
}

/// Takes an element out of the page.
pub(crate) fn remove(selector: &str) {
    if let Some(element) = find(selector) {
        element.remove();
    }
}

/// Says, in the words that came with the page, that the program cannot run.
pub(crate) fn tell_unopened() {
    remove("#opening");
    if let Some(line) = find("#unopened") {
        drop(line.remove_attribute("hidden"));
    }
}

/// Whether keys go into a field now, so that shortcuts must keep still.
pub(crate) fn is_typing() -> bool {
    focused().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
    })
}

/// Whether the network is known to be away.
pub(crate) fn is_offline() -> bool {
    window().is_some_and(|window| !window.navigator().on_line())
}

/// Whether nobody can see the page: another tab is in front, or the page was left and is kept for the way back.
pub(crate) fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// The path of the address.
pub(crate) fn path() -> String {
    window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default()
}

/// Puts another path in the address, as a new stop on the way back.
pub(crate) fn push_path(path: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(path)));
    }
}

/// Puts another path in the address, in place of the present one.
pub(crate) fn replace_path(path: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(path)));
    }
}

/// Shows the page from its top.
pub(crate) fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page again, from the server.
pub(crate) fn reload() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// The present instant.
pub(crate) fn now() -> Timestamp {
    wall_clock()
}

/// What a clock on the wall of a zone shows at an instant.
pub(crate) fn on_the_wall(at: Timestamp, zone: &str) -> DateTime {
    wall_parts(at, zone).unwrap_or_else(|| at.to_zoned(jiff::tz::TimeZone::UTC).datetime())
}

/// The instant at which a clock on the wall of a zone shows a time. In the hour that comes twice, the first.
pub(crate) fn instant_of(wall: DateTime, zone: &str) -> Option<Timestamp> {
    let read = |wall: DateTime| Some(wall.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp());
    let guess = read(wall)?;
    let mut at = guess;
    // The offset at the guess may differ from the offset at the answer, near a change of hour: a second look settles it.
    for _ in 0..2 {
        let shown = read(on_the_wall(at, zone))?;
        at = guess.checked_sub(shown.duration_since(at)).ok()?;
    }
    Some(at)
}

/// The clock of this device: all of its milliseconds fit a float without loss.
#[cfg(target_arch = "wasm32")]
fn wall_clock() -> Timestamp {
    Timestamp::from_millisecond(js_sys::Date::now() as i64).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Outside a browser only the tests run, and none asks the time.
#[cfg(not(target_arch = "wasm32"))]
fn wall_clock() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

#[cfg(target_arch = "wasm32")]
fn wall_parts(at: Timestamp, zone: &str) -> Option<DateTime> {
    use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};
    let options = Object::new();
    for (name, value) in [
        ("timeZone", zone),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
    ] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let format = DateTimeFormat::new(&Array::of1(&"en-GB".into()), &options);
    let date = Date::new(&JsValue::from_f64(at.as_millisecond() as f64));
    let part = |wanted: &str| {
        format.format_to_parts(&date).iter().find_map(|part| {
            let kind = Reflect::get(&part, &"type".into()).ok()?.as_string()?;
            if kind != wanted {
                return None;
            }
            Reflect::get(&part, &"value".into())
                .ok()?
                .as_string()?
                .parse::<i16>()
                .ok()
        })
    };
    let small = |name: &str| i8::try_from(part(name)?).ok();
    DateTime::new(
        part("year")?,
        small("month")?,
        small("day")?,
        small("hour")?,
        small("minute")?,
        small("second")?,
        0,
    )
    .ok()
}

/// Outside a browser only the tests ask, and they ask in UTC.
#[cfg(not(target_arch = "wasm32"))]
fn wall_parts(_at: Timestamp, _zone: &str) -> Option<DateTime> {
    let _: Option<JsValue> = None;
    None
}

/// A word of the address after its question mark, of letters alone.
pub(crate) fn search_word(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    let word = search.trim_start_matches('?').strip_prefix(name)?.strip_prefix('=')?;
    word.bytes()
        .all(|byte| byte.is_ascii_lowercase())
        .then(|| word.to_owned())
}

/// Leaves the page for an address of the server that sends elsewhere.
pub(crate) fn leave_for(path: &str) {
    if let Some(window) = window() {
        // A browser that refuses stays where it is.
        drop(window.location().assign(path));
    }
}
