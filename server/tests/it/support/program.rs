//! The real binary in a process of its own.

use std::{process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

/// How long a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder with a fresh database and a built site of one empty script.
pub struct Program {
    pub folder: TempDir,
    database: String,
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Ended {
    pub success: bool,
    /// `None` where a signal ended it.
    pub code: Option<i32>,
    pub said: String,
    pub complained: String,
}

/// A server in a process.
pub struct Serving {
    pub address: String,
    child: Child,
    said: Lines<BufReader<ChildStdout>>,
}

impl Program {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
        std::fs::write(folder.path().join("site/pkg/hectic.js"), "").unwrap();
        let database = testing::fresh_database(folder.path()).await;
        Self { folder, database }
    }

    /// The command with nothing around it but what it needs.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hectic"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("DATABASE_URL", &self.database)
            .env("HECTIC_LOCALES", testing::locales())
            .env("HECTIC_SITE", self.folder.path().join("site"))
            .env("HECTIC_HASHES", self.folder.path().join("no hashes"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    /// The address of its database.
    pub fn database(&self) -> &str {
        &self.database
    }

    pub async fn run(&self, arguments: &[&str]) -> Ended {
        Self::end(&mut self.command(arguments)).await
    }

    pub async fn end(command: &mut Command) -> Ended {
        let output = timeout(PATIENCE, command.output()).await.expect("the command ends").unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ended { success: output.status.success(), code: output.status.code(), said: text(&output.stdout), complained: text(&output.stderr) }
    }

    /// Migrates and serves on a free port.
    pub async fn serve(&self) -> Serving {
        self.serve_as(&[], |command| command).await
    }

    /// The same with more arguments and another environment or log.
    pub async fn serve_as(&self, arguments: &[&str], change: impl FnOnce(&mut Command) -> &mut Command) -> Serving {
        let migrated = self.run(&["migrate"]).await;
        assert!(migrated.success, "{migrated:?}");
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = change(command.args(arguments).stderr(Stdio::null())).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let started = async {
            while let Some(line) = said.next_line().await.unwrap() {
                if let Some(address) = line.strip_prefix("Hectic serves at http://") {
                    return address.to_owned();
                }
            }
            panic!("the server ended before it served");
        };
        let address = timeout(PATIENCE, started).await.expect("the server starts");
        Serving { address, child, said }
    }
}

impl Serving {
    pub fn process(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// What a service manager sends to stop it.
    pub async fn terminate(&self) {
        let id = self.process().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().await.unwrap().success());
    }

    /// Waits for its end; true if it ended by itself and well.
    pub async fn ended_well(mut self) -> bool {
        let ended = timeout(PATIENCE, self.child.wait()).await.expect("the server stops").unwrap();
        let mut rest = String::new();
        self.said.get_mut().read_to_string(&mut rest).await.unwrap();
        ended.success()
    }
}
