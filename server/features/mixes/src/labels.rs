//! The labels of a mix, genres and moods, series and guests: reading what a DJ typed, keeping it, getting it back.

use crate::entity::label;
use contract::{mixes::Label, studio::MixRefusal};
use kernel::slug::slugify;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

const MAX_LABELS: usize = 5;
const MAX_GUESTS: usize = 10;
const MAX_NAME_CHARS: usize = 40;

/// What a label says of a mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Genre,
    Mood,
    /// What it is an episode of; one at most.
    Series,
    /// Who else plays.
    Guest,
}

impl Kind {
    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genre => "genre",
            Self::Mood => "mood",
            Self::Series => "series",
            Self::Guest => "guest",
        }
    }
}

/// Reads a comma-separated list; repeated names count once.
///
/// # Errors
/// Over five labels (ten guests), or one over 40 characters.
pub fn parse(typed: &str, kind: Kind) -> Result<Vec<Label>, MixRefusal> {
    let mut labels: Vec<Label> = Vec::new();
    for name in typed.split([',', ';']) {
        let Some(label) = label(name) else { continue };
        if labels.iter().any(|other| other.slug == label.slug) {
            continue;
        }
        if label.name.chars().count() > MAX_NAME_CHARS {
            return Err(MixRefusal::LabelTooLong);
        }
        labels.push(label);
    }
    match kind {
        Kind::Genre if labels.len() > MAX_LABELS => Err(MixRefusal::TooManyGenres),
        Kind::Mood if labels.len() > MAX_LABELS => Err(MixRefusal::TooManyMoods),
        Kind::Guest if labels.len() > MAX_GUESTS => Err(MixRefusal::TooManyGuests),
        _ => Ok(labels),
    }
}

/// Reads the name of a series, which may have commas in it.
///
/// # Errors
/// Over 80 characters.
pub fn parse_series(typed: &str) -> Result<Vec<Label>, MixRefusal> {
    const MAX_SERIES_CHARS: usize = 80;
    match label(typed) {
        Some(label) if label.name.chars().count() > MAX_SERIES_CHARS => Err(MixRefusal::SeriesTooLong),
        found => Ok(found.into_iter().collect()),
    }
}

/// One name, its spaces put in order; `None` without a letter or digit.
fn label(typed: &str) -> Option<Label> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let slug = slugify(&name);
    (!slug.is_empty()).then_some(Label { slug, name })
}

/// As the DJ would type them.
pub fn typed(labels: &[Label]) -> String {
    labels.iter().map(|label| label.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The labels of one kind of a mix, in the DJ's order.
pub(crate) async fn of_mix(database: &impl ConnectionTrait, mix: Uuid, kind: Kind) -> Result<Vec<Label>, DbErr> {
    let rows = label::Entity::find()
        .filter(label::Column::MixId.eq(mix))
        .filter(label::Column::Kind.eq(kind.name()))
        .order_by_asc(label::Column::Position)
        .all(database)
        .await?;
    Ok(rows.into_iter().map(|row| Label { slug: row.slug, name: row.name }).collect())
}

/// All labels of a mix, of every kind.
pub(crate) async fn names_of_mix(database: &impl ConnectionTrait, mix: Uuid) -> Result<Vec<String>, DbErr> {
    let rows = label::Entity::find().filter(label::Column::MixId.eq(mix)).order_by_asc(label::Column::Position).all(database).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// Makes `labels` the mix's only ones of this kind.
pub(crate) async fn replace(tx: &impl ConnectionTrait, tenant: Uuid, mix: Uuid, kind: Kind, labels: &[Label]) -> Result<(), DbErr> {
    label::Entity::delete_many().filter(label::Column::MixId.eq(mix)).filter(label::Column::Kind.eq(kind.name())).exec(tx).await?;
    let rows = (0_i32..).zip(labels).map(|(position, label)| label::ActiveModel {
        mix_id: Set(mix),
        kind: Set(kind.name().to_owned()),
        slug: Set(label.slug.clone()),
        tenant_id: Set(tenant),
        name: Set(label.name.clone()),
        position: Set(position),
    });
    if !labels.is_empty() {
        label::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_typed_and_counted_once() {
        let labels = parse(" Deep  House, dub,, DEEP HOUSE ,Métal; !!! ", Kind::Genre).unwrap();
        assert_eq!(typed(&labels), "Deep House, dub, Métal");
        assert_eq!(labels.iter().map(|label| label.slug.as_str()).collect::<Vec<_>>(), ["deep-house", "dub", "metal"]);
    }

    #[test]
    fn too_many_and_too_long_are_told_apart() {
        assert_eq!(parse("a,b,c,d,e,f", Kind::Genre), Err(MixRefusal::TooManyGenres));
        assert_eq!(parse("a,b,c,d,e,f", Kind::Mood), Err(MixRefusal::TooManyMoods));
        assert_eq!(parse(&"x".repeat(41), Kind::Mood), Err(MixRefusal::LabelTooLong));
        assert_eq!(parse("a,b,c,d,e,f,g,h,i,j", Kind::Guest).map(|guests| guests.len()), Ok(10));
        assert_eq!(parse("a,b,c,d,e,f,g,h,i,j,k", Kind::Guest), Err(MixRefusal::TooManyGuests));
    }

    #[test]
    fn a_series_is_one_name_with_whatever_is_in_it() {
        let series = parse_series("  Friday,  Late & Loud ").unwrap();
        assert_eq!(series, [Label { slug: "friday-late-loud".into(), name: "Friday, Late & Loud".into() }]);
        assert_eq!(parse_series(" … "), Ok(vec![]));
        assert_eq!(parse_series(&"x".repeat(81)), Err(MixRefusal::SeriesTooLong));
    }
}
