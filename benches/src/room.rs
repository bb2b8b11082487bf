//! The room: many connections in many rooms, ours beside socket.io, `ws` and the bare writes that the kernel allows.

pub mod dialect;
mod peers;
mod product;
pub mod tab;

use crate::{
    hectic::Place,
    options::Options,
    process::Server,
    report::{Report, Spread},
};
use anyhow::{Context, Result, ensure};
use peers::Peer;
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use tab::{Heard, Tab};

/// Characters of every text that is said.
const TEXT: usize = 128;
/// How long after the last text its echoes are waited for.
const ECHO: Duration = Duration::from_secs(2);

/// What is asked of a server.
#[derive(Clone, Copy)]
struct Load {
    rooms: usize,
    tabs: usize,
    /// Texts a second, in all rooms together.
    texts: f64,
}

struct Measured {
    connects_per_s: f64,
    bytes_per_tab: f64,
    per_cpu_second: f64,
    per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
    missed: f64,
}

/// One by one (a text now and then in every room), and a busy room (100 a second in one).
pub async fn measure(place: &Place, options: &Options, report: &mut Report) -> Result<()> {
    raise_file_limit()?;
    let loads = [
        ("one by one, 2,000 tabs in 20 rooms", Load { rooms: 20, tabs: 2000, texts: 300.0 }),
        ("100 texts a second in a room of 300", Load { rooms: 1, tabs: 300, texts: 100.0 }),
        ("10,000 tabs in 100 rooms, 10,000 deliveries a second", Load { rooms: 100, tabs: 10_000, texts: 100.0 }),
        ("10,000 tabs in 100 rooms, 50,000 deliveries a second", Load { rooms: 100, tabs: 10_000, texts: 500.0 }),
        ("10,000 tabs in 100 rooms, 100,000 deliveries a second", Load { rooms: 100, tabs: 10_000, texts: 1000.0 }),
    ];
    for (name, load) in loads {
        let mut rounds: Vec<(Peer, Vec<Measured>)> = Peer::ALL.map(|peer| (peer, Vec::new())).into();
        for round in 0..options.rounds {
            for (peer, measured) in &mut rounds {
                let found = once(*peer, &place.root, load, options.lasting).await.with_context(|| format!("{}: {name}", peer.name()))?;
                println!("  {round} {}: {:.0} deliveries per CPU second, p99 {:.1} ms", peer.name(), found.per_cpu_second, found.p99_ms);
                measured.push(found);
            }
        }
        tell(name, &rounds, report);
    }
    product::measure(place, options, report).await
}

fn tell(name: &str, rounds: &[(Peer, Vec<Measured>)], report: &mut Report) {
    for (peer, measured) in rounds {
        tell_one(&format!("{name}: {}", peer.name()), measured, report);
    }
    let median = |wanted: Peer| {
        let found = rounds.iter().find(|(peer, _)| *peer == wanted);
        found.map_or(0.0, |(_, measured)| spread(measured, |found| found.per_cpu_second).median)
    };
    for peer in [Peer::Floor, Peer::Ws, Peer::SocketIo] {
        report.row(format!("{name}: beside {}", peer.name()), format!("{:.2}×", median(Peer::Hectic) / median(peer)));
    }
}

fn spread(measured: &[Measured], value: fn(&Measured) -> f64) -> Spread {
    Spread::of(&measured.iter().map(value).collect::<Vec<_>>())
}

fn tell_one(name: &str, measured: &[Measured], report: &mut Report) {
    let of = |value| spread(measured, value);
    report.row(
        name,
        format!(
            "{} deliveries per CPU second, {} KiB a tab, p50 {} ms, p99 {} ms, {} connections a second, {} % missed",
            of(|found| found.per_cpu_second).text(0),
            of(|found| found.bytes_per_tab / 1024.0).text(1),
            of(|found| found.p50_ms).text(1),
            of(|found| found.p99_ms).text(1),
            of(|found| found.connects_per_s).text(0),
            of(|found| found.missed * 100.0).text(1),
        ),
    );
    let all: Vec<Value> = measured
        .iter()
        .map(|found| {
            json!({
                "connects_per_s": found.connects_per_s, "bytes_per_tab": found.bytes_per_tab, "per_cpu_second": found.per_cpu_second,
                "per_second": found.per_second, "p50_ms": found.p50_ms, "p99_ms": found.p99_ms, "missed": found.missed,
            })
        })
        .collect();
    report.detail(format!("room, {name}"), json!(all));
}

