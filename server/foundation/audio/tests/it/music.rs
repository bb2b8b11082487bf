//! Tempo, beats, keys, parts and likeness against pieces whose truth is known.

use audio::music::{Key, MUSIC_VERSION, Music, Section, SectionKind, VECTOR_LENGTH};

use crate::band::{ALL, Dice, HATS_AND_CHORDS, Players, RATE, Tune, add, beat_f, cosine, heard, key_score};

fn milliseconds(seconds: &[f64]) -> Vec<f64> {
    seconds.iter().map(|second| second * 1000.0).collect()
}

fn tempo_is_right(music: &Music, bpm: f64) -> bool {
    music.tempo_bpm.is_some_and(|found| (found / bpm - 1.0).abs() <= 0.005)
}

#[test]
fn thirty_tempi_are_told_without_an_octave_error() {
    let mut dice = Dice(1);
    let (mut right, mut beats) = (0, 0.0);
    for step in 0..30 {
        let bpm = 70.0 + f64::from(step) * 110.0 / 29.0;
        let mut tune = Tune::plain(bpm, Key::minor(step as u8 % 12), 40.0);
        tune.swing = [0.0, 0.0, 0.2][dice.below(3)];
        let music = heard(&tune.play(u64::from(step as u8)));
        right += u32::from(tempo_is_right(&music, bpm));
        beats += beat_f(&music.grid.beats().collect::<Vec<_>>(), &milliseconds(&tune.beats())) / 30.0;
    }
    assert!(right >= 29, "{right} of 30");
    assert!(beats >= 0.95, "{beats}");
}

#[test]
fn twenty_four_keys_are_told() {
    let keys: Vec<Key> = Key::all().collect();
    let found: Vec<f64> = keys.iter().map(|key| key_score(heard(&Tune::plain(124.0, *key, 45.0).play(7)).key, *key)).collect();
    let exact = found.iter().filter(|score| **score == 1.0).count();
    assert!(exact * 100 >= keys.len() * 85, "{exact} of 24");
    assert!(found.iter().sum::<f64>() / 24.0 >= 0.9, "{found:?}");
}

#[test]
fn beats_of_clicks_lie_within_three_milliseconds() {
    let mut sound = vec![0.0; RATE as usize * 30];
    let mut dice = Dice(3);
    let clicks: Vec<f64> = (0..58).map(|beat| 0.25 + f64::from(beat) * 60.0 / 120.0).collect();
    for click in &clicks {
        add(&mut sound, *click, 0.02, |t| dice.noise() * (-300.0 * t).exp());
    }
    let grid = heard(&sound).grid;
    let offsets: Vec<f64> = clicks.iter().filter_map(|click| Some(grid.nearest_beat(click * 1000.0)? - click * 1000.0)).collect();
    let mean = offsets.iter().sum::<f64>() / offsets.len() as f64;
    assert!(mean.abs() < 3.0, "{mean} ms");
    assert!(offsets.iter().all(|offset| offset.abs() < 6.0), "{offsets:?}");
}

#[test]
fn grid_of_a_steady_track_holds_its_tempo_to_a_twentieth_of_a_per_cent() {
    for bpm in [87.31, 122.87, 128.0, 139.4, 173.9] {
        let tune = Tune::plain(bpm, Key::minor(2), 90.0);
        let grid = heard(&tune.play(5)).grid;
        for second in [10.0, 45.0, 80.0] {
            let found = grid.bpm_at(second * 1000.0).unwrap();
            assert!((found / bpm - 1.0).abs() < 0.0005, "{bpm} is {found} at {second} s");
        }
        let truth = milliseconds(&tune.beats());
        let far = truth[..truth.len() - 2].iter().map(|beat| (grid.nearest_beat(*beat).unwrap() - beat).abs()).fold(0.0, f64::max);
        assert!(far < 8.0, "{bpm}: {far} ms");
    }
}

#[test]
fn tempo_that_drifts_by_two_per_cent_is_followed() {
    let mut tune = Tune::plain(126.0, Key::major(5), 120.0);
    tune.drift = 0.02;
    let grid = heard(&tune.play(9)).grid;
    let truth = milliseconds(&tune.beats());
    let found: Vec<f64> = grid.beats().collect();
    assert!(beat_f(&found, &truth) > 0.95, "{}", beat_f(&found, &truth));
    let (early, late) = (grid.bpm_at(8000.0).unwrap(), grid.bpm_at(112_000.0).unwrap());
    assert!((late / early - 1.0 - 0.0175).abs() < 0.006, "{early} {late}");
}

