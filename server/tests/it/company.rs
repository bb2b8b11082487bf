//! Who is in a room, over real sockets.

use crate::{
    rooms::{Tab, done, room},
    support::{TestApp, eventually},
};
use contract::caller::Role;

#[tokio::test]
async fn who_is_here_is_named_once_they_wrote_and_guests_are_counted() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (ama, ben, dj) = (
        app.signed_in("ama@example.org", Role::Fan).await,
        app.signed_in("ben@example.org", Role::Fan).await,
        app.signed_in("dj@example.org", Role::Dj).await,
    );
    let mut tabs = Vec::new();
    for browser in [&ama, &ama, &ben, &dj] {
        tabs.push(Tab::inside(&app, browser, room).await);
    }
    let _guest = Tab::inside(&app, &app.visitor(), room).await;
    for tab in [0, 3] {
        done(&tabs[tab].post(1, "Here I am").await);
    }
    let here = app.install.services.chat.here(&testing::visitor(app.tenant), room).await.unwrap();
    let names: Vec<&str> = here.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names, here.others), (vec!["Test dj", "Test ama"], 2));
    drop(tabs.drain(..2));
    eventually("who left is named no more", async || {
        let here = app.install.services.chat.here(&testing::visitor(app.tenant), room).await.unwrap();
        here.people.iter().map(|person| person.name.as_str()).eq(["Test dj"])
    })
    .await;
}
