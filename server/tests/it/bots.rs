//! The bots' HTTP API on a whole install: who gets in, what is posted and heard, and what is refused. The rules of bots and their
//! webhooks are tested in `features/bots`, those of the room in `features/chat`.

mod processes;

use crate::{
    rooms::Tab,
    support::{Answer, Browser, TestApp, eventually},
};
use axum::{Router, body::Bytes, extract::State, http::HeaderMap, routing::post};
use contract::{
    bots::{BotSecret, Bots},
    caller::{Caller, Role},
    chat::{Change, Chat, PostMessage},
    ids::TenantId,
    realtime::ToTab,
};
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use testing::{person, visitor};
use tokio::{net::TcpListener, task::JoinHandle};

const MESSAGES: &str = "/api/bots/v1/messages";
const ROOM: &str = "/api/bots/v1/room";

/// A bot's program: no cookies, a token.
#[derive(Clone)]
struct Program {
    http: Browser,
    token: String,
}

async fn bot_of(app: &TestApp, tenant: TenantId, name: &str) -> BotSecret {
    app.install.bots.create_bot(&person(tenant, Role::Admin), name.to_owned()).await.unwrap().done().unwrap()
}

impl Program {
    async fn new(app: &TestApp, name: &str) -> Self {
        Self::with(app.visitor(), &bot_of(app, app.tenant, name).await.secret)
    }

    fn with(http: Browser, token: &str) -> Self {
        Self { http, token: token.to_owned() }
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, path).header("authorization", format!("Bearer {}", self.token))
    }

    async fn post(&mut self, body: Value) -> Answer {
        let request = self.request(Method::POST, MESSAGES).json(&body);
        self.http.send(request).await
    }

    async fn say(&mut self, text: &str) -> Value {
        let answer = self.post(json!({ "text": text })).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json()
    }

    async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path);
        self.http.send(request).await
    }

    /// What happened, as `query` asks.
    async fn hear(&mut self, query: &str) -> Value {
        let answer = self.get(&format!("{MESSAGES}?{query}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }
}

fn refusal(answer: &Answer) -> (u16, String) {
    let body: Value = answer.json();
    assert!(body["message"].as_str().is_some_and(|message| message.ends_with(['.', '!']) || answer.status == 400), "{body}");
    (answer.status, body["error"].as_str().unwrap().to_owned())
}

fn texts(page: &Value) -> Vec<String> {
    let events = page["events"].as_array().unwrap();
    events.iter().map(|event| format!("{} {}", event["type"].as_str().unwrap(), event["message"]["text"].as_str().unwrap_or(""))).collect()
}

/// Somebody writes.
async fn write(app: &TestApp, caller: &Caller, text: &str) -> contract::chat::Stored {
    let room = app.install.chat.station_room(caller).await.unwrap().id;
    let post = PostMessage { room, key: kernel::Ids.next(), text: text.to_owned(), answers: None };
    app.install.chat.post(caller, post).await.unwrap().done().unwrap()
}

#[tokio::test]
async fn a_bot_posts_and_everybody_hears_it_with_its_badge() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    let (room, _) = app.install.chat.station(app.tenant).await.unwrap();
    let mut tab = Tab::enter_at(app.address, &app.visitor(), room, 0).await;
    tab.until(|said| matches!(said, ToTab::Entered { .. }).then_some(())).await;
    let key = kernel::Ids.next();
    let said = bot.post(json!({ "text": "Now: Night Bus", "key": key })).await;
    assert_eq!((said.status, said.header("cache-control"), said.header("content-type")), (201, "no-store", "application/json"));
    let posted = match tab.hears().await.what {
        contract::chat::What::Posted(message) => message,
        other => panic!("{other:?}"),
    };
    let said: Value = said.json();
    assert_eq!((said["id"].as_str(), said["seq"].as_u64()), (Some(&*posted.id.to_string()), Some(posted.seq)));
    assert!(posted.author.bot && posted.author.name == "Tracks" && posted.author.role == Role::Fan);
    let again: Value = bot.post(json!({ "text": "Now: Night Bus", "key": key })).await.json();
    assert_eq!(again, said, "sent twice, said once");
    bot.post(json!({ "text": "by Ama", "answers": posted.id })).await;
    let answer = match tab.hears().await.what {
        contract::chat::What::Posted(message) => message,
        other => panic!("{other:?}"),
    };
    assert_eq!(answer.answers.unwrap().text, "Now: Night Bus");
    let now: Value = bot.get(ROOM).await.json();
    assert_eq!(now, json!({ "id": room, "name": "First Brand", "seq": 2, "people": 1 }));
}

#[tokio::test]
async fn what_happens_is_heard_in_pages_in_its_order() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    let (fan, mo) = (person(app.tenant, Role::Fan), person(app.tenant, Role::Moderator));
    let one = write(&app, &fan, "one").await;
    let two = write(&app, &fan, "two").await;
    let chat = &app.install.chat;
    chat.change(&fan, Change::Edit { message: one.message, text: "uno".into() }).await.unwrap().done().unwrap();
    chat.change(&mo, Change::React { message: one.message, emoji: "🔥".into(), given: true }).await.unwrap().done().unwrap();
    let (room, _) = chat.station(app.tenant).await.unwrap();
    chat.change(&mo, Change::SlowMode { room, seconds: 30 }).await.unwrap().done().unwrap();
    chat.change(&mo, Change::Delete { message: two.message }).await.unwrap().done().unwrap();
    let first = bot.hear("after=0&limit=3").await;
    assert_eq!(texts(&first), ["posted uno", "posted ", "edited uno"], "as they stand by now");
    assert_eq!((first["next"].as_u64(), first["more"].as_bool()), (Some(3), Some(true)));
    let rest = bot.hear("after=3").await;
    assert_eq!(texts(&rest), ["reacted ", "deleted "], "what moderators set is not among it");
    assert_eq!((rest["next"].as_u64(), rest["more"].as_bool()), (Some(6), Some(false)));
    assert_eq!(rest["events"][0]["reactions"], json!([{ "emoji": "🔥", "count": 1 }]));
    assert_eq!(first["events"][0]["message"]["author"]["role"], "fan");
    assert_eq!(first["events"][0]["message"]["sent_at"], "2026-11-22T12:00:00Z");
    let now = bot.hear("").await;
    assert_eq!((texts(&now).len(), now["next"].as_u64()), (0, Some(6)), "without a place, from now on");
    assert_eq!(bot.hear("after=999").await["next"], 6, "who is ahead comes from another log");
}

