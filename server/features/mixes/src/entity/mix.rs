//! The `mixes` table.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mixes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub dj_id: Uuid,
    pub slug: String,
    pub title: String,
    pub file_name: String,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub visibility: String,
    /// `uploading`, `waiting`, `analysing`, `ready` or `failed`.
    pub intake: String,
    pub intake_percent: i32,
    /// A `contract::outcome::Message` as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub intake_error: Option<String>,
    /// `YYYY-MM-DD`; empty until the analysis or the DJ says.
    pub dated: String,
    pub published_at: Option<i64>,
    /// A draft that becomes public by itself then.
    pub publish_at: Option<i64>,
    pub deleted_at: Option<i64>,
    /// Of the file; announced while it is on its way, 0 once a bad file was thrown away. Their sum is held against the quota.
    pub size_bytes: i64,
    pub audio_key: Option<String>,
    pub audio_etag: Option<String>,
    pub mime: String,
    /// For people: `MP3`, `AAC`, `FLAC`….
    pub codec: String,
    pub bitrate_kbps: Option<i64>,
    pub duration_ms: i64,
    pub sample_rate_hz: Option<i64>,
    pub channels: Option<i64>,
    pub loudness_lufs: Option<f64>,
    pub true_peak_dbtp: Option<f64>,
    #[sea_orm(column_type = "Text")]
    pub card_peaks: String,
    #[sea_orm(column_type = "Text")]
    pub page_peaks: String,
    pub cover_version: Option<String>,
    /// A data address.
    #[sea_orm(column_type = "Text")]
    pub cover_placeholder: String,
    /// In degrees; below 0 for a grey cover, which has none.
    pub cover_hue: i32,
    pub plays: i64,
    pub likes: i64,
    /// What the file's own tags say, folded; part of `search_text`, kept because the tags are read once.
    #[sea_orm(column_type = "Text")]
    pub tag_words: String,
    /// Title, DJ, labels and tags, folded by `search_text::fold`.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// The names of its tracks, folded likewise.
    #[sea_orm(column_type = "Text", nullable)]
    pub track_words: Option<String>,
    /// The pace of most of it, in hundredths of a beat a minute.
    pub bpm_hundredths: Option<i64>,
    /// The key of most of it, such as `8A`.
    pub camelot: Option<String>,
    /// 1–10.
    pub energy: Option<i64>,
    /// `audio::MUSIC_VERSION` of the analysis that found the three.
    pub music_version: Option<i64>,
    /// Words or topics that not everybody should hear.
    pub explicit: bool,
    pub location: Option<String>,
    /// Its number in its series, which is a label.
    pub episode: Option<i64>,
    /// `Role: Name`, one a line.
    #[sea_orm(column_type = "Text", nullable)]
    pub credits: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    /// The kinds in the `renditions` table, with spaces between them; `None` until they are made.
    pub renditions: Option<String>,
    /// Whether listeners may have the file.
    pub downloads: bool,
    /// Names the picture the cover was cut from; none for one that was drawn.
    pub cover_original: Option<String>,
    /// The square of it as `contract::covers::Crop`. Its centre is the picture's focal point.
    pub cover_x: Option<i64>,
    pub cover_y: Option<i64>,
    pub cover_size: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
