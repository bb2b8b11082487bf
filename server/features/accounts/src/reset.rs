//! A forgotten password: the link, and the new password.

use crate::{
    Answer, Service, account,
    entity::account::Column,
    letters, limits,
    links::{self, Purpose},
    refused, rules, sessions,
    sign_up::may_mail,
};
use contract::{
    accounts::{AccountRefusal, ResetPassword, SignedIn},
    caller::Caller,
    outcome::Outcome,
};

impl Service {
    pub(crate) async fn send_reset(&self, caller: &Caller, email: &str) -> Answer<()> {
        let email = match rules::email(email) {
            Ok(email) => email,
            Err(reason) => return refused(reason),
        };
        let (tenant, now) = (caller.tenant, self.kernel.now());
        // Hides the milliseconds that a letter costs; with the limit on tries there are too few of them to average it out.
        self.passwords.pretend().await?;
        let tx = self.kernel.database.write().await?;
        if !may_mail(&tx, caller, &email, now).await? {
            return Ok(Outcome::Done(()));
        }
        if let Some(owner) = account::by_email(&tx, tenant, &email).await? {
            let token = links::issue(&tx, tenant, owner.id, Purpose::Reset, &email, None, now).await?;
            let letter = letters::with_link(caller, Purpose::Reset, &email, &owner.name, &token);
            mail::send(&tx, tenant, &letter, now).await?;
        }
        tx.commit().await?;
        Ok(Outcome::Done(()))
    }

    pub(crate) async fn follow_reset(&self, caller: &Caller, form: ResetPassword) -> Answer<SignedIn> {
        let tenant = caller.tenant;
        let db = self.kernel.database.read();
        let Some(link) = links::look_up(db, tenant, Purpose::Reset, &form.token, self.kernel.now()).await? else {
            return refused(AccountRefusal::LinkExpired);
        };
        let owner = account::by_id(db, tenant, link.account_id).await?;
        let Some(owner) = owner.filter(|owner| owner.email == link.email) else { return refused(AccountRefusal::LinkExpired) };
        // Before the link is used up: a weak choice must not cost a new mail.
        if let Err(reason) = rules::password(&form.password, &owner.name, &owner.email) {
            return refused(reason);
        }
        let hash = self.passwords.hash(&form.password).await?;
        let now = self.kernel.now();
        let tx = self.kernel.database.write().await?;
        let owner = account::hold(&tx, tenant, owner.id).await?;
        let Some(owner) = owner.filter(|owner| owner.email == link.email) else { return refused(AccountRefusal::LinkExpired) };
        if !links::consume(&tx, &link).await? {
            return refused(AccountRefusal::LinkExpired);
        }
        // The link came by mail, so it confirms the address too.
        let confirmed_at = owner.confirmed_at.or(Some(now.0));
        account::change(&tx, &owner, &[(Column::PasswordHash, hash.into()), (Column::ConfirmedAt, confirmed_at.into())]).await?;
        links::withdraw(&tx, tenant, owner.id, None).await?;
        limits::forget(&tx, tenant, &limits::sign_in_of(&owner.email)).await?;
        sessions::end_all(&tx, tenant, owner.id, None).await?;
        let session = sessions::open(&self.kernel, &tx, caller, &owner).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(session))
    }
}
