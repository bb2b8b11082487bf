//! Passwords: forgotten, changed.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts, ChangePassword, ResetPassword},
    caller::Role,
    failure::Failure,
    outcome::Outcome,
};

fn reset(token: &str, password: &str) -> ResetPassword {
    ResetPassword { token: token.into(), password: password.into() }
}

fn change(current: &str, password: &str) -> ChangePassword {
    ChangePassword { current: current.into(), password: password.into() }
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail_and_ends_all_sessions() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let accounts = &install.accounts;
    let lost = accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    assert_eq!(accounts.request_reset(&install.visitor(), "Fan@example.org".into()).await.unwrap(), Outcome::Done(()));
    let token = install.token("fan@example.org", "reset").await;
    let weak = accounts.reset_password(&install.visitor(), reset(&token, "password123")).await.unwrap();
    assert_eq!(refused(&weak), [AccountRefusal::PasswordCommon]);
    let fresh = accounts.reset_password(&install.visitor(), reset(&token, OTHER_PASSWORD)).await.unwrap().done().unwrap();
    assert!(install.is_signed_in(&fresh).await, "a weak choice did not use the link up");
    assert!(!install.is_signed_in(&lost).await);
    let again = accounts.reset_password(&install.visitor(), reset(&token, PASSWORD)).await.unwrap();
    assert_eq!(refused(&again), [AccountRefusal::LinkExpired]);
    let old = accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap();
    assert_eq!(refused(&old), [AccountRefusal::WrongCredentials]);
}

#[tokio::test]
async fn asking_for_a_reset_answers_the_same_for_unknown_addresses() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let known = install.accounts.request_reset(&install.visitor(), "fan@example.org".into()).await.unwrap();
    let unknown = install.accounts.request_reset(&install.visitor(), "nobody@example.org".into()).await.unwrap();
    assert_eq!(known, unknown);
    let mails = install.mails().await;
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["fan@example.org"]);
}

#[tokio::test]
async fn a_reset_link_holds_for_an_hour() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    install.accounts.request_reset(&install.visitor(), "fan@example.org".into()).await.unwrap();
    let token = install.token("fan@example.org", "reset").await;
    install.bench.clock.advance_ms(HOUR_MS);
    let late = install.accounts.reset_password(&install.visitor(), reset(&token, OTHER_PASSWORD)).await.unwrap();
    assert_eq!(refused(&late), [AccountRefusal::LinkExpired]);
}

#[tokio::test]
async fn a_link_of_one_purpose_is_none_of_another() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    install.accounts.request_reset(&install.visitor(), "fan@example.org".into()).await.unwrap();
    let token = install.token("fan@example.org", "reset").await;
    assert_eq!(refused(&install.accounts.confirm(&install.visitor(), token.clone()).await.unwrap()), [AccountRefusal::LinkExpired]);
    assert_eq!(refused(&install.accounts.confirm_email(&install.visitor(), token).await.unwrap()), [AccountRefusal::LinkExpired]);
}

#[tokio::test]
async fn a_changed_password_keeps_this_device_ends_the_others_and_tells_its_owner() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let accounts = &install.accounts;
    let other = accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let caller = install.signed_in("fan@example.org").await;
    let wrong = accounts.change_password(&caller, change("not my password", OTHER_PASSWORD)).await.unwrap();
    assert_eq!(refused(&wrong), [AccountRefusal::WrongPassword]);
    let own_address = accounts.change_password(&caller, change(PASSWORD, "fan@example.org")).await.unwrap();
    assert_eq!(refused(&own_address), [AccountRefusal::PasswordCommon]);
    accounts.change_password(&caller, change(PASSWORD, OTHER_PASSWORD)).await.unwrap().done().unwrap();
    assert!(!install.is_signed_in(&other).await);
    assert_eq!(accounts.devices(&caller).await.unwrap().len(), 1);
    assert_eq!(install.mails().await[0].to, "fan@example.org");
    let anonymous = accounts.change_password(&install.visitor(), change(PASSWORD, OTHER_PASSWORD)).await;
    assert_eq!(anonymous, Err(Failure::SignInRequired));
}
