//! Bots, as server functions.

use crate::form::Reply;
use contract::{
    bots::{Bot, BotSecret},
    failure::Failure,
    ids::BotId,
};
use leptos::prelude::*;

#[server(endpoint = "bots", input = server_fn::codec::GetUrl)]
pub async fn bots() -> Result<Vec<Bot>, Failure> {
    let (caller, services) = crate::backend::request();
    services.bots.bots(&caller).await
}

#[server(endpoint = "create-bot")]
pub async fn create_bot(#[server(default)] name: String) -> Result<Reply<BotSecret>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.bots.create_bot(&caller, name.clone()).await?;
    Ok(told_once("create-bot", &[("name", &name)], "bots-token-once", outcome))
}

#[server(endpoint = "rename-bot")]
pub async fn rename_bot(bot: BotId, #[server(default)] name: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.bots.rename_bot(&caller, bot, name.clone()).await?;
    Ok(crate::form::reply("rename-bot", &[("bot", &bot.to_string()), ("name", &name)], Some("bots-saved"), outcome))
}

#[server(endpoint = "renew-bot-token")]
pub async fn renew_token(bot: BotId) -> Result<Reply<BotSecret>, Failure> {
    use contract::outcome::Outcome;
    let (caller, services) = crate::backend::request();
    let secret = services.bots.renew_token(&caller, bot).await?;
    Ok(told_once("renew-bot-token", &[], "bots-token-once", Outcome::Done(secret)))
}

#[server(endpoint = "revoke-bot")]
pub async fn revoke_bot(bot: BotId) -> Result<Reply<()>, Failure> {
    use contract::{bots::BotRefusal, outcome::Outcome};
    let (caller, services) = crate::backend::request();
    services.bots.revoke_bot(&caller, bot).await?;
    let done: Outcome<(), BotRefusal> = Outcome::Done(());
    Ok(crate::form::reply("revoke-bot", &[], Some("bots-revoked"), done))
}

/// Answers with the secret of a new address.
#[server(endpoint = "set-bot-webhook")]
pub async fn set_webhook(bot: BotId, #[server(default)] url: String) -> Result<Reply<Option<BotSecret>>, Failure> {
    use contract::outcome::Outcome;
    let (caller, services) = crate::backend::request();
    let values = [("bot", &*bot.to_string()), ("url", &*url)];
    Ok(match services.bots.set_webhook(&caller, bot, url.clone()).await? {
        Outcome::Done(Some(secret)) => match told_once("bot-webhook", &values, "bots-secret-once", Outcome::Done(secret)) {
            Reply::Done(secret) => Reply::Done(Some(secret)),
            Reply::Refused(reasons) => Reply::Refused(reasons),
        },
        outcome => crate::form::reply("bot-webhook", &values, Some("bots-saved"), outcome),
    })
}

/// For a plain POST, a secret is kept for the very next view of the page and no longer; `notice` says what it is.
#[cfg(feature = "ssr")]
fn told_once(
    form: &str,
    values: &[(&str, &str)],
    notice: &str,
    outcome: contract::outcome::Outcome<BotSecret, contract::bots::BotRefusal>,
) -> Reply<BotSecret> {
    match outcome.clone().done() {
        Some(BotSecret { name, secret, .. }) => {
            crate::form::reply("bot-secret", &[("name", &name), ("secret", &secret)], Some(notice), outcome)
        }
        None => crate::form::reply(form, values, None, outcome),
    }
}
