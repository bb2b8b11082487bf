//! The tracks of mixes: for listeners, and for the DJ who knows what was played.

mod edit;
mod songs;
mod stored;
mod text;
mod wave;

use crate::{Service, visible};
use async_trait::async_trait;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    mixes::Peaks,
    outcome::Outcome,
    tracklists::{ReadTracklist, StudioTracklist, Track, TracklistRefusal, Tracklists},
};
use kernel::OrFail;

pub use songs::Song;
pub(crate) use stored::{keep_within, of_mix, replace};
pub(crate) use text::from_parsed;

type Answer<T> = Result<Outcome<T, TracklistRefusal>, Failure>;

#[async_trait]
impl Tracklists for Service {
    async fn tracks(&self, caller: &Caller, mix: MixId) -> Result<Vec<Track>, Failure> {
        hearable(self, caller, mix).await.or_fail(caller)
    }

    async fn edit(&self, caller: &Caller, mix: MixId) -> Result<StudioTracklist, Failure> {
        edit::edit(self, caller, mix).await.or_fail(caller)
    }

    async fn read(&self, caller: &Caller, text: String) -> Answer<ReadTracklist> {
        text::read(caller, &text).map_err(kernel::Error::from).or_fail(caller)
    }

    async fn save(&self, caller: &Caller, mix: MixId, tracks: Vec<Track>) -> Answer<StudioTracklist> {
        edit::save(self, caller, mix, tracks).await.or_fail(caller)
    }

    async fn close_wave(&self, caller: &Caller, mix: MixId, from_ms: u64, to_ms: u64) -> Result<Peaks, Failure> {
        wave::close(self, caller, mix, from_ms, to_ms).await.or_fail(caller)
    }
}

async fn hearable(service: &Service, caller: &Caller, mix: MixId) -> kernel::Result<Vec<Track>> {
    let database = service.kernel().database.read();
    let row = visible::find(database, caller, mix).await?;
    Ok(stored::of_mix(database, row.id).await?)
}
