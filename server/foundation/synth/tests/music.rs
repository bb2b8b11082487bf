//! What every piece promises: loudness, peaks, edges, tempo, sameness. Renders the catalogue once and shares it.

use std::sync::OnceLock;

use ebur128::{EbuR128, Mode};
use synth::{Genre, Piece, Rendered, catalogue, render};

fn pressed() -> &'static [(&'static Piece, Rendered)] {
    static PRESSED: OnceLock<Vec<(&'static Piece, Rendered)>> = OnceLock::new();
    PRESSED.get_or_init(|| catalogue().iter().map(|piece| (piece, render(piece))).collect())
}

fn rms(samples: &[f32]) -> f64 {
    let sum: f64 = samples.iter().map(|s| f64::from(*s) * f64::from(*s)).sum();
    (sum / samples.len().max(1) as f64).sqrt()
}

fn db(level: f64) -> f64 {
    20.0 * level.max(1e-9).log10()
}

#[test]
fn the_same_piece_gives_the_same_samples() {
    for (piece, first) in pressed().iter().step_by(4) {
        let again = render(piece);
        assert!(again.samples == first.samples, "{} differs from itself", piece.slug);
    }
}

#[test]
fn no_sample_passes_one_decibel_below_full_scale() {
    let ceiling = 10.0_f32.powf(-1.0 / 20.0);
    for (piece, rendered) in pressed() {
        let peak = rendered.samples.iter().fold(0.0_f32, |peak, s| peak.max(s.abs()));
        assert!(rendered.samples.iter().all(|s| s.is_finite()), "{}", piece.slug);
        assert!(peak <= ceiling, "{} peaks at {peak}", piece.slug);
        assert!(peak > 0.5, "{} peaks at only {peak}", piece.slug);
    }
}

#[test]
fn loudness_is_near_fourteen_below() {
    for (piece, rendered) in pressed() {
        let mut meter = EbuR128::new(2, rendered.sample_rate_hz, Mode::I).expect("meter");
        meter.add_frames_f32(&rendered.samples).expect("frames");
        let lufs = meter.loudness_global().expect("loudness");
        assert!((-15.0..=-13.0).contains(&lufs), "{} is at {lufs} LUFS", piece.slug);
    }
}

#[test]
fn neither_side_leans_off_zero() {
    for (piece, rendered) in pressed() {
        for side in 0..2 {
            let sum: f64 = rendered.samples.iter().skip(side).step_by(2).map(|s| f64::from(*s)).sum();
            let offset = sum / rendered.frames() as f64;
            assert!(offset.abs() < 0.001, "{} side {side} leans by {offset}", piece.slug);
        }
    }
}

#[test]
fn music_never_falls_silent_inside() {
    for (piece, rendered) in pressed() {
        let second = rendered.sample_rate_hz as usize * 2;
        // The last bars fade and the echo dies away, as they should.
        let inside = &rendered.samples[..rendered.samples.len() - second * 8];
        for (index, window) in inside.chunks_exact(second).enumerate() {
            assert!(db(rms(window)) > -45.0, "{} falls silent at {index} s", piece.slug);
        }
    }
}

#[test]
fn a_piece_begins_and_ends_at_nothing() {
    for (piece, rendered) in pressed() {
        let edge = rendered.sample_rate_hz as usize / 20 * 2;
        let last = &rendered.samples[rendered.samples.len() - edge..];
        assert!(last.iter().all(|s| s.abs() < 0.002), "{} is cut at its end", piece.slug);
        let first = &rendered.samples[..edge / 50];
        assert!(first.iter().all(|s| s.abs() < 0.01), "{} begins with a click", piece.slug);
    }
}

#[test]
fn drops_are_louder_than_breaks_in_the_bass() {
    for (piece, rendered) in pressed() {
        // One-pole low-pass at 100 Hz, then level by second: a piece with an arrangement has both.
        let (mut state, mut levels) = (0.0_f64, Vec::new());
        for second in rendered.samples.chunks_exact(rendered.sample_rate_hz as usize * 2) {
            let mut energy = 0.0;
            for frame in second.chunks_exact(2) {
                state += (f64::from(frame[0] + frame[1]) * 0.5 - state) * 0.014;
                energy += state * state;
            }
            levels.push(db((energy / 44_100.0).sqrt()));
        }
        levels.sort_by(f64::total_cmp);
        let (quiet, loud) = (levels[levels.len() / 8], levels[levels.len() * 7 / 8]);
        assert!(loud - quiet > 6.0, "{} has no drops: {quiet} to {loud} dB", piece.slug);
    }
}

#[test]
fn both_sides_carry_music_and_are_not_the_same() {
    for (piece, rendered) in pressed() {
        let left: Vec<f32> = rendered.samples.iter().step_by(2).copied().collect();
        let right: Vec<f32> = rendered.samples.iter().skip(1).step_by(2).copied().collect();
        let difference: Vec<f32> = left.iter().zip(&right).map(|(l, r)| (l - r) * 0.5).collect();
        assert!((db(rms(&left)) - db(rms(&right))).abs() < 1.5, "{} leans to one side", piece.slug);
        assert!(db(rms(&difference)) > -45.0, "{} is mono", piece.slug);
    }
}

#[test]
fn house_runs_at_the_tempo_it_claims() {
    for (piece, rendered) in pressed().iter().filter(|(piece, _)| piece.genre() == Genre::House) {
        let found = tempo(rendered);
        assert!((found - piece.bpm).abs() < 1.0, "{} claims {} and runs at {found}", piece.slug, piece.bpm);
    }
}

/// Autocorrelation of low onsets between 100 and 150 beats a minute, read over four beats for precision.
fn tempo(rendered: &Rendered) -> f64 {
    const HOP: usize = 128;
    let (mut state, mut before, mut onsets) = (0.0_f64, 0.0_f64, Vec::new());
    for hop in rendered.samples.chunks_exact(HOP * 2) {
        let mut energy = 0.0;
        for frame in hop.chunks_exact(2) {
            state += (f64::from(frame[0] + frame[1]) * 0.5 - state) * 0.014;
            energy += state * state;
        }
        let level = (energy * 1000.0).ln_1p();
        onsets.push((level - before).max(0.0));
        before = level;
    }
    let hops_a_minute = f64::from(rendered.sample_rate_hz) * 60.0 / HOP as f64;
    (1000..1500)
        .map(|tenths| f64::from(tenths) / 10.0)
        .max_by(|a, b| likeness(&onsets, hops_a_minute / a).total_cmp(&likeness(&onsets, hops_a_minute / b)))
        .unwrap_or_default()
}

fn likeness(onsets: &[f64], beat: f64) -> f64 {
    (1..=4)
        .map(|beats| {
            let lag = beat * f64::from(beats);
            let (whole, part) = (lag as usize, lag.fract());
            onsets.iter().zip(onsets[whole..].windows(2)).map(|(a, b)| a * (b[0] * (1.0 - part) + b[1] * part)).sum::<f64>()
        })
        .sum()
}
