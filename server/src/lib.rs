//! The server: wiring only. Rules live in `features`, views in `app`.

pub mod cli;
pub mod config;
pub mod context;
pub mod cookies;
pub mod development;
pub mod doctor;
pub mod flash;
pub mod headers;
pub mod health;
mod html;
pub mod library;
pub mod listening;
pub mod notes;
pub mod overlay;
pub mod pages;
pub mod panics;
pub mod pictures;
pub mod requests;
pub mod router;
pub mod seed;
pub mod serve;
pub mod session_cookie;
pub mod sockets;
pub mod statics;
pub mod station;
pub mod telemetry;
pub mod wiring;
