//! Running uploads: several at once, each with pause, resume and retry. They go on while the DJ walks around the site;
//! after a reload the file is chosen again and goes on where it stopped.

use contract::{ids::MixId, outcome::Message};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// Where one upload stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Transfer {
    Going,
    Paused,
    /// The network is away; tries again by itself.
    Waiting,
    Refused(Vec<Message>),
    Done,
}

/// One file on its way.
#[derive(Clone, Copy)]
pub struct Upload {
    pub key: u64,
    pub name: StoredValue<String>,
    pub size: u64,
    pub sent: RwSignal<u64>,
    pub state: RwSignal<Transfer>,
    pub mix: RwSignal<Option<MixId>>,
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers have files"))]
    file: StoredValue<SendWrapper<web_sys::File>>,
}

/// All uploads of this tab.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub running: RwSignal<Vec<Upload>>,
    /// Counts finished files, so that lists know when to look again.
    pub finished: RwSignal<u32>,
    next: StoredValue<u64>,
}

impl Uploads {
    /// Makes the list; call once, in the layout.
    pub fn provide() -> Self {
        let uploads = Self { running: RwSignal::new(Vec::new()), finished: RwSignal::new(0), next: StoredValue::new(0) };
        provide_context(uploads);
        uploads
    }

    pub fn get() -> Self {
        expect_context()
    }

    /// Takes the files of a picker or a drop.
    pub fn add(self, files: &web_sys::FileList) {
        for index in 0..files.length() {
            if let Some(file) = files.get(index) {
                self.start(file);
            }
        }
    }

    fn start(self, file: web_sys::File) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let upload = Upload {
            key,
            name: StoredValue::new(file.name()),
            size: file.size() as u64,
            sent: RwSignal::new(0),
            state: RwSignal::new(Transfer::Going),
            mix: RwSignal::new(None),
            file: StoredValue::new(SendWrapper::new(file)),
        };
        self.running.update(|running| running.push(upload));
        #[cfg(not(feature = "ssr"))]
        leptos::task::spawn_local(transfer::run(self, upload));
    }

    /// Goes on after a pause.
    pub fn resume(self, upload: Upload) {
        upload.state.set(Transfer::Going);
        #[cfg(not(feature = "ssr"))]
        leptos::task::spawn_local(transfer::run(self, upload));
    }

    /// Takes a finished or refused upload off the list; a running one is given up.
    pub fn dismiss(self, upload: Upload) {
        upload.state.set(Transfer::Paused);
        self.running.update(|running| running.retain(|other| other.key != upload.key));
        #[cfg(not(feature = "ssr"))]
        leptos::task::spawn_local(transfer::give_up(upload));
    }
}

#[cfg(not(feature = "ssr"))]
mod transfer {
    use super::{Transfer, Upload, Uploads};
    use crate::browser::{
        storage,
        tus::{self, TusError},
    };
    use leptos::prelude::*;

    /// Longest wait between two tries, in ms.
    const LONGEST_WAIT_MS: u32 = 30_000;

    /// Under which the address of an upload is remembered: the same file chosen again goes on.
    fn memory_key(file: &web_sys::File) -> String {
        format!("upload:{}:{}:{}", file.name(), file.size(), file.last_modified())
    }

    pub(super) async fn run(uploads: Uploads, upload: Upload) {
        let file = upload.file.with_value(|file| (**file).clone());
        let memory = memory_key(&file);
        let mut wait_ms = 1_000;
        loop {
            if upload.state.get_untracked() == Transfer::Paused {
                return;
            }
            match send(upload, &file, &memory).await {
                Ok(()) => {
                    storage::remove(&memory);
                    if upload.state.get_untracked() != Transfer::Paused {
                        upload.state.set(Transfer::Done);
                        uploads.finished.update(|finished| *finished += 1);
                    }
                    return;
                }
                Err(TusError::Refused(reasons)) => {
                    storage::remove(&memory);
                    upload.state.set(Transfer::Refused(reasons));
                    uploads.finished.update(|finished| *finished += 1);
                    return;
                }
                Err(TusError::Gone) => storage::remove(&memory),
                Err(TusError::Conflict) => {}
                Err(TusError::Again) => {
                    if upload.state.get_untracked() == Transfer::Paused {
                        return;
                    }
                    upload.state.set(Transfer::Waiting);
                    gloo_timers::future::TimeoutFuture::new(wait_ms).await;
                    wait_ms = (wait_ms * 2).min(LONGEST_WAIT_MS);
                }
            }
        }
    }

    /// Sends until the end, a pause (`Ok` too) or a failure.
    async fn send(upload: Upload, file: &web_sys::File, memory: &str) -> Result<(), TusError> {
        let (url, mut offset) = match storage::read::<(String, Option<contract::ids::MixId>)>(memory) {
            Some((url, mix)) => {
                upload.mix.set(mix);
                let offset = tus::offset(&url).await?;
                (url, offset)
            }
            None => {
                let created = tus::create(&upload.name.get_value(), upload.size).await?;
                upload.mix.set(created.mix);
                storage::write(memory, &(&created.url, created.mix));
                (created.url, 0)
            }
        };
        upload.sent.set(offset);
        while offset < upload.size {
            if upload.state.get_untracked() == Transfer::Paused {
                return Ok(());
            }
            offset = tus::append(&url, file, offset).await?;
            upload.sent.set(offset);
            if upload.state.get_untracked() == Transfer::Waiting {
                upload.state.set(Transfer::Going);
            }
        }
        Ok(())
    }

    pub(super) async fn give_up(upload: Upload) {
        let file = upload.file.with_value(|file| (**file).clone());
        let memory = memory_key(&file);
        if let Some((url, _)) = storage::read::<(String, Option<contract::ids::MixId>)>(&memory) {
            storage::remove(&memory);
            tus::terminate(&url).await;
        }
    }
}
