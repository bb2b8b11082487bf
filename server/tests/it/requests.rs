//! Track requests over HTTP: the library they are asked from, and votes through two processes. Their rules are tested in
//! `features/requests`.

use crate::support::{Browser, Program, Serving, TestApp};
use contract::{
    caller::Role,
    failure::Failure,
    ids::{MixId, TenantId, TrackRequestId},
    realtime::{FromTab, ToTab, Watched},
    requests::{RequestNews, RequestRefusal, Requests, Song, TrackRequest, Vote, Wish},
    tracklists::Track,
};
use futures::{StreamExt, stream};
use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, TryGetable, Value,
    sea_query::{Alias, Expr, Query},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use testing::{redis::Redis, visitor};
use uuid::Uuid;

/// How a form's server function answers, as a page reads it.
#[derive(Debug, Deserialize)]
enum Reply<T> {
    Done(T),
    #[expect(dead_code, reason = "said when a test fails")]
    Refused(serde_json::Value),
}

fn track(artist: &str, title: &str) -> Track {
    Track { artist: artist.to_owned(), title: title.to_owned(), ..Track::default() }
}

async fn with_tracks(app: &TestApp, title: &str, tracks: Vec<Track>) -> MixId {
    let dj = app.caller(app.tenant, "dj@example.org", Role::Dj).await;
    let mix = app.published_by(dj.viewer.as_ref().unwrap().account, title).await;
    app.install.services.tracklists.save(&dj, mix, tracks).await.unwrap().done().unwrap();
    mix
}

#[tokio::test]
async fn the_library_is_what_published_mixes_name() {
    let app = TestApp::new().await;
    let mut unknown = track("Surgeon", "");
    unknown.unknown = true;
    let tracks = vec![track("Zoë Bell", "Été à Ibiza"), track("Jeff Mills", "The Bells"), unknown, track("JEFF MILLS", "the bells!")];
    let mix = with_tracks(&app, "Night Bus", tracks).await;
    let requests = &app.install.services.requests;
    let caller = visitor(app.tenant);
    let found = async |words: &str| -> Vec<Song> { requests.songs(&caller, words).await.unwrap() };
    let titles = async |words: &str| -> Vec<String> { found(words).await.into_iter().map(|song| song.title).collect() };
    assert_eq!(titles("ete zoe").await, ["Été à Ibiza"]);
    assert_eq!(titles("bell").await, ["The Bells", "Été à Ibiza"], "each once, and what begins so follows what is called so");
    assert_eq!(titles("mills the").await, ["The Bells"]);
    for nothing in ["", "  ", "!?", "surgeon", "polka", "%"] {
        assert!(found(nothing).await.is_empty(), "{nothing:?}");
    }
    assert_eq!(found("ibiza").await[0].heard_in, "Night Bus");
    // What only drafts name is nobody's to ask for.
    let fan = app.caller(app.tenant, "fan@example.org", Role::Fan).await;
    let wish = Wish { mix, position: 0, dedication: String::new() };
    app.install.services.requests.wish(&fan, wish.clone()).await.unwrap().done().unwrap();
    let nowhere = Wish { mix: MixId(Uuid::nil()), ..wish };
    let refused = requests.wish(&fan, nowhere).await.unwrap();
    assert_eq!(refused.refusals(), [RequestRefusal::NoSuchSong]);
}

