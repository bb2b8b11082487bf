//! Rude words that the house notices by itself. It refuses nothing: moderators are asked for a look, as a member would ask them.
//! What it really finds, in which language, is measured in docs/decisions/0015-word-list-and-classifier.md.

use crate::entity::{message, report, settings};
use contract::{
    caller::{Role, Viewer},
    moderation::Reason,
};
use rustrict::{Censor, Type};
use sea_orm::entity::prelude::*;
use std::collections::HashSet;

/// What a text is taken for, where that is beyond doubt.
pub(crate) fn reason(text: &str) -> Option<Reason> {
    let found = Censor::from_str(text).analyze();
    let severe = |kind: Type| found.is(Type::SEVERE & kind);
    if severe(Type::OFFENSIVE) {
        Some(Reason::Hate)
    } else if severe(Type::SEXUAL) {
        Some(Reason::Sexual)
    } else if severe(Type::MEAN | Type::PROFANE) || found.is(Type::MODERATE_OR_HIGHER & Type::OFFENSIVE) {
        Some(Reason::Insult)
    } else {
        None
    }
}

/// Tenants that don't want it.
#[derive(Debug, Default)]
pub(crate) struct Silent(HashSet<Uuid>);

impl Silent {
    pub async fn of(db: &impl ConnectionTrait, tenants: &[Uuid]) -> Result<Self, DbErr> {
        let rows = settings::Entity::find().filter(settings::Column::TenantId.is_in(tenants.iter().copied()));
        let rows = rows.filter(settings::Column::Notices.eq(false)).all(db).await?;
        Ok(Self(rows.into_iter().map(|row| row.tenant_id).collect()))
    }

    /// The house's own report about a message, if there is reason for one.
    pub fn notice(&self, id: Uuid, row: &message::Model, author: &Viewer, reason: Reason) -> Option<report::Model> {
        if author.role >= Role::Moderator || self.0.contains(&row.tenant_id) {
            return None;
        }
        Some(report::Model {
            id,
            tenant_id: row.tenant_id,
            room_id: row.room_id,
            message_id: row.id,
            author_id: row.author_id,
            reporter_id: Uuid::nil(),
            reason: reason.name().to_owned(),
            note: String::new(),
            said: row.text.clone(),
            at: row.sent_at,
            closed_at: None,
            closed_by: None,
        })
    }
}
