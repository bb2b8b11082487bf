//! `hectic import` and the watched folder: real files, a real feed over real HTTP, a process that is killed.

use crate::support::{Ended, PASSWORD, Program, TestApp, recording};
use contract::{caller::Role, imports::ImportState};
use serde_json::Value;
use server::library::Watch;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tokio::io::{AsyncBufReadExt, BufReader};

mod feed;

const DJ: &str = "dj@example.org";

/// A program with a DJ.
async fn house() -> Program {
    let program = Program::new().await;
    let mut command = program.command(&["admin", "create", "--email", DJ, "--name", "Test DJ", "--role", "dj"]);
    let made = Program::end(command.env("HECTIC_ADMIN_PASSWORD", PASSWORD)).await;
    assert!(made.success, "{made:?}");
    program
}

/// A recording that is no other's double.
fn write(folder: &Path, name: &str, number: u16) -> PathBuf {
    let mut bytes = recording();
    let [a, b] = number.to_le_bytes();
    bytes[100] = a;
    bytes[101] = b;
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

async fn import(program: &Program, arguments: &[&str]) -> (Ended, Vec<Value>) {
    let ended = program.run(&[&["import", "--dj", DJ, "--json"], arguments].concat()).await;
    let lines = ended.said.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{ended:?}"))).collect();
    (ended, lines)
}

/// Brought in, skipped, failed.
fn sum(lines: &[Value]) -> (u64, u64, u64) {
    let end = lines.last().unwrap();
    assert_eq!(end["end"], true, "{lines:?}");
    let count = |name: &str| end[name].as_u64().unwrap();
    (count("brought_in"), count("skipped"), count("failed"))
}

fn line<'a>(lines: &'a [Value], name: &str) -> &'a Value {
    lines.iter().find(|line| line["name"] == name).unwrap_or_else(|| panic!("no {name} in {lines:?}"))
}

/// The folders of mixes in storage, each with its file's size.
fn stored(program: &Program) -> Vec<u64> {
    let mut sizes = Vec::new();
    for tenant in fs::read_dir(program.folder.path().join("data/files")).into_iter().flatten() {
        for mix in fs::read_dir(tenant.unwrap().path().join("mixes")).into_iter().flatten() {
            sizes.push(fs::metadata(mix.unwrap().path().join("audio/original")).map_or(0, |file| file.len()));
        }
    }
    sizes
}

#[tokio::test]
async fn a_folder_comes_in_once_and_bad_files_are_named_while_the_rest_goes_on() {
    let program = house().await;
    let music = program.folder.path().join("music");
    write(&music, "2024-05-31 Night Bus.wav", 1);
    write(&music, "deep/below/Day Bus.wav", 2);
    write(&music, "copy of day bus.wav", 2);
    fs::write(music.join("renamed.mp3"), [b"MZ".as_slice(), &[7; 90_000]].concat()).unwrap();
    fs::write(music.join("old.wma"), "something").unwrap();
    let folder = music.to_str().unwrap();
    let (ended, lines) = import(&program, &[folder]).await;
    assert_eq!(sum(&lines), (2, 1, 2), "{ended:?}");
    assert_eq!(line(&lines, "2024-05-31 Night Bus.wav")["title"], "Night Bus");
    assert_eq!(line(&lines, "deep/below/Day Bus.wav")["result"], "skipped", "its double came first");
    for name in ["renamed.mp3", "old.wma"] {
        let failed = line(&lines, name);
        assert_eq!(failed["result"], "failed");
        assert!(failed["reason"].as_str().unwrap().len() > 10, "{failed}");
    }
    assert_eq!(ended.code, Some(3), "some failed");
    let (_, lines) = import(&program, &[folder]).await;
    assert_eq!(sum(&lines), (0, 3, 2));
    assert_eq!(stored(&program).len(), 2);
    fs::remove_file(music.join("renamed.mp3")).unwrap();
    fs::remove_file(music.join("old.wma")).unwrap();
    let plain = program.run(&["import", folder, "--dj", DJ]).await;
    assert!(plain.success && plain.said.contains("3 found: 0 brought in, 3 skipped, 0 failed."), "{plain:?}");
}

#[tokio::test]
async fn a_dry_run_says_what_would_come_in_and_changes_nothing() {
    let program = house().await;
    let music = program.folder.path().join("music");
    write(&music, "one.wav", 1);
    write(&music, "two.wav", 2);
    write(&music, "two again.wav", 2);
    fs::write(music.join("empty.mp3"), "").unwrap();
    let folder = music.to_str().unwrap();
    let (ended, lines) = import(&program, &[folder, "--dry-run"]).await;
    assert_eq!(sum(&lines), (2, 1, 1), "{ended:?}");
    assert_eq!(line(&lines, "one.wav")["result"], "would-come-in");
    assert_eq!(stored(&program), Vec::<u64>::new());
    let (_, lines) = import(&program, &[folder]).await;
    assert_eq!(sum(&lines), (2, 1, 1), "the real one finds it all still to do");
    let (_, lines) = import(&program, &[folder, "--dry-run"]).await;
    assert_eq!(sum(&lines), (0, 3, 1));
}