#[tokio::test]
async fn without_scripts_a_track_is_found_asked_for_and_voted_for() {
    let app = TestApp::new().await;
    let mix = with_tracks(&app, "Night Bus", vec![track("Jeff Mills", "The Bells")]).await;
    let (mut ama, mut ben) = (app.signed_in("ama@example.org", Role::Fan).await, app.signed_in("ben@example.org", Role::Fan).await);
    let page = "/live/requests?q=bells";
    assert!(ama.get(page).await.text().contains("The Bells"));
    let asked = [("mix", mix.to_string()), ("position", "0".to_owned()), ("dedication", "for the late shift".to_owned())];
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = ama.submit(page, "/api/wish", &asked).await;
    assert!(answer.shows(&app.says("requests-asked", &[])) && answer.text().contains("for the late shift"));
    let waiting: Requests = ben.ask("requests", &[]).await.unwrap();
    let id = waiting.waiting[0].id.to_string();
    ben.submit("/live/requests", "/api/vote", &[("request", &id), ("up", "true")]).await;
    let waiting: Requests = ben.ask("requests", &[]).await.unwrap();
    assert_eq!((waiting.waiting[0].votes, waiting.own_votes.len()), (2, 1));
    let refused: Result<Reply<TrackRequest>, Failure> = ben.call("decide-request", &[("request", &id), ("what", "play")]).await;
    assert!(matches!(refused, Err(Failure::Forbidden)), "{refused:?}");
    assert_eq!(app.visitor().get("/studio/requests").await.status, 401);
}

/// Adds rows to a table, by hand: a thousand people don't sign up one by one.
async fn add<const N: usize>(database: &DatabaseConnection, table: &str, columns: [&str; N], rows: impl Iterator<Item = [Value; N]>) {
    let rows: Vec<_> = rows.collect();
    for some in rows.chunks(50) {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(table)).columns(columns.map(Alias::new));
        for row in some {
            insert.values_panic(row.clone().map(Into::into));
        }
        database.execute(&insert).await.unwrap();
    }
}

const VOTERS: usize = 1000;
const NOW: i64 = 4_000_000_000_000;

fn secret(voter: usize) -> String {
    format!("{voter:043}")
}

/// A request, and people who are signed in.
async fn populate(database: &DatabaseConnection, tenant: TenantId) -> TrackRequestId {
    let people: Vec<(Uuid, usize)> = (0..VOTERS).map(|voter| (kernel::Ids.next(), voter)).collect();
    let account = |(id, voter): &(Uuid, usize)| -> [Value; 11] {
        let (mail, name) = (format!("voter{voter}@example.org"), format!("voter-{voter}"));
        let (no, at) = (Value::from("no password"), Value::from(NOW));
        [
            (*id).into(),
            tenant.0.into(),
            mail.into(),
            name.clone().into(),
            name.into(),
            "".into(),
            "fan".into(),
            no,
            at.clone(),
            "en".into(),
            at,
        ]
    };
    let columns = ["id", "tenant_id", "email", "name", "slug", "bio", "role", "password_hash", "confirmed_at", "locale", "created_at"];
    add(database, "accounts", columns, people.iter().map(account)).await;
    let session = |(account, voter): &(Uuid, usize)| -> [Value; 8] {
        let hash: String = Sha256::digest(secret(*voter)).iter().map(|byte| format!("{byte:02x}")).collect();
        let at = Value::from(NOW);
        [kernel::Ids.next().into(), tenant.0.into(), (*account).into(), hash.into(), "test".into(), at.clone(), at, Value::from(NOW * 2)]
    };
    let columns = ["id", "tenant_id", "account_id", "secret_hash", "device", "created_at", "last_seen_at", "expires_at"];
    add(database, "sessions", columns, people.iter().map(session)).await;
    let id = kernel::Ids.next();
    let text = |text: &str| Value::from(text);
    let request: [Value; 16] = [
        id.into(),
        tenant.0.into(),
        1_i64.into(),
        text("requested"),
        text("a/b"),
        text("a"),
        text("A"),
        text("B"),
        text(""),
        Uuid::nil().into(),
        text(""),
        0_i32.into(),
        0_i32.into(),
        text(""),
        NOW.into(),
        None::<i64>.into(),
    ];
    let columns = [
        "id",
        "tenant_id",
        "version",
        "standing",
        "song_key",
        "artist_key",
        "artist",
        "title",
        "dedication",
        "by_id",
        "by_name",
        "votes",
        "place",
        "reason",
        "asked_at",
        "ended_at",
    ];
    add(database, "track_requests", columns, std::iter::once(request)).await;
    TrackRequestId(id)
}

