//! Built files: hashed ones for ever, the rest for an hour; compressed ahead of time where the build did so.

use crate::config::Config;
use anyhow::Context;
use app::backend::Assets;
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::{Redirect, Response},
    routing::get,
};
use leptos::{WasmSplitManifest, prelude::ArcStoredValue};
use std::{collections::HashMap, fs, path::PathBuf};
use tower_http::services::ServeDir;

/// Serves `/pkg` (hashed names), fonts, icons and the worker.
pub fn routes(config: &Config) -> Router {
    let files = |path: PathBuf| ServeDir::new(path).precompressed_br().precompressed_gzip();
    let hashed = Router::new().fallback_service(files(config.site.join("pkg"))).layer(middleware::from_fn(for_ever));
    let fonts = Router::new().fallback_service(files(config.site.join("fonts"))).layer(middleware::from_fn(for_ever));
    let mut router = Router::new().nest("/pkg", hashed).nest("/fonts", fonts);
    // Asked for by programs that read no page.
    let icon = || async { ([(header::CACHE_CONTROL, "public, max-age=86400")], Redirect::permanent("/icon.svg")) };
    router = router.route("/favicon.ico", get(icon));
    for name in ["icon.svg", "robots.txt", "overlay.css", "overlay.js"] {
        let file = tower_http::services::ServeFile::new(config.site.join(name));
        router = router.route_service(&format!("/{name}"), file);
    }
    router
}

async fn for_ever(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.status().is_success() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    response
}

/// The addresses of the built files, from the hash file that the build writes beside the binary.
///
/// # Errors
/// When the hash file or the split manifest is there but can't be read.
pub fn assets(config: &Config) -> anyhow::Result<Assets> {
    let hashes = hashes(config)?;
    let name = |stem: &str, kind: &str, ending: &str| match hashes.get(kind) {
        Some(hash) => format!("{stem}.{hash}.{ending}"),
        None => format!("{stem}.{ending}"),
    };
    let manifest = config.site.join("pkg").join(name("__wasm_split_manifest", "manifest", "json"));
    let split = match fs::read_to_string(&manifest) {
        Ok(text) => {
            let parts = serde_json::from_str(&text).with_context(|| format!("reading {}", manifest.display()))?;
            let loader = match hashes.get("split") {
                Some(hash) => format!("__wasm_split.{hash}.js"),
                None => "__wasm_split.______________________.js".to_owned(),
            };
            Some(WasmSplitManifest(ArcStoredValue::new(("/pkg".to_owned(), parts, loader))))
        }
        Err(_) => None,
    };
    Ok(Assets {
        stylesheet: format!("/pkg/{}", name("hectic", "css", "css")),
        script: format!("/pkg/{}", name("hectic", "js", "js")),
        wasm: format!("/pkg/{}", name("hectic", "wasm", "wasm")),
        split,
    })
}

fn hashes(config: &Config) -> anyhow::Result<HashMap<String, String>> {
    let file = config.hashes.clone().or_else(|| Some(std::env::current_exe().ok()?.parent()?.join("hash.txt")));
    let Some(text) = file.and_then(|file| fs::read_to_string(file).ok()) else { return Ok(HashMap::new()) };
    Ok(text.lines().filter_map(|line| line.split_once(':')).map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned())).collect())
}
