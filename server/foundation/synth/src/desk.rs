//! The mixing desk: instruments come in as tracks, with sends to echo and room; one track goes out.

use crate::effects::echo::Echo;
use crate::effects::room::Room;
use crate::effects::spring::spring;
use crate::track::Track;

/// How much of a track goes where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Send {
    pub(crate) dry: f32,
    pub(crate) echo: f32,
    pub(crate) room: f32,
}

/// What the room send runs into.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Space {
    Room(Room),
    /// Feedback of a spring tank.
    Spring(f32),
}

#[derive(Debug)]
pub(crate) struct Desk {
    dry: Track,
    echo: Track,
    room: Track,
}

impl Desk {
    pub(crate) fn new(frames: usize) -> Self {
        Self { dry: Track::silent(frames), echo: Track::silent(frames), room: Track::silent(frames) }
    }

    /// Takes what is on `track` and leaves it empty for the next instrument.
    pub(crate) fn take(&mut self, track: &mut Track, send: Send) {
        for (bus, gain) in [(&mut self.dry, send.dry), (&mut self.echo, send.echo), (&mut self.room, send.room)] {
            if gain > 0.0 {
                bus.add(track, gain);
            }
        }
        track.clear();
    }

    /// Runs the effects and returns everything together; a little echo also reaches the room.
    pub(crate) fn mix(mut self, echo: Echo, space: Space) -> Track {
        echo.run(&mut self.echo);
        self.dry.add(&self.echo, 1.0);
        self.room.add(&self.echo, 0.18);
        match space {
            Space::Room(room) => room.run(&mut self.room),
            Space::Spring(feedback) => spring(&mut self.room, feedback),
        }
        self.dry.add(&self.room, 1.0);
        self.dry
    }
}
