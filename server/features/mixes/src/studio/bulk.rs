//! One change to several mixes, each by the same rules as if it were changed alone.

use super::{access, delete, overview, save};
use crate::Service;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    outcome::{Outcome, Refusal},
    studio::{BulkChange, BulkDone, MixRefusal, SaveMix, Visibility},
};

/// More than anybody ticks; the rest is left alone.
const MAX_MIXES: usize = 500;

pub(super) async fn change_all(
    service: &Service,
    caller: &Caller,
    mut ids: Vec<MixId>,
    change: BulkChange,
) -> kernel::Result<Outcome<BulkDone, MixRefusal>> {
    access::dj(caller)?;
    ids.sort_unstable_by_key(|id| id.0);
    ids.dedup();
    ids.truncate(MAX_MIXES);
    if ids.is_empty() {
        return Ok(Outcome::refused(MixRefusal::NothingChosen));
    }
    let mut done = BulkDone { changed: 0, left: vec![], undo: vec![] };
    for id in ids {
        let form = match overview::mix(service, caller, id).await {
            Ok(detail) => detail.form,
            // Deleted since the list was drawn, or somebody else's: there is nothing to say about it.
            Err(kernel::Error::Failure(Failure::NotFound)) => continue,
            Err(error) => return Err(error),
        };
        let title = form.title.clone();
        let refusals = match &change {
            BulkChange::Delete => match delete::delete(service, caller, id).await? {
                Outcome::Done(undo) => {
                    done.undo.push(undo);
                    vec![]
                }
                Outcome::Refused(refusals) => refusals,
            },
            change => match save::save(service, caller, changed(form, change)).await? {
                Outcome::Done(_) => vec![],
                Outcome::Refused(refusals) => refusals,
            },
        };
        match refusals.first() {
            None => done.changed += 1,
            Some(refusal) => done.left.push((title, refusal.message())),
        }
    }
    Ok(Outcome::Done(done))
}

fn changed(mut form: SaveMix, change: &BulkChange) -> SaveMix {
    if !form.publish_at.is_empty() {
        // As the form says "publish then".
        form.visibility = Visibility::Public.name().to_owned();
    }
    match change {
        BulkChange::Show { visibility } => {
            form.visibility = visibility.name().to_owned();
            form.publish_at.clear();
        }
        BulkChange::Genre { name } => form.genres = format!("{}, {name}", form.genres),
        BulkChange::Series { name } => form.release.series.clone_from(name),
        BulkChange::Delete => {}
    }
    form
}
