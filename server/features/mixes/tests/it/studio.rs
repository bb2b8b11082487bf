//! Editing, publishing, deleting and undoing.

use crate::{
    house::{House, Server},
    recordings::{picture, plain_mp3, rendered},
    uploader::Uploader,
};
use contract::{
    caller::{Caller, Role},
    covers::Crop,
    failure::Failure,
    ids::{MixId, TenantId},
    outcome::Outcome,
    studio::{Intake, MixRefusal, SaveMix, Studio},
};
use kernel::events::{Event, Subscriber};
use serde_json::json;
use testing::{person, visitor};

/// A mix of the house's DJ that is ready to be published.
async fn ready(house: &House, name: &str) -> MixId {
    let id = waiting(house, name).await;
    house.work().await;
    assert_eq!(house.studio_mix(id).await.mix.intake, Intake::Ready);
    id
}

async fn waiting(house: &House, name: &str) -> MixId {
    let server = Server::start(&house.service, &house.dj).await;
    Uploader::of(&server).upload(name, &plain_mp3(house.bench.folder.path(), 2)).await.unwrap()
}

fn event(tenant: TenantId, kind: &str, subject: uuid::Uuid, payload: &serde_json::Value) -> Event {
    Event { id: uuid::Uuid::from_u128(1), tenant, kind: kind.into(), subject, payload: payload.to_string() }
}

#[tokio::test]
async fn a_draft_is_edited_and_published_once_it_is_ready() {
    let house = House::new().await;
    let id = waiting(&house, "Late_Night.mp3").await;
    assert_eq!(house.save(id, |form| form.visibility = "public".into()).await, Outcome::refused(MixRefusal::NotReady));
    house.work().await;
    let saved = house
        .save(id, |form| {
            (form.title, form.slug) = ("Été à Ibiza".into(), String::new());
            (form.genres, form.moods, form.visibility) = ("House, Balearic".into(), "sunny".into(), "public".into());
        })
        .await;
    let Outcome::Done(saved) = saved else { panic!("{saved:?}") };
    assert_eq!((saved.form.slug.as_str(), saved.form.genres.as_str()), ("ete-a-ibiza", "House, Balearic"));
    let overview = house.service.overview(&house.dj).await.unwrap();
    assert_eq!((overview.published.value, overview.mixes.len()), (1, 1));
    assert!(overview.used.value > 1000 && overview.quota.value == 500_000_000_000);
}

#[tokio::test]
async fn a_typed_address_must_be_free_and_a_made_one_is_numbered() {
    let house = House::new().await;
    let (first, second) = (ready(&house, "Dub.mp3").await, ready(&house, "Dub.mp3").await);
    assert_eq!(house.studio_mix(first).await.form.slug, "dub");
    assert_eq!(house.studio_mix(second).await.form.slug, "dub-2");
    assert_eq!(house.save(second, |form| form.slug = "Dub".into()).await, Outcome::refused(MixRefusal::SlugTaken));
    let saved = house.save(second, |form| form.slug = String::new()).await;
    assert_eq!(saved.done().unwrap().form.slug, "dub-2");
}

#[tokio::test]
async fn a_form_with_mistakes_changes_nothing() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let before = house.studio_mix(id).await.form;
    let refused = house.save(id, |form| (form.title, form.date) = (String::new(), "soon".into())).await;
    assert_eq!(refused.refusals(), [MixRefusal::TitleLength, MixRefusal::DateInvalid]);
    assert_eq!(house.studio_mix(id).await.form, before);
}

#[tokio::test]
async fn a_deleted_mix_comes_back_within_ten_seconds() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let undo = house.service.delete(&house.dj, id).await.unwrap().done().unwrap();
    assert_eq!((undo.title.as_str(), undo.seconds), ("Dub", 10));
    assert_eq!(house.service.mix(&house.dj, id).await, Err(Failure::NotFound));
    assert_eq!(house.service.overview(&house.dj).await.unwrap().mixes, []);
    house.bench.clock.advance_ms(9_999);
    house.work().await;
    assert_eq!(house.service.undo_delete(&house.dj, id).await.unwrap(), Outcome::Done(()));
    house.bench.clock.advance_ms(60_000);
    house.work().await;
    assert_eq!(house.studio_mix(id).await.mix.intake, Intake::Ready);
}

#[tokio::test]
async fn after_ten_seconds_a_deleted_mix_is_gone_from_storage_too() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let other = ready(&house, "Other.mp3").await;
    house.service.delete(&house.dj, id).await.unwrap();
    house.bench.clock.advance_ms(10_000);
    assert_eq!(house.service.undo_delete(&house.dj, id).await.unwrap(), Outcome::refused(MixRefusal::UndoTooLate));
    house.work().await;
    assert!(house.stored().iter().all(|key| key.contains(&other.to_string())));
    assert_eq!(house.service.undo_delete(&house.dj, id).await.unwrap(), Outcome::refused(MixRefusal::UndoTooLate));
    assert_eq!(house.service.overview(&house.dj).await.unwrap().mixes.len(), 1);
}

