//! Notifications through the whole house: from what somebody does to the other's open tab, list and mail.

use crate::{
    rooms::{Tab, done, room},
    support::{Browser, TestApp, eventually},
};
use contract::{
    caller::{Caller, Role, Viewer},
    chat::{Change, PostMessage},
    ids::{AccountId, MessageId, RoomId},
    moderation::{Reason, ReportMessage},
    outcome::Outcome,
    realtime::{Answer, FromTab, ToTab, Watched},
};
use uuid::Uuid;

async fn caller(app: &TestApp, browser: &Browser) -> Caller {
    let viewer: Viewer = app.install.accounts.viewer(app.tenant, &browser.cookies["session"]).await.unwrap().unwrap();
    Caller { viewer: Some(viewer), ..testing::visitor(app.tenant) }
}

fn account(caller: &Caller) -> AccountId {
    caller.viewer.as_ref().unwrap().account
}

async fn unread(tab: &mut Tab) -> u32 {
    tab.until(|said| if let ToTab::Unread { count } = said { Some(count) } else { None }).await
}

/// A tab that hears what concerns its person.
async fn watching(app: &TestApp, browser: &Browser, room: RoomId) -> Tab {
    let mut tab = Tab::enter_at(app.address, browser, room, 0).await;
    tab.say(&FromTab::Watch(Watched::Person)).await;
    tab.until(|said| matches!(said, ToTab::Watching(Watched::Person)).then_some(())).await;
    tab
}

async fn ids(app: &TestApp, caller: &Caller) -> Vec<String> {
    let list = app.install.services.notifications.notifications(caller, 1).await.unwrap();
    list.page.items.into_iter().map(|one| one.text.id).collect()
}

#[tokio::test]
async fn who_is_answered_sees_the_count_rise_and_reads_it_in_the_list() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (ama, ben) = (app.signed_in("ama@example.org", Role::Fan).await, app.signed_in("ben@example.org", Role::Fan).await);
    let (mut ama_tab, mut ben_tab) = (watching(&app, &ama, room).await, watching(&app, &ben, room).await);
    let message = match ama_tab.post(1, "Which track is this?").await {
        Answer::Done { message, .. } => message,
        Answer::Refused(reasons) => panic!("{reasons:?}"),
    };
    let post = PostMessage { room, key: Uuid::from_u128(9), text: "The Bells".into(), answers: Some(message) };
    ben_tab.say(&FromTab::Post { number: 1, post }).await;
    assert_eq!(unread(&mut ama_tab).await, 1);
    done(&ben_tab.post(2, "@Test ama, by Jeff Mills").await);
    assert_eq!(unread(&mut ama_tab).await, 2);
    let ama = caller(&app, &ama).await;
    let list = app.install.services.notifications.notifications(&ama, 1).await.unwrap();
    let seen: Vec<(&str, &str)> = list.page.items.iter().map(|one| (one.text.id.as_str(), one.quote.as_str())).collect();
    assert_eq!(seen, [("notifications-mentioned", "@Test ama, by Jeff Mills"), ("notifications-answered", "The Bells")]);
    assert_eq!(app.install.services.notifications.unread(&caller(&app, &ben).await).await, Ok(0));
    assert_eq!(app.install.services.notifications.read(&ama, None).await, Ok(0));
    assert_eq!(unread(&mut ama_tab).await, 0, "the other tabs know it too");
}

#[tokio::test]
async fn moderators_learn_of_reports_and_the_author_of_what_follows() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (rude, fan, moderator) = (
        app.signed_in("rude@example.org", Role::Fan).await,
        app.signed_in("fan@example.org", Role::Fan).await,
        app.signed_in("mod@example.org", Role::Moderator).await,
    );
    let mut moderators = watching(&app, &moderator, room).await;
    let mut author = watching(&app, &rude, room).await;
    let message: MessageId = match author.post(1, "Something unkind").await {
        Answer::Done { message, .. } => message,
        Answer::Refused(reasons) => panic!("{reasons:?}"),
    };
    let report = ReportMessage { message, reason: Reason::Insult, note: String::new() };
    let (fan, rude) = (caller(&app, &fan).await, caller(&app, &rude).await);
    assert_eq!(app.install.services.moderation.report(&fan, report).await.unwrap(), Outcome::Done(()));
    assert_eq!(unread(&mut moderators).await, 1);
    done(&moderators.change(1, Change::TimeOut { room, account: account(&rude), minutes: 10 }).await);
    assert_eq!(unread(&mut author).await, 1);
    assert_eq!(ids(&app, &rude).await, ["notifications-timed-out"]);
    assert_eq!(ids(&app, &caller(&app, &moderator).await).await, ["notifications-reported"]);
}

#[tokio::test]
async fn work_that_is_given_up_is_told_to_admins() {
    let app = TestApp::new().await;
    let admin = app.signed_in("admin@example.org", Role::Admin).await;
    let admin = caller(&app, &admin).await;
    let tx = app.install.kernel.database.write().await.unwrap();
    let now = app.install.kernel.now();
    // A payload that no handler can read dies at once.
    jobs::enqueue(&tx, app.tenant, notifications::JOB_KIND, &"nonsense", now, now).await.unwrap();
    tx.commit().await.unwrap();
    app.work().await;
    eventually("the admin is told", async || ids(&app, &admin).await == ["notifications-gave-up"]).await;
}

#[tokio::test]
async fn the_page_is_in_the_html_for_its_reader_alone() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (ama, ben) = (app.signed_in("ama@example.org", Role::Fan).await, app.signed_in("ben@example.org", Role::Fan).await);
    let mut ama_tab = watching(&app, &ama, room).await;
    done(&ama_tab.post(1, "Evening").await);
    let mut ben_tab = watching(&app, &ben, room).await;
    done(&ben_tab.post(1, "@Test ama <b>hi</b>").await);
    unread(&mut ama_tab).await;
    let (mut ama, mut ben) = (ama, ben);
    let page = ama.get("/notifications").await;
    assert!(page.text().contains("@Test ama &lt;b&gt;hi"), "{}", page.text());
    assert!(page.text().contains("bell__count"));
    assert!(!ben.get("/notifications").await.text().contains("&lt;b&gt;hi"));
    assert_eq!(app.visitor().get("/notifications").await.status, 401);
    assert!(!app.visitor().get("/").await.text().contains("bell"), "guests have no bell");
}
