//! A room's log for those who are told of it: what other processes wrote and nobody said.

use crate::journal::{self, Since};
use async_trait::async_trait;
use bytes::Bytes;
use contract::{chat::What, outcome::Message, realtime::ToTab};
use kernel::Kernel;
use realtime::{Hub, Log, Missing, Topic};

/// The logs in the database.
pub(crate) struct Logs(pub Kernel);

/// The last words to somebody who is banned.
pub(crate) fn banned() -> ToTab {
    ToTab::Out { reason: Message { id: "chat-out-banned".to_owned(), arguments: vec![], field: None } }
}

#[async_trait]
impl Log for Logs {
    async fn after(&self, hub: &Hub, topic: &Topic, seq: u64) -> anyhow::Result<Missing> {
        let Some(room) = topic.as_room() else { anyhow::bail!("{} has no log", topic.name) };
        match journal::since(self.0.database.read(), topic.tenant, room, seq).await {
            Ok(Since::TooMuch { end }) => Ok(Missing::TooMany { end }),
            Ok(Since::Changes(changes)) => {
                let mut rows = Vec::with_capacity(changes.len());
                for logged in changes {
                    if let What::Banned { account, .. } = logged.what {
                        hub.put_out_here(topic.tenant, account, &serde_json::to_vec(&banned())?);
                    }
                    rows.push((logged.seq, Bytes::from(serde_json::to_vec(&ToTab::Logged { room, logged })?)));
                }
                Ok(Missing::Rows(rows))
            }
            Err(kernel::Error::Internal(error)) => Err(error),
            Err(error) => anyhow::bail!("{error:?}"),
        }
    }
}
