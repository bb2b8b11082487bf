//! New tenants: by an operator's form, by the command line, by the demo.

use crate::{
    Service, at_least,
    brand::{CHROMA, HUE},
    entity::{host, tenant},
    form,
    host::{is_valid, normalised},
    is_taken,
};
use contract::{
    caller::{Caller, Locale, Role},
    ids::TenantId,
    outcome::Outcome,
    tenants::{CreateTenant, SocialLink, TenantRefusal, TenantSummary},
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use std::collections::BTreeMap;

/// A tenant to be made. Its hosts may be none: the first tenant answers to the names of this machine.
#[derive(Clone, Debug)]
pub struct NewTenant {
    pub name: String,
    pub tagline: String,
    pub hue: f32,
    pub chroma: f32,
    pub links: Vec<SocialLink>,
    pub time_zone: String,
    pub locale: Locale,
    pub hosts: Vec<String>,
}

impl Default for NewTenant {
    fn default() -> Self {
        Self {
            name: String::new(),
            tagline: String::new(),
            hue: HUE,
            chroma: CHROMA,
            links: Vec::new(),
            time_zone: "Europe/London".to_owned(),
            locale: Locale("en".to_owned()),
            hosts: Vec::new(),
        }
    }
}

impl Service {
    /// Makes a tenant with its hosts.
    ///
    /// # Errors
    /// The database's.
    pub async fn add(&self, new: NewTenant) -> kernel::Result<Outcome<TenantId, TenantRefusal>> {
        let Some(name) = form::name(&new.name) else { return Ok(Outcome::refused(TenantRefusal::NameLength)) };
        let hosts: Vec<String> = new.hosts.iter().map(|host| normalised(host)).collect();
        if !hosts.iter().all(|host| is_valid(host)) {
            return Ok(Outcome::refused(TenantRefusal::HostInvalid));
        }
        let id = TenantId(self.kernel.ids.next());
        let tx = self.kernel.database.write().await?;
        let row = tenant::ActiveModel {
            id: Set(id.0),
            name: Set(name.clone()),
            tagline: Set(new.tagline),
            hue: Set(Some(f64::from(new.hue))),
            chroma: Set(Some(f64::from(new.chroma))),
            logo_version: Set(None),
            links: Set(serde_json::to_string(&new.links)?),
            time_zone: Set(new.time_zone),
            locale: Set(new.locale.0),
            created_at: Set(self.kernel.now().0),
        };
        tenant::Entity::insert(row).exec_without_returning(&tx).await?;
        for host in hosts {
            let row = host::ActiveModel { host: Set(host), tenant_id: Set(id.0) };
            match host::Entity::insert(row).exec_without_returning(&tx).await {
                Err(error) if is_taken(&error) => return Ok(Outcome::refused(TenantRefusal::HostTaken)),
                inserted => inserted?,
            };
        }
        self.announce(&tx, id, &name).await?;
        tx.commit().await?;
        self.cache.forget();
        Ok(Outcome::Done(id))
    }

    /// The first tenant; made of `new` if there is none yet.
    ///
    /// # Errors
    /// The database's, or that `new` makes no tenant.
    pub async fn ensure_default(&self, new: NewTenant) -> kernel::Result<TenantId> {
        if let Some(first) = self.default_tenant().await? {
            return Ok(first);
        }
        match self.add(new).await? {
            Outcome::Done(id) => Ok(id),
            Outcome::Refused(reasons) => Err(anyhow::anyhow!("the first tenant can't be made: {reasons:?}").into()),
        }
    }

    pub(crate) async fn list_all(&self, caller: &Caller) -> kernel::Result<Vec<TenantSummary>> {
        at_least(caller, Role::Operator)?;
        let db = self.kernel.database.read();
        let mut hosts: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
        for row in host::Entity::find().order_by_asc(host::Column::Host).all(db).await? {
            hosts.entry(row.tenant_id).or_default().push(row.host);
        }
        let rows = tenant::Entity::find().order_by_asc(tenant::Column::CreatedAt).order_by_asc(tenant::Column::Id).all(db).await?;
        let summary =
            |row: tenant::Model| TenantSummary { id: TenantId(row.id), name: row.name, hosts: hosts.remove(&row.id).unwrap_or_default() };
        Ok(rows.into_iter().map(summary).collect())
    }

    pub(crate) async fn add_by_form(&self, caller: &Caller, form: CreateTenant) -> kernel::Result<Outcome<TenantSummary, TenantRefusal>> {
        at_least(caller, Role::Operator)?;
        let host = normalised(&form.host);
        let own = self.by_id(caller.tenant).await?;
        let mut new = NewTenant { name: form.name.clone(), hosts: vec![host.clone()], ..NewTenant::default() };
        if let Some(own) = own {
            (new.time_zone, new.locale) = (own.time_zone.clone(), own.locale.clone());
        }
        Ok(match self.add(new).await? {
            Outcome::Done(id) => Outcome::Done(TenantSummary { id, name: form::name(&form.name).unwrap_or(form.name), hosts: vec![host] }),
            Outcome::Refused(reasons) => Outcome::Refused(reasons),
        })
    }
}
