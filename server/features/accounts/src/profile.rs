//! What people see and change of themselves: name, bio, password.

use crate::{
    Answer, Service, account,
    entity::account::{Column, Model},
    events, letters,
    links::{self, Purpose},
    refused, rules, sessions, signed_in,
};
use contract::{
    accounts::{AccountRefusal, ChangePassword, Profile, UpdateProfile},
    caller::Caller,
    failure::Failure,
    ids::AccountId,
    outcome::Outcome,
};

impl Service {
    pub(crate) async fn own_profile(&self, caller: &Caller) -> kernel::Result<Profile> {
        let viewer = signed_in(caller)?;
        let row = account::by_id(self.kernel.database.read(), caller.tenant, viewer.account.0).await?;
        profile_of(row.ok_or(Failure::SignInRequired)?)
    }

    pub(crate) async fn save_profile(&self, caller: &Caller, form: UpdateProfile) -> Answer<Profile> {
        let viewer = signed_in(caller)?;
        let (name, bio) = match (rules::name(&form.name), rules::bio(&form.bio)) {
            (Ok(name), Ok(bio)) => (name, bio),
            (name, bio) => return Ok(Outcome::Refused([name.err(), bio.err()].into_iter().flatten().collect())),
        };
        let tx = self.kernel.database.write().await?;
        let mut row = account::hold(&tx, caller.tenant, viewer.account.0).await?.ok_or(Failure::SignInRequired)?;
        if (&row.name, &row.bio) != (&name, &bio) {
            account::change(&tx, &row, &[(Column::Name, name.clone().into()), (Column::Bio, bio.clone().into())]).await?;
            (row.name, row.bio) = (name, bio);
            events::announce(&self.kernel, &tx, &row, self.kernel.now()).await?;
            tx.commit().await?;
            self.sessions.forget();
        }
        Ok(Outcome::Done(profile_of(row)?))
    }

    pub(crate) async fn replace_password(&self, caller: &Caller, form: ChangePassword) -> Answer<()> {
        let viewer = signed_in(caller)?;
        let owner = match self.prove(caller, &form.current).await? {
            Outcome::Done(owner) => owner,
            Outcome::Refused(reasons) => return Ok(Outcome::Refused(reasons)),
        };
        if let Err(reason) = rules::password(&form.password, &owner.name, &owner.email) {
            return refused(reason);
        }
        let hash = self.passwords.hash(&form.password).await?;
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        let held = account::hold(&tx, tenant, owner.id).await?.ok_or(Failure::SignInRequired)?;
        if held.password_hash != owner.password_hash {
            return refused(AccountRefusal::WrongPassword);
        }
        account::change(&tx, &held, &[(Column::PasswordHash, hash.into())]).await?;
        links::withdraw(&tx, tenant, held.id, Some(Purpose::Reset)).await?;
        sessions::end_all(&tx, tenant, held.id, Some(viewer.session)).await?;
        mail::send(&tx, tenant, &letters::password_changed(caller, &held.email, &held.name), now).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(()))
    }
}

fn profile_of(row: Model) -> kernel::Result<Profile> {
    Ok(Profile {
        account: AccountId(row.id),
        role: row.role()?,
        name: row.name,
        email: row.email,
        pending_email: row.pending_email,
        slug: row.slug,
        bio: row.bio,
    })
}
