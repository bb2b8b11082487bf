//! Signing up and following the link that confirms the address.

use crate::{
    Answer, Service, account, create,
    entity::account::Column,
    events, is_taken, letters, limits,
    links::{self, Purpose, Wish},
    refused, rules, sessions,
};
use contract::{
    accounts::{AccountRefusal, SignUp, SignedIn},
    caller::Caller,
    outcome::Outcome,
    shown::Timestamp,
};
use sea_orm::ConnectionTrait;

impl Service {
    pub(crate) async fn register(&self, caller: &Caller, form: SignUp) -> Answer<()> {
        let (name, email) = (rules::name(&form.name), rules::email(&form.email));
        let password = rules::password(&form.password, &form.name, &rules::normalised(&form.email));
        let (name, email) = match (name, email, password) {
            (Ok(name), Ok(email), Ok(())) => (name, email),
            (name, email, password) => {
                return Ok(Outcome::Refused([name.err(), email.err(), password.err()].into_iter().flatten().collect()));
            }
        };
        if let Some(door) = self.door.get()
            && let Some(days) = door.closed_to_new(caller.tenant, caller.origin.address).await?
        {
            return refused(AccountRefusal::NetworkBanned { days });
        }
        // Also for an address that is known, so that the answer takes as long.
        let password_hash = self.passwords.hash(&form.password).await?;
        let mut tries = 1;
        loop {
            match self.welcome(caller, &name, &email, &password_hash).await {
                Err(error) if is_taken(&error) && tries < create::TRIES => tries += 1,
                Err(error) => return Err(error),
                Ok(()) => return Ok(Outcome::Done(())),
            }
        }
    }

    async fn welcome(&self, caller: &Caller, name: &str, email: &str, password_hash: &str) -> kernel::Result<()> {
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        if !may_mail(&tx, caller, email, now).await? {
            return Ok(());
        }
        let known = account::by_email(&tx, tenant, email).await?;
        let letter = match known {
            Some(owner) if owner.confirmed_at.is_some() => letters::known(caller, email, &owner.name, &owner.locale),
            waiting => {
                let id = match waiting {
                    Some(waiting) => waiting.id,
                    None => {
                        let slug = create::free_slug(&tx, tenant, name).await?;
                        let id = self.kernel.ids.next();
                        let row = create::unconfirmed(id, tenant, name, slug, email, password_hash, &caller.locale, now);
                        create::insert(&tx, &row).await?;
                        id
                    }
                };
                let wish = Wish { name: name.to_owned(), password_hash: password_hash.to_owned() };
                let token = links::issue(&tx, tenant, id, Purpose::Confirm, email, Some(wish), now).await?;
                letters::with_link(caller, Purpose::Confirm, email, name, &token)
            }
        };
        mail::send(&tx, tenant, &letter, now).await?;
        Ok(tx.commit().await?)
    }

    pub(crate) async fn follow_confirmation(&self, caller: &Caller, token: &str) -> Answer<SignedIn> {
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        let Some(link) = links::look_up(&tx, tenant, Purpose::Confirm, token, now).await? else {
            return refused(AccountRefusal::LinkExpired);
        };
        let owner = account::hold(&tx, tenant, link.account_id).await?;
        let Some(mut owner) = owner.filter(|owner| owner.email == link.email && owner.confirmed_at.is_none()) else {
            return refused(AccountRefusal::LinkExpired);
        };
        if !links::consume(&tx, &link).await? {
            return refused(AccountRefusal::LinkExpired);
        }
        // Several people may have signed up with this address; the one who reads its mail decides name and password.
        if let Some(hash) = link.password_hash.filter(|hash| *hash != owner.password_hash) {
            sessions::end_all(&tx, tenant, owner.id, None).await?;
            owner.password_hash = hash;
            owner.name = link.name.unwrap_or(owner.name);
        }
        let columns = [
            (Column::ConfirmedAt, Some(now.0).into()),
            (Column::PasswordHash, owner.password_hash.clone().into()),
            (Column::Name, owner.name.clone().into()),
        ];
        account::change(&tx, &owner, &columns).await?;
        links::withdraw(&tx, tenant, owner.id, None).await?;
        events::announce(&self.kernel, &tx, &owner, now).await?;
        let session = sessions::open(&self.kernel, &tx, caller, &owner).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(session))
    }
}

/// Whether a mail may go to this address because of this caller. Over the limit nothing is said: that would tell who else asked.
pub(crate) async fn may_mail(tx: &impl ConnectionTrait, caller: &Caller, email: &str, now: Timestamp) -> kernel::Result<bool> {
    let from = limits::mail_from(caller.origin.address);
    Ok(limits::take(tx, caller.tenant, &from, limits::MAIL_FROM_ADDRESS, now).await?.is_ok()
        && limits::take(tx, caller.tenant, &limits::mail_to(email), limits::MAIL_TO, now).await?.is_ok())
}
