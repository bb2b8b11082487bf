//! Ranges of sound beside nginx: the same file, client, ranges and core; Hectic checks a signature for each, nginx none.

use crate::{
    hectic::Seeded,
    http::Connection,
    load::{Done, Load},
    nginx,
    options::Options,
    process::Server,
    report::{Report, Spread},
};
use anyhow::{Result, ensure};
use serde_json::json;
use std::{fs, net::SocketAddr, rc::Rc};

/// A seek in a short track, a piece as a careful client asks for, and one as a browser reads ahead.
const RANGES_KIB: [u64; 3] = [64, 256, 1024];
const CONNECTIONS: usize = 64;
/// Different ranges asked for; spread over the file by a step that has no divisor in common with it.
const PLACES: u64 = 499;
const TARGET: f64 = 0.95;

struct Peer<'a> {
    server: &'a Server,
    address: SocketAddr,
    path: String,
}

pub async fn measure(seeded: &Seeded, options: &Options, report: &mut Report) -> Result<()> {
    let (file, mix) = seeded.largest_sound()?;
    let hectic = seeded.serve()?;
    let path = hectic.signed_sound(&mix).await?;
    let on_disk = seeded.data.join(&file);
    let nginx = nginx::serve(&seeded.data)?;
    let peers = [
        Peer { server: &hectic.server, address: hectic.address, path },
        Peer { server: &nginx.server, address: nginx.address, path: format!("/{}", file.display()) },
    ];
    let bytes = fs::read(&on_disk)?;
    for range_kib in RANGES_KIB {
        for peer in &peers {
            compare(peer, &bytes, range_kib * 1024).await?;
        }
        let mut rounds: [Vec<Done>; 2] = [Vec::new(), Vec::new()];
        for _ in 0..options.rounds {
            for (peer, done) in peers.iter().zip(&mut rounds) {
                done.push(load(peer, bytes.len() as u64, range_kib * 1024, options).put_on(peer.server).await?);
            }
        }
        enter(report, range_kib, &rounds);
    }
    report.detail("audio", json!({ "peer": nginx.version, "file_bytes": bytes.len(), "connections": CONNECTIONS }));
    Ok(())
}

/// Ratios are of neighbours in time, so that what slows one round down slows both.
fn enter(report: &mut Report, range_kib: u64, [ours, theirs]: &[Vec<Done>; 2]) {
    let rates = |done: &[Done]| done.iter().map(|done| done.bytes_per_cpu_second() / 1e6).collect::<Vec<_>>();
    let (our_rates, their_rates) = (rates(ours), rates(theirs));
    let ratios: Vec<f64> = our_rates.iter().zip(&their_rates).map(|(ours, theirs)| ours / theirs).collect();
    let ratio = Spread::of(&ratios);
    report.row(format!("audio, {range_kib} KiB ranges: Hectic, signed"), format!("{} MB per CPU second", Spread::of(&our_rates).text(0)));
    report.row(format!("audio, {range_kib} KiB ranges: nginx"), format!("{} MB per CPU second", Spread::of(&their_rates).text(0)));
    let what = format!("audio, {range_kib} KiB ranges: Hectic beside nginx");
    report.goal(what, format!("{} ×", ratio.text(2)), format!("≥ {TARGET} ×"), ratio.median >= TARGET);
    let seconds = |done: &[Done]| done.iter().map(|done| json!([done.body_bytes, done.cpu_seconds, done.seconds])).collect::<Vec<_>>();
    report.detail(
        format!("audio_{range_kib}_kib"),
        json!({ "fields": "bytes, CPU seconds, seconds", "hectic": seconds(ours), "nginx": seconds(theirs), "ratios": ratios }),
    );
}

fn load(peer: &Peer<'_>, file_bytes: u64, length: u64, options: &Options) -> Load {
    let requests = (0..PLACES).map(|place| request(peer, start(place, file_bytes, length), length)).collect();
    Load { address: peer.address, requests: Rc::new(requests), connections: CONNECTIONS, lasting: options.lasting, status: 206 }
}

fn start(place: u64, file_bytes: u64, length: u64) -> u64 {
    place * 7_368_787 % file_bytes.saturating_sub(length).max(1)
}

fn request(peer: &Peer<'_>, start: u64, length: u64) -> Vec<u8> {
    let (path, address, last) = (&peer.path, peer.address, start + length - 1);
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nRange: bytes={start}-{last}\r\n\r\n").into_bytes()
}

/// Both must send what the file holds.
async fn compare(peer: &Peer<'_>, file: &[u8], length: u64) -> Result<()> {
    let mut connection = Connection::open(peer.address).await?;
    for place in 0..5 {
        let start = start(place, file.len() as u64, length);
        let mut body = Vec::new();
        let (head, _) = connection.ask(&request(peer, start, length), Some(&mut body)).await?;
        let expected = &file[start as usize..(start + length) as usize];
        ensure!(head.status == 206 && body == expected, "{}: other bytes than the file's, or {}", peer.path, head.status);
    }
    Ok(())
}
