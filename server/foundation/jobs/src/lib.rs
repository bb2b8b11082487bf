//! Background work that survives a crash: enqueued in the transaction that wants it, leased by one worker, retried with backoff.
//! Knows no feature: handlers are registered by kind.

mod entity;
mod queue;
mod worker;

pub use queue::{Job, are_left, enqueue};
pub use worker::{Handler, JobError, Worker};