#[test]
fn pieces_of_the_demo_brand_are_understood() {
    let (mut tempi, mut keys, mut beats, mut count) = (0.0, 0.0, 0.0, 0.0);
    for piece in synth::catalogue() {
        let rendered = synth::render(piece);
        let mono: Vec<f32> = rendered.samples.chunks(2).map(|frame| (frame[0] + frame[1]) / 2.0).collect();
        let music = heard(&mono);
        let truth: Vec<f64> =
            (0..((piece.duration_s() - 3.0) * piece.bpm / 60.0) as u32).map(|beat| f64::from(beat) * 60_000.0 / piece.bpm).collect();
        let key = if piece.key.mode == synth::Mode::Minor { Key::minor(piece.key.root) } else { Key::major(piece.key.root) };
        tempi += f64::from(u8::from(tempo_is_right(&music, piece.bpm)));
        keys += key_score(music.key, key);
        beats += beat_f(&music.grid.beats().collect::<Vec<_>>(), &truth);
        count += 1.0;
    }
    assert!(tempi / count >= 0.95, "{tempi} of {count}");
    assert!(keys / count >= 0.85, "{keys} of {count}");
    assert!(beats / count >= 0.95, "{beats} of {count}");
}

/// Tracks of intro, groove, break, groove and outro, one fading into the next over eight bars.
#[test]
fn mix_of_twelve_tracks_is_told_apart() {
    let fade_s = 6.0;
    let (mut mix, mut tempi, mut at) = (Vec::<f32>::new(), Vec::new(), 0.0);
    for track in 0..12_u8 {
        let mut tune = Tune::plain(118.0 + f64::from(track) * 2.3, Key::minor(track * 7 % 12), 60.0);
        let bars = tune.bars.len();
        tune.bars[..4].fill(HATS_AND_CHORDS);
        tune.bars[bars - 4..].fill(HATS_AND_CHORDS);
        let sound = tune.play(u64::from(track));
        let (start, fade) = ((at * f64::from(RATE)) as usize, (fade_s * f64::from(RATE)) as usize);
        mix.resize(start + sound.len(), 0.0);
        for (index, sample) in sound.iter().enumerate() {
            let gain = (index.min(sound.len() - index) as f32 / fade as f32).min(1.0);
            mix[start + index] += sample * gain;
        }
        tempi.push((at + 30.0, tune.bpm, tune.key));
        at += sound.len() as f64 / f64::from(RATE) - fade_s;
    }
    let music = heard(&mix);
    let right =
        tempi.iter().filter(|(at, bpm, _)| music.grid.bpm_at(at * 1000.0).is_some_and(|found| (found / bpm - 1.0).abs() < 0.005)).count();
    assert!(right >= 11, "{right} of 12 tempi");
    let key_at = |ms: f64| music.keys.iter().find(|span| (span.start_ms as f64..span.end_ms as f64).contains(&ms)).map(|span| span.key);
    let keys = tempi.iter().filter(|(at, _, key)| key_at(at * 1000.0) == Some(*key)).count();
    assert!(keys >= 10, "{keys} of 12 keys: {:?}", music.keys);
}

#[test]
fn parts_and_cues_lie_within_a_bar_of_the_truth() {
    let (mut hits, mut count) = (0, 0);
    for (seed, bpm) in [(1, 118.0), (2, 124.0), (3, 128.0), (4, 132.0), (5, 140.0), (6, 172.0)] {
        let mut tune = Tune::plain(bpm, Key::minor(seed as u8), 1.0);
        tune.bars = [vec![HATS_AND_CHORDS; 8], vec![ALL; 24], vec![HATS_AND_CHORDS; 8], vec![ALL; 24], vec![HATS_AND_CHORDS; 8]].concat();
        let music = heard(&tune.play(seed));
        let bar_ms = 240_000.0 / bpm;
        let near = |found: u64, bar: f64| (found as f64 - bar * bar_ms).abs() <= bar_ms * 1.05;
        for bar in [8.0, 32.0, 40.0, 64.0] {
            hits += usize::from(music.sections.iter().skip(1).any(|section| near(section.start_ms, bar)));
        }
        let cues = music.cues.unwrap();
        hits += usize::from(near(cues.mix_in_ms, 8.0)) + usize::from(near(cues.mix_out_ms, 64.0));
        count += 6;
        let kinds: Vec<SectionKind> = music.sections.iter().map(|section| section.kind).collect();
        assert_eq!(kinds.first(), Some(&SectionKind::Intro), "{kinds:?}");
        assert!(music.sections.windows(2).all(|pair| pair[0].end_ms == pair[1].start_ms), "{:?}", music.sections);
    }
    assert!(hits * 100 >= count * 80, "{hits} of {count}");
}

