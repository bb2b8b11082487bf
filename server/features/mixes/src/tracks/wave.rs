//! The wave drawn close, for setting a moment exactly.

use crate::{Service, keys, studio::access};
use audio::Waveform;
use contract::{caller::Caller, ids::MixId, mixes::Peaks, tracklists::CLOSE_BARS};

/// [`CLOSE_BARS`] bars of the loudest peaks from `from_ms` to `to_ms`; silence outside the mix.
pub(super) async fn close(service: &Service, caller: &Caller, id: MixId, from_ms: u64, to_ms: u64) -> kernel::Result<Peaks> {
    let row = access::find(service.kernel().database.read(), caller, id).await?;
    let stored = service.storage().get(&keys::waveform(row.tenant_id, row.id)).await;
    let bytes = stored.map_err(|error| kernel::Error::Internal(error.into()))?;
    let waveform = Waveform::from_bytes(&bytes).map_err(|error| kernel::Error::Internal(error.into()))?;
    Ok(Peaks::from_bars(&bars(&waveform, from_ms, to_ms)))
}

fn bars(waveform: &Waveform, from_ms: u64, to_ms: u64) -> Vec<u8> {
    // The last level is the finest.
    let Some(finest) = waveform.levels().last() else { return vec![0; CLOSE_BARS] };
    let per_ms = f64::from(waveform.sample_rate_hz()) / 1000.0 / f64::from(finest.frames_per_bin().max(1));
    let bins = finest.bins();
    let edge = |bar: usize| {
        let ms = from_ms as f64 + to_ms.saturating_sub(from_ms) as f64 * bar as f64 / CLOSE_BARS as f64;
        ((ms * per_ms) as usize).min(bins.len())
    };
    let loudest = |bar: usize| {
        let (start, end) = (edge(bar), edge(bar + 1).max(edge(bar) + 1).min(bins.len()));
        bins.get(start..end).unwrap_or_default().iter().map(|bin| bin[0]).max().unwrap_or(0)
    };
    (0..CLOSE_BARS).map(loudest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_shows_only_what_sounds_in_it() {
        let mut collector = audio::Collector::new(8_000, 1);
        collector.add(&[&[0.0; 8_000]]);
        collector.add(&[&[0.5; 8_000]]);
        let waveform = collector.finish();
        let across = bars(&waveform, 500, 1_500);
        assert!(across[..119].iter().all(|bar| *bar == 0) && across[121..].iter().all(|bar| *bar == 128), "{across:?}");
        assert!(bars(&waveform, 5_000, 6_000).iter().all(|bar| *bar == 0));
        assert_eq!(bars(&waveform, 900, 900).len(), CLOSE_BARS);
    }
}
