//! A private S3: `moto_server` on a free port, gone when the test is.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
};
use storage::S3Config;

pub struct Moto {
    server: Child,
    endpoint: String,
    bucket: String,
}

impl Moto {
    /// Starts the server and makes the bucket.
    pub async fn start(bucket: &str) -> Self {
        let python = std::env::var_os("HECTIC_PYTHON").map_or_else(default_python, PathBuf::from);
        let mut server = Command::new(&python)
            .args(["-c", "from moto.server import main; main(['-H', '127.0.0.1', '-p', '0'])"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{}: {error}. Run `cargo xtask setup`, or point HECTIC_PYTHON at a Python that has moto[server].", python.display())
            });
        let log = server.stderr.take().unwrap();
        let (found, endpoint) = std::sync::mpsc::channel();
        // Read to the end, or the server would block on a full pipe.
        std::thread::spawn(move || {
            let mut seen = String::new();
            for line in std::io::BufRead::lines(std::io::BufReader::new(log)).map_while(Result::ok) {
                match line.split_once("Running on ") {
                    Some((_, address)) => drop(found.send(Ok(address.trim().to_owned()))),
                    None => seen = line,
                }
            }
            drop(found.send(Err(seen)));
        });
        let endpoint = tokio::task::spawn_blocking(move || endpoint.recv()).await.unwrap().unwrap();
        let endpoint = endpoint
            .unwrap_or_else(|log| panic!("moto did not start: {log}. Install it: {} -m pip install 'moto[server]'", python.display()));
        let made = reqwest::Client::new().put(format!("{endpoint}/{bucket}")).send().await.unwrap();
        assert!(made.status().is_success(), "making the bucket: {}", made.status());
        Self { server, endpoint, bucket: bucket.to_owned() }
    }

    pub fn config(&self) -> S3Config {
        S3Config {
            bucket: self.bucket.clone(),
            endpoint: self.endpoint.clone(),
            region: "us-east-1".into(),
            access_key: "test".into(),
            secret_key: "test".into(),
            allow_http: true,
            virtual_hosted: false,
        }
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn default_python() -> PathBuf {
    PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/hectic/venv/bin/python")
}
