//! A reverberant room: four crossed delay lines with damping (Jot 1991), fed through two all-passes.

use crate::SAMPLE_RATE;
use crate::filter::Damper;
use crate::track::Track;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Time to fall by 60 dB.
    pub(crate) decay_s: f32,
    pub(crate) damping_hz: f32,
}

/// Mutually prime, 31 to 53 ms.
const LINES: [usize; 4] = [1361, 1693, 1999, 2333];

impl Room {
    /// Turns a track of sends into reverberation only.
    pub(crate) fn run(self, track: &mut Track) {
        let mut lines = LINES.map(Line::new);
        let gains = LINES.map(|length| 0.001_f32.powf(length as f32 / (self.decay_s * SAMPLE_RATE)));
        let mut dampers = [Damper::new(self.damping_hz); 4];
        let mut diffusers = [AllPass::new(241), AllPass::new(317), AllPass::new(277), AllPass::new(359)];
        let mut lows = [Damper::new(180.0); 2];
        track.shape(|_, left, right| {
            // Without its lowest octave, so the room never clouds the bass.
            let left = left - lows[0].next(left);
            let right = right - lows[1].next(right);
            let mut ins = [left, right];
            for (index, value) in ins.iter_mut().enumerate() {
                let wet = diffusers[index * 2].next(*value);
                *value = diffusers[index * 2 + 1].next(wet);
            }
            let mut out = [0.0; 4];
            for (index, value) in out.iter_mut().enumerate() {
                *value = dampers[index].next(lines[index].read()) * gains[index];
            }
            let half = 0.5 * (out[0] + out[1] + out[2] + out[3]);
            for (index, line) in lines.iter_mut().enumerate() {
                line.write(ins[index % 2] + out[index] - half);
            }
            (out[0] + out[2], out[1] + out[3])
        });
    }
}

#[derive(Clone, Debug)]
struct Line {
    frames: Vec<f32>,
    head: usize,
}

impl Line {
    fn new(length: usize) -> Self {
        Self { frames: vec![0.0; length], head: 0 }
    }

    fn read(&self) -> f32 {
        self.frames[self.head]
    }

    fn write(&mut self, value: f32) {
        self.frames[self.head] = value;
        self.head = if self.head + 1 == self.frames.len() { 0 } else { self.head + 1 };
    }
}

#[derive(Clone, Debug)]
struct AllPass(Line);

impl AllPass {
    fn new(length: usize) -> Self {
        Self(Line::new(length))
    }

    fn next(&mut self, input: f32) -> f32 {
        let late = self.0.read();
        let out = late - 0.6 * input;
        self.0.write(input + 0.6 * out);
        out
    }
}
