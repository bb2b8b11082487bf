//! Uploads: resuming, checking, refusing, expiring.

use crate::{
    house::{House, Server},
    recordings::{plain_mp3, program},
    uploader::{Refused, Uploader, refused},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use contract::{
    caller::Role,
    studio::{Intake, Studio},
};
use reqwest::Method;
use sha2::{Digest, Sha256};
use testing::{person, visitor};
use tokio::{io::AsyncWriteExt, net::TcpStream};

const WEEK_MS: i64 = 7 * 24 * 3600 * 1000;

#[tokio::test]
async fn a_file_sent_in_pieces_becomes_a_mix_that_waits_for_analysis() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 20);
    let upload = client.begin("Late_Night.mp3", file.len()).await.unwrap();
    let half = file.len() / 2;
    assert_eq!(client.send(&upload, 0, &file[..half]).await.unwrap(), half);
    let shown = house.studio_mix(upload.mix).await.mix;
    assert_eq!(shown.title, "Late Night");
    assert!(matches!(shown.intake, Intake::Uploading { received_bytes, .. } if received_bytes == half as u64), "{:?}", shown.intake);
    assert_eq!(client.send(&upload, half, &file[half..]).await.unwrap(), file.len());
    assert_eq!(house.studio_mix(upload.mix).await.mix.intake, Intake::Waiting);
    assert_eq!(house.parts(), 0);
    let key = format!("{}/mixes/{}/audio/original", house.tenant, upload.mix);
    assert!(house.service.storage().get(&key).await.unwrap() == file);
    // The last reply may be lost: asked again, the upload is still whole.
    assert_eq!(client.offset(&upload).await.unwrap(), file.len());
}

#[tokio::test]
async fn the_protocol_is_announced_and_its_version_required() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let options = client.request(Method::OPTIONS, "/uploads").send().await.unwrap();
    assert_eq!(options.status(), 204);
    assert_eq!(options.headers()["tus-extension"], "creation,creation-with-upload,checksum,expiration,termination");
    assert_eq!(options.headers()["tus-max-size"], (2_u64 << 30).to_string().as_str());
    let plain = reqwest::Client::new().post(format!("http://{}/uploads", server.address)).header("upload-length", 5).send().await.unwrap();
    assert_eq!(plain.status(), 412);
    assert_eq!(plain.headers()["tus-version"], "1.0.0");
}

#[tokio::test]
async fn a_dropped_connection_keeps_what_arrived_and_the_rest_follows() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 30);
    let upload = client.begin("mix.mp3", file.len()).await.unwrap();
    let mut socket = TcpStream::connect(client.address).await.unwrap();
    let head = format!(
        "PATCH {} HTTP/1.1\r\nhost: x\r\ntus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\ncontent-length: {}\r\n\r\n",
        upload.location,
        file.len()
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(&file[..300_000]).await.unwrap();
    while house.part_bytes(&upload.location).is_none_or(|bytes| bytes == 0) {
        tokio::task::yield_now().await;
    }
    drop(socket);
    // Asking where to resume ends the old request and waits for what it saves.
    let offset = client.offset(&upload).await.unwrap();
    assert!((1..=300_000).contains(&offset), "{offset}");
    assert_eq!(client.send(&upload, offset, &file[offset..]).await.unwrap(), file.len());
    assert!(house.service.storage().get(&format!("{}/mixes/{}/audio/original", house.tenant, upload.mix)).await.unwrap() == file);
}

#[tokio::test]
async fn a_second_writer_is_locked_out_while_the_first_sends() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 20);
    let upload = client.begin("mix.mp3", file.len()).await.unwrap();
    let (sender, receiver) = futures::channel::mpsc::unbounded::<Result<Vec<u8>, std::io::Error>>();
    sender.unbounded_send(Ok(file[..1000].to_vec())).unwrap();
    let slow = client.chunk(&upload, 0, &[]).body(reqwest::Body::wrap_stream(receiver));
    let slow = tokio::spawn(slow.send());
    while house.part_bytes(&upload.location).is_none() {
        tokio::task::yield_now().await;
    }
    assert_eq!(client.send(&upload, 0, b"x").await.unwrap_err().status, 423);
    sender.unbounded_send(Ok(file[1000..2000].to_vec())).unwrap();
    drop(sender);
    assert_eq!(slow.await.unwrap().unwrap().headers()["upload-offset"], "2000");
}

