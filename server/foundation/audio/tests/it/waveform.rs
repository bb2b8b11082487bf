//! The picture tells the truth, and survives storage.

use audio::{Analysis, Collector, Waveform};
use proptest::prelude::*;

use crate::signals::{analysed, sine_steps, wav};

fn collected(sample_rate_hz: u32, samples: &[f32], block: usize) -> Waveform {
    let mut collector = Collector::new(sample_rate_hz, 1);
    for chunk in samples.chunks(block.max(1)) {
        collector.add(&[chunk]);
    }
    collector.finish()
}

#[test]
fn waveform_shows_where_it_is_loud() {
    let planes = sine_steps(44_100, 2, 440.0, &[(0.0, 5.0), (-6.02, 5.0)]);
    let waveform = analysed(wav(44_100, &planes)).unwrap().waveform;
    let bars = waveform.overview(10);
    assert!(bars[..5].iter().all(|bar| *bar >= 254), "{bars:?}");
    assert!(bars[5..].iter().all(|bar| bar.abs_diff(128) <= 1), "{bars:?}");
    let rms = waveform.overview_rms(10);
    assert!(rms[..5].iter().all(|bar| bar.abs_diff(180) <= 1), "{rms:?}");
}

#[test]
fn overview_has_as_many_bars_as_asked_for_however_short_the_sound() {
    let waveform = collected(44_100, &[0.5; 100], 7);
    assert_eq!(waveform.overview(800), vec![128; 800]);
    assert!(waveform.overview(0).is_empty());
    assert_eq!(collected(44_100, &[], 1).overview(3), vec![0; 3]);
}

#[test]
fn two_hours_are_stored_in_under_a_megabyte() {
    let second = vec![0.25_f32; 8_000];
    let mut collector = Collector::new(8_000, 1);
    for _ in 0..2 * 3600 {
        collector.add(&[&second]);
    }
    let waveform = collector.finish();
    assert!(waveform.to_bytes().len() < 1_000_000);
    assert!(waveform.levels()[0].bins().len() <= 1024);
    assert_eq!(waveform.overview(1200), vec![64; 1200]);
}

#[test]
fn analysis_survives_json() {
    let analysis = analysed(wav(8_000, &sine_steps(8_000, 1, 440.0, &[(-6.0, 2.0)]))).unwrap();
    let json = serde_json::to_string(&analysis).unwrap();
    assert_eq!(serde_json::from_str::<Analysis>(&json).unwrap(), analysis);
}

proptest! {
    #[test]
    fn stored_waveform_reads_back_the_same(
        samples in prop::collection::vec(-1.0_f32..1.0, 0..5000),
        rate in 1_u32..400,
    ) {
        let waveform = collected(rate, &samples, 512);
        prop_assert_eq!(Waveform::from_bytes(&waveform.to_bytes()), Ok(waveform));
    }

    #[test]
    fn blocks_do_not_change_the_picture(
        samples in prop::collection::vec(-1.0_f32..1.0, 0..3000),
        block in 1_usize..700,
    ) {
        let (whole, pieces) = (collected(1000, &samples, 3000), collected(1000, &samples, block));
        for (whole, pieces) in whole.overview(50).into_iter().zip(pieces.overview(50)) {
            prop_assert_eq!(whole, pieces);
        }
    }

    #[test]
    fn foreign_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), magic: bool) {
        let bytes = if magic { [b"HWF1".as_slice(), &bytes].concat() } else { bytes };
        let _ = Waveform::from_bytes(&bytes);
    }

    #[test]
    fn damaged_waveform_is_refused_or_whole(at in 0_usize..60, byte: u8, cut in 0_usize..400) {
        let mut bytes = collected(100, &[0.5; 300], 64).to_bytes();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(cut);
        if let Ok(waveform) = Waveform::from_bytes(&bytes) {
            prop_assert_eq!(waveform.to_bytes(), bytes);
            prop_assert_eq!(waveform.overview(9).len(), 9);
        }
    }
}
