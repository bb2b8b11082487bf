//! The kit: kick, snare, clap and cymbals, synthesised once a piece. Plays no patterns.

use crate::envelope::Decay;
use crate::filter::Filter;
use crate::oscillator::{Oscillator, saturate};
use crate::prng::Prng;
use crate::sample::Sample;

/// What makes one kick drum another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kick {
    pub(crate) tuned_hz: f32,
    pub(crate) length_s: f32,
    /// 0 is a soft thud, 1 a hard knock.
    pub(crate) punch: f32,
}

pub(crate) fn kick(kick: Kick, noise: &mut Prng) -> Sample {
    let (mut body, mut level) = (Oscillator::new(kick.tuned_hz, 0.0), Decay::over(kick.length_s));
    let (mut sweep, mut snap) = (Decay::over(0.09), Decay::over(0.32));
    let (mut click, mut click_filter) = (Decay::over(0.018), Filter::new(3200.0, 0.8));
    Sample::made(kick.length_s, |index| {
        let bend = sweep.next() * (2.0 + 5.0 * kick.punch) + snap.next() * 0.7;
        body.tune(kick.tuned_hz * (1.0 + bend));
        let attack = (index as f32 / 30.0).min(1.0);
        let tone = saturate(body.sine() * level.next() * (1.3 + kick.punch)) * attack;
        tone * 0.95 + click_filter.band(noise.bipolar()) * click.next() * (0.15 + 0.35 * kick.punch)
    })
}

/// A drum-machine or a wooden snare: `tuned_hz` about 180 to 240, `snap` the share of wires.
pub(crate) fn snare(tuned_hz: f32, length_s: f32, snap: f32, noise: &mut Prng) -> Sample {
    let (mut low, mut high) = (Oscillator::new(tuned_hz, 0.0), Oscillator::new(tuned_hz * 1.78, 0.2));
    let (mut skin, mut wires, mut pitch) = (Decay::over(length_s * 0.6), Decay::over(length_s), Decay::over(0.05));
    let (mut band, mut hiss) = (Filter::new(2100.0, 0.6), Filter::new(5200.0, 0.7));
    Sample::made(length_s, |_| {
        let bend = 1.0 + pitch.next() * 0.8;
        low.tune(tuned_hz * bend);
        high.tune(tuned_hz * 1.78 * bend);
        let tone = (low.sine() + 0.5 * high.sine()) * skin.next();
        let white = noise.bipolar();
        let rattle = (band.band(white) * 1.1 + hiss.high(white) * 0.45) * wires.next();
        saturate(tone * (1.0 - snap * 0.55) + rattle * snap * 1.8) * 0.9
    })
}

/// Several hands, not quite together.
pub(crate) fn clap(length_s: f32, noise: &mut Prng) -> Sample {
    let (mut band, mut top) = (Filter::new(1250.0, 1.4), Filter::new(700.0, 0.7));
    let mut tail = Decay::over(length_s);
    let (bursts, burst_frames) = (3, 440);
    let mut burst = Decay::over(0.011);
    Sample::made(length_s, |index| {
        if index < bursts * burst_frames && index % burst_frames == 0 {
            burst = Decay::over(0.011);
        }
        let hands = if index < bursts * burst_frames { burst.next() } else { tail.next() };
        let white = noise.bipolar();
        saturate(top.high(band.band(white) * 2.6 + white * 0.25) * hands * 1.5)
    })
}

/// Six clashing squares and some air, as in the analogue machines; open or closed by its length.
pub(crate) fn hat(length_s: f32, bright_hz: f32, noise: &mut Prng) -> Sample {
    let mut metal: Vec<Oscillator> = [2.0, 3.0, 4.16, 5.43, 6.79, 8.21]
        .iter()
        .map(|ratio| Oscillator::new(263.0 * ratio * (bright_hz / 7000.0), noise.unit()))
        .collect();
    let (mut first, mut second) = (Filter::new(bright_hz, 0.9), Filter::new(bright_hz * 0.9, 0.7));
    let mut level = Decay::over(length_s);
    Sample::made(length_s, |index| {
        let clash: f32 = metal.iter_mut().map(|square| square.pulse(0.5)).sum::<f32>() / 6.0;
        let raw = clash * 0.8 + noise.bipolar() * 0.55;
        let attack = (index as f32 / 12.0).min(1.0);
        second.high(first.high(raw)) * level.next() * attack
    })
}

/// A ride: a bell's tone over a long wash.
pub(crate) fn ride(length_s: f32, noise: &mut Prng) -> Sample {
    let mut bell: Vec<Oscillator> = [3120.0, 4235.0, 5470.0, 7150.0].iter().map(|hz| Oscillator::new(*hz, noise.unit())).collect();
    let mut wash = Filter::new(6000.0, 0.7);
    let (mut strike, mut level) = (Decay::over(length_s * 0.4), Decay::over(length_s));
    Sample::made(length_s, |_| {
        let ping: f32 = bell.iter_mut().map(Oscillator::sine).sum::<f32>() * 0.12;
        ping * strike.next() + wash.high(noise.bipolar()) * 0.35 * level.next()
    })
}

/// A crash for the top of a section.
pub(crate) fn crash(noise: &mut Prng) -> Sample {
    let mut metal: Vec<Oscillator> = [411.0, 587.0, 845.0, 1123.0, 1667.0].iter().map(|hz| Oscillator::new(*hz, noise.unit())).collect();
    let mut filter = Filter::new(4200.0, 0.6);
    let mut level = Decay::over(2.4);
    Sample::made(2.4, |_| {
        let clash: f32 = metal.iter_mut().map(|square| square.pulse(0.5)).sum::<f32>() / 5.0;
        filter.high(clash * 0.7 + noise.bipolar() * 0.7) * level.next() * 0.8
    })
}
