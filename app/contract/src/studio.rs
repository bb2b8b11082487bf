//! Mixes as their DJ works on them. Bytes don't travel here: uploads go through tus at `/uploads`, covers through `/studio/covers/{mix}`.

use crate::{
    caller::Caller,
    covers::{CoverSource, Crop},
    failure::Failure,
    ids::{MixId, UploadId},
    mixes::{AudioSource, CoverImage, DjLink, Peaks},
    outcome::{Message, Outcome},
    refusals,
    shown::{Shown, ShownTime},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Seen by those who may edit it.
    #[default]
    Draft,
    /// Listed everywhere.
    Public,
    /// Reached by its address only.
    Unlisted,
}

impl Visibility {
    pub const ALL: [Self; 3] = [Self::Draft, Self::Public, Self::Unlisted];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Public => "public",
            Self::Unlisted => "unlisted",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.name() == name)
    }
}

/// How far a file is on its way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Intake {
    Uploading {
        upload: UploadId,
        received_bytes: u64,
        size_bytes: u64,
    },
    Waiting,
    Analysing {
        percent: u8,
    },
    Ready,
    /// The file can't be used; `reason` says why.
    Failed {
        reason: Message,
    },
}

/// A row of the Studio's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudioMix {
    pub id: MixId,
    pub slug: String,
    pub title: String,
    pub file_name: String,
    pub visibility: Visibility,
    /// When a draft becomes public by itself.
    pub publish_at: Option<ShownTime>,
    pub intake: Intake,
    pub cover: Option<CoverImage>,
    pub peaks: Peaks,
    /// Ready-made facts, such as `MP3 · 320 kbit/s · −14.2 LUFS · 1:02:40`.
    pub facts: Vec<String>,
    pub dj: DjLink,
    pub duration_ms: Shown<u64>,
    pub plays: Shown<u64>,
    pub likes: Shown<u64>,
    pub changed: ShownTime,
    /// Where the cover was cut from; none for one that was drawn.
    pub cover_source: Option<CoverSource>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudioOverview {
    pub mixes: Vec<StudioMix>,
    pub used: Shown<u64>,
    pub quota: Shown<u64>,
    pub max_upload: Shown<u64>,
    pub plays: Shown<u64>,
    pub likes: Shown<u64>,
    pub published: Shown<u64>,
}

/// What listeners look for and a DJ may have forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    pub analysed: bool,
    pub described: bool,
    pub has_genres: bool,
    pub has_tracks: bool,
}

/// The edit page of one mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudioMixDetail {
    pub mix: StudioMix,
    pub form: SaveMix,
    pub audio: Option<AudioSource>,
    pub wave: Peaks,
    /// The tenant's, such as `Europe/London`: the moments of the form are in it.
    pub time_zone: String,
    pub checklist: Checklist,
    /// The newest first, at most twenty.
    pub versions: Vec<DescriptionVersion>,
    /// The newest first, without those that have ended.
    pub links: Vec<PrivateLink>,
    /// Drafts whose recording this mix could take, the newest first, at most twenty.
    pub recordings: Vec<Recording>,
    /// Names in use, to choose from.
    pub series: Vec<String>,
    pub loudness_lufs: Option<Shown<f64>>,
    pub true_peak_dbtp: Option<Shown<f64>>,
}

/// The edit form. Genres and moods are comma-separated, at most five each.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveMix {
    pub id: String,
    pub title: String,
    /// Left empty, it is made from the title.
    pub slug: String,
    /// Markdown, at most 10,000 characters.
    pub description: String,
    pub genres: String,
    pub moods: String,
    /// `YYYY-MM-DD`; the day the mix is dated.
    pub date: String,
    pub visibility: String,
    /// `YYYY-MM-DDTHH:MM` in the tenant's time zone. With `visibility` public, the mix stays a draft until then; empty is at once.
    pub publish_at: String,
    /// Whether listeners may have the file.
    pub downloads: bool,
    pub release: Release,
}

/// What a mix is released with, besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Release {
    /// The name of what it is an episode of; empty for none.
    pub series: String,
    /// A whole number from 1 to 99,999, or empty.
    pub episode: String,
    /// Comma-separated, at most ten.
    pub guests: String,
    /// `Role: Name`, one a line, at most twenty.
    pub credits: String,
    /// Where it was recorded.
    pub location: String,
    pub explicit: bool,
}

/// Two mixes that are most likely one recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Twins {
    pub first: StudioMix,
    pub second: StudioMix,
}

/// A draft whose sound another mix may take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recording {
    pub mix: MixId,
    /// Its title and length, such as `Night Bus, new master · 1:02:40`.
    pub name: String,
}

/// A description as it was before somebody changed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DescriptionVersion {
    /// When it was replaced.
    pub until: ShownTime,
    /// Markdown.
    pub text: String,
}

/// An address by which anybody hears a mix that isn't out, until it ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrivateLink {
    pub id: Uuid,
    /// The whole path with its key.
    pub path: String,
    pub expires: ShownTime,
}

/// How long a private link lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkLife {
    Day,
    Week,
    Month,
}

impl LinkLife {
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    pub fn days(self) -> u32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
        }
    }
}

/// What is done to several mixes at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum BulkChange {
    Show {
        visibility: Visibility,
    },
    /// Added to what they have.
    Genre {
        name: String,
    },
    /// Put in place of what they have; empty takes them out of theirs.
    Series {
        name: String,
    },
    Delete,
}

/// What a bulk edit did. Those it could not be done to are left as they were.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BulkDone {
    pub changed: u32,
    /// By title, each with the reason.
    pub left: Vec<(String, Message)>,
    /// Of a deletion; as many as `changed`.
    pub undo: Vec<Undo>,
}

