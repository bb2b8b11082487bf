//! What was asked for on the command line.

use anyhow::{Context, Result, bail};
use std::{path::PathBuf, str::FromStr, time::Duration};

pub const HELP: &str = "\
cargo xtask bench [options] [parts]

Parts (all but the soak when none is named): audio, pages, first-load, memory, analysis, room, soak.
`fuzz`, alone, looks for a minute a target for what breaks the parsers of what strangers send.

  --anyway        do not wait for an idle machine; the output says how busy it was
  --rounds N      rounds of each comparison (5)
  --seconds N     length of one measurement under load (3), of the soak (600)
  --json PATH     where the numbers go (bench.json in the benchmarks' folder)";

/// The parts that need nothing of the demo.
pub const ROOM: &str = "room";
pub const SOAK: &str = "soak";
const PARTS: [&str; 6] = ["audio", "pages", "first-load", "memory", "analysis", ROOM];

pub struct Options {
    pub anyway: bool,
    pub rounds: usize,
    pub lasting: Duration,
    /// How long the soak lasts.
    pub soaking: Duration,
    pub json: Option<PathBuf>,
    pub parts: Vec<String>,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            anyway: false,
            rounds: 5,
            lasting: Duration::from_secs(3),
            soaking: Duration::from_secs(600),
            json: None,
            parts: Vec::new(),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--anyway" => options.anyway = true,
                "--rounds" => options.rounds = value(argument, rest.next())?,
                "--seconds" => {
                    options.lasting = Duration::from_secs(value(argument, rest.next())?);
                    options.soaking = options.lasting;
                }
                "--json" => options.json = Some(value(argument, rest.next())?),
                part if PARTS.contains(&part) || part == SOAK => options.parts.push(part.to_owned()),
                other => bail!("what is {other}? See `cargo xtask bench --help`"),
            }
        }
        if options.rounds == 0 || options.lasting.is_zero() {
            bail!("--rounds and --seconds are at least 1");
        }
        if options.parts.is_empty() {
            options.parts = PARTS.map(str::to_owned).into();
        }
        Ok(options)
    }
}

fn value<T: FromStr>(name: &str, text: Option<&String>) -> Result<T> {
    let text = text.with_context(|| format!("{name} needs a value"))?;
    text.parse().ok().with_context(|| format!("{name} {text}: that is no value for it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn all_parts_are_measured_unless_some_are_named() {
        assert_eq!(parsed("").unwrap().parts, PARTS);
        let some = parsed("--rounds 2 pages --anyway audio").unwrap();
        assert_eq!((some.parts.join(" "), some.rounds, some.anyway), ("pages audio".to_owned(), 2, true));
    }

    #[test]
    fn a_mistake_is_named() {
        for (line, named) in [("page", "page"), ("--rounds", "--rounds"), ("--rounds few", "few"), ("--seconds 0", "--seconds")] {
            let error = parsed(line).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(named), "{line}: {error}");
        }
    }
}
