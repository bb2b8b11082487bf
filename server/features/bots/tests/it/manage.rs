//! Bots and their admins.

use crate::house::House;
use contract::{
    bots::{BotRefusal, Bots, WebhookState},
    caller::Role,
    failure::Failure,
    ids::BotId,
    outcome::Outcome,
};
use kernel::events::{Event, Subscriber};
use testing::{person, visitor};

const DAY_MS: i64 = 24 * 3_600_000;

#[tokio::test]
async fn a_bot_is_known_to_the_room_and_its_token_is_told_once() {
    let house = House::new().await;
    let made = house.bot("  Track\n Finder ").await;
    assert!(made.secret.starts_with("hb_") && made.secret.len() == 46);
    let known = house.rooms.known.lock().unwrap().remove(0);
    assert_eq!((known.0, known.1.0, known.2.as_str()), (house.tenant, made.bot.0, "Track Finder"));
    let listed = house.service.bots(&house.admin).await.unwrap().remove(0);
    assert_eq!((listed.id, listed.name.as_str(), listed.webhook.clone()), (made.bot, "Track Finder", None));
    assert!(!serde_json::to_string(&listed).unwrap().contains(&made.secret));
    let renewed = house.service.renew_token(&house.admin, made.bot).await.unwrap();
    assert!(renewed.bot == made.bot && renewed.secret != made.secret);
}

#[tokio::test]
async fn bad_names_are_refused_with_the_reason() {
    let house = House::new().await;
    assert_eq!(house.create(" \n ").await.refusals(), [BotRefusal::NameMissing]);
    assert_eq!(house.create(&"é".repeat(41)).await.refusals(), [BotRefusal::NameTooLong { most: 40 }]);
    let tracks = house.bot(&"é".repeat(40)).await;
    assert_eq!(house.create(&"É".repeat(40)).await.refusals(), [BotRefusal::NameTaken]);
    let other = house.bot("Charts").await;
    let rename = async |bot, name: &str| house.service.rename_bot(&house.admin, bot, name.to_owned()).await.unwrap();
    assert_eq!(rename(other.bot, &tracks.name).await, Outcome::refused(BotRefusal::NameTaken));
    assert_eq!(rename(other.bot, "").await, Outcome::refused(BotRefusal::NameMissing));
    assert_eq!(rename(other.bot, "CHARTS").await, Outcome::Done(()), "its own in another case");
    assert_eq!(house.rooms.known.lock().unwrap().pop().unwrap().2, "CHARTS");
}

#[tokio::test]
async fn a_tenant_has_twenty_and_a_revoked_one_makes_room() {
    let house = House::new().await;
    for number in 0..20 {
        house.bot(&format!("Bot {number}")).await;
    }
    assert_eq!(house.create("One more").await.refusals(), [BotRefusal::TooMany { most: 20 }]);
    let known = house.rooms.known.lock().unwrap().len();
    assert_eq!(known, 20, "the room hears of no bot that isn't made");
    let all = house.service.bots(&house.admin).await.unwrap();
    house.service.revoke_bot(&house.admin, all[3].id).await.unwrap();
    house.bot("Bot 3").await;
    let names: Vec<String> = house.service.bots(&house.admin).await.unwrap().into_iter().map(|bot| bot.name).collect();
    assert_eq!((names.len(), names[3].as_str(), names[19].as_str()), (20, "Bot 4", "Bot 3"));
}

