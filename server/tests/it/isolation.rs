//! Two tenants on one install: an operator of the second walks every port and finds and changes nothing of the first.

mod room;

use crate::support::{PASSWORD, TestApp};
use contract::{
    Services,
    accounts::{AccountRefusal, ChangeEmail, ChangePassword, Profile, ResetPassword, SignIn, SignUp, UpdateProfile},
    caller::{Caller, Role},
    chat::{Change, ChatRefusal, Hiding, Landmark, MayWrite, PostMessage, REACTIONS},
    covers::Crop,
    failure::Failure,
    ids::{AccountId, MixId, TenantId},
    listening::{Heard, Library},
    mixes::{MixFilter, Rendition},
    moderation::{self, Reason, ReportMessage, RoomRules, RoomSettings},
    notifications::Choice,
    outcome::Outcome,
    requests::{Decision, RequestRefusal, RequestRules, Wish},
    shoutouts::{SendShoutOut, ShoutOutState},
    studio::{BulkChange, LinkLife, SaveMix},
    tenants::{CreateTenant, UpdateBrand},
    tracklists::Track,
};
use std::{fs, path::Path};
use testing::visitor;

const OTHER_PASSWORD: &str = "staple gun velvet moon";

/// The first tenant with somebody and something in it, and a powerful stranger of the second.
struct Neighbours {
    app: TestApp,
    services: Services,
    second: TenantId,
    fan: Caller,
    dj: Caller,
    mix: MixId,
    stranger: Caller,
}

impl Neighbours {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let services = app.install.services.clone();
        let second = app.second_tenant().await;
        let dj = app.caller(app.tenant, "dj@example.org", Role::Dj).await;
        let mix = app.published_by(account(&dj), "Night Bus").await;
        let fan = app.caller(app.tenant, "fan@example.org", Role::Fan).await;
        services.listening.set_like(&fan, mix, true).await.unwrap();
        let ticket = services.listening.begin(&fan, mix).await.unwrap();
        services.listening.heard(&fan, Heard { mix, ticket, position_ms: 700, heard_ms: 700 }).await.unwrap();
        let stranger = app.caller(second, "stranger@example.org", Role::Operator).await;
        Self { app, services, second, fan, dj, mix, stranger }
    }

    /// What the first tenant's people see of their own; must be the same before and after.
    async fn seen(&self) -> (Profile, usize, Library, String) {
        let Services { accounts, listening, mixes, .. } = &self.services;
        let profile = accounts.profile(&self.fan).await.unwrap();
        let devices = accounts.devices(&self.fan).await.unwrap().len();
        let library = listening.library(&self.fan, 1).await.unwrap();
        let detail = mixes.detail(&self.fan, "night-bus".into(), None).await.unwrap();
        (profile, devices, library, format!("{detail:?}"))
    }
}

fn account(caller: &Caller) -> AccountId {
    caller.viewer.as_ref().unwrap().account
}

