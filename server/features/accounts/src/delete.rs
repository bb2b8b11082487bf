//! Deleting an account with everything personal in it; other features follow by the event.

use crate::{
    Answer, Deleted, Service, account,
    entity::account::{Column, Entity},
    events, limits, links, refused, sessions,
};
use contract::{accounts::AccountRefusal, caller::Caller, failure::Failure, ids::AccountId, outcome::Outcome};
use sea_orm::entity::prelude::*;

impl Service {
    pub(crate) async fn delete(&self, caller: &Caller, password: &str) -> Answer<()> {
        let owner = match self.prove(caller, password).await? {
            Outcome::Done(owner) => owner,
            Outcome::Refused(reasons) => return Ok(Outcome::Refused(reasons)),
        };
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        let owner = account::hold(&tx, tenant, owner.id).await?.ok_or(Failure::SignInRequired)?;
        if account::is_last_admin(&tx, &owner).await? {
            return refused(AccountRefusal::LastAdmin);
        }
        sessions::end_all(&tx, tenant, owner.id, None).await?;
        links::withdraw(&tx, tenant, owner.id, None).await?;
        for subject in [limits::sign_in_of(&owner.email), limits::password_of(owner.id), limits::mail_to(&owner.email)] {
            limits::forget(&tx, tenant, &subject).await?;
        }
        Entity::delete_many().filter(Column::TenantId.eq(tenant.0)).filter(Column::Id.eq(owner.id)).exec(&tx).await?;
        let payload = Deleted { account: AccountId(owner.id) };
        self.kernel.events.append(&tx, tenant, events::DELETED, owner.id, &payload, now).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(()))
    }
}
