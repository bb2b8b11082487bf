//! The whole way of a message in the product: signed in, judged, stored, given its place, told. One room, since a station has one.

use super::{
    Load, Measured,
    dialect::frame,
    raise_file_limit,
    tab::{Heard, Tab, shake_hands},
    tell_one, under_load,
};
use crate::{
    hectic::{Hectic, Place},
    options::Options,
    report::Report,
};
use anyhow::{Context, Result};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::io::AsyncWriteExt;

/// Those who write; each may write once a second for long. The others listen as guests.
const PEOPLE: usize = 130;
/// How long nothing happens before the memory is read.
const IDLE: Duration = Duration::from_secs(60);

pub async fn measure(place: &Place, options: &Options, report: &mut Report) -> Result<()> {
    raise_file_limit()?;
    let loads = [
        ("the product, 100 texts a second in a room of 300", Load { rooms: 1, tabs: 300, texts: 100.0 }),
        ("the product, 10,000 tabs in a room, 10,000 deliveries a second", Load { rooms: 1, tabs: 10_000, texts: 1.0 }),
        ("the product, 10,000 tabs in a room, 50,000 deliveries a second", Load { rooms: 1, tabs: 10_000, texts: 5.0 }),
        ("the product, 10,000 tabs in a room, 100,000 deliveries a second", Load { rooms: 1, tabs: 10_000, texts: 10.0 }),
    ];
    let names: Vec<String> = (0..PEOPLE).map(|number| format!("talker{number}")).collect();
    for (name, load) in loads {
        let hectic = place.populated(&names)?;
        // A message or ten need a while to be many.
        let lasting = options.lasting.max(Duration::from_secs_f64(30.0 / load.texts));
        // Signing in takes what a password's hash takes, and belongs to no tab.
        let sessions = sessions(&hectic, &names).await?;
        let (before_kib, heard, started) = (hectic.server.memory_kib("VmRSS")?, Arc::new(Heard::default()), Instant::now());
        let (mut people, others) = seats(&hectic, &sessions, load.tabs, &heard).await?;
        let connects_per_s = load.tabs as f64 / started.elapsed().as_secs_f64();
        tokio::time::sleep(IDLE).await;
        let bytes_per_tab = (hectic.server.memory_kib("VmRSS")?.saturating_sub(before_kib) * 1024) as f64 / load.tabs as f64;
        let mut rounds = Vec::new();
        for round in 0..options.rounds {
            let measured = under_load(&hectic.server, &mut people, &heard, load, lasting).await?;
            println!("  {round} {name}: {:.0} deliveries per CPU second, p99 {:.1} ms", measured.per_cpu_second, measured.p99_ms);
            rounds.push(Measured { connects_per_s, bytes_per_tab, ..measured });
        }
        drop(others);
        tell_one(name, &rounds, report);
    }
    Ok(())
}

async fn sessions(hectic: &Hectic, names: &[String]) -> Result<Vec<String>> {
    let mut sessions = Vec::with_capacity(names.len());
    for name in names {
        sessions.push(hectic.signed_in(&format!("{name}@hectic.example")).await?);
    }
    Ok(sessions)
}

/// Those who write, and those who listen with them.
async fn seats(hectic: &Hectic, sessions: &[String], tabs: usize, heard: &Arc<Heard>) -> Result<(Vec<Tab>, Vec<Tab>)> {
    let (room, _) = hectic.room().await?;
    let keys = Arc::new(AtomicU32::new(1));
    let (mut people, mut others) = (Vec::new(), Vec::new());
    for number in 0..tabs {
        let session = sessions.get(number).map_or("", String::as_str);
        let mut stream = shake_hands(hectic.address, "/socket", session).await.with_context(|| format!("tab {number}"))?;
        stream.write_all(&frame(&format!(r#"{{"enter":{{"room":"{room}","after":0,"number":1}}}}"#))).await?;
        let (keys, room) = (keys.clone(), room.clone());
        let wrap = move |text: &str| {
            let key = keys.fetch_add(1, Ordering::Relaxed);
            format!(
                r#"{{"post":{{"number":{key},"post":{{"room":"{room}","key":"00000000-0000-4000-8000-{key:012x}","text":"{text}","answers":null}}}}}}"#
            )
        };
        let tab = Tab::over(stream, Vec::new(), Box::new(wrap), heard.clone());
        if session.is_empty() { &mut others } else { &mut people }.push(tab);
    }
    Ok((people, others))
}