/// Calls of bots that wait, once all of them do.
async fn waiting<const N: usize>(app: &TestApp, calls: [(&Program, &str); N]) -> [JoinHandle<Answer>; N] {
    let calls = calls.map(|(bot, query)| {
        let (mut bot, path) = (bot.clone(), format!("{MESSAGES}?{query}"));
        tokio::spawn(async move { bot.get(&path).await })
    });
    eventually("all wait", async || app.install.bots.waiting() == N).await;
    calls
}

#[tokio::test]
async fn a_call_that_waits_is_woken_by_what_is_said() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    let calls = waiting(&app, [(&bot, "after=0&wait=25"), (&bot, "wait=25")]).await;
    assert_eq!(refusal(&bot.get(&format!("{MESSAGES}?wait=25")).await), (429, "too-fast".to_owned()), "two wait at once");
    write(&app, &person(app.tenant, Role::Fan), "Evening").await;
    for call in calls {
        assert_eq!(texts(&call.await.unwrap().json()), ["posted Evening"]);
    }
    let silence = bot.hear("after=1&wait=1").await;
    assert_eq!((texts(&silence).len(), silence["next"].as_u64()), (0, Some(1)));
    assert_eq!(app.install.bots.waiting(), 0);
}

#[tokio::test]
async fn a_call_that_waits_ends_with_its_bot_and_with_the_server() {
    let app = TestApp::new().await;
    let made = bot_of(&app, app.tenant, "Tracks").await;
    let (bot, other) = (Program::with(app.visitor(), &made.secret), Program::new(&app, "Charts").await);
    let [ends, stops] = waiting(&app, [(&bot, "wait=25"), (&other, "wait=25")]).await;
    app.install.bots.revoke_bot(&person(app.tenant, Role::Admin), made.bot).await.unwrap();
    assert_eq!(refusal(&ends.await.unwrap()), (401, "token".to_owned()));
    app.install.stopping.cancel();
    let stopped = stops.await.unwrap();
    assert_eq!((stopped.status, stopped.json::<Value>()["events"].clone()), (200, json!([])));
}

