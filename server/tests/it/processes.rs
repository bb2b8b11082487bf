//! Two processes of one install, on one database and one Redis: they make one room, whatever happens to either or to Redis.

use crate::{
    rooms::{Tab, done, open},
    support::{Browser, PASSWORD, Program, Serving},
};
use contract::{
    chat::{Change, PostMessage, What},
    ids::{AccountId, RoomId},
    realtime::{Answer, FromTab, ToTab},
};
use std::{
    collections::BTreeSet,
    net::SocketAddr,
    time::{Duration, Instant},
};
use testing::{redis::Redis, socket::Said};
use tokio::{
    process::Command,
    sync::{mpsc, watch},
    task::JoinSet,
    time::timeout,
};
use uuid::Uuid;

/// Everything that somebody does is seen by all within this.
const SOON: Duration = Duration::from_secs(1);
/// How long Redis is away under load.
const OUTAGE: Duration = Duration::from_secs(20);
/// Messages before that, and after it.
const BEFORE: usize = 20;
const AFTER: usize = 30;
/// A message of each person every so often: no more than anybody may write.
const EVERY: Duration = Duration::from_millis(1100);

/// An install in two processes.
struct Pair {
    redis: Redis,
    /// Their folder, and their database.
    _program: Program,
    one: Serving,
    two: Serving,
}

fn address(server: &Serving) -> SocketAddr {
    server.address.parse().unwrap()
}

impl Pair {
    async fn start(people: &[(&str, &str)]) -> Self {
        let (redis, program) = (Redis::start().await, Program::new().await);
        assert!(program.run(&["migrate"]).await.success);
        for (name, role) in people {
            let email = format!("{name}@example.org");
            let create = ["admin", "create", "--email", &email, "--name", name, "--role", role, "--password", PASSWORD];
            let created = program.run(&create).await;
            assert!(created.success, "{created:?}");
        }
        let url = redis.url();
        let one = program.serve_as(&[], |command| command.env("REDIS_URL", &url)).await;
        let two = program.serve_as(&[], |command| command.env("REDIS_URL", &url)).await;
        Self { redis, _program: program, one, two }
    }

    async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = Browser::new(address(&self.one), "localhost");
        browser.sign_in(&format!("{name}@example.org"), PASSWORD).await;
        assert!(browser.is_signed_in(), "{name} is in");
        browser
    }

    /// The station's room, as its page names it.
    async fn room(&self) -> RoomId {
        let mut visitor = Browser::new(address(&self.one), "localhost");
        let room: contract::chat::Room = visitor.ask("room", &[]).await.unwrap();
        room.id
    }
}

async fn inside(server: &Serving, browser: &Browser, room: RoomId) -> Tab {
    let mut tab = Tab::enter_at(address(server), browser, room, 0).await;
    tab.until(|said| matches!(said, ToTab::Entered { .. }).then_some(())).await;
    tab
}

async fn soon<T>(what: impl Future<Output = T>) -> T {
    timeout(SOON, what).await.expect("within a second")
}

async fn sees_people(tab: &mut Tab, wanted: u32) {
    tab.until(|said| matches!(said, ToTab::Present { people, .. } if people == wanted).then_some(())).await;
}

#[tokio::test]
async fn two_processes_make_one_room() {
    let pair = Pair::start(&[("ama", "fan"), ("ben", "fan"), ("dj", "dj")]).await;
    let room = pair.room().await;
    let (ama, ben, dj) = (pair.signed_in("ama").await, pair.signed_in("ben").await, pair.signed_in("dj").await);
    let (mut ama, mut ben, mut dj) =
        (inside(&pair.one, &ama, room).await, inside(&pair.two, &ben, room).await, inside(&pair.two, &dj, room).await);
    timeout(Duration::from_secs(5), sees_people(&mut ama, 3)).await.expect("all three are seen");

    ama.say(&FromTab::Typing { room }).await;
    let typing = ben.until(|said| match said {
        ToTab::Present { typing, .. } if !typing.is_empty() => Some(typing),
        _ => None,
    });
    assert_eq!(soon(typing).await, ["ama"]);
    done(&ama.post(1, "Hello from the first").await);
    assert_eq!(soon(ben.hears_post()).await, "ama: Hello from the first");
    done(&ben.post(1, "Hello from the second").await);
    assert_eq!(soon(ama.hears_post()).await, "ama: Hello from the first");
    assert_eq!(soon(ama.hears_post()).await, "ben: Hello from the second");

    // Banned through the second process, out of the first at once.
    let account = account_of(&mut dj, "ama").await;
    done(&dj.change(1, Change::Ban { room, account }).await);
    let reason = soon(ama.until(|said| if let ToTab::Out { reason } = said { Some(reason.id) } else { None })).await;
    assert_eq!(reason, "chat-out-banned");
    assert_eq!(ama.socket.next().await, Said::Close(1008));
}

async fn account_of(tab: &mut Tab, name: &str) -> AccountId {
    let author = tab.until(|said| match said {
        ToTab::Logged { logged: contract::chat::Logged { what: What::Posted(message), .. }, .. } => Some(message.author),
        _ => None,
    });
    let author = soon(author).await;
    assert_eq!(author.name, name);
    author.account
}

