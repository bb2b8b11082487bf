//! The room for minutes: thousands of sockets that come and go, slow readers, noise; and everything that was accepted reaches
//! everybody who stayed, in order, in a memory that doesn't grow.

mod ear;
mod log;
mod noise;

use crate::{
    hectic::{Hectic, Place},
    options::Options,
    report::Report,
    room::{
        dialect::{first, frame},
        raise_file_limit,
        tab::shake_hands,
    },
};
use anyhow::{Context, Result, bail, ensure};
use ear::Manner;
use serde_json::json;
use std::{
    collections::VecDeque,
    fs,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::watch,
    task::JoinHandle,
    time::MissedTickBehavior,
};

const SOCKETS: usize = 5000;
const SLOW: usize = 50;
/// Sockets that go, and as many that come, each second; and connections that make noise.
const CHURN_PER_S: usize = 100;
const NOISE_PER_S: usize = 10;
const PEOPLE: usize = 12;
/// Texts a second, of all people together: less than each may write.
const TEXTS_PER_S: f64 = 4.0;
const TEXT: usize = 400;
/// Of each person, as many as one may write at once.
const AT_FIRST: u32 = 6;
/// How long everybody has for the last row.
const LAST_WORDS: Duration = Duration::from_secs(20);
/// What the memory may grow by between the second quarter and the last.
const MAY_GROW: f64 = 1.1;
const MAY_GROW_KIB: f64 = 4096.0;
/// Of all rows that were heard.
const MOST_RESYNCS: f64 = 0.001;

/// The room and what all sockets heard of it.
pub struct Room {
    address: SocketAddr,
    id: String,
    accepted: AtomicU64,
    rows: AtomicU64,
    resyncs: AtomicU64,
}

impl Room {
    /// The newest row that was answered.
    fn accepted(&self) -> u64 {
        self.accepted.load(Ordering::Relaxed)
    }

    fn count_row(&self) {
        self.rows.fetch_add(1, Ordering::Relaxed);
    }

    fn count_resync(&self) {
        self.resyncs.fetch_add(1, Ordering::Relaxed);
    }
}

type Ear = JoinHandle<Result<()>>;

/// The end of the server's log that is shown when something went wrong, in lines.
const END_OF_LOG: usize = 30;

