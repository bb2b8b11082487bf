//! Why something isn't brought in, as a message: what a reader of folders says in our own words.

use contract::{
    imports::ImportRefusal,
    outcome::{Message, Refusal},
    studio::UploadRefusal,
};
use library::Why;

pub(super) fn of(why: &Why) -> Message {
    match why {
        Why::Unreadable(cause) => ImportRefusal::Unreadable { cause: cause.clone() }.message(),
        Why::Empty => UploadRefusal::Empty.message(),
        Why::NotAudio => UploadRefusal::NotAudio.message(),
        Why::Unsupported => UploadRefusal::UnsupportedFormat.message(),
        Why::TooDeep => ImportRefusal::TooDeep.message(),
        Why::NoFile => ImportRefusal::NoFile.message(),
    }
}