#[tokio::test]
async fn a_second_deletion_has_its_own_ten_seconds() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    house.service.delete(&house.dj, id).await.unwrap();
    house.bench.clock.advance_ms(5_000);
    house.service.undo_delete(&house.dj, id).await.unwrap();
    house.service.delete(&house.dj, id).await.unwrap();
    house.bench.clock.advance_ms(6_000);
    house.work().await;
    assert_eq!(house.service.undo_delete(&house.dj, id).await.unwrap(), Outcome::Done(()));
}

#[tokio::test]
async fn a_mix_deleted_before_its_analysis_is_analysed_when_it_comes_back() {
    let house = House::new().await;
    let id = waiting(&house, "Dub.mp3").await;
    house.service.delete(&house.dj, id).await.unwrap();
    house.work().await;
    house.service.undo_delete(&house.dj, id).await.unwrap();
    house.work().await;
    assert_eq!(house.studio_mix(id).await.mix.intake, Intake::Ready);
}

#[tokio::test]
async fn a_new_cover_replaces_the_old_one() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let old = house.studio_mix(id).await.mix.cover.unwrap();
    let bytes = std::fs::read(picture(house.bench.folder.path())).unwrap();
    let new = house.service.set_cover(&house.dj, id, bytes, Crop::default()).await.unwrap().done().unwrap();
    assert_ne!(new.version, old.version);
    assert_eq!(house.studio_mix(id).await.mix.cover.unwrap(), new);
    let stored = house.stored();
    assert!(stored.iter().any(|key| key.contains(&new.version)) && !stored.iter().any(|key| key.contains(&old.version)));
    let refused = house.service.set_cover(&house.dj, id, b"GIF no".to_vec(), Crop::default()).await.unwrap();
    assert!(matches!(refused.refusals(), [MixRefusal::CoverNotImage | MixRefusal::CoverDamaged]), "{refused:?}");
}

#[tokio::test]
async fn only_its_dj_and_admins_work_on_a_mix() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let admin = person(house.tenant, Role::Admin);
    assert_eq!(house.service.overview(&admin).await.unwrap().mixes.len(), 1);
    let form = house.service.mix(&admin, id).await.unwrap().form;
    assert!(house.service.save(&admin, form.clone()).await.unwrap().done().is_some());
    let second_tenant = Caller { tenant: house.bench.tenant(), ..house.dj.clone() };
    let second_admin = person(second_tenant.tenant, Role::Admin);
    for (stranger, failure) in [
        (visitor(house.tenant), Failure::SignInRequired),
        (person(house.tenant, Role::Fan), Failure::Forbidden),
        (person(house.tenant, Role::Dj), Failure::NotFound),
        (second_tenant, Failure::NotFound),
        (second_admin, Failure::NotFound),
    ] {
        let studio = &house.service;
        assert_eq!(studio.mix(&stranger, id).await, Err(failure.clone()));
        assert_eq!(studio.save(&stranger, form.clone()).await, Err(failure.clone()));
        assert_eq!(studio.save(&stranger, SaveMix { title: String::new(), ..form.clone() }).await, Err(failure.clone()));
        assert_eq!(studio.delete(&stranger, id).await, Err(failure.clone()));
        assert_eq!(studio.set_cover(&stranger, id, vec![], Crop::default()).await, Err(failure.clone()));
        assert_eq!(studio.crop_cover(&stranger, id, Crop::default()).await, Err(failure.clone()));
        assert_eq!(studio.cover_source(&stranger, id).await, Err(failure.clone()));
        assert!(studio.overview(&stranger).await.map_or(true, |overview| overview.mixes.is_empty() && overview.plays.value == 0));
        studio.delete(&house.dj, id).await.unwrap();
        assert!(!matches!(studio.undo_delete(&stranger, id).await, Ok(Outcome::Done(()))));
        assert_eq!(studio.undo_delete(&house.dj, id).await.unwrap(), Outcome::Done(()));
    }
}

#[tokio::test]
async fn a_second_tenants_space_and_addresses_are_its_own() {
    let house = House::new().await;
    ready(&house, "Dub.mp3").await;
    let theirs = person(house.bench.tenant(), Role::Dj);
    assert_eq!(house.service.overview(&theirs).await.unwrap().used.value, 0);
    let server = Server::start(&house.service, &theirs).await;
    let id = Uploader::of(&server).begin("Dub.mp3", 10).await.unwrap().mix;
    assert_eq!(house.service.mix(&theirs, id).await.unwrap().form.slug, "dub");
}

