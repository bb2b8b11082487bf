//! The demo: a brand that looks alive at the first start.

use crate::support::TestApp;
use contract::mixes::MixFilter;
use server::seed::{self, DEMO_DJ, DEMO_FAN, DEMO_PASSWORD};
use testing::visitor;

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_a_dozen_mixes_and_two_people_and_a_second_run_adds_nothing() {
    if std::env::var_os("HECTIC_TEST_DATABASE_URL").is_some() {
        // Playing a dozen pieces takes a while, and other databases get their mixes by the same calls in other tests.
        return;
    }
    let app = TestApp::new().await;
    seed::demo(&app.install).await.unwrap();
    seed::demo(&app.install).await.unwrap();
    let tenant = app.install.tenants.resolve("localhost").await.unwrap().unwrap().id;
    let list = app.install.services.mixes.list(&visitor(tenant), MixFilter::default()).await.unwrap();
    assert_eq!(list.total.value, 12);
    for mix in &list.mixes.items {
        assert!((60_000..=120_000).contains(&mix.duration_ms.value), "{} lasts {} ms", mix.title, mix.duration_ms.value);
        assert!(!mix.genres.is_empty() && !mix.cover.version.is_empty(), "{} is whole", mix.title);
    }
    let mut visitor = app.visitor();
    let first = &list.mixes.items[0];
    assert!(visitor.get("/").await.shows(&first.title));
    assert_eq!(visitor.get(&first.cover.url(640)).await.status, 200);
    for (email, _) in [DEMO_DJ, DEMO_FAN] {
        let mut person = app.visitor();
        person.sign_in(email, DEMO_PASSWORD).await;
        assert!(person.is_signed_in(), "{email}");
    }
}
