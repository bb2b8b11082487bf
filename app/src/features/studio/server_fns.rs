//! The Studio, as server functions.

use crate::form::Reply;
use contract::{
    accounts::Person,
    failure::Failure,
    ids::{AccountId, MixId},
    imports::Import,
    mixes::Peaks,
    page::Page,
    studio::{BulkDone, PrivateLink, Release, StudioMixDetail, StudioOverview, Twins, Undo},
    tenants::Brand,
    tracklists::{ReadTracklist, StudioTracklist, Track},
};
use leptos::prelude::*;

#[server(endpoint = "studio", input = server_fn::codec::GetUrl)]
pub async fn overview() -> Result<StudioOverview, Failure> {
    let (caller, services) = crate::backend::request();
    services.studio.overview(&caller).await
}

#[server(endpoint = "studio-mix", input = server_fn::codec::GetUrl)]
pub async fn mix(id: MixId) -> Result<StudioMixDetail, Failure> {
    let (caller, services) = crate::backend::request();
    services.studio.mix(&caller, id).await
}

/// Saves the edit form. `visibility` is the value of the button that was pressed.
#[server(endpoint = "save-mix")]
pub async fn save_mix(
    id: String,
    title: String,
    slug: String,
    description: String,
    genres: String,
    moods: String,
    date: String,
    visibility: String,
    #[server(default)] publish_at: String,
    #[server(default)] downloads: bool,
    #[server(default)] release: Release,
) -> Result<Reply<StudioMixDetail>, Failure> {
    use contract::studio::SaveMix;
    let (caller, services) = crate::backend::request();
    let form = SaveMix { id, title, slug, description, genres, moods, date, visibility, publish_at, downloads, release };
    let outcome = services.studio.save(&caller, form.clone()).await?;
    let mut values = vec![
        ("title", form.title.as_str()),
        ("slug", &form.slug),
        ("description", &form.description),
        ("genres", &form.genres),
        ("moods", &form.moods),
        ("date", &form.date),
        ("publish_at", &form.publish_at),
        ("series", &form.release.series),
        ("episode", &form.release.episode),
        ("guests", &form.release.guests),
        ("credits", &form.release.credits),
        ("location", &form.release.location),
    ];
    values.extend(form.downloads.then_some(("downloads", "true")));
    Ok(crate::form::reply("mix", &values, Some("studio-saved"), outcome))
}

#[server(endpoint = "delete-mix")]
pub async fn delete_mix(id: MixId) -> Result<Reply<Undo>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.studio.delete(&caller, id).await?;
    if crate::backend::is_plain_post() {
        crate::backend::redirect("/studio");
    }
    Ok(crate::form::reply("studio", &[], Some("studio-deleted"), outcome))
}

#[server(endpoint = "undo-delete-mix")]
pub async fn undo_delete_mix(id: MixId) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.studio.undo_delete(&caller, id).await?;
    Ok(crate::form::reply("studio", &[], None, outcome))
}

#[server(endpoint = "duplicates", input = server_fn::codec::GetUrl)]
pub async fn duplicates() -> Result<Vec<Twins>, Failure> {
    let (caller, services) = crate::backend::request();
    services.studio.duplicates(&caller).await
}

/// Gives a mix the recording of the draft `from`.
#[server(endpoint = "replace-recording")]
pub async fn replace_recording(id: MixId, from: MixId) -> Result<Reply<StudioMixDetail>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.studio.replace(&caller, id, from).await?;
    Ok(crate::form::reply("replace", &[], Some("studio-replaced"), outcome))
}

/// Changes the chosen mixes. `change` is `draft`, `public`, `unlisted`, `genre`, `series` or `delete`; `name` is of the genre or the series.
#[server(endpoint = "change-mixes")]
pub async fn change_mixes(
    #[server(default)] mixes: Vec<MixId>,
    change: String,
    #[server(default)] name: String,
) -> Result<Reply<BulkDone>, Failure> {
    use contract::studio::{BulkChange, Visibility};
    let (caller, services) = crate::backend::request();
    let change = match (change.as_str(), Visibility::parse(&change)) {
        (_, Some(visibility)) => BulkChange::Show { visibility },
        ("genre", _) => BulkChange::Genre { name },
        ("series", _) => BulkChange::Series { name },
        ("delete", _) => BulkChange::Delete,
        _ => return Err(Failure::NotFound),
    };
    let outcome = services.studio.change_all(&caller, mixes, change).await?;
    Ok(crate::form::reply("bulk", &[], Some("studio-bulk-saved"), outcome))
}