#[tokio::test]
async fn a_deleted_account_takes_its_mixes_and_files_along() {
    let house = House::new().await;
    ready(&house, "Dub.mp3").await;
    waiting(&house, "Two.mp3").await;
    let account = house.dj.viewer.as_ref().unwrap().account.0;
    let deleted = event(house.tenant, "accounts.deleted", account, &json!({ "account": account }));
    for _ in 0..2 {
        house.service.receive(&deleted).await.unwrap();
    }
    assert_eq!(house.stored(), Vec::<String>::new());
    assert_eq!(house.service.overview(&person(house.tenant, Role::Admin)).await.unwrap().mixes, []);
}

#[tokio::test]
async fn a_profile_change_arrives_at_djs_only() {
    use mixes::entity::dj;
    use sea_orm::EntityTrait;
    let house = House::new().await;
    let account = house.dj.viewer.as_ref().unwrap().account.0;
    let profile = |role: &str, name: &str| json!({ "account": account, "slug": "danny", "name": name, "bio": "Hi.", "role": role });
    let changed = |payload| event(house.tenant, "accounts.profile-changed", account, &payload);
    let row = async || dj::Entity::find_by_id(account).one(house.bench.kernel.database.read()).await.unwrap();
    house.service.receive(&changed(profile("fan", "Danny"))).await.unwrap();
    assert_eq!(row().await, None);
    house.service.receive(&changed(profile("dj", "Danny"))).await.unwrap();
    house.service.receive(&changed(profile("dj", "Danny B"))).await.unwrap();
    let found = row().await.unwrap();
    assert_eq!((found.slug.as_str(), found.name.as_str(), found.bio.as_str()), ("danny", "Danny B", "Hi."));
}

/// `NOON` of the bench is 2026-11-22T12:00Z, and its tenant is in London.
#[tokio::test]
async fn a_mix_is_published_by_itself_at_its_time_and_not_before() {
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let at = kernel::local_time::parse(&house.dj, "2027-07-01T20:30").unwrap();
    let scheduled =
        house.save(id, |form| (form.visibility, form.publish_at) = ("public".into(), "2027-07-01T20:30".into())).await.done().unwrap();
    assert_eq!((scheduled.form.visibility.as_str(), scheduled.form.publish_at.as_str()), ("draft", "2027-07-01T20:30"));
    assert_eq!(scheduled.mix.publish_at.unwrap().at, at);
    house.bench.clock.advance_ms(at.0 - house.bench.kernel.now().0 - 1_000);
    house.work().await;
    assert_eq!(house.studio_mix(id).await.form.visibility, "draft");
    house.bench.clock.advance_ms(1_000);
    house.work().await;
    let published = house.studio_mix(id).await;
    assert_eq!((published.form.visibility.as_str(), published.form.publish_at.as_str()), ("public", ""));
    assert_eq!(crate::shelf::row(&house, id.0).await.published_at, Some(at.0));
}

#[tokio::test]
async fn a_schedule_that_was_changed_or_taken_back_does_not_publish() {
    let house = House::new().await;
    let (moved, stopped) = (ready(&house, "Moved.mp3").await, ready(&house, "Stopped.mp3").await);
    for id in [moved, stopped] {
        house.save(id, |form| (form.visibility, form.publish_at) = ("public".into(), "2027-07-01T20:30".into())).await.done().unwrap();
    }
    house.save(moved, |form| (form.visibility, form.publish_at) = ("public".into(), "2027-08-01T20:30".into())).await.done().unwrap();
    house.save(stopped, |form| form.visibility = "draft".into()).await.done().unwrap();
    let at = kernel::local_time::parse(&house.dj, "2027-07-02T00:00").unwrap();
    house.bench.clock.advance_ms(at.0 - house.bench.kernel.now().0);
    house.work().await;
    assert_eq!(house.studio_mix(moved).await.form.publish_at, "2027-08-01T20:30");
    for id in [moved, stopped] {
        assert_eq!(house.studio_mix(id).await.form.visibility, "draft");
    }
    let refused = house.save(moved, |form| form.publish_at = "soon".into()).await;
    assert_eq!(refused, Outcome::refused(MixRefusal::PublishAtInvalid));
    let past =
        house.save(moved, |form| (form.visibility, form.publish_at) = ("public".into(), "2020-01-01T00:00".into())).await.done().unwrap();
    assert_eq!(past.form.visibility, "public", "a moment that has passed is now");
}

