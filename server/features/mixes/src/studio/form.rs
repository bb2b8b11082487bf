//! The edit form, read: what it says in our terms, or everything that is wrong with it at once.

use super::release::{self, ReleaseChanges};
use crate::{
    intake::MAX_TITLE_CHARS,
    labels::{self, Kind},
};
use chrono::NaiveDate;
use contract::{
    caller::Caller,
    mixes::Label,
    shown::Timestamp,
    studio::{MixRefusal, SaveMix, Visibility},
};
use kernel::{
    local_time,
    slug::{MAX_LENGTH, slugify},
};

const MAX_DESCRIPTION_CHARS: usize = 10_000;

/// A form without mistakes of its own; whether its slug is free is the table's to say.
#[derive(Debug, PartialEq)]
pub(super) struct Changes {
    pub(super) title: String,
    /// `None`: to be made from the title.
    pub(super) slug: Option<String>,
    pub(super) description: String,
    pub(super) genres: Vec<Label>,
    pub(super) moods: Vec<Label>,
    /// Empty or `YYYY-MM-DD`.
    pub(super) dated: String,
    pub(super) visibility: Visibility,
    pub(super) publish_at: Option<Timestamp>,
    pub(super) downloads: bool,
    pub(super) release: ReleaseChanges,
}

pub(super) fn read(caller: &Caller, form: &SaveMix) -> Result<Changes, Vec<MixRefusal>> {
    let title = form.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let (genres, moods) = (labels::parse(&form.genres, Kind::Genre), labels::parse(&form.moods, Kind::Mood));
    let (slug, date) = (slug(&form.slug), date(&form.date));
    let visibility = Visibility::parse(form.visibility.trim()).ok_or(MixRefusal::VisibilityUnknown);
    let publish_at = moment(caller, &form.publish_at);
    let release = release::read(&form.release);
    let mut refusals = Vec::new();
    if !(1..=MAX_TITLE_CHARS).contains(&title.chars().count()) {
        refusals.push(MixRefusal::TitleLength);
    }
    // Browsers send line ends as two characters.
    let description = form.description.replace("\r\n", "\n");
    if description.chars().count() > MAX_DESCRIPTION_CHARS {
        refusals.push(MixRefusal::DescriptionTooLong);
    }
    match (slug, genres, moods, date, publish_at, visibility, release) {
        (Ok(slug), Ok(genres), Ok(moods), Ok(dated), Ok(publish_at), Ok(visibility), Ok(release)) if refusals.is_empty() => {
            Ok(Changes { title, slug, description, genres, moods, dated, visibility, publish_at, downloads: form.downloads, release })
        }
        (slug, genres, moods, date, publish_at, visibility, release) => {
            let mistakes = [slug.err(), genres.err(), moods.err(), date.err(), publish_at.err(), visibility.err()];
            refusals.extend(mistakes.into_iter().flatten());
            refusals.extend(release.err().unwrap_or_default());
            refusals.dedup();
            Err(refusals)
        }
    }
}

/// Typed slugs are transliterated like titles; only what leaves nothing, or too much, is refused.
fn slug(typed: &str) -> Result<Option<String>, MixRefusal> {
    let typed = typed.trim();
    let slug = slugify(typed);
    match (typed.is_empty(), slug.is_empty() || typed.chars().count() > MAX_LENGTH) {
        (true, _) => Ok(None),
        (false, true) => Err(MixRefusal::SlugInvalid),
        (false, false) => Ok(Some(slug)),
    }
}

fn date(typed: &str) -> Result<String, MixRefusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let date = NaiveDate::parse_from_str(typed, "%Y-%m-%d").map_err(|_| MixRefusal::DateInvalid)?;
    // Recorded sound begins in 1857; a date input gives years of six digits too.
    let plausible = ("1857-01-01".."9999-12-31").contains(&typed) && typed.len() == 10;
    plausible.then(|| date.format("%Y-%m-%d").to_string()).ok_or(MixRefusal::DateInvalid)
}

fn moment(caller: &Caller, typed: &str) -> Result<Option<Timestamp>, MixRefusal> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    local_time::parse(caller, typed).map(Some).ok_or(MixRefusal::PublishAtInvalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller() -> Caller {
        testing::visitor(contract::ids::TenantId(uuid::Uuid::nil()))
    }

    fn form() -> SaveMix {
        SaveMix { title: "  Late   Night ".into(), visibility: "draft".into(), date: "2026-11-22".into(), ..SaveMix::default() }
    }

    #[test]
    fn a_sound_form_is_read_and_tidied() {
        let changes = read(&caller(), &SaveMix { slug: " Été! ".into(), description: "a\r\nb".into(), ..form() }).unwrap();
        assert_eq!(changes.title, "Late Night");
        assert_eq!(changes.slug.as_deref(), Some("ete"));
        assert_eq!(changes.description, "a\nb");
        assert_eq!(read(&caller(), &form()).unwrap().slug, None);
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let all = SaveMix {
            title: " ".into(),
            slug: "!!!".into(),
            description: "x".repeat(10_001),
            genres: "a,b,c,d,e,f".into(),
            moods: "a,b,c,d,e,f".into(),
            date: "22.11.2026".into(),
            publish_at: "soon".into(),
            visibility: "secret".into(),
            ..SaveMix::default()
        };
        use MixRefusal::*;
        let expected =
            [TitleLength, DescriptionTooLong, SlugInvalid, TooManyGenres, TooManyMoods, DateInvalid, PublishAtInvalid, VisibilityUnknown];
        assert_eq!(read(&caller(), &all).unwrap_err(), expected);
    }

    #[test]
    fn impossible_days_are_refused() {
        for date in ["2026-02-30", "0001-01-01", "12026-01-01", "2026-1-1", "yesterday"] {
            assert_eq!(read(&caller(), &SaveMix { date: date.into(), ..form() }).unwrap_err(), [MixRefusal::DateInvalid], "{date}");
        }
    }
}
