//! The schema, in the order it grew. Knows no entity: columns are written out, so that a later change of code can't change a landed step.

use sea_orm_migration::prelude::*;

pub mod columns;
mod m20261122_000001_kernel;
mod m20261122_000002_tenants;
mod m20261122_000003_accounts;
mod m20261122_000004_mixes;
mod m20261122_000005_listening;
mod m20261122_000006_listeners;
mod m20261122_000007_tracks;
mod m20261122_000008_publishing;
mod m20261122_000009_release;
mod m20261122_000010_imports;
mod m20261122_000011_renditions;
mod m20261122_000012_covers;
mod m20261123_000013_chat;
mod m20261123_000014_requests;
mod m20261123_000015_shout_outs;
mod m20261123_000016_on_air;
mod m20261123_000019_room_rules;
mod m20261123_000020_moderation;
mod m20261123_000021_bots;
mod m20261123_000023_address_bans;
mod m20261123_000024_notifications;
mod m20261123_000025_hidden;
mod m20261123_000026_pins;
mod m20261123_000027_polls;
mod m20261123_000028_emotes;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_kernel::Migration),
            Box::new(m20261122_000002_tenants::Migration),
            Box::new(m20261122_000003_accounts::Migration),
            Box::new(m20261122_000004_mixes::Migration),
            Box::new(m20261122_000005_listening::Migration),
            Box::new(m20261122_000006_listeners::Migration),
            Box::new(m20261122_000007_tracks::Migration),
            Box::new(m20261122_000008_publishing::Migration),
            Box::new(m20261122_000009_release::Migration),
            Box::new(m20261122_000010_imports::Migration),
            Box::new(m20261122_000011_renditions::Migration),
            Box::new(m20261122_000012_covers::Migration),
            Box::new(m20261123_000013_chat::Migration),
            Box::new(m20261123_000014_requests::Migration),
            Box::new(m20261123_000015_shout_outs::Migration),
            Box::new(m20261123_000016_on_air::Migration),
            Box::new(m20261123_000019_room_rules::Migration),
            Box::new(m20261123_000020_moderation::Migration),
            Box::new(m20261123_000021_bots::Migration),
            Box::new(m20261123_000023_address_bans::Migration),
            Box::new(m20261123_000024_notifications::Migration),
            Box::new(m20261123_000025_hidden::Migration),
            Box::new(m20261123_000026_pins::Migration),
            Box::new(m20261123_000027_polls::Migration),
            Box::new(m20261123_000028_emotes::Migration),
        ]
    }
}
