//! Passkeys, as a browser keeps them: it is asked in the words of WebAuthn, and asks her device, which asks her.

use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CredentialCreationOptions, CredentialRequestOptions, CredentialsContainer};

const MADE_OF: &str = "parseCreationOptionsFromJSON";
const SHOWN_OF: &str = "parseRequestOptionsFromJSON";

/// Whether this browser keeps some, and reads what it is asked by itself.
pub(crate) fn are_known() -> bool {
    reader(SHOWN_OF).is_some()
}

/// Has a device make one. None when it does not, or when she does not wish it.
pub(crate) async fn make(options: &str) -> Option<String> {
    let asked = CredentialCreationOptions::new();
    asked.set_public_key(read(MADE_OF, options)?.unchecked_ref());
    answered(container()?.create_with_options(&asked).ok()?).await
}

/// Has a device show one, after the same.
pub(crate) async fn show(options: &str) -> Option<String> {
    let asked = CredentialRequestOptions::new();
    asked.set_public_key(read(SHOWN_OF, options)?.unchecked_ref());
    answered(container()?.get_with_options(&asked).ok()?).await
}

fn container() -> Option<CredentialsContainer> {
    Some(web_sys::window()?.navigator().credentials())
}

/// What reads the options, with the class that it belongs to. There is none on a page that came without TLS.
fn reader(name: &str) -> Option<(JsValue, Function)> {
    let window = JsValue::from(web_sys::window()?);
    let class = Reflect::get(&window, &"PublicKeyCredential".into()).ok()?;
    let reader = Reflect::get(&class, &name.into()).ok()?.dyn_into().ok()?;
    Some((class, reader))
}

fn read(name: &str, options: &str) -> Option<JsValue> {
    let (class, reader) = reader(name)?;
    reader.call1(&class, &JSON::parse(options).ok()?).ok()
}

async fn answered(coming: Promise) -> Option<String> {
    let shown = JsFuture::from(coming).await.ok()?;
    let writes: Function = Reflect::get(&shown, &"toJSON".into()).ok()?.dyn_into().ok()?;
    JSON::stringify(&writes.call0(&shown).ok()?).ok()?.as_string()
}
