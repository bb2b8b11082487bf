//! The tracks of published mixes as a library: found by artist and title, each song once.

use crate::{
    Service,
    entity::{mix, track},
    listing::newest_first,
    search_text::fold,
    visible,
};
use contract::{
    caller::Caller,
    ids::{MixId, TenantId},
};
use sea_orm::{QuerySelect, entity::prelude::*};
use std::collections::{HashMap, HashSet};

/// More words than anyone means; each costs a scan.
const MAX_WORDS: usize = 10;
/// Mixes that are looked through for a song, the newest first.
const MIXES: u64 = 300;
/// Bytes of what a song or an artist is compared by, at most: what fits an index together.
const KEY: usize = 90;

/// A track, and what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Song {
    pub mix: MixId,
    /// From 0, in that mix's tracklist.
    pub position: u32,
    pub artist: String,
    pub title: String,
    pub mix_title: String,
    /// The same for the same artist and title, without case, accents and punctuation.
    pub key: String,
    pub artist_key: String,
}

impl Service {
    /// Songs in which all words occur, at most `most`; nothing for no words.
    ///
    /// # Errors
    /// The database's.
    pub async fn songs(&self, caller: &Caller, words: &str, most: usize) -> kernel::Result<Vec<Song>> {
        let folded = fold(words);
        let words: Vec<&str> = folded.split_whitespace().take(MAX_WORDS).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let db = self.kernel().database.read();
        let mut named = visible::listed(caller.tenant);
        for word in &words {
            // Folded words are letters and digits only, so nothing in them needs escaping in a LIKE pattern.
            named = named.add(mix::Column::TrackWords.contains(*word));
        }
        let mixes: Vec<(Uuid, String)> = newest_first(mix::Entity::find().filter(named))
            .select_only()
            .columns([mix::Column::Id, mix::Column::Title])
            .limit(MIXES)
            .into_tuple()
            .all(db)
            .await?;
        let of_mixes = track::Entity::find().filter(track::Column::TenantId.eq(caller.tenant.0));
        let rows = of_mixes.filter(track::Column::MixId.is_in(mixes.iter().map(|(id, _)| *id))).all(db).await?;
        let mut by_mix: HashMap<Uuid, Vec<track::Model>> = HashMap::new();
        rows.into_iter().for_each(|row| by_mix.entry(row.mix_id).or_default().push(row));
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for (id, title) in &mixes {
            let mut rows = by_mix.remove(id).unwrap_or_default();
            rows.sort_by_key(|row| row.position);
            let songs = rows.into_iter().filter_map(|row| song(row, title));
            found.extend(songs.filter(|song| contains(song, &words)).filter(|song| seen.insert(song.key.clone())));
        }
        // A title that begins with what was typed is what was meant.
        found.sort_by_key(|song| (!fold(&song.title).starts_with(&folded), song.key.clone()));
        found.truncate(most);
        Ok(found)
    }

    /// The song at a place of a published mix.
    ///
    /// # Errors
    /// The database's.
    pub async fn song(&self, tenant: TenantId, mix: MixId, position: u32) -> kernel::Result<Option<Song>> {
        let db = self.kernel().database.read();
        let Some(found) = mix::Entity::find_by_id(mix.0).filter(visible::listed(tenant)).one(db).await? else { return Ok(None) };
        let place = (mix.0, i32::try_from(position).unwrap_or(i32::MAX));
        let row = track::Entity::find_by_id(place).filter(track::Column::TenantId.eq(tenant.0)).one(db).await?;
        Ok(row.and_then(|row| song(row, &found.title)))
    }
}

fn contains(song: &Song, words: &[&str]) -> bool {
    let all = fold(&format!("{} {}", song.artist, song.title));
    words.iter().all(|word| all.contains(word))
}

/// `None` for what nobody could name.
fn song(row: track::Model, mix_title: &str) -> Option<Song> {
    let (artist_key, title_key) = (cut(fold(&row.artist)), cut(fold(&row.title)));
    if row.is_unknown || title_key.is_empty() {
        return None;
    }
    Some(Song {
        mix: MixId(row.mix_id),
        position: u32::try_from(row.position).ok()?,
        key: format!("{artist_key}/{title_key}"),
        artist_key,
        artist: row.artist,
        title: row.title,
        mix_title: mix_title.to_owned(),
    })
}

/// Folded text is ASCII: every byte is a place to cut.
fn cut(mut folded: String) -> String {
    folded.truncate(KEY);
    folded
}
