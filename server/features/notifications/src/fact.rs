//! What happened, as it is kept: who and what, never what somebody said. A new kind of notification begins here.

use crate::House;
use anyhow::Context;
use contract::{
    ids::{AccountId, MessageId},
    moderation::Did,
    notifications::NotificationKind,
    outcome::{Argument, Message},
    shown::Timestamp,
};
use kernel::events::Event;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// Kept as JSON: what is renamed here loses the old ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fact {
    Answered { message: MessageId },
    Mentioned { message: MessageId },
    TimedOut { until: Timestamp },
    Banned,
    Lifted,
    Accepted { artist: String, title: String },
    Played { artist: String, title: String },
    Refused { artist: String, title: String, reason: String },
    Reported { message: MessageId },
    GaveUp { job: String },
}

/// Something that somebody should know.
pub(crate) struct News {
    pub to: AccountId,
    /// What it is about: of several with the same, its reader gets one.
    pub about: Uuid,
    pub by: Option<AccountId>,
    pub fact: Fact,
    /// False for what a mail could make worse.
    pub may_mail: bool,
}

#[derive(Deserialize)]
struct Addressed {
    message: MessageId,
    by: AccountId,
    answered: Option<AccountId>,
    mentioned: Vec<AccountId>,
}

#[derive(Deserialize)]
struct Sanctioned {
    account: AccountId,
    by: AccountId,
    did: Did,
}

#[derive(Deserialize)]
struct Reported {
    message: MessageId,
    author: AccountId,
    by: AccountId,
}

#[derive(Deserialize)]
struct Decided {
    by: AccountId,
    decided_by: Option<AccountId>,
    artist: String,
    title: String,
    reason: String,
}

#[derive(Deserialize)]
struct Died {
    kind: String,
}

fn read<T: DeserializeOwned>(event: &Event) -> anyhow::Result<T> {
    serde_json::from_str(&event.payload).with_context(|| format!("the payload of {} {}", event.kind, event.id))
}

/// Who should know of an event, and what. Nobody is told of what they did themselves.
pub(crate) async fn of(house: &dyn House, event: &Event) -> anyhow::Result<Vec<News>> {
    let one = |to, by, fact| News { to, about: event.id, by, fact, may_mail: true };
    let mut news = match event.kind.as_str() {
        "room.addressed" => {
            let Addressed { message, by, answered, mentioned } = read(event)?;
            let answered = answered.into_iter().map(|to| one(to, Some(by), Fact::Answered { message }));
            answered.chain(mentioned.into_iter().map(|to| one(to, Some(by), Fact::Mentioned { message }))).collect()
        }
        "room.sanctioned" => {
            let Sanctioned { account, by, did } = read(event)?;
            let fact = match did {
                Did::TimedOut { until } => Fact::TimedOut { until },
                Did::Banned => Fact::Banned,
                Did::Lifted => Fact::Lifted,
                Did::Deleted | Did::SlowMode { .. } | Did::Ruled { .. } | Did::Dismissed => return Ok(Vec::new()),
            };
            // Without the moderator: it is the house that decides.
            vec![News { by: None, ..one(account, Some(by), fact) }]
        }
        "room.reported" => {
            let Reported { message, author, by } = read(event)?;
            let moderators = house.with_role(event.tenant, NotificationKind::Report.for_role()).await?;
            // Whoever reports it next makes no second one of it. Moderators don't hear that they were reported themselves.
            let others = moderators.into_iter().filter(|to| *to != author);
            others.map(|to| News { about: message.0, ..one(to, Some(by), Fact::Reported { message }) }).collect()
        }
        "requests.accepted" | "requests.played" | "requests.refused" => {
            let Decided { by: to, decided_by, artist, title, reason } = read(event)?;
            let fact = match event.kind.as_str() {
                "requests.accepted" => Fact::Accepted { artist, title },
                "requests.played" => Fact::Played { artist, title },
                _ => Fact::Refused { artist, title, reason },
            };
            vec![one(to, decided_by, fact)]
        }
        "jobs.died" => {
            let Died { kind } = read(event)?;
            let admins = house.with_role(event.tenant, NotificationKind::Job.for_role()).await?;
            // A mail about mail that can't be sent would be the next one.
            let may_mail = kind != mail::JOB_KIND;
            admins.into_iter().map(|to| News { may_mail, ..one(to, None, Fact::GaveUp { job: kind.clone() }) }).collect()
        }
        _ => Vec::new(),
    };
    news.retain(|news| news.by != Some(news.to) && !news.to.0.is_nil());
    Ok(news)
}

