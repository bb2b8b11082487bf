//! What remains of people: nothing in the outbox once it was read, nothing of the account once it is gone.

use crate::support::{PASSWORD, TestApp, eventually};
use contract::caller::Role;
use sea_orm::{ConnectionTrait, Statement};

const DAY_MS: i64 = 24 * 3_600_000;

/// One text column of a whole table.
async fn column(app: &TestApp, sql: &str) -> Vec<String> {
    let database = &app.install.kernel.database;
    let rows = database.read().query_all_raw(Statement::from_string(database.backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn waiting(app: &TestApp) -> usize {
    column(app, "SELECT kind FROM events WHERE dispatched_at IS NULL").await.len()
}

#[tokio::test]
async fn an_event_that_was_heard_says_nothing_any_more_and_is_gone_after_a_week() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    eventually("all was heard", async || waiting(&app).await == 0).await;
    let kinds = column(&app, "SELECT kind FROM events").await;
    assert!(kinds.contains(&"accounts.profile-changed".to_owned()), "{kinds:?}");
    assert!(column(&app, "SELECT payload FROM events").await.iter().all(String::is_empty));
    let kernel = &app.install.kernel;
    app.clock.advance_ms(6 * DAY_MS);
    assert_eq!(kernel.events.prune(&kernel.database, app.now()).await.unwrap(), 0);
    app.clock.advance_ms(2 * DAY_MS);
    assert_eq!(kernel.events.prune(&kernel.database, app.now()).await.unwrap(), kinds.len() as u64);
}

#[tokio::test]
async fn a_deleted_account_leaves_its_name_nowhere_in_the_outbox_or_the_plays() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await.to_string();
    let account = app.person("fan@example.org", Role::Fan).await.to_string();
    let mut fan = app.visitor();
    fan.sign_in("fan@example.org", PASSWORD).await;
    let ticket: contract::listening::PlayTicket = fan.call("begin-play", &[("mix", &mix)]).await.unwrap();
    app.clock.advance_ms(30_000);
    let heard: bool =
        fan.call("heard", &[("mix", &mix), ("ticket", &ticket.0), ("position_ms", "1000"), ("heard_ms", "30000")]).await.unwrap();
    assert!(heard && !ticket.0.contains(&account));
    let plays = async || column(&app, "SELECT listener FROM plays").await;
    assert_eq!(plays().await.len(), 1);
    fan.submit("/me", "/api/delete-account", &[("current", PASSWORD)]).await;
    assert!(!fan.is_signed_in());
    eventually("all was heard", async || waiting(&app).await == 0).await;
    assert!(column(&app, "SELECT payload FROM events").await.iter().all(String::is_empty));
    assert!(plays().await.iter().all(|listener| !listener.contains(&account)));
    assert_eq!(column(&app, "SELECT listener FROM plays WHERE account_id IS NOT NULL").await.len(), 0);
}
