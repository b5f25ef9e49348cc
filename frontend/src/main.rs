//! The client: Trame in the browser. This file only lets the app begin.

#![expect(
    unreachable_pub,
    reason = "the macro of components writes `pub`, whatever stands before them"
)]

mod advice;
mod api;
mod app;
mod asked;
mod browser;
mod desk;
mod drafts;
mod follow;
mod pages;
mod parts;
mod passkey;
mod route;
mod way;
mod words;

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        match words::begin().await {
            Ok(()) => leptos::mount::mount_to_body(app::App),
            Err(words::Unheard) => browser::tell_unopened(),
        }
    });
}
