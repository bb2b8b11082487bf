//! One page of a list.

use serde::{Deserialize, Serialize};

/// `items` of page `number` (from 1) out of `pages`; `total` counts all pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub number: u32,
    pub pages: u32,
    pub total: u64,
}

impl<T> Page<T> {
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), number: self.number, pages: self.pages, total: self.total }
    }
}
