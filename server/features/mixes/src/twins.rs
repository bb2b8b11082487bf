//! Mixes that are most likely one recording: another encoding of it, or one with its ends cut.
//!
//! Likeness of the whole (the 64 values of the sound vector) chooses whom to compare; the course of the energy, second by second, decides.
//! Different pieces of one kind come as near as 0.994 in the vector alone, but they don't rise and fall at the same moments.

use crate::{
    Service,
    entity::{dj, mix, upload},
    intake::step,
    music,
    studio::{access, shown::studio_mix},
};
use contract::{caller::Caller, studio::Twins};
use futures::{StreamExt, TryStreamExt, stream};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::HashMap;

/// Libraries beyond this are compared in their newest part only.
const MOST_MIXES: u64 = 5_000;
/// Ends may be cut by this much.
const CUT_SECONDS: usize = 60;
const REACH_MS: i64 = CUT_SECONDS as i64 * 1000;
const LEAST_COSINE: f32 = 0.97;
/// Copies of one recording reach 0.95 and more.
const LEAST_CORRELATION: f32 = 0.8;
/// Files read at once.
const READ_AT_ONCE: usize = 16;

/// What is compared.
struct Course {
    vector: Vec<f32>,
    /// How the energy changes from second to second.
    changes: Vec<f32>,
}

pub(crate) async fn duplicates(service: &Service, caller: &Caller) -> kernel::Result<Vec<Twins>> {
    let database = service.kernel().database.read();
    let query = access::editable(caller)?
        .filter(mix::Column::DeletedAt.is_null())
        .filter(mix::Column::Intake.eq(step::READY))
        .filter(mix::Column::MusicVersion.is_not_null());
    let mut rows = query.order_by_desc(mix::Column::Id).limit(MOST_MIXES).all(database).await?;
    rows.sort_by_key(|row| (row.duration_ms, row.id));
    let lengths: Vec<i64> = rows.iter().map(|row| row.duration_ms).collect();
    // In the order of their length, who has a neighbour has one beside.
    let beside = |index: usize| lengths.get(index + 1).is_some_and(|next| next - lengths[index] <= REACH_MS);
    let wanted: Vec<usize> = (0..rows.len()).filter(|index| beside(*index) || index.checked_sub(1).is_some_and(beside)).collect();
    let rows = &rows;
    let courses: HashMap<usize, Course> = stream::iter(wanted)
        .map(async |index| Ok::<_, kernel::Error>(course(&music::load(service, &rows[index]).await?).map(|course| (index, course))))
        .buffer_unordered(READ_AT_ONCE)
        .try_filter_map(async |found| Ok(found))
        .try_collect()
        .await?;
    let alike = tokio::task::spawn_blocking(move || {
        let same = |(first, second): &(usize, usize)| {
            courses.get(first).zip(courses.get(second)).is_some_and(|(first, second)| is_one_recording(first, second))
        };
        neighbours(&lengths).filter(same).collect::<Vec<_>>()
    });
    let alike = alike.await.map_err(|panic| kernel::Error::Internal(panic.into()))?;
    let djs = dj::Entity::find().filter(dj::Column::TenantId.eq(caller.tenant.0)).all(database).await?;
    let djs: HashMap<Uuid, dj::Model> = djs.into_iter().map(|row| (row.id, row)).collect();
    let shown = |row: &mix::Model| studio_mix(caller, row, djs.get(&row.dj_id), None::<&upload::Model>);
    Ok(alike.into_iter().map(|(first, second)| Twins { first: shown(&rows[first]), second: shown(&rows[second]) }).collect())
}

/// Pairs whose lengths allow that one is a cut of the other; `lengths` ascend. One after the other: there can be millions.
fn neighbours(lengths: &[i64]) -> impl Iterator<Item = (usize, usize)> {
    let longer = move |first: usize| (first + 1..lengths.len()).take_while(move |second| lengths[*second] - lengths[first] <= REACH_MS);
    (0..lengths.len()).flat_map(move |first| longer(first).map(move |second| (first, second)))
}

fn course(music: &audio::Music) -> Option<Course> {
    let vector = music.vector.clone()?;
    let changes = music.energy.windows(2).map(|pair| f32::from(pair[1]) - f32::from(pair[0])).collect();
    Some(Course { vector, changes })
}

fn is_one_recording(first: &Course, second: &Course) -> bool {
    let cosine: f32 = first.vector.iter().zip(&second.vector).map(|(a, b)| a * b).sum();
    cosine >= LEAST_COSINE && correlation(&first.changes, &second.changes) >= LEAST_CORRELATION
}

/// The best correlation of two courses over all shifts that a cut could have made; 0 where nothing changes.
fn correlation(first: &[f32], second: &[f32]) -> f32 {
    let shifted = |shift: usize, long: &[f32], short: &[f32]| {
        let overlap = long.get(shift..).unwrap_or_default();
        let length = overlap.len().min(short.len());
        // A short overlap of two long pieces proves nothing.
        if length < 8 || length + CUT_SECONDS < first.len().max(second.len()) {
            return 0.0;
        }
        pearson(&overlap[..length], &short[..length])
    };
    (0..=CUT_SECONDS).flat_map(|shift| [shifted(shift, first, second), shifted(shift, second, first)]).fold(0.0, f32::max)
}

fn pearson(a: &[f32], b: &[f32]) -> f32 {
    let mean = |values: &[f32]| values.iter().sum::<f32>() / values.len() as f32;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut both, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        both += a * b;
        of_a += a * a;
        of_b += b * b;
    }
    let norm = (of_a * of_b).sqrt();
    if norm > 0.0 { both / norm } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A course that never repeats, from a small generator.
    fn course(seed: u32, seconds: usize) -> Vec<f32> {
        let mut state = seed;
        let next = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from((state >> 24) as u8) - 128.0
        };
        std::iter::repeat_with(next).take(seconds).collect()
    }

    #[test]
    fn a_copy_with_its_ends_cut_is_recognised_and_another_piece_is_not() {
        let whole = course(1, 600);
        assert!(correlation(&whole, &whole) > 0.999);
        assert!(correlation(&whole, &whole[40..580]) > 0.999);
        assert!(correlation(&whole[40..], &whole) > 0.999);
        assert!(correlation(&whole, &course(2, 600)) < 0.4);
        assert!(correlation(&whole, &whole[200..]) < 0.4, "more than a minute is missing");
    }

    #[test]
    fn only_lengths_within_a_minute_are_compared() {
        assert_eq!(neighbours(&[0, 10, 60_000, 60_011]).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2), (2, 3)]);
    }

    #[test]
    fn silence_and_snippets_are_like_nothing() {
        assert_eq!(correlation(&[0.0; 100], &[0.0; 100]), 0.0);
        assert_eq!(correlation(&[], &[1.0, 2.0]), 0.0);
    }
}
