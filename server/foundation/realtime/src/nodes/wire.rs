//! What processes say to each other: a line of JSON about it, then the text itself, untouched.

use crate::Topic;
use bytes::Bytes;
use contract::ids::{AccountId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    /// Something that a topic is told; `seq` is its row in the topic's log.
    Told { topic: Topic, seq: Option<u64> },
    /// The last words to somebody who is put out.
    PutOut { tenant: TenantId, account: AccountId },
    /// Somebody came to a topic or left it.
    Moved,
    /// Something between the processes, which no tab hears.
    Note,
    /// The sender couldn't be heard for a while.
    Lost,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    node: Uuid,
    #[serde(flatten)]
    what: What,
}

/// `None` for what can't be written, which nothing here is.
pub(crate) fn write(node: Uuid, what: &What, text: &[u8]) -> Option<Bytes> {
    let mut bytes = serde_json::to_vec(&Line { node, what: what.clone() }).ok()?;
    bytes.push(b'\n');
    bytes.extend_from_slice(text);
    Some(bytes.into())
}

/// Who says it, what it is, and its text; `None` for what a later version says.
pub(crate) fn read(bytes: &Bytes) -> Option<(Uuid, What, Bytes)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let Line { node, what } = serde_json::from_slice(&bytes[..end]).ok()?;
    Some((node, what, bytes.slice(end + 1..)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NODE: Uuid = Uuid::from_u128(9);

    #[test]
    fn what_is_said_is_read_again() {
        let (tenant, account) = (TenantId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        let topic = Topic::new(tenant, "room", "a\nb");
        let all = [
            What::Told { topic: topic.clone(), seq: Some(u64::MAX) },
            What::Told { topic, seq: None },
            What::PutOut { tenant, account },
            What::Moved,
            What::Note,
            What::Lost,
        ];
        for what in all {
            let text = b"one\ntwo\0";
            let (node, read_what, read_text) = read(&write(NODE, &what, text).unwrap()).unwrap();
            assert_eq!((node, read_what, read_text.as_ref()), (NODE, what, text.as_slice()));
        }
    }

    proptest! {
        #[test]
        fn nonsense_is_nothing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(read(&Bytes::from(bytes)).is_none());
        }
    }
}