#[tokio::test]
async fn an_upload_goes_on_after_a_restart_of_the_server() {
    let house = House::new().await;
    let file = plain_mp3(house.bench.folder.path(), 20);
    let first = Server::start(&house.service, &house.dj).await;
    let upload = Uploader::of(&first).begin("mix.mp3", file.len()).await.unwrap();
    Uploader::of(&first).send(&upload, 0, &file[..100_000]).await.unwrap();
    drop(first);
    // More had reached the disk than the row knows: the file is the truth.
    let part = house.bench.folder.path().join("uploads").join(format!("{}.part", upload.location.rsplit('/').next().unwrap()));
    std::fs::OpenOptions::new()
        .append(true)
        .open(&part)
        .and_then(|mut file_on_disk| std::io::Write::write_all(&mut file_on_disk, &file[100_000..150_000]))
        .unwrap();
    let second = Server::start(&house.restarted(), &house.dj).await;
    let client = Uploader::of(&second);
    assert_eq!(client.offset(&upload).await.unwrap(), 150_000);
    assert_eq!(client.send(&upload, 150_000, &file[150_000..]).await.unwrap(), file.len());
    house.work().await;
    assert_eq!(house.studio_mix(upload.mix).await.mix.intake, Intake::Ready);
}

#[tokio::test]
async fn an_upload_that_was_whole_when_the_server_died_is_handed_over_at_the_next_question() {
    let house = House::new().await;
    let file = plain_mp3(house.bench.folder.path(), 20);
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let upload = client.begin("mix.mp3", file.len()).await.unwrap();
    client.send(&upload, 0, &file[..100_000]).await.unwrap();
    let part = house.bench.folder.path().join("uploads").join(format!("{}.part", upload.location.rsplit('/').next().unwrap()));
    std::fs::write(&part, &file).unwrap();
    assert_eq!(client.offset(&upload).await.unwrap(), file.len());
    assert_eq!(house.studio_mix(upload.mix).await.mix.intake, Intake::Waiting);
}

#[tokio::test]
async fn a_chunk_that_changed_on_its_way_is_undone() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 20);
    let upload = client.begin("mix.mp3", file.len()).await.unwrap();
    let sum = |bytes: &[u8]| format!("sha256 {}", STANDARD.encode(Sha256::digest(bytes)));
    let good = client.chunk(&upload, 0, &file[..100_000]).header("upload-checksum", sum(&file[..100_000])).send().await.unwrap();
    assert_eq!(good.status(), 204);
    let bad = client.chunk(&upload, 100_000, &file[100_000..200_000]).header("upload-checksum", sum(b"other")).send().await.unwrap();
    assert_eq!(bad.status().as_u16(), 460);
    assert!(bad.text().await.unwrap().contains("mixes-upload-checksum"));
    assert_eq!(client.offset(&upload).await.unwrap(), 100_000);
    let unknown = client.chunk(&upload, 100_000, &file[100_000..]).header("upload-checksum", "crc32 AAAA").send().await.unwrap();
    assert_eq!(unknown.status(), 400);
    assert_eq!(client.offset(&upload).await.unwrap(), 100_000);
    let rest = client.chunk(&upload, 100_000, &file[100_000..]).header("upload-checksum", sum(&file[100_000..])).send().await.unwrap();
    assert_eq!(rest.status(), 204);
}

#[tokio::test]
async fn a_wrong_offset_and_too_many_bytes_change_nothing() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 10);
    let upload = client.begin("mix.mp3", file.len()).await.unwrap();
    client.send(&upload, 0, &file[..70_000]).await.unwrap();
    assert_eq!(client.send(&upload, 10, &file[10..]).await.unwrap_err().status, 409);
    assert_eq!(client.send(&upload, 70_000, &file).await.unwrap_err().status, 413);
    let untyped = client.request(Method::PATCH, &upload.location).header("upload-offset", 70_000).body("x").send().await.unwrap();
    assert_eq!(untyped.status(), 415);
    assert_eq!(client.offset(&upload).await.unwrap(), 70_000);
}

#[tokio::test]
async fn the_first_bytes_may_come_with_the_creation() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 10);
    let request = client.request(Method::POST, "/uploads").header("upload-length", file.len());
    let made = request.header("content-type", "application/offset+octet-stream").body(file[..70_000].to_vec()).send().await.unwrap();
    assert_eq!(made.status(), 201);
    assert_eq!(made.headers()["upload-offset"], "70000");
    assert!(made.headers()["upload-expires"].to_str().unwrap().starts_with("Sun, 29 Nov 2026 12:00:00 GMT"));
}

