//! A podcast's RSS feed into items with a file each. Fetches nothing: pictures, files and chapters elsewhere are addresses.

use crate::{Why, from_html, text::one_line};
use chrono::DateTime;
use quick_xml::{Reader, events::Event};
use rss::{Channel, extension::Extension};
use serde::Deserialize;
use std::borrow::Cow;
use tracklists::Track;

/// Elements within elements; a reader that goes down without end would run out of stack.
const MOST_DEEP: usize = 64;
/// Items that are read of a feed.
const MOST_ITEMS: usize = 10_000;

/// A feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    pub title: String,
    /// What the feed is known by wherever it is read from: its site's address, else its title.
    pub identity: String,
    /// In the order of the feed, which is the newest first as a rule.
    pub items: Vec<Item>,
    /// Names of the others, and why.
    pub left: Vec<(String, Why)>,
}

/// An item with a recording.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The feed's own name for it, else the file's address.
    pub guid: String,
    pub title: String,
    pub url: String,
    pub mime: String,
    pub published_ms: Option<i64>,
    pub duration_ms: Option<u64>,
    /// Markdown.
    pub description: String,
    /// The address of a picture: the item's, else the feed's.
    pub cover: Option<String>,
    /// The address of chapters as JSON, for [`chapters`].
    pub chapters: Option<String>,
    /// Chapters that stand in the feed itself.
    pub tracks: Vec<Track>,
}

/// What isn't a feed.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    #[error("this is no RSS feed: {0}")]
    Malformed(String),
    #[error("this feed nests its elements more than {MOST_DEEP} deep")]
    TooDeep,
}

/// Reads a feed, in the encoding that it declares; one that claims UTF-8 and isn't is read as Latin-1.
///
/// # Errors
/// When it is no RSS feed.
pub fn read_feed(bytes: &[u8]) -> Result<Feed, FeedError> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let declares_another = head.contains("encoding") && !head.contains("utf-8");
    let latin = std::str::from_utf8(bytes).is_err() && !declares_another && !head.starts_with('\u{fffd}');
    let bytes: Cow<'_, [u8]> = match latin {
        true => Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes()),
        // Blanks before the declaration are a common mistake.
        false => Cow::Borrowed(bytes.trim_ascii_start()),
    };
    check_depth(&bytes)?;
    let channel = Channel::read_from(bytes.as_ref()).map_err(|error| FeedError::Malformed(error.to_string()))?;
    let title = one_line(channel.title());
    let identity = if channel.link().trim().is_empty() { title.clone() } else { channel.link().trim().to_owned() };
    let picture =
        channel.itunes_ext().and_then(|itunes| itunes.image()).or_else(|| channel.image().map(rss::Image::url)).map(str::to_owned);
    let mut feed = Feed { title, identity, ..Feed::default() };
    for entry in channel.items().iter().take(MOST_ITEMS) {
        match item(entry, picture.as_deref()) {
            Ok(item) => feed.items.push(item),
            Err(why) => feed.left.push((name_of(entry), why)),
        }
    }
    Ok(feed)
}

fn check_depth(bytes: &[u8]) -> Result<(), FeedError> {
    let (mut reader, mut buffer, mut depth) = (Reader::from_reader(bytes), Vec::new(), 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) if depth >= MOST_DEEP => return Err(FeedError::TooDeep),
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(FeedError::Malformed(error.to_string())),
        }
    }
}

fn name_of(entry: &rss::Item) -> String {
    one_line(entry.title().or(entry.guid().map(rss::Guid::value)).or(entry.link()).unwrap_or("?"))
}

