//! Name and bio, and who hears of them.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts, UpdateProfile},
    caller::Role,
};

fn form(name: &str, bio: &str) -> UpdateProfile {
    UpdateProfile { name: name.into(), bio: bio.into() }
}

#[tokio::test]
async fn a_changed_profile_is_seen_at_once_announced_and_keeps_its_address() {
    let install = Install::new().await;
    let id = install.account("dj@example.org", Role::Dj).await;
    let session = install.accounts.sign_in(&install.visitor(), sign_in("dj@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let caller = install.caller(&session).await;
    let profile = install.accounts.update_profile(&caller, form("DJ Danny", "Since **1991**.\r\nLondon.")).await.unwrap().done().unwrap();
    assert_eq!((profile.name.as_str(), profile.bio.as_str(), profile.slug.as_str()), ("DJ Danny", "Since **1991**.\nLondon.", "test-dj"));
    assert_eq!(install.caller(&session).await.viewer.unwrap().name, "DJ Danny");
    let announced = install.announced_profiles().await;
    assert_eq!(announced.len(), 2, "when it was made and when it was changed");
    let last = announced.last().unwrap();
    assert_eq!((last.account, last.name.as_str(), last.slug.as_str(), last.role), (id, "DJ Danny", "test-dj", Role::Dj));
}

#[tokio::test]
async fn faults_of_a_profile_are_told_together() {
    let install = Install::new().await;
    install.account("dj@example.org", Role::Dj).await;
    let caller = install.signed_in("dj@example.org").await;
    let answer = install.accounts.update_profile(&caller, form("x", &"y".repeat(2_001))).await.unwrap();
    assert_eq!(refused(&answer), [AccountRefusal::NameLength, AccountRefusal::BioTooLong]);
    assert_eq!(install.announced_profiles().await.len(), 1);
}