/// Fails at the first thing that isn't as it should be, with what the server said last.
pub async fn run(place: &Place, options: &Options, report: &mut Report) -> Result<()> {
    soak(place, options, report).await.with_context(|| {
        let log = fs::read_to_string(place.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        format!("the server said last:\n{}", lines[lines.len().saturating_sub(END_OF_LOG)..].join("\n"))
    })
}

async fn soak(place: &Place, options: &Options, report: &mut Report) -> Result<()> {
    raise_file_limit()?;
    let lasting = options.soaking;
    let names: Vec<String> = (0..PEOPLE).map(|number| format!("talker{number}")).collect();
    let hectic = place.populated(&names)?;
    let (id, seq) = hectic.room().await?;
    let room = Arc::new(Room { address: hectic.address, id, accepted: seq.into(), rows: 0.into(), resyncs: 0.into() });
    let (say_end, end) = watch::channel(None);
    let mut ears = VecDeque::new();
    let listen = |manner| -> Ear { tokio::spawn(ear::listen(room.clone(), manner, end.clone())) };
    let mut slow: Vec<Ear> = (0..SLOW).map(|_| listen(Manner::Naps)).collect();
    while ears.len() + SLOW < SOCKETS {
        ears.push_back(listen(Manner::Reads));
        if ears.len() % CHURN_PER_S == 0 {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
    let talking: Vec<JoinHandle<Result<()>>> = {
        let mut talking = Vec::new();
        for (number, name) in names.iter().enumerate() {
            let session = hectic.signed_in(&format!("{name}@hectic.example")).await?;
            talking.push(tokio::spawn(talk(room.clone(), session, number, end.clone())));
        }
        talking
    };
    let memory = churn(&hectic, &room, lasting, &mut ears, &listen).await?;
    say_end.send(Some(room.accepted())).context("nobody listens")?;
    let stayed = ears.len() + slow.len();
    for ear in ears.drain(..).chain(slow.drain(..)) {
        ear.await??;
    }
    for talking in talking {
        talking.await??;
    }
    tell(&room, lasting, stayed, &memory, report);
    judge(&room, &memory)?;
    let log = fs::read_to_string(place.log())?;
    ensure!(!log.contains("panicked"), "the server panicked: {log}");
    Ok(())
}

/// Lets sockets go and come and noise be made; gives the server's memory in KiB, once a second.
async fn churn(
    hectic: &Hectic,
    room: &Arc<Room>,
    lasting: Duration,
    ears: &mut VecDeque<Ear>,
    listen: &impl Fn(Manner) -> Ear,
) -> Result<Vec<f64>> {
    let mut memory = Vec::new();
    let mut noise: Vec<JoinHandle<Result<()>>> = Vec::new();
    let mut seconds = tokio::time::interval(Duration::from_secs(1));
    let begun = Instant::now();
    let mut made = 0;
    while begun.elapsed() < lasting {
        seconds.tick().await;
        for _ in 0..CHURN_PER_S {
            if let Some(oldest) = ears.pop_front() {
                if oldest.is_finished() {
                    oldest.await??;
                    bail!("a socket ended by itself");
                }
                oldest.abort();
            }
            ears.push_back(listen(Manner::Reads));
        }
        for _ in 0..NOISE_PER_S {
            noise.push(tokio::spawn(noise::make(room.address, made)));
            made += 1;
        }
        for done in noise.extract_if(.., |noise| noise.is_finished()) {
            done.await??;
        }
        memory.push(hectic.server.memory_kib("VmRSS")? as f64);
    }
    for noise in noise {
        noise.await??;
    }
    Ok(memory)
}

/// One of those who write: everything that is answered was accepted.
async fn talk(room: Arc<Room>, session: String, who: usize, end: watch::Receiver<Option<u64>>) -> Result<()> {
    let mut stream = shake_hands(room.address, "/socket", &session).await?;
    let mut rounds = tokio::time::interval(Duration::from_secs_f64(PEOPLE as f64 / TEXTS_PER_S));
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // One after the other rather than all at once.
    rounds.reset_after(Duration::from_secs_f64(who as f64 / TEXTS_PER_S));
    let mut unread = Vec::new();
    for number in 1_u32.. {
        // The first ones at once: slow readers ask for as many from the beginning.
        if number > AT_FIRST {
            rounds.tick().await;
        }
        if end.borrow().is_some() {
            break;
        }
        let (key, text) = (format!("{who:08x}-0000-4000-8000-{number:012x}"), "x".repeat(TEXT));
        let post =
            format!(r#"{{"post":{{"number":{number},"post":{{"room":"{}","key":"{key}","text":"{text}","answers":null}}}}}}"#, room.id);
        stream.write_all(&frame(&post)).await?;
        let seq = answer(&mut stream, &mut unread).await?;
        room.accepted.fetch_max(seq, Ordering::Relaxed);
    }
    Ok(())
}

async fn answer(stream: &mut TcpStream, unread: &mut Vec<u8>) -> Result<u64> {
    loop {
        while let Some((kind, payload, next)) = first(unread) {
            let answer: Option<serde_json::Value> = (kind == 0x81).then(|| serde_json::from_slice(payload)).transpose()?;
            if kind == 0x89 {
                stream.write_all(&[0x8A, 0x80, 0, 0, 0, 0]).await?;
            }
            unread.drain(..next);
            if let Some(answer) = answer.filter(|answer| !answer["answer"].is_null()) {
                return answer["answer"]["answer"]["done"]["seq"].as_u64().with_context(|| format!("a text was not accepted: {answer}"));
            }
        }
        ensure!(stream.read_buf(unread).await? > 0, "the server closed a talker's socket");
    }
}

/// The means of the second quarter and of the last.
fn before_and_after(memory: &[f64]) -> (f64, f64) {
    let quarter = (memory.len() / 4).max(1);
    let mean = |some: &[f64]| some.iter().sum::<f64>() / some.len().max(1) as f64;
    (mean(memory.get(quarter..2 * quarter).unwrap_or(memory)), mean(&memory[memory.len().saturating_sub(quarter)..]))
}

fn tell(room: &Room, lasting: Duration, stayed: usize, memory: &[f64], report: &mut Report) {
    let (rows, resyncs) = (room.rows.load(Ordering::Relaxed), room.resyncs.load(Ordering::Relaxed));
    let (before, after) = before_and_after(memory);
    report.row(
        format!("{SOCKETS} sockets for {} s, {CHURN_PER_S} of them replaced every second, {SLOW} slow readers", lasting.as_secs()),
        format!(
            "{rows} rows heard in order, {resyncs} resyncs ({:.4} %), {stayed} sockets heard the last of {} rows, memory {:.1} → {:.1} MiB",
            100.0 * resyncs as f64 / rows.max(1) as f64,
            room.accepted(),
            before / 1024.0,
            after / 1024.0,
        ),
    );
    report.detail("soak", json!({ "rows": rows, "resyncs": resyncs, "accepted": room.accepted(), "memory_kib": memory }));
}

fn judge(room: &Room, memory: &[f64]) -> Result<()> {
    let (rows, resyncs) = (room.rows.load(Ordering::Relaxed) as f64, room.resyncs.load(Ordering::Relaxed) as f64);
    ensure!(resyncs > 0.0, "no slow reader was slow enough to lose anything: the soak proves nothing");
    ensure!(resyncs <= rows * MOST_RESYNCS, "{resyncs} resyncs on {rows} rows");
    let (before, after) = before_and_after(memory);
    ensure!(after <= before * MAY_GROW + MAY_GROW_KIB, "the memory grew from {before:.0} to {after:.0} KiB");
    Ok(())
}
