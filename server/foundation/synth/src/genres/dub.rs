//! Dub: drum and bass first, everything else comes and goes through echo and spring.
//! The score says which instruments there are; the engineer's hands decide when they are heard.

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
use crate::transitions::siren;

use Part::{Break, Build, Drop, Intro, Outro, Peak};

#[derive(Clone, Debug)]
pub(crate) struct Dub {
    pub(crate) swing: f64,
    pub(crate) progression: &'static [i32],
    pub(crate) bars_each: u32,
    pub(crate) kick: Kick,
    pub(crate) kick_pattern: &'static str,
    pub(crate) rim_pattern: &'static str,
    pub(crate) hat_pattern: &'static str,
    pub(crate) bass: Bass,
    pub(crate) line: Line,
    pub(crate) skank: Chord,
    pub(crate) skank_pattern: &'static str,
    /// The organ that bubbles between the skanks; empty for none.
    pub(crate) bubble: &'static str,
    pub(crate) lead: Lead,
    pub(crate) lead_density: f32,
    /// Echo time in sixteenths.
    pub(crate) echo_steps: f32,
    pub(crate) feedback: f32,
    pub(crate) spring: bool,
    pub(crate) siren: bool,
}

/// What the engineer leaves up for one bar.
#[derive(Clone, Copy, Debug)]
struct Faders {
    drums: bool,
    bass: bool,
    skank: bool,
    /// Throws the skank's last chop and a snare into the echo.
    throws: bool,
}

pub(crate) fn play(score: &Dub, stage: &Stage) -> Track {
    let mut desk = Desk::new(stage.timeline.frames());
    let mut track = stage.track();
    let faders = faders(stage);

    let kicks = drum_track(score, stage, &faders, &mut track);
    desk.take(&mut track, Send { dry: 0.85, echo: 0.0, room: 0.1 });

    for (bar, _) in stage.timeline.bars().zip(&faders).filter(|(_, f)| f.bass) {
        stage.bass(&mut track, bar, score.line, score.bass, degree(bar, score.progression, score.bars_each));
    }
    duck(&mut track, &kicks, 0.35, 0.14);
    desk.take(&mut track, Send { dry: 0.5, echo: 0.0, room: 0.0 });

    rhythm(score, stage, &faders, &mut track);
    desk.take(&mut track, Send { dry: 1.1, echo: 0.42, room: 0.4 });

    throws(score, stage, &faders, &mut track);
    desk.take(&mut track, Send { dry: 0.1, echo: 1.0, room: 0.5 });

    let tune = motif(&mut stage.random.fork(31), score.lead_density);
    for bar in stage.timeline.bars() {
        let sings = match bar.part {
            Intro | Break => bar.within % 4 < 2,
            Peak => bar.within % 8 < 4,
            Build => bar.within % 4 < 2,
            Drop | Outro => false,
        };
        if sings {
            stage.tune(&mut track, bar, &tune, score.lead, 60, 0.5);
        }
    }
    desk.take(&mut track, Send { dry: 0.34, echo: 0.36, room: 0.2 });

    let step_s = stage.timeline.step_frames() as f32 / crate::SAMPLE_RATE;
    let echo = Echo { delay_s: step_s * score.echo_steps, feedback: score.feedback, tone_hz: 2300.0, wow_ms: 1.6 };
    let space = if score.spring { Space::Spring(0.68) } else { Space::Room(Room { decay_s: 3.4, damping_hz: 3400.0 }) };
    desk.mix(echo, space)
}

fn faders(stage: &Stage) -> Vec<Faders> {
    let mut hand = stage.random.fork(7);
    let mut all = Vec::new();
    for bar in stage.timeline.bars() {
        let (drums, bass, skank) = match bar.part {
            Intro => (bar.within * 2 >= bar.section_bars, false, true),
            Build => (true, bar.progress() > 0.4, true),
            Drop => (true, true, bar.within % 8 < 6),
            Break => (bar.within >= section_half(bar), bar.within < section_half(bar), bar.within % 4 == 0),
            Peak => (true, true, true),
            Outro => (true, bar.progress() < 0.6, bar.within % 2 == 0),
        };
        let pulled = bar.is(&[Drop, Peak]) && bar.ends_phrase() && hand.chance(0.6);
        let pull_drums = pulled && hand.chance(0.4);
        all.push(Faders {
            drums: drums && !pull_drums,
            bass: bass && (!pulled || pull_drums),
            skank: skank && !pulled,
            throws: pulled || bar.is_first() || bar.ends_phrase() && hand.chance(0.7),
        });
    }
    all
}

