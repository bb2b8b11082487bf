//! Several hubs over a real Redis: what is told in one is told in all, whatever Redis goes through.

use crate::client::{TENANT, account, connect, enter, topic};
use async_trait::async_trait;
use bytes::Bytes;
use realtime::{Config, Count, Hub, Listener, Log, Missing, Nodes, Topic};
use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use testing::redis::Redis;
use tokio::{task::JoinSet, time::timeout};
use uuid::Uuid;

/// How long anything may take that is to happen soon.
const SOON: Duration = Duration::from_secs(10);

/// A log of numbers, which every process reads.
#[derive(Clone, Default)]
struct Numbers(Arc<Mutex<Vec<u64>>>);

#[async_trait]
impl Log for Numbers {
    async fn after(&self, _: &Hub, _: &Topic, seq: u64) -> anyhow::Result<Missing> {
        let rows = self.0.lock().unwrap().iter().filter(|row| **row > seq).map(|row| (*row, text(*row))).collect();
        Ok(Missing::Rows(rows))
    }
}

fn text(seq: u64) -> Bytes {
    Bytes::from(seq.to_string())
}

impl Numbers {
    /// Writes the next row, and tells it through `hub`.
    fn write(&self, hub: &Hub, told: bool) -> u64 {
        let seq = {
            let mut rows = self.0.lock().unwrap();
            let seq = rows.len() as u64 + 1;
            rows.push(seq);
            seq
        };
        if told {
            hub.publish_logged(&topic("log"), seq, &seq).unwrap();
        }
        seq
    }
}

/// A process: a hub among others, until it is dropped.
struct Process {
    hub: Hub,
    nodes: Arc<Nodes>,
    tasks: JoinSet<()>,
}

impl Process {
    async fn start(redis: &Redis, log: &Numbers, id: u128) -> Self {
        let hub = Hub::default();
        hub.read_from(Arc::new(log.clone()));
        let config = Config { url: redis.url(), ..Config::default() };
        let nodes = Arc::new(Nodes::new(&config, Uuid::from_u128(id)).unwrap());
        let mut tasks = JoinSet::new();
        tasks.spawn(nodes.clone().run(hub.clone()));
        let process = Self { hub, nodes, tasks };
        process.until_up(true).await;
        process
    }

    async fn until_up(&self, up: bool) {
        eventually(|| self.nodes.is_up() == up).await;
    }
}

async fn eventually(mut asked: impl FnMut() -> bool) {
    let asking = async {
        let mut rounds = tokio::time::interval(Duration::from_millis(10));
        while !asked() {
            rounds.tick().await;
        }
    };
    timeout(SOON, asking).await.expect("it comes true");
}

async fn hears(listener: &mut Listener) -> String {
    let text = timeout(SOON, listener.next()).await.expect("something is said").expect("nothing was lost");
    String::from_utf8(text.to_vec()).unwrap()
}

#[tokio::test]
async fn what_is_told_in_one_process_is_told_in_all_once() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let (mut here, mut there) = (one.hub.listen(topic("a")), two.hub.listen(topic("a")));
    for number in 0..100 {
        one.hub.publish(&topic("b"), &"elsewhere").unwrap();
        one.hub.publish(&topic("a"), &number).unwrap();
    }
    for number in 0..100 {
        assert_eq!(hears(&mut here).await, number.to_string());
        assert_eq!(hears(&mut there).await, number.to_string());
    }
    two.hub.publish(&topic("a"), &"back").unwrap();
    assert_eq!((hears(&mut here).await, hears(&mut there).await), ("\"back\"".into(), "\"back\"".into()));
}

#[tokio::test]
async fn somebody_is_put_out_of_every_process() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let mut tab = connect(&two.hub, 7).await;
    enter(&mut tab, "a").await;
    one.hub.put_out(TENANT, account(7), &"out").unwrap();
    assert_eq!(tab.text().await, "\"out\"");
}

#[tokio::test]
async fn notes_reach_the_other_processes_only() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let (sender, mut heard) = tokio::sync::mpsc::unbounded_channel();
    for (process, name) in [(&one, "one"), (&two, "two")] {
        let sender = sender.clone();
        process.nodes.on_note(move |note| sender.send(format!("{name} {}", String::from_utf8_lossy(note))).unwrap());
    }
    one.hub.note(&"a").unwrap();
    two.hub.note(&"b").unwrap();
    let mut both = [timeout(SOON, heard.recv()).await.unwrap().unwrap(), timeout(SOON, heard.recv()).await.unwrap().unwrap()];
    both.sort();
    assert_eq!(both, ["one \"b\"", "two \"a\""]);
}

#[tokio::test]
async fn a_row_that_nobody_told_is_read_from_the_log() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let mut there = two.hub.listen(topic("log"));
    for told in [true, false, false, true] {
        log.write(&one.hub, told);
    }
    for seq in 1..=4 {
        assert_eq!(hears(&mut there).await, seq.to_string());
    }
}

#[tokio::test]
async fn without_redis_the_log_is_told_and_with_it_again_once() {
    let (mut redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let mut there = two.hub.listen(topic("log"));
    log.write(&one.hub, true);
    assert_eq!(hears(&mut there).await, "1");
    redis.kill().await;
    two.until_up(false).await;
    for seq in 2..=5_u64 {
        log.write(&one.hub, true);
        assert_eq!(hears(&mut there).await, seq.to_string());
    }
    redis.go_on().await;
    one.until_up(true).await;
    two.until_up(true).await;
    for seq in 6..=50_u64 {
        log.write(&one.hub, true);
        assert_eq!(hears(&mut there).await, seq.to_string());
    }
}

#[tokio::test]
async fn a_redis_that_stands_still_is_noticed() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let mut there = two.hub.listen(topic("log"));
    log.write(&one.hub, true);
    assert_eq!(hears(&mut there).await, "1");
    redis.freeze(true).await;
    log.write(&one.hub, true);
    two.until_up(false).await;
    assert_eq!(hears(&mut there).await, "2");
    redis.freeze(false).await;
    two.until_up(true).await;
    log.write(&one.hub, true);
    assert_eq!(hears(&mut there).await, "3");
}

