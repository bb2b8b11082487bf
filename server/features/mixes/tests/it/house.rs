//! An install with the mixes service in it, and what a test does with one.

use axum::Extension;
use contract::{
    caller::{Caller, Role},
    ids::{MixId, TenantId},
    studio::{SaveMix, Studio, StudioMixDetail},
};
use jobs::Worker;
use mixes::{Config, Service};
use std::{net::SocketAddr, sync::Arc};
use storage::Storage;
use testing::{Bench, person};
use tokio::{net::TcpListener, task::JoinHandle};

pub struct House {
    pub bench: Bench,
    pub service: Service,
    pub tenant: TenantId,
    pub dj: Caller,
}

impl House {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With other limits.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let bench = Bench::new().await;
        let mut config = Config { uploads_folder: bench.folder.path().join("uploads"), ..Config::default() };
        change(&mut config);
        let service = Service::new(bench.kernel.clone(), storage_of(&bench), config);
        let tenant = bench.tenant();
        Self { dj: person(tenant, Role::Dj), tenant, service, bench }
    }

    /// The same install after the process was replaced.
    pub fn restarted(&self) -> Service {
        Service::new(self.bench.kernel.clone(), storage_of(&self.bench), self.service.config().clone())
    }

    /// Runs every job that is due.
    pub async fn work(&self) {
        let kernel = &self.bench.kernel;
        let worker = Worker::new(kernel.database.clone(), kernel.clock.clone(), self.service.job_handlers());
        while worker.run_one().await.unwrap() {}
    }

    /// Runs every job that is due but those that make renditions.
    pub async fn work_in_front(&self) {
        let kernel = &self.bench.kernel;
        let mut handlers = self.service.job_handlers();
        handlers.remove(mixes::RENDER);
        let worker = Worker::new(kernel.database.clone(), kernel.clock.clone(), handlers);
        while worker.run_one().await.unwrap() {}
    }

    pub async fn studio_mix(&self, id: MixId) -> StudioMixDetail {
        self.service.mix(&self.dj, id).await.unwrap()
    }

    /// The mix's form, changed and saved.
    pub async fn save(
        &self,
        id: MixId,
        change: impl FnOnce(&mut SaveMix),
    ) -> contract::outcome::Outcome<StudioMixDetail, contract::studio::MixRefusal> {
        let mut form = self.studio_mix(id).await.form;
        change(&mut form);
        self.service.save(&self.dj, form).await.unwrap()
    }

    /// Everything that lies in storage, as keys.
    pub fn stored(&self) -> Vec<String> {
        let root = self.bench.folder.path().join("files");
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { found.push(path.strip_prefix(&root).unwrap().display().to_string()) }
            }
        }
        found
    }

    /// How much of an upload has reached the disk; `None` before the first request to write.
    pub fn part_bytes(&self, location: &str) -> Option<u64> {
        let name = location.rsplit('/').next().unwrap();
        std::fs::metadata(self.bench.folder.path().join(format!("uploads/{name}.part"))).map(|file| file.len()).ok()
    }

    /// Part files of running uploads.
    pub fn parts(&self) -> usize {
        let entries = std::fs::read_dir(self.bench.folder.path().join("uploads")).into_iter().flatten();
        entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "part")).count()
    }
}

fn storage_of(bench: &Bench) -> Storage {
    Storage::open(&storage::Config { folder: bench.folder.path().join("files"), s3: None }).unwrap()
}

/// The routes on a socket of this machine, for one caller. Ends with the value.
pub struct Server {
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(service: &Service, caller: &Caller) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = mixes::routes(service.clone()).layer(Extension(Arc::new(caller.clone())));
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, task }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