#[tokio::test]
async fn nothing_of_another_tenant_is_visible() {
    let house = Neighbours::new().await;
    let Services { tenants, accounts, mixes, studio, listening, tracklists, imports, .. } = &house.services;
    let stranger = &house.stranger;
    assert_eq!(tenants.brand(stranger).await.unwrap().name, "Second Brand");
    assert_eq!(accounts.people(stranger, String::new(), 1).await.unwrap().total, 1, "the stranger alone");
    assert_eq!(accounts.people(stranger, "fan@".into(), 1).await.unwrap().total, 0);
    assert_eq!(accounts.devices(stranger).await.unwrap().len(), 1);
    assert_eq!(accounts.profile(stranger).await.unwrap().email, "stranger@example.org");
    let home = mixes.home(stranger).await.unwrap();
    assert!(home.hero.is_none() && home.latest.is_empty() && home.genres.is_empty() && home.total.value == 0);
    let list = mixes.list(stranger, MixFilter::default()).await.unwrap();
    assert!(list.mixes.items.is_empty() && list.genres.is_empty() && list.moods.is_empty() && list.total.value == 0);
    let by_words = MixFilter { words: "night".into(), ..MixFilter::default() };
    assert!(mixes.list(stranger, by_words).await.unwrap().mixes.items.is_empty());
    assert_eq!(mixes.detail(stranger, "night-bus".into(), None).await, Err(Failure::NotFound));
    assert_eq!(mixes.dj(stranger, "test-dj".into(), 1).await, Err(Failure::NotFound));
    let overview = studio.overview(stranger).await.unwrap();
    assert!(overview.mixes.is_empty() && overview.used.value == 0);
    assert_eq!(studio.mix(stranger, house.mix).await, Err(Failure::NotFound));
    assert_eq!(studio.duplicates(stranger).await, Ok(vec![]));
    assert_eq!(studio.cover_source(stranger, house.mix).await, Err(Failure::NotFound));
    assert_eq!(tracklists.tracks(stranger, house.mix).await, Err(Failure::NotFound));
    assert_eq!(tracklists.edit(stranger, house.mix).await, Err(Failure::NotFound));
    assert_eq!(tracklists.close_wave(stranger, house.mix, 0, 1_000).await, Err(Failure::NotFound));
    assert_eq!(imports.recent_imports(stranger).await.unwrap(), []);
    // It reads what it is given, and stores nothing.
    assert_eq!(tracklists.read(stranger, "0:00 A - B".into()).await.unwrap().done().unwrap().tracks.len(), 1);
    assert_eq!(listening.begin(stranger, house.mix).await, Err(Failure::NotFound));
    assert_eq!(listening.last(stranger).await.unwrap(), None);
    assert!(matches!(listening.position(stranger, house.mix).await, Ok(None) | Err(Failure::NotFound)));
    let library = listening.library(stranger, 1).await.unwrap();
    assert_eq!((library.likes.total, library.history.total), (0, 0));
}

#[tokio::test]
async fn nothing_of_another_tenant_can_be_changed() {
    let house = Neighbours::new().await;
    let Services { accounts, studio, listening, tracklists, .. } = &house.services;
    let (stranger, mix) = (&house.stranger, house.mix);
    let before = house.seen().await;
    assert_eq!(accounts.set_role(stranger, account(&house.fan), Role::Admin).await, Err(Failure::NotFound));
    // Ends nothing, whether or not it says so.
    let session = house.fan.viewer.as_ref().unwrap().session;
    let _ = accounts.revoke_device(stranger, session).await;
    accounts.revoke_other_devices(stranger).await.unwrap();
    let form = SaveMix { id: mix.to_string(), title: "Taken over".into(), visibility: "draft".into(), ..SaveMix::default() };
    assert_eq!(studio.save(stranger, form).await, Err(Failure::NotFound));
    assert_eq!(studio.delete(stranger, mix).await, Err(Failure::NotFound));
    assert!(!matches!(studio.undo_delete(stranger, mix).await, Ok(Outcome::Done(()))));
    assert_eq!(studio.share(stranger, mix, LinkLife::Day).await, Err(Failure::NotFound));
    assert_eq!(studio.unshare(stranger, mix, uuid::Uuid::nil()).await, Err(Failure::NotFound));
    let all = studio.change_all(stranger, vec![mix], BulkChange::Delete).await.unwrap().done().unwrap();
    assert_eq!((all.changed, all.left.len()), (0, 0));
    assert_eq!(studio.replace(stranger, mix, mix).await, Err(Failure::NotFound));
    assert_eq!(studio.set_cover(stranger, mix, vec![1, 2, 3], Crop::default()).await, Err(Failure::NotFound));
    assert_eq!(studio.crop_cover(stranger, mix, Crop::default()).await, Err(Failure::NotFound));
    assert_eq!(tracklists.save(stranger, mix, vec![]).await, Err(Failure::NotFound));
    assert_eq!(listening.set_like(stranger, mix, true).await, Err(Failure::NotFound));
    let ticket = listening.begin(&house.fan, mix).await.unwrap();
    house.app.clock.advance_ms(60_000);
    let report = Heard { mix, ticket, position_ms: 900, heard_ms: 60_000 };
    assert_eq!(listening.heard(stranger, report).await, Err(Failure::NotFound));
    listening.forget_history(stranger).await.unwrap();
    assert_eq!(house.seen().await, before);
    assert!(accounts.profile(&house.dj).await.is_ok());
}

