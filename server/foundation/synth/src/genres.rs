//! The four genres, and what a player of any of them needs. A genre turns a score into one unmastered track.

pub(crate) mod dub;
pub(crate) mod garage;
pub(crate) mod house;
pub(crate) mod jungle;

use crate::arrangement::{Bar, Part, Timeline, hits};
use crate::bass::{Bass, Note};
use crate::drums;
use crate::lead::{Lead, Motif, Tone};
use crate::prng::Prng;
use crate::sample::{Sample, Stroke};
use crate::theory::Key;
use crate::track::Track;
use crate::transitions::{impact, riser};

#[derive(Clone, Debug)]
pub(crate) enum Score {
    House(house::House),
    Garage(garage::Garage),
    Jungle(jungle::Jungle),
    Dub(dub::Dub),
}

impl Score {
    pub(crate) fn swing(&self) -> f64 {
        match self {
            Self::House(score) => score.swing,
            Self::Garage(score) => score.swing,
            Self::Jungle(score) => score.swing,
            Self::Dub(score) => score.swing,
        }
    }

    pub(crate) fn play(&self, stage: &Stage) -> Track {
        match self {
            Self::House(score) => house::play(score, stage),
            Self::Garage(score) => garage::play(score, stage),
            Self::Jungle(score) => jungle::play(score, stage),
            Self::Dub(score) => dub::play(score, stage),
        }
    }
}

/// A line over two bars: step (0 to 31), degree above the chord, length in steps.
pub(crate) type Line = &'static [(usize, i32, usize)];

/// Where and in what key the players stand.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub(crate) timeline: Timeline,
    pub(crate) key: Key,
    pub(crate) random: Prng,
}

impl Stage {
    pub(crate) fn track(&self) -> Track {
        Track::silent(self.timeline.frames())
    }

    /// Plays one bar of a drum line, each stroke a little different as a hand's would be.
    pub(crate) fn drum(&self, track: &mut Track, bar: Bar, pattern: &str, sample: &Sample, stroke: Stroke, hand: &mut Prng) {
        for (step, level) in hits(pattern) {
            let gain = stroke.gain * level * (0.9 + 0.2 * hand.unit());
            sample.strike(track, self.timeline.at(bar, step), Stroke { gain, ..stroke });
        }
    }

    /// Plays this bar's half of a two-bar bass line over the chord on `degree`.
    pub(crate) fn bass(&self, track: &mut Track, bar: Bar, line: Line, voice: Bass, degree: i32) {
        let mut last = self.key.bass_note(degree);
        let beat_hz = 1.0 / (self.timeline.step_frames() as f32 * 4.0 / crate::SAMPLE_RATE);
        for (index, &(step, offset, steps)) in line.iter().enumerate() {
            let midi = self.key.bass_note(degree + offset);
            if (step / 16) as u32 == bar.index % 2 {
                let wobble = if index % 3 == 2 { beat_hz * 3.0 } else { beat_hz };
                let note = Note {
                    midi,
                    slide_from: if voice == Bass::Organ { midi } else { last },
                    frames: self.timeline.length(steps as f64 * 0.92),
                    velocity: if step % 4 == 0 { 1.0 } else { 0.88 },
                    wobble_hz: wobble,
                };
                voice.play(track, self.timeline.at(bar, step % 16), note);
            }
            last = midi;
        }
    }

    /// Plays this bar's half of a motif, up an octave from middle C's.
    pub(crate) fn tune(&self, track: &mut Track, bar: Bar, motif: &Motif, voice: Lead, octave_c: i32, level: f32) {
        for (index, &(step, degree, steps)) in motif.iter().enumerate() {
            if (step / 16) as u32 == bar.index % 2 {
                let tone = Tone {
                    midi: self.key.note(degree, octave_c),
                    frames: self.timeline.length(steps as f64 * 0.85),
                    level,
                    pan: if index % 2 == 0 { -0.35 } else { 0.35 },
                };
                voice.play(track, self.timeline.at(bar, step % 16), tone);
            }
        }
    }

    /// Risers into, crashes and impacts onto, the parts that deserve them.
    pub(crate) fn transitions(&self, track: &mut Track, level: f32) {
        let mut hand = self.random.fork(90);
        let crash = drums::crash(&mut hand);
        let bars: Vec<Bar> = self.timeline.bars().collect();
        for pair in bars.windows(2) {
            let [here, next] = [pair[0], pair[1]];
            if here.part == next.part && !next.is_first() {
                continue;
            }
            let at = self.timeline.at(next, 0);
            if next.is(&[Part::Drop, Part::Peak]) {
                let length = here.section_bars.min(4);
                let frames = self.timeline.length(f64::from(length) * 16.0);
                riser(track, at.saturating_sub(frames), frames, 0.32 * level, &mut hand);
                impact(track, at, 0.45 * level);
                crash.strike(track, at, Stroke::new(0.42 * level).panned(0.2));
            }
            if next.is(&[Part::Break, Part::Outro]) {
                crash.strike(track, at, Stroke::new(0.34 * level).panned(-0.25).rated(0.85));
            }
        }
    }
}

/// Which chord of the progression a bar stands on.
pub(crate) fn degree(bar: Bar, progression: &[i32], bars_each: u32) -> i32 {
    let index = (bar.index / bars_each.max(1)) as usize % progression.len().max(1);
    progression.get(index).copied().unwrap_or(0)
}
