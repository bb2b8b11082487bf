//! What a line in the room says that is no message: `/slow 30`. Two slashes say one.

use contract::chat::CommandRefusal;

/// The longest name of a command, in characters.
const LONGEST: usize = 20;

/// What there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Request,
    ShoutOut,
    Shrug,
    Mute,
    Block,
    Show,
    TimeOut,
    Ban,
    Lift,
    Slow,
    Poll,
}

impl Kind {
    /// In the order they are offered in.
    pub const ALL: [Self; 11] = [
        Self::Request,
        Self::ShoutOut,
        Self::Shrug,
        Self::Mute,
        Self::Block,
        Self::Show,
        Self::TimeOut,
        Self::Ban,
        Self::Lift,
        Self::Slow,
        Self::Poll,
    ];

    /// As it is typed, in every language, like the names of emoji.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::ShoutOut => "shout",
            Self::Shrug => "shrug",
            Self::Mute => "mute",
            Self::Block => "block",
            Self::Show => "show",
            Self::TimeOut => "timeout",
            Self::Ban => "ban",
            Self::Lift => "lift",
            Self::Slow => "slow",
            Self::Poll => "poll",
        }
    }

    /// Whether only moderators may. Shown and said beforehand; the server has the last word.
    pub const fn moderates(self) -> bool {
        matches!(self, Self::TimeOut | Self::Ban | Self::Lift | Self::Slow | Self::Poll)
    }
}

/// A line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// To be said as it stands here.
    Say(String),
    Do(Command),
}

/// A command with what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Look for something to ask for.
    Request(String),
    /// Words for a shout-out.
    ShoutOut(String),
    /// About somebody, by name.
    About {
        kind: Kind,
        name: String,
    },
    TimeOut {
        name: String,
        minutes: u32,
    },
    Slow {
        seconds: u32,
    },
    /// Ask the room; the question may follow.
    Poll(String),
}

/// Minutes of a time-out that names none.
const MINUTES: u32 = 10;

/// Reads a line as it is sent.
///
/// # Errors
/// It begins like a command and is none, or lacks what the command needs.
pub fn read(text: &str) -> Result<Line, CommandRefusal> {
    let Some((word, rest)) = word_of(text) else {
        return Ok(Line::Say(text.strip_prefix('/').filter(|rest| rest.starts_with('/')).unwrap_or(text).to_owned()));
    };
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word);
    let Some(kind) = kind else { return Err(CommandRefusal::Unknown { command: word }) };
    let name = |text: &str| {
        let name = text.trim().strip_prefix('@').unwrap_or(text.trim()).trim();
        if name.is_empty() { Err(CommandRefusal::NoName { command: word.clone() }) } else { Ok(name.to_owned()) }
    };
    let number = |text: &str| text.parse::<u32>().ok();
    Ok(Line::Do(match kind {
        Kind::Shrug => return Ok(Line::Say(format!("{rest} ¯\\_(ツ)_/¯").trim().to_owned())),
        Kind::Request => Command::Request(rest.to_owned()),
        Kind::ShoutOut => Command::ShoutOut(rest.to_owned()),
        Kind::Poll => Command::Poll(rest.to_owned()),
        Kind::TimeOut => {
            let with_minutes = rest.rsplit_once(char::is_whitespace).and_then(|(name, last)| Some((name, number(last)?)));
            let (who, minutes) = with_minutes.unwrap_or((rest, MINUTES));
            Command::TimeOut { name: name(who)?, minutes }
        }
        Kind::Slow => match rest {
            "off" => Command::Slow { seconds: 0 },
            rest => Command::Slow { seconds: number(rest).ok_or(CommandRefusal::NoNumber { command: word.clone() })? },
        },
        Kind::Mute | Kind::Block | Kind::Show | Kind::Ban | Kind::Lift => Command::About { kind, name: name(rest)? },
    }))
}

/// The word after the slash, in small letters, and what follows it. A path or a lone slash is none.
fn word_of(text: &str) -> Option<(String, &str)> {
    let line = text.trim().strip_prefix('/')?;
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let plain = (1..=LONGEST).contains(&word.len()) && word.chars().all(|c| c.is_ascii_alphabetic());
    plain.then(|| (word.to_ascii_lowercase(), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(text: &str) -> Result<Line, CommandRefusal> {
        Ok(Line::Say(text.to_owned()))
    }

    #[test]
    fn what_is_no_command_is_said() {
        for text in ["hello", "and/or", "/r/techno", "/", "/ban/", "1/2", "/¿qué?"] {
            assert_eq!(read(text), say(text), "{text}");
        }
        assert_eq!(read("//slow 30"), say("/slow 30"));
        assert_eq!(read("/shrug no idea"), say("no idea ¯\\_(ツ)_/¯"));
        assert_eq!(read("/shrug"), say("¯\\_(ツ)_/¯"));
    }

    #[test]
    fn commands_are_read_with_what_follows() {
        let done = |text| match read(text) {
            Ok(Line::Do(command)) => command,
            other => panic!("{text}: {other:?}"),
        };
        let about = |kind, name: &str| Command::About { kind, name: name.to_owned() };
        assert_eq!(done("/ban @Front Row"), about(Kind::Ban, "Front Row"));
        assert_eq!(done(" /MUTE  Ama "), about(Kind::Mute, "Ama"));
        assert_eq!(done("/timeout @Front Row 30"), Command::TimeOut { name: "Front Row".into(), minutes: 30 });
        assert_eq!(done("/timeout @Ama"), Command::TimeOut { name: "Ama".into(), minutes: MINUTES });
        assert_eq!(done("/slow 30"), Command::Slow { seconds: 30 });
        assert_eq!(done("/slow off"), Command::Slow { seconds: 0 });
        assert_eq!(done("/request Deep Chord"), Command::Request("Deep Chord".into()));
        assert_eq!(done("/shout"), Command::ShoutOut(String::new()));
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(read("/dance"), Err(CommandRefusal::Unknown { command: "dance".into() }));
        assert_eq!(read("/ban"), Err(CommandRefusal::NoName { command: "ban".into() }));
        assert_eq!(read("/ban @"), Err(CommandRefusal::NoName { command: "ban".into() }));
        assert_eq!(read("/slow"), Err(CommandRefusal::NoNumber { command: "slow".into() }));
        assert_eq!(read("/slow -1"), Err(CommandRefusal::NoNumber { command: "slow".into() }));
    }

    #[test]
    fn every_command_is_read_by_its_own_word() {
        for kind in Kind::ALL {
            let follows = if kind == Kind::Slow { "5" } else { "@Ama" };
            assert!(read(&format!("/{} {follows}", kind.word())).is_ok(), "{kind:?}");
            assert!(kind.word().len() <= LONGEST);
        }
    }
}
