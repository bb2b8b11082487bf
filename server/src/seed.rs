//! The demo brand: a tenant, two people and a dozen mixes that the program plays itself. Does nothing on an install that has people.

use crate::wiring::Install;
use accounts::NewAccount;
use anyhow::Context;
use bytes::Bytes;
use contract::{
    caller::{Locale, Role},
    ids::{AccountId, TenantId},
    shown::Timestamp,
};
use mixes::intake::Import;
use sea_orm::{QuerySelect, entity::prelude::*};
use synth::Piece;
use tenants::NewTenant;
use tokio::task::{JoinSet, spawn_blocking};

pub const DEMO_DJ: (&str, &str) = ("danny@hectic.example", "Danny Hectic B");
pub const DEMO_FAN: (&str, &str) = ("fan@hectic.example", "Front Row");
/// Printed at the start; only ever given to the accounts of the demo.
pub const DEMO_PASSWORD: &str = "warehouse pressure";

const DAY_MS: i64 = 24 * 3600 * 1000;
const BITRATE_KBPS: u32 = 192;
/// Pieces played at once: each holds its samples in memory.
const AT_ONCE: usize = 2;

/// Seeds the demo, showing progress.
///
/// # Errors
/// What couldn't be made; a second run goes on where the first stopped.
pub async fn demo(install: &Install) -> anyhow::Result<()> {
    let tenant = install.tenants.ensure_default(demo_brand()).await?;
    let dj = person(install, tenant, DEMO_DJ, Role::Admin).await?;
    person(install, tenant, DEMO_FAN, Role::Fan).await?;
    let now = install.kernel.now();
    let there = slugs(install, tenant).await?;
    let wanted: Vec<&'static Piece> = synth::catalogue().iter().filter(|piece| !there.iter().any(|slug| slug == piece.slug)).collect();
    let mut playing = JoinSet::new();
    let mut waiting = wanted.iter().copied();
    for piece in waiting.by_ref().take(AT_ONCE) {
        playing.spawn(play(piece));
    }
    let mut done = 0;
    while let Some(played) = playing.join_next().await {
        if let Some(piece) = waiting.next() {
            playing.spawn(play(piece));
        }
        let (piece, sound) = played.context("playing a piece")??;
        install.mixes.import(import(piece, sound, tenant, dj, now)).await?;
        done += 1;
        println!("{done} of {} mixes: {}", wanted.len(), piece.title);
    }
    println!("Demo sign-ins: {} (DJ) and {} (fan), password \"{DEMO_PASSWORD}\"", DEMO_DJ.0, DEMO_FAN.0);
    Ok(())
}

async fn person(install: &Install, tenant: TenantId, (email, name): (&str, &str), role: Role) -> anyhow::Result<AccountId> {
    let new = NewAccount {
        email: email.to_owned(),
        name: name.to_owned(),
        password: DEMO_PASSWORD.to_owned(),
        role,
        bio: String::new(),
        locale: Locale("en".to_owned()),
    };
    install.accounts.create_account(tenant, new).await?.done().with_context(|| format!("creating {email}"))
}

/// The mixes that an earlier run brought in.
async fn slugs(install: &Install, tenant: TenantId) -> anyhow::Result<Vec<String>> {
    use mixes::entity::mix::{Column, Entity};
    let query = Entity::find().select_only().column(Column::Slug).filter(Column::TenantId.eq(tenant.0));
    Ok(query.into_tuple().all(install.kernel.database.read()).await?)
}

async fn play(piece: &'static Piece) -> anyhow::Result<(&'static Piece, Vec<u8>)> {
    spawn_blocking(move || {
        let rendered = synth::render(piece);
        let tags = synth::Tags { title: piece.title, artist: DEMO_DJ.1, ..synth::Tags::default() };
        let sound = synth::encode_mp3(&rendered, BITRATE_KBPS, tags).with_context(|| format!("encoding {}", piece.slug))?;
        Ok((piece, sound))
    })
    .await
    .context("the task of a piece")?
}

fn import(piece: &Piece, sound: Vec<u8>, tenant: TenantId, dj: AccountId, now: Timestamp) -> Import {
    Import {
        tenant,
        dj,
        dj_name: DEMO_DJ.1.to_owned(),
        file_name: format!("{}.mp3", piece.slug),
        file: Bytes::from(sound),
        title: piece.title.to_owned(),
        genres: piece.genre().name().to_owned(),
        moods: piece.moods.iter().map(|mood| mood.replace('-', " ")).collect::<Vec<_>>().join(", "),
        description: piece.description_md.to_owned(),
        cover: None,
        published_at: now.plus_ms(-i64::from(piece.published_days_ago) * DAY_MS),
    }
}

fn demo_brand() -> NewTenant {
    NewTenant {
        name: "Danny Hectic B".to_owned(),
        tagline: "Jungle, garage, house and dub from the loading bay.".to_owned(),
        time_zone: "Europe/London".to_owned(),
        ..NewTenant::default()
    }
}
