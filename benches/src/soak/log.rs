//! What one socket has heard of a room's log, held against what it may hear: every row once and in order.

use std::collections::BTreeSet;

/// Where a socket stands in the log.
#[derive(Debug)]
pub struct Place {
    last: u64,
    /// Rows that came while it asks for what it missed.
    early: BTreeSet<u64>,
    /// How often it has asked, and whether the last time isn't answered yet.
    asked: u64,
    asking: bool,
}

/// What a text is about.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Row(u64),
    Entered {
        seq: u64,
        number: u64,
    },
    /// Texts were dropped: ask again.
    Resync,
    /// Too much was missed: go on after the newest.
    Snapshot,
    /// Who is there, and answers.
    Else,
}

impl Heard {
    /// Reads no more of a text than tells what it is: there are tens of thousands a second.
    pub fn of(text: &[u8]) -> Self {
        let seq = || number_after(text, b"\"seq\":");
        match text {
            b"\"resync\"" => Self::Resync,
            _ if text.starts_with(b"{\"logged\"") => seq().map_or(Self::Else, Self::Row),
            _ if text.starts_with(b"{\"entered\"") => match (seq(), number_after(text, b"\"number\":")) {
                (Some(seq), Some(number)) => Self::Entered { seq, number },
                _ => Self::Else,
            },
            _ if text.starts_with(b"{\"snapshot\"") => Self::Snapshot,
            _ => Self::Else,
        }
    }
}

fn number_after(text: &[u8], name: &[u8]) -> Option<u64> {
    let at = text.windows(name.len()).position(|window| window == name)? + name.len();
    let digits = text[at..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

impl Place {
    /// Of a socket that asks for what comes after `last`.
    pub fn after(last: u64) -> Self {
        Self { last, early: BTreeSet::new(), asked: 0, asking: false }
    }

    pub fn last(&self) -> u64 {
        self.last
    }

    /// It asks for what comes after some row; gives the number to ask under.
    pub fn ask(&mut self) -> u64 {
        self.asking = true;
        self.asked += 1;
        self.asked
    }

    /// It goes on after `last`, whatever was told before.
    pub fn skip_to(&mut self, last: u64) {
        self.last = self.last.max(last);
        self.early.clear();
    }

    /// Takes a row or the end of an answer.
    ///
    /// # Errors
    /// What it should have heard instead.
    pub fn hear(&mut self, heard: &Heard) -> Result<(), String> {
        match *heard {
            Heard::Row(seq) if seq > self.last => {
                self.early.insert(seq);
                while self.early.remove(&(self.last + 1)) {
                    self.last += 1;
                }
                match self.early.first() {
                    Some(next) if !self.asking => Err(format!("row {next} after row {}", self.last)),
                    _ => Ok(()),
                }
            }
            // What was sent for an older number may have been dropped.
            Heard::Entered { number, .. } if number != self.asked => Ok(()),
            Heard::Entered { seq, .. } => {
                self.asking = false;
                if self.last < seq { Err(format!("told up to row {} of {seq}", self.last)) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart() {
        let row = br#"{"logged":{"room":"r","logged":{"seq":12,"what":{"posted":{"seq":7}}}}}"#;
        assert_eq!(Heard::of(row), Heard::Row(12));
        assert_eq!(Heard::of(br#"{"entered":{"room":"r","seq":0,"number":3}}"#), Heard::Entered { seq: 0, number: 3 });
        assert_eq!(Heard::of(b"\"resync\""), Heard::Resync);
        assert_eq!(Heard::of(br#"{"snapshot":{"room":"r"}}"#), Heard::Snapshot);
        assert_eq!(Heard::of(br#"{"present":{"people":3}}"#), Heard::Else);
    }

    #[test]
    fn a_row_that_is_missing_is_found_out() {
        let mut place = Place::after(3);
        place.ask();
        for heard in [Heard::Row(4), Heard::Row(6), Heard::Row(5), Heard::Entered { seq: 6, number: 1 }, Heard::Row(6), Heard::Row(7)] {
            assert_eq!(place.hear(&heard), Ok(()));
        }
        assert!(place.hear(&Heard::Row(9)).is_err(), "nothing was asked for");
        let mut place = Place::after(3);
        place.ask();
        assert!(place.hear(&Heard::Entered { seq: 4, number: 1 }).is_err(), "row 4 was not told");
    }

    #[test]
    fn who_asks_again_may_hear_what_is_new_first() {
        let mut place = Place::after(0);
        place.ask();
        place.ask();
        let older = Heard::Entered { seq: 3, number: 1 };
        for heard in [older, Heard::Row(3), Heard::Row(1), Heard::Row(2), Heard::Entered { seq: 2, number: 2 }, Heard::Row(4)] {
            assert_eq!(place.hear(&heard), Ok(()));
        }
        assert_eq!(place.last(), 4);
    }
}
