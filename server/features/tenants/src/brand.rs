//! The brand of a tenant: read by every page, changed by its admins.

use crate::{
    Service, at_least,
    entity::tenant::{Column, Entity, Model},
    form,
};
use contract::{
    caller::{Caller, Locale, Role},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    tenants::{Brand, TenantRefusal, UpdateBrand},
};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Kind of the event with payload [`BrandChanged`]; its subject is the tenant.
pub const BRAND_CHANGED: &str = "tenants.brand-changed";

/// The brand as it is now. Also sent when a tenant or its logo is new.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BrandChanged {
    pub tenant: TenantId,
    pub name: String,
}

/// The accent of a tenant that chose none, as in `style/tokens.css`.
pub(crate) const HUE: f32 = 104.0;
pub(crate) const CHROMA: f32 = 0.19;

pub(crate) fn brand_of(row: Model) -> kernel::Result<Brand> {
    #[expect(clippy::cast_possible_truncation, reason = "stored from an f32")]
    let or = |stored: Option<f64>, usual: f32| stored.map_or(usual, |value| value as f32);
    Ok(Brand {
        name: row.name,
        tagline: row.tagline,
        hue: or(row.hue, HUE),
        chroma: or(row.chroma, CHROMA),
        logo_url: row.logo_version.map(|version| format!("/brand/logo/{version}.webp")),
        links: serde_json::from_str(&row.links)?,
        time_zone: row.time_zone,
        locale: Locale(row.locale),
    })
}

impl Service {
    pub(crate) async fn own_brand(&self, caller: &Caller) -> kernel::Result<Brand> {
        let found = self.by_id(caller.tenant).await?.ok_or(Failure::NotFound)?;
        Ok(found.brand.clone())
    }

    pub(crate) async fn save_brand(&self, caller: &Caller, form: UpdateBrand) -> kernel::Result<Outcome<Brand, TenantRefusal>> {
        at_least(caller, Role::Admin)?;
        let locales: Vec<Locale> = self.kernel.languages.available().into_iter().map(|language| language.locale).collect();
        let brand = match form::checked(&form, &locales) {
            Ok(brand) => brand,
            Err(reasons) => return Ok(Outcome::Refused(reasons)),
        };
        let columns = [
            (Column::Name, brand.name.clone().into()),
            (Column::Tagline, brand.tagline.into()),
            (Column::Hue, f64::from(brand.hue).into()),
            (Column::Chroma, f64::from(brand.chroma).into()),
            (Column::Links, serde_json::to_string(&brand.links)?.into()),
            (Column::TimeZone, brand.time_zone.into()),
            (Column::Locale, brand.locale.0.into()),
        ];
        self.change(caller.tenant, &columns).await.map(Outcome::Done)
    }

    /// Writes columns of a tenant's row, announces the brand and returns it.
    pub(crate) async fn change(&self, tenant: TenantId, columns: &[(Column, Value)]) -> kernel::Result<Brand> {
        let tx = self.kernel.database.write().await?;
        let mut update = Entity::update_many().filter(Column::Id.eq(tenant.0));
        for (column, value) in columns {
            update = update.col_expr(*column, Expr::value(value.clone()));
        }
        update.exec(&tx).await?;
        let row = Entity::find_by_id(tenant.0).one(&tx).await?.ok_or(Failure::NotFound)?;
        self.announce(&tx, tenant, &row.name).await?;
        let brand = brand_of(row)?;
        tx.commit().await?;
        self.cache.forget();
        Ok(brand)
    }

    pub(crate) async fn announce(&self, tx: &impl ConnectionTrait, tenant: TenantId, name: &str) -> kernel::Result<()> {
        let payload = BrandChanged { tenant, name: name.to_owned() };
        self.kernel.events.append(tx, tenant, BRAND_CHANGED, tenant.0, &payload, self.kernel.now()).await
    }
}
