//! What every service stands on: clock, ids, secrets, signatures, database, events, languages, formats and errors.
//! Knows no feature, no HTTP and no page.

pub mod clock;
pub mod csv;
pub mod database;
pub mod error;
pub mod events;
pub mod format;
pub mod ids;
pub mod languages;
pub mod local_time;
pub mod network;
pub mod pace;
pub mod signing;
pub mod slug;

pub use clock::{Clock, ManualClock, SystemClock};
pub use database::Database;
pub use error::{Error, OrFail, Result};
pub use ids::Ids;
pub use network::network;

use std::sync::Arc;

/// The shared handles that a feature's service is built from.
#[derive(Clone)]
pub struct Kernel {
    pub database: Database,
    pub clock: Arc<dyn Clock>,
    pub ids: Ids,
    pub signer: signing::Signer,
    pub languages: Arc<languages::Languages>,
    pub events: events::Outbox,
    pub paces: pace::Paces,
}

impl Kernel {
    /// Now, by this install's clock.
    pub fn now(&self) -> contract::shown::Timestamp {
        self.clock.now()
    }
}