#[tokio::test]
async fn one_a_second_with_bursts_of_five() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    for number in 0..5 {
        bot.say(&number.to_string()).await;
    }
    let refused = bot.post(json!({ "text": "six" })).await;
    assert_eq!((refusal(&refused), refused.header("retry-after")), ((429, "too-fast".to_owned()), "1"));
    app.clock.advance_ms(999);
    assert_eq!(bot.post(json!({ "text": "six" })).await.status, 429);
    app.clock.advance_ms(1);
    bot.say("six").await;
    assert_eq!(bot.post(json!({ "text": "seven" })).await.status, 429);
    let mut other = Program::new(&app, "Charts").await;
    other.say("has a pace of its own").await;
    app.clock.advance_ms(60_000);
    for number in 0..5 {
        bot.say(&number.to_string()).await;
    }
    assert_eq!(bot.post(json!({ "text": "no more than that is saved up" })).await.status, 429);
}

#[tokio::test]
async fn reading_has_a_pace_too() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    for _ in 0..100 {
        assert_eq!(bot.get(ROOM).await.status, 200);
    }
    let refused = bot.get(MESSAGES).await;
    assert_eq!((refusal(&refused), refused.header("retry-after")), ((429, "too-fast".to_owned()), "10"));
}

#[tokio::test]
async fn nobody_gets_in_without_a_token_of_this_tenant() {
    let app = TestApp::new().await;
    let second = app.second_tenant().await;
    let admin = person(app.tenant, Role::Admin);
    let (made, theirs) = (bot_of(&app, app.tenant, "Tracks").await, bot_of(&app, second, "Tracks").await);
    let session = app.signed_in("dj@example.org", Role::Admin).await;
    let strangers = [
        Program::with(app.visitor(), ""),
        Program::with(app.visitor(), &made.secret[..45]),
        Program::with(app.visitor(), &theirs.secret),
        Program::with(app.visitor_of("second.localhost"), &made.secret),
        Program::with(session.clone(), "hb_0000000000000000000000000000000000000000000"),
    ];
    for mut stranger in strangers {
        for answer in [stranger.get(ROOM).await, stranger.get(MESSAGES).await, stranger.post(json!({ "text": "Hi" })).await] {
            assert_eq!(refusal(&answer), (401, "token".to_owned()));
            assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"bots\"");
        }
    }
    // A session alone opens nothing here, and a token nothing elsewhere.
    let request = session.request(Method::POST, MESSAGES).json(&json!({ "text": "Hi" }));
    assert_eq!(session.clone().send(request).await.status, 401);
    let mut bot = Program::with(app.visitor(), &made.secret);
    assert_eq!(bot.get("/library").await.status, 401);
    let basic = bot.http.request(Method::GET, ROOM).header("authorization", format!("Basic {}", made.secret));
    assert_eq!(bot.http.send(basic).await.status, 401);
    bot.say("Mine").await;
    let renewed = app.install.bots.renew_token(&admin, made.bot).await.unwrap();
    assert_eq!(bot.get(ROOM).await.status, 401, "the old one opens nothing");
    let mut bot = Program::with(app.visitor(), &renewed.secret);
    bot.say("Still mine").await;
    app.install.bots.revoke_bot(&admin, made.bot).await.unwrap();
    assert_eq!(refusal(&bot.post(json!({ "text": "Gone" })).await).0, 401);
    let said = app.install.chat.station_room(&visitor(app.tenant)).await.unwrap().messages;
    assert_eq!(said.iter().map(|message| message.author.bot).collect::<Vec<_>>(), [true, true], "what it said stays, with its badge");
}

#[tokio::test]
async fn bad_calls_are_refused_with_a_plain_reason() {
    let app = TestApp::new().await;
    let mut bot = Program::new(&app, "Tracks").await;
    let nobody = kernel::Ids.next();
    for (body, status, error) in [
        (json!({}), 400, "bad-request"),
        (json!({ "text": 5 }), 400, "bad-request"),
        (json!({ "text": "Hi", "key": "no uuid" }), 400, "bad-request"),
        (json!({ "text": "Hi", "room": nobody }), 400, "bad-request"),
        (json!({ "text": " \n " }), 400, "empty"),
        (json!({ "text": "é".repeat(501) }), 400, "too-long"),
        (json!({ "text": "Hi", "answers": nobody }), 400, "no-such-message"),
        (json!({ "text": "a".repeat(17_000) }), 413, "too-large"),
    ] {
        assert_eq!(refusal(&bot.post(body.clone()).await), (status, error.to_owned()), "{body}");
    }
    let plain = bot.request(Method::POST, MESSAGES).body("{\"text\":\"Hi\"}");
    assert_eq!(refusal(&bot.http.send(plain).await), (415, "media-type".to_owned()));
    let broken = bot.request(Method::POST, MESSAGES).header("content-type", "application/json").body("{\"text\":");
    assert_eq!(refusal(&bot.http.send(broken).await), (400, "bad-request".to_owned()));
    for query in ["limit=0", "limit=101", "wait=26", "after=-1", "after=x", "since=1"] {
        assert_eq!(refusal(&bot.get(&format!("{MESSAGES}?{query}")).await), (400, "bad-request".to_owned()), "{query}");
    }
    assert_eq!(refusal(&bot.get("/api/bots/v1/people").await), (404, "not-found".to_owned()));
    let delete = bot.request(Method::DELETE, MESSAGES);
    assert_eq!(refusal(&bot.http.send(delete).await), (405, "method".to_owned()));
}