/// The hats of the opening are struck harder between the beats than on them.
#[test]
fn off_beats_before_the_kick_are_no_beats() {
    for (seed, bpm) in [(1, 84.0), (2, 112.0), (3, 126.0), (4, 138.0)] {
        let mut tune = Tune::plain(bpm, Key::minor(5), 1.0);
        let hats = Players { chords: false, ..HATS_AND_CHORDS };
        tune.bars = [vec![hats; 12], vec![ALL; 24], vec![hats; 8]].concat();
        let found: Vec<f64> = heard(&tune.play(seed)).grid.beats().collect();
        let truth = milliseconds(&tune.beats());
        assert!(beat_f(&found, &truth) > 0.95, "{bpm}: {}", beat_f(&found, &truth));
    }
}

/// The last track of a mix is far softer than those before it, and has parts all the same.
#[test]
fn soft_last_track_is_no_ending() {
    let mut tune = Tune::plain(124.0, Key::minor(2), 1.0);
    tune.bars = [vec![HATS_AND_CHORDS; 8], vec![ALL; 32], vec![HATS_AND_CHORDS; 8], vec![ALL; 32], vec![HATS_AND_CHORDS; 8]].concat();
    let bar_ms = 240_000.0 / tune.bpm;
    let second_ms = tune.bars.len() as f64 * bar_ms;
    let mut mix = tune.play(1);
    mix.truncate((second_ms / 1000.0 * f64::from(RATE)).round() as usize);
    mix.extend(tune.play(2).iter().map(|sample| sample * 0.15));
    let music = heard(&mix);
    for bar in [8.0, 40.0, 48.0, 80.0] {
        let edge = second_ms + bar * bar_ms;
        let near = music.sections.iter().any(|section| (section.start_ms as f64 - edge).abs() <= bar_ms * 1.05);
        assert!(near, "{bar}: {:?}", music.sections);
    }
    let full = |section: &&Section| matches!(section.kind, SectionKind::Drop | SectionKind::Body) && section.start_ms as f64 > second_ms;
    assert!(music.sections.iter().filter(full).count() >= 2, "{:?}", music.sections);
}

#[test]
fn vector_knows_a_recording_again_and_tells_others_apart() {
    let tunes: Vec<Vec<f32>> =
        [(1, 124.0), (2, 140.0), (3, 96.0)].map(|(seed, bpm)| Tune::plain(bpm, Key::minor(seed as u8 * 3), 40.0).play(seed)).into();
    let heard_all: Vec<Music> = tunes.iter().map(|tune| heard(tune)).collect();
    for (tune, music) in tunes.iter().zip(&heard_all) {
        assert_eq!(music.version, MUSIC_VERSION);
        let vector = music.vector.as_ref().unwrap();
        assert_eq!(vector.len(), VECTOR_LENGTH);
        assert!((vector.iter().map(|value| value * value).sum::<f32>() - 1.0).abs() < 1e-3);
        // Softer, in sixteen bits, and with a codec's hiss.
        let mut dice = Dice(11);
        let copy: Vec<f32> =
            tune.iter().map(|sample| ((sample * 0.3 * 32_767.0).round() / 32_767.0) + (dice.noise() * 2e-5) as f32).collect();
        let likeness = cosine(music, &heard(&copy));
        assert!(likeness > 0.98, "{likeness}");
    }
    assert!(cosine(&heard_all[0], &heard_all[1]) < 0.9);
    assert!(cosine(&heard_all[0], &heard_all[2]) < 0.9);
    // The same band a little faster and in another key is another recording.
    let other = heard(&Tune { bars: vec![ALL; 20], ..Tune::plain(131.0, Key::major(8), 1.0) }.play(4));
    assert!(cosine(&heard_all[0], &other) < 0.98);
}