/// What somebody clicks, the last click among them: up or back, as their number says.
fn clicks(voter: usize) -> impl Iterator<Item = bool> {
    let bits = (voter as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..2 + voter % 3).map(move |click| bits >> (click * 7 + 5) & 1 == 1)
}

/// Clicks through one process and the other; gives how the last click was counted.
async fn click(processes: &[Browser; 2], voter: usize, id: TrackRequestId) -> bool {
    let mut last = false;
    for (number, up) in clicks(voter).enumerate() {
        let mut browser = processes[(voter + number) % 2].clone();
        browser.cookies.insert("session".to_owned(), secret(voter));
        let vote: Reply<Vote> = browser.call("vote", &[("request", &id.to_string()), ("up", &up.to_string())]).await.unwrap();
        match vote {
            Reply::Done(vote) => last = vote.up,
            refused @ Reply::Refused(_) => panic!("{refused:?}"),
        }
    }
    last
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_voters_through_two_processes_are_counted_to_the_last_click() {
    let (redis, program) = (Redis::start().await, Program::new().await);
    assert!(program.run(&["migrate"]).await.success);
    let made =
        program.run(&["admin", "create", "--email", "dj@example.org", "--name", "dj", "--role", "dj", "--password", "warehouse pressure"]);
    assert!(made.await.success);
    let database = Database::connect(program.database()).await.unwrap();
    let tenant: Uuid = first(&database, "tenant_id", "accounts").await;
    let id = populate(&database, TenantId(tenant)).await;
    let serve = || program.serve_as(&[], |command| command.env("REDIS_URL", redis.url()));
    let (one, two) = (serve().await, serve().await);
    let visitor = |server: &Serving| Browser::new(server.address.parse().unwrap(), "localhost");
    let processes = [visitor(&one), visitor(&two)];

    let mut tab = crate::rooms::Tab::of_visitor(two.address.parse().unwrap()).await;
    tab.say(&FromTab::Watch(Watched::Station)).await;
    tab.until(|said| (said == ToTab::Watching(Watched::Station)).then_some(())).await;
    let voting = (0..VOTERS).map(|voter| click(&processes, voter, id));
    let (told, last) = tokio::join!(
        tokio::spawn(async move {
            // Everything that is told to who listens at the second process, until the count doesn't change any more.
            let mut told = Vec::new();
            let mut known = (0, 0);
            while let Ok(news) = tokio::time::timeout(std::time::Duration::from_secs(3), tab.until(news)).await {
                for (version, votes) in news {
                    if version > known.0 {
                        known = (version, votes);
                    }
                }
                told.push(known);
            }
            told
        }),
        stream::iter(voting).buffer_unordered(12).collect::<Vec<bool>>(),
    );
    let up = u32::try_from(last.iter().filter(|up| **up).count()).unwrap();
    assert!((300..700).contains(&up), "both happen: {up}");
    let seen: Requests = visitor(&one).ask("requests", &[]).await.unwrap();
    assert_eq!(seen.waiting[0].votes, up, "exactly those whose last answer was up");
    let rows: i64 = first(&database, "COUNT(*)", "track_request_votes").await;
    assert_eq!(rows, i64::from(up), "a row a vote");
    assert_eq!(told.unwrap().last().map(|(_, votes)| *votes), Some(up), "and who listens knows it");
}

fn news(said: ToTab) -> Option<Vec<(u64, u32)>> {
    let ToTab::Requests(news) = said else { return None };
    let votes = |news| match news {
        RequestNews::Votes { version, votes, .. } => (version, votes),
        RequestNews::Changed(whole) => (whole.version, whole.votes),
    };
    Some(news.into_iter().map(votes).collect())
}

/// The first value of a table.
async fn first<T: TryGetable>(database: &DatabaseConnection, what: &'static str, table: &str) -> T {
    let query = Query::select().expr(Expr::cust(what)).from(Alias::new(table)).take();
    database.query_one(&query).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}
