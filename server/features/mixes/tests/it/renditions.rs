//! The other forms of a mix's sound: made, served, kept, made good, and gone with their mix.

use crate::{
    house::{House, Server},
    listener::{Listener, header},
    recordings::{plain_mp3, tone},
    shelf::{rewrite, row},
    uploader::Uploader,
};
use contract::{
    caller::{Caller, Role},
    ids::MixId,
    mixes::{AudioSource, MixDetail, Mixes, Rendition},
    studio::{Intake, Studio},
};
use mixes::{entity::rendition, keys};
use reqwest::Method;
use sea_orm::entity::prelude::*;
use testing::{NOON, person, visitor};

async fn uploaded(house: &House, name: &str, bytes: &[u8]) -> MixId {
    let server = Server::start(&house.service, &house.dj).await;
    Uploader::of(&server).upload(name, bytes).await.unwrap()
}

/// A public FLAC with all its forms, and the bytes it came in as.
async fn lossless(house: &House) -> (MixId, Vec<u8>) {
    let flac = tone(house.bench.folder.path(), "a.flac", 3, None);
    let id = uploaded(house, "a.flac", &flac).await;
    house.work().await;
    house.save(id, |form| (form.title, form.visibility) = ("Séance".into(), "public".into())).await.done().unwrap();
    (id, flac)
}

async fn page(house: &House, caller: &Caller, id: MixId) -> MixDetail {
    house.service.detail(caller, row(house, id.0).await.slug, None).await.unwrap()
}

async fn source(house: &House, id: MixId) -> AudioSource {
    page(house, &house.dj, id).await.summary.audio
}

async fn stored(house: &House, key: &str) -> Vec<u8> {
    house.service.storage().get(key).await.unwrap().to_vec()
}

async fn made(house: &House) -> Vec<rendition::Model> {
    rendition::Entity::find().all(house.bench.kernel.database.read()).await.unwrap()
}

fn growing(house: &House) -> usize {
    std::fs::read_dir(house.bench.folder.path().join("uploads/renditions")).map_or(0, Iterator::count)
}

#[tokio::test]
async fn a_lossless_file_plays_at_once_and_its_other_forms_follow() {
    let house = House::new().await;
    let flac = tone(house.bench.folder.path(), "a.flac", 3, None);
    let id = uploaded(&house, "a.flac", &flac).await;
    house.work_in_front().await;
    assert_eq!(house.studio_mix(id).await.mix.intake, Intake::Ready);
    let before = source(&house, id).await;
    assert_eq!((before.mime.as_str(), before.heavy, before.renditions.as_slice()), ("audio/flac", true, &[][..]));
    let listener = Listener::of(&house, &house.dj).await;
    assert_eq!(listener.status(&before.url).await, 200);
    house.work().await;
    assert_eq!(source(&house, id).await.renditions, [Rendition::Mp3, Rendition::Opus]);
    for kind in ["mp3", "opus"] {
        assert!(house.stored().contains(&keys::rendition(house.tenant.0, id.0, kind)), "{:?}", house.stored());
    }
    assert_eq!(growing(&house), 0);
    let used = house.service.overview(&house.dj).await.unwrap().used.value;
    assert_eq!(used, flac.len() as u64, "renditions don't count against the quota");
}

#[tokio::test]
async fn a_file_that_all_browsers_play_gets_the_small_form_only() {
    let house = House::new().await;
    let id = uploaded(&house, "a.mp3", &plain_mp3(house.bench.folder.path(), 3)).await;
    house.work().await;
    let audio = source(&house, id).await;
    assert_eq!((audio.heavy, audio.renditions.as_slice()), (false, &[Rendition::Opus][..]));
    let [opus] = made(&house).await.try_into().unwrap();
    assert_eq!((opus.mime.as_str(), opus.tenant_id), ("audio/ogg; codecs=opus", house.tenant.0));
    assert!((30..=130).contains(&opus.bitrate_kbps), "{}", opus.bitrate_kbps);
}

