//! The page of one mix.

use crate::{
    Service, about, downloads,
    entity::{label, like, mix, position},
    harmony,
    labels::Kind,
    listening::resume_ms,
    listing::newest_first,
    markdown, private_links, signed,
    summary::Surroundings,
    tracks, visible,
};
use contract::{
    caller::Caller,
    failure::Failure,
    mixes::{MixAbout, MixDetail, Peaks},
    studio::Visibility,
};
use kernel::format;
use sea_orm::{Condition, Order, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

const MORE: u64 = 4;

pub(crate) async fn detail(service: &Service, caller: &Caller, slug: &str, key: Option<&str>) -> kernel::Result<MixDetail> {
    let database = service.kernel().database.read();
    let found = mix::Entity::find().filter(visible::hearable(caller)).filter(mix::Column::Slug.eq(slug)).one(database).await?;
    let (row, shared_until) = match (found, key) {
        (Some(row), _) => (row, None),
        (None, Some(key)) => {
            private_links::opened(service, caller, slug, key).await?.map(|(row, until)| (row, Some(until))).ok_or(Failure::NotFound)?
        }
        (None, None) => return Err(Failure::NotFound.into()),
    };
    let tracks = async { Ok(tracks::of_mix(database, row.id).await?) };
    let (next, more, (liked, resume_ms), tracks, about) = futures::try_join!(
        next_in_key(database, caller, &row),
        more(database, caller, &row),
        trace(database, caller, &row),
        tracks,
        about::about(database, caller, &row),
    )?;
    let surroundings = Surroundings::load(service, std::iter::once(&row).chain(&next).chain(&more)).await?;
    let mut summary = surroundings.summary(service, caller, &row);
    if let Some(until) = shared_until {
        summary.by_link = true;
        summary.audio = signed::audio_source_until(service, &row, until);
    }
    Ok(MixDetail {
        summary,
        description_html: markdown::to_html(&row.description),
        moods: surroundings.labels(&row, Kind::Mood),
        tracks,
        wave: Peaks(row.page_peaks.clone()),
        liked,
        resume_ms,
        about: MixAbout { shared_until: shared_until.map(|until| format::date_time(caller, until)), ..about },
        unlisted: row.visibility == Visibility::Unlisted.name(),
        next_in_key: next.iter().map(|other| surroundings.summary(service, caller, other)).collect(),
        downloads: downloads::of(service, caller, &row).await?,
        more: more.iter().map(|other| surroundings.summary(service, caller, other)).collect(),
    })
}

/// Listed mixes that could follow this one: of its key or a neighbour's, the pace nearest first.
async fn next_in_key(database: &impl ConnectionTrait, caller: &Caller, row: &mix::Model) -> kernel::Result<Vec<mix::Model>> {
    let (Some(key), Some(bpm)) = (&row.camelot, row.bpm_hundredths) else { return Ok(vec![]) };
    let query = mix::Entity::find()
        .filter(visible::listed(caller.tenant))
        .filter(mix::Column::Id.ne(row.id))
        .filter(mix::Column::Camelot.is_in(harmony::neighbours(key)))
        .filter(mix::Column::BpmHundredths.is_not_null())
        .order_by_asc(Expr::cust(format!("ABS(bpm_hundredths - {bpm})")));
    Ok(newest_first(query).limit(MORE).all(database).await?)
}

/// Listed mixes of a shared genre, then of the same DJ.
async fn more(database: &impl ConnectionTrait, caller: &Caller, row: &mix::Model) -> kernel::Result<Vec<mix::Model>> {
    let of_kind = || label::Entity::find().select_only().filter(label::Column::Kind.eq(Kind::Genre.name()));
    let own = of_kind().column(label::Column::Slug).filter(label::Column::MixId.eq(row.id)).into_query();
    let sharing = of_kind()
        .column(label::Column::MixId)
        .filter(label::Column::TenantId.eq(row.tenant_id))
        .filter(label::Column::Slug.in_subquery(own))
        .into_query();
    let shares_genre = mix::Column::Id.in_subquery(sharing);
    let query = mix::Entity::find()
        .filter(visible::listed(caller.tenant))
        .filter(mix::Column::Id.ne(row.id))
        .filter(Condition::any().add(shares_genre.clone()).add(mix::Column::DjId.eq(row.dj_id)))
        .order_by(shares_genre, Order::Desc);
    Ok(newest_first(query).limit(MORE).all(database).await?)
}

/// What this viewer left here: a like, and where they stopped.
async fn trace(database: &impl ConnectionTrait, caller: &Caller, row: &mix::Model) -> kernel::Result<(bool, Option<u64>)> {
    let Some(viewer) = &caller.viewer else { return Ok((false, None)) };
    let key = (viewer.account.0, row.id);
    let (liked, position) =
        futures::try_join!(like::Entity::find_by_id(key).one(database), position::Entity::find_by_id(key).one(database))?;
    Ok((liked.is_some(), position.and_then(|position| resume_ms(row, &position))))
}
