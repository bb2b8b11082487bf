//! What was played in a mix, and when: pasted, tapped along, dragged on the wave, typed.

mod marks;
mod page;
mod paste;
mod rows;
mod state;

pub use page::TracklistPage;
