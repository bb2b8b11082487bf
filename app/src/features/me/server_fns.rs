//! One's own account, as server functions.

use crate::form::Reply;
use contract::{
    accounts::{Device, Profile},
    failure::Failure,
    ids::SessionId,
};
use leptos::prelude::*;

#[server(endpoint = "profile", input = server_fn::codec::GetUrl)]
pub async fn load_profile() -> Result<Profile, Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.profile(&caller).await
}

#[server(endpoint = "update-profile")]
pub async fn update_profile(name: String, #[server(default)] bio: String) -> Result<Reply<Profile>, Failure> {
    use contract::accounts::UpdateProfile;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.update_profile(&caller, UpdateProfile { name: name.clone(), bio: bio.clone() }).await?;
    Ok(crate::form::reply("profile", &[("name", &name), ("bio", &bio)], Some("me-saved"), outcome))
}

#[server(endpoint = "change-email")]
pub async fn change_email(email: String, password: String) -> Result<Reply<()>, Failure> {
    use contract::accounts::ChangeEmail;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.change_email(&caller, ChangeEmail { email: email.clone(), password }).await?;
    Ok(crate::form::reply("email", &[("email", &email)], Some("me-email-sent"), outcome))
}

#[server(endpoint = "change-password")]
pub async fn change_password(current: String, password: String) -> Result<Reply<()>, Failure> {
    use contract::accounts::ChangePassword;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.change_password(&caller, ChangePassword { current, password }).await?;
    Ok(crate::form::reply("password", &[], Some("me-password-changed"), outcome))
}

#[server(endpoint = "devices", input = server_fn::codec::GetUrl)]
pub async fn devices() -> Result<Vec<Device>, Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.devices(&caller).await
}

#[server(endpoint = "revoke-device")]
pub async fn revoke_device(session: SessionId) -> Result<(), Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.revoke_device(&caller, session).await
}

#[server(endpoint = "revoke-other-devices")]
pub async fn revoke_other_devices() -> Result<(), Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.revoke_other_devices(&caller).await
}

#[server(endpoint = "delete-account")]
pub async fn delete_account(current: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.delete_account(&caller, current).await?;
    if outcome.refusals().is_empty() {
        crate::backend::leave();
    }
    Ok(crate::form::reply("delete-account", &[], None, outcome))
}
