//! House: four to the floor, offbeat hats, stabs or keys over a bass that answers the kick.

use super::{Line, Stage, degree};
use crate::arrangement::{Bar, Part, hits};
use crate::bass::Bass;
use crate::chords::Chord;
use crate::desk::{Desk, Send, Space};
use crate::drums::{self, Kick};
use crate::effects::ducking::duck;
use crate::effects::echo::Echo;
use crate::effects::room::Room;
use crate::lead::{Lead, motif};
use crate::percussion;
use crate::sample::Stroke;
use crate::track::Track;

use Part::{Break, Build, Drop, Intro, Outro, Peak};

#[derive(Clone, Debug)]
pub(crate) struct House {
    pub(crate) swing: f64,
    pub(crate) progression: &'static [i32],
    pub(crate) bars_each: u32,
    pub(crate) kick: Kick,
    pub(crate) bass: Bass,
    pub(crate) line: Line,
    /// The rhythm instrument and its bar.
    pub(crate) comp: Chord,
    pub(crate) comp_pattern: &'static str,
    pub(crate) pad: Chord,
    pub(crate) lead: Lead,
    pub(crate) lead_density: f32,
    pub(crate) congas: &'static str,
    pub(crate) shaker: &'static str,
    /// A snare under the clap, a ride at the peak: the harder floor.
    pub(crate) hard: bool,
    /// Begins with the pad and lets the drums arrive.
    pub(crate) opens_with_pad: bool,
}

pub(crate) fn play(score: &House, stage: &Stage) -> Track {
    let mut desk = Desk::new(stage.timeline.frames());
    let mut track = stage.track();
    let kicks = floor(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 0.92, echo: 0.0, room: 0.0 });
    tops(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 1.1, echo: 0.0, room: 0.12 });

    for bar in stage.timeline.bars().filter(|bar| bar.is(&[Drop, Peak]) || bar.part == Outro && bar.within < 4) {
        stage.bass(&mut track, bar, score.line, score.bass, degree(bar, score.progression, score.bars_each));
    }
    duck(&mut track, &kicks, 0.75, 0.2);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.0, room: 0.0 });

    comp(score, stage, &mut track);
    duck(&mut track, &kicks, 0.45, 0.24);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.14, room: 0.13 });

    pad(score, stage, &mut track);
    duck(&mut track, &kicks, 0.65, 0.3);
    desk.take(&mut track, Send { dry: 0.42, echo: 0.0, room: 0.22 });

    let tune = motif(&mut stage.random.fork(31), score.lead_density);
    for bar in stage.timeline.bars().filter(|bar| bar.part == Peak || bar.part == Break && bar.progress() > 0.45) {
        stage.tune(&mut track, bar, &tune, score.lead, 60, 0.42);
    }
    desk.take(&mut track, Send { dry: 0.34, echo: 0.3, room: 0.16 });

    stage.transitions(&mut track, 0.8);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.05, room: 0.2 });

    let step_s = stage.timeline.step_frames() as f32 / crate::SAMPLE_RATE;
    let echo = Echo { delay_s: step_s * 3.0, feedback: 0.42, tone_hz: 3600.0, wow_ms: 0.4 };
    desk.mix(echo, Space::Room(Room { decay_s: if score.hard { 1.4 } else { 2.2 }, damping_hz: 5200.0 }))
}

fn floor(score: &House, stage: &Stage, track: &mut Track) -> Vec<usize> {
    let kick = drums::kick(score.kick, &mut stage.random.fork(1));
    let mut frames = Vec::new();
    for bar in stage.timeline.bars() {
        let late = score.opens_with_pad && bar.part == Intro && bar.within < 4;
        let pattern = match bar.part {
            Break => "",
            _ if late => "",
            Build if bar.is_last() => "9... 9... .... ....",
            Peak if bar.ends_phrase() => "9... 9... 9... 9.6.",
            _ => "9... 9... 9... 9...",
        };
        for (step, level) in hits(pattern) {
            let at = stage.timeline.at(bar, step);
            kick.strike(track, at, Stroke::new(level));
            frames.push(at);
        }
    }
    frames
}

