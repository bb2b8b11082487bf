//! `localStorage`, as far as it is there: private windows and full disks refuse it, and then nothing is remembered.

use serde::{Serialize, de::DeserializeOwned};

/// The value under `key`, if there is one that still parses.
pub fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = area()?.get_item(key).ok()??;
    serde_json::from_slice(text.as_bytes()).ok()
}

/// Remembers `value`, if the browser lets us.
pub fn write<T: Serialize>(key: &str, value: &T) {
    if let (Some(area), Ok(text)) = (area(), serde_json::to_string(value)) {
        // A full or forbidden storage only means that nothing is remembered.
        let _ = area.set_item(key, &text);
    }
}

/// Forgets `key`.
pub fn remove(key: &str) {
    if let Some(area) = area() {
        let _ = area.remove_item(key);
    }
}

#[cfg(not(feature = "ssr"))]
fn area() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

#[cfg(feature = "ssr")]
fn area() -> Option<Absent> {
    None
}

/// Stands in for the storage on the server, where there is none.
#[cfg(feature = "ssr")]
struct Absent;

#[cfg(feature = "ssr")]
impl Absent {
    fn get_item(&self, _: &str) -> Result<Option<String>, ()> {
        Ok(None)
    }

    fn set_item(&self, _: &str, _: &str) -> Result<(), ()> {
        Err(())
    }

    fn remove_item(&self, _: &str) -> Result<(), ()> {
        Err(())
    }
}
