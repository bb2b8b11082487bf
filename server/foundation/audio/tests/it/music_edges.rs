//! What is no music, hardly any, or far too much of it.

use audio::music::{Key, Music};

use crate::band::{Dice, RATE, Tune, heard, heard_at};
use crate::signals::{analysed, wav};

fn resampled(samples: &[f32], from_hz: u32, to_hz: u32) -> Vec<f32> {
    let step = f64::from(from_hz) / f64::from(to_hz);
    // Averages over what one new sample covers, which is low pass enough for a test.
    let width = step.ceil().max(1.0) as usize;
    (0..(samples.len() as f64 / step) as usize)
        .map(|index| {
            let at = (index as f64 * step) as usize;
            let under = &samples[at..(at + width).min(samples.len())];
            under.iter().sum::<f32>() / under.len() as f32
        })
        .collect()
}

fn is_untold(music: &Music) -> bool {
    music.tempo_bpm.is_none()
        && music.grid.is_empty()
        && music.key.is_none()
        && music.sections.is_empty()
        && music.cues.is_none()
        && music.vector.is_none()
}

#[test]
fn silence_has_neither_music_nor_sound() {
    let music = heard(&vec![0.0; RATE as usize * 30]);
    assert!(is_untold(&music));
    assert_eq!(music.sound, None);
    assert!(music.energy.iter().all(|energy| *energy == 0));
    assert_eq!(music.energy.len(), 30);
}

#[test]
fn three_seconds_are_too_short_to_tell() {
    let music = heard(&Tune::plain(124.0, Key::minor(9), 12.0).play(1)[..RATE as usize * 3]);
    assert!(is_untold(&music));
    assert!(music.sound.is_some());
}

#[test]
fn nothing_at_all_is_no_error() {
    assert!(is_untold(&heard(&[])));
    assert!(is_untold(&heard(&[0.5])));
}

#[test]
fn white_noise_keeps_no_time_and_has_no_key() {
    let mut dice = Dice(5);
    let noise: Vec<f32> = (0..RATE * 40).map(|_| dice.noise() as f32 * 0.5).collect();
    let music = heard(&noise);
    assert!(is_untold(&music), "{:?} {:?}", music.tempo_bpm, music.keys);
}

#[test]
fn talking_without_a_beat_gets_no_grid() {
    // Syllables of uneven length and pitch, with pauses for breath.
    let (mut dice, mut speech) = (Dice(21), Vec::new());
    while speech.len() < RATE as usize * 60 {
        let (length, hz) = (0.08 + 0.2 * dice.unit(), 90.0 + 60.0 * dice.unit());
        let count = (length * f64::from(RATE)) as usize;
        for index in 0..count {
            let t = index as f64 / f64::from(RATE);
            let shape = (std::f64::consts::PI * index as f64 / count as f64).sin();
            let voice: f64 = (1..12).map(|k| (std::f64::consts::TAU * hz * f64::from(k) * t).sin() / f64::from(k)).sum();
            speech.push((0.2 * shape * voice + 0.02 * shape * dice.noise()) as f32);
        }
        let pause = if dice.unit() < 0.15 { 0.3 + 0.5 * dice.unit() } else { 0.02 + 0.06 * dice.unit() };
        speech.extend(std::iter::repeat_n(0.0, (pause * f64::from(RATE)) as usize));
    }
    assert!(heard(&speech).grid.is_empty());
}

#[test]
fn music_is_understood_at_any_sample_rate_and_level() {
    let tune = Tune::plain(126.0, Key::minor(9), 45.0);
    let sound = tune.play(2);
    let at_rate = |rate_hz: u32| heard_at(rate_hz, &resampled(&sound, RATE, rate_hz), 4096);
    let soft: Vec<f32> = sound.iter().map(|sample| sample * 0.01).collect();
    for (name, music) in [("8 kHz", at_rate(8000)), ("48 kHz", at_rate(48_000)), ("96 kHz", at_rate(96_000)), ("-40 dB", heard(&soft))] {
        let bpm = music.tempo_bpm.unwrap();
        // Eight kilohertz have no hats, and without them half the tempo is as good an answer.
        let is_right = |octave: f64| (bpm * octave / 126.0 - 1.0).abs() < 0.001;
        assert!(is_right(1.0) || name == "8 kHz" && is_right(2.0), "{name}: {bpm}");
        assert_eq!(music.key, Some(Key::minor(9)), "{name}");
    }
}

#[test]
fn blocks_do_not_change_what_is_heard_nor_does_hearing_it_again() {
    let sound = Tune::plain(133.0, Key::major(4), 30.0).play(3);
    let whole = heard_at(RATE, &sound, usize::MAX);
    assert_eq!(whole, heard_at(RATE, &sound, usize::MAX));
    assert_eq!(whole, heard_at(RATE, &sound, 1));
    assert_eq!(whole, heard_at(RATE, &sound, 1153));
}

#[test]
fn silence_around_the_music_is_told() {
    let tune = Tune::plain(120.0, Key::minor(0), 30.0).play(4);
    let quiet = vec![0.0; RATE as usize * 5];
    let music = heard(&[quiet.clone(), tune, quiet].concat());
    let sound = music.sound.unwrap();
    assert!(sound.start_ms.abs_diff(5000) <= 150, "{sound:?}");
    assert!(sound.end_ms.abs_diff(35_300) <= 500, "{sound:?}");
    assert!(music.grid.beats().all(|beat| beat >= 4900.0));
}

#[test]
fn ten_hours_of_a_sine_are_held_in_thirty_megabytes() {
    // At the lowest rate the features are as many as at any other.
    let mut listener = audio::music::Listener::new(8000);
    let second: Vec<f32> = (0..8000).map(|i| (f64::from(i) * std::f64::consts::TAU * 440.0 / 8000.0).sin() as f32 * 0.5).collect();
    for _ in 0..10 * 3600 {
        listener.add(&[&second]);
    }
    assert!(listener.held_bytes() < 30 << 20, "{}", listener.held_bytes());
    // A day is 2.4 times as much, and reserves a sixteenth more at most.
    assert!(listener.held_bytes() * 24 / 10 < 64 << 20);
    let music = listener.finish();
    assert_eq!(music.tempo_bpm, None);
    assert_eq!(music.energy.len(), 36_000);
}

#[test]
fn music_survives_json() {
    let analysis = analysed(wav(RATE, &[Tune::plain(127.3, Key::minor(1), 25.0).play(6)])).unwrap();
    assert!(!analysis.music.grid.is_empty() && analysis.music.vector.is_some());
    let json = serde_json::to_string(&analysis.music).unwrap();
    assert_eq!(serde_json::from_str::<Music>(&json).unwrap(), analysis.music);
}
