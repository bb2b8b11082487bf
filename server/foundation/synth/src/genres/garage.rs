//! UK garage: two-step drums with a shuffle, organ or warped bass, chopped vowels, warm chords.

use super::{Line, Stage, degree};
use crate::arrangement::{Part, hits};
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
pub(crate) struct Garage {
    pub(crate) swing: f64,
    pub(crate) progression: &'static [i32],
    pub(crate) bars_each: u32,
    /// Kick over two bars: the second never quite repeats the first.
    pub(crate) kicks: [&'static str; 2],
    pub(crate) kick: Kick,
    pub(crate) bass: Bass,
    pub(crate) line: Line,
    pub(crate) comp: Chord,
    pub(crate) comp_pattern: [&'static str; 2],
    pub(crate) pad: Chord,
    pub(crate) lead: Lead,
    pub(crate) lead_density: f32,
    /// Octave of the lead, as the MIDI number of its C.
    pub(crate) lead_c: i32,
    pub(crate) blocks: &'static str,
    pub(crate) snare_hz: f32,
    /// How much of the whole is room.
    pub(crate) depth: f32,
}

pub(crate) fn play(score: &Garage, stage: &Stage) -> Track {
    let mut desk = Desk::new(stage.timeline.frames());
    let mut track = stage.track();
    let kicks = floor(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 0.9, echo: 0.0, room: 0.0 });
    tops(score, stage, &mut track);
    desk.take(&mut track, Send { dry: 1.15, echo: 0.02, room: 0.07 + 0.08 * score.depth });

    for bar in stage.timeline.bars() {
        // The bass says a word in the break too, without the drums to lean on.
        if bar.is(&[Drop, Peak]) || bar.part == Outro && bar.within < 4 || bar.part == Break && bar.ends_phrase() {
            stage.bass(&mut track, bar, score.line, score.bass, degree(bar, score.progression, score.bars_each));
        }
    }
    duck(&mut track, &kicks, 0.55, 0.12);
    desk.take(&mut track, Send { dry: 0.52, echo: 0.0, room: 0.0 });

    harmony(score, stage, &mut track);
    duck(&mut track, &kicks, 0.35, 0.16);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.1, room: 0.1 + 0.15 * score.depth });

    let tune = motif(&mut stage.random.fork(31), score.lead_density);
    for bar in stage.timeline.bars() {
        let sings = match bar.part {
            Intro => bar.within >= 4 && bar.ends_phrase(),
            Build => bar.progress() > 0.4,
            Drop => bar.within % 4 >= 2,
            Break | Peak => true,
            Outro => bar.ends_phrase(),
        };
        if sings {
            stage.tune(&mut track, bar, &tune, score.lead, score.lead_c, 0.5);
        }
    }
    desk.take(&mut track, Send { dry: 0.42, echo: 0.24, room: 0.12 + 0.2 * score.depth });

    stage.transitions(&mut track, 0.7);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.0, room: 0.2 });

    let step_s = stage.timeline.step_frames() as f32 / crate::SAMPLE_RATE;
    let echo = Echo { delay_s: step_s * 3.0, feedback: 0.36 + 0.14 * score.depth, tone_hz: 3200.0, wow_ms: 0.3 };
    desk.mix(echo, Space::Room(Room { decay_s: 1.1 + 1.8 * score.depth, damping_hz: 5600.0 }))
}

fn floor(score: &Garage, stage: &Stage, track: &mut Track) -> Vec<usize> {
    let kick = drums::kick(score.kick, &mut stage.random.fork(1));
    let mut frames = Vec::new();
    for bar in stage.timeline.bars() {
        let pattern = match bar.part {
            Intro if bar.within < 4 => "",
            Break if bar.progress() < 0.7 => "",
            Build if bar.is_last() => "9... .... .... ....",
            _ => score.kicks[bar.index as usize % 2],
        };
        for (step, level) in hits(pattern) {
            let at = stage.timeline.at(bar, step);
            kick.strike(track, at, Stroke::new(level));
            frames.push(at);
        }
    }
    frames
}

