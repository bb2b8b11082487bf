//! Deleting an account.

use crate::support::*;
use accounts::{DELETED, Deleted};
use contract::{
    accounts::{AccountRefusal, Accounts},
    caller::Role,
    failure::Failure,
};
use sea_orm::{ConnectionTrait, Statement};

#[tokio::test]
async fn a_deleted_account_leaves_no_row_behind_and_says_so_once() {
    let install = Install::new().await;
    let id = install.account("fan@example.org", Role::Fan).await;
    let session = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap().done().unwrap();
    let caller = install.caller(&session).await;
    install.accounts.request_reset(&caller, "fan@example.org".into()).await.unwrap();
    let wrong = install.accounts.delete_account(&caller, "not the password".into()).await.unwrap();
    assert_eq!(refused(&wrong), [AccountRefusal::WrongPassword]);
    install.accounts.delete_account(&caller, PASSWORD.into()).await.unwrap().done().unwrap();
    assert!(!install.is_signed_in(&session).await);
    for table in ["accounts", "sessions", "account_links"] {
        let statement = Statement::from_string(install.bench.kernel.database.backend(), format!("SELECT 1 AS found FROM {table}"));
        assert!(install.bench.kernel.database.read().query_all_raw(statement).await.unwrap().is_empty(), "{table}");
    }
    let told: Vec<Deleted> = install.events(DELETED).await.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect();
    assert_eq!(told, [Deleted { account: id }]);
    assert_eq!(install.accounts.profile(&caller).await, Err(Failure::SignInRequired));
    let gone = install.accounts.sign_in(&install.visitor(), sign_in("fan@example.org", PASSWORD)).await.unwrap();
    assert_eq!(refused(&gone), [AccountRefusal::WrongCredentials]);
    assert_ne!(install.account("fan@example.org", Role::Fan).await, id, "the address is free again");
}
