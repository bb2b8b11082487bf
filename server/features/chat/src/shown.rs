//! Messages as they are shown, with the people, quotes and reactions around them.

use crate::{
    entity::{message, reaction},
    people::{self, Who},
    seq,
};
use contract::{
    chat::{Author, ChatMessage, Quote, REACTIONS, Reaction, beginning},
    ids::{MessageId, TenantId},
    shown::ShownTime,
};
use sea_orm::{QuerySelect, entity::prelude::*};
use std::collections::{BTreeSet, HashMap};

/// What belongs to messages of one tenant.
#[derive(Debug, Default)]
pub(crate) struct Around {
    people: HashMap<Who, Author>,
    quoted: HashMap<Uuid, message::Model>,
    reactions: HashMap<Uuid, Vec<Reaction>>,
}

impl Around {
    /// For these messages, and the names of further accounts.
    pub async fn of(
        db: &impl ConnectionTrait,
        tenant: TenantId,
        rows: impl Iterator<Item = &message::Model> + Clone,
        accounts: impl Iterator<Item = Uuid>,
    ) -> Result<Self, DbErr> {
        let quoted = quoted(db, [tenant.0], rows.clone().filter_map(|row| row.answers_id)).await?;
        let written = rows.clone().map(|row| row.author_id).chain(quoted.values().map(|row| row.author_id));
        let authors: BTreeSet<Uuid> = written.chain(accounts).collect();
        let people = if authors.is_empty() { HashMap::new() } else { people::of(db, [tenant.0], authors).await? };
        Ok(Self { people, quoted, reactions: reactions(db, rows.map(|row| row.id)).await? })
    }

    pub fn author(&self, tenant: Uuid, account: Uuid) -> Author {
        self.people.get(&(tenant, account)).cloned().unwrap_or_else(people::who_left)
    }

    pub fn reactions(&self, message: Uuid) -> Vec<Reaction> {
        self.reactions.get(&message).cloned().unwrap_or_default()
    }

    pub fn show(&self, row: &message::Model, sent: ShownTime) -> ChatMessage {
        let quote = row.answers_id.map(|id| {
            let answered = self.quoted.get(&id).filter(|answered| answered.room_id == row.room_id);
            quote(id, answered.map(|answered| (answered, self.author(answered.tenant_id, answered.author_id))))
        });
        message_of(row, self.author(row.tenant_id, row.author_id), quote, self.reactions(row.id), sent)
    }
}

pub(crate) fn message_of(
    row: &message::Model,
    author: Author,
    answers: Option<Quote>,
    reactions: Vec<Reaction>,
    sent: ShownTime,
) -> ChatMessage {
    let (edited, deleted) = (row.edited_at.is_some(), row.deleted_at.is_some());
    ChatMessage { id: MessageId(row.id), seq: seq(row.seq), author, text: row.text.clone(), sent, edited, deleted, answers, reactions }
}

/// What was said and by whom; nothing but its place once it was pruned.
pub(crate) fn quote(id: Uuid, answered: Option<(&message::Model, Author)>) -> Quote {
    let (name, text) = answered.map(|(row, author)| (author.name, beginning(&row.text))).unwrap_or_default();
    Quote { message: MessageId(id), name, text }
}

pub(crate) async fn quoted(
    db: &impl ConnectionTrait,
    tenants: impl IntoIterator<Item = Uuid>,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, message::Model>, DbErr> {
    let ids: BTreeSet<Uuid> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = message::Entity::find().filter(message::Column::TenantId.is_in(tenants)).filter(message::Column::Id.is_in(ids));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row)).collect())
}

/// All reactions of messages, each message's in [`order`].
pub(crate) async fn reactions(
    db: &impl ConnectionTrait,
    messages: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Reaction>>, DbErr> {
    let messages: Vec<Uuid> = messages.collect();
    let mut found: HashMap<Uuid, Vec<Reaction>> = HashMap::new();
    if messages.is_empty() {
        return Ok(found);
    }
    let rows: Vec<(Uuid, String, i64)> = reaction::Entity::find()
        .select_only()
        .columns([reaction::Column::MessageId, reaction::Column::Emoji])
        .column_as(reaction::Column::AccountId.count(), "given")
        .filter(reaction::Column::MessageId.is_in(messages))
        .group_by(reaction::Column::MessageId)
        .group_by(reaction::Column::Emoji)
        .into_tuple()
        .all(db)
        .await?;
    for (message, emoji, given) in rows {
        found.entry(message).or_default().push(Reaction { emoji, count: u32::try_from(given).unwrap_or(u32::MAX) });
    }
    found.values_mut().for_each(|given| given.sort_by_key(|reaction| order(&reaction.emoji)));
    Ok(found)
}

/// Where a reaction is shown: emotes by name, after the emoji that everybody has.
pub(crate) fn order(emoji: &str) -> (usize, String) {
    place(emoji).map_or_else(|| (REACTIONS.len(), emoji.to_owned()), |place| (place, String::new()))
}

/// Where a reaction stands among those that everybody has.
pub(crate) fn place(emoji: &str) -> Option<usize> {
    REACTIONS.iter().position(|known| *known == emoji)
}
