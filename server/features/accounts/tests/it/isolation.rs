//! A second tenant on the same install sees and can do nothing here.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts, ChangeEmail, ChangePassword, ResetPassword, UpdateProfile},
    caller::{Caller, Role},
    failure::Failure,
    outcome::Outcome,
};
use testing::visitor;

#[tokio::test]
async fn sessions_links_and_passwords_hold_in_their_own_tenant_only() {
    let install = Install::new().await;
    let elsewhere = install.bench.tenant();
    install.account("fan@example.org", Role::Fan).await;
    let session = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    assert!(install.is_signed_in(&session).await);
    assert_eq!(install.accounts.viewer(elsewhere, &session.secret).await.unwrap(), None, "also from memory");
    let stranger = install.accounts.sign_in(&visitor(elsewhere), sign_in("fan@example.org", PASSWORD)).await.unwrap();
    assert_eq!(refused(&stranger), [AccountRefusal::WrongCredentials]);

    install.accounts.request_reset(&install.visitor(), "fan@example.org".into()).await.unwrap();
    let token = install.token("fan@example.org", "reset").await;
    let form = ResetPassword { token, password: OTHER_PASSWORD.into() };
    let stolen = install.accounts.reset_password(&visitor(elsewhere), form.clone()).await.unwrap();
    assert_eq!(refused(&stolen), [AccountRefusal::LinkExpired]);
    assert!(matches!(install.accounts.reset_password(&install.visitor(), form).await.unwrap(), Outcome::Done(_)));

    install.bench.clock.advance_ms(1);
    install.accounts.sign_up(&install.visitor(), sign_up("New", "new@example.org", PASSWORD)).await.unwrap();
    let token = install.token("new@example.org", "confirm").await;
    assert_eq!(refused(&install.accounts.confirm(&visitor(elsewhere), token).await.unwrap()), [AccountRefusal::LinkExpired]);
}

#[tokio::test]
async fn one_address_is_two_people_in_two_tenants() {
    let install = Install::new().await;
    let elsewhere = install.bench.tenant();
    let here = install.account("fan@example.org", Role::Fan).await;
    let there = install.account_in(elsewhere, "fan@example.org", Role::Admin).await;
    assert_ne!(here, there);
    let fan = install.signed_in("fan@example.org").await;
    let admin = install.signed_in_to(elsewhere, "fan@example.org").await;
    assert_eq!(install.accounts.people(&admin, String::new(), 1).await.unwrap().total, 1);
    install.accounts.delete_account(&fan, PASSWORD.into()).await.unwrap().done().unwrap();
    assert_eq!(install.accounts.profile(&admin).await.unwrap().account, there);
}

#[tokio::test]
async fn an_admin_of_one_tenant_reaches_nobody_of_another() {
    let install = Install::new().await;
    let fan = install.account("fan@example.org", Role::Fan).await;
    let own = install.signed_in("fan@example.org").await;
    let elsewhere = install.bench.tenant();
    install.account_in(elsewhere, "admin@example.org", Role::Operator).await;
    let admin = install.signed_in_to(elsewhere, "admin@example.org").await;
    assert_eq!(install.accounts.set_role(&admin, fan, Role::Moderator).await, Err(Failure::NotFound));
    let found = install.accounts.people(&admin, "fan".into(), 1).await.unwrap();
    assert_eq!(found.total, 0);
    assert_eq!(install.accounts.grant_role(elsewhere, "fan@example.org", Role::Admin).await.unwrap(), None);

    // Even with the fan's identity, the other tenant's door leads nowhere.
    let disguised = Caller { viewer: own.viewer.clone(), ..visitor(elsewhere) };
    let accounts = &install.accounts;
    assert_eq!(accounts.profile(&disguised).await, Err(Failure::SignInRequired));
    assert!(accounts.devices(&disguised).await.unwrap().is_empty());
    accounts.revoke_other_devices(&disguised).await.unwrap();
    accounts.revoke_device(&disguised, own.viewer.clone().unwrap().session).await.unwrap();
    accounts.sign_out(&disguised).await.unwrap();
    let profile = UpdateProfile { name: "Changed".into(), bio: String::new() };
    assert_eq!(accounts.update_profile(&disguised, profile).await, Err(Failure::SignInRequired));
    let password = ChangePassword { current: PASSWORD.into(), password: OTHER_PASSWORD.into() };
    assert_eq!(accounts.change_password(&disguised, password).await, Err(Failure::SignInRequired));
    let email = ChangeEmail { email: "new@example.org".into(), password: PASSWORD.into() };
    assert_eq!(accounts.change_email(&disguised, email).await, Err(Failure::SignInRequired));
    assert_eq!(accounts.delete_account(&disguised, PASSWORD.into()).await, Err(Failure::SignInRequired));
    assert_eq!(accounts.devices(&own).await.unwrap().len(), 1, "the fan noticed nothing");
    assert_eq!(accounts.profile(&own).await.unwrap().name, "Test fan");
}