#[tokio::test]
async fn what_the_room_refuses_is_said_in_its_words() {
    let app = TestApp::new().await;
    let made = bot_of(&app, app.tenant, "Tracks").await;
    let mut bot = Program::with(app.visitor(), &made.secret);
    let dj = person(app.tenant, Role::Dj);
    app.install.services.moderation.set_words(&dj, "casino".into()).await.unwrap().done().unwrap();
    let refused = bot.post(json!({ "text": "Casino!" })).await;
    assert_eq!(refusal(&refused), (403, "word".to_owned()));
    assert!(refused.text().contains("casino"), "{}", refused.text());
    bot.say("Hello").await;
    let (room, _) = app.install.chat.station(app.tenant).await.unwrap();
    let account = contract::ids::AccountId(made.bot.0);
    app.install.chat.change(&dj, Change::TimeOut { room, account, minutes: 5 }).await.unwrap().done().unwrap();
    assert_eq!(refusal(&bot.post(json!({ "text": "Hello?" })).await), (403, "timed-out".to_owned()));
}

#[tokio::test]
async fn a_page_of_another_site_gets_nowhere() {
    let app = TestApp::new().await;
    let bot = Program::new(&app, "Tracks").await;
    let mut evil = Program::with(app.visitor().with("origin", "https://evil.example"), &bot.token);
    assert_eq!(evil.post(json!({ "text": "Hi" })).await.status, 403);
    let read = evil.get(ROOM).await;
    assert_eq!(read.header("access-control-allow-origin"), "", "no other site may read it");
    let preflight = evil.http.request(Method::OPTIONS, MESSAGES).header("access-control-request-method", "POST");
    assert_eq!(evil.http.send(preflight).await.header("access-control-allow-methods"), "");
}

type Calls = Arc<Mutex<Vec<(HeaderMap, Bytes)>>>;

#[tokio::test]
async fn a_webhook_is_told_by_the_running_server() {
    let app = TestApp::with(|config| config.bots.private_webhooks = true).await;
    let calls = Calls::default();
    let take = async |State(calls): State<Calls>, headers: HeaderMap, body: Bytes| calls.lock().unwrap().push((headers, body));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let router = Router::new().route("/", post(take)).with_state(calls.clone());
    let receiver = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let made = bot_of(&app, app.tenant, "Tracks").await;
    app.install.bots.set_webhook(&person(app.tenant, Role::Admin), made.bot, url).await.unwrap().done().unwrap().unwrap();
    Program::with(app.visitor(), &made.secret).say("my own").await;
    write(&app, &person(app.tenant, Role::Fan), "Which track is this?").await;
    eventually("the webhook was told", async || !calls.lock().unwrap().is_empty()).await;
    let (headers, body) = calls.lock().unwrap().remove(0);
    assert!(headers["x-hectic-signature"].to_str().unwrap().starts_with("sha256="));
    assert_eq!(texts(&serde_json::from_slice(&body).unwrap()), ["posted Which track is this?"]);
    receiver.abort();
}

#[tokio::test]
async fn without_scripts_a_token_is_shown_once_and_to_who_asked_for_it() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let page = admin.submit("/studio/bots", "/api/create-bot", &[("name", "Tracks")]).await.text();
    let at = page.find("value=\"hb_").unwrap() + "value=\"".len();
    let token = &page[at..at + 46];
    assert_eq!(Program::with(app.visitor(), token).get(ROOM).await.status, 200);
    assert!(!admin.get("/studio/bots").await.text().contains("hb_"));
    let refused = admin.submit("/studio/bots", "/api/create-bot", &[("name", "tracks")]).await;
    assert!(refused.shows(&app.says("bots-refused-name-taken", &[])) && refused.text().contains("value=\"tracks\""));
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    assert_eq!(fan.get("/studio/bots").await.status, 403);
    assert_eq!(app.visitor().get("/studio/bots").await.status, 401);
}