#[tokio::test]
async fn who_is_no_dj_and_what_is_no_folder_is_said_in_words() {
    let program = house().await;
    let music = program.folder.path().join("music");
    write(&music, "one.wav", 1);
    let folder = music.to_str().unwrap();
    for (arguments, words) in [
        (["import", folder, "--dj", "nobody@example.org"].as_slice(), "no account at localhost"),
        (&["import", folder, "--dj", DJ, "--host", "other.example"], "no tenant answers to other.example"),
        (&["import", "/no/such/folder", "--dj", DJ], "/no/such/folder"),
    ] {
        let ended = program.run(arguments).await;
        assert!(!ended.success && ended.complained.contains(words), "{ended:?}");
    }
    let watched = Program::end(program.command(&["doctor"]).env("HECTIC_LIBRARY__WATCH", "/no/such/folder")).await;
    assert!(watched.complained.contains("library.watch"), "{watched:?}");
}

#[tokio::test]
async fn an_import_that_is_killed_goes_on_at_the_next_run_with_nothing_half_stored() {
    const FILES: u16 = 40;
    let program = house().await;
    let music = program.folder.path().join("music");
    for number in 0..FILES {
        write(&music, &format!("mix {number:02}.wav"), number);
    }
    let folder = music.to_str().unwrap();
    let mut child = program.command(&["import", folder, "--dj", DJ, "--json"]).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..7 {
        said.next_line().await.unwrap().expect("it is still running");
    }
    child.kill().await.unwrap();
    let (ended, lines) = import(&program, &[folder]).await;
    let (brought_in, skipped, failed) = sum(&lines);
    assert!(ended.success && failed == 0 && skipped >= 7 && brought_in > 0, "{ended:?}");
    assert_eq!(brought_in + skipped, u64::from(FILES));
    let stored = stored(&program);
    assert_eq!(stored.len(), usize::from(FILES), "one for each, and none without a row");
    assert!(stored.iter().all(|size| *size == recording().len() as u64));
    let left = fs::read_dir(program.folder.path().join("data/uploads/imports")).unwrap().count();
    assert_eq!(left, 0, "no locks of the dead");
}

#[tokio::test]
async fn a_folder_comes_in_while_the_server_writes_the_same_database() {
    const FILES: u16 = 4;
    let program = house().await;
    let music = program.folder.path().join("music");
    for number in 0..FILES {
        write(&music, &format!("mix {number}.wav"), number);
    }
    let serving = program.serve().await;
    let (ended, lines) = import(&program, &[music.to_str().unwrap(), "--publish"]).await;
    assert_eq!(sum(&lines), (u64::from(FILES), 0, 0), "{ended:?}");
    // The server's jobs analyse and publish them.
    server::wiring::install_crypto();
    let http = reqwest::Client::new();
    crate::support::eventually("all are public", || async {
        let page =
            http.get(format!("http://{}/mixes", serving.address)).header("host", "localhost").send().await.unwrap().text().await.unwrap();
        (0..FILES).all(|number| page.contains(&format!("mix {number}")))
    })
    .await;
    serving.terminate().await;
    assert!(serving.ended_well().await);
}

#[tokio::test]
async fn a_watched_folder_comes_in_once_its_files_have_settled() {
    let music = tempfile::tempdir().unwrap();
    let path = music.path().to_path_buf();
    let app = TestApp::with(|config| {
        config.library.watch.clone_from(&path);
        config.library.dj = DJ.to_owned();
        config.library.publish = true;
    })
    .await;
    let dj = app.caller(app.tenant, DJ, Role::Dj).await;
    let mut watch = Watch::default();
    let file = write(&path, "night bus.wav", 1);
    assert_eq!(watch.round(&app.install).await.unwrap(), 0, "it may still be growing");
    app.clock.advance_ms(60_000);
    assert_eq!(watch.round(&app.install).await.unwrap(), 1);
    app.clock.advance_ms(60_000);
    assert_eq!(watch.round(&app.install).await.unwrap(), 0);
    let imports = app.install.services.imports.recent_imports(&dj).await.unwrap();
    assert_eq!(imports.len(), 1, "quiet rounds leave no trace");
    assert_eq!((imports[0].done.value, imports[0].state), (1, ImportState::Ended));
    assert!(file.is_file(), "the file stays where it is");
    app.work().await;
    assert!(app.visitor().get("/mixes/night-bus").await.status == 200);
}

/// An MP3 as podcasts have it.
fn mp3(folder: &Path) -> Vec<u8> {
    let path = folder.join("episode.mp3");
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", "sine=frequency=330:duration=3", "-b:a", "128k"])
        .arg(&path)
        .status()
        .expect("ffmpeg is needed for these tests: apt-get install ffmpeg");
    assert!(made.success());
    fs::read(path).unwrap()
}