#[tokio::test]
async fn a_room_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let chat = &house.services.chat;
    let (stranger, room) = (&house.stranger, chat.station_room(&house.fan).await.unwrap().id);
    let post = |text: &str| PostMessage { room, key: uuid::Uuid::from_u128(1), text: text.into(), answers: None };
    let message = chat.post(&house.fan, post("Among us")).await.unwrap().done().unwrap().message;
    let theirs = chat.station_room(stranger).await.unwrap();
    assert!(theirs.id != room && theirs.messages.is_empty());
    assert_eq!(chat.history(stranger, room, 100).await, Err(Failure::NotFound));
    assert_eq!(chat.missed(stranger, room, 0).await, Err(Failure::NotFound));
    assert_eq!(chat.post(stranger, post("Hello")).await, Err(Failure::NotFound));
    let own = PostMessage { room: theirs.id, answers: Some(message), ..post("Is that so?") };
    assert_eq!(chat.post(stranger, own).await.unwrap(), Outcome::refused(ChatRefusal::NoSuchMessage));
    let fan = account(&house.fan);
    let changes = [
        Change::Edit { message, text: "Changed".into() },
        Change::Delete { message },
        Change::React { message, emoji: REACTIONS[0].into(), given: true },
        Change::TimeOut { room, account: fan, minutes: 10 },
        Change::Ban { room, account: fan },
        Change::Lift { room, account: fan },
        Change::SlowMode { room, seconds: 60 },
        Change::Rule { room, rules: RoomRules { read_only: true, ..RoomRules::default() } },
    ];
    for change in changes {
        let outcome = chat.change(stranger, change.clone()).await;
        assert!(!matches!(outcome, Ok(Outcome::Done(_))), "{change:?}: {outcome:?}");
    }
    // A ban of the second tenant, on an account that is none there, is no ban in the first.
    let _ = chat.change(stranger, Change::Ban { room: theirs.id, account: fan }).await;
    let seen = chat.station_room(&house.fan).await.unwrap();
    assert_eq!((seen.messages.len(), seen.seq, seen.may_write, seen.slow_mode_seconds), (1, 1, MayWrite::Yes, 0));
    assert_eq!((seen.messages[0].text.as_str(), seen.messages[0].reactions.len()), ("Among us", 0));
}

#[tokio::test]
async fn a_track_request_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let Services { requests, tracklists, .. } = &house.services;
    let tracks = vec![Track { artist: "Jeff Mills".into(), title: "The Bells".into(), ..Track::default() }];
    tracklists.save(&house.dj, house.mix, tracks).await.unwrap().done().unwrap();
    let wish = Wish { mix: house.mix, position: 0, dedication: String::new() };
    let id = requests.wish(&house.fan, wish.clone()).await.unwrap().done().unwrap().id;
    let before = requests.requests(&house.fan).await.unwrap();
    let stranger = &house.stranger;
    assert!(requests.songs(stranger, "bells").await.unwrap().is_empty());
    assert_eq!(requests.wish(stranger, wish).await.unwrap(), Outcome::refused(RequestRefusal::NoSuchSong));
    assert!(requests.requests(stranger).await.unwrap().waiting.is_empty());
    assert_eq!(requests.vote(stranger, id, true).await, Err(Failure::NotFound));
    assert_eq!(requests.withdraw(stranger, id).await, Err(Failure::NotFound));
    assert_eq!(requests.decide(stranger, id, Decision::Play).await, Err(Failure::NotFound));
    assert!(house.services.radio.now_playing(stranger).await.unwrap().history.is_empty());
    let closed = RequestRules { open: false, ..RequestRules::default() };
    requests.set_rules(stranger, closed).await.unwrap().done().unwrap();
    assert_eq!(requests.requests(&house.fan).await.unwrap(), before);
}

