//! Which language a reader gets, and that another one is a folder.

use crate::support::TestApp;
use std::{fs, path::Path};

fn language_of(page: &crate::support::Answer) -> String {
    let text = page.text();
    let after = text.split_once("<html lang=\"").unwrap_or_else(|| panic!("no language in {text}")).1;
    after.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_browser_says_which_language_and_the_brand_when_it_knows_none() {
    let app = TestApp::new().await;
    for (accepted, expected) in [("pt-BR,pt;q=0.9,en;q=0.8", "pt"), ("xx, fr;q=0.5, es;q=0.4", "fr"), ("de", "en"), ("", "en")] {
        let page = app.visitor().with("accept-language", accepted).get("/sign-in").await;
        assert_eq!(language_of(&page), expected, "{accepted:?}");
        assert!(page.shows(&app.says_in(expected, "accounts-sign-in", &[])), "{accepted:?}");
    }
}

#[tokio::test]
async fn a_language_in_the_address_is_remembered() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor().with("accept-language", "en");
    let page = visitor.get("/?lang=es").await;
    assert_eq!(language_of(&page), "es");
    let cookie = page.cookie("lang").unwrap();
    assert!(cookie.starts_with("lang=es; Path=/; SameSite=Lax"), "{cookie}");
    assert_eq!(language_of(&visitor.get("/mixes").await), "es");
    let unknown = visitor.get("/?lang=xx").await;
    assert_eq!(unknown.cookie("lang"), None, "a language that isn't here is not remembered");
}

#[tokio::test]
async fn the_switch_works_without_scripts() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let page = visitor.submit("/mixes", "/api/language", &[("locale", "fr")]).await;
    assert_eq!(language_of(&page), "fr");
    assert_eq!(language_of(&visitor.get("/sign-in").await), "fr");
}

#[tokio::test]
async fn a_language_travels_once_and_under_its_hash() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let page = visitor.get("/?lang=pt").await.text();
    let address = page.split('"').find(|part| part.starts_with("/i18n/pt.")).expect("the page names its messages").to_owned();
    let messages = visitor.get(&address).await;
    assert_eq!(messages.status, 200);
    assert!(messages.header("cache-control").contains("immutable"));
    assert!(messages.shows(&app.says_in("pt", "accounts-sign-in", &[])));
    assert!(!messages.text().contains(&app.says_in("fr", "accounts-sign-in", &[])), "only the active language travels");
    let stale = visitor.get("/i18n/pt.0000000000000000.json").await;
    assert_eq!((stale.status, stale.header("cache-control")), (200, "no-cache"));
    for wrong in ["/i18n/xx.0000000000000000.json", "/i18n/pt.json", "/i18n/..%2fen.0.json"] {
        assert_eq!(visitor.get(wrong).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_fifth_language_is_a_folder_and_no_build() {
    let folder = tempfile::tempdir().unwrap();
    copy(&testing::locales(), folder.path());
    fs::create_dir(folder.path().join("eo")).unwrap();
    fs::write(folder.path().join("eo/common.ftl"), "common-language-name = Esperanto\nnav-home = Hejmo\n").unwrap();
    let locales = folder.path().to_owned();
    let app = TestApp::with(|config| config.locales = locales).await;
    let mut visitor = app.visitor();
    assert!(visitor.get("/").await.shows("Esperanto"), "it is on offer");
    let page = visitor.get("/?lang=eo").await;
    assert_eq!(language_of(&page), "eo");
    assert!(page.shows("Hejmo"));
    assert!(page.shows(&app.says("nav-mixes", &[])), "what it lacks comes from English");
}

fn copy(from: &Path, to: &Path) {
    for language in fs::read_dir(from).unwrap() {
        let language = language.unwrap();
        let target = to.join(language.file_name());
        fs::create_dir(&target).unwrap();
        for file in fs::read_dir(language.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), target.join(file.file_name())).unwrap();
        }
    }
}
