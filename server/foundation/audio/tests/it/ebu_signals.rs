//! The signals of EBU Tech 3341 (v4), synthesised here from the document's own table.

use std::f64::consts::PI;

use crate::signals::{amplitude, analysed, silence, sine_steps, wav};

const RATE: u32 = 48_000;

fn loudness_of(steps: &[(f64, f64)]) -> f64 {
    let planes = sine_steps(RATE, 2, 1000.0, steps);
    analysed(wav(RATE, &planes)).unwrap().loudness_lufs.unwrap()
}

#[track_caller]
fn assert_near(measured: f64, expected: f64, below: f64, above: f64) {
    assert!((expected - below..=expected + above).contains(&measured), "measured {measured}, expected {expected}");
}

#[test]
fn case_1_stereo_sine_at_minus_23_dbfs_measures_minus_23_lufs() {
    assert_near(loudness_of(&[(-23.0, 20.0)]), -23.0, 0.1, 0.1);
}

#[test]
fn case_2_stereo_sine_at_minus_33_dbfs_measures_minus_33_lufs() {
    assert_near(loudness_of(&[(-33.0, 20.0)]), -33.0, 0.1, 0.1);
}

#[test]
fn case_3_quiet_ends_fall_to_the_relative_gate() {
    assert_near(loudness_of(&[(-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)]), -23.0, 0.1, 0.1);
}

#[test]
fn case_4_near_silence_falls_to_the_absolute_gate() {
    let steps = [(-72.0, 10.0), (-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0), (-72.0, 10.0)];
    assert_near(loudness_of(&steps), -23.0, 0.1, 0.1);
}

#[test]
fn case_5_levels_above_the_gate_average_by_energy() {
    assert_near(loudness_of(&[(-26.0, 20.0), (-20.0, 20.1), (-26.0, 20.0)]), -23.0, 0.1, 0.1);
}

#[test]
fn case_6_five_channels_weigh_as_the_standard_says() {
    let mut planes = Vec::new();
    for dbfs in [-28.0, -28.0, -24.0, -300.0, -30.0, -30.0] {
        planes.extend(sine_steps(RATE, 1, 1000.0, &[(dbfs, 20.0)]));
    }
    assert_near(analysed(wav(RATE, &planes)).unwrap().loudness_lufs.unwrap(), -23.0, 0.1, 0.1);
}

/// A sine of `rate / divisor` from `degrees` on, faded at both ends so that its edges do not ring.
fn true_peak_of(divisor: f64, degrees: f64, level: f64) -> f64 {
    let length = RATE as usize;
    let fade = length / 10;
    let plane: Vec<f32> = (0..length)
        .map(|n| {
            let edge = n.min(length - 1 - n).min(fade) as f64 / fade as f64;
            let phase = 2.0 * PI * n as f64 / divisor + degrees.to_radians();
            (level * edge * phase.sin()) as f32
        })
        .collect();
    analysed(wav(RATE, &[plane.clone(), plane])).unwrap().true_peak_dbtp.unwrap()
}

#[test]
fn cases_15_to_18_true_peak_between_samples_is_found() {
    for (divisor, degrees) in [(4.0, 0.0), (4.0, 45.0), (6.0, 60.0), (8.0, 67.5)] {
        assert_near(true_peak_of(divisor, degrees, 0.5), -6.02, 0.4, 0.2);
    }
}

#[test]
fn case_19_true_peak_above_full_scale_is_found() {
    assert_near(true_peak_of(4.0, 45.0, 1.41), 2.98, 0.4, 0.2);
}

#[test]
fn true_peak_of_a_plain_sine_is_its_amplitude() {
    assert_near(true_peak_of(48.0, 0.0, amplitude(-1.0)), -1.0, 0.05, 0.05);
}

#[test]
fn silence_has_neither_loudness_nor_peak() {
    let analysis = analysed(wav(RATE, &silence(RATE, 2, 3.0))).unwrap();
    assert_eq!((analysis.loudness_lufs, analysis.true_peak_dbtp), (None, None));
    assert_eq!(analysis.duration_ms, 3000);
}

#[test]
fn less_than_a_gating_block_has_a_peak_but_no_loudness() {
    let analysis = analysed(wav(RATE, &sine_steps(RATE, 2, 1000.0, &[(-6.0, 0.3)]))).unwrap();
    assert_eq!(analysis.loudness_lufs, None);
    assert_near(analysis.true_peak_dbtp.unwrap(), -6.0, 0.1, 0.1);
}