async fn once(peer: Peer, repository: &Path, load: Load, lasting: Duration) -> Result<Measured> {
    let (server, address) = peers::start(peer, repository)?;
    let before_kib = server.memory_kib("VmRSS")?;
    let heard = Arc::new(Heard::default());
    let started = Instant::now();
    let mut tabs = Vec::with_capacity(load.tabs);
    for number in 0..load.tabs {
        tabs.push(Tab::open(address, peer.dialect(), number % load.rooms, heard.clone()).await.with_context(|| format!("tab {number}"))?);
    }
    let connects_per_s = load.tabs as f64 / started.elapsed().as_secs_f64();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let bytes_per_tab = (server.memory_kib("VmRSS")?.saturating_sub(before_kib) * 1024) as f64 / load.tabs as f64;
    let measured = under_load(&server, &mut tabs, &heard, load, lasting).await?;
    Ok(Measured { connects_per_s, bytes_per_tab, ..measured })
}

/// What the server does while texts are said; connecting is measured apart.
async fn under_load(server: &Server, tabs: &mut [Tab], heard: &Heard, load: Load, lasting: Duration) -> Result<Measured> {
    // Warm: every path has been taken.
    say(tabs, load, Duration::from_millis(500)).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    heard.forget();
    let (cpu, begun) = (server.cpu_seconds()?, Instant::now());
    let said = say(tabs, load, lasting).await?;
    let expected = said * (load.tabs / load.rooms) as u64;
    while heard.count() < expected && begun.elapsed() < lasting + ECHO {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let cpu = server.cpu_seconds()? - cpu;
    let (p50_ms, p99_ms) = heard.latencies_ms();
    let count = heard.count() as f64;
    Ok(Measured {
        connects_per_s: 0.0,
        bytes_per_tab: 0.0,
        per_cpu_second: count / cpu.max(0.01),
        per_second: count / lasting.as_secs_f64(),
        p50_ms,
        p99_ms,
        missed: 1.0 - count / expected.max(1) as f64,
    })
}

/// Says so many texts a second, each from another tab; gives how many.
async fn say(tabs: &mut [Tab], load: Load, lasting: Duration) -> Result<u64> {
    let text_every = Duration::from_secs_f64(1.0 / load.texts);
    let mut ticks = tokio::time::interval(text_every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
    let (begun, mut said) = (Instant::now(), 0_u64);
    let many = tabs.len();
    while begun.elapsed() < lasting {
        ticks.tick().await;
        // A step that meets all rooms and all tabs in turn.
        let at = usize::try_from(said).unwrap_or_default() * 7919 % many;
        tabs[at].say(TEXT).await?;
        said += 1;
    }
    Ok(said)
}

/// Every tab is a file here and one in the server, which inherits the limit.
pub fn raise_file_limit() -> Result<()> {
    let id = std::process::id().to_string();
    // Soft up to hard: more than that takes an administrator.
    let hard = std::process::Command::new("prlimit").args(["--pid", &id, "--nofile", "--output=HARD", "--noheadings"]).output();
    let hard = String::from_utf8_lossy(&hard.context("cannot start prlimit")?.stdout).trim().to_owned();
    let done = std::process::Command::new("prlimit").args(["--pid", &id, &format!("--nofile={hard}:{hard}")]).status()?;
    ensure!(done.success(), "the limit of open files can't be raised to {hard}");
    Ok(())
}

/// A server on its core, told to listen on a free port.
fn listening(mut server: Server) -> Result<(Server, SocketAddr)> {
    use std::io::{BufRead, BufReader};
    let out = server.child.stdout.take().context("the server's output")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    let address = line.trim().parse().with_context(|| format!("the server said {line:?}"))?;
    Ok((server, address))
}