/// A deletion that can be taken back until `seconds` from now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    pub id: MixId,
    pub title: String,
    pub seconds: u32,
}

refusals! {
    /// Why a change to a mix was declined.
    pub enum MixRefusal {
        TitleLength => "mixes-refused-title-length" on "title",
        SlugInvalid => "mixes-refused-slug-invalid" on "slug",
        SlugTaken => "mixes-refused-slug-taken" on "slug",
        DescriptionTooLong => "mixes-refused-description-too-long" on "description",
        TooManyGenres => "mixes-refused-too-many-genres" on "genres",
        TooManyMoods => "mixes-refused-too-many-moods" on "moods",
        LabelTooLong => "mixes-refused-label-too-long" on "genres",
        DateInvalid => "mixes-refused-date" on "date",
        PublishAtInvalid => "mixes-refused-publish-at" on "publish_at",
        VisibilityUnknown => "mixes-refused-visibility" on "visibility",
        /// Publishing waits for the analysis.
        NotReady => "mixes-refused-not-ready" on "visibility",
        CoverNotImage => "mixes-refused-cover-not-image" on "cover",
        CoverTooLarge => "mixes-refused-cover-too-large" on "cover",
        CoverDamaged => "mixes-refused-cover-damaged" on "cover",
        UndoTooLate => "mixes-refused-undo-too-late",
        SeriesTooLong => "mixes-refused-series-too-long" on "series",
        EpisodeInvalid => "mixes-refused-episode" on "episode",
        TooManyGuests => "mixes-refused-too-many-guests" on "guests",
        CreditsInvalid { line: u32 } => "mixes-refused-credits" on "credits",
        LocationTooLong => "mixes-refused-location-too-long" on "location",
        TooManyLinks => "mixes-refused-too-many-links" on "link",
        /// Only a draft that is analysed and was never out is taken.
        NoSuchRecording => "mixes-refused-no-such-recording" on "from",
        NothingChosen => "mixes-refused-nothing-chosen" on "mixes",
        CropOutside => "mixes-refused-crop-outside" on "cover",
        CropTooSmall => "mixes-refused-crop-too-small" on "cover",
        /// There is nothing to crop, or something else by now.
        CropOfNothing => "mixes-refused-crop-of-nothing" on "cover",
    }
}

refusals! {
    /// Why a file was not taken in, at the start of an upload or after its analysis.
    pub enum UploadRefusal {
        NotAudio => "mixes-upload-not-audio",
        UnsupportedFormat => "mixes-upload-unsupported",
        Empty => "mixes-upload-empty",
        TooLarge { limit: String } => "mixes-upload-too-large",
        QuotaExceeded { left: String } => "mixes-upload-quota",
        Truncated => "mixes-upload-truncated",
        Damaged => "mixes-upload-damaged",
        TooLong => "mixes-upload-too-long",
        HeaderImplausible => "mixes-upload-header",
        ChecksumMismatch => "mixes-upload-checksum",
        Expired => "mixes-upload-expired",
        TooManyAtOnce => "mixes-upload-too-many",
        /// Ours, not the file's: the job gave up after its retries.
        AnalysisFailed => "mixes-upload-analysis-failed",
    }
}

type Answer<T> = Result<Outcome<T, MixRefusal>, Failure>;

/// For DJs on their own mixes, admins on all of the tenant's.
#[async_trait]
pub trait Studio: Send + Sync {
    async fn overview(&self, caller: &Caller) -> Result<StudioOverview, Failure>;
    async fn mix(&self, caller: &Caller, id: MixId) -> Result<StudioMixDetail, Failure>;
    /// Saves all fields, visibility included: publishing is saving with another visibility.
    async fn save(&self, caller: &Caller, form: SaveMix) -> Answer<StudioMixDetail>;
    /// Hides the mix at once and deletes it, its files too, 10 s later.
    async fn delete(&self, caller: &Caller, id: MixId) -> Answer<Undo>;
    async fn undo_delete(&self, caller: &Caller, id: MixId) -> Answer<()>;
    /// Gives the mix the sound of a draft, which goes: another recording under the same address.
    async fn replace(&self, caller: &Caller, id: MixId, from: MixId) -> Answer<StudioMixDetail>;
    /// Pairs of mixes that are most likely one recording, by what their analyses heard.
    async fn duplicates(&self, caller: &Caller) -> Result<Vec<Twins>, Failure>;
    /// Changes several mixes; those that can't be changed are named and left alone.
    async fn change_all(&self, caller: &Caller, ids: Vec<MixId>, change: BulkChange) -> Answer<BulkDone>;
    /// Makes an address by which anybody hears the mix until it ends; at most ten at a time.
    async fn share(&self, caller: &Caller, id: MixId, life: LinkLife) -> Answer<PrivateLink>;
    /// Ends a private link at once. A link that is gone already is no mistake.
    async fn unshare(&self, caller: &Caller, id: MixId, link: Uuid) -> Answer<()>;
    /// Replaces the cover by a square of the uploaded picture, of any supported format. The picture is kept, for another square.
    async fn set_cover(&self, caller: &Caller, id: MixId, picture: Vec<u8>, crop: Crop) -> Answer<CoverImage>;
    /// Another square of the picture that is kept.
    async fn crop_cover(&self, caller: &Caller, id: MixId, crop: Crop) -> Answer<CoverImage>;
    /// The picture that is kept, as WebP. `NotFound` when the cover was drawn.
    async fn cover_source(&self, caller: &Caller, id: MixId) -> Result<Vec<u8>, Failure>;
}
