//! The items of a podcast's feed, the oldest first: recording, picture and chapters are fetched, one item after the other.

use super::{
    course::Course,
    fetch::{Ended, Fetched, Web},
    reason,
};
use anyhow::{Context, bail};
use contract::{
    caller::Locale,
    imports::ImportRefusal,
    outcome::{Message, Refusal},
    studio::UploadRefusal,
};
use kernel::format;
use library::Item;
use mixes::imports::{Arrival, Origin};
use std::path::{Path, PathBuf};
use tracklists::Track;

const FEED_BYTES: u64 = 16 << 20;
const COVER_BYTES: u64 = audio::MAX_COVER_BYTES as u64;
const CHAPTERS_BYTES: u64 = 1 << 20;

/// Brings the items of a feed in.
pub(super) async fn bring(course: &mut Course<'_>, web: &Web, source: &str) -> anyhow::Result<()> {
    let bytes = read(course, web, source).await?;
    let mut feed =
        tokio::task::spawn_blocking(move || library::read_feed(&bytes)).await?.with_context(|| format!("reading {}", shown(source)))?;
    course.begin(shown(source), feed.items.len() + feed.left.len()).await?;
    for (name, why) in &feed.left {
        course.skip(name, &reason::of(why)).await?;
    }
    feed.items.reverse();
    for item in feed.items {
        one(course, web, &feed.identity, item).await?;
    }
    Ok(())
}

/// As people may read it: addresses of private feeds carry passwords and tokens.
fn shown(source: &str) -> String {
    let Ok(mut url) = reqwest::Url::parse(source) else { return source.to_owned() };
    if !matches!(url.scheme(), "http" | "https") {
        return source.to_owned();
    }
    url.set_query(None);
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    url.to_string()
}

async fn read(course: &Course<'_>, web: &Web, source: &str) -> anyhow::Result<Vec<u8>> {
    if source.starts_with("http://") || source.starts_with("https://") {
        return match web.bytes(source, FEED_BYTES).await {
            Ok(bytes) => Ok(bytes),
            Err(ended) => bail!("{}: {}", shown(source), course.install.plain_text(&message(ended))),
        };
    }
    let size = tokio::fs::metadata(source).await.with_context(|| format!("reading {source}"))?.len();
    anyhow::ensure!(size <= FEED_BYTES, "{source} is larger than a feed may be: 16 MiB");
    tokio::fs::read(source).await.with_context(|| format!("reading {source}"))
}

async fn one(course: &mut Course<'_>, web: &Web, feed: &str, item: Item) -> anyhow::Result<()> {
    let tenant = course.who.tenant;
    let name = if item.title.is_empty() { item.guid.clone() } else { item.title.clone() };
    let key = Origin::key_of_item(feed, &item.guid);
    if course.install.mixes.knows_place(tenant, &key, 0, 0).await?.is_some() {
        return course.skip(&name, &ImportRefusal::AlreadyHere.message()).await;
    }
    let Some(path) = course.scratch() else {
        let length = item.duration_ms.map(|ms| format::duration(ms).text);
        course.would_come_in(&name, length.as_deref(), 0);
        return Ok(());
    };
    let limit = course.install.config.uploads.max_upload_bytes;
    let brought = match web.file(&item.url, &path, limit).await {
        Ok(fetched) => store(course, web, &name, key, item, path.clone(), fetched).await,
        Err(ended) => course.fail(&name, &message(ended)).await,
    };
    remove(&path).await;
    brought
}

async fn store(
    course: &mut Course<'_>,
    web: &Web,
    name: &str,
    key: String,
    item: Item,
    file: PathBuf,
    fetched: Fetched,
) -> anyhow::Result<()> {
    let origin = Origin { key, content: fetched.content, size_bytes: fetched.size_bytes, modified_ms: 0 };
    if course.install.mixes.note_place(course.who.tenant, &origin).await? {
        return course.skip(name, &ImportRefusal::SameRecording.message()).await;
    }
    let cover = match &item.cover {
        Some(address) => web.bytes(address, COVER_BYTES).await.inspect_err(|ended| left_aside("picture", name, ended)).ok(),
        None => None,
    };
    let tracks = tracks(web, name, &item).await;
    let arrival = Arrival {
        origin,
        file,
        is_ours: true,
        file_name: file_name(&item),
        title: Some(item.title).filter(|title| !title.is_empty()),
        description: item.description,
        dated_ms: item.published_ms.unwrap_or_else(|| course.install.kernel.now().0),
        tracks,
        cover,
    };
    course.bring_in(name, arrival).await
}

async fn tracks(web: &Web, name: &str, item: &Item) -> Vec<Track> {
    let fetched = match &item.chapters {
        Some(address) if item.tracks.is_empty() => {
            web.bytes(address, CHAPTERS_BYTES).await.inspect_err(|ended| left_aside("chapters", name, ended)).ok()
        }
        _ => None,
    };
    fetched.map_or_else(|| item.tracks.clone(), |json| library::chapters(&json))
}

fn left_aside(what: &str, name: &str, ended: &Ended) {
    tracing::info!("{what} of {name} left aside: {ended:?}");
}

fn message(ended: Ended) -> Message {
    match ended {
        Ended::Refused(refusal) => refusal.message(),
        Ended::TooLarge(limit) => UploadRefusal::TooLarge { limit: format::bytes(&Locale("en".to_owned()), limit).text }.message(),
    }
}

/// The name of the file, with an ending that says what the feed says: many addresses end in something else.
fn file_name(item: &Item) -> String {
    let name = library::file_name_of(&item.url);
    let ending = Path::new(&name).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if audio::PLAYED_ENDINGS.contains(&ending.as_str()) {
        return name;
    }
    let ending = match item.mime.as_str() {
        "audio/mp4" | "audio/x-m4a" | "audio/m4a" => "m4a",
        "audio/aac" | "audio/x-aac" => "aac",
        "audio/ogg" | "application/ogg" => "ogg",
        "audio/opus" => "opus",
        "audio/flac" | "audio/x-flac" => "flac",
        "audio/wav" | "audio/x-wav" | "audio/wave" => "wav",
        _ => "mp3",
    };
    let stem = if name.is_empty() { "recording" } else { &name };
    format!("{stem}.{ending}")
}

async fn remove(path: &Path) {
    // What stays is removed with the run.
    let _ = tokio::fs::remove_file(path).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_private_feeds_are_shown_to_nobody() {
        assert_eq!(shown("https://me:secret@example.org/feed.xml?token=1"), "https://example.org/feed.xml");
        assert_eq!(shown("/srv/feed.xml"), "/srv/feed.xml");
    }

    #[test]
    fn a_file_without_an_ending_gets_that_of_its_kind() {
        let named = |url: &str, mime: &str| file_name(&Item { url: url.into(), mime: mime.into(), ..Item::default() });
        assert_eq!(named("https://example.org/a.MP3?x", "audio/mp4"), "a.MP3");
        assert_eq!(named("https://example.org/get.php?x", "audio/x-m4a"), "get.php.m4a");
        assert_eq!(named("https://example.org/", ""), "recording.mp3");
    }
}