fn section_half(bar: Bar) -> u32 {
    bar.section_bars / 2
}

fn drum_track(score: &Dub, stage: &Stage, faders: &[Faders], track: &mut Track) -> Vec<usize> {
    let mut hand = stage.random.fork(2);
    let kick = drums::kick(score.kick, &mut stage.random.fork(1));
    let snare = drums::snare(186.0, 0.2, 0.6, &mut hand);
    let (rim, shaker) = (percussion::rim(&mut hand), percussion::shaker(&mut hand));
    let closed = drums::hat(0.055, 6600.0, &mut hand);
    let open = drums::hat(0.24, 6200.0, &mut hand);
    let toms = [percussion::hand_drum(142.0, 0.4, &mut hand), percussion::hand_drum(98.0, 0.5, &mut hand)];
    let mut frames = Vec::new();
    for (bar, faders) in stage.timeline.bars().zip(faders) {
        if !faders.drums {
            continue;
        }
        if bar.part != Intro || bar.within + 2 >= bar.section_bars {
            for (step, level) in hits(score.kick_pattern) {
                let at = stage.timeline.at(bar, step);
                kick.strike(track, at, Stroke::new(level * 0.9));
                frames.push(at);
            }
        }
        stage.drum(track, bar, score.rim_pattern, &rim, Stroke::new(0.8).panned(0.12), &mut hand);
        if bar.part == Peak {
            stage.drum(track, bar, score.rim_pattern, &snare, Stroke::new(0.55), &mut hand);
        }
        stage.drum(track, bar, score.hat_pattern, &closed, Stroke::new(0.7).panned(-0.25), &mut hand);
        if bar.is(&[Drop, Peak]) {
            stage.drum(track, bar, ".... ..6. .... ..6.", &open, Stroke::new(0.42).panned(-0.2), &mut hand);
            stage.drum(track, bar, "3.4. 3.4. 3.4. 3.4.", &shaker, Stroke::new(0.6).panned(0.4), &mut hand);
        }
        if bar.ends_phrase() && bar.within % 8 == 7 {
            stage.drum(track, bar, ".... .... ..7. 65..", &toms[0], Stroke::new(0.4).panned(0.35), &mut hand);
            stage.drum(track, bar, ".... .... .... ..87", &toms[1], Stroke::new(0.45).panned(-0.35), &mut hand);
        }
    }
    frames
}

fn rhythm(score: &Dub, stage: &Stage, faders: &[Faders], track: &mut Track) {
    for (bar, _) in stage.timeline.bars().zip(faders).filter(|(_, f)| f.skank) {
        let root = degree(bar, score.progression, score.bars_each);
        let notes = stage.key.chord(root, if score.skank == Chord::Stab { 4 } else { 3 }, 64.0);
        let open = 0.35 + 0.3 * bar.progress();
        for (step, level) in hits(score.skank_pattern) {
            let at = stage.timeline.at(bar, step);
            score.skank.play(track, at, stage.timeline.length(0.9), &notes, 0.75 * level, open);
        }
        if bar.is(&[Drop, Peak]) {
            let low = stage.key.chord(root, 3, 57.0);
            for (step, level) in hits(score.bubble) {
                let at = stage.timeline.at(bar, step);
                Chord::Organ.play(track, at, stage.timeline.length(0.7), &low, 0.34 * level, 0.3);
            }
        }
    }
}

fn throws(score: &Dub, stage: &Stage, faders: &[Faders], track: &mut Track) {
    let mut hand = stage.random.fork(8);
    let snare = drums::snare(205.0, 0.22, 0.8, &mut hand);
    for (bar, faders) in stage.timeline.bars().zip(faders) {
        if faders.throws {
            let notes = stage.key.chord(degree(bar, score.progression, score.bars_each), 4, 65.0);
            let step = [2, 6, 12][hand.below(3)];
            score.skank.play(track, stage.timeline.at(bar, step), stage.timeline.length(1.0), &notes, 0.8, 0.6);
            if hand.chance(0.6) && bar.part != Intro {
                snare.strike(track, stage.timeline.at(bar, 12), Stroke::new(0.5));
            }
        }
        if score.siren && bar.is_first() && bar.is(&[Drop, Break, Peak]) {
            let frames = stage.timeline.length(8.0);
            siren(track, stage.timeline.at(bar, 0).saturating_sub(frames), frames, 520.0, 0.28);
        }
    }
}
