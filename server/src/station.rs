//! What track requests, shout-outs and the radio ask the rest of the house.

use async_trait::async_trait;
use contract::{
    caller::Caller,
    ids::{AccountId, MixId, TenantId},
    requests::{MOST_SONGS, Song},
};
use requests::Known;
use std::net::IpAddr;

/// The mixes are the library, and the room's moderators say who may take part.
pub struct Station {
    pub mixes: mixes::Service,
    pub chat: chat::Service,
}

fn known(song: mixes::Song) -> Known {
    let mixes::Song { mix, position, artist, title, mix_title, key, artist_key } = song;
    Known { song: Song { mix, position, artist, title, heard_in: mix_title }, key, artist_key }
}

#[async_trait]
impl requests::Station for Station {
    async fn songs(&self, caller: &Caller, words: &str) -> kernel::Result<Vec<Known>> {
        Ok(self.mixes.songs(caller, words, MOST_SONGS).await?.into_iter().map(known).collect())
    }

    async fn song(&self, caller: &Caller, mix: MixId, position: u32) -> kernel::Result<Option<Known>> {
        Ok(self.mixes.song(caller.tenant, mix, position).await?.map(known))
    }

    async fn is_banned(&self, tenant: TenantId, account: AccountId) -> kernel::Result<bool> {
        self.chat.is_banned(tenant, account).await
    }
}

#[async_trait]
impl shoutouts::Doorman for Station {
    async fn is_banned(&self, tenant: TenantId, account: AccountId) -> kernel::Result<bool> {
        self.chat.is_banned(tenant, account).await
    }
}

#[async_trait]
impl accounts::Door for Station {
    async fn closed_to_new(&self, tenant: TenantId, address: IpAddr) -> kernel::Result<Option<u32>> {
        self.chat.closed_to_new(tenant, address).await
    }
}

#[async_trait]
impl radio::Library for Station {
    async fn published(&self, tenant: TenantId, mix: MixId) -> kernel::Result<Option<radio::Published>> {
        let found = self.mixes.published(tenant, mix).await?;
        Ok(found.map(|mixes::Published { title, dj, path, since }| radio::Published { title, dj, path, since }))
    }
}
