//! From a letter in a transaction to a mail in the folder.

#![expect(clippy::unwrap_used, reason = "a test that can't be arranged has failed")]

use contract::{caller::Locale, ids::TenantId};
use jobs::Worker;
use mail::{Delivery, FolderMailer, JOB_KIND, Letter, Letterhead, Mail, MailError, Mailer, Template, inbox};
use sea_orm::{ConnectionTrait, Statement};
use std::{collections::BTreeMap, sync::Arc};
use testing::Bench;

const HELLO: Template =
    Template { subject: "mail-confirm-subject", text: "mail-confirm-text", button: Some("mail-confirm-button"), note: None };

struct Brand;

#[async_trait::async_trait]
impl Letterhead for Brand {
    async fn brand_name(&self, _: TenantId) -> kernel::Result<String> {
        Ok("Night & Day".to_owned())
    }
}

struct Broken;

#[async_trait::async_trait]
impl Mailer for Broken {
    async fn carry(&self, _: &Mail) -> Result<(), MailError> {
        Err(MailError::Temporary(std::io::Error::other("relay is down").into()))
    }
}

fn worker(bench: &Bench, mailer: Arc<dyn Mailer>) -> Worker {
    let delivery = Delivery::new(bench.kernel.clone(), mailer, Arc::new(Brand)).unwrap();
    let handlers: BTreeMap<String, Arc<dyn jobs::Handler>> = BTreeMap::from([(JOB_KIND.to_owned(), Arc::new(delivery) as _)]);
    Worker::new(bench.kernel.database.clone(), bench.clock.clone(), handlers)
}

fn letter() -> Letter {
    Letter::new(HELLO, "fan@example.org", &Locale("en".into()))
        .with("name", "<b>Fan</b>")
        .with_link("http://localhost/confirm?token=secret".into())
}

async fn payloads(bench: &Bench) -> Vec<(String, String)> {
    let statement = Statement::from_string(bench.kernel.database.backend(), "SELECT state, payload FROM jobs");
    let rows = bench.kernel.database.read().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| (row.try_get("", "state").unwrap(), row.try_get("", "payload").unwrap())).collect()
}

#[tokio::test]
async fn a_committed_letter_arrives_with_its_link_in_both_parts_and_is_forgotten() {
    let bench = Bench::new().await;
    let folder = bench.folder.path().join("mail");
    let worker = worker(&bench, Arc::new(FolderMailer::new(folder.clone())));
    let tx = bench.kernel.database.write().await.unwrap();
    mail::send(&tx, bench.tenant(), &letter(), bench.kernel.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(worker.run_one().await.unwrap());
    let mails = inbox(&folder).await.unwrap();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].links(), ["http://localhost/confirm?token=secret"]);
    assert!(mails[0].html.contains("Night &amp; Day"), "{}", mails[0].html);
    assert!(!mails[0].html.contains("<b>Fan"), "values of people are escaped");
    assert!(!mails[0].subject.contains('\u{2068}'), "no isolating marks");
    assert_eq!(payloads(&bench).await, [("done".to_owned(), String::new())], "the secret is not kept");
}

#[tokio::test]
async fn a_letter_of_a_transaction_that_is_dropped_never_leaves() {
    let bench = Bench::new().await;
    let folder = bench.folder.path().join("mail");
    let worker = worker(&bench, Arc::new(FolderMailer::new(folder.clone())));
    let tx = bench.kernel.database.write().await.unwrap();
    mail::send(&tx, bench.tenant(), &letter(), bench.kernel.now()).await.unwrap();
    tx.rollback().await.unwrap();
    assert!(!worker.run_one().await.unwrap());
    assert!(inbox(&folder).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_relay_that_is_down_is_tried_again_later() {
    let bench = Bench::new().await;
    let tx = bench.kernel.database.write().await.unwrap();
    mail::send(&tx, bench.tenant(), &letter(), bench.kernel.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(worker(&bench, Arc::new(Broken)).run_one().await.unwrap());
    let folder = bench.folder.path().join("mail");
    let mended = worker(&bench, Arc::new(FolderMailer::new(folder.clone())));
    assert!(!mended.run_one().await.unwrap(), "not before its time");
    bench.clock.advance_ms(3_000);
    assert!(mended.run_one().await.unwrap());
    assert_eq!(inbox(&folder).await.unwrap().len(), 1);
}
