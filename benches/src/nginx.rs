//! nginx as a peer: one process, tuned for files (sendfile, open files kept, no log), on the server's core.

use crate::process::{Server, on_server_core};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

pub struct Nginx {
    pub server: Server,
    pub address: SocketAddr,
    pub version: String,
    #[expect(dead_code, reason = "removed with this value, after the server has ended")]
    folder: TempDir,
}

/// Serves the files of `root`.
pub fn serve(root: &Path) -> Result<Nginx> {
    let said = Command::new("nginx").arg("-v").output().context("cannot start nginx; run: sudo apt-get install nginx")?;
    let version = String::from_utf8_lossy(&said.stderr).trim().trim_start_matches("nginx version: ").to_owned();
    let folder = tempfile::tempdir()?;
    // Free a moment ago; nginx can't say which port it took.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let file = folder.path().join("nginx.conf");
    fs::write(&file, configuration(folder.path(), root, address))?;
    let child = on_server_core("nginx")
        .args(["-e", "stderr", "-p"])
        .arg(folder.path())
        .arg("-c")
        .arg(&file)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .context("cannot start nginx")?;
    let mut nginx = Nginx { server: Server { child }, address, version, folder };
    for _ in 0..100 {
        if TcpStream::connect(address).is_ok() {
            return Ok(nginx);
        }
        ensure!(nginx.server.child.try_wait()?.is_none(), "nginx ended at once");
        thread::sleep(Duration::from_millis(50));
    }
    bail!("nginx does not answer at {address}")
}

fn configuration(folder: &Path, root: &Path, address: SocketAddr) -> String {
    let (folder, root) = (folder.display(), root.display());
    format!(
        "daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log stderr error;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  open_file_cache max=100 inactive=60s; default_type audio/mpeg;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen {address}; root {root}; }}
}}
"
    )
}
