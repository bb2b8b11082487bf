//! One-time flashes of refused plain forms: in memory for two minutes, taken by the next page view.

use app::{backend::FlashStore, form::Flash};
use kernel::Ids;
use moka::sync::Cache;
use std::{sync::Arc, time::Duration};

/// At most so many flashes wait at once; the oldest make room.
const CAPACITY: u64 = 10_000;

#[derive(Clone)]
pub struct Flashes(Cache<String, Arc<Flash>>);

impl Default for Flashes {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(CAPACITY).time_to_live(Duration::from_secs(120)).build())
    }
}

impl Flashes {
    /// Takes a flash; the second time it is gone.
    pub fn take(&self, key: &str) -> Option<Arc<Flash>> {
        self.0.remove(key)
    }
}

impl FlashStore for Flashes {
    fn keep(&self, flash: Flash) -> String {
        let key = Ids.secret();
        self.0.insert(key.clone(), Arc::new(flash));
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flash_is_seen_once() {
        let flashes = Flashes::default();
        let key = flashes.keep(Flash { form: "sign-in".into(), ..Flash::default() });
        assert_eq!(flashes.take(&key).map(|flash| flash.form.clone()).as_deref(), Some("sign-in"));
        assert!(flashes.take(&key).is_none());
    }
}
