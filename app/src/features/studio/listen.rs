//! A mix of the Studio in the player: what goes out is heard as listeners will hear it.

use contract::{
    mixes::{AudioSource, MixSummary},
    studio::StudioMix,
};

/// The mix as the player takes it; `None` before it has sound and a cover.
pub fn heard(mix: &StudioMix, audio: Option<AudioSource>) -> Option<MixSummary> {
    Some(MixSummary {
        id: mix.id,
        slug: mix.slug.clone(),
        title: mix.title.clone(),
        dj: mix.dj.clone(),
        genres: Vec::new(),
        duration_ms: mix.duration_ms.clone(),
        published: None,
        plays: mix.plays.clone(),
        likes: mix.likes.clone(),
        cover: mix.cover.clone()?,
        audio: audio?,
        explicit: false,
        by_link: false,
        music: Default::default(),
        level_percent: 100,
        peaks: mix.peaks.clone(),
    })
}
