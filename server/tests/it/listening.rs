//! A mix from a DJ's file to a fan's ears, over HTTP. The parts are tested in `features/mixes`.

use crate::support::{Browser, TestApp, eventually, recording};
use contract::{
    caller::Role,
    failure::Failure,
    ids::MixId,
    listening::{HistoryEntry, Library, LikeState},
    mixes::MixDetail,
    studio::{Intake, StudioMixDetail},
};
use reqwest::Method;

/// `recording.wav`, as tus wants it.
const FILE_NAME: &str = "filename cmVjb3JkaW5nLndhdg==";

/// Sends a whole file in one go.
async fn upload(dj: &mut Browser, file: &[u8]) -> MixId {
    let request = dj
        .request(Method::POST, "/uploads")
        .header("tus-resumable", "1.0.0")
        .header("upload-length", file.len())
        .header("upload-metadata", FILE_NAME)
        .header("content-type", "application/offset+octet-stream")
        .body(file.to_vec());
    let answer = dj.send(request).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.header("hectic-mix").parse().unwrap()
}

#[tokio::test]
async fn a_mix_is_uploaded_analysed_published_found_and_heard() {
    let app = TestApp::new().await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    let file = recording();
    let mix = upload(&mut dj, &file).await.to_string();
    app.work().await;
    let ready: StudioMixDetail = dj.ask("studio-mix", &[("id", &mix)]).await.unwrap();
    assert_eq!(ready.mix.intake, Intake::Ready);
    let mut fan = app.visitor();
    assert_eq!(fan.get(&format!("/audio/{mix}")).await.status, 404, "a draft is heard by nobody else");

    let form = [
        ("id", mix.as_str()),
        ("title", "Night Bus"),
        ("slug", ""),
        ("description", "*Late*"),
        ("genres", "House, Dub"),
        ("moods", ""),
        ("date", "2026-11-22"),
        ("visibility", "public"),
    ];
    let saved = dj.submit(&format!("/studio/mixes/{mix}"), "/api/save-mix", &form).await;
    assert!(saved.shows(&app.says("studio-saved", &[])));
    eventually("the mix is on the front page", || {
        let mut fan = fan.clone();
        async move { fan.get("/").await.shows("Night Bus") }
    })
    .await;
    let page = fan.get("/mixes/night-bus").await;
    assert!(page.text().contains("<em>Late</em>"));
    assert!(page.text().contains(&format!("/audio/{mix}")), "the page plays without scripts");

    let request = fan.request(Method::GET, &format!("/audio/{mix}")).header("range", "bytes=10-19");
    let part = fan.send(request).await;
    assert_eq!(part.status, 206);
    assert_eq!(part.header("content-range"), format!("bytes 10-19/{}", file.len()));
    assert_eq!(part.body, &file[10..20]);
    let cover: MixDetail = fan.ask("mix", &[("slug", "night-bus")]).await.unwrap();
    let cover = fan.get(&cover.summary.cover.url(320)).await;
    assert_eq!((cover.status, cover.header("content-type")), (200, "image/webp"));
}

#[tokio::test]
async fn sound_is_never_compressed_and_text_is() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await;
    let mut fan = app.visitor().with("accept-encoding", "br, gzip");
    assert_eq!(fan.get("/mixes").await.header("content-encoding"), "br");
    let sound = fan.get(&format!("/audio/{mix}")).await;
    assert_eq!((sound.status, sound.header("content-encoding")), (200, ""));
    assert_eq!(sound.header("content-length"), recording().len().to_string());
}

