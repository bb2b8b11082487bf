//! What track requests, shout-outs, the radio, bots and notifications ask the rest of the house.

use crate::config;
use async_trait::async_trait;
use bots::Told;
use contract::{
    caller::{Caller, Locale, Role},
    chat::{Chat, ChatRefusal, PostMessage, Stored},
    failure::Failure,
    ids::{AccountId, MessageId, MixId, RoomId, TenantId},
    outcome::Outcome,
    requests::{MOST_SONGS, Song},
};
use notifications::{Recipient, Said};
use requests::Known;
use std::{collections::HashMap, net::IpAddr, sync::Arc};

/// The mixes are the library, and the room's moderators say who may take part.
pub struct Station {
    pub mixes: mixes::Service,
    pub chat: chat::Service,
    pub tenants: Arc<tenants::Service>,
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

/// What the room asks about emotes.
pub struct EmoteBook(pub emotes::Service);

#[async_trait]
impl chat::Emotes for EmoteBook {
    async fn has(&self, tenant: TenantId, name: &str) -> kernel::Result<bool> {
        self.0.has(tenant, name).await
    }
}

#[async_trait]
impl radio::Library for Station {
    async fn published(&self, tenant: TenantId, mix: MixId) -> kernel::Result<Option<radio::Published>> {
        let found = self.mixes.published(tenant, mix).await?;
        Ok(found.map(|mixes::Published { title, dj, path, since }| radio::Published { title, dj, path, since }))
    }
}

/// Who people are, where they are reached, and what was said.
pub struct House {
    pub accounts: Arc<accounts::Service>,
    pub tenants: Arc<tenants::Service>,
    pub chat: chat::Service,
    pub http: config::Http,
}

impl House {
    /// Where the tenant is found, as far as the install knows without being asked by a browser.
    async fn base_url(&self, tenant: TenantId) -> kernel::Result<String> {
        if !self.http.public_url.is_empty() {
            return Ok(self.http.public_url.clone());
        }
        Ok(match self.tenants.host_of(tenant).await? {
            Some(host) => format!("https://{host}"),
            None if self.http.listen.ends_with(":0") => String::new(),
            None => format!("http://{}", self.http.listen),
        })
    }
}

#[async_trait]
impl notifications::House for House {
    async fn recipient(&self, tenant: TenantId, account: AccountId) -> kernel::Result<Option<Recipient>> {
        let Some(person) = self.accounts.reached_at(tenant, account).await? else { return Ok(None) };
        let Some(found) = self.tenants.by_id(tenant).await? else { return Ok(None) };
        Ok(Some(Recipient {
            email: person.email,
            name: person.name,
            locale: Locale(person.locale),
            time_zone: found.brand.time_zone.clone(),
            base_url: self.base_url(tenant).await?,
        }))
    }

    async fn with_role(&self, tenant: TenantId, role: Role) -> kernel::Result<Vec<AccountId>> {
        self.accounts.with_role(tenant, role).await
    }

    async fn said(&self, tenant: TenantId, messages: &[MessageId]) -> kernel::Result<HashMap<MessageId, Said>> {
        let said = self.chat.said(tenant, messages).await?;
        Ok(said.into_iter().map(|(id, chat::Said { by, text })| (id, Said { by, text })).collect())
    }
}

#[async_trait]
impl bots::Room for Station {
    async fn name(&self, tenant: TenantId) -> kernel::Result<String> {
        Ok(self.tenants.by_id(tenant).await?.map(|found| found.brand.name.clone()).unwrap_or_default())
    }

    async fn station(&self, tenant: TenantId) -> kernel::Result<(RoomId, u64)> {
        self.chat.station(tenant).await
    }

    async fn introduce(&self, tenant: TenantId, account: AccountId, name: &str) -> kernel::Result<()> {
        self.chat.introduce_bot(tenant, account, name).await
    }

    async fn post(&self, caller: &Caller, post: PostMessage) -> Result<Outcome<Stored, ChatRefusal>, Failure> {
        self.chat.post(caller, post).await
    }

    async fn log(&self, tenant: TenantId, room: RoomId, after: u64, limit: u64) -> kernel::Result<Told> {
        let chat::LogPage { logged, next, has_more } = self.chat.log(tenant, room, after, limit).await?;
        Ok(Told { logged, next, has_more })
    }
}
