//! Which uploads are receiving bytes in this process: one request at a time each.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// The running transfers.
#[derive(Debug, Default)]
pub struct Transfers {
    running: Mutex<HashMap<Uuid, Signals>>,
}

#[derive(Clone, Debug, Default)]
struct Signals {
    stop: CancellationToken,
    ended: CancellationToken,
}

/// Holds an upload until dropped.
#[derive(Debug)]
pub(crate) struct Hold {
    transfers: Arc<Transfers>,
    upload: Uuid,
    signals: Signals,
}

impl Transfers {
    /// `None` while someone else holds the upload.
    pub(crate) fn hold(self: &Arc<Self>, upload: Uuid) -> Option<Hold> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.contains_key(&upload) {
            return None;
        }
        let signals = Signals::default();
        running.insert(upload, signals.clone());
        Some(Hold { transfers: self.clone(), upload, signals })
    }

    /// Ends the running transfer, if any, once it has saved what it received. Someone who asks where to resume is the one who
    /// uploads; the old connection may be half open and not know.
    pub(crate) async fn interrupt(&self, upload: Uuid) {
        let signals = self.running.lock().unwrap_or_else(PoisonError::into_inner).get(&upload).cloned();
        if let Some(signals) = signals {
            signals.stop.cancel();
            signals.ended.cancelled().await;
        }
    }
}

impl Hold {
    /// Resolves when the holder is asked to end.
    pub(crate) async fn stopped(&self) {
        self.signals.stop.cancelled().await;
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.transfers.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.upload);
        self.signals.ended.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_upload_is_held_once_until_it_is_let_go() {
        let transfers = Arc::new(Transfers::default());
        let upload = Uuid::from_u128(1);
        let hold = transfers.hold(upload).unwrap();
        assert!(transfers.hold(upload).is_none());
        assert!(transfers.hold(Uuid::from_u128(2)).is_some());
        let holder = tokio::spawn(async move { hold.stopped().await });
        transfers.interrupt(upload).await;
        assert!(transfers.hold(upload).is_some());
        holder.await.unwrap();
    }
}
