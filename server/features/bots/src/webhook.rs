//! Where a bot is told what is said: set, changed, ended.

use crate::{Service, admin, entity::bot::Column, manage, shown, web::Wrong};
use contract::{
    bots::{BotRefusal, BotSecret, LONGEST_WEBHOOK},
    caller::Caller,
    ids::BotId,
    outcome::Outcome,
};
use sea_orm::entity::prelude::*;

pub(crate) async fn set(
    service: &Service,
    caller: &Caller,
    bot: BotId,
    typed: &str,
) -> kernel::Result<Outcome<Option<BotSecret>, BotRefusal>> {
    admin(caller)?;
    let row = shown::find(service.kernel.database.read(), caller.tenant, bot).await?;
    let typed = typed.trim();
    let url = match (typed, service.web.address(typed)) {
        ("", _) => None,
        (_, Ok(url)) if url.as_str().len() <= LONGEST_WEBHOOK => Some(url.to_string()),
        (_, Err(Wrong::Private)) => return Ok(Outcome::refused(BotRefusal::AddressPrivate)),
        _ => return Ok(Outcome::refused(BotRefusal::AddressInvalid)),
    };
    // Whoever was at the old address knows the old secret.
    let kept = row.webhook_secret.filter(|_| url.is_some() && url == row.webhook_url);
    let new = (url.is_some() && kept.is_none()).then(|| service.kernel.ids.secret());
    let (_, end) = service.room.station(caller.tenant).await?;
    let change = [
        (Column::WebhookUrl, Expr::value(url)),
        (Column::WebhookSecret, Expr::value(new.clone().or(kept))),
        (Column::CursorSeq, Expr::value(i64::try_from(end).unwrap_or(i64::MAX))),
        (Column::DueAt, Expr::value(0_i64)),
        (Column::Failures, Expr::value(0_i32)),
        (Column::FailingSince, Expr::value(None::<i64>)),
        (Column::LastFailure, Expr::value(None::<String>)),
        (Column::WebhookOffAt, Expr::value(None::<i64>)),
        // Whoever tells the old address just now settles nothing any more.
        (Column::LeaseOwner, Expr::value(None::<Uuid>)),
        (Column::LeaseUntil, Expr::value(0_i64)),
    ];
    manage::update(service, caller, bot, change).await?;
    service.news.notify_one();
    Ok(Outcome::Done(new.map(|secret| BotSecret { bot, name: row.name, secret })))
}
