//! The row of an import: what of it is JSON, and how it is changed.

use crate::entity::import;
use contract::outcome::Message;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Failures that are kept by name; the others are counted. MySQL's TEXT holds 64 KiB.
pub(super) const MOST_FAILURES: usize = 50;
const MOST_NAME_CHARS: usize = 191;
const MOST_CAUSE_CHARS: usize = 200;

/// A failure as it is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Failed {
    pub(super) name: String,
    pub(super) reason: Message,
}

impl Failed {
    pub(super) fn new(name: &str, reason: &Message) -> Self {
        use contract::outcome::Argument;
        let mut reason = reason.clone();
        for (_, argument) in &mut reason.arguments {
            if let Argument::Text(text) = argument {
                *text = text.chars().take(MOST_CAUSE_CHARS).collect();
            }
        }
        Self { name: name.chars().take(MOST_NAME_CHARS).collect(), reason }
    }
}

pub(super) fn failures(row: &import::Model) -> Vec<Failed> {
    serde_json::from_str(&row.failures).unwrap_or_default()
}

pub(super) async fn change(tx: &impl ConnectionTrait, id: Uuid, change: import::ActiveModel) -> Result<(), DbErr> {
    import::Entity::update_many().set(change).filter(import::Column::Id.eq(id)).exec(tx).await.map(|_| ())
}
