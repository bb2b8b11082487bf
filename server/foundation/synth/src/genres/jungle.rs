//! Jungle: a break is played once, then cut into pieces and put back together over a slow bass.

use super::{Line, Stage, degree};
use crate::arrangement::{Bar, Part, Timeline};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::desk::{Desk, Send, Space};
use crate::drums::{self, Kick};
use crate::effects::echo::Echo;
use crate::effects::room::Room;
use crate::filter::{CONTROL, Filter};
use crate::lead::{Lead, motif};
use crate::oscillator::saturate;
use crate::percussion;
use crate::prng::Prng;
use crate::sample::{Sample, Slice, Stroke};
use crate::track::Track;

use Part::{Break, Build, Drop, Intro, Outro, Peak};

#[derive(Clone, Debug)]
pub(crate) struct Jungle {
    pub(crate) swing: f64,
    pub(crate) progression: &'static [i32],
    pub(crate) bars_each: u32,
    /// Kick and snare of the break as first played, four bars.
    pub(crate) kicks: [&'static str; 4],
    pub(crate) snares: [&'static str; 4],
    /// Chance that an eighth is moved, repeated, pitched or turned round.
    pub(crate) chop: f32,
    pub(crate) break_rate: f32,
    pub(crate) bass: Bass,
    pub(crate) line: Line,
    pub(crate) pad: Chord,
    pub(crate) lead: Lead,
    pub(crate) lead_density: f32,
    pub(crate) stabs: bool,
    pub(crate) decay_s: f32,
}

pub(crate) fn play(score: &Jungle, stage: &Stage) -> Track {
    let mut desk = Desk::new(stage.timeline.frames());
    let mut track = stage.track();
    chopped(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 0.82, echo: 0.015, room: 0.06 });

    for bar in stage.timeline.bars() {
        if bar.is(&[Drop, Peak]) || bar.part == Break && bar.within >= 4 {
            stage.bass(&mut track, bar, score.line, score.bass, degree(bar, score.progression, score.bars_each));
        }
    }
    desk.take(&mut track, Send { dry: 0.46, echo: 0.0, room: 0.0 });

    air(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 0.42, echo: 0.06, room: 0.26 });

    let tune = motif(&mut stage.random.fork(31), score.lead_density);
    for bar in stage.timeline.bars() {
        let phrase = bar.within % 8;
        let sings = match bar.part {
            Intro => bar.within >= 4,
            Break => true,
            Drop => phrase >= 6,
            Peak => phrase >= 4,
            Build | Outro => false,
        };
        if sings {
            stage.tune(&mut track, bar, &tune, score.lead, 60, 0.45);
        }
    }
    desk.take(&mut track, Send { dry: 0.3, echo: 0.34, room: 0.2 });

    stage.transitions(&mut track, 0.8);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.1, room: 0.25 });

    let step_s = stage.timeline.step_frames() as f32 / crate::SAMPLE_RATE;
    let echo = Echo { delay_s: step_s * 6.0, feedback: 0.45, tone_hz: 2800.0, wow_ms: 0.5 };
    desk.mix(echo, Space::Room(Room { decay_s: score.decay_s, damping_hz: 4600.0 }))
}

/// The break, four bars, as if a drummer had sat down and been recorded hot.
fn played(score: &Jungle, stage: &Stage) -> Sample {
    let hall = Timeline::new(60.0 / (stage.timeline.step_frames() / f64::from(crate::SAMPLE_RATE) * 4.0), score.swing, &[(Drop, 4)]);
    let stand = Stage { timeline: hall, key: stage.key, random: stage.random.fork(5) };
    let mut hand = stand.random.clone();
    let kick = drums::kick(Kick { tuned_hz: 62.0, length_s: 0.24, punch: 0.55 }, &mut hand);
    let snare = drums::snare(218.0, 0.19, 0.72, &mut hand);
    let ride = drums::ride(0.34, &mut hand);
    let hat = drums::hat(0.07, 6400.0, &mut hand);
    let mut track = stand.track();
    for bar in stand.timeline.bars() {
        let index = bar.index as usize % 4;
        stand.drum(&mut track, bar, score.kicks[index], &kick, Stroke::new(0.9), &mut hand);
        stand.drum(&mut track, bar, score.snares[index], &snare, Stroke::new(0.85), &mut hand);
        stand.drum(&mut track, bar, "7.6. 7.6. 7.6. 7.6.", &ride, Stroke::new(0.6), &mut hand);
        stand.drum(&mut track, bar, ".2.3 .2.2 .3.2 .2.3", &hat, Stroke::new(0.55), &mut hand);
    }
    let mut presence = Filter::new(3800.0, 0.7);
    track.shape(|_, left, right| {
        let hot = saturate((left + right) * 0.8) * 0.85;
        let hot = hot + presence.band(hot) * 0.6;
        (hot, hot)
    });
    Sample::from_track(&track)
}

