//! Changing the address.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts, ChangeEmail},
    caller::Role,
    outcome::Outcome,
};

fn change(email: &str, password: &str) -> ChangeEmail {
    ChangeEmail { email: email.into(), password: password.into() }
}

#[tokio::test]
async fn a_new_address_counts_once_its_link_was_followed_and_the_old_one_hears_of_it() {
    let install = Install::new().await;
    install.account("old@example.org", Role::Fan).await;
    let caller = install.signed_in("old@example.org").await;
    let wrong = install.accounts.change_email(&caller, change("new@example.org", "not the password")).await.unwrap();
    assert_eq!(refused(&wrong), [AccountRefusal::WrongPassword]);
    install.accounts.change_email(&caller, change("New@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let profile = install.accounts.profile(&caller).await.unwrap();
    assert_eq!((profile.email.as_str(), profile.pending_email.as_deref()), ("old@example.org", Some("new@example.org")));
    let token = install.token("new@example.org", "confirm-email").await;
    install.bench.clock.advance_ms(1);
    install.accounts.confirm_email(&install.visitor(), token.clone()).await.unwrap().done().unwrap();
    let profile = install.accounts.profile(&caller).await.unwrap();
    assert_eq!((profile.email.as_str(), profile.pending_email), ("new@example.org", None));
    assert_eq!(install.mails().await[0].to, "old@example.org");
    assert_eq!(refused(&install.accounts.confirm_email(&install.visitor(), token).await.unwrap()), [AccountRefusal::LinkExpired]);
    install.signed_in("new@example.org").await;
}

#[tokio::test]
async fn wishing_for_a_taken_address_looks_the_same_and_changes_nothing() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    install.account("taken@example.org", Role::Fan).await;
    let caller = install.signed_in("fan@example.org").await;
    assert_eq!(install.accounts.change_email(&caller, change("taken@example.org", PASSWORD)).await.unwrap(), Outcome::Done(()));
    assert_eq!(install.accounts.profile(&caller).await.unwrap().pending_email.as_deref(), Some("taken@example.org"));
    let mails = install.mails().await;
    assert_eq!((mails[0].to.as_str(), mails[0].links()), ("taken@example.org", vec!["http://localhost:3000/sign-in"]));
}

#[tokio::test]
async fn an_address_confirmed_by_someone_else_meanwhile_is_lost() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let caller = install.signed_in("fan@example.org").await;
    install.accounts.change_email(&caller, change("shared@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let token = install.token("shared@example.org", "confirm-email").await;
    install.account("shared@example.org", Role::Fan).await;
    let late = install.accounts.confirm_email(&caller, token).await.unwrap();
    assert_eq!(refused(&late), [AccountRefusal::LinkExpired]);
    assert_eq!(install.accounts.profile(&caller).await.unwrap().email, "fan@example.org");
}

#[tokio::test]
async fn a_newer_wish_ends_the_older_one_and_a_link_holds_for_a_day() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let caller = install.signed_in("fan@example.org").await;
    install.accounts.change_email(&caller, change("one@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let older = install.token("one@example.org", "confirm-email").await;
    install.bench.clock.advance_ms(1);
    install.accounts.change_email(&caller, change("two@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let newer = install.token("two@example.org", "confirm-email").await;
    assert_eq!(refused(&install.accounts.confirm_email(&caller, older).await.unwrap()), [AccountRefusal::LinkExpired]);
    install.bench.clock.advance_ms(DAY_MS);
    assert_eq!(refused(&install.accounts.confirm_email(&caller, newer).await.unwrap()), [AccountRefusal::LinkExpired]);
}
