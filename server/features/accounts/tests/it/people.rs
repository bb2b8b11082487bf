//! Admins and roles.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts},
    caller::Role,
    failure::Failure,
    ids::AccountId,
};

#[tokio::test]
async fn admins_find_people_by_name_and_address() {
    let install = Install::new().await;
    install.account("admin@example.org", Role::Admin).await;
    install.account("fan_one@example.org", Role::Fan).await;
    install.account("fan%two@example.net", Role::Fan).await;
    let admin = install.signed_in("admin@example.org").await;
    for (words, expected) in [("", 3), ("FAN", 2), ("n_o", 1), ("%", 1), ("test example.org", 2), ("!", 0), ("nobody", 0)] {
        let page = install.accounts.people(&admin, words.into(), 1).await.unwrap();
        assert_eq!((page.total, page.items.len()), (expected, expected as usize), "{words:?}");
    }
    let beyond = install.accounts.people(&admin, String::new(), 99).await.unwrap();
    assert_eq!((beyond.number, beyond.pages), (1, 1));
}

#[tokio::test]
async fn only_admins_see_people_and_give_roles() {
    let install = Install::new().await;
    let id = install.account("dj@example.org", Role::Dj).await;
    let dj = install.signed_in("dj@example.org").await;
    assert_eq!(install.accounts.people(&dj, String::new(), 1).await, Err(Failure::Forbidden));
    assert_eq!(install.accounts.people(&install.visitor(), String::new(), 1).await, Err(Failure::SignInRequired));
    assert_eq!(install.accounts.set_role(&dj, id, Role::Admin).await, Err(Failure::Forbidden));
}

#[tokio::test]
async fn a_role_is_given_up_to_ones_own_counts_at_once_and_is_announced() {
    let install = Install::new().await;
    install.account("admin@example.org", Role::Admin).await;
    let operator = install.account("operator@example.org", Role::Operator).await;
    let fan = install.account("fan@example.org", Role::Fan).await;
    let admin = install.signed_in("admin@example.org").await;
    let session = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    assert_eq!(install.caller(&session).await.viewer.unwrap().role, Role::Fan);
    install.accounts.set_role(&admin, fan, Role::Dj).await.unwrap().done().unwrap();
    assert_eq!(install.caller(&session).await.viewer.unwrap().role, Role::Dj);
    assert_eq!(install.announced_profiles().await.last().unwrap().role, Role::Dj);
    let above = install.accounts.set_role(&admin, fan, Role::Operator).await.unwrap();
    assert_eq!(refused(&above), [AccountRefusal::RoleTooHigh]);
    let of_above = install.accounts.set_role(&admin, operator, Role::Fan).await.unwrap();
    assert_eq!(refused(&of_above), [AccountRefusal::RoleTooHigh]);
    let nobody = AccountId(install.bench.kernel.ids.next());
    assert_eq!(install.accounts.set_role(&admin, nobody, Role::Dj).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn the_last_admin_stays() {
    let install = Install::new().await;
    let first = install.account("admin@example.org", Role::Admin).await;
    let admin = install.signed_in("admin@example.org").await;
    let demoted = install.accounts.set_role(&admin, first, Role::Fan).await.unwrap();
    assert_eq!(refused(&demoted), [AccountRefusal::LastAdmin]);
    let deleted = install.accounts.delete_account(&admin, PASSWORD.into()).await.unwrap();
    assert_eq!(refused(&deleted), [AccountRefusal::LastAdmin]);
    let elsewhere = install.bench.tenant();
    install.account_in(elsewhere, "admin@example.org", Role::Admin).await;
    let still = install.accounts.set_role(&admin, first, Role::Fan).await.unwrap();
    assert_eq!(refused(&still), [AccountRefusal::LastAdmin], "an admin elsewhere is no admin here");
    install.account("second@example.org", Role::Admin).await;
    install.accounts.set_role(&admin, first, Role::Fan).await.unwrap().done().unwrap();
}

#[tokio::test]
async fn the_command_line_makes_an_admin_of_an_address_once() {
    let install = Install::new().await;
    let id = install.account("dj@example.org", Role::Fan).await;
    assert_eq!(install.account("dj@example.org", Role::Admin).await, id, "what is there is kept");
    assert_eq!(install.signed_in("dj@example.org").await.viewer.unwrap().role, Role::Fan);
    assert_eq!(install.accounts.grant_role(install.tenant, "DJ@example.org", Role::Admin).await.unwrap(), Some(id));
    assert_eq!(install.signed_in("dj@example.org").await.viewer.unwrap().role, Role::Admin);
    assert_eq!(install.accounts.grant_role(install.tenant, "nobody@example.org", Role::Admin).await.unwrap(), None);
}
