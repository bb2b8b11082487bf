//! Limits on guessing and on mail, with a clock that the test moves.

use crate::support::*;
use contract::{
    accounts::{AccountRefusal, Accounts, ChangePassword},
    caller::{Caller, Role},
};
use std::net::{IpAddr, Ipv4Addr};

fn from(install: &Install, host: u8) -> Caller {
    let mut caller = install.visitor();
    caller.origin.address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, host));
    caller
}

async fn guess(install: &Install, caller: &Caller, email: &str) -> Vec<AccountRefusal> {
    refused(&install.accounts.sign_in(caller, sign_in(email, "not the password")).await.unwrap())
}

#[tokio::test]
async fn five_wrong_passwords_close_an_account_for_a_quarter_of_an_hour_known_or_not() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    for email in ["fan@example.org", "nobody@example.org"] {
        for host in 1..=5 {
            assert_eq!(guess(&install, &from(&install, host), email).await, [AccountRefusal::WrongCredentials]);
        }
        assert_eq!(guess(&install, &from(&install, 6), email).await, [AccountRefusal::TooManyAttempts { minutes: 15 }]);
    }
    let right = install.accounts.sign_in(&from(&install, 7), sign_in("fan@example.org", PASSWORD)).await.unwrap();
    assert_eq!(refused(&right), [AccountRefusal::TooManyAttempts { minutes: 15 }], "also with the right password");
    install.bench.clock.advance_ms(10 * MINUTE_MS + 1);
    assert_eq!(guess(&install, &from(&install, 6), "fan@example.org").await, [AccountRefusal::TooManyAttempts { minutes: 5 }]);
    install.bench.clock.advance_ms(5 * MINUTE_MS);
    install.signed_in("fan@example.org").await;
}

#[tokio::test]
async fn signing_in_clears_the_account_but_not_the_address() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let caller = install.visitor();
    for round in 0..4 {
        for _ in 0..4 {
            assert_eq!(guess(&install, &caller, "fan@example.org").await, [AccountRefusal::WrongCredentials], "round {round}");
        }
        install.signed_in("fan@example.org").await;
    }
    for _ in 0..4 {
        assert_eq!(guess(&install, &caller, "other@example.org").await, [AccountRefusal::WrongCredentials]);
    }
    assert_eq!(guess(&install, &caller, "third@example.org").await, [AccountRefusal::TooManyAttempts { minutes: 15 }]);
    assert_eq!(guess(&install, &from(&install, 9), "third@example.org").await, [AccountRefusal::WrongCredentials], "another address may");
}

#[tokio::test]
async fn guessing_at_an_open_laptop_is_limited_too() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let caller = install.signed_in("fan@example.org").await;
    let guess = || ChangePassword { current: "not the password".into(), password: OTHER_PASSWORD.into() };
    for _ in 0..5 {
        assert_eq!(refused(&install.accounts.change_password(&caller, guess()).await.unwrap()), [AccountRefusal::WrongPassword]);
    }
    let closed = install.accounts.delete_account(&caller, PASSWORD.into()).await.unwrap();
    assert_eq!(refused(&closed), [AccountRefusal::TooManyAttempts { minutes: 15 }]);
}

#[tokio::test]
async fn one_mailbox_gets_three_mails_an_hour_and_the_answer_stays_the_same() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let first = install.accounts.request_reset(&from(&install, 1), "fan@example.org".into()).await.unwrap();
    for host in 2..=6 {
        let answer = install.accounts.request_reset(&from(&install, host), "fan@example.org".into()).await.unwrap();
        assert_eq!(answer, first);
    }
    assert_eq!(install.mails().await.len(), 3);
    install.bench.clock.advance_ms(HOUR_MS);
    install.accounts.request_reset(&from(&install, 1), "fan@example.org".into()).await.unwrap();
    assert_eq!(install.mails().await.len(), 4);
}

#[tokio::test]
async fn one_address_causes_five_mails_an_hour() {
    let install = Install::new().await;
    for n in 0..7 {
        let form = sign_up("Fan", &format!("fan{n}@example.org"), PASSWORD);
        install.accounts.sign_up(&install.visitor(), form).await.unwrap().done().unwrap();
    }
    assert_eq!(install.mails().await.len(), 5);
}

#[tokio::test]
async fn guesses_at_the_same_moment_count_one_by_one() {
    let install = Install::new().await;
    install.account("fan@example.org", Role::Fan).await;
    let caller = install.visitor();
    let one = || guess(&install, &caller, "fan@example.org");
    let answers = tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
    let answers = [answers.0, answers.1, answers.2, answers.3, answers.4, answers.5, answers.6, answers.7];
    let checked = answers.iter().filter(|answer| **answer == [AccountRefusal::WrongCredentials]).count();
    assert_eq!(checked, 5, "{answers:?}");
}
