//! Whatever bytes a tab sends: frames however they are cut, and the messages in them.

#![no_main]

#[expect(dead_code, reason = "only what reads is asked here")]
#[path = "../../../server/foundation/realtime/src/frame.rs"]
mod frame;

use contract::realtime::{FromTab, LONGEST_FROM_TAB};
use frame::{Decoder, Incoming};
use libfuzzer_sys::fuzz_target;

/// All that comes of the bytes, pushed in pieces of `piece`.
fn heard(bytes: &[u8], piece: usize) -> (Vec<Incoming>, bool) {
    let (mut decoder, mut all) = (Decoder::new(LONGEST_FROM_TAB), Vec::new());
    for some in bytes.chunks(piece.max(1)) {
        decoder.push(some);
        loop {
            match decoder.take() {
                Ok(Some(incoming)) => all.push(incoming),
                Ok(None) => break,
                Err(_) => return (all, true),
            }
        }
    }
    (all, false)
}

fuzz_target!(|bytes: &[u8]| {
    let whole = heard(bytes, bytes.len());
    assert_eq!(whole, heard(bytes, 7), "it matters how bytes are cut");
    for incoming in whole.0 {
        if let Incoming::Text(text) = incoming {
            assert!(text.len() <= LONGEST_FROM_TAB, "a longer message than is allowed");
            said(&text);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        said(text);
    }
});

fn said(text: &str) {
    if let Ok(said) = serde_json::from_str::<FromTab>(text) {
        let again = serde_json::to_string(&said).expect("what was read can be written");
        assert_eq!(serde_json::from_str::<FromTab>(&again).expect("and read again"), said);
    }
}
