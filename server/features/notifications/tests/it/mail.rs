//! When somebody is mailed, and what the mail says.

use crate::{House, MINUTE_MS, account};
use ::mail::{Delivery, FolderMailer, Letterhead, StoredMail, inbox};
use contract::{
    caller::{Caller, Role},
    ids::TenantId,
    notifications::{Choice, NotificationCentre, NotificationKind},
};
use jobs::{Handler, Worker};
use notifications::{Digest, JOB_KIND};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};
use testing::person;

struct Brand;

#[async_trait::async_trait]
impl Letterhead for Brand {
    async fn brand_name(&self, _: TenantId) -> kernel::Result<String> {
        Ok("Night & Day".to_owned())
    }
}

/// Does what is due by now; gives all mails so far, the oldest first.
async fn mails(house: &House) -> Vec<StoredMail> {
    let folder = house.bench.folder.path().join("mail");
    let delivery = Delivery::new(house.bench.kernel.clone(), Arc::new(FolderMailer::new(folder.clone())), Arc::new(Brand)).unwrap();
    let handlers: BTreeMap<String, Arc<dyn Handler>> = BTreeMap::from([
        (::mail::JOB_KIND.to_owned(), Arc::new(delivery) as Arc<dyn Handler>),
        (JOB_KIND.to_owned(), Arc::new(Digest(house.service.clone()))),
    ]);
    let worker = Worker::new(house.bench.kernel.database.clone(), house.bench.clock.clone(), handlers);
    while worker.run_one().await.unwrap() {}
    let mut mails = inbox(&folder).await.unwrap();
    mails.sort_by_key(|mail| mail.date);
    mails
}

async fn mailed(house: &House, fan: &Caller) {
    house.service.choose(fan, vec![Choice { kind: NotificationKind::Answer, shown: true, mailed: true }]).await.unwrap();
}

#[tokio::test]
async fn who_did_not_look_is_mailed_after_two_minutes_and_then_at_most_once_an_hour() {
    let house = House::new().await;
    let fan = house.fan();
    mailed(&house, &fan).await;
    house.receive(&house.answer(&fan, "Ben", "one")).await;
    house.receive(&house.answer(&fan, "Cem & co", "two")).await;
    house.bench.clock.advance_ms(2 * MINUTE_MS - 1);
    assert!(mails(&house).await.is_empty());
    house.bench.clock.advance_ms(1);
    let first = mails(&house).await;
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].to, format!("{}@example.org", account(&fan)));
    assert_eq!(first[0].subject, "2 nouvelles notifications sur Night & Day", "in the reader's language");
    assert!(first[0].text.contains("Ben vous a répondu") && first[0].text.contains("“two”"), "{}", first[0].text);
    assert!(first[0].html.contains("Cem &amp; co"), "{}", first[0].html);
    assert_eq!(first[0].links(), ["https://radio.example/notifications"]);
    for text in ["three", "four", "five"] {
        house.receive(&house.answer(&fan, "Ben", text)).await;
        house.bench.clock.advance_ms(19 * MINUTE_MS);
        assert_eq!(mails(&house).await.len(), 1, "{text} waits");
    }
    house.bench.clock.advance_ms(3 * MINUTE_MS);
    let all = mails(&house).await;
    assert_eq!(all.len(), 2, "what happened meanwhile is one mail");
    assert!(["three", "four", "five"].iter().all(|text| all[1].text.contains(text)) && !all[1].text.contains("“two”"), "{}", all[1].text);
}

#[tokio::test]
async fn what_was_read_or_deleted_is_not_mailed() {
    let house = House::new().await;
    let fan = house.fan();
    mailed(&house, &fan).await;
    house.receive(&house.answer(&fan, "Ben", "seen")).await;
    house.service.read(&fan, None).await.unwrap();
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    assert!(mails(&house).await.is_empty());
    house.receive(&house.answer(&fan, "Ben", "deleted soon")).await;
    house.known.said.lock().unwrap().clear();
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    let mails = mails(&house).await;
    assert_eq!(mails.len(), 1, "the read one counted as no mail");
    assert!(!mails[0].text.contains("deleted soon"));
}

#[tokio::test]
async fn nobody_is_mailed_at_an_address_that_nobody_confirmed_or_of_what_they_did_not_choose() {
    let house = House::new().await;
    let (fan, quiet) = (house.fan(), house.fan());
    mailed(&house, &fan).await;
    house.known.unreachable.lock().unwrap().push(account(&fan));
    house.receive(&house.answer(&fan, "Ben", "to nowhere")).await;
    house.receive(&house.answer(&quiet, "Ben", "read it here")).await;
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    assert!(mails(&house).await.is_empty());
}

#[tokio::test]
async fn admins_are_mailed_of_failed_work_but_not_of_failed_mail() {
    let house = House::new().await;
    let admin = person(house.tenant, Role::Admin);
    house.known.moderators.lock().unwrap().push(account(&admin));
    house.receive(&house.event("jobs.died", json!({ "kind": ::mail::JOB_KIND }))).await;
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    assert!(mails(&house).await.is_empty());
    assert_eq!(house.service.unread(&admin).await, Ok(1), "it is shown all the same");
    house.receive(&house.event("jobs.died", json!({ "kind": "mixes.analyse" }))).await;
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    let mails = mails(&house).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("mixes.analyse"));
}