#[tokio::test]
async fn listeners_without_a_log_are_told_to_ask_once_the_others_are_back() {
    let (mut redis, log) = (Redis::start().await, Numbers::default());
    let one = Process::start(&redis, &log, 1).await;
    let mut tab = connect(&one.hub, 7).await;
    enter(&mut tab, "news").await;
    redis.kill().await;
    one.until_up(false).await;
    redis.go_on().await;
    assert_eq!(tab.text().await, "\"resync\"");
}

#[tokio::test]
async fn people_count_once_over_all_processes_and_go_with_theirs() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, mut two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    let mut tabs = Vec::new();
    for (hub, person) in [(&one.hub, 1), (&one.hub, 2), (&two.hub, 2), (&two.hub, 3)] {
        let mut tab = connect(hub, person).await;
        enter(&mut tab, "a").await;
        tabs.push(tab);
    }
    eventually(|| one.hub.people(&topic("a")) == 3 && two.hub.people(&topic("a")) == 3).await;
    // Who leaves is seen soon, although their process goes on.
    drop(tabs.pop());
    eventually(|| one.hub.people(&topic("a")) == 2).await;
    // A process that ends without a word is forgotten when its key is.
    two.tasks.shutdown().await;
    let gone = async {
        let mut rounds = tokio::time::interval(Duration::from_millis(50));
        while one.hub.people(&topic("a")) != 2 || !elsewhere(&redis).await.is_empty() {
            rounds.tick().await;
        }
    };
    timeout(Duration::from_secs(15), gone).await.expect("gone within 15 s");
    tabs.truncate(1);
    eventually(|| one.hub.people(&topic("a")) == 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn listeners_are_a_union_over_all_processes() {
    let (redis, log) = (Redis::start().await, Numbers::default());
    let (one, two) = (Process::start(&redis, &log, 1).await, Process::start(&redis, &log, 2).await);
    // Somebody hears of the station in the second process, which has no listener of its own at first.
    let mut client = connect(&two.hub, 1).await;
    client.send("watch station").await;
    assert_eq!(client.text().await, "true");
    let now = std::time::Instant::now();
    [7, 8, 9].into_iter().for_each(|person| one.hub.listens(TENANT, person, now));
    let listeners = |hub: &Hub| {
        let _ = hub.audience_news(now);
        hub.listeners(TENANT)
    };
    eventually(|| listeners(&two.hub) == 3).await;
    two.hub.listens(TENANT, 9, now);
    two.hub.listens(TENANT, 10, now);
    eventually(|| (listeners(&one.hub), listeners(&two.hub)) == (4, 4)).await;
    // Those of the first process stop.
    let _ = one.hub.audience_news(now + Duration::from_secs(26));
    eventually(|| listeners(&two.hub) == 2).await;
}

/// Keys of the second process.
async fn elsewhere(redis: &Redis) -> Vec<String> {
    let client = redis::Client::open(redis.url()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    redis::cmd("KEYS").arg(format!("hectic:*{}*", Uuid::from_u128(2))).query_async(&mut connection).await.unwrap()
}

#[test]
fn an_address_that_makes_no_sense_is_named_without_its_password() {
    let config = Config { url: "redish://user:secret@127.0.0.1".to_owned(), ..Config::default() };
    let error = Nodes::new(&config, Uuid::nil()).err().unwrap().to_string();
    assert!(error.contains("redis.url") && !error.contains("secret"), "{error}");
}

#[tokio::test]
async fn processes_count_together_and_nobody_waits_for_a_redis_that_is_away() {
    let mut redis = Redis::start().await;
    let (one, two) = (Process::start(&redis, &Numbers::default(), 1).await, Process::start(&redis, &Numbers::default(), 2).await);
    let (ama, house) = (Count { key: "ama", most: 3, window_ms: 10_000 }, Count { key: "house", most: 4, window_ms: 60_000 });
    let mut answers = Vec::new();
    for (process, at) in [(&one, 0), (&two, 4_000), (&one, 5_000), (&two, 6_000), (&one, 10_000), (&two, 10_000)] {
        answers.push(process.nodes.take(&[ama, house], at).await);
    }
    let all = [Ok(()), Ok(()), Ok(()), Err(4_000), Ok(()), Err(50_000)];
    assert_eq!(answers, all.map(Some), "the sixth is within her own pace, and counts for none of both");
    assert_eq!(two.nodes.take(&[Count { key: "ben", ..ama }], 10_000).await, Some(Ok(())));

    redis.freeze(true).await;
    for _ in 0..3 {
        let since = Instant::now();
        assert_eq!(one.nodes.take(&[ama], 20_000).await, None);
        assert!(since.elapsed() < Duration::from_millis(400), "{:?}", since.elapsed());
    }
    redis.freeze(false).await;
    redis.kill().await;
    one.until_up(false).await;
    assert_eq!(one.nodes.take(&[ama], 20_000).await, None);
    redis.go_on().await;
    one.until_up(true).await;
    assert_eq!(one.nodes.take(&[ama], 20_000).await, Some(Ok(())));
}
