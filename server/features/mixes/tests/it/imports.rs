//! Recordings of folders and feeds become mixes, each once, and nothing is left behind by those that don't.

use crate::{
    house::House,
    recordings::{picture, program, tone},
};
use contract::{
    caller::Role,
    failure::Failure,
    ids::MixId,
    imports::{Import, ImportRefusal, ImportState, Imports},
    mixes::Mixes,
    outcome::{Message, Refusal},
    studio::{Intake, UploadRefusal, Visibility},
    tracklists::Tracklists,
};
use mixes::{
    entity::import,
    imports::{Arrival, Order, Origin, Run},
    keys,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use std::{fs, path::Path, time::UNIX_EPOCH};
use testing::{NOON, person};

/// 2024-05-31, noon.
const LAST_MAY: i64 = 1_717_156_800_000;

fn order(house: &House) -> Order {
    let viewer = house.dj.viewer.as_ref().unwrap();
    Order {
        tenant: house.tenant,
        dj: viewer.account,
        dj_name: viewer.name.clone(),
        source: "/music".to_owned(),
        total: 3,
        publish: false,
        genres: "Jungle".to_owned(),
    }
}

async fn begun(house: &House) -> Run {
    house.service.begin_import(order(house)).await.unwrap()
}

fn arrival(path: &Path) -> Arrival {
    let about = fs::metadata(path).unwrap();
    let modified = about.modified().unwrap().duration_since(UNIX_EPOCH).unwrap().as_millis();
    Arrival {
        origin: Origin {
            key: Origin::key_of_path(path),
            content: format!("{:064x}", about.len()),
            size_bytes: about.len(),
            modified_ms: modified as i64,
        },
        file: path.to_path_buf(),
        is_ours: false,
        file_name: path.file_name().unwrap().to_string_lossy().into_owned(),
        title: Some("Night Bus".to_owned()),
        description: String::new(),
        dated_ms: LAST_MAY,
        tracks: vec![],
        cover: None,
    }
}

fn track(at_ms: u64, title: &str) -> tracklists::Track {
    tracklists::Track { at_ms: Some(at_ms), title: title.to_owned(), ..tracklists::Track::default() }
}

/// A file of the DJ's own folder.
fn own(house: &House, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let folder = house.bench.folder.path().join("music");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), bytes).unwrap();
    folder.join(name)
}

fn sound(house: &House, name: &str) -> std::path::PathBuf {
    let bytes = tone(house.bench.folder.path(), name, 2, None);
    own(house, name, &bytes)
}

async fn brought(run: &mut Run, arrival: Arrival) -> Result<MixId, Message> {
    run.bring_in(arrival).await.unwrap()
}