#[tokio::test]
async fn a_shout_out_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let shout_outs = &house.services.shout_outs;
    let sent = SendShoutOut { text: "Hello".into(), name: String::new(), place: String::new() };
    shout_outs.send(&house.fan, sent).await.unwrap().done().unwrap();
    let id = shout_outs.shout_outs(&house.dj).await.unwrap().held[0].id;
    assert!(shout_outs.shout_outs(&house.stranger).await.unwrap().held.is_empty());
    assert_eq!(shout_outs.judge(&house.stranger, id, ShoutOutState::Shown).await, Err(Failure::NotFound));
    assert_eq!(shout_outs.shout_outs(&house.dj).await.unwrap().held.len(), 1);
}

#[tokio::test]
async fn what_is_reported_in_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let Services { chat, moderation, .. } = &house.services;
    let (stranger, room) = (&house.stranger, chat.station_room(&house.fan).await.unwrap().id);
    let post = PostMessage { room, key: uuid::Uuid::from_u128(1), text: "Among us".into(), answers: None };
    let message = chat.post(&house.fan, post).await.unwrap().done().unwrap().message;
    let report = ReportMessage { message, reason: Reason::Spam, note: String::new() };
    assert_eq!(moderation.report(stranger, report.clone()).await, Err(Failure::NotFound));
    assert_eq!(moderation.report(&house.dj, report).await.unwrap(), Outcome::Done(()));
    assert_eq!(moderation.reports(stranger).await.unwrap().open, 0);
    for decision in [moderation::Decision::Dismiss, moderation::Decision::Delete, moderation::Decision::Ban] {
        assert_eq!(moderation.decide(stranger, message, decision).await, Err(Failure::NotFound));
    }
    assert_eq!(moderation.card(stranger, account(&house.fan)).await, Err(Failure::NotFound));
    assert_eq!(moderation.deeds(stranger, 1).await.unwrap().total, 0);
    assert_eq!(moderation.set_words(stranger, "among".into()).await.unwrap(), Outcome::Done(()));
    assert_eq!(moderation.words(&house.dj).await.unwrap(), "");
    let admin = house.app.caller(house.app.tenant, "admin@example.org", Role::Admin).await;
    assert_eq!(moderation.set_settings(stranger, RoomSettings { kept_days: 7, notices: false }).await.unwrap(), Outcome::Done(()));
    assert_eq!(moderation.settings(&admin).await.unwrap(), RoomSettings::default());
    assert_eq!(moderation.reports(&house.dj).await.unwrap().items[0].said, "Among us");
}

#[tokio::test]
async fn notifications_of_another_tenant_are_not_there() {
    let house = Neighbours::new().await;
    let Services { chat, notifications, .. } = &house.services;
    let room = chat.station_room(&house.fan).await.unwrap().id;
    let post = |key, answers| PostMessage { room, key: uuid::Uuid::from_u128(key), text: "Among us".into(), answers };
    let asked = chat.post(&house.fan, post(1, None)).await.unwrap().done().unwrap().message;
    chat.post(&house.dj, post(2, Some(asked))).await.unwrap().done().unwrap();
    crate::support::eventually("the fan is told", async || notifications.unread(&house.fan).await == Ok(1)).await;
    // Even with the account of one of them.
    let stranger = Caller { viewer: house.fan.viewer.clone(), ..house.stranger.clone() };
    assert_eq!(chat.place(&stranger, room, Landmark::Message(asked)).await, Err(Failure::NotFound));
    assert_eq!(chat.here(&stranger, room).await, Err(Failure::NotFound));
    assert_eq!(chat.hide(&stranger, account(&house.dj), Some(Hiding::Blocked)).await, Err(Failure::NotFound));
    let list = notifications.notifications(&stranger, 1).await.unwrap();
    assert_eq!((list.page.total, list.unread, notifications.unread(&stranger).await), (0, 0, Ok(0)));
    let id = notifications.notifications(&house.fan, 1).await.unwrap().page.items[0].id;
    assert_eq!(notifications.read(&stranger, Some(id)).await, Ok(0));
    let none = notifications.choices(&stranger).await.unwrap().into_iter().map(|choice| Choice { shown: false, ..choice }).collect();
    notifications.choose(&stranger, none).await.unwrap();
    assert!(notifications.choices(&house.fan).await.unwrap().iter().all(|choice| choice.shown));
    assert_eq!(notifications.unread(&house.fan).await, Ok(1));
}

