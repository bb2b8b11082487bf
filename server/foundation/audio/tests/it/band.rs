//! A band in numbers: clicks, drum loops, chords and whole mixes whose tempo, key and parts are known. Asserts nothing.

use std::f64::consts::TAU;

use audio::music::{Key, Listener, Mode, Music};

pub const RATE: u32 = 44_100;

/// Numbers that look random and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn noise(&mut self) -> f64 {
        self.unit() * 2.0 - 1.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize % n
    }
}

/// What plays in a bar.
#[derive(Clone, Copy, PartialEq)]
pub struct Players {
    pub kick: bool,
    pub snare: bool,
    pub hats: bool,
    pub bass: bool,
    pub chords: bool,
}

pub const ALL: Players = Players { kick: true, snare: true, hats: true, bass: true, chords: true };
pub const HATS_AND_CHORDS: Players = Players { kick: false, snare: false, bass: false, ..ALL };

pub struct Tune {
    pub bpm: f64,
    pub key: Key,
    pub swing: f64,
    /// Change of tempo from the first bar to the last, as a share.
    pub drift: f64,
    pub bars: Vec<Players>,
}

impl Tune {
    pub fn plain(bpm: f64, key: Key, seconds: f64) -> Self {
        Self { bpm, key, swing: 0.0, drift: 0.0, bars: vec![ALL; (seconds * bpm / 240.0).round() as usize] }
    }

    /// Seconds of every beat, and of the end.
    pub fn beats(&self) -> Vec<f64> {
        let count = self.bars.len() * 4;
        let mut at = 0.0;
        (0..=count)
            .map(|beat| {
                let here = at;
                at += 60.0 / (self.bpm * (1.0 + self.drift * (beat as f64 / count as f64 - 0.5)));
                here
            })
            .collect()
    }

    /// Mono samples.
    pub fn play(&self, seed: u64) -> Vec<f32> {
        let beats = self.beats();
        let mut sound = vec![0.0_f32; ((beats[beats.len() - 1] + 0.5) * f64::from(RATE)) as usize];
        let mut dice = Dice(seed);
        for (bar, players) in self.bars.iter().enumerate() {
            let at = |sixteenth: usize| {
                let late = if sixteenth % 2 == 1 { self.swing } else { 0.0 };
                let position = bar as f64 * 4.0 + (sixteenth as f64 + late) / 4.0;
                let beat = position as usize;
                beats[beat] + (beats[beat + 1] - beats[beat]) * position.fract()
            };
            self.drums(*players, &at, &mut sound, &mut dice);
            self.harmony(*players, bar, &at, &mut sound);
        }
        sound
    }

    fn drums(&self, players: Players, at: &dyn Fn(usize) -> f64, sound: &mut [f32], dice: &mut Dice) {
        for step in 0..16 {
            if players.kick && step % 4 == 0 {
                add(sound, at(step), 0.25, |t| 0.8 * (TAU * (50.0 * t - 5.0 * (-30.0 * t).exp())).sin() * (-12.0 * t).exp());
            }
            if players.snare && step % 8 == 4 {
                add(sound, at(step), 0.15, |t| (0.35 * dice.noise() + 0.2 * (TAU * 190.0 * t).sin()) * (-22.0 * t).exp());
            }
            if players.hats && step % 2 == 0 || players.hats && self.swing > 0.0 && step % 4 == 3 {
                let level = if step % 4 == 2 { 0.2 } else { 0.1 };
                let mut last = 0.0;
                add(sound, at(step), 0.05, |t| {
                    let (noise, before) = (dice.noise(), last);
                    last = noise;
                    level * (noise - before) * (-60.0 * t).exp()
                });
            }
        }
    }

    fn harmony(&self, players: Players, bar: usize, at: &dyn Fn(usize) -> f64, sound: &mut [f32]) {
        let (scale, loop_of): ([i32; 7], [usize; 4]) =
            if self.key.mode == Mode::Minor { ([0, 2, 3, 5, 7, 8, 10], [0, 5, 3, 4]) } else { ([0, 2, 4, 5, 7, 9, 11], [0, 3, 4, 0]) };
        let root = loop_of[bar % 4];
        let note = |degree: usize| i32::from(self.key.tonic) + scale[degree % 7] + 12 * (degree / 7) as i32;
        let hz = |midi: i32| 440.0 * 2.0_f64.powf(f64::from(midi - 69) / 12.0);
        let length = at(15) - at(0);
        if players.bass {
            for step in [2, 6, 10, 14] {
                let hz = hz(36 + note(root) % 12);
                add(sound, at(step), length / 9.0, |t| {
                    0.3 * ((TAU * hz * t).sin() + 0.4 * (TAU * 2.0 * hz * t).sin()) * (200.0 * t).min(1.0)
                });
            }
        }
        if players.chords {
            for degree in [0, 2, 4] {
                let hz = hz(60 + note(root + degree));
                let tone = |t: f64| (1..6).map(|k| (TAU * hz * f64::from(k) * t).sin() / f64::from(k)).sum::<f64>();
                add(sound, at(0), length, |t| 0.08 * tone(t) * (100.0 * t).min(1.0));
            }
        }
    }
}

/// Adds a sound of so many seconds from a moment on.
pub fn add(sound: &mut [f32], at_s: f64, seconds: f64, mut value: impl FnMut(f64) -> f64) {
    let (start, count) = ((at_s * f64::from(RATE)).round() as usize, (seconds * f64::from(RATE)) as usize);
    for (index, sample) in sound.iter_mut().skip(start).take(count).enumerate() {
        // A hundredth of a second to fade, so that nothing ends in a click.
        let fade = ((count - index) as f64 / 441.0).min(1.0);
        *sample += (value(index as f64 / f64::from(RATE)) * fade) as f32;
    }
}

pub fn heard(samples: &[f32]) -> Music {
    heard_at(RATE, samples, 4096)
}

pub fn heard_at(rate_hz: u32, samples: &[f32], block: usize) -> Music {
    let mut listener = Listener::new(rate_hz);
    for block in samples.chunks(block) {
        listener.add(&[block]);
    }
    listener.finish()
}

/// F-measure of beats within 35 ms.
pub fn beat_f(found_ms: &[f64], true_ms: &[f64]) -> f64 {
    let (mut hits, mut at) = (0, 0);
    for beat in true_ms {
        while at < found_ms.len() && found_ms[at] < beat - 35.0 {
            at += 1;
        }
        if at < found_ms.len() && found_ms[at] <= beat + 35.0 {
            (hits, at) = (hits + 1, at + 1);
        }
    }
    2.0 * f64::from(hits) / (found_ms.len() + true_ms.len()) as f64
}

/// As MIREX weighs it.
pub fn key_score(found: Option<Key>, truth: Key) -> f64 {
    let Some(found) = found else { return 0.0 };
    let apart = (found.tonic + 12 - truth.tonic) % 12;
    match (found.mode == truth.mode, apart) {
        (true, 0) => 1.0,
        (true, 5 | 7) => 0.5,
        (false, 0) => 0.2,
        (false, _) if found == truth.relative() => 0.3,
        _ => 0.0,
    }
}

pub fn cosine(a: &Music, b: &Music) -> f64 {
    match (&a.vector, &b.vector) {
        (Some(a), Some(b)) => a.iter().zip(b).map(|(a, b)| f64::from(a * b)).sum(),
        _ => 0.0,
    }
}
