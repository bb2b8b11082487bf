//! What was said, taken along by admins.

use crate::house::{House, account, done};
use axum::{Extension, body::Body, http::Request, response::Response};
use contract::{
    caller::{Caller, Role},
    chat::{Chat, PostMessage},
};
use http_body_util::BodyExt;
use serde_json::Value;
use std::sync::Arc;
use testing::{person, visitor};
use tower::ServiceExt;

async fn asked(house: &House, caller: &Caller, path: &str) -> Response {
    let routes = chat::routes(house.service.clone()).layer(Extension(Arc::new(caller.clone())));
    routes.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response) -> String {
    assert_eq!(response.status(), 200);
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const JSON: &str = "/studio/messages.jsonl";
const CSV: &str = "/studio/messages.csv";

#[tokio::test]
async fn an_admin_takes_along_what_stands_there_without_what_was_deleted() {
    let house = House::new().await;
    let (ana, ben, admin) = (house.fan("Ana"), house.fan("=Ben"), house.someone("Ada", Role::Admin));
    let first = house.say(&ana, "hello, \"you\"").await;
    done(house.service.post(&ben, PostMessage { answers: Some(first), ..house.message("=1+1") }).await);
    let gone = house.say(&ana, "a secret").await;
    done(house.delete(&ana, gone).await);
    let edited = house.say(&ana, "two\nlines").await;
    done(house.edit(&ana, edited, "@everybody two\nlines").await);

    let response = asked(&house, &admin, JSON).await;
    assert_eq!(response.headers()["content-disposition"], "attachment; filename=\"messages.jsonl\"");
    assert_eq!(response.headers()["cache-control"], "private, no-store");
    let all = lines(&text(response).await);
    let texts: Vec<_> = all.iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["hello, \"you\"", "=1+1", "@everybody two\nlines"]);
    assert_eq!((&all[0]["author"], &all[0]["name"]), (&Value::String(account(&ana).to_string()), &Value::String("Ana".into())));
    assert_eq!((&all[1]["answers"], &all[1]["role"]), (&Value::String(first.to_string()), &Value::String("fan".into())));
    assert_eq!((&all[0]["edited"], &all[0]["room"], &all[0]["seq"]), (&Value::Null, &Value::String("station".into()), &1.into()));
    assert_eq!((&all[0]["sent"], &all[2]["edited"]), (&Value::String("2026-11-22T12:00:00Z".into()), &all[2]["sent"]));

    let table = text(asked(&house, &admin, CSV).await).await;
    let (head, rows) = table.split_once("\r\n").unwrap();
    assert_eq!(head, "\u{feff}id,room,seq,sent,edited,author,name,role,answers,text");
    let rows: Vec<_> = rows.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].ends_with(",Ana,fan,,\"hello, \"\"you\"\"\""), "{table}");
    assert!(rows[1].ends_with(&format!(",'=Ben,fan,{first},'=1+1")), "no formula: {table}");
    assert!(rows[2].ends_with(",\"'@everybody two\nlines\""), "{table}");
    assert!(!table.contains("a secret"));

    crate::people::leave(&house, &ana).await;
    let all = lines(&text(asked(&house, &admin, JSON).await).await);
    assert_eq!((&all[0]["author"], &all[0]["name"]), (&Value::Null, &Value::String(String::new())));
}

#[tokio::test]
async fn only_admins_take_messages_along_and_only_those_of_their_own_tenant() {
    let house = House::new().await;
    house.say(&house.fan("Ana"), "among us").await;
    for path in [JSON, CSV] {
        assert_eq!(asked(&house, &house.visitor(), path).await.status(), 401);
        for role in [Role::Fan, Role::Moderator, Role::Dj] {
            assert_eq!(asked(&house, &house.someone("No", role), path).await.status(), 403, "{role:?}");
        }
        let stranger = person(house.bench.tenant(), Role::Admin);
        assert!(!text(asked(&house, &stranger, path).await).await.contains("among us"));
        assert_eq!(asked(&house, &visitor(stranger.tenant), path).await.status(), 401);
    }
    assert_eq!(text(asked(&house, &person(house.bench.tenant(), Role::Operator), JSON).await).await, "", "nothing was said");
}

#[tokio::test]
async fn many_messages_come_in_pieces_each_of_them_once() {
    let house = House::new().await;
    let crowd: Vec<_> = (0..101).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let posts = (0..1001).map(|number| house.post(&crowd[number / 10], "hello"));
    for answer in futures::future::join_all(posts).await {
        done(answer);
    }
    let mut body = asked(&house, &house.someone("Ada", Role::Admin), JSON).await.into_body();
    let (mut pieces, mut whole) = (0, String::new());
    while let Some(frame) = body.frame().await {
        let piece = frame.unwrap().into_data().unwrap();
        assert!(piece.len() < 250_000, "{}", piece.len());
        whole.push_str(std::str::from_utf8(&piece).unwrap());
        pieces += 1;
    }
    assert_eq!(pieces, 3);
    let seqs: Vec<_> = lines(&whole).iter().map(|line| line["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=1001).collect::<Vec<_>>());
}
