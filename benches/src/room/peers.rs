//! The servers of the comparison, each in a process of its own on the server's core.

use super::{dialect::Dialect, listening};
use crate::process::{Server, on_server_core};
use anyhow::{Context, Result};
use std::{net::SocketAddr, path::Path, process::Stdio};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    Hectic,
    Floor,
    Ws,
    SocketIo,
}

impl Peer {
    pub const ALL: [Self; 4] = [Self::Hectic, Self::Floor, Self::Ws, Self::SocketIo];

    pub fn name(self) -> &'static str {
        match self {
            Self::Hectic => "Hectic's fan-out",
            Self::Floor => "bare writes",
            Self::Ws => "ws",
            Self::SocketIo => "socket.io",
        }
    }

    pub fn dialect(self) -> Dialect {
        if self == Self::SocketIo { Dialect::SocketIo } else { Dialect::Plain }
    }
}

/// Starts a server and gives where it listens.
pub fn start(peer: Peer, repository: &Path) -> Result<(Server, SocketAddr)> {
    let node = |script: &str| {
        let mut command = on_server_core("node");
        command.arg(repository.join("benches/peers").join(script));
        command
    };
    let fanout = std::env::var_os("HECTIC_BENCH_FANOUT").context("HECTIC_BENCH_FANOUT names no program")?;
    let ours = |kind: &str| {
        let mut command = on_server_core(&fanout);
        command.arg(kind);
        command
    };
    let mut command = match peer {
        Peer::Hectic => ours("hub"),
        Peer::Floor => ours("floor"),
        Peer::Ws => node("ws.mjs"),
        Peer::SocketIo => node("socketio.mjs"),
    };
    let child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", peer.name()))?;
    listening(Server { child })
}