#[tokio::test]
async fn the_checklist_says_what_is_missing() {
    use contract::tracklists::{Track, Tracklists};
    let house = House::new().await;
    let id = ready(&house, "Dub.mp3").await;
    let points = |detail: contract::studio::StudioMixDetail| {
        let list = detail.checklist;
        (list.analysed, list.described, list.has_genres, list.has_tracks)
    };
    assert_eq!(points(house.studio_mix(id).await), (true, false, false, false));
    house.save(id, |form| (form.description, form.genres) = ("Deep.".into(), "Dub".into())).await.done().unwrap();
    let track = Track { at_ms: Some(0), title: "Intro".into(), ..Track::default() };
    Tracklists::save(&house.service, &house.dj, id, vec![track]).await.unwrap().done().unwrap();
    assert_eq!(points(house.studio_mix(id).await), (true, true, true, true));
}

#[tokio::test]
async fn a_mix_takes_the_recording_of_a_draft_and_keeps_its_address() {
    let house = House::new().await;
    let old = ready(&house, "Dub.mp3").await;
    let saved = house.save(old, |form| form.visibility = "public".into()).await.done().unwrap();
    let server = Server::start(&house.service, &house.dj).await;
    let longer = plain_mp3(house.bench.folder.path(), 5);
    let new = Uploader::of(&server).upload("New master.mp3", &longer).await.unwrap();
    house.work().await;
    let offered = house.studio_mix(old).await.recordings;
    assert_eq!(offered.iter().map(|recording| recording.mix).collect::<Vec<_>>(), [new]);

    let replaced = house.service.replace(&house.dj, old, new).await.unwrap().done().unwrap();
    assert_eq!((&replaced.mix.slug, &replaced.mix.title), (&saved.mix.slug, &saved.mix.title));
    assert!(replaced.mix.duration_ms.value > saved.mix.duration_ms.value + 2_000);
    assert_eq!(replaced.recordings, []);
    let sound = reqwest::get(format!("http://{}{}", server.address, replaced.audio.unwrap().url)).await.unwrap();
    assert_eq!(sound.bytes().await.unwrap(), longer);
    assert_eq!(house.service.mix(&house.dj, new).await, Err(Failure::NotFound));
    house.bench.clock.advance_ms(10_000);
    house.work().await;
    let sounds: Vec<String> = house.stored().into_iter().filter(|key| key.contains("/audio/") && !key.ends_with("/opus")).collect();
    assert_eq!(sounds.len(), 1, "{sounds:?}");
}

#[tokio::test]
async fn only_a_fresh_draft_of_ones_own_gives_its_recording() {
    let house = House::new().await;
    let (target, out) = (ready(&house, "Dub.mp3").await, ready(&house, "Out.mp3").await);
    house.save(out, |form| form.visibility = "public".into()).await.done().unwrap();
    let refused = Outcome::refused(MixRefusal::NoSuchRecording);
    assert_eq!(house.service.replace(&house.dj, target, out).await.unwrap(), refused);
    assert_eq!(house.service.replace(&house.dj, target, target).await.unwrap(), refused);
    let colleague = person(house.tenant, Role::Dj);
    assert_eq!(house.service.replace(&colleague, target, out).await, Err(Failure::NotFound));
    assert_eq!(house.service.replace(&house.dj, target, MixId(uuid::Uuid::from_u128(5))).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn one_recording_in_two_files_is_found_out() {
    let house = House::new().await;
    let server = Server::start(&house.service, &house.dj).await;
    let first = "aevalsrc='sin(2*PI*60*t)*exp(-20*mod(t,0.5))+0.3*sin(2*PI*440*t)*lt(mod(t*t,97),41)':d=70";
    let second = "aevalsrc='sin(2*PI*60*t)*exp(-20*mod(t,0.5))+0.3*sin(2*PI*440*t)*lt(mod(t*t,61),29)':d=70";
    let mut sent = Vec::new();
    for (name, sound, more) in [("one.mp3", first, ""), ("again.ogg", first, "-ss 4"), ("other.mp3", second, "")] {
        let bytes = rendered(house.bench.folder.path(), name, sound, more);
        sent.push(Uploader::of(&server).upload(name, &bytes).await.unwrap());
    }
    house.work().await;
    let pairs = house.service.duplicates(&house.dj).await.unwrap();
    let mut found: Vec<(MixId, MixId)> =
        pairs.iter().map(|pair| (pair.first.id.min(pair.second.id), pair.first.id.max(pair.second.id))).collect();
    found.sort();
    assert_eq!(found, [(sent[0].min(sent[1]), sent[0].max(sent[1]))]);
    assert_eq!(house.service.duplicates(&person(house.tenant, Role::Dj)).await, Ok(vec![]));
    assert_eq!(house.service.duplicates(&person(house.tenant, Role::Fan)).await, Err(Failure::Forbidden));
}
