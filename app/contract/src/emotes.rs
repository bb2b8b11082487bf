//! The tenant's own small pictures, written `:name:` in the room and given as reactions.

use crate::{caller::Caller, failure::Failure, ids::EmoteId, outcome::Outcome, refusals};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Letters of a name.
pub const SHORTEST_EMOTE: usize = 2;
pub const LONGEST_EMOTE: usize = 24;
/// How many a tenant may have.
pub const MOST_EMOTES: u32 = 100;
/// The largest picture taken, in KiB.
pub const LARGEST_EMOTE_KIB: u32 = 512;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emote {
    pub id: EmoteId,
    /// Small letters, digits and `_`.
    pub name: String,
    /// Of a WebP that never changes under this address.
    pub url: String,
}

/// Whether an emote may be called so.
pub fn is_emote_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (SHORTEST_EMOTE..=LONGEST_EMOTE).contains(&name.len()) && name.chars().all(plain)
}

/// The name in `:name:`, if that is what it is.
pub fn emote_name(written: &str) -> Option<&str> {
    written.strip_prefix(':')?.strip_suffix(':').filter(|name| is_emote_name(name))
}

refusals! {
    /// Why an emote isn't taken.
    pub enum EmoteRefusal {
        BadName { least: u32, most: u32 } => "emotes-refused-bad-name" on "name",
        NameTaken { name: String } => "emotes-refused-name-taken" on "name",
        TooMany { most: u32 } => "emotes-refused-too-many" on "name",
        NoPicture => "emotes-refused-no-picture" on "picture",
        TooLarge { most: u32 } => "emotes-refused-too-large" on "picture",
        NotAPicture => "emotes-refused-not-a-picture" on "picture",
    }
}

/// The port. Pictures come in by a form of their own. Everything is of the caller's tenant; other tenants' emotes are not found.
#[async_trait]
pub trait Emotes: Send + Sync {
    /// All of them, by name. For everyone.
    async fn emotes(&self, caller: &Caller) -> Result<Vec<Emote>, Failure>;
    /// For DJs and above. What was said keeps the old name, and shows it as text.
    async fn rename_emote(&self, caller: &Caller, emote: EmoteId, name: String) -> Result<Outcome<(), EmoteRefusal>, Failure>;
    /// For DJs and above; done twice, it is done once.
    async fn remove_emote(&self, caller: &Caller, emote: EmoteId) -> Result<(), Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_plain_words() {
        for name in ["hi", "dub_siren", "808", &"a".repeat(24)] {
            assert!(is_emote_name(name), "{name}");
        }
        for name in ["", "a", "Dub", "dub-siren", "düb", "a b", "a:b", &"a".repeat(25)] {
            assert!(!is_emote_name(name), "{name}");
        }
        assert_eq!(emote_name(":dub_siren:"), Some("dub_siren"));
        assert_eq!([":", "::", "dub:", ":Dub:", "🔥"].map(emote_name), [None; 5]);
    }
}
