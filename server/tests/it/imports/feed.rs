//! A podcast's feed on a server of this machine.

use super::{DJ, Program, house, import, line, mp3, sum};
use axum::{
    Router,
    body::Bytes,
    http::{StatusCode, header},
    response::Redirect,
    routing::get,
};
use std::process::Command;
use tokio::{net::TcpListener, task::JoinSet};

const COVER: &str = "testsrc2=size=400x300:duration=1";

/// A host of podcasts; ends with the value.
struct Host {
    address: String,
    _task: JoinSet<()>,
}

fn feed(address: &str) -> String {
    let item = |title: &str, guid: &str, file: &str, more: &str| {
        format!(
            "<item><title>{title}</title><guid isPermaLink=\"false\">{guid}</guid><pubDate>Fri, 31 May 2024 20:00:00 GMT</pubDate>\
             <description>&lt;p&gt;Two &lt;b&gt;loud&lt;/b&gt; hours.&lt;/p&gt;</description>\
             <enclosure url=\"http://{address}/{file}\" length=\"1\" type=\"audio/mpeg\"/>{more}</item>"
        )
    };
    let more = format!(
        "<itunes:image href=\"http://{address}/cover.png\"/><itunes:duration>0:03</itunes:duration>\
         <podcast:chapters url=\"http://{address}/chapters.json\" type=\"application/json+chapters\"/>"
    );
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" \
         xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel><title>Night Bus</title><link>https://example.org/nb</link>\
         <description>Late</description>{}{}{}{}<item><title>A post</title></item></channel></rss>",
        item("Night Bus 4", "nb-4", "gone.mp3", ""),
        item("Night Bus 3", "nb-3", "page.mp3", ""),
        item("Night Bus 2", "nb-2", "round.mp3", ""),
        item("Night Bus 1", "nb-1", "moved.mp3", &more),
    )
}

impl Host {
    async fn new(program: &Program) -> Self {
        let folder = program.folder.path();
        let sound = Bytes::from(mp3(folder));
        let picture = folder.join("cover.png");
        let made = Command::new("ffmpeg").args(["-v", "error", "-y", "-f", "lavfi", "-i", COVER, "-frames:v", "1"]).arg(&picture).status();
        assert!(made.unwrap().success());
        let picture = Bytes::from(std::fs::read(picture).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let xml = feed(&address);
        let chapters = r#"{"version":"1.2.0","chapters":[{"startTime":0,"title":"One"},{"startTime":1.5,"title":"DJ - Two"}]}"#;
        let app = Router::new()
            .route("/feed.xml", get(async move || ([(header::CONTENT_TYPE, "application/rss+xml")], xml)))
            .route("/nb-1.mp3", get(async move || sound))
            .route("/cover.png", get(async move || picture))
            .route("/chapters.json", get(async move || chapters))
            .route("/page.mp3", get(async || "<html>please sign in</html>"))
            .route("/gone.mp3", get(async || StatusCode::GONE))
            .route("/moved.mp3", get(async || Redirect::temporary("/nb-1.mp3")))
            .route("/round.mp3", get(async || Redirect::temporary("/round.mp3")));
        let mut task = JoinSet::new();
        task.spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, _task: task }
    }

    fn feed(&self) -> String {
        format!("http://{}/feed.xml", self.address)
    }
}

#[tokio::test]
async fn a_feed_comes_in_once_with_pictures_chapters_and_words() {
    let program = house().await;
    let host = Host::new(&program).await;
    let (ended, lines) = import(&program, &[&host.feed(), "--allow-private", "--publish"]).await;
    assert_eq!(sum(&lines), (1, 1, 3), "{ended:?}");
    assert_eq!(ended.code, Some(3));
    for (name, words) in [("Night Bus 4", "410"), ("Night Bus 2", "too many redirects"), ("Night Bus 3", "")] {
        let failed = line(&lines, name);
        assert!(failed["result"] == "failed" && failed["reason"].as_str().unwrap().contains(words), "{failed}");
    }
    assert_eq!(line(&lines, "A post")["result"], "skipped");
    let (_, lines) = import(&program, &[&host.feed(), "--allow-private"]).await;
    assert_eq!(sum(&lines), (0, 2, 3), "a second run brings in nothing twice");
    // The same feed as a file is the same feed.
    let file = program.folder.path().join("feed.xml");
    std::fs::write(&file, feed(&host.address)).unwrap();
    let (_, lines) = import(&program, &[file.to_str().unwrap(), "--allow-private", "--dry-run"]).await;
    assert_eq!(line(&lines, "Night Bus 1")["result"], "skipped");
    assert_eq!(line(&lines, "Night Bus 3")["result"], "would-come-in");
    let serving = program.serve().await;
    let http = reqwest::Client::new();
    let page = async || {
        let asked = http.get(format!("http://{}/mixes/night-bus-1", serving.address)).header("host", "localhost");
        asked.send().await.unwrap().text().await.unwrap()
    };
    crate::support::eventually("the mix is public", || async { page().await.contains("<strong>loud</strong>") }).await;
    let page = page().await;
    assert!(page.contains("Two") && page.contains("2024"), "{page}");
}

#[tokio::test]
async fn addresses_of_private_networks_are_refused_unless_allowed() {
    let program = house().await;
    let host = Host::new(&program).await;
    let by_name = host.feed().replace("127.0.0.1", "localhost");
    for address in [host.feed(), by_name] {
        let ended = program.run(&["import", &address, "--dj", DJ]).await;
        assert!(!ended.success && ended.complained.contains("private network"), "{ended:?}");
    }
    let file = program.folder.path().join("feed.xml");
    std::fs::write(&file, feed(&host.address)).unwrap();
    let (_, lines) = import(&program, &[file.to_str().unwrap()]).await;
    assert_eq!(sum(&lines), (0, 1, 4));
    assert!(line(&lines, "Night Bus 1")["reason"].as_str().unwrap().contains("private network"));
}