#[tokio::test]
async fn a_play_counts_after_thirty_seconds_and_the_place_is_kept() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await.to_string();
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let ticket: String = fan.call("begin-play", &[("mix", &mix)]).await.unwrap();
    let report = [("mix", mix.as_str()), ("ticket", ticket.as_str()), ("position_ms", "1200"), ("heard_ms", "40000")];
    assert!(!fan.call::<bool>("heard", &report).await.unwrap(), "nobody heard forty seconds in none");
    app.clock.advance_ms(41_000);
    assert!(fan.call::<bool>("heard", &report).await.unwrap());
    assert!(!fan.call::<bool>("heard", &report).await.unwrap(), "once");
    let other_device: Option<HistoryEntry> = fan.ask("last-heard", &[]).await.unwrap();
    assert_eq!(other_device.map(|entry| entry.position_ms), Some(1200));
    let library: Library = fan.ask("library", &[("page", "1")]).await.unwrap();
    assert_eq!(library.history.total, 1);
}

#[tokio::test]
async fn a_like_is_for_people_who_are_signed_in_and_works_without_scripts() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await.to_string();
    let like = [("mix", mix.as_str()), ("liked", "true")];
    assert_eq!(app.visitor().call::<LikeState>("like", &like).await, Err(Failure::SignInRequired));
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let page = fan.submit("/mixes/night-bus", "/api/like", &like).await;
    assert_eq!(page.status, 200);
    assert!(page.shows("Night Bus"), "back on the page of the mix");
    assert!(fan.get("/library").await.shows("Night Bus"));
}

#[tokio::test]
async fn a_file_that_is_no_sound_is_refused_in_the_readers_language() {
    let app = TestApp::new().await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await.with("accept-language", "fr");
    let mut program = b"MZ\x90\0\x03\0\0\0".to_vec();
    program.extend(vec![7; 20_000]);
    let request = dj
        .request(Method::POST, "/uploads")
        .header("tus-resumable", "1.0.0")
        .header("upload-length", program.len())
        .header("upload-metadata", FILE_NAME)
        .header("content-type", "application/offset+octet-stream")
        .body(program);
    let answer = dj.send(request).await;
    assert!((400..500).contains(&answer.status), "{}", answer.status);
    assert!(answer.text().contains("mixes-upload-not-audio"), "{}", answer.text());
    assert!(!app.says_in("fr", "mixes-upload-not-audio", &[]).is_empty());
}

#[tokio::test]
async fn who_takes_ten_seconds_of_sound_without_the_player_listens_too() {
    let app = TestApp::new().await;
    // Two seconds each time.
    let mix = app.published("Night Bus").await;
    let sound = format!("/audio/{mix}");
    let listeners = || app.install.hub.listeners(app.tenant);
    let take = async |agent: &str, method: Method, path: String, range: &str| {
        for _ in 0..8 {
            let mut visitor = app.visitor().with("user-agent", agent).with("range", range);
            let request = visitor.request(method.clone(), &path);
            assert!(matches!(visitor.send(request).await.status, 200 | 206), "{agent} {path}");
        }
    };
    let app_agent = "AntennaPod/3.8.0";
    take(app_agent, Method::HEAD, sound.clone(), "").await;
    take(app_agent, Method::GET, sound.clone(), "bytes=0-1").await;
    take(app_agent, Method::GET, format!("{sound}?by=player"), "").await;
    for agent in ["Mozilla/5.0 (compatible; Googlebot/2.1)", "WhatsApp/2.23.20.0", "curl/8.14.1"] {
        take(agent, Method::GET, sound.clone(), "").await;
    }
    assert_eq!(listeners(), 0, "probes, previews, robots and what the player reports itself");
    take(app_agent, Method::GET, sound.clone(), "").await;
    eventually("the app's owner listens", || async { listeners() == 1 }).await;
    take("VLC/3.0.21 LibVLC/3.0.21", Method::GET, sound.clone(), "bytes=0-").await;
    eventually("so does another program", || async { listeners() == 2 }).await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    for _ in 0..8 {
        fan.get(&sound).await;
    }
    eventually("and a member, once", || async { listeners() == 3 }).await;
    for _ in 0..8 {
        fan.clone().with("user-agent", "AntennaPod/3.8.0").get(&sound).await;
    }
    assert_eq!(listeners(), 3, "an account is one listener in all its programs");
}
