//! The load: so many connections that each ask again as soon as they are answered. The same for every server.

use crate::{http::Connection, process::Server};
use anyhow::{Result, bail};
use std::{
    cell::Cell,
    net::SocketAddr,
    rc::Rc,
    time::{Duration, Instant},
};
use tokio::task::LocalSet;

/// Connections, caches and the files in memory settle in this time.
const WARMING: Duration = Duration::from_millis(700);

pub struct Load {
    pub address: SocketAddr,
    /// Asked in turn, each connection beginning at another one.
    pub requests: Rc<Vec<Vec<u8>>>,
    pub connections: usize,
    pub lasting: Duration,
    /// Any other status ends the measurement.
    pub status: u16,
}

/// What a server did while it was measured.
pub struct Done {
    pub answers: u64,
    pub body_bytes: u64,
    pub seconds: f64,
    pub cpu_seconds: f64,
}

impl Done {
    pub fn bytes_per_cpu_second(&self) -> f64 {
        self.body_bytes as f64 / self.cpu_seconds
    }

    pub fn answers_per_cpu_second(&self) -> f64 {
        self.answers as f64 / self.cpu_seconds
    }

    pub fn answers_per_second(&self) -> f64 {
        self.answers as f64 / self.seconds
    }
}

impl Load {
    pub async fn put_on(&self, server: &Server) -> Result<Done> {
        let count = Rc::new(Cell::new((0, 0)));
        let connections = LocalSet::new();
        let failed = Rc::new(Cell::new(None));
        for number in 0..self.connections {
            let asking = ask_on(self.address, self.requests.clone(), number, self.status, count.clone());
            let failed = failed.clone();
            connections.spawn_local(async move { failed.set(asking.await.err()) });
        }
        let measured = connections.run_until(async {
            tokio::time::sleep(WARMING).await;
            let (before, cpu_before, started) = (count.get(), server.cpu_seconds()?, Instant::now());
            tokio::time::sleep(self.lasting).await;
            let (after, cpu_after, seconds) = (count.get(), server.cpu_seconds()?, started.elapsed().as_secs_f64());
            Ok(Done { answers: after.0 - before.0, body_bytes: after.1 - before.1, seconds, cpu_seconds: cpu_after - cpu_before })
        });
        let measured = measured.await;
        match failed.take() {
            Some(error) => Err(error),
            None => measured,
        }
    }
}

/// Until it is dropped, or something goes wrong.
async fn ask_on(address: SocketAddr, requests: Rc<Vec<Vec<u8>>>, first: usize, status: u16, count: Rc<Cell<(u64, u64)>>) -> Result<()> {
    let mut connection = Connection::open(address).await?;
    // A step without a common divisor with most lengths: neighbours soon ask for different things.
    for request in requests.iter().cycle().skip(first * 17) {
        let (head, length) = connection.ask(request, None).await?;
        if head.status != status {
            bail!("answered {} instead of {status}: {}", head.status, String::from_utf8_lossy(request));
        }
        let (answers, bytes) = count.get();
        count.set((answers + 1, bytes + length));
    }
    Ok(())
}
