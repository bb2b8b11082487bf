//! Brands: what a tenant looks like, and the operator's list of them.

use crate::{
    caller::{Caller, Locale},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    refusals,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What every page needs to know of the tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brand {
    pub name: String,
    pub tagline: String,
    /// Degrees in OKLCH, 0–360.
    pub hue: f32,
    /// Strength of the accent in OKLCH, 0–0.25.
    pub chroma: f32,
    /// Address of the logo, if there is one.
    pub logo_url: Option<String>,
    pub links: Vec<SocialLink>,
    /// IANA name, such as `Europe/London`.
    pub time_zone: String,
    pub locale: Locale,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocialLink {
    /// Shown name, such as `Instagram`.
    pub label: String,
    /// `https://` only.
    pub url: String,
}

/// The Studio's brand form. Links: one `Label https://…` a line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateBrand {
    pub name: String,
    pub tagline: String,
    pub hue: String,
    pub chroma: String,
    pub links: String,
    pub time_zone: String,
    pub locale: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TenantSummary {
    pub id: TenantId,
    pub name: String,
    pub hosts: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateTenant {
    pub name: String,
    pub host: String,
}

refusals! {
    /// Why a brand or tenant was not saved.
    pub enum TenantRefusal {
        NameLength => "tenants-refused-name-length" on "name",
        TaglineTooLong => "tenants-refused-tagline-too-long" on "tagline",
        HueRange => "tenants-refused-hue" on "hue",
        ChromaRange => "tenants-refused-chroma" on "chroma",
        LinkInvalid { line: u32 } => "tenants-refused-link" on "links",
        TooManyLinks => "tenants-refused-too-many-links" on "links",
        TimeZoneUnknown => "tenants-refused-time-zone" on "time_zone",
        LocaleUnknown => "tenants-refused-locale" on "locale",
        HostInvalid => "tenants-refused-host-invalid" on "host",
        HostTaken => "tenants-refused-host-taken" on "host",
        LogoInvalid => "tenants-refused-logo" on "logo",
    }
}

#[async_trait]
pub trait Tenants: Send + Sync {
    /// The caller's tenant. For everyone.
    async fn brand(&self, caller: &Caller) -> Result<Brand, Failure>;
    /// Admins change their own brand.
    async fn update_brand(&self, caller: &Caller, form: UpdateBrand) -> Result<Outcome<Brand, TenantRefusal>, Failure>;
    /// Operators see all tenants.
    async fn list(&self, caller: &Caller) -> Result<Vec<TenantSummary>, Failure>;
    /// Operators add one.
    async fn create(&self, caller: &Caller, form: CreateTenant) -> Result<Outcome<TenantSummary, TenantRefusal>, Failure>;
}