fn tops(score: &House, stage: &Stage, track: &mut Track) {
    let mut hand = stage.random.fork(2);
    let clap = drums::clap(0.28, &mut hand);
    let snare = drums::snare(196.0, 0.2, 0.8, &mut hand);
    let closed = drums::hat(0.06, 7600.0, &mut hand);
    let open = drums::hat(0.3, 6900.0, &mut hand);
    let ride = drums::ride(0.9, &mut hand);
    let shaker = percussion::shaker(&mut hand);
    let congas = [percussion::hand_drum(208.0, 0.28, &mut hand), percussion::hand_drum(156.0, 0.36, &mut hand)];
    for bar in stage.timeline.bars() {
        let full = bar.is(&[Drop, Peak]);
        let quiet = score.opens_with_pad && bar.part == Intro && bar.within < 4;
        if full || bar.part == Build || bar.is(&[Intro, Outro]) && bar.within >= 4 {
            stage.drum(track, bar, ".... 9... .... 9...", &clap, Stroke::new(0.5), &mut hand);
            if score.hard && full {
                stage.drum(track, bar, ".... 8... .... 8...", &snare, Stroke::new(0.3), &mut hand);
            }
        }
        if bar.part != Break && !quiet || bar.part == Break && bar.progress() > 0.6 {
            stage.drum(track, bar, "3.5. 3.54 3.5. 3.52", &closed, Stroke::new(0.3).panned(0.18), &mut hand);
        }
        if full || bar.is(&[Build, Outro]) && bar.progress() > 0.4 {
            stage.drum(track, bar, "..8. ..8. ..8. ..8.", &open, Stroke::new(0.34).panned(-0.1), &mut hand);
        }
        if full || bar.part == Build || quiet {
            stage.drum(track, bar, score.shaker, &shaker, Stroke::new(0.3).panned(-0.45), &mut hand);
        }
        if !bar.is(&[Break]) && bar.index >= 4 {
            stage.drum(track, bar, score.congas, &congas[0], Stroke::new(0.26).panned(0.5), &mut hand);
            let answer = if bar.ends_phrase() { "...5 ..6. .5.. 7.55" } else { ".... ...5 .... ..5." };
            stage.drum(track, bar, answer, &congas[1], Stroke::new(0.26).panned(0.35), &mut hand);
        }
        if score.hard && bar.part == Peak {
            stage.drum(track, bar, "6.8. 6.8. 6.8. 6.8.", &ride, Stroke::new(0.2).panned(0.3), &mut hand);
        }
        if bar.is(&[Build, Break]) && bar.is_last() {
            stage.drum(track, bar, ".... .... 4.5. 6789", &clap, Stroke::new(0.45), &mut hand);
        }
    }
}

fn comp(score: &House, stage: &Stage, track: &mut Track) {
    for bar in stage.timeline.bars() {
        let open = match bar.part {
            Intro if bar.within < 4 => continue,
            Intro => 0.1,
            Build => 0.15 + 0.45 * bar.progress(),
            Drop => 0.45 + 0.15 * bar.progress(),
            Break if bar.progress() < 0.5 => 0.5,
            Break => continue,
            Peak => 0.6 + 0.3 * bar.progress(),
            Outro => 0.4 - 0.3 * bar.progress(),
        };
        let notes = stage.key.chord(degree(bar, score.progression, score.bars_each), 5, 62.0);
        for (step, level) in hits(score.comp_pattern) {
            let length = if score.comp == Chord::Keys { 3.5 } else { 1.2 };
            let at = stage.timeline.at(bar, step);
            score.comp.play(track, at, stage.timeline.length(length), &notes, 0.6 * level, open);
        }
    }
}

fn pad(score: &House, stage: &Stage, track: &mut Track) {
    for bar in stage.timeline.bars().filter(|bar| bar.index % score.bars_each == 0) {
        let heard = |bar: Bar| match bar.part {
            Intro => score.opens_with_pad,
            Build => bar.progress() >= 0.4,
            Drop => score.opens_with_pad,
            Break | Peak => true,
            Outro => true,
        };
        if !heard(bar) {
            continue;
        }
        let open = match bar.part {
            Break => 0.3 + 0.6 * bar.progress(),
            Peak => 0.6,
            Intro => 0.2 + 0.2 * bar.progress(),
            _ => 0.35,
        };
        let level = if bar.part == Break { 0.75 } else { 0.5 };
        let notes = stage.key.chord(degree(bar, score.progression, score.bars_each), 4, 60.0);
        let length = stage.timeline.length(16.0 * f64::from(score.bars_each) - 1.0);
        score.pad.play(track, stage.timeline.at(bar, 0), length, &notes, level, open);
    }
}
