//! Effects over whole tracks: echo, room, spring and ducking. None of them knows the arrangement.

pub(crate) mod ducking;
pub(crate) mod echo;
pub(crate) mod room;
pub(crate) mod spring;
