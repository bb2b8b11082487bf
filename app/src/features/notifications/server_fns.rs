//! Notifications, as server functions. How many are new comes over the socket while a page is open.

use crate::form::Reply;
use contract::{
    failure::Failure,
    ids::NotificationId,
    notifications::{Choice, Notifications},
};
use leptos::prelude::*;

#[server(endpoint = "unread-notifications", input = server_fn::codec::GetUrl)]
pub async fn unread() -> Result<u32, Failure> {
    let (caller, services) = crate::backend::request();
    services.notifications.unread(&caller).await
}

#[server(endpoint = "notifications", input = server_fn::codec::GetUrl)]
pub async fn load_notifications(page: u32) -> Result<Notifications, Failure> {
    let (caller, services) = crate::backend::request();
    services.notifications.notifications(&caller, page).await
}

/// Reads one and all before it; without one, all.
#[server(endpoint = "read-notifications")]
pub async fn read_notifications(#[server(default)] up_to: Option<NotificationId>) -> Result<u32, Failure> {
    let (caller, services) = crate::backend::request();
    services.notifications.read(&caller, up_to).await
}

#[server(endpoint = "notification-choices", input = server_fn::codec::GetUrl)]
pub async fn load_choices() -> Result<Vec<Choice>, Failure> {
    let (caller, services) = crate::backend::request();
    services.notifications.choices(&caller).await
}

/// The names of the kinds that are shown, and of those that are mailed; the others are not.
#[server(endpoint = "choose-notifications")]
pub async fn choose_notifications(
    #[server(default)] shown: Vec<String>,
    #[server(default)] mailed: Vec<String>,
) -> Result<Reply<()>, Failure> {
    use contract::{notifications::NotificationKind, outcome::Outcome};
    use std::convert::Infallible;
    let (caller, services) = crate::backend::request();
    let named = |names: &[String], kind: NotificationKind| names.iter().any(|name| name == kind.name());
    let choices = NotificationKind::ALL.map(|kind| Choice { kind, shown: named(&shown, kind), mailed: named(&mailed, kind) });
    services.notifications.choose(&caller, choices.to_vec()).await?;
    Ok(crate::form::reply("notifications", &[], Some("me-saved"), Outcome::<(), Infallible>::Done(())))
}