#[tokio::test]
async fn each_form_is_served_in_parts_under_its_own_tag() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    let listener = Listener::of(&house, &visitor(house.tenant)).await;
    let mut tags = Vec::new();
    for (kind, mime, name) in [("mp3", "audio/mpeg", "seance.mp3"), ("opus", "audio/ogg; codecs=opus", "seance.ogg")] {
        let url = format!("/audio/{id}/{kind}");
        let bytes = stored(&house, &keys::rendition(house.tenant.0, id.0, kind)).await;
        let whole = listener.ask(Method::GET, &url, &[]).await;
        assert_eq!((whole.status().as_u16(), header(&whole, "content-type")), (200, mime));
        assert_eq!(header(&whole, "cache-control"), "public, max-age=3600");
        assert!(header(&whole, "content-disposition").starts_with(&format!("inline; filename=\"{name}\"")));
        let tag = header(&whole, "etag").to_owned();
        assert!(whole.bytes().await.unwrap() == bytes);
        for (range, part) in [("bytes=0-1", 0..2), ("bytes=100-", 100..bytes.len()), ("bytes=-7", bytes.len() - 7..bytes.len())] {
            let response = listener.ask(Method::GET, &url, &[("range", range), ("if-range", &tag)]).await;
            assert_eq!(response.status(), 206, "{kind} {range}");
            assert_eq!(header(&response, "content-range"), format!("bytes {}-{}/{}", part.start, part.end - 1, bytes.len()));
            assert!(response.bytes().await.unwrap() == bytes[part], "{kind} {range}");
        }
        let head = listener.ask(Method::HEAD, &url, &[]).await;
        assert_eq!(header(&head, "content-length"), bytes.len().to_string());
        assert_eq!(listener.ask(Method::GET, &url, &[("if-none-match", &tag)]).await.status(), 304);
        tags.push(tag);
    }
    let mixed = [("range", "bytes=0-1"), ("if-range", tags[0].as_str())];
    let response = listener.ask(Method::GET, &format!("/audio/{id}/opus"), &mixed).await;
    assert_eq!(response.status(), 200, "the tag of another form is another file's");
}

#[tokio::test]
async fn a_form_that_is_not_there_and_another_tenants_are_not_found() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    let plain = uploaded(&house, "b.mp3", &plain_mp3(house.bench.folder.path(), 2)).await;
    house.work().await;
    house.save(plain, |form| form.visibility = "public".into()).await.done().unwrap();
    let ours = Listener::of(&house, &visitor(house.tenant)).await;
    let theirs = Listener::of(&house, &visitor(house.bench.tenant())).await;
    assert_eq!((ours.status(&format!("/audio/{plain}/opus")).await, ours.status(&format!("/audio/{plain}/mp3")).await), (200, 404));
    for wrong in ["flac", "MP3", "original", "mp3/other", "mp3/", "%2e%2e", "waveform"] {
        assert_eq!(ours.status(&format!("/audio/{id}/{wrong}")).await, 404, "{wrong}");
    }
    for kind in ["mp3", "opus"] {
        let url = format!("/audio/{id}/{kind}");
        assert_eq!((ours.status(&url).await, theirs.status(&url).await), (200, 404), "{kind}");
    }
}

#[tokio::test]
async fn a_drafts_forms_need_its_signature() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    house.save(id, |form| (form.visibility, form.downloads) = ("draft".into(), true)).await.done().unwrap();
    let audio = source(&house, id).await;
    let listener = Listener::of(&house, &visitor(house.tenant)).await;
    let signed = [audio.url_of(Rendition::Mp3), audio.url_of(Rendition::Opus), audio.below("download"), audio.below("mp3/download")];
    for url in signed {
        let (path, signature) = url.split_once('?').unwrap();
        let response = listener.ask(Method::GET, &url, &[]).await;
        assert_eq!((response.status().as_u16(), header(&response, "cache-control")), (200, "private, no-store"), "{url}");
        for forged in [path.to_owned(), format!("{path}?{}", signature.replace("exp=", "exp=1"))] {
            assert_eq!(listener.status(&forged).await, 404, "{forged}");
        }
    }
}

#[tokio::test]
async fn a_file_is_there_to_keep_only_where_the_dj_allows_it() {
    let house = House::new().await;
    let (id, flac) = lossless(&house).await;
    let listener = Listener::of(&house, &visitor(house.tenant)).await;
    let theirs = Listener::of(&house, &visitor(house.bench.tenant())).await;
    let forged = ["download", "mp3/download", "opus/download"].map(|tail| format!("/audio/{id}/{tail}"));
    assert_eq!(page(&house, &visitor(house.tenant), id).await.downloads, []);
    for path in &forged {
        assert_eq!(listener.status(path).await, 404, "{path}");
    }
    assert!(house.save(id, |form| form.downloads = true).await.done().unwrap().form.downloads);
    let offered = page(&house, &visitor(house.tenant), id).await.downloads;
    let formats: Vec<_> = offered.iter().map(|download| download.format.as_str()).collect();
    assert_eq!((formats, offered[0].size.value), (vec!["FLAC", "MP3"], flac.len() as u64));
    let name = house.studio_mix(id).await.mix.dj.name;
    let mp3 = stored(&house, &keys::rendition(house.tenant.0, id.0, "mp3")).await;
    for (download, bytes, extension) in [(&offered[0], &flac, "flac"), (&offered[1], &mp3, "mp3")] {
        let response = listener.ask(Method::GET, &download.url, &[]).await;
        assert_eq!((response.status().as_u16(), header(&response, "cache-control")), (200, "private, no-store"));
        let kept = header(&response, "content-disposition").to_owned();
        let encoded = name.replace(' ', "%20");
        assert!(kept.starts_with("attachment; filename=\""), "{kept}");
        assert!(kept.ends_with(&format!("filename*=UTF-8''{encoded}%20-%20S%C3%A9ance.{extension}")), "{kept}");
        assert!(response.bytes().await.unwrap() == *bytes);
        let part = listener.ask(Method::GET, &download.url, &[("range", "bytes=5-9")]).await;
        assert!(part.status() == 206 && part.bytes().await.unwrap() == bytes[5..10]);
        assert_eq!(theirs.status(&download.url).await, 404);
    }
    assert!(!house.save(id, |form| form.downloads = false).await.done().unwrap().form.downloads);
    for path in &forged {
        assert_eq!(listener.status(path).await, 404, "{path} after the DJ changed their mind");
    }
}