fn chopped(score: &Jungle, stage: &Stage, track: &mut Track) {
    let sample = played(score, stage);
    let mut cut = stage.random.fork(6);
    let shaker = percussion::shaker(&mut cut);
    for bar in stage.timeline.bars() {
        match bar.part {
            Intro if bar.within < 4 => continue,
            Break if bar.progress() < 0.55 => continue,
            _ => {}
        }
        let wildness = match bar.part {
            Intro | Outro => 0.1,
            Build | Break => 0.5 * score.chop,
            Drop => score.chop,
            Peak => (score.chop * 1.5).min(0.8),
        };
        chop_bar(score, stage, track, &sample, bar, wildness, &mut cut);
        if bar.is(&[Drop, Peak]) {
            stage.drum(track, bar, "4.3. 4.3. 4.3. 4.3.", &shaker, Stroke::new(0.5).panned(0.5), &mut cut);
        }
    }
    // The break comes up through a filter before it is let loose.
    let knob = stage.timeline.curve(|bar| match bar.part {
        Intro => 300.0 + 900.0 * bar.progress(),
        Build => 1500.0 + 9000.0 * bar.progress(),
        Break => 500.0 + 6000.0 * bar.progress(),
        Outro => 12_000.0 - 10_800.0 * bar.progress(),
        Drop | Peak => 18_000.0,
    });
    let mut filters = [Filter::new(18_000.0, 0.8); 2];
    track.shape(|index, left, right| {
        if index % CONTROL == 0 {
            let cutoff = knob.at(index);
            filters[0].tune(cutoff, 0.8);
            filters[1].tune(cutoff, 0.8);
        }
        (filters[0].low(left), filters[1].low(right))
    });
}

fn chop_bar(score: &Jungle, stage: &Stage, track: &mut Track, sample: &Sample, bar: Bar, wildness: f32, cut: &mut Prng) {
    let step = stage.timeline.step_frames();
    let eighth = (step * 2.0) as usize;
    for slot in 0..8_usize {
        let at = stage.timeline.at(bar, slot * 2);
        let home = (bar.index as usize % 4) * 8 + slot;
        let stroke = Stroke::new(0.95).rated(score.break_rate);
        let mut from = home;
        let mut reversed = false;
        let on_backbeat = slot == 2 || slot == 6;
        if cut.chance(wildness) {
            // Backbeats stay backbeats, from another bar; the rest may come from anywhere.
            from = if on_backbeat { cut.below(4) * 8 + slot } else { cut.below(32) };
            reversed = !on_backbeat && cut.chance(0.12);
        }
        let place = (from as f64 * 2.0 * step) as usize;
        let last_slots = bar.ends_phrase() && slot >= 6;
        if last_slots && cut.chance(wildness + 0.2) {
            // The roll that closes a phrase: the same sixteenth again and again, rising.
            let parts = if cut.chance(0.5) { 4 } else { 2 };
            let length = eighth / parts;
            for part in 0..parts {
                let rise = Stroke::new(0.5 + 0.45 * part as f32 / parts as f32).rated(score.break_rate * (1.0 + 0.06 * part as f32));
                let snare = (12.0 * step) as usize;
                sample.slice(track, at + part * length, Slice { from: snare, length, reversed: false }, rise);
            }
            continue;
        }
        let pan = if on_backbeat { 0.0 } else { cut.bipolar() * 0.12 };
        sample.slice(track, at, Slice { from: place, length: eighth, reversed }, stroke.panned(pan));
    }
}

fn air(score: &Jungle, stage: &Stage, track: &mut Track) {
    for bar in stage.timeline.bars() {
        let root = degree(bar, score.progression, score.bars_each);
        if bar.index % score.bars_each == 0 {
            let (level, open) = match bar.part {
                Intro => (0.8, 0.25 + 0.4 * bar.progress()),
                Build => (0.6, 0.6),
                Break => (0.85, 0.35 + 0.4 * bar.progress()),
                Drop | Peak => (0.4, 0.4),
                Outro => (0.6, 0.4),
            };
            let length = stage.timeline.length(16.0 * f64::from(score.bars_each) - 1.0);
            let notes = stage.key.chord(root, 5, 62.0);
            score.pad.play(track, stage.timeline.at(bar, 0), length, &notes, level, open);
        }
        if score.stabs && bar.is(&[Drop, Peak]) && bar.within % 4 == 1 {
            let notes = stage.key.chord(root, 3, 66.0);
            for step in [0, 3, 10] {
                Chord::Stab.play(track, stage.timeline.at(bar, step), stage.timeline.length(1.5), &notes, 0.7, 0.7);
            }
        }
    }
}
