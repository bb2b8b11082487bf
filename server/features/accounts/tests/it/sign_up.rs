//! Signing up, confirming, and what an address tells about who is known.

use crate::support::*;
use accounts::{Config, Door};
use async_trait::async_trait;
use contract::{
    accounts::{AccountRefusal, Accounts},
    caller::Role,
    ids::TenantId,
    outcome::Outcome,
};
use std::{net::IpAddr, sync::Arc};

#[tokio::test]
async fn signing_up_leads_by_mail_to_a_confirmed_session_and_later_to_sign_in() {
    let install = Install::new().await;
    let form = sign_up("  Zoë  Ball ", " Zoe@Example.org ", PASSWORD);
    assert_eq!(install.accounts.sign_up(&install.visitor(), form).await.unwrap(), Outcome::Done(()));
    let token = install.token("zoe@example.org", "confirm").await;
    let session = install.accounts.confirm(&install.visitor(), token.clone()).await.unwrap().done().unwrap();
    let caller = install.caller(&session).await;
    let viewer = caller.viewer.clone().unwrap();
    assert_eq!((viewer.name.as_str(), viewer.role, viewer.confirmed), ("Zoë Ball", Role::Fan, true));
    let profile = install.accounts.profile(&caller).await.unwrap();
    assert_eq!((profile.email.as_str(), profile.slug.as_str()), ("zoe@example.org", "zoe-ball"));
    let again = install.accounts.confirm(&install.visitor(), token).await.unwrap();
    assert_eq!(refused(&again), [AccountRefusal::LinkExpired], "a link works once");
    install.accounts.sign_out(&caller).await.unwrap();
    assert!(!install.is_signed_in(&session).await);
    let session = install.accounts.sign_in(&install.visitor(), sign_in("ZOE@example.org", PASSWORD)).await.unwrap().done().unwrap();
    assert!(install.is_signed_in(&session).await);
}

#[tokio::test]
async fn a_form_tells_all_its_faults_at_once() {
    let install = Install::new().await;
    let answer = install.accounts.sign_up(&install.visitor(), sign_up("x", "nobody", "short")).await.unwrap();
    assert_eq!(refused(&answer), [AccountRefusal::NameLength, AccountRefusal::EmailInvalid, AccountRefusal::PasswordTooShort]);
    assert!(install.mails().await.is_empty());
}

#[tokio::test]
async fn a_known_address_gets_another_mail_and_the_same_answer() {
    let install = Install::new().await;
    install.account("known@example.org", Role::Fan).await;
    let known = install.accounts.sign_up(&install.visitor(), sign_up("New", "known@example.org", OTHER_PASSWORD)).await.unwrap();
    let unknown = install.accounts.sign_up(&install.visitor(), sign_up("New", "new@example.org", OTHER_PASSWORD)).await.unwrap();
    assert_eq!(known, unknown);
    let mails = install.mails().await;
    let to_known = mails.iter().find(|mail| mail.to == "known@example.org").unwrap();
    assert_eq!(to_known.links(), ["http://localhost:3000/sign-in"], "no way in for whoever asked");
    let wrong = install.accounts.sign_in(&install.visitor(), sign_in("known@example.org", OTHER_PASSWORD)).await.unwrap();
    assert_eq!(refused(&wrong), [AccountRefusal::WrongCredentials], "the password stays");
}

#[tokio::test]
async fn who_reads_the_mail_decides_the_password_not_who_signed_up_first() {
    let install = Install::new().await;
    let accounts = &install.accounts;
    accounts.sign_up(&install.visitor(), sign_up("Thief", "owner@example.org", OTHER_PASSWORD)).await.unwrap();
    let thief = accounts.sign_in(&install.visitor(), sign_in("owner@example.org", OTHER_PASSWORD)).await.unwrap().done().unwrap();
    let stale = install.token("owner@example.org", "confirm").await;
    install.bench.clock.advance_ms(1);
    accounts.sign_up(&install.visitor(), sign_up("Owner", "owner@example.org", PASSWORD)).await.unwrap();
    let token = install.token("owner@example.org", "confirm").await;
    let owner = accounts.confirm(&install.visitor(), token).await.unwrap().done().unwrap();
    assert_eq!(install.caller(&owner).await.viewer.unwrap().name, "Owner");
    assert!(!install.is_signed_in(&thief).await);
    let late = accounts.sign_in(&install.visitor(), sign_in("owner@example.org", OTHER_PASSWORD)).await.unwrap();
    assert_eq!(refused(&late), [AccountRefusal::WrongCredentials]);
    assert_eq!(refused(&accounts.confirm(&install.visitor(), stale).await.unwrap()), [AccountRefusal::LinkExpired]);
}