/// What a message says now, and who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Empty if its author left.
    pub by: String,
    pub text: String,
}

impl Fact {
    pub fn kind(&self) -> NotificationKind {
        match self {
            Self::Answered { .. } => NotificationKind::Answer,
            Self::Mentioned { .. } => NotificationKind::Mention,
            Self::TimedOut { .. } | Self::Banned | Self::Lifted => NotificationKind::Sanction,
            Self::Accepted { .. } | Self::Played { .. } | Self::Refused { .. } => NotificationKind::Request,
            Self::Reported { .. } => NotificationKind::Report,
            Self::GaveUp { .. } => NotificationKind::Job,
        }
    }

    /// The message it points at.
    pub fn message(&self) -> Option<MessageId> {
        match self {
            Self::Answered { message } | Self::Mentioned { message } | Self::Reported { message } => Some(*message),
            _ => None,
        }
    }

    /// What happened in a sentence, and what was said. `moment` writes a time for the reader.
    pub fn told(&self, said: Option<&Said>, moment: impl Fn(Timestamp) -> String) -> (Message, String) {
        let text = |text: &str| Argument::Text(text.to_owned());
        let sentence = |id: &str, arguments: Vec<(&str, Argument)>| Message {
            id: id.to_owned(),
            arguments: arguments.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            field: None,
        };
        let of_message = |standing: &str, gone: &str| match said {
            Some(Said { by, text: quote }) if !by.is_empty() => (sentence(standing, vec![("name", text(by))]), quote.clone()),
            _ => (sentence(gone, vec![]), String::new()),
        };
        let of_track = |id: &str, artist: &str, title: &str| sentence(id, vec![("artist", text(artist)), ("title", text(title))]);
        match self {
            Self::Answered { .. } => of_message("notifications-answered", "notifications-answered-gone"),
            Self::Mentioned { .. } => of_message("notifications-mentioned", "notifications-mentioned-gone"),
            Self::Reported { .. } => of_message("notifications-reported", "notifications-reported-gone"),
            Self::TimedOut { until } => (sentence("notifications-timed-out", vec![("until", text(&moment(*until)))]), String::new()),
            Self::Banned => (sentence("notifications-banned", vec![]), String::new()),
            Self::Lifted => (sentence("notifications-lifted", vec![]), String::new()),
            Self::Accepted { artist, title } => (of_track("notifications-accepted", artist, title), String::new()),
            Self::Played { artist, title } => (of_track("notifications-played", artist, title), String::new()),
            Self::Refused { artist, title, reason } => (of_track("notifications-refused", artist, title), reason.clone()),
            Self::GaveUp { job } => (sentence("notifications-gave-up", vec![("job", text(job))]), String::new()),
        }
    }

    /// Where to read on.
    pub fn path(&self) -> String {
        match self {
            Self::Answered { message } | Self::Mentioned { message } => format!("/live?message={message}"),
            Self::TimedOut { .. } | Self::Banned | Self::Lifted => "/live".to_owned(),
            Self::Accepted { .. } | Self::Played { .. } | Self::Refused { .. } => "/live/requests".to_owned(),
            Self::Reported { .. } => "/studio/moderation".to_owned(),
            Self::GaveUp { .. } => "/studio".to_owned(),
        }
    }
}