fn tops(score: &Garage, stage: &Stage, track: &mut Track) {
    let mut hand = stage.random.fork(2);
    let snare = drums::snare(score.snare_hz, 0.17, 0.75, &mut hand);
    let clap = drums::clap(0.18, &mut hand);
    let closed = drums::hat(0.045, 8200.0, &mut hand);
    let open = drums::hat(0.2, 7400.0, &mut hand);
    let (rim, shaker, block) = (percussion::rim(&mut hand), percussion::shaker(&mut hand), percussion::block(890.0));
    for bar in stage.timeline.bars() {
        let full = bar.is(&[Drop, Peak]);
        let drumless = bar.part == Break && bar.progress() < 0.5;
        if drumless {
            stage.drum(track, bar, "..4. ..4. ..4. ..4.", &shaker, Stroke::new(0.3).panned(0.3), &mut hand);
            continue;
        }
        let backbeat = if bar.ends_phrase() { ".... 9... .... 9..5" } else { ".... 9... .... 9..." };
        if bar.part != Intro || bar.within >= 4 {
            stage.drum(track, bar, backbeat, &snare, Stroke::new(0.55), &mut hand);
            stage.drum(track, bar, ".... 8... .... 8...", &clap, Stroke::new(0.26).panned(-0.1), &mut hand);
        }
        let hats = ["..7. ..73 ..7. .47.", "3.74 ..7. ..73 ..74"][bar.index as usize % 2];
        stage.drum(track, bar, hats, &closed, Stroke::new(0.4).panned(0.2), &mut hand);
        if full {
            stage.drum(track, bar, ".3.3 .3.3 .3.3 .3.3", &shaker, Stroke::new(0.42).panned(-0.4), &mut hand);
            stage.drum(track, bar, "...4 ...3 .4.. ...5", &rim, Stroke::new(0.34).panned(0.42), &mut hand);
            stage.drum(track, bar, score.blocks, &block, Stroke::new(0.24).panned(-0.5), &mut hand);
            if bar.index % 2 == 1 || bar.part == Peak {
                stage.drum(track, bar, ".... .... ..8. ....", &open, Stroke::new(0.3).panned(-0.15), &mut hand);
            }
        }
        if bar.is(&[Build, Break]) && bar.is_last() {
            stage.drum(track, bar, ".... .... 4.56 7.89", &snare, Stroke::new(0.45).rated(1.1), &mut hand);
        }
    }
}

fn harmony(score: &Garage, stage: &Stage, track: &mut Track) {
    for bar in stage.timeline.bars() {
        let root = degree(bar, score.progression, score.bars_each);
        let open = match bar.part {
            Intro => 0.15 + 0.2 * bar.progress(),
            Build => 0.25 + 0.3 * bar.progress(),
            Drop => 0.5,
            Break => 0.4 + 0.4 * bar.progress(),
            Peak => 0.7,
            Outro => 0.4 - 0.3 * bar.progress(),
        };
        if bar.is(&[Intro, Build, Break, Peak, Outro]) && bar.index % score.bars_each == 0 {
            let notes = stage.key.chord(root, 5, 61.0);
            let length = stage.timeline.length(16.0 * f64::from(score.bars_each) - 1.0);
            let level = if bar.part == Peak { 0.4 } else { 0.7 };
            score.pad.play(track, stage.timeline.at(bar, 0), length, &notes, level, open);
        }
        if bar.is(&[Build, Drop, Peak]) || bar.part == Intro && bar.within >= 4 {
            let notes = stage.key.chord(root, 4, 64.0);
            for (step, level) in hits(score.comp_pattern[bar.index as usize % 2]) {
                let at = stage.timeline.at(bar, step);
                score.comp.play(track, at, stage.timeline.length(1.4), &notes, 0.62 * level, open);
            }
        }
    }
}
