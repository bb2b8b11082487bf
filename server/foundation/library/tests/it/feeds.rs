//! Feeds as hosts of podcasts write them.

use library::{FeedError, Why, chapters, read_feed};

const FEED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters">
<channel>
  <title>Night Bus Radio</title><link>https://example.org/radio</link><description>Late</description>
  <itunes:image href="https://example.org/show.jpg"/>
  <item>
    <title> Night  Bus 12 </title><guid isPermaLink="false">nb-12</guid>
    <pubDate>Fri, 31 May 2024 20:00:00 +0200</pubDate>
    <description>short</description>
    <content:encoded><![CDATA[<p>Two <b>hours</b> of it.</p><script>alert(1)</script>]]></content:encoded>
    <enclosure url="https://cdn.example.org/nb-12.mp3?x=1&amp;y=2" length="1234" type="audio/mpeg"/>
    <itunes:duration>1:02:05</itunes:duration>
    <itunes:image href="https://example.org/12.jpg"/>
    <podcast:chapters url="https://example.org/12.json" type="application/json+chapters"/>
  </item>
  <item>
    <title>Night Bus 11</title><enclosure url="https://cdn.example.org/nb-11.mp3" length="0" type=""/>
    <psc:chapters version="1.2"><psc:chapter start="00:01:02.500" title="DJ - Two"/><psc:chapter start="0" title="One"/></psc:chapters>
  </item>
  <item><title>A post</title></item>
  <item><title>A film</title><enclosure url="https://cdn.example.org/film.mp4" length="1" type="video/mp4"/></item>
</channel></rss>"#;

#[test]
fn items_with_a_file_are_read_whole_and_the_others_are_named() {
    let feed = read_feed(FEED.as_bytes()).unwrap();
    assert_eq!((feed.title.as_str(), feed.identity.as_str()), ("Night Bus Radio", "https://example.org/radio"));
    let [newest, older] = feed.items.as_slice() else { panic!("{:?}", feed.items) };
    assert_eq!((newest.guid.as_str(), newest.title.as_str()), ("nb-12", "Night Bus 12"));
    assert_eq!(newest.url, "https://cdn.example.org/nb-12.mp3?x=1&y=2");
    assert_eq!(newest.published_ms, Some(1_717_178_400_000));
    assert_eq!(newest.duration_ms, Some(3_725_000));
    assert_eq!(newest.description, "Two **hours** of it.");
    assert_eq!(newest.cover.as_deref(), Some("https://example.org/12.jpg"));
    assert_eq!(newest.chapters.as_deref(), Some("https://example.org/12.json"));
    assert_eq!(older.guid, "https://cdn.example.org/nb-11.mp3", "a file's address names an item that has no name");
    assert_eq!(older.cover.as_deref(), Some("https://example.org/show.jpg"));
    let tracks: Vec<_> = older.tracks.iter().map(|track| (track.at_ms, track.artist.as_str(), track.title.as_str())).collect();
    assert_eq!(tracks, [(Some(0), "", "One"), (Some(62_500), "DJ", "Two")]);
    assert_eq!(feed.left, [("A post".to_owned(), Why::NoFile), ("A film".to_owned(), Why::NotAudio)]);
}

#[test]
fn chapters_are_read_from_json_and_nonsense_gives_none() {
    let json = r#"{"version":"1.2.0","chapters":[{"startTime":62.5,"title":"DJ - Two"},{"startTime":0,"title":"One"},
        {"startTime":5,"title":"a picture","toc":false},{"startTime":-1,"title":"x"},{"startTime":9}]}"#;
    let tracks: Vec<_> = chapters(json.as_bytes()).into_iter().map(|track| (track.at_ms, track.artist, track.title)).collect();
    assert_eq!(tracks, [(Some(0), String::new(), "One".to_owned()), (Some(62_500), "DJ".to_owned(), "Two".to_owned())]);
    assert!(chapters(b"<html>").is_empty());
}

#[test]
fn a_feed_in_latin_letters_keeps_them() {
    let latin: Vec<u8> = FEED.replace("UTF-8", "ISO-8859-1").replace("Night Bus Radio", "Caf\u{e9}").chars().map(|c| c as u8).collect();
    assert_eq!(read_feed(&latin).unwrap().title, "Café");
    let mistaken: Vec<u8> = FEED.replace("Night Bus Radio", "Caf\u{e9}").chars().map(|c| c as u8).collect();
    assert_eq!(read_feed(&mistaken).unwrap().title, "Café");
    assert_eq!(read_feed(format!("\u{feff}{FEED}").as_bytes()).unwrap().title, "Night Bus Radio");
    assert_eq!(read_feed(format!("\n {FEED}").as_bytes()).unwrap().title, "Night Bus Radio");
}

#[test]
fn what_is_no_feed_is_said_to_be_none() {
    for page in ["<html><body>Not found</body></html>", "", "hello", "<rss><channel>"] {
        assert!(matches!(read_feed(page.as_bytes()), Err(FeedError::Malformed(_))), "{page}");
    }
    let deep = format!("<rss version=\"2.0\"><channel>{}", "<a:b>".repeat(100_000));
    assert!(matches!(read_feed(deep.as_bytes()), Err(FeedError::TooDeep)));
}
