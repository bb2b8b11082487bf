//! A mix as the Studio shows it.

use crate::{
    entity::{dj, mix, upload},
    intake::step,
    summary,
};
use contract::{
    caller::Caller,
    ids::{MixId, UploadId},
    mixes::{DjLink, Peaks},
    outcome::{Message, Refusal},
    shown::Timestamp,
    studio::{Intake, StudioMix, UploadRefusal, Visibility},
};
use kernel::format;

pub(crate) fn studio_mix(caller: &Caller, row: &mix::Model, dj: Option<&dj::Model>, upload: Option<&upload::Model>) -> StudioMix {
    let dj = dj.map(|dj| DjLink { slug: dj.slug.clone(), name: dj.name.clone() });
    StudioMix {
        id: MixId(row.id),
        slug: row.slug.clone(),
        title: row.title.clone(),
        file_name: row.file_name.clone(),
        visibility: Visibility::parse(&row.visibility).unwrap_or_default(),
        publish_at: row.publish_at.map(|at| format::date_time(caller, Timestamp(at))),
        intake: intake(row, upload),
        cover: row.cover_version.is_some().then(|| summary::cover_image(row)),
        peaks: Peaks(row.card_peaks.clone()),
        facts: facts(caller, row),
        dj: dj.unwrap_or_else(|| DjLink { slug: String::new(), name: String::new() }),
        duration_ms: format::duration(row.duration_ms.unsigned_abs()),
        plays: format::count(&caller.locale, row.plays.unsigned_abs()),
        likes: format::count(&caller.locale, row.likes.unsigned_abs()),
        changed: format::date_time(caller, Timestamp(row.updated_at)),
        cover_source: summary::cover_source(row),
    }
}

fn intake(row: &mix::Model, upload: Option<&upload::Model>) -> Intake {
    match (row.intake.as_str(), upload) {
        (step::UPLOADING, Some(upload)) => Intake::Uploading {
            upload: UploadId(upload.id),
            received_bytes: upload.received_bytes.unsigned_abs(),
            size_bytes: upload.size_bytes.unsigned_abs(),
        },
        // Its upload is being swept away this moment.
        (step::UPLOADING, None) => Intake::Failed { reason: UploadRefusal::Expired.message() },
        (step::ANALYSING, _) => Intake::Analysing { percent: u8::try_from(row.intake_percent.clamp(0, 100)).unwrap_or_default() },
        (step::READY, _) => Intake::Ready,
        (step::FAILED, _) => Intake::Failed { reason: reason(row) },
        _ => Intake::Waiting,
    }
}

fn reason(row: &mix::Model) -> Message {
    let stored = row.intake_error.as_deref().and_then(|json| serde_json::from_str(json).ok());
    stored.unwrap_or_else(|| UploadRefusal::AnalysisFailed.message())
}

/// Codec, bit rate, loudness and playing time, as far as they are known.
fn facts(caller: &Caller, row: &mix::Model) -> Vec<String> {
    if row.intake != step::READY {
        return vec![];
    }
    let locale = &caller.locale;
    let bitrate = row.bitrate_kbps.map(|kbps| format!("{} kbit/s", format::count(locale, kbps.unsigned_abs()).text));
    let loudness = row.loudness_lufs.map(|lufs| format!("{} LUFS", with_minus(&format::decimal(locale, lufs, 1).text)));
    let duration = format::duration(row.duration_ms.unsigned_abs()).text;
    [Some(row.codec.clone()), bitrate, loudness, Some(duration)].into_iter().flatten().collect()
}

/// The minus sign that is as wide as a plus; a hyphen may be broken at.
pub(super) fn with_minus(number: &str) -> String {
    number.replace('-', "\u{2212}")
}
