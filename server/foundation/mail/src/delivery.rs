//! The job that renders a letter and has it carried away.

use crate::{Letter, MailError, Mailer, render::Renderer};
use contract::ids::TenantId;
use jobs::{Handler, Job, JobError};
use kernel::Kernel;
use std::sync::Arc;

/// The kind of job that `send` enqueues and [`Delivery`] handles.
pub const JOB_KIND: &str = "mail.send";

/// What a tenant's letters are headed with.
#[async_trait::async_trait]
pub trait Letterhead: Send + Sync {
    /// # Errors
    /// When the tenant can't be read; the mail waits.
    async fn brand_name(&self, tenant: TenantId) -> kernel::Result<String>;
}

/// Handles jobs of [`JOB_KIND`].
pub struct Delivery {
    kernel: Kernel,
    mailer: Arc<dyn Mailer>,
    letterhead: Arc<dyn Letterhead>,
    renderer: Renderer,
}

impl Delivery {
    /// # Errors
    /// When a built-in template is broken.
    pub fn new(kernel: Kernel, mailer: Arc<dyn Mailer>, letterhead: Arc<dyn Letterhead>) -> anyhow::Result<Self> {
        Ok(Self { kernel, mailer, letterhead, renderer: Renderer::new()? })
    }
}

#[async_trait::async_trait]
impl Handler for Delivery {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        let letter: Letter = serde_json::from_str(&job.payload).map_err(|error| JobError::Fatal(error.into()))?;
        let brand = self.letterhead.brand_name(job.tenant).await?;
        let mail = self.renderer.render(&self.kernel.languages, &letter, &brand, job.id, self.kernel.now()).map_err(JobError::Fatal)?;
        self.mailer.carry(&mail).await.map_err(|error| match error {
            MailError::Temporary(cause) => JobError::Retry(cause),
            MailError::Permanent(cause) => JobError::Fatal(cause),
        })
    }
}