#[tokio::test]
async fn who_was_in_a_process_that_was_killed_is_gone_within_15_s() {
    let pair = Pair::start(&[("dj", "dj")]).await;
    let room = pair.room().await;
    let mut here = inside(&pair.one, &Browser::new(address(&pair.one), "localhost"), room).await;
    let _there = inside(&pair.two, &pair.signed_in("dj").await, room).await;
    timeout(Duration::from_secs(5), sees_people(&mut here, 2)).await.expect("both are seen");
    let id = pair.two.process().to_string();
    assert!(Command::new("kill").args(["-KILL", &id]).status().await.unwrap().success());
    timeout(Duration::from_secs(15), sees_people(&mut here, 1)).await.expect("gone within 15 s");
}

/// Writes every now and then for as long as somebody wants to know what was stored.
async fn talk(mut tab: Tab, room: RoomId, who: u128, stored: mpsc::Sender<u64>) {
    let mut rounds = tokio::time::interval(EVERY);
    for number in 0_u32.. {
        rounds.tick().await;
        let key = Uuid::from_u128(who << 64 | u128::from(number));
        tab.say(&FromTab::Post { number, post: PostMessage { room, key, text: format!("{who} says {number}"), answers: None } }).await;
        let answer = tab.until(|said| match said {
            ToTab::Answer { number: given, answer } if given == number => Some(answer),
            _ => None,
        });
        match answer.await {
            Answer::Done { seq, .. } => {
                if stored.send(seq).await.is_err() {
                    return;
                }
            }
            Answer::Refused(reasons) => panic!("{reasons:?}"),
        }
    }
}

/// Hears until `last` is known and reached; gives the rows in the order they came.
async fn listen(mut tab: Tab, mut last: watch::Receiver<u64>) -> Vec<u64> {
    let mut heard = Vec::new();
    loop {
        tokio::select! {
            logged = tab.hears() => heard.push(logged.seq),
            _ = last.changed() => {}
        }
        let end = *last.borrow();
        if end > 0 && heard.last().is_some_and(|seq| *seq >= end) {
            return heard;
        }
    }
}

#[tokio::test]
async fn redis_may_be_gone_for_20_s_under_load_and_nothing_is_lost() {
    let people: Vec<String> = (0..6).map(|number| format!("fan{number}")).collect();
    let people: Vec<(&str, &str)> = people.iter().map(|name| (name.as_str(), "fan")).collect();
    let mut pair = Pair::start(&people).await;
    let room = pair.room().await;
    let (say_last, last) = watch::channel(0);
    let mut listening = JoinSet::new();
    for server in [&pair.one, &pair.two] {
        let tab = inside(server, &Browser::new(address(server), "localhost"), room).await;
        listening.spawn(listen(tab, last.clone()));
    }
    let (say_stored, mut said) = mpsc::channel(1);
    let mut talking = JoinSet::new();
    for (number, (name, _)) in (1_u128..).zip(&people) {
        let server = if number % 2 == 0 { &pair.one } else { &pair.two };
        let tab = inside(server, &pair.signed_in(name).await, room).await;
        talking.spawn(talk(tab, room, number, say_stored.clone()));
    }
    drop(say_stored);
    let mut stored = Vec::new();
    while stored.len() < BEFORE {
        stored.push(said.recv().await.unwrap());
    }
    pair.redis.kill().await;
    let since = Instant::now();
    while since.elapsed() < OUTAGE {
        stored.push(said.recv().await.unwrap());
    }
    pair.redis.go_on().await;
    let enough = stored.len() + AFTER;
    while stored.len() < enough {
        stored.push(said.recv().await.unwrap());
    }
    // Those who talk end with their tabs; what they were just about to be answered is heard too, or comes after the last.
    drop(said);
    let last = *stored.iter().max().unwrap();
    say_last.send(last).unwrap();
    let heard = timeout(Duration::from_secs(10), listening.join_all()).await.expect("everything is heard soon after");
    talking.shutdown().await;
    assert_eq!(stored.iter().collect::<BTreeSet<_>>().len(), stored.len(), "every message has a place of its own");
    for heard in heard {
        let all: Vec<u64> = (1..=*heard.last().unwrap()).collect();
        assert_eq!(heard, all, "everything was heard once and in order");
    }
}

/// Of one account in a minute.
const HANDSHAKES: usize = 300;

/// What a handshake is answered, and how long that took.
async fn shakes(server: &Serving, browser: &Browser) -> (Result<(), u16>, Duration) {
    let since = Instant::now();
    let opened = open(address(server), "localhost", "http://localhost", browser).await;
    (opened.map(drop), since.elapsed())
}

#[tokio::test]
async fn both_share_a_limit_and_each_keeps_one_without_redis() {
    let mut pair = Pair::start(&[("ama", "fan"), ("ben", "fan")]).await;
    let (ama, ben) = (pair.signed_in("ama").await, pair.signed_in("ben").await);
    for number in 0..HANDSHAKES {
        let server = if number % 2 == 0 { &pair.one } else { &pair.two };
        assert_eq!(shakes(server, &ama).await.0, Ok(()), "handshake {number}");
    }
    assert_eq!(shakes(&pair.one, &ama).await.0, Err(429));
    assert_eq!(shakes(&pair.two, &ama).await.0, Err(429));
    assert_eq!(shakes(&pair.two, &ben).await.0, Ok(()), "each is counted alone");

    pair.redis.kill().await;
    let mut answers = Vec::new();
    for _ in 0..HANDSHAKES {
        let (answer, took) = shakes(&pair.one, &ben).await;
        assert!(took < SOON, "{took:?}");
        answers.push(answer);
    }
    assert_eq!(answers, [Ok(()); HANDSHAKES], "the other process can't be asked");
    assert_eq!(shakes(&pair.one, &ben).await.0, Err(429));
}
