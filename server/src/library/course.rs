//! One import from its first to its last recording, or its rehearsal: counts, says, and hands on to the mixes feature.

use super::{
    said::{Fate, Said, Sum},
    who::Who,
};
use crate::wiring::Install;
use contract::{
    caller::Locale,
    imports::ImportRefusal,
    outcome::{Message, Refusal},
    studio::UploadRefusal,
};
use kernel::format;
use mixes::imports::{Arrival, Order, Run};
use std::path::PathBuf;

pub(super) struct Course<'a> {
    pub(super) install: &'a Install,
    pub(super) who: Who,
    pub(super) publish: bool,
    pub(super) genres: String,
    /// Nothing is changed.
    pub(super) is_rehearsal: bool,
    said: Said,
    total: u64,
    brought_in: u64,
    skipped: u64,
    failed: u64,
    /// What is left of the quota, in a rehearsal.
    room: u64,
    run: Option<Run>,
}

impl<'a> Course<'a> {
    pub(super) fn new(install: &'a Install, who: Who, said: Said) -> Self {
        let (publish, genres, is_rehearsal) = (false, String::new(), false);
        let (total, brought_in, skipped, failed, room, run) = (0, 0, 0, 0, 0, None);
        Self { install, who, publish, genres, is_rehearsal, said, total, brought_in, skipped, failed, room, run }
    }

    /// Begins, knowing how much there is.
    pub(super) async fn begin(&mut self, source: String, total: usize) -> anyhow::Result<()> {
        self.total = total as u64;
        if self.is_rehearsal {
            self.room = self.install.mixes.room(self.who.tenant).await?;
            return Ok(());
        }
        let order = Order {
            tenant: self.who.tenant,
            dj: self.who.dj,
            dj_name: self.who.name.clone(),
            source,
            total: self.total,
            publish: self.publish,
            genres: self.genres.clone(),
        };
        self.run = Some(self.install.mixes.begin_import(order).await?);
        Ok(())
    }

    /// Where a file is put that is being fetched; none in a rehearsal.
    pub(super) fn scratch(&self) -> Option<PathBuf> {
        self.run.as_ref().map(Run::scratch)
    }

    pub(super) async fn skip(&mut self, name: &str, reason: &Message) -> anyhow::Result<()> {
        self.skipped += 1;
        if let Some(run) = &mut self.run {
            run.skip().await?;
        }
        self.say(name, None, &Fate::Skipped(self.install.plain_text(reason)));
        Ok(())
    }

    pub(super) async fn fail(&mut self, name: &str, reason: &Message) -> anyhow::Result<()> {
        self.failed += 1;
        if let Some(run) = &mut self.run {
            run.fail(name, reason).await?;
        }
        self.say(name, None, &Fate::Failed(self.install.plain_text(reason)));
        Ok(())
    }

    /// Whether a file of this size may come in at all; asked before it is read or fetched whole.
    pub(super) fn check_size(&self, size_bytes: u64) -> Result<(), Message> {
        let limit = self.install.config.uploads.max_upload_bytes;
        let text = |bytes| format::bytes(&Locale("en".to_owned()), bytes).text;
        if size_bytes > limit {
            return Err(UploadRefusal::TooLarge { limit: text(limit) }.message());
        }
        if self.is_rehearsal && size_bytes > self.room {
            return Err(UploadRefusal::QuotaExceeded { left: text(self.room) }.message());
        }
        Ok(())
    }

    /// In a rehearsal, what would come in.
    pub(super) fn would_come_in(&mut self, name: &str, title: Option<&str>, size_bytes: u64) {
        self.brought_in += 1;
        self.room = self.room.saturating_sub(size_bytes);
        self.say(name, title, &Fate::WouldComeIn);
    }

    pub(super) async fn bring_in(&mut self, name: &str, arrival: Arrival) -> anyhow::Result<()> {
        let Some(run) = &mut self.run else { return Ok(()) };
        let title = arrival.title.clone();
        let fate = match run.bring_in(arrival).await {
            Ok(Ok(mix)) => {
                self.brought_in += 1;
                Fate::BroughtIn(mix)
            }
            Ok(Err(reason)) if reason == ImportRefusal::AlreadyHere.message() => {
                self.skipped += 1;
                Fate::Skipped(self.install.plain_text(&reason))
            }
            Ok(Err(reason)) => {
                self.failed += 1;
                Fate::Failed(self.install.plain_text(&reason))
            }
            Err(error) => {
                // The next file may fare better; if nothing does, noting it fails too, and that ends the import.
                tracing::error!("bringing in {name}: {error:#}");
                return self.fail(name, &ImportRefusal::Broke.message()).await;
            }
        };
        self.say(name, title.as_deref(), &fate);
        Ok(())
    }

    /// Ends it; gives how many failed.
    pub(super) async fn end(mut self) -> anyhow::Result<u64> {
        if let Some(run) = self.run.take() {
            run.end().await?;
        }
        let Self { total, brought_in, skipped, failed, is_rehearsal, .. } = self;
        self.said.end(&Sum { total, brought_in, skipped, failed, is_rehearsal });
        Ok(failed)
    }

    fn say(&self, name: &str, title: Option<&str>, fate: &Fate) {
        self.said.item(self.brought_in + self.skipped + self.failed, self.total, name, title, fate);
    }
}