#[tokio::test]
async fn a_renamed_program_is_refused_by_its_first_bytes_and_leaves_nothing() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    assert_eq!(client.upload("mix.mp3", &program()).await, Err(refused(415, "mixes-upload-not-audio")));
    assert_eq!(house.service.overview(&house.dj).await.unwrap().mixes, []);
    assert_eq!(house.service.overview(&house.dj).await.unwrap().used.value, 0);
    assert_eq!((house.parts(), house.stored()), (0, vec![]));
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_before_a_byte_travels() {
    let house = House::with(|config| (config.quota_bytes, config.max_upload_bytes) = (1000, 700)).await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    assert_eq!(client.begin("mix.mp3", 0).await.unwrap_err(), refused(400, "mixes-upload-empty"));
    assert_eq!(client.begin("setup.exe", 10).await.unwrap_err(), refused(415, "mixes-upload-not-audio"));
    assert_eq!(client.begin("mix.wma", 10).await.unwrap_err(), refused(415, "mixes-upload-unsupported"));
    assert_eq!(client.begin("mix.mp3", 701).await.unwrap_err(), refused(413, "mixes-upload-too-large"));
    client.begin("mix.mp3", 600).await.unwrap();
    // A running upload counts in full.
    assert_eq!(client.begin("mix.mp3", 401).await.unwrap_err(), refused(413, "mixes-upload-quota"));
    client.begin("mix.mp3", 400).await.unwrap();
}

#[tokio::test]
async fn eight_uploads_run_at_once() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let first = client.begin("mix.mp3", 10).await.unwrap();
    for _ in 1..8 {
        client.begin("mix.mp3", 10).await.unwrap();
    }
    assert_eq!(client.begin("mix.mp3", 10).await.unwrap_err(), refused(429, "mixes-upload-too-many"));
    assert_eq!(client.request(Method::DELETE, &first.location).send().await.unwrap().status(), 204);
    client.begin("mix.mp3", 10).await.unwrap();
    assert_eq!(house.service.overview(&house.dj).await.unwrap().mixes.len(), 8);
}

#[tokio::test]
async fn only_djs_upload_and_only_to_their_own_uploads() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let upload = Uploader::of(&server).begin("mix.mp3", 10).await.unwrap();
    let nobody = Server::start(&house.service, &visitor(house.tenant)).await;
    assert_eq!(Uploader::of(&nobody).begin("mix.mp3", 10).await.unwrap_err(), refused(401, "common-failure-sign-in"));
    assert_eq!(Uploader::of(&nobody).offset(&upload).await.unwrap_err().status, 401);
    let fan = Server::start(&house.service, &person(house.tenant, Role::Fan)).await;
    assert_eq!(Uploader::of(&fan).begin("mix.mp3", 10).await.unwrap_err(), refused(403, "common-failure-forbidden"));
    let mut elsewhere = house.dj.clone();
    elsewhere.tenant = house.bench.tenant();
    for stranger in [person(house.tenant, Role::Dj), elsewhere] {
        let server = Server::start(&house.service, &stranger).await;
        let client = Uploader::of(&server);
        assert_eq!(client.offset(&upload).await.unwrap_err().status, 404);
        assert_eq!(client.send(&upload, 0, b"x").await.unwrap_err(), refused(404, "common-failure-not-found"));
        assert_eq!(client.request(Method::DELETE, &upload.location).send().await.unwrap().status(), 404);
    }
    assert_eq!(Uploader::of(&server).offset(&upload).await.unwrap(), 0);
}

#[tokio::test]
async fn an_upload_untouched_for_a_week_is_gone_with_its_draft() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let client = Uploader::of(&server);
    let file = plain_mp3(house.bench.folder.path(), 10);
    let idle = client.begin("idle.mp3", file.len()).await.unwrap();
    let alive = client.begin("alive.mp3", file.len()).await.unwrap();
    let late = client.begin("late.mp3", file.len()).await.unwrap();
    client.send(&idle, 0, &file[..1000]).await.unwrap();
    house.bench.clock.advance_ms(WEEK_MS - 1);
    client.send(&alive, 0, &file[..1000]).await.unwrap();
    house.bench.clock.advance_ms(1);
    assert_eq!(client.send(&late, 0, b"x").await.unwrap_err(), refused(410, "mixes-upload-expired"));
    let swept = house.service.sweep(house.bench.kernel.now()).await.unwrap();
    assert_eq!((swept.expired_uploads, swept.stray_files), (1, 0));
    assert_eq!(client.offset(&idle).await.unwrap_err(), Refused { status: 404, ids: vec![] });
    assert_eq!(client.offset(&alive).await.unwrap(), 1000);
    assert_eq!((house.parts(), house.service.overview(&house.dj).await.unwrap().mixes.len()), (1, 1));
}