#[tokio::test]
async fn before_confirmation_nobody_is_in_unless_the_operator_says_so_and_then_they_are_marked() {
    let install = Install::with(Config { sign_in_before_confirmation: true }).await;
    install.accounts.sign_up(&install.visitor(), sign_up("Fan", "fan@example.org", PASSWORD)).await.unwrap();
    assert!(!install.signed_in("fan@example.org").await.viewer.unwrap().confirmed);

    let strict = Install::with(Config::default()).await;
    strict.accounts.sign_up(&strict.visitor(), sign_up("Fan", "fan@example.org", PASSWORD)).await.unwrap();
    let answer = strict.accounts.sign_in(&strict.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap();
    assert_eq!(refused(&answer), [AccountRefusal::WrongCredentials]);
}

#[tokio::test]
async fn a_confirmation_that_waited_too_long_is_worth_nothing() {
    let install = Install::new().await;
    install.accounts.sign_up(&install.visitor(), sign_up("Fan", "fan@example.org", PASSWORD)).await.unwrap();
    let token = install.token("fan@example.org", "confirm").await;
    install.bench.clock.advance_ms(48 * HOUR_MS);
    let late = install.accounts.confirm(&install.visitor(), token).await.unwrap();
    assert_eq!(refused(&late), [AccountRefusal::LinkExpired]);
}

#[tokio::test]
async fn people_of_one_name_have_slugs_of_their_own() {
    let install = Install::new().await;
    for email in ["a@example.org", "b@example.org", "c@example.org"] {
        install.accounts.sign_up(&install.visitor(), sign_up("São João", email, PASSWORD)).await.unwrap();
        install.bench.clock.advance_ms(1);
    }
    let mut slugs = Vec::new();
    for email in ["a@example.org", "b@example.org", "c@example.org"] {
        slugs.push(install.accounts.profile(&install.signed_in(email).await).await.unwrap().slug);
    }
    assert_eq!(slugs, ["sao-joao", "sao-joao-2", "sao-joao-3"]);
}

#[tokio::test]
async fn sign_ups_at_the_same_moment_make_one_account_with_slugs_apart() {
    let install = Install::new().await;
    let accounts = &install.accounts;
    let visitor = install.visitor();
    let one = |email: &str| accounts.sign_up(&visitor, sign_up("Fan", email, PASSWORD));
    let answers = tokio::join!(one("same@example.org"), one("same@example.org"), one("other@example.org"), one("third@example.org"));
    for answer in [answers.0, answers.1, answers.2, answers.3] {
        assert_eq!(answer.unwrap(), Outcome::Done(()));
    }
    let mut slugs = Vec::new();
    for email in ["same@example.org", "other@example.org", "third@example.org"] {
        slugs.push(accounts.profile(&install.signed_in(email).await).await.unwrap().slug);
    }
    slugs.sort();
    assert_eq!(slugs, ["fan", "fan-2", "fan-3"]);
}

/// Lets nobody new in from one network.
struct Closed(IpAddr);

#[async_trait]
impl Door for Closed {
    async fn closed_to_new(&self, _: TenantId, address: IpAddr) -> kernel::Result<Option<u32>> {
        Ok((kernel::network(address) == self.0).then_some(12))
    }
}

#[tokio::test]
async fn nobody_signs_up_from_where_the_door_is_closed() {
    let install = Install::new().await;
    install.accounts.guard(Arc::new(Closed("203.0.113.9".parse().unwrap())));
    let sign_up_from = async |address: &str, email: &str| {
        let mut visitor = install.visitor();
        visitor.origin.address = address.parse().unwrap();
        install.accounts.sign_up(&visitor, sign_up("Zoë Ball", email, PASSWORD)).await.unwrap()
    };
    assert_eq!(refused(&sign_up_from("203.0.113.9", "zoe@example.org").await), [AccountRefusal::NetworkBanned { days: 12 }]);
    assert!(install.mails().await.is_empty());
    assert_eq!(sign_up_from("203.0.113.10", "zoe@example.org").await, Outcome::Done(()));
    install.account("ama@example.org", Role::Fan).await;
    let mut ama = install.visitor();
    ama.origin.address = "203.0.113.9".parse().unwrap();
    let session = install.accounts.sign_in(&ama, sign_in("ama@example.org", PASSWORD)).await.unwrap();
    assert!(session.done().is_some(), "who has an account signs in");
}
