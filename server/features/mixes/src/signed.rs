//! Addresses of sound: stable where everybody may listen, signed and expiring for everything else.

use crate::{Service, entity::mix, renditions, visible};
use contract::{ids::TenantId, mixes::AudioSource, shown::Timestamp};
use sea_orm::entity::prelude::Uuid;

/// Long enough for the longest mix with a break in it; an address that leaks is dead by the next day.
const LASTS_SECONDS: i64 = 6 * 3600;
const PURPOSE: &str = "audio";

/// Where a player finds the sound of `row`.
pub fn audio_source(service: &Service, row: &mix::Model) -> AudioSource {
    audio_source_until(service, row, Timestamp(i64::MAX))
}

/// The same; an address that is signed doesn't outlive `end`.
pub(crate) fn audio_source_until(service: &Service, row: &mix::Model, end: Timestamp) -> AudioSource {
    let mut url = format!("/audio/{}", row.id);
    if !visible::is_published(row) {
        let expires = (seconds(service.kernel().now()) + LASTS_SECONDS).min(seconds(end));
        let signature = service.kernel().signer.sign(PURPOSE, &message(TenantId(row.tenant_id), row.id, expires));
        url.push_str(&format!("?exp={expires}&sig={signature}"));
    }
    AudioSource { url, mime: renditions::playable_type(row), renditions: renditions::of(row), heavy: renditions::is_heavy(row) }
}

/// True for the parameters of an address that [`audio_source`] made for this mix less than six hours ago.
pub(crate) fn holds(service: &Service, tenant: TenantId, mix: Uuid, expires: &str, signature: &str) -> bool {
    let kernel = service.kernel();
    expires.parse().is_ok_and(|expires: i64| {
        seconds(kernel.now()) < expires && kernel.signer.verify(PURPOSE, &message(tenant, mix, expires), signature)
    })
}

fn message(tenant: TenantId, mix: Uuid, expires: i64) -> String {
    format!("{tenant}/{mix}/{expires}")
}

fn seconds(at: Timestamp) -> i64 {
    at.0.div_euclid(1000)
}
