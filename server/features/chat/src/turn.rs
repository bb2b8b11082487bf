//! One transaction of the writer: the rooms it holds, and what it adds to their logs. Decides nothing.

use crate::{
    deeds::{self, Doer},
    entity::{deed, log, report, room},
    events::Happened,
    journal,
    people::{self, Who},
    rooms, rules, seq,
    writer::Job,
};
use contract::{
    chat::{Author, Logged, What},
    failure::Failure,
    ids::{AccountId, RoomId, TenantId},
    moderation::{Did, RoomRules},
    shown::Timestamp,
};
use kernel::Kernel;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, entity::prelude::*};
use std::collections::{BTreeMap, BTreeSet};

/// What is told once it is stored.
#[derive(Debug, Default)]
pub(crate) struct ToTell {
    /// In the order of each room's log.
    pub logged: Vec<(TenantId, RoomId, Logged)>,
    pub put_out: Vec<(TenantId, AccountId)>,
    /// Whose moderators have more to look at.
    pub reported: BTreeSet<TenantId>,
}

pub(crate) struct Turn<'a> {
    pub kernel: &'a Kernel,
    pub tx: DatabaseTransaction,
    /// Read once the rooms are held, so that times rise with the log.
    pub now: Timestamp,
    pub to_tell: ToTell,
    rooms: BTreeMap<Uuid, (room::Model, room::Model)>,
    rows: Vec<log::Model>,
    deeds: Vec<deed::Model>,
    reports: Vec<report::Model>,
    doers: BTreeMap<Who, Author>,
    /// For the rest of the house, with whose it is.
    happened: Vec<(TenantId, Happened)>,
}

impl<'a> Turn<'a> {
    /// Begins with these rooms held, those of them that exist.
    pub async fn begin(kernel: &'a Kernel, of: impl IntoIterator<Item = RoomId>) -> Result<Self, DbErr> {
        let tx = kernel.database.write().await?;
        let ids: Vec<Uuid> = of.into_iter().map(|room| room.0).collect();
        let held = rooms::hold(&tx, room::Column::Id.is_in(ids)).await?;
        let rooms = held.into_iter().map(|row| (row.id, (row.clone(), row))).collect();
        Ok(Self {
            kernel,
            tx,
            now: kernel.now(),
            to_tell: ToTell::default(),
            rooms,
            rows: Vec::new(),
            deeds: Vec::new(),
            reports: Vec::new(),
            doers: BTreeMap::new(),
            happened: Vec::new(),
        })
    }

    /// A held room of the tenant, as it is by now.
    pub fn room(&self, tenant: TenantId, room: RoomId) -> Result<&room::Model, Failure> {
        let found = self.rooms.get(&room.0).map(|(_, now)| now).filter(|row| row.tenant_id == tenant.0);
        found.ok_or(Failure::NotFound)
    }

    pub fn rooms(&self) -> impl Iterator<Item = &room::Model> {
        self.rooms.values().map(|(_, now)| now)
    }

    pub fn set_rules(&mut self, room: RoomId, new: RoomRules) {
        if let Some((_, now)) = self.rooms.get_mut(&room.0) {
            rules::set(now, new);
        }
    }

    /// What stands above the room from now on.
    pub fn pin(&mut self, room: RoomId, message: Option<Uuid>) {
        if let Some((_, now)) = self.rooms.get_mut(&room.0) {
            now.pinned_id = message;
        }
    }

    /// Adds what `what` says of its place in the log; gives the place.
    pub fn append(&mut self, tenant: TenantId, room: RoomId, by: AccountId, what: impl FnOnce(u64) -> What) -> Result<u64, Failure> {
        let (_, row) = self.rooms.get_mut(&room.0).filter(|(_, row)| row.tenant_id == tenant.0).ok_or(Failure::NotFound)?;
        row.last_seq += 1;
        let place = seq(row.last_seq);
        let logged = Logged { seq: place, what: what(place) };
        self.rows.push(journal::row(tenant, room, by, &logged, self.now));
        self.to_tell.logged.push((tenant, room, logged));
        Ok(place)
    }

    /// Adds what a moderator did to the moderation log, and remembers their name for it.
    pub fn note(&mut self, job: &Job, on: Option<Uuid>, message: Option<Uuid>, did: Did) {
        self.deeds.push(deeds::row(self.kernel, &Doer::from(job), on, message, did, self.now));
        self.doers.insert((job.tenant.0, job.viewer.account.0), people::author_of(&job.viewer));
    }

    /// Tells the rest of the house once this is stored.
    pub fn happened(&mut self, tenant: TenantId, what: Happened) {
        self.happened.push((tenant, what));
    }

    /// Asks moderators for a look.
    pub fn report(&mut self, tenant: TenantId, row: report::Model) {
        self.reports.push(row);
        self.to_tell.reported.insert(tenant);
    }

    /// Stores the logs and the rooms' ends, and commits.
    pub async fn commit(self) -> kernel::Result<ToTell> {
        if !self.rows.is_empty() {
            let rows = self.rows.into_iter().map(|row| log::ActiveModel::from(row).reset_all());
            log::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        }
        if !self.deeds.is_empty() {
            let rows = self.deeds.into_iter().map(|row| deed::ActiveModel::from(row).reset_all());
            deed::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        }
        if !self.reports.is_empty() {
            let rows = self.reports.into_iter().map(|row| report::ActiveModel::from(row).reset_all());
            report::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        }
        people::write(&self.tx, self.doers).await?;
        for (before, now) in self.rooms.into_values().filter(|(before, now)| before != now) {
            let change = room::ActiveModel {
                last_seq: Set(now.last_seq),
                slow_mode_seconds: Set(now.slow_mode_seconds),
                writers: Set(now.writers),
                read_only: Set(now.read_only),
                account_age_hours: Set(now.account_age_hours),
                pinned_id: Set(now.pinned_id),
                ..Default::default()
            };
            room::Entity::update_many().set(change).filter(room::Column::Id.eq(before.id)).exec(&self.tx).await?;
        }
        for (tenant, what) in &self.happened {
            self.kernel.events.append(&self.tx, *tenant, what.kind(), what.subject(), what, self.now).await?;
        }
        self.tx.commit().await?;
        Ok(self.to_tell)
    }
}
