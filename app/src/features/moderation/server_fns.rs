//! Moderation, as server functions.

use crate::form::Reply;
use contract::{
    failure::Failure,
    ids::{AccountId, MessageId, RoomId},
    moderation::{Deed, PersonCard, ReportQueue, RoomSettings},
    page::Page,
};
use leptos::prelude::*;

/// `reason` is the name of a `Reason`.
#[server(endpoint = "report-message")]
pub async fn report_message(message: MessageId, reason: String, #[server(default)] note: String) -> Result<Reply<()>, Failure> {
    use contract::moderation::{Reason, ReportMessage};
    let (caller, services) = crate::backend::request();
    let reason = Reason::parse(&reason).ok_or(Failure::NotFound)?;
    Ok(services.moderation.report(&caller, ReportMessage { message, reason, note }).await?.into())
}

#[server(endpoint = "reports", input = server_fn::codec::GetUrl)]
pub async fn reports() -> Result<ReportQueue, Failure> {
    let (caller, services) = crate::backend::request();
    services.moderation.reports(&caller).await
}

#[server(endpoint = "moderation-log", input = server_fn::codec::GetUrl)]
pub async fn deeds(page: u32) -> Result<Page<Deed>, Failure> {
    let (caller, services) = crate::backend::request();
    services.moderation.deeds(&caller, page).await
}

#[server(endpoint = "person-card", input = server_fn::codec::GetUrl)]
pub async fn card(account: AccountId) -> Result<PersonCard, Failure> {
    let (caller, services) = crate::backend::request();
    services.moderation.card(&caller, account).await
}

#[server(endpoint = "room-words", input = server_fn::codec::GetUrl)]
pub async fn words() -> Result<String, Failure> {
    let (caller, services) = crate::backend::request();
    services.moderation.words(&caller).await
}

#[server(endpoint = "set-room-words")]
pub async fn set_words(#[server(default)] words: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.moderation.set_words(&caller, words.clone()).await?;
    Ok(crate::form::reply("words", &[("words", &words)], Some("moderation-words-saved"), outcome))
}

#[server(endpoint = "room-settings", input = server_fn::codec::GetUrl)]
pub async fn settings() -> Result<RoomSettings, Failure> {
    let (caller, services) = crate::backend::request();
    services.moderation.settings(&caller).await
}

/// `days` as it was typed: what is no number is out of bounds.
#[server(endpoint = "set-room-settings")]
pub async fn set_settings(#[server(default)] days: String, #[server(default)] notices: bool) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let settings = RoomSettings { kept_days: days.trim().parse().unwrap_or(u32::MAX), notices };
    let outcome = services.moderation.set_settings(&caller, settings).await?;
    Ok(crate::form::reply("kept", &[("days", &days)], Some("moderation-kept-saved"), outcome))
}

/// Decides about a reported message. `decision` is `dismiss`, `delete`, `time-out` (of an hour) or `ban`.
#[server(endpoint = "decide-report")]
pub async fn decide_report(message: MessageId, decision: String) -> Result<Reply<()>, Failure> {
    use contract::{moderation::Decision, outcome::Outcome};
    let (caller, services) = crate::backend::request();
    let decision = match decision.as_str() {
        "dismiss" => Decision::Dismiss,
        "delete" => Decision::Delete,
        "time-out" => Decision::TimeOut { minutes: 60 },
        "ban" => Decision::Ban,
        _ => return Err(Failure::NotFound),
    };
    let outcome = match services.moderation.decide(&caller, message, decision).await? {
        Outcome::Done(_) => Outcome::Done(()),
        Outcome::Refused(reasons) => Outcome::Refused(reasons),
    };
    Ok(crate::form::reply("decide", &[], Some("moderation-done"), outcome))
}

/// Acts on a person. `what` is `time-out` (of an hour), `ban` or `lift`.
#[server(endpoint = "sanction")]
pub async fn sanction(room: RoomId, account: AccountId, what: String) -> Result<Reply<()>, Failure> {
    use contract::{chat::Change, outcome::Outcome};
    let (caller, services) = crate::backend::request();
    let change = match what.as_str() {
        "time-out" => Change::TimeOut { room, account, minutes: 60 },
        "ban" => Change::Ban { room, account },
        "lift" => Change::Lift { room, account },
        _ => return Err(Failure::NotFound),
    };
    let outcome = match services.chat.change(&caller, change).await? {
        Outcome::Done(_) => Outcome::Done(()),
        Outcome::Refused(reasons) => Outcome::Refused(reasons),
    };
    Ok(crate::form::reply("sanction", &[], Some("moderation-done"), outcome))
}
