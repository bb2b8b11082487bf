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
    /// Taken off the list before its end.
    GivenUp,
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
    /// Whether a task sends it; a second one would send it twice.
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers send"))]
    underway: StoredValue<bool>,
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
    /// Of the layout: an upload outlives the page it was started on.
    owner: StoredValue<Owner>,
}

impl Uploads {
    /// Makes the list; call once, in the layout.
    pub fn provide() -> Self {
        let uploads = Self {
            running: RwSignal::new(Vec::new()),
            finished: RwSignal::new(0),
            next: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
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
        let upload = self.owner.get_value().with(|| Upload {
            key,
            name: StoredValue::new(file.name()),
            size: file.size() as u64,
            sent: RwSignal::new(0),
            state: RwSignal::new(Transfer::Going),
            mix: RwSignal::new(None),
            underway: StoredValue::new(false),
            file: StoredValue::new(SendWrapper::new(file)),
        });
        self.running.update(|running| running.push(upload));
        self.send(upload);
    }

    /// Stops after the piece that is on its way.
    pub fn pause(self, upload: Upload) {
        upload.state.set(Transfer::Paused);
    }

    /// Goes on after a pause.
    pub fn resume(self, upload: Upload) {
        upload.state.set(Transfer::Going);
        self.send(upload);
    }

    /// Takes a refused upload off the list; a running one is given up, and its draft with it.
    pub fn dismiss(self, upload: Upload) {
        if !matches!(upload.state.get_untracked(), Transfer::Refused(_) | Transfer::Done) {
            upload.state.set(Transfer::GivenUp);
            self.send(upload);
        }
        self.running.update(|running| running.retain(|other| other.key != upload.key));
    }

    #[cfg(feature = "ssr")]
    fn send(self, _: Upload) {}

    #[cfg(not(feature = "ssr"))]
    fn send(self, upload: Upload) {
        leptos::task::spawn_local(transfer::run(self, upload));
    }
}

#[cfg(not(feature = "ssr"))]
mod transfer {
    use super::{Transfer, Upload, Uploads};
    use crate::browser::{
        storage,
        tus::{self, TusError},
    };
    use contract::ids::MixId;
    use leptos::prelude::*;

    /// Longest wait between two tries, in ms.
    const LONGEST_WAIT_MS: u32 = 30_000;

    /// Under which the address of an upload is remembered: the same file chosen again goes on.
    fn memory_key(file: &web_sys::File) -> String {
        format!("upload:{}:{}:{}", file.name(), file.size(), file.last_modified())
    }

    /// Sends until the end, a pause or a refusal. Does nothing while another task sends the same upload: that one looks at the state
    /// after each piece.
    pub(super) async fn run(uploads: Uploads, upload: Upload) {
        if upload.underway.get_value() {
            return;
        }
        upload.underway.set_value(true);
        let file = upload.file.with_value(|file| (**file).clone());
        let memory = memory_key(&file);
        let mut wait_ms = 1_000;
        loop {
            match upload.state.get_untracked() {
                Transfer::Paused => break,
                Transfer::GivenUp => {
                    give_up(&memory).await;
                    uploads.finished.update(|finished| *finished += 1);
                    break;
                }
                _ => {}
            }
            let before = upload.sent.get_untracked();
            match send(upload, &file, &memory).await {
                Ok(false) => {}
                Ok(true) => {
                    storage::remove(&memory);
                    upload.state.set(Transfer::Done);
                    uploads.finished.update(|finished| *finished += 1);
                    break;
                }
                Err(TusError::Refused(reasons)) => {
                    storage::remove(&memory);
                    upload.state.set(Transfer::Refused(reasons));
                    uploads.finished.update(|finished| *finished += 1);
                    break;
                }
                Err(TusError::Gone) => storage::remove(&memory),
                Err(TusError::Conflict) => {}
                Err(TusError::Again) => {
                    if upload.state.get_untracked() == Transfer::Going {
                        upload.state.set(Transfer::Waiting);
                    }
                    if upload.sent.get_untracked() > before {
                        wait_ms = 1_000;
                    }
                    gloo_timers::future::TimeoutFuture::new(wait_ms).await;
                    wait_ms = (wait_ms * 2).min(LONGEST_WAIT_MS);
                }
            }
        }
        upload.underway.set_value(false);
    }

    /// Sends piece after piece; whether the file arrived whole, `false` when the reader stopped it.
    async fn send(upload: Upload, file: &web_sys::File, memory: &str) -> Result<bool, TusError> {
        let (url, mut offset) = match storage::read::<(String, Option<MixId>)>(memory) {
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
            match upload.state.get_untracked() {
                Transfer::Paused | Transfer::GivenUp => return Ok(false),
                Transfer::Waiting => upload.state.set(Transfer::Going),
                _ => {}
            }
            offset = tus::append(&url, file, offset).await?;
            upload.sent.set(offset);
        }
        Ok(true)
    }

    async fn give_up(memory: &str) {
        if let Some((url, _)) = storage::read::<(String, Option<MixId>)>(memory) {
            storage::remove(memory);
            tus::terminate(&url).await;
        }
    }
}