/// Makes a private link. `life` is `day`, `week` or `month`.
#[server(endpoint = "share-mix")]
pub async fn share_mix(id: MixId, life: String) -> Result<Reply<PrivateLink>, Failure> {
    use contract::studio::LinkLife;
    let (caller, services) = crate::backend::request();
    let life = LinkLife::ALL.into_iter().find(|known| known.name() == life).ok_or(Failure::NotFound)?;
    let outcome = services.studio.share(&caller, id, life).await?;
    Ok(crate::form::reply("share", &[], Some("studio-shared"), outcome))
}

#[server(endpoint = "unshare-mix")]
pub async fn unshare_mix(id: MixId, link: uuid::Uuid) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.studio.unshare(&caller, id, link).await?;
    Ok(crate::form::reply("share", &[], Some("studio-unshared"), outcome))
}

#[server(endpoint = "studio-tracklist", input = server_fn::codec::GetUrl)]
pub async fn tracklist(mix: MixId) -> Result<StudioTracklist, Failure> {
    let (caller, services) = crate::backend::request();
    services.tracklists.edit(&caller, mix).await
}

/// Reads a pasted list; stores nothing.
#[server(endpoint = "read-tracklist")]
pub async fn read_pasted(text: String) -> Result<Reply<ReadTracklist>, Failure> {
    let (caller, services) = crate::backend::request();
    Ok(services.tracklists.read(&caller, text).await?.into())
}

#[server(endpoint = "save-tracklist", input = server_fn::codec::Json)]
pub async fn save_tracklist(mix: MixId, tracks: Vec<Track>) -> Result<Reply<StudioTracklist>, Failure> {
    let (caller, services) = crate::backend::request();
    Ok(services.tracklists.save(&caller, mix, tracks).await?.into())
}

/// Reads and stores at once: the form without scripts.
#[server(endpoint = "save-tracklist-text")]
pub async fn save_tracklist_text(mix: MixId, text: String) -> Result<Reply<StudioTracklist>, Failure> {
    use contract::outcome::Outcome;
    let (caller, services) = crate::backend::request();
    let outcome = match services.tracklists.read(&caller, text.clone()).await? {
        Outcome::Done(read) => services.tracklists.save(&caller, mix, read.tracks).await?,
        Outcome::Refused(reasons) => Outcome::Refused(reasons),
    };
    Ok(crate::form::reply("tracklist", &[("text", &text)], Some("studio-tracks-saved"), outcome))
}

/// A part of the wave, drawn close.
#[server(endpoint = "close-wave", input = server_fn::codec::GetUrl)]
pub async fn close_wave(mix: MixId, from_ms: u64, to_ms: u64) -> Result<Peaks, Failure> {
    let (caller, services) = crate::backend::request();
    services.tracklists.close_wave(&caller, mix, from_ms, to_ms).await
}

#[server(endpoint = "recent-imports", input = server_fn::codec::GetUrl)]
pub async fn recent_imports() -> Result<Vec<Import>, Failure> {
    let (caller, services) = crate::backend::request();
    services.imports.recent_imports(&caller).await
}

#[server(endpoint = "people", input = server_fn::codec::GetUrl)]
pub async fn people(words: String, page: u32) -> Result<Page<Person>, Failure> {
    let (caller, services) = crate::backend::request();
    services.accounts.people(&caller, words, page).await
}

#[server(endpoint = "set-role")]
pub async fn set_role(account: AccountId, role: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let role = contract::caller::Role::parse(&role).ok_or(Failure::NotFound)?;
    let outcome = services.accounts.set_role(&caller, account, role).await?;
    Ok(crate::form::reply("people", &[], Some("studio-role-saved"), outcome))
}

#[server(endpoint = "brand", input = server_fn::codec::GetUrl)]
pub async fn load_brand() -> Result<Brand, Failure> {
    let (caller, services) = crate::backend::request();
    services.tenants.brand(&caller).await
}

#[server(endpoint = "save-brand")]
pub async fn save_brand(
    name: String,
    tagline: String,
    hue: String,
    chroma: String,
    links: String,
    time_zone: String,
    locale: String,
) -> Result<Reply<Brand>, Failure> {
    use contract::tenants::UpdateBrand;
    let (caller, services) = crate::backend::request();
    let form = UpdateBrand { name, tagline, hue, chroma, links, time_zone, locale };
    let outcome = services.tenants.update_brand(&caller, form.clone()).await?;
    let values = [
        ("name", form.name.as_str()),
        ("tagline", &form.tagline),
        ("hue", &form.hue),
        ("chroma", &form.chroma),
        ("links", &form.links),
        ("time_zone", &form.time_zone),
    ];
    Ok(crate::form::reply("brand", &values, Some("studio-saved"), outcome))
}