async fn only_import(house: &House) -> Import {
    let mut all = house.service.recent_imports(&house.dj).await.unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[tokio::test]
async fn a_recording_becomes_a_draft_with_its_tracks_and_picture_and_a_job_analyses_it() {
    let house = House::new().await;
    let path = sound(&house, "night.mp3");
    let bytes = fs::read(&path).unwrap();
    let cover = fs::read(picture(house.bench.folder.path())).unwrap();
    let mut run = begun(&house).await;
    let tracks = vec![track(1_000, "Two"), track(0, "One"), track(99_000, "Of another recording")];
    let id = brought(&mut run, Arrival { tracks, cover: Some(cover), ..arrival(&path) }).await.unwrap();
    run.end().await.unwrap();
    let waiting = house.studio_mix(id).await;
    assert_eq!(waiting.mix.intake, Intake::Waiting);
    house.work().await;
    let ready = house.studio_mix(id).await;
    assert_eq!((ready.mix.intake, ready.mix.visibility), (Intake::Ready, Visibility::Draft));
    assert_eq!((ready.form.title.as_str(), ready.form.date.as_str(), ready.form.genres.as_str()), ("Night Bus", "2024-05-31", "Jungle"));
    assert_eq!(ready.mix.cover, waiting.mix.cover, "a picture beside the file counts more than what is drawn");
    let tracks = house.service.edit(&house.dj, id).await.unwrap().tracks;
    let tracks: Vec<_> = tracks.iter().map(|track| (track.at_ms, track.title.as_str())).collect();
    assert_eq!(tracks, [(Some(0), "One"), (Some(1_000), "Two"), (None, "Of another recording")]);
    // The DJ's own file is neither touched nor shared.
    assert_eq!(fs::read(&path).unwrap(), bytes);
    fs::write(&path, "something else").unwrap();
    let stored = house.bench.folder.path().join("files").join(keys::audio(house.tenant.0, id.0));
    assert_eq!(fs::read(stored).unwrap(), bytes);
}

#[tokio::test]
async fn with_publish_a_mix_is_public_under_its_day_once_it_is_analysed() {
    let house = House::new().await;
    let path = sound(&house, "night.mp3");
    let mut run = house.service.begin_import(Order { publish: true, ..order(&house) }).await.unwrap();
    let id = brought(&mut run, arrival(&path)).await.unwrap();
    assert_eq!(house.studio_mix(id).await.mix.visibility, Visibility::Draft);
    house.work().await;
    let mix = house.studio_mix(id).await.mix;
    assert_eq!((mix.visibility, mix.publish_at), (Visibility::Public, None));
    let visitor = testing::visitor(house.tenant);
    let page = house.service.detail(&visitor, mix.slug, None).await.unwrap();
    assert!(page.summary.published.unwrap().iso.starts_with("2024-05-31"));
}

#[tokio::test]
async fn nothing_comes_in_twice_not_from_its_place_and_not_from_another() {
    let house = House::new().await;
    let path = sound(&house, "night.mp3");
    let mut run = begun(&house).await;
    let first = arrival(&path);
    brought(&mut run, first.clone()).await.unwrap();
    let Origin { key, size_bytes, modified_ms, .. } = first.origin.clone();
    let again = house.service.knows_place(house.tenant, &key, size_bytes, modified_ms).await.unwrap();
    assert_eq!(again, Some(ImportRefusal::AlreadyHere));
    let changed = house.service.knows_place(house.tenant, &key, size_bytes, modified_ms + 1).await.unwrap();
    assert_eq!(changed, Some(ImportRefusal::ChangedSince));
    // Another import was quicker between the question and the answer.
    assert_eq!(brought(&mut run, first.clone()).await, Err(ImportRefusal::AlreadyHere.message()));
    let elsewhere = Origin { key: Origin::key_of_item("feed", "1"), ..first.origin.clone() };
    assert!(house.service.note_place(house.tenant, &elsewhere).await.unwrap());
    assert!(house.service.knows_place(house.tenant, &elsewhere.key, size_bytes, modified_ms).await.unwrap().is_some());
    let other = Origin { content: "another".to_owned(), ..elsewhere };
    assert!(!house.service.note_place(house.tenant, &other).await.unwrap());
    run.end().await.unwrap();
    house.work().await;
    let import = only_import(&house).await;
    assert_eq!((import.done.value, import.skipped.value, import.failed.value, import.waiting.value), (1, 1, 0, 0));
    // Another tenant's library is its own.
    assert_eq!(house.service.knows_place(house.bench.tenant(), &key, size_bytes, modified_ms).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_refused_is_named_and_leaves_nothing_behind() {
    let house = House::with(|config| {
        config.max_upload_bytes = 1_000_000;
        config.quota_bytes = 250_000;
    })
    .await;
    let mut run = begun(&house).await;
    let bad = own(&house, "program.mp3", &program());
    assert_eq!(brought(&mut run, arrival(&bad)).await, Err(UploadRefusal::NotAudio.message()));
    let large = own(&house, "large.wav", &vec![0; 1_000_001]);
    assert_eq!(brought(&mut run, arrival(&large)).await.unwrap_err().id, "mixes-upload-too-large");
    let over_quota = house.bench.folder.path().join("long.wav");
    fs::write(&over_quota, tone(house.bench.folder.path(), "made.wav", 4, None)).unwrap();
    assert_eq!(brought(&mut run, arrival(&over_quota)).await.unwrap_err().id, "mixes-upload-quota");
    let growing = sound(&house, "growing.mp3");
    let before = arrival(&growing);
    fs::write(&growing, [fs::read(&growing).unwrap(), vec![0; 9]].concat()).unwrap();
    assert_eq!(brought(&mut run, before).await, Err(ImportRefusal::StillChanging.message()));
    fs::remove_file(&growing).unwrap();
    assert_eq!(house.stored(), Vec::<String>::new());
    let import = only_import(&house).await;
    let names: Vec<&str> = import.failures.iter().map(|failure| failure.name.as_str()).collect();
    assert_eq!(names, ["program.mp3", "large.wav", "long.wav", "growing.mp3"]);
    assert_eq!((import.failed.value, import.state), (4, ImportState::Running));
}

#[tokio::test]
async fn a_recording_that_the_analysis_refuses_is_named_with_the_import_that_brought_it() {
    let house = House::new().await;
    let whole = tone(house.bench.folder.path(), "made.wav", 20, None);
    let half = own(&house, "half.wav", &whole[..whole.len() / 2]);
    let mut run = begun(&house).await;
    let id = brought(&mut run, arrival(&half)).await.unwrap();
    run.end().await.unwrap();
    let import = only_import(&house).await;
    assert_eq!((import.done.value, import.waiting.value, import.failed.value), (1, 1, 0));
    house.work().await;
    let import = only_import(&house).await;
    assert_eq!((import.done.value, import.waiting.value, import.failed.value), (0, 0, 1));
    assert_eq!((import.failures[0].name.as_str(), import.failures[0].mix), ("half.wav", Some(id)));
    assert_eq!(import.failures[0].reason, UploadRefusal::Truncated.message());
    // The same half is not tried again; the whole one is.
    let known = arrival(&half).origin;
    let again = house.service.knows_place(house.tenant, &known.key, known.size_bytes, known.modified_ms).await.unwrap();
    assert_eq!(again, Some(ImportRefusal::AlreadyHere));
    fs::write(&half, whole).unwrap();
    let mended = arrival(&half);
    let again = house.service.knows_place(house.tenant, &known.key, mended.origin.size_bytes, mended.origin.modified_ms).await.unwrap();
    assert_eq!(again, None);
    let mut run = begun(&house).await;
    let id = brought(&mut run, mended).await.unwrap();
    house.work().await;
    assert_eq!(house.studio_mix(id).await.mix.intake, Intake::Ready);
}

#[tokio::test]
async fn a_killed_import_is_ended_and_what_it_was_storing_is_removed() {
    let house = House::new().await;
    let run = begun(&house).await;
    // As a kill in the middle of a file leaves it.
    let mix = kernel::Ids.next();
    let change = import::ActiveModel { bringing: Set(Some(mix)), ..Default::default() };
    let tx = house.bench.kernel.database.write().await.unwrap();
    import::Entity::update_many().set(change).filter(import::Column::Id.eq(run.id().0)).exec(&tx).await.unwrap();
    tx.commit().await.unwrap();
    house.service.storage().put(&keys::audio(house.tenant.0, mix), vec![1, 2, 3].into()).await.unwrap();
    fs::write(run.scratch(), "half a download").unwrap();
    let scratch = run.scratch();
    // While its process lives, others leave it alone, however long it is silent.
    let later = house.restarted();
    assert_eq!(later.sweep(NOON.plus_ms(3_600_000)).await.unwrap().broken_imports, 0);
    assert_eq!(house.stored().len(), 1);
    drop(run);
    assert_eq!(later.sweep(NOON).await.unwrap().broken_imports, 1);
    assert_eq!(house.stored(), Vec::<String>::new());
    assert!(!scratch.exists());
    assert_eq!(only_import(&house).await.state, ImportState::Broken);
}

#[tokio::test]
async fn a_dj_sees_their_own_imports_an_admin_all_and_a_fan_none() {
    let house = House::new().await;
    begun(&house).await.end().await.unwrap();
    let seen = async |role| house.service.recent_imports(&person(house.tenant, role)).await;
    assert_eq!(seen(Role::Admin).await.unwrap().len(), 1);
    assert_eq!(seen(Role::Dj).await.unwrap(), []);
    assert_eq!(seen(Role::Fan).await, Err(Failure::Forbidden));
    assert_eq!(house.service.recent_imports(&testing::visitor(house.tenant)).await, Err(Failure::SignInRequired));
    let import = only_import(&house).await;
    assert_eq!((import.source.as_str(), import.state, import.total.value), ("/music", ImportState::Ended, 3));
}
