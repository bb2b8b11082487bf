//! The jobs of this feature: their kinds, payloads and handlers.

use super::{UNDO_MS, analyse, purge};
use crate::{Service, music, renditions, studio::schedule};
use contract::{ids::TenantId, shown::Timestamp, studio::UploadRefusal};
use jobs::{Handler, Job, JobError};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

const ANALYSE: &str = "mixes.analyse";
const PURGE: &str = "mixes.purge";
const RELISTEN: &str = "mixes.relisten";
/// The kind of the jobs that make renditions: long ones, that nobody waits for.
pub const RENDER: &str = "mixes.render";

#[derive(Debug, Deserialize, Serialize)]
struct Payload {
    mix: Uuid,
}

pub(crate) async fn enqueue_analysis(tx: &impl ConnectionTrait, tenant: TenantId, mix: Uuid, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, ANALYSE, &Payload { mix }, now, now).await.map(|_| ())
}

/// Due when the deletion can't be taken back any more.
pub(crate) async fn enqueue_purge(tx: &impl ConnectionTrait, tenant: TenantId, mix: Uuid, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, PURGE, &Payload { mix }, now.plus_ms(UNDO_MS), now).await.map(|_| ())
}

/// For mixes that an older analysis has listened to.
pub(crate) async fn enqueue_relisten(tx: &impl ConnectionTrait, tenant: TenantId, mix: Uuid, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, RELISTEN, &Payload { mix }, now, now).await.map(|_| ())
}

/// What the mix's file needs beside it.
pub(crate) async fn enqueue_render(tx: &impl ConnectionTrait, tenant: TenantId, mix: Uuid, now: Timestamp) -> kernel::Result<()> {
    jobs::enqueue(tx, tenant, RENDER, &Payload { mix }, now, now).await.map(|_| ())
}

impl Service {
    /// What the worker needs to know of this feature.
    pub fn job_handlers(&self) -> BTreeMap<String, Arc<dyn Handler>> {
        let analyse: Arc<dyn Handler> = Arc::new(Analyse(self.clone()));
        let purge: Arc<dyn Handler> = Arc::new(Purge(self.clone()));
        let relisten: Arc<dyn Handler> = Arc::new(Relisten(self.clone()));
        let render: Arc<dyn Handler> = Arc::new(Render(self.clone()));
        let publish: Arc<dyn Handler> = Arc::new(Publish(self.clone()));
        let handlers = [(ANALYSE, analyse), (PURGE, purge), (RELISTEN, relisten), (RENDER, render), (schedule::JOB, publish)];
        handlers.into_iter().map(|(kind, handler)| (kind.to_owned(), handler)).collect()
    }
}

struct Analyse(Service);

#[async_trait::async_trait]
impl Handler for Analyse {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        Ok(analyse::analyse(&self.0, mix_of(job)?).await?)
    }

    async fn gave_up(&self, job: &Job) {
        let Ok(mix) = mix_of(job) else { return };
        if let Err(error) = analyse::fail(&self.0, mix, &UploadRefusal::AnalysisFailed).await {
            tracing::error!(%mix, "noting that the analysis was given up: {error:#}");
        }
    }
}

struct Purge(Service);

#[async_trait::async_trait]
impl Handler for Purge {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        Ok(purge::if_deleted(&self.0, mix_of(job)?).await?)
    }
}

struct Relisten(Service);

#[async_trait::async_trait]
impl Handler for Relisten {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        Ok(music::relisten(&self.0, mix_of(job)?).await?)
    }
}

struct Render(Service);

#[async_trait::async_trait]
impl Handler for Render {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        Ok(renditions::render(&self.0, mix_of(job)?).await?)
    }
}

struct Publish(Service);

#[async_trait::async_trait]
impl Handler for Publish {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let due = serde_json::from_str(&job.payload).map_err(|error| JobError::Fatal(error.into()))?;
        Ok(schedule::publish(&self.0, due).await?)
    }
}

fn mix_of(job: &Job) -> Result<Uuid, JobError> {
    serde_json::from_str::<Payload>(&job.payload).map(|payload| payload.mix).map_err(|error| JobError::Fatal(error.into()))
}
