//! A feature with a page is whole: strings in every language, a style, a spec. What a page is, `app/src/routes.rs` says.

use super::{Finding, Source, finding, hold, root, sources};
use std::collections::BTreeMap;

/// Features whose strings stand in the file of another one.
const STRINGS_ELSEWHERE: [(&str, &str, &str); 1] = [("library", "listening", "a shelf of what was listened to: the words are the same")];
/// Features without a style file, and why. None so far.
const NO_STYLE: [(&str, &str); 0] = [];
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "pt"];

/// A page: its address, the feature whose folder it stands in, the line of the route.
struct Page {
    address: String,
    feature: String,
    line: usize,
}

fn pages(routes: &Source) -> Vec<Page> {
    let lazy = sources("app/src/routes", &["lazy.rs"]).into_iter().next().unwrap();
    let pages: Vec<Page> = routes
        .lines()
        .filter_map(|(line, text)| {
            let address = text.split_once("path!(\"")?.1.split('"').next()?.to_owned();
            let view = text.split_once("view=")?.1;
            let feature = match between(view, "Page::", " ") {
                Some(page) => lazy_feature(&lazy, page),
                None => view.split("::").next()?.to_owned(),
            };
            Some(Page { address, feature, line })
        })
        .collect();
    assert!(pages.len() >= 16, "only {} routes were understood", pages.len());
    pages
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

/// The feature of a lazy page: `Page::Mix` is `MixPage` of the feature that stands before it in `routes/lazy.rs`.
fn lazy_feature(lazy: &Source, page: &str) -> String {
    let component = format!("::{page}Page()");
    let line = lazy.lines().find(|(_, text)| text.contains(&component)).map(|(_, text)| text);
    let feature = line.and_then(|text| between(text, "=> ", &component));
    feature.unwrap_or_else(|| panic!("{page} stands in no line of routes/lazy.rs")).to_owned()
}

fn routes() -> Source {
    sources("app/src", &["routes.rs"]).into_iter().find(|source| source.path == "app/src/routes.rs").unwrap()
}

/// Each feature with pages, and the line of its first route.
fn features(routes: &Source) -> BTreeMap<String, usize> {
    let mut features = BTreeMap::new();
    for page in pages(routes) {
        features.entry(page.feature).or_insert(page.line);
    }
    features
}

#[test]
fn every_feature_with_a_page_speaks_every_language() {
    let routes = routes();
    let mut findings = Vec::new();
    for (feature, line) in features(&routes) {
        let file = STRINGS_ELSEWHERE.iter().find(|(name, ..)| *name == feature).map_or(feature.as_str(), |(_, file, _)| file);
        for language in LANGUAGES {
            let path = format!("locales/{language}/{file}.ftl");
            if !root().join(&path).is_file() {
                findings.push(finding(&routes, line, format!("{feature} has a page but no {path}")));
            }
        }
    }
    hold(&findings);
}

#[test]
fn every_feature_with_a_page_has_a_style() {
    let routes = routes();
    let main = std::fs::read_to_string(root().join("style/main.css")).unwrap();
    let mut findings = Vec::new();
    for (feature, line) in features(&routes) {
        let path = format!("features/{feature}.css");
        let styled = root().join("style").join(&path).is_file() && main.contains(&path);
        if !styled && !NO_STYLE.iter().any(|(name, _)| *name == feature) {
            findings.push(finding(
                &routes,
                line,
                format!("{feature} has a page but no style/{path} that main.css imports, and no reason in tidy/features.rs"),
            ));
        }
    }
    hold(&findings);
}

#[test]
fn every_page_is_visited_by_a_spec() {
    let routes = routes();
    let specs: String = sources("end2end", &[".ts", ".js", ".mjs"]).into_iter().map(|source| source.text.replace("\\/", "/")).collect();
    let unvisited = pages(&routes).into_iter().filter(|page| match page.address.split_once(':') {
        // `/mixes/:slug` is visited as `/mixes/something`.
        Some((fixed, _)) => !specs.contains(fixed),
        None => !specs.match_indices(&page.address).any(|(at, address)| {
            let end = specs[at + address.len()..].chars().next().unwrap_or(' ');
            specs[..at].ends_with(['\'', '"', '`']) && matches!(end, '\'' | '"' | '`' | '?' | '#' | '$')
        }),
    });
    let law = |page: Page| finding(&routes, page.line, format!("no spec in end2end visits {}", page.address));
    hold(&unvisited.map(law).collect::<Vec<Finding>>());
}

#[test]
fn every_style_is_imported_and_every_import_is_there() {
    let sheets = sources("style", &[".css"]);
    let main = sheets.iter().find(|source| source.path == "style/main.css").unwrap();
    let mut findings = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.path != main.path) {
        let name = sheet.path.trim_start_matches("style/");
        if !main.text.contains(&format!("\"./{name}\"")) {
            findings.push(finding(sheet, 1, "style/main.css does not import it"));
        }
    }
    for (line, text) in main.lines() {
        if let Some(path) = text.strip_prefix("@import \"./").and_then(|rest| rest.split('"').next())
            && !root().join("style").join(path).is_file()
        {
            findings.push(finding(main, line, format!("style/{path} is not there")));
        }
    }
    hold(&findings);
}

/// `docs/FEATURES.md` names the test that holds each promise, as `path::test`.
#[test]
fn every_test_that_the_features_name_is_there() {
    let page = sources("docs", &["FEATURES.md"]).into_iter().next().unwrap();
    let mut findings = Vec::new();
    let mut named = 0;
    for (line, text) in page.lines() {
        for code in text.split('`').skip(1).step_by(2) {
            let Some((path, test)) = code.split_once("::").filter(|(path, _)| path.contains('/')) else { continue };
            named += 1;
            let source = std::fs::read_to_string(root().join(path)).unwrap_or_default();
            if !source.contains(&format!("fn {test}(")) && !source.contains(&format!("'{test}'")) && !source.contains(&format!("`{test}`"))
            {
                findings.push(finding(&page, line, format!("there is no test `{test}` in {path}")));
            }
        }
    }
    assert!(named > 30, "only {named} tests are named");
    hold(&findings);
}
