//! Coming in, as server functions. Each answers a plain POST too: it redirects, or leaves a flash.

use crate::form::Reply;
use contract::failure::Failure;
use leptos::prelude::*;

#[server(endpoint = "sign-up")]
pub async fn sign_up(name: String, email: String, password: String) -> Result<Reply<()>, Failure> {
    use contract::accounts::SignUp;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.sign_up(&caller, SignUp { name: name.clone(), email: email.clone(), password }).await?;
    Ok(crate::form::reply("sign-up", &[("name", &name), ("email", &email)], Some("accounts-check-mail"), outcome))
}

#[server(endpoint = "sign-in")]
pub async fn sign_in(email: String, password: String) -> Result<Reply<()>, Failure> {
    use contract::accounts::SignIn;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.sign_in(&caller, SignIn { email: email.clone(), password }).await?;
    Ok(crate::form::reply("sign-in", &[("email", &email)], None, crate::backend::enter(outcome)))
}

/// Follows the link of the mail.
#[server(endpoint = "confirm")]
pub async fn confirm(token: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.confirm(&caller, token).await?;
    Ok(crate::form::reply("confirm", &[], None, crate::backend::enter(outcome)))
}

#[server(endpoint = "confirm-email")]
pub async fn confirm_email(token: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.confirm_email(&caller, token).await?;
    Ok(crate::form::reply("confirm-email", &[], Some("accounts-email-changed"), outcome))
}

#[server(endpoint = "forgot")]
pub async fn request_reset(email: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.request_reset(&caller, email.clone()).await?;
    Ok(crate::form::reply("forgot", &[("email", &email)], Some("accounts-reset-sent"), outcome))
}

#[server(endpoint = "reset")]
pub async fn reset_password(token: String, password: String) -> Result<Reply<()>, Failure> {
    use contract::accounts::ResetPassword;
    let (caller, services) = crate::backend::request();
    let outcome = services.accounts.reset_password(&caller, ResetPassword { token, password }).await?;
    Ok(crate::form::reply("reset", &[], None, crate::backend::enter(outcome)))
}

#[server(endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.sign_out(&caller).await?;
    crate::backend::leave();
    Ok(())
}