#[tokio::test]
async fn a_library_from_before_gets_its_forms_by_the_hourly_sweep() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    assert_eq!(house.service.sweep(NOON).await.unwrap().rendered, 0, "what is there is left alone");
    let tx = house.bench.kernel.database.write().await.unwrap();
    rendition::Entity::delete_many().exec(&tx).await.unwrap();
    tx.commit().await.unwrap();
    rewrite(&house, id.0, |row| row.renditions = None).await;
    assert_eq!(source(&house, id).await.renditions, []);
    assert_eq!(house.service.sweep(NOON).await.unwrap().rendered, 1);
    assert_eq!(house.service.sweep(NOON).await.unwrap().rendered, 0, "one is waiting already");
    house.work().await;
    assert_eq!(source(&house, id).await.renditions, [Rendition::Mp3, Rendition::Opus]);
}

#[tokio::test]
async fn forms_that_a_killed_process_was_making_are_made_again_and_leave_nothing_behind() {
    let house = House::new().await;
    let id = uploaded(&house, "long.mp3", &plain_mp3(house.bench.folder.path(), 60)).await;
    house.work_in_front().await;
    let kernel = &house.bench.kernel;
    let worker = jobs::Worker::new(kernel.database.clone(), kernel.clock.clone(), house.service.job_handlers());
    {
        let mut dying = std::pin::pin!(worker.run_one());
        while growing(&house) == 0 {
            assert!(futures::poll!(dying.as_mut()).is_pending(), "it was done before it was seen");
            tokio::task::yield_now().await;
        }
    }
    // What kill -9 leaves: a file that nobody holds.
    std::fs::write(house.bench.folder.path().join("uploads/renditions/left"), b"half").unwrap();
    assert!(house.service.sweep(kernel.now()).await.unwrap().stray_files >= 1);
    assert_eq!((growing(&house), source(&house, id).await.renditions), (0, vec![]));
    house.bench.clock.advance_ms(20_000);
    house.work().await;
    assert_eq!((growing(&house), source(&house, id).await.renditions), (0, vec![Rendition::Opus]));
}

#[tokio::test]
async fn forms_go_with_their_mix() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    assert_eq!(made(&house).await.len(), 2);
    house.service.delete(&house.dj, id).await.unwrap();
    house.bench.clock.advance_ms(10_000);
    house.work().await;
    assert_eq!((made(&house).await, house.stored()), (vec![], Vec::<String>::new()));
}

#[tokio::test]
async fn a_mix_deleted_before_its_forms_were_made_gets_none_and_all_of_them_when_it_comes_back() {
    let house = House::new().await;
    let id = uploaded(&house, "a.flac", &tone(house.bench.folder.path(), "a.flac", 2, None)).await;
    house.work_in_front().await;
    house.service.delete(&house.dj, id).await.unwrap();
    house.work().await;
    assert_eq!(made(&house).await, vec![]);
    house.service.undo_delete(&house.dj, id).await.unwrap();
    house.work().await;
    assert_eq!(source(&house, id).await.renditions, [Rendition::Mp3, Rendition::Opus]);
}

#[tokio::test]
async fn only_those_who_may_edit_a_mix_open_it_for_downloads() {
    let house = House::new().await;
    let (id, _) = lossless(&house).await;
    let form = contract::studio::SaveMix { downloads: true, ..house.studio_mix(id).await.form };
    for stranger in
        [visitor(house.tenant), person(house.tenant, Role::Fan), person(house.tenant, Role::Dj), person(house.bench.tenant(), Role::Admin)]
    {
        assert!(house.service.save(&stranger, form.clone()).await.is_err());
    }
    assert!(!row(&house, id.0).await.downloads);
}
