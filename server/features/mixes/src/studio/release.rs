//! What a mix is released with, as typed in the form and as stored: series, episode, guests, credits, place, explicit words.

use crate::{
    entity::mix,
    labels::{self, Kind},
};
use contract::{
    mixes::{Credit, Label},
    studio::{MixRefusal, Release},
};
use sea_orm::ConnectionTrait;

const MAX_CREDITS: usize = 20;
const MAX_CREDIT_CHARS: usize = 120;
const MAX_LOCATION_CHARS: usize = 120;
const MAX_EPISODE: i64 = 99_999;

/// The part of the form, read.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ReleaseChanges {
    pub(super) series: Vec<Label>,
    pub(super) episode: Option<i64>,
    pub(super) guests: Vec<Label>,
    /// `Role: Name`, one a line.
    pub(super) credits: Option<String>,
    pub(super) location: Option<String>,
    pub(super) explicit: bool,
}

/// Everything that is wrong with it at once.
pub(super) fn read(form: &Release) -> Result<ReleaseChanges, Vec<MixRefusal>> {
    let series = labels::parse_series(&form.series);
    let guests = labels::parse(&form.guests, Kind::Guest).map_err(|_| MixRefusal::TooManyGuests);
    match (series, episode(&form.episode), guests, credits(&form.credits), location(&form.location)) {
        (Ok(series), Ok(episode), Ok(guests), Ok(credits), Ok(location)) => {
            // A number without a series counts nothing.
            let episode = episode.filter(|_| !series.is_empty());
            Ok(ReleaseChanges { series, episode, guests, credits, location, explicit: form.explicit })
        }
        (series, episode, guests, credits, location) => {
            Err([series.err(), episode.err(), guests.err(), credits.err(), location.err()].into_iter().flatten().collect())
        }
    }
}

fn episode(typed: &str) -> Result<Option<i64>, MixRefusal> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(number) if (1..=MAX_EPISODE).contains(&number) => Ok(Some(number)),
            _ => Err(MixRefusal::EpisodeInvalid),
        },
    }
}

fn location(typed: &str) -> Result<Option<String>, MixRefusal> {
    let place = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match place.chars().count() {
        0 => Ok(None),
        1..=MAX_LOCATION_CHARS => Ok(Some(place)),
        _ => Err(MixRefusal::LocationTooLong),
    }
}

fn credits(typed: &str) -> Result<Option<String>, MixRefusal> {
    let mut lines = Vec::new();
    for (line, typed) in (1_u32..).zip(typed.lines()).filter(|(_, typed)| !typed.trim().is_empty()) {
        let wrong = MixRefusal::CreditsInvalid { line };
        let credit = credit(typed).ok_or(wrong.clone())?;
        let tidy = format!("{}: {}", credit.role, credit.name);
        if lines.len() == MAX_CREDITS || tidy.chars().count() > MAX_CREDIT_CHARS {
            return Err(wrong);
        }
        lines.push(tidy);
    }
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

fn credit(line: &str) -> Option<Credit> {
    let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let (role, name) = line.split_once(':')?;
    let credit = Credit { role: tidy(role), name: tidy(name) };
    (!credit.role.is_empty() && !credit.name.is_empty()).then_some(credit)
}

/// The stored credits, for people.
pub(crate) fn credits_of(row: &mix::Model) -> Vec<Credit> {
    row.credits.iter().flat_map(|text| text.lines()).filter_map(credit).collect()
}

/// As the DJ would type it.
pub(super) async fn typed(database: &impl ConnectionTrait, row: &mix::Model) -> kernel::Result<Release> {
    let series = labels::of_mix(database, row.id, Kind::Series).await?;
    let guests = labels::of_mix(database, row.id, Kind::Guest).await?;
    Ok(Release {
        series: series.into_iter().next().map(|label| label.name).unwrap_or_default(),
        episode: row.episode.map(|number| number.to_string()).unwrap_or_default(),
        guests: labels::typed(&guests),
        credits: row.credits.clone().unwrap_or_default(),
        location: row.location.clone().unwrap_or_default(),
        explicit: row.explicit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_release_is_read_and_tidied() {
        let form = Release {
            series: " Night  Bus ".into(),
            episode: " 12 ".into(),
            guests: "DJ Marlow, Ina, dj marlow".into(),
            credits: "Artwork :  Jo  Lee\r\n\nRecorded by: Ann: the second".into(),
            location: " Studio  Two, Hackney".into(),
            explicit: true,
        };
        let read = read(&form).unwrap();
        assert_eq!(labels::typed(&read.series), "Night Bus");
        assert_eq!(labels::typed(&read.guests), "DJ Marlow, Ina");
        assert_eq!((read.episode, read.explicit), (Some(12), true));
        assert_eq!(read.credits.as_deref(), Some("Artwork: Jo Lee\nRecorded by: Ann: the second"));
        assert_eq!(read.location.as_deref(), Some("Studio Two, Hackney"));
    }

    #[test]
    fn a_number_without_a_series_counts_nothing() {
        assert_eq!(read(&Release { episode: "3".into(), ..Release::default() }), Ok(ReleaseChanges::default()));
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let form = Release {
            series: "x".repeat(81),
            episode: "none".into(),
            guests: (0..11).map(|guest| format!("g{guest},")).collect(),
            credits: "Artwork: Jo\nnobody".into(),
            location: "x".repeat(121),
            explicit: false,
        };
        use MixRefusal::*;
        let expected = [SeriesTooLong, EpisodeInvalid, TooManyGuests, CreditsInvalid { line: 2 }, LocationTooLong];
        assert_eq!(read(&form).unwrap_err(), expected);
        for episode in ["0", "-1", "1.5", "100000"] {
            assert_eq!(read(&Release { episode: episode.into(), ..Release::default() }), Err(vec![EpisodeInvalid]), "{episode}");
        }
        let many = "Role: Name\n".repeat(21);
        assert_eq!(read(&Release { credits: many, ..Release::default() }), Err(vec![CreditsInvalid { line: 21 }]));
    }
}
