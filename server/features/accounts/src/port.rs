//! The contract's trait, each method one line: this is the edge where internal errors are logged.

use crate::Service;
use async_trait::async_trait;
use contract::{
    accounts::*,
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, SessionId},
    outcome::Outcome,
    page::Page,
};
use kernel::OrFail;

type Answer<T> = Result<Outcome<T, AccountRefusal>, Failure>;

#[async_trait]
impl Accounts for Service {
    async fn sign_up(&self, caller: &Caller, form: SignUp) -> Answer<()> {
        self.register(caller, form).await.or_fail(caller)
    }

    async fn confirm(&self, caller: &Caller, token: String) -> Answer<SignedIn> {
        self.follow_confirmation(caller, &token).await.or_fail(caller)
    }

    async fn sign_in(&self, caller: &Caller, form: SignIn) -> Answer<SignedIn> {
        self.begin_session(caller, form).await.or_fail(caller)
    }

    async fn sign_out(&self, caller: &Caller) -> Result<(), Failure> {
        self.end_session(caller).await.or_fail(caller)
    }

    async fn request_reset(&self, caller: &Caller, email: String) -> Answer<()> {
        self.send_reset(caller, &email).await.or_fail(caller)
    }

    async fn reset_password(&self, caller: &Caller, form: ResetPassword) -> Answer<SignedIn> {
        self.follow_reset(caller, form).await.or_fail(caller)
    }

    async fn profile(&self, caller: &Caller) -> Result<Profile, Failure> {
        self.own_profile(caller).await.or_fail(caller)
    }

    async fn update_profile(&self, caller: &Caller, form: UpdateProfile) -> Answer<Profile> {
        self.save_profile(caller, form).await.or_fail(caller)
    }

    async fn change_email(&self, caller: &Caller, form: ChangeEmail) -> Answer<()> {
        self.wish_email(caller, form).await.or_fail(caller)
    }

    async fn confirm_email(&self, caller: &Caller, token: String) -> Answer<()> {
        self.follow_email(caller, &token).await.or_fail(caller)
    }

    async fn change_password(&self, caller: &Caller, form: ChangePassword) -> Answer<()> {
        self.replace_password(caller, form).await.or_fail(caller)
    }

    async fn devices(&self, caller: &Caller) -> Result<Vec<Device>, Failure> {
        self.list_devices(caller).await.or_fail(caller)
    }

    async fn revoke_device(&self, caller: &Caller, session: SessionId) -> Result<(), Failure> {
        self.end_device(caller, session).await.or_fail(caller)
    }

    async fn revoke_other_devices(&self, caller: &Caller) -> Result<(), Failure> {
        self.end_other_devices(caller).await.or_fail(caller)
    }

    async fn delete_account(&self, caller: &Caller, password: String) -> Answer<()> {
        self.delete(caller, &password).await.or_fail(caller)
    }

    async fn people(&self, caller: &Caller, words: String, page: u32) -> Result<Page<Person>, Failure> {
        self.list_people(caller, &words, page).await.or_fail(caller)
    }

    async fn set_role(&self, caller: &Caller, account: AccountId, role: Role) -> Answer<()> {
        self.change_role(caller, account, role).await.or_fail(caller)
    }
}
