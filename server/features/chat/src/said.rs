//! What was said, for the parts of the house that point at it. They keep no copy, so that what is edited or deleted is so everywhere.

use crate::{people, shown};
use contract::{
    chat::beginning,
    ids::{MessageId, TenantId},
};
use sea_orm::entity::prelude::*;
use std::collections::HashMap;

/// A message in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Empty if its author left.
    pub by: String,
    pub text: String,
}

pub(crate) async fn said(db: &impl ConnectionTrait, tenant: TenantId, messages: &[MessageId]) -> kernel::Result<HashMap<MessageId, Said>> {
    let rows = shown::quoted(db, [tenant.0], messages.iter().map(|id| id.0)).await?;
    let people = people::of(db, [tenant.0], rows.values().map(|row| row.author_id)).await?;
    let standing = rows.into_iter().filter(|(_, row)| row.deleted_at.is_none());
    let line = standing.map(|(id, row)| {
        let by = people.get(&(row.tenant_id, row.author_id)).map(|author| author.name.clone()).unwrap_or_default();
        (MessageId(id), Said { by, text: beginning(&row.text) })
    });
    Ok(line.collect())
}
