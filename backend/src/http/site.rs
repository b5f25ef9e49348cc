//! The client's files, compressed beforehand, found beside the program. Every other path shows the client itself.

use crate::app::Trame;
use actix_web::http::{Method, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use std::path::{Component, Path, PathBuf};

const YEAR: &str = "public, max-age=31536000, immutable";

/// Answers with a file of the client, or with its page for every path that is not a file.
pub(super) async fn file(request: HttpRequest, trame: Data<Trame>) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return HttpResponse::MethodNotAllowed().finish();
    }
    let Some(site) = &trame.site else {
        return HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .body("The client was not built. Run `cargo xtask client`, or give its folder with --site.\n");
    };
    let asked = Path::new(request.path().trim_start_matches('/'));
    let inside = asked.components().all(|part| matches!(part, Component::Normal(_)));
    let is_file = inside && asked.extension().is_some();
    let path = if is_file {
        site.join(asked)
    } else {
        site.join("index.html")
    };
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if accepted.contains(encoding)
            && let Ok(bytes) = tokio::fs::read(beside(&path, ending)).await
        {
            return answer(&path)
                .insert_header((header::CONTENT_ENCODING, encoding))
                .body(bytes);
        }
    }
    match tokio::fs::read(&path).await {
        Ok(bytes) => answer(&path).body(bytes),
        Err(_missing) => HttpResponse::NotFound().finish(),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn answer(path: &Path) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .content_type(kind(path))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header((header::CACHE_CONTROL, if is_hashed(path) { YEAR } else { "no-cache" }));
    response
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        Some("ftl" | "txt") => "text/plain; charset=utf-8",
        Some(_) | None => "application/octet-stream",
    }
}

/// Whether the name carries the hash of its content, as `frontend-1a2b3c4d5e6f7a8b.js` does: it never changes then.
fn is_hashed(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("");
    let hash = stem.rsplit(['-', '.']).next().unwrap_or("");
    hash.len() >= 8 && hash.len() < stem.len() && hash.chars().all(|each| each.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::is_hashed;
    use std::path::Path;

    #[test]
    fn only_names_that_carry_a_hash_are_kept_for_a_year() {
        assert!(is_hashed(Path::new("frontend-1a2b3c4d5e6f7a8b.js")));
        assert!(is_hashed(Path::new("split_timeline.1a2b3c4d5e6f7a8b.wasm")));
        assert!(!is_hashed(Path::new("split_timeline.wasm")));
        assert!(!is_hashed(Path::new("index.html")));
        assert!(!is_hashed(Path::new("start.js")));
    }
}
