//! Who is asking: the first argument of every port. Built once per request from host, session and headers.

use crate::ids::{AccountId, SessionId, TenantId};
use serde::{Deserialize, Serialize};
use std::{fmt, net::IpAddr};

/// The request's tenant, person, language and origin.
#[derive(Clone, Debug)]
pub struct Caller {
    pub tenant: TenantId,
    pub viewer: Option<Viewer>,
    pub locale: Locale,
    /// The tenant's IANA time zone: what dates are shown in.
    pub time_zone: String,
    pub request_id: String,
    pub origin: Origin,
}

/// Where a request came from. Used for limits, device lists and bans; of the address nothing is stored for longer than an hour but a
/// keyed hash.
#[derive(Clone, Debug)]
pub struct Origin {
    pub address: IpAddr,
    /// The `User-Agent` header, at most 300 characters.
    pub user_agent: String,
    /// Scheme and host under which the tenant was reached, such as `https://example.org`; links in mail start with it.
    pub base_url: String,
}

/// A signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    pub account: AccountId,
    pub session: SessionId,
    pub name: String,
    pub role: Role,
    /// Whether the mail address was confirmed.
    pub confirmed: bool,
}

/// What a person may do. Each role includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Fan,
    Moderator,
    Dj,
    Admin,
    /// Over all tenants of the install.
    Operator,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Fan, Self::Moderator, Self::Dj, Self::Admin, Self::Operator];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fan => "fan",
            Self::Moderator => "moderator",
            Self::Dj => "dj",
            Self::Admin => "admin",
            Self::Operator => "operator",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A BCP 47 language tag that the install has strings for, such as `en` or `pt`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Locale(pub String);

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Caller {
    /// The viewer if their role is at least `role`.
    pub fn with_role(&self, role: Role) -> Option<&Viewer> {
        self.viewer.as_ref().filter(|viewer| viewer.role >= role)
    }
}
