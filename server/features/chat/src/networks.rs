//! A ban reaches the network that somebody wrote from: for a while, accounts made after it don't write from there. Accounts that
//! were there before are left alone, since people share networks. Kept is a hash with the install's key, of one tenant only.

use crate::{
    entity::{network, network_ban},
    people::Who,
    sanctions::begun,
};
use contract::{
    caller::{Role, Viewer},
    chat::ChatRefusal,
    ids::TenantId,
    moderation::member_since,
    shown::Timestamp,
};
use kernel::{Kernel, network::household};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use std::{collections::BTreeMap, net::IpAddr};

const DAY_MS: i64 = 24 * 3_600_000;
/// Homes get new addresses, and others their old ones.
const HOLDS_MS: i64 = 30 * DAY_MS;

/// What stands for a network here.
pub(crate) fn of(kernel: &Kernel, tenant: TenantId, address: IpAddr) -> Option<String> {
    let network = household(address)?;
    Some(kernel.signer.sign("network", &format!("{tenant} {network}")))
}

/// Remembers where these wrote from just now.
pub(crate) async fn saw(tx: &impl ConnectionTrait, seen: BTreeMap<Who, String>, now: Timestamp) -> Result<(), DbErr> {
    if seen.is_empty() {
        return Ok(());
    }
    let known = network::Entity::find()
        .filter(network::Column::TenantId.is_in(seen.keys().map(|(tenant, _)| *tenant)))
        .filter(network::Column::AccountId.is_in(seen.keys().map(|(_, account)| *account)));
    let known: BTreeMap<Who, network::Model> = known.all(tx).await?.into_iter().map(|row| ((row.tenant_id, row.account_id), row)).collect();
    // Once a day and whenever it changes, not with every message.
    let is_news = |who: &Who, network: &String| known.get(who).is_none_or(|row| row.network != *network || row.seen_at <= now.0 - DAY_MS);
    let new = seen.into_iter().filter(|(who, network)| is_news(who, network));
    let rows: Vec<_> = new
        .map(|((tenant, account), network)| network::ActiveModel {
            tenant_id: Set(tenant),
            account_id: Set(account),
            network: Set(network),
            seen_at: Set(now.0),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let meet = OnConflict::columns([network::Column::TenantId, network::Column::AccountId])
        .update_columns([network::Column::Network, network::Column::SeenAt])
        .to_owned();
    network::Entity::insert_many(rows).on_conflict(meet).exec_without_returning(tx).await?;
    Ok(())
}

/// Lets a ban reach where its account wrote from last. Not where the one who bans is too: both sit in the same venue.
pub(crate) async fn ban(
    tx: &impl ConnectionTrait,
    (tenant, account): Who,
    sanction: Uuid,
    by: Option<&String>,
    now: Timestamp,
) -> Result<(), DbErr> {
    let last = network::Entity::find_by_id((tenant, account)).one(tx).await?;
    let Some(last) = last.filter(|last| last.seen_at > now.0 - HOLDS_MS && Some(&last.network) != by) else { return Ok(()) };
    let row = network_ban::Model { sanction_id: sanction, tenant_id: tenant, network: last.network, at: now.0 };
    network_ban::Entity::insert(network_ban::ActiveModel::from(row).reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn lift(tx: &impl ConnectionTrait, sanctions: &[Uuid]) -> Result<(), DbErr> {
    let of = || network_ban::Column::SanctionId.is_in(sanctions.iter().copied());
    // Looked for first: on MariaDB, deleting what isn't there locks the gap that others write into.
    if network_ban::Entity::find().filter(of()).one(tx).await?.is_some() {
        network_ban::Entity::delete_many().filter(of()).exec(tx).await?;
    }
    Ok(())
}

/// Bans that hold against these networks.
pub(crate) async fn against(
    db: &impl ConnectionTrait,
    tenants: impl IntoIterator<Item = Uuid>,
    networks: impl IntoIterator<Item = &String>,
    now: Timestamp,
) -> Result<Vec<network_ban::Model>, DbErr> {
    let networks: Vec<&String> = networks.into_iter().collect();
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    network_ban::Entity::find()
        .filter(network_ban::Column::TenantId.is_in(tenants))
        .filter(network_ban::Column::Network.is_in(networks))
        .filter(network_ban::Column::At.gt(now.0 - HOLDS_MS))
        .all(db)
        .await
}

/// Why somebody doesn't write from `network`.
pub(crate) fn refusal(
    bans: &[network_ban::Model],
    tenant: TenantId,
    network: &str,
    viewer: &Viewer,
    now: Timestamp,
) -> Option<ChatRefusal> {
    let since = member_since(viewer.account);
    let of = |row: &&network_ban::Model| row.tenant_id == tenant.0 && row.network == network && row.at < since.0;
    let at = bans.iter().filter(of).map(|row| row.at).max().filter(|_| viewer.role < Role::Moderator)?;
    Some(ChatRefusal::NetworkBanned { days: days(at, now) })
}

/// Days for which new accounts don't come from there; `None` when they may.
pub(crate) async fn closed(db: &impl ConnectionTrait, tenant: TenantId, network: &String, now: Timestamp) -> Result<Option<u32>, DbErr> {
    let bans = against(db, [tenant.0], [network], now).await?;
    Ok(bans.iter().map(|row| row.at).max().map(|at| days(at, now)))
}

fn days(at: i64, now: Timestamp) -> u32 {
    begun(at + HOLDS_MS - now.0, DAY_MS)
}

/// Forgets what holds no more.
pub(crate) async fn prune(tx: &impl ConnectionTrait, now: Timestamp) -> Result<(), DbErr> {
    let past = now.0 - HOLDS_MS;
    network_ban::Entity::delete_many().filter(network_ban::Column::At.lte(past)).exec(tx).await?;
    network::Entity::delete_many().filter(network::Column::SeenAt.lte(past)).exec(tx).await?;
    Ok(())
}
