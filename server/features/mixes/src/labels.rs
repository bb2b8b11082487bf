//! Genres and moods of a mix: reading what a DJ typed, keeping it, getting it back.

use crate::entity::label;
use contract::{mixes::Label, studio::MixRefusal};
use kernel::slug::slugify;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

const MAX_LABELS: usize = 5;
const MAX_NAME_CHARS: usize = 40;

/// The two kinds of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Genre,
    Mood,
}

impl Kind {
    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genre => "genre",
            Self::Mood => "mood",
        }
    }
}

/// Reads a comma-separated list; repeated names count once.
///
/// # Errors
/// Over five labels, or one over 40 characters.
pub fn parse(typed: &str, kind: Kind) -> Result<Vec<Label>, MixRefusal> {
    let mut labels: Vec<Label> = Vec::new();
    for name in typed.split([',', ';']) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let slug = slugify(&name);
        if slug.is_empty() || labels.iter().any(|label| label.slug == slug) {
            continue;
        }
        if name.chars().count() > MAX_NAME_CHARS {
            return Err(MixRefusal::LabelTooLong);
        }
        labels.push(Label { slug, name });
    }
    match kind {
        _ if labels.len() <= MAX_LABELS => Ok(labels),
        Kind::Genre => Err(MixRefusal::TooManyGenres),
        Kind::Mood => Err(MixRefusal::TooManyMoods),
    }
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
    }
}
