//! Changing the address: wished for with the password, in force once the link to the new one was followed.

use crate::{
    Answer, Service, account,
    entity::account::Column,
    is_taken, letters,
    links::{self, Purpose},
    refused, rules,
    sign_up::may_mail,
};
use contract::{
    accounts::{AccountRefusal, ChangeEmail},
    caller::Caller,
    failure::Failure,
    outcome::Outcome,
};

impl Service {
    pub(crate) async fn wish_email(&self, caller: &Caller, form: ChangeEmail) -> Answer<()> {
        let owner = match self.prove(caller, &form.password).await? {
            Outcome::Done(owner) => owner,
            Outcome::Refused(reasons) => return Ok(Outcome::Refused(reasons)),
        };
        let email = match rules::email(&form.email) {
            Ok(email) => email,
            Err(reason) => return refused(reason),
        };
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        let owner = account::hold(&tx, tenant, owner.id).await?.ok_or(Failure::SignInRequired)?;
        // An earlier wish is given up, also by going back to the address in force.
        links::withdraw(&tx, tenant, owner.id, Some(Purpose::ChangeEmail)).await?;
        let pending = (email != owner.email).then(|| email.clone());
        account::change(&tx, &owner, &[(Column::PendingEmail, pending.clone().into())]).await?;
        if pending.is_some() && may_mail(&tx, caller, &email, now).await? {
            let letter = match account::by_email(&tx, tenant, &email).await? {
                Some(other) => letters::known(caller, &email, &other.name, &other.locale),
                None => {
                    let token = links::issue(&tx, tenant, owner.id, Purpose::ChangeEmail, &email, None, now).await?;
                    letters::with_link(caller, Purpose::ChangeEmail, &email, &owner.name, &token)
                }
            };
            mail::send(&tx, tenant, &letter, now).await?;
        }
        tx.commit().await?;
        Ok(Outcome::Done(()))
    }

    /// The link is followed wherever the mail is read, so nobody needs to be signed in.
    pub(crate) async fn follow_email(&self, caller: &Caller, token: &str) -> Answer<()> {
        let (tenant, now) = (caller.tenant, self.kernel.now());
        let tx = self.kernel.database.write().await?;
        let Some(link) = links::look_up(&tx, tenant, Purpose::ChangeEmail, token, now).await? else {
            return refused(AccountRefusal::LinkExpired);
        };
        let owner = account::hold(&tx, tenant, link.account_id).await?;
        let Some(owner) = owner.filter(|owner| owner.pending_email.as_ref() == Some(&link.email)) else {
            return refused(AccountRefusal::LinkExpired);
        };
        if !links::consume(&tx, &link).await? {
            return refused(AccountRefusal::LinkExpired);
        }
        let columns = [
            (Column::Email, link.email.clone().into()),
            (Column::PendingEmail, None::<String>.into()),
            (Column::ConfirmedAt, Some(now.0).into()),
        ];
        match account::change(&tx, &owner, &columns).await {
            // Someone else has confirmed the address since the link was sent.
            Err(error) if is_taken(&error) => return refused(AccountRefusal::LinkExpired),
            changed => changed?,
        }
        // Links that went to the old address must not open the account any more.
        links::withdraw(&tx, tenant, owner.id, None).await?;
        mail::send(&tx, tenant, &letters::address_changed(&owner.email, &owner.name, &owner.locale), now).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(()))
    }
}
