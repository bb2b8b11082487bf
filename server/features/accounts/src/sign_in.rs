//! Signing in and out, and asking again for the password of someone who is signed in.

use crate::{
    Answer, Service, account,
    entity::account::Model,
    limits::{self, Place},
    refused, rules, sessions, signed_in,
};
use contract::{
    accounts::{AccountRefusal, SignIn, SignedIn},
    caller::Caller,
    failure::Failure,
    outcome::Outcome,
};

impl Service {
    pub(crate) async fn begin_session(&self, caller: &Caller, form: SignIn) -> Answer<SignedIn> {
        let tenant = caller.tenant;
        let email = rules::normalised(&form.email);
        let subject = limits::sign_in_of(&email);
        let place = match self.count_attempt(caller, &subject).await? {
            Ok(place) => place,
            Err(minutes) => return refused(AccountRefusal::TooManyAttempts { minutes }),
        };
        let found = account::by_email(self.kernel.database.read(), tenant, &email).await?;
        let hash = found.as_ref().map(|owner| owner.password_hash.as_str());
        let matches = self.passwords.verify(hash, &form.password).await?;
        let may_enter = |owner: &Model| owner.confirmed_at.is_some() || self.config.sign_in_before_confirmation;
        let Some(found) = found.filter(|owner| matches && may_enter(owner)) else {
            return refused(AccountRefusal::WrongCredentials);
        };
        let tx = self.kernel.database.write().await?;
        // The password may have been changed while it was checked.
        let owner = account::hold(&tx, tenant, found.id).await?;
        let Some(owner) = owner.filter(|owner| owner.password_hash == found.password_hash) else {
            return refused(AccountRefusal::WrongCredentials);
        };
        limits::forget(&tx, tenant, &subject).await?;
        // One place only: who knows one password must not win twenty more guesses at others with it.
        limits::give_back(&tx, tenant, place).await?;
        let session = sessions::open(&self.kernel, &tx, caller, &owner).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(session))
    }

    /// Counts a sign-in before it is checked; gives the place it takes among those of its address.
    async fn count_attempt(&self, caller: &Caller, subject: &str) -> kernel::Result<Result<Place, u32>> {
        let now = self.kernel.now();
        let _one_by_one = self.counting.lock().await;
        let tx = self.kernel.database.write().await?;
        if let Err(minutes) = limits::take(&tx, caller.tenant, subject, limits::SIGN_IN_OF_ACCOUNT, now).await? {
            return Ok(Err(minutes));
        }
        let from = limits::sign_in_from(caller.origin.address);
        let place = limits::take(&tx, caller.tenant, &from, limits::SIGN_IN_FROM_ADDRESS, now).await?;
        if place.is_ok() {
            tx.commit().await?;
        }
        Ok(place)
    }

    async fn count_proof(&self, caller: &Caller, subject: &str) -> kernel::Result<Result<Place, u32>> {
        let _one_by_one = self.counting.lock().await;
        let tx = self.kernel.database.write().await?;
        let place = limits::take(&tx, caller.tenant, subject, limits::SIGN_IN_OF_ACCOUNT, self.kernel.now()).await?;
        tx.commit().await?;
        Ok(place)
    }

    pub(crate) async fn end_session(&self, caller: &Caller) -> kernel::Result<()> {
        match &caller.viewer {
            Some(viewer) => self.end_device(caller, viewer.session).await,
            None => Ok(()),
        }
    }

    /// The viewer's account, if the password is theirs: someone at an open laptop must not get further.
    pub(crate) async fn prove(&self, caller: &Caller, password: &str) -> Answer<Model> {
        let viewer = signed_in(caller)?;
        let (tenant, subject) = (caller.tenant, limits::password_of(viewer.account.0));
        if let Err(minutes) = self.count_proof(caller, &subject).await? {
            return refused(AccountRefusal::TooManyAttempts { minutes });
        }
        let owner = account::by_id(self.kernel.database.read(), tenant, viewer.account.0).await?;
        let owner = owner.ok_or(Failure::SignInRequired)?;
        if !self.passwords.verify(Some(&owner.password_hash), password).await? {
            return refused(AccountRefusal::WrongPassword);
        }
        let tx = self.kernel.database.write().await?;
        limits::forget(&tx, tenant, &subject).await?;
        tx.commit().await?;
        Ok(Outcome::Done(owner))
    }
}
