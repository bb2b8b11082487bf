//! Sessions as devices: listed, revoked, prolonged, run out.

use crate::support::*;
use contract::{accounts::Accounts, caller::Role, failure::Failure, shown::Timestamp};
use testing::NOON;

#[tokio::test]
async fn people_see_their_devices_and_end_each_or_all_others() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let mut phone = install.visitor();
    phone.origin.user_agent =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/1 Safari/604".into();
    let phone = install.accounts.sign_in(&phone, sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let tablet = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    install.bench.clock.advance_ms(MINUTE_MS);
    let caller = install.signed_in("fan@example.org").await;
    let devices = install.accounts.devices(&caller).await.unwrap();
    assert_eq!(devices.iter().filter(|device| device.current).count(), 1);
    assert!(devices[0].current && devices[0].label == "Firefox on Linux");
    assert_eq!(devices[1].last_seen.at, NOON);
    let on_phone = devices.iter().find(|device| device.label == "Safari on iPhone").unwrap();
    assert!(install.is_signed_in(&phone).await, "held in memory before it is revoked");
    install.accounts.revoke_device(&caller, on_phone.session).await.unwrap();
    assert!(!install.is_signed_in(&phone).await, "at once");
    assert!(install.is_signed_in(&tablet).await);
    install.accounts.revoke_other_devices(&caller).await.unwrap();
    assert!(!install.is_signed_in(&tablet).await);
    assert_eq!(install.accounts.devices(&caller).await.unwrap().len(), 1);
}

#[tokio::test]
async fn nobody_ends_the_devices_of_someone_else() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    install.account("admin@example.org", Role::Admin).await;
    let fan = install.signed_in("fan@example.org").await;
    let admin = install.signed_in("admin@example.org").await;
    install.accounts.revoke_device(&admin, fan.viewer.clone().unwrap().session).await.unwrap();
    assert_eq!(install.accounts.devices(&fan).await.unwrap().len(), 1);
    assert_eq!(install.accounts.devices(&install.visitor()).await, Err(Failure::SignInRequired));
}

#[tokio::test]
async fn a_session_in_use_goes_on_and_one_left_alone_ends_after_ninety_days() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let sign_in = async || install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await;
    let used = sign_in().await.unwrap().done().unwrap();
    let left = sign_in().await.unwrap().done().unwrap();
    install.bench.clock.advance_ms(60 * DAY_MS);
    assert!(install.is_signed_in(&used).await);
    install.bench.clock.advance_ms(31 * DAY_MS);
    assert!(install.is_signed_in(&used).await);
    assert!(!install.is_signed_in(&left).await);
    install.accounts.prune().await.unwrap();
    let devices = install.accounts.devices(&install.caller(&used).await).await.unwrap();
    assert_eq!(devices.len(), 1);
}

#[tokio::test]
async fn a_device_was_last_seen_within_five_minutes() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let session = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let seen = async || install.accounts.devices(&install.caller(&session).await).await.unwrap()[0].last_seen.at;
    install.bench.clock.advance_ms(4 * MINUTE_MS);
    assert_eq!(seen().await, NOON, "not worth a write");
    install.bench.clock.advance_ms(2 * MINUTE_MS);
    assert_eq!(seen().await, Timestamp(NOON.0 + 6 * MINUTE_MS));
}

#[tokio::test]
async fn signing_in_again_replaces_the_session_that_came_with_it() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let first = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let caller = install.caller(&first).await;
    let second = install.accounts.sign_in(&caller, sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    assert_ne!(first.secret, second.secret);
    assert!(!install.is_signed_in(&first).await && install.is_signed_in(&second).await);
}

#[tokio::test]
async fn a_made_up_secret_is_nobody() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    for secret in ["", "short", &"A".repeat(43), &"é".repeat(43), &"A".repeat(10_000)] {
        assert_eq!(install.accounts.viewer(install.tenant, secret).await.unwrap(), None);
    }
}