#[tokio::test]
async fn a_bot_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let bots = &house.services.bots;
    let admin = house.app.caller(house.app.tenant, "admin@example.org", Role::Admin).await;
    let bot = bots.create_bot(&admin, "Tracks".into()).await.unwrap().done().unwrap().bot;
    let before = bots.bots(&admin).await.unwrap();
    let stranger = &house.stranger;
    assert_eq!(bots.bots(stranger).await, Ok(vec![]));
    assert_eq!(bots.rename_bot(stranger, bot, "Mine".into()).await, Err(Failure::NotFound));
    assert_eq!(bots.renew_token(stranger, bot).await, Err(Failure::NotFound));
    assert_eq!(bots.revoke_bot(stranger, bot).await, Err(Failure::NotFound));
    assert_eq!(bots.set_webhook(stranger, bot, "https://example.org/".into()).await, Err(Failure::NotFound));
    assert_eq!(bots.bots(&admin).await.unwrap(), before);
}

#[tokio::test]
async fn a_person_of_one_tenant_is_nobody_in_another() {
    let house = Neighbours::new().await;
    let Services { accounts, .. } = &house.services;
    let second = visitor(house.second);
    let wrong = Outcome::Refused(vec![AccountRefusal::WrongCredentials]);
    let form = SignIn { email: "fan@example.org".into(), password: PASSWORD.into() };
    assert_eq!(accounts.sign_in(&second, form).await.unwrap(), wrong);
    accounts.request_reset(&visitor(house.app.tenant), "fan@example.org".into()).await.unwrap();
    let token = house.app.link_token("fan@example.org").await;
    let reset = ResetPassword { token: token.clone(), password: OTHER_PASSWORD.into() };
    let expired = Outcome::Refused(vec![AccountRefusal::LinkExpired]);
    assert_eq!(accounts.reset_password(&second, reset).await.unwrap(), expired);
    assert_eq!(accounts.confirm(&second, token.clone()).await.unwrap(), expired);
    assert!(!matches!(accounts.confirm_email(&second, token).await, Ok(Outcome::Done(()))));
    // The same address is free there: it makes another person.
    let sign_up = SignUp { name: "Someone Else".into(), email: "fan@example.org".into(), password: OTHER_PASSWORD.into() };
    assert_eq!(accounts.sign_up(&second, sign_up).await.unwrap(), Outcome::Done(()));
    assert_eq!(accounts.profile(&house.fan).await.unwrap().name, "Test fan");
}

#[tokio::test]
async fn an_identity_carried_to_another_tenant_opens_nothing() {
    let house = Neighbours::new().await;
    let Services { accounts, listening, .. } = &house.services;
    let before = house.seen().await;
    let disguised = Caller { viewer: house.fan.viewer.clone(), ..visitor(house.second) };
    assert!(accounts.profile(&disguised).await.is_err());
    assert!(accounts.update_profile(&disguised, UpdateProfile { name: "Changed".into(), bio: String::new() }).await.is_err());
    let email = ChangeEmail { email: "new@example.org".into(), password: PASSWORD.into() };
    assert!(accounts.change_email(&disguised, email).await.is_err());
    let password = ChangePassword { current: PASSWORD.into(), password: OTHER_PASSWORD.into() };
    assert!(accounts.change_password(&disguised, password).await.is_err());
    assert!(accounts.delete_account(&disguised, PASSWORD.into()).await.is_err());
    accounts.sign_out(&disguised).await.unwrap();
    // Forgets what this person heard in the second tenant, which is nothing.
    let _ = listening.forget_history(&disguised).await;
    assert_eq!(house.seen().await, before);
}

