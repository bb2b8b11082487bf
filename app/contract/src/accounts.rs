//! People: sign-up, sign-in, devices, roles.

use crate::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, SessionId},
    outcome::Outcome,
    page::Page,
    refusals,
    shown::ShownTime,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignUp {
    pub name: String,
    pub email: String,
    pub password: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignIn {
    pub email: String,
    pub password: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResetPassword {
    pub token: String,
    pub password: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeEmail {
    pub email: String,
    pub password: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangePassword {
    pub current: String,
    pub password: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateProfile {
    pub name: String,
    /// Markdown, at most 2,000 characters; shown on the profile of a DJ.
    pub bio: String,
}

/// A fresh session. `secret` goes into the cookie and is stored nowhere but there.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    pub account: AccountId,
    pub secret: String,
    pub role: Role,
}

/// What the Me page shows of its owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    /// An address that waits for its confirmation.
    pub pending_email: Option<String>,
    pub role: Role,
    /// Address of the public profile, for DJs and above: `/djs/{slug}`.
    pub slug: String,
    pub bio: String,
}

/// A signed-in device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Device {
    pub session: SessionId,
    /// Short and readable, such as `Firefox on Linux`.
    pub label: String,
    pub last_seen: ShownTime,
    pub current: bool,
}

/// A row of the admins' list of people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub joined: ShownTime,
}

refusals! {
    /// Why an account form was declined. Never tells whether an address is known.
    pub enum AccountRefusal {
        NameLength => "accounts-refused-name-length" on "name",
        EmailInvalid => "accounts-refused-email-invalid" on "email",
        PasswordTooShort => "accounts-refused-password-too-short" on "password",
        PasswordTooLong => "accounts-refused-password-too-long" on "password",
        PasswordCommon => "accounts-refused-password-common" on "password",
        /// Same answer for an unknown address and a wrong password.
        WrongCredentials => "accounts-refused-credentials",
        WrongPassword => "accounts-refused-wrong-password" on "current",
        TooManyAttempts { minutes: u32 } => "accounts-refused-too-many",
        /// Somebody was sent away who came from the same network.
        NetworkBanned { days: u32 } => "accounts-refused-network-banned",
        LinkExpired => "accounts-refused-link-expired",
        BioTooLong => "accounts-refused-bio-too-long" on "bio",
        LastAdmin => "accounts-refused-last-admin",
        RoleTooHigh => "accounts-refused-role",
    }
}

type Answer<T> = Result<Outcome<T, AccountRefusal>, Failure>;

#[async_trait]
pub trait Accounts: Send + Sync {
    /// Sends a link to the address; a known address gets a mail that says so. The answer is the same.
    async fn sign_up(&self, caller: &Caller, form: SignUp) -> Answer<()>;
    /// Follows the link of the mail: confirms the address and signs in.
    async fn confirm(&self, caller: &Caller, token: String) -> Answer<SignedIn>;
    async fn sign_in(&self, caller: &Caller, form: SignIn) -> Answer<SignedIn>;
    async fn sign_out(&self, caller: &Caller) -> Result<(), Failure>;
    /// Sends a reset link if the address is known. The answer is the same.
    async fn request_reset(&self, caller: &Caller, email: String) -> Answer<()>;
    /// Sets a new password, ends all other sessions and signs in.
    async fn reset_password(&self, caller: &Caller, form: ResetPassword) -> Answer<SignedIn>;
    async fn profile(&self, caller: &Caller) -> Result<Profile, Failure>;
    async fn update_profile(&self, caller: &Caller, form: UpdateProfile) -> Answer<Profile>;
    /// The new address counts once its link was followed (`confirm_email`).
    async fn change_email(&self, caller: &Caller, form: ChangeEmail) -> Answer<()>;
    async fn confirm_email(&self, caller: &Caller, token: String) -> Answer<()>;
    /// Ends all other sessions.
    async fn change_password(&self, caller: &Caller, form: ChangePassword) -> Answer<()>;
    async fn devices(&self, caller: &Caller) -> Result<Vec<Device>, Failure>;
    async fn revoke_device(&self, caller: &Caller, session: SessionId) -> Result<(), Failure>;
    async fn revoke_other_devices(&self, caller: &Caller) -> Result<(), Failure>;
    /// Deletes the account and everything personal in it.
    async fn delete_account(&self, caller: &Caller, password: String) -> Answer<()>;
    /// Admins see the tenant's people, 50 a page; `words` searches names and addresses.
    async fn people(&self, caller: &Caller, words: String, page: u32) -> Result<Page<Person>, Failure>;
    /// Admins give roles up to their own.
    async fn set_role(&self, caller: &Caller, account: AccountId, role: Role) -> Answer<()>;
}
