//! The seam between pages and services: wire types and one trait per feature.
//! Holds no rule, no SQL, no HTTP; compiles for the browser and for the server.

pub mod accounts;
pub mod bots;
pub mod caller;
pub mod chat;
pub mod covers;
pub mod emotes;
pub mod failure;
pub mod ids;
pub mod imports;
pub mod listening;
pub mod mixes;
pub mod moderation;
pub mod notifications;
pub mod outcome;
pub mod page;
pub mod polls;
pub mod radio;
pub mod realtime;
pub mod requests;
pub mod shoutouts;
pub mod shown;
pub mod studio;
pub mod tenants;
pub mod tracklists;

use std::sync::Arc;

/// Every port a page can call, wired by the server.
#[derive(Clone)]
pub struct Services {
    pub tenants: Arc<dyn tenants::Tenants>,
    pub accounts: Arc<dyn accounts::Accounts>,
    pub mixes: Arc<dyn mixes::Mixes>,
    pub studio: Arc<dyn studio::Studio>,
    pub listening: Arc<dyn listening::Listening>,
    pub tracklists: Arc<dyn tracklists::Tracklists>,
    pub imports: Arc<dyn imports::Imports>,
    pub chat: Arc<dyn chat::Chat>,
    pub polls: Arc<dyn polls::Polls>,
    pub requests: Arc<dyn requests::TrackRequests>,
    pub radio: Arc<dyn radio::Radio>,
    pub shout_outs: Arc<dyn shoutouts::ShoutOutBoard>,
    pub moderation: Arc<dyn moderation::Moderation>,
    pub notifications: Arc<dyn notifications::NotificationCentre>,
    pub bots: Arc<dyn bots::Bots>,
    pub emotes: Arc<dyn emotes::Emotes>,
}