#[tokio::test]
async fn a_brand_is_changed_by_its_own_people_only() {
    let house = Neighbours::new().await;
    let Services { tenants, .. } = &house.services;
    let form = UpdateBrand {
        name: "Renamed".into(),
        tagline: String::new(),
        hue: "200".into(),
        chroma: "0.1".into(),
        links: String::new(),
        time_zone: "Europe/Paris".into(),
        locale: "fr".into(),
    };
    assert!(matches!(tenants.update_brand(&house.stranger, form.clone()).await.unwrap(), Outcome::Done(_)));
    assert_eq!(tenants.brand(&house.fan).await.unwrap().name, "First Brand");
    assert_eq!(tenants.brand(&house.stranger).await.unwrap().name, "Renamed");
    assert_eq!(tenants.update_brand(&house.fan, form).await, Err(Failure::Forbidden));
    // Operators see and add tenants; nobody else does.
    assert_eq!(tenants.list(&house.stranger).await.unwrap().len(), 2);
    assert_eq!(tenants.list(&house.dj).await, Err(Failure::Forbidden));
    let third = CreateTenant { name: "Third Brand".into(), host: "third.localhost".into() };
    assert_eq!(tenants.create(&house.dj, third).await, Err(Failure::Forbidden));
}

#[tokio::test]
async fn bytes_of_another_tenant_are_not_served() {
    let house = Neighbours::new().await;
    while house.app.install.renderer.run_one().await.unwrap() {}
    let form = house.services.studio.mix(&house.dj, house.mix).await.unwrap().form;
    let saved = house.services.studio.save(&house.dj, SaveMix { downloads: true, ..form }).await.unwrap();
    assert!(saved.done().is_some());
    let detail = house.services.mixes.detail(&house.fan, "night-bus".into(), None).await.unwrap();
    let (opus, kept) = (detail.summary.audio.url_of(Rendition::Opus), detail.downloads[0].url.clone());
    let (sound, cover) = (detail.summary.audio.url, detail.summary.cover.url(320));
    let mut here = house.app.visitor();
    let mut there = house.app.visitor_of("second.localhost");
    for path in [sound, cover, opus, kept] {
        assert_eq!(here.get(&path).await.status, 200, "{path}");
        assert_eq!(there.get(&path).await.status, 404, "{path}");
    }
}

/// The walk is only as good as it is complete.
#[test]
fn every_port_is_walked_here() {
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/contract/src");
    let walk = concat!(include_str!("isolation.rs"), include_str!("isolation/room.rs"));
    let mut ports = 0;
    for file in [
        "accounts.rs",
        "bots.rs",
        "chat.rs",
        "emotes.rs",
        "imports.rs",
        "listening.rs",
        "mixes.rs",
        "moderation.rs",
        "notifications.rs",
        "polls.rs",
        "radio.rs",
        "requests.rs",
        "shoutouts.rs",
        "studio.rs",
        "tenants.rs",
        "tracklists.rs",
    ] {
        let source = fs::read_to_string(contract.join(file)).unwrap();
        for port in source.split("async fn ").skip(1).map(|rest| rest.split('(').next().unwrap()) {
            ports += 1;
            assert!(walk.contains(&format!(".{port}(")), "{file}: `{port}` is not asked by a second tenant");
        }
    }
    let services = fs::read_to_string(contract.join("lib.rs")).unwrap();
    assert_eq!(services.matches("Arc<dyn ").count(), 16, "a new port needs its walk");
    assert!(ports >= 86, "only {ports} ports were found");
}
