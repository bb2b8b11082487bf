//! A Redis server of a test's own, which can be killed, frozen and brought back where it was.

use std::{net::TcpListener, process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Ends with the value.
pub struct Redis {
    folder: TempDir,
    port: u16,
    child: Option<Child>,
}

impl Redis {
    /// # Panics
    /// When there is no `redis-server`: `cargo xtask setup` installs it.
    pub async fn start() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let mut redis = Self { folder: tempfile::tempdir().expect("a temporary folder"), port: free.port(), child: None };
        redis.go_on().await;
        redis
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/0", self.port)
    }

    /// Ends it at once, as a crash would.
    ///
    /// # Panics
    /// When it can't be ended.
    pub async fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().await.expect("it ends");
        }
    }

    /// Starts it again, empty, at the same address.
    ///
    /// # Panics
    /// When it doesn't start.
    pub async fn go_on(&mut self) {
        let mut command = Command::new("redis-server");
        command.args(["--port", &self.port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
        command.current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        self.child = Some(command.spawn().expect("redis-server, which `cargo xtask setup` installs"));
        let listens = async {
            let mut rounds = tokio::time::interval(Duration::from_millis(20));
            while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
                rounds.tick().await;
            }
        };
        tokio::time::timeout(PATIENCE, listens).await.expect("redis-server listens");
    }

    /// Lets it stand still with its connections open, as a lost network would; or go on.
    ///
    /// # Panics
    /// When it doesn't run.
    pub async fn freeze(&self, frozen: bool) {
        let id = self.child.as_ref().and_then(Child::id).expect("it runs").to_string();
        let signal = if frozen { "-STOP" } else { "-CONT" };
        assert!(Command::new("kill").args([signal, &id]).status().await.expect("a signal").success(), "the signal arrives");
    }
}