fn item(entry: &rss::Item, picture: Option<&str>) -> Result<Item, Why> {
    let enclosure = entry.enclosure().filter(|enclosure| !enclosure.url().trim().is_empty()).ok_or(Why::NoFile)?;
    let mime = enclosure.mime_type().trim().to_ascii_lowercase();
    if ["video/", "image/", "text/", "application/pdf"].iter().any(|other| mime.starts_with(other)) {
        return Err(Why::NotAudio);
    }
    let itunes = entry.itunes_ext();
    let said = entry.content().or(entry.description()).or_else(|| itunes.and_then(|itunes| itunes.summary()));
    let url = enclosure.url().trim().to_owned();
    let guid = entry.guid().map(|guid| guid.value().trim()).filter(|guid| !guid.is_empty()).unwrap_or(&url).to_owned();
    Ok(Item {
        guid,
        title: one_line(entry.title().unwrap_or_default()),
        mime,
        published_ms: entry.pub_date().and_then(moment),
        duration_ms: itunes.and_then(|itunes| itunes.duration()).and_then(duration_ms),
        description: said.map(from_html).unwrap_or_default(),
        cover: itunes.and_then(|itunes| itunes.image()).or(picture).map(|url| url.trim().to_owned()).filter(|url| !url.is_empty()),
        chapters: extension(entry, "podcast", "chapters").find_map(|chapters| chapters.attrs().get("url")).map(|url| url.trim().to_owned()),
        tracks: inline_chapters(entry),
        url,
    })
}

fn extension<'a>(entry: &'a rss::Item, prefix: &str, name: &str) -> impl Iterator<Item = &'a Extension> + use<'a> {
    entry.extensions().get(prefix).and_then(|all| all.get(name)).into_iter().flatten()
}

fn moment(text: &str) -> Option<i64> {
    let text = text.trim();
    let at = DateTime::parse_from_rfc2822(text).or_else(|_| DateTime::parse_from_rfc3339(text)).ok()?;
    Some(at.timestamp_millis())
}

/// `3725`, `62:05` or `1:02:05.5`, as `itunes:duration` and chapters are written.
fn duration_ms(text: &str) -> Option<u64> {
    let mut seconds = 0.0_f64;
    for part in text.trim().split(':') {
        seconds = seconds * 60.0 + part.parse::<f64>().ok().filter(|part| part.is_finite() && *part >= 0.0)?;
    }
    let ms = (seconds * 1000.0).round();
    (ms <= tracklists::MAX_AT_MS as f64).then_some(ms as u64)
}

/// Podlove Simple Chapters: `<psc:chapters><psc:chapter start="00:01:02" title="…"/></psc:chapters>`.
fn inline_chapters(entry: &rss::Item) -> Vec<Track> {
    let all = extension(entry, "psc", "chapters").filter_map(|chapters| chapters.children().get("chapter")).flatten();
    let chapter = |chapter: &Extension| {
        let at_ms = duration_ms(chapter.attrs().get("start")?)?;
        Some(track(at_ms, chapter.attrs().get("title")?))
    };
    limited(all.filter_map(chapter).collect())
}

#[derive(Deserialize)]
struct Chapters {
    chapters: Vec<Chapter>,
}

#[derive(Deserialize)]
struct Chapter {
    #[serde(rename = "startTime")]
    start: f64,
    #[serde(default)]
    title: String,
    /// A chapter may be silent: a picture that changes.
    toc: Option<bool>,
}

/// Podcasting 2.0 JSON chapters as tracks; none where they can't be read.
pub fn chapters(json: &[u8]) -> Vec<Track> {
    let Ok(read) = serde_json::from_slice::<Chapters>(json) else { return vec![] };
    let shown = read.chapters.iter().filter(|chapter| chapter.toc != Some(false));
    limited(shown.filter_map(|chapter| Some(track(duration_ms(&chapter.start.to_string())?, &chapter.title))).collect())
}

/// A title of two names is an artist's and a track's, as in any tracklist.
fn track(at_ms: u64, title: &str) -> Track {
    let line = one_line(title);
    let cut = |name: &str| name.trim().chars().take(tracklists::MAX_FIELD_CHARS).collect::<String>();
    match line.split_once(" - ").or_else(|| line.split_once(" – ")) {
        Some((artist, title)) => Track { at_ms: Some(at_ms), artist: cut(artist), title: cut(title), ..Track::default() },
        None => Track { at_ms: Some(at_ms), title: cut(&line), ..Track::default() },
    }
}

fn limited(mut tracks: Vec<Track>) -> Vec<Track> {
    tracks.retain(|track| !track.title.is_empty() || !track.artist.is_empty());
    tracks.sort_by_key(|track| track.at_ms);
    tracks.truncate(tracklists::MAX_TRACKS);
    tracks
}
