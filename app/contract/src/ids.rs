//! Identifiers: UUIDv7, one type per thing so that they can't be mixed up. Minted by `kernel::Ids` only.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                identifier(reader).map(Self)
            }
        }
    )*};
}

/// From text only. The reader of `uuid` knows bytes and lists too, which the browser would load for nothing.
fn identifier<'de, D: Deserializer<'de>>(reader: D) -> Result<Uuid, D::Error> {
    let text = String::deserialize(reader)?;
    Uuid::try_parse(&text).map_err(|_| D::Error::custom("no identifier"))
}

ids! {
    /// A brand on this install.
    TenantId,
    /// A person within one tenant.
    AccountId,
    /// One signed-in device.
    SessionId,
    /// A mix, from the first uploaded byte on.
    MixId,
    /// A resumable upload.
    UploadId,
    /// A folder or feed on its way in.
    ImportId,
    /// A room that people talk in.
    RoomId,
    /// A message in a room.
    MessageId,
    /// A question to a room, with answers to choose.
    PollId,
    /// A small picture for the room.
    EmoteId,
    /// A track that somebody would like to hear.
    TrackRequestId,
    /// Something that was on.
    OnAirId,
    /// A few words for the air.
    ShoutOutId,
    /// Something that one person should know.
    NotificationId,
    /// A program that an admin let into the room; the same as the account its messages are written under.
    BotId,
}
