//! Saving the edit form; publishing is saving with another visibility.

use super::{access, form, overview, schedule, versions};
use crate::{
    Service,
    entity::{dj, mix},
    intake::step,
    labels::{self, Kind},
    search_text, slugs,
};
use contract::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    outcome::Outcome,
    studio::{MixRefusal, SaveMix, StudioMixDetail, Visibility},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

pub(super) async fn save(service: &Service, caller: &Caller, form: SaveMix) -> kernel::Result<Outcome<StudioMixDetail, MixRefusal>> {
    access::dj(caller)?;
    let id: MixId = form.id.parse().map_err(|_| Failure::NotFound)?;
    let changes = match form::read(caller, &form) {
        Ok(changes) => changes,
        // Strangers learn nothing from a form's mistakes.
        Err(refusals) => return access::find(service.kernel().database.read(), caller, id).await.map(|_| Outcome::Refused(refusals)),
    };
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let mut row = access::find_to_change(&tx, caller, id).await?;
    if changes.visibility != Visibility::Draft && row.intake != step::READY {
        return Ok(Outcome::refused(MixRefusal::NotReady));
    }
    row.slug = match changes.slug {
        Some(slug) if slugs::is_taken(&tx, row.tenant_id, row.id, &slug).await? => return Ok(Outcome::refused(MixRefusal::SlugTaken)),
        Some(slug) => slug,
        None => slugs::derive(&tx, row.tenant_id, row.id, &changes.title).await?,
    };
    let was_public = row.visibility == Visibility::Public.name();
    // A moment that has passed is now.
    let publish_at = changes.publish_at.filter(|at| changes.visibility == Visibility::Public && at.0 > now.0);
    let visibility = if publish_at.is_some() { Visibility::Draft } else { changes.visibility };
    let is_public = visibility == Visibility::Public;
    if let Some(at) = publish_at.filter(|at| row.publish_at != Some(at.0)) {
        schedule::enqueue(&tx, caller.tenant, row.id, at, now).await?;
    }
    if is_public {
        row.published_at = row.published_at.or(Some(now.0));
    }
    row.title = changes.title;
    row.dated = changes.dated;
    row.location = changes.release.location;
    versions::keep(kernel, &tx, &row, &changes.description, now).await?;
    let release = [(Kind::Series, &changes.release.series), (Kind::Guest, &changes.release.guests)];
    for (kind, chosen) in [(Kind::Genre, &changes.genres), (Kind::Mood, &changes.moods)].into_iter().chain(release) {
        labels::replace(&tx, row.tenant_id, row.id, kind, chosen).await?;
    }
    let dj = dj::Entity::find_by_id(row.dj_id).one(&tx).await?.map(|dj| dj.name).unwrap_or_default();
    let change = mix::ActiveModel {
        slug: Set(row.slug.clone()),
        title: Set(row.title.clone()),
        description: Set(changes.description),
        visibility: Set(visibility.name().to_owned()),
        publish_at: Set(publish_at.map(|at| at.0)),
        dated: Set(row.dated.clone()),
        published_at: Set(row.published_at),
        search_text: Set(search_text::of_mix(&row, &dj, &labels::names_of_mix(&tx, row.id).await?)),
        explicit: Set(changes.release.explicit),
        location: Set(row.location.clone()),
        episode: Set(changes.release.episode),
        credits: Set(changes.release.credits),
        updated_at: Set(now.0),
        downloads: Set(changes.downloads),
        ..Default::default()
    };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let kind = if is_public && !was_public { "mixes.published" } else { "mixes.changed" };
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": visibility.name() });
    kernel.events.append(&tx, caller.tenant, kind, row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(caller.tenant, row.id).await;
    overview::mix(service, caller, id).await.map(Outcome::Done)
}