#[tokio::test]
async fn bots_are_for_admins_of_the_tenant() {
    let house = House::new().await;
    let made = house.bot("Tracks").await;
    let service = &house.service;
    let stranger = person(house.bench.tenant(), Role::Admin);
    assert_eq!(service.bots(&visitor(house.tenant)).await, Err(Failure::SignInRequired));
    for nobody in [person(house.tenant, Role::Fan), person(house.tenant, Role::Moderator), person(house.tenant, Role::Dj)] {
        assert_eq!(service.bots(&nobody).await, Err(Failure::Forbidden));
        assert_eq!(service.create_bot(&nobody, "Mine".to_owned()).await, Err(Failure::Forbidden));
        assert_eq!(service.rename_bot(&nobody, made.bot, "Mine".to_owned()).await, Err(Failure::Forbidden));
        assert_eq!(service.renew_token(&nobody, made.bot).await, Err(Failure::Forbidden));
        assert_eq!(service.revoke_bot(&nobody, made.bot).await, Err(Failure::Forbidden));
        assert_eq!(service.set_webhook(&nobody, made.bot, String::new()).await, Err(Failure::Forbidden));
    }
    assert_eq!(service.bots(&stranger).await, Ok(vec![]));
    for (caller, bot) in [(&stranger, made.bot), (&house.admin, BotId(kernel::Ids.next()))] {
        assert_eq!(service.rename_bot(caller, bot, "Mine".to_owned()).await, Err(Failure::NotFound));
        assert_eq!(service.renew_token(caller, bot).await, Err(Failure::NotFound));
        assert_eq!(service.revoke_bot(caller, bot).await, Err(Failure::NotFound));
        assert_eq!(service.set_webhook(caller, bot, "http://127.0.0.1:9/".to_owned()).await, Err(Failure::NotFound));
    }
    service.create_bot(&stranger, "Tracks".to_owned()).await.unwrap().done().unwrap();
    assert_eq!(service.bots(&house.admin).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_webhook_is_an_address_on_the_public_internet() {
    let house = House::with(&bots::Config::default()).await;
    let bot = house.bot("Tracks").await.bot;
    let too_long = format!("https://bot.example.org/{}", "a".repeat(500));
    for invalid in ["bot.example.org", "ftp://bot.example.org/", "javascript:alert(1)", &too_long] {
        assert_eq!(house.set_webhook(bot, invalid).await.refusals(), [BotRefusal::AddressInvalid], "{invalid}");
    }
    for private in ["http://127.0.0.1:3000/", "http://[::1]/", "http://localhost/", "http://192.168.1.1/", "http://169.254.169.254/"] {
        assert_eq!(house.set_webhook(bot, private).await.refusals(), [BotRefusal::AddressPrivate], "{private}");
    }
    let secret = house.set_webhook(bot, " https://bot.example.org/hook ").await.done().unwrap().unwrap();
    let webhook = house.service.bots(&house.admin).await.unwrap().remove(0).webhook.unwrap();
    assert_eq!((webhook.url.as_str(), webhook.state), ("https://bot.example.org/hook", WebhookState::Fine));
    assert_eq!(house.set_webhook(bot, "https://bot.example.org/hook").await, Outcome::Done(None), "the same keeps its secret");
    let other = house.set_webhook(bot, "https://bot.example.org/other").await.done().unwrap().unwrap();
    assert_ne!(secret.secret, other.secret);
    assert_eq!(house.set_webhook(bot, "").await, Outcome::Done(None));
    assert_eq!(house.service.bots(&house.admin).await.unwrap().remove(0).webhook, None);
}

#[tokio::test]
async fn who_made_a_bot_is_forgotten_and_what_was_revoked_goes_after_90_days() {
    let house = House::new().await;
    let made = house.bot("Tracks").await;
    let subject = house.admin.viewer.as_ref().unwrap().account.0;
    let gone =
        Event { id: kernel::Ids.next(), tenant: house.tenant, kind: "accounts.deleted".to_owned(), subject, payload: "null".to_owned() };
    house.service.receive(&gone).await.unwrap();
    assert_eq!(house.service.bots(&house.admin).await.unwrap().len(), 1, "the bot is the tenant's");
    assert_eq!(house.made_by(subject).await, 0);
    house.bench.clock.advance_ms(400 * DAY_MS);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 0);
    house.service.revoke_bot(&house.admin, made.bot).await.unwrap();
    house.bench.clock.advance_ms(90 * DAY_MS);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 0);
    house.bench.clock.advance_ms(1);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 1);
}
