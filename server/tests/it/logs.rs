//! The log of the real binary: with `--log-json` an object a line, each request under its id, and no secret at any level people use.

use crate::support::{Browser, PASSWORD, Program, eventually};
use serde_json::Value;
use std::fs::{self, File};

const WRONG: &str = "surely-not-this-one";
const EMAIL: &str = "dj@example.org";

#[tokio::test]
async fn a_json_log_is_an_object_a_line_names_requests_and_tells_no_secret() {
    let program = Program::new().await;
    let created = program.run(&["admin", "create", "--email", EMAIL, "--name", "The DJ", "--password", PASSWORD]).await;
    assert!(created.success, "{created:?}");
    let path = program.folder.path().join("log");
    let log = File::create(&path).unwrap();
    let serving = program.serve_as(&["--log-json"], |command| command.stderr(log).env("RUST_LOG", "debug")).await;

    let mut browser = Browser::new(serving.address.parse().unwrap(), "localhost");
    browser.sign_in(EMAIL, WRONG).await;
    browser.sign_in(EMAIL, PASSWORD).await;
    let session = browser.cookies["session"].clone();
    browser.submit("/forgot", "/api/forgot", &[("email", EMAIL)]).await;
    let mailbox = program.folder.path().join("data/mail");
    let links =
        async || mail::inbox(&mailbox).await.unwrap().iter().flat_map(mail::StoredMail::links).map(str::to_owned).collect::<Vec<_>>();
    eventually("the mail is written", async || !links().await.is_empty()).await;
    let token = links().await[0].split_once("token=").unwrap().1.to_owned();
    let page = browser.get(&format!("/reset?token={token}")).await;
    let id = page.header("x-request-id").to_owned();
    serving.terminate().await;
    assert!(serving.ended_well().await);

    let log = fs::read_to_string(path).unwrap();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect();
    assert!(lines.iter().all(|line| ["timestamp", "level", "target"].iter().all(|key| line[*key].is_string())), "{log}");
    let about = |line: &&Value| line["span"]["request_id"] == id.as_str();
    let answered = lines.iter().filter(about).find(|line| line["message"] == "answered").expect("the request is in the log");
    assert_eq!((&answered["span"]["path"], &answered["span"]["method"]), (&Value::from("/reset"), &Value::from("GET")));
    assert_eq!(answered["status"], 200);
    for secret in [PASSWORD, &PASSWORD.replace(' ', "+"), &PASSWORD.replace(' ', "%20"), WRONG, &session, &token] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
