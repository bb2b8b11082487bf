//! Limits on guessing and on mail, counted in the database so that all processes share them.

use crate::entity::attempt;
use contract::{ids::TenantId, shown::Timestamp};
use kernel::{Ids, network};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use sha2::{Digest, Sha256};
use std::net::IpAddr;

const MINUTE_MS: i64 = 60_000;

/// At most `most` within `window_ms`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    most: u64,
    window_ms: i64,
}

/// Wrong passwords for one account: guessing one by one is hopeless, a typing error or four is not.
pub(crate) const SIGN_IN_OF_ACCOUNT: Limit = Limit { most: 5, window_ms: 15 * MINUTE_MS };
/// Wrong passwords from one address: many people may share one, trying a list of accounts must not pay.
pub(crate) const SIGN_IN_FROM_ADDRESS: Limit = Limit { most: 20, window_ms: 15 * MINUTE_MS };
/// Mails that one address may cause.
pub(crate) const MAIL_FROM_ADDRESS: Limit = Limit { most: 5, window_ms: 60 * MINUTE_MS };
/// Mails that one mailbox may get, whoever causes them.
pub(crate) const MAIL_TO: Limit = Limit { most: 3, window_ms: 60 * MINUTE_MS };

/// Older attempts count for no limit.
pub(crate) const LONGEST_WINDOW_MS: i64 = 60 * MINUTE_MS;

/// An attempt that was counted before its end is known; forgotten again if it succeeds.
pub(crate) type Place = Uuid;

/// Takes one of the limit's places, or says in how many minutes one is free.
/// Counting before the attempt keeps parallel guesses within the limit.
pub(crate) async fn take(
    tx: &impl ConnectionTrait,
    tenant: TenantId,
    subject: &str,
    limit: Limit,
    now: Timestamp,
) -> kernel::Result<Result<Place, u32>> {
    let taken: Vec<i64> = attempt::Entity::find()
        .select_only()
        .column(attempt::Column::At)
        .filter(attempt::Column::TenantId.eq(tenant.0))
        .filter(attempt::Column::Subject.eq(subject))
        .filter(attempt::Column::At.gt(now.0 - limit.window_ms))
        .order_by_desc(attempt::Column::At)
        .limit(limit.most)
        .into_tuple()
        .all(tx)
        .await?;
    if let Some(oldest) = taken.last().filter(|_| taken.len() as u64 >= limit.most) {
        let wait_ms = oldest + limit.window_ms - now.0;
        return Ok(Err(u32::try_from((wait_ms + MINUTE_MS - 1) / MINUTE_MS).unwrap_or(1).max(1)));
    }
    let id = Ids.next();
    let row = attempt::ActiveModel { id: Set(id), tenant_id: Set(tenant.0), subject: Set(subject.to_owned()), at: Set(now.0) };
    attempt::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(Ok(id))
}

/// Gives one place back.
pub(crate) async fn give_back(tx: &impl ConnectionTrait, tenant: TenantId, place: Place) -> kernel::Result<()> {
    let own = attempt::Entity::delete_many().filter(attempt::Column::TenantId.eq(tenant.0));
    own.filter(attempt::Column::Id.eq(place)).exec(tx).await?;
    Ok(())
}

/// Forgets all attempts on a subject.
pub(crate) async fn forget(tx: &impl ConnectionTrait, tenant: TenantId, subject: &str) -> kernel::Result<()> {
    let own = attempt::Entity::delete_many().filter(attempt::Column::TenantId.eq(tenant.0));
    own.filter(attempt::Column::Subject.eq(subject)).exec(tx).await?;
    Ok(())
}

/// Sign-ins as this address; known or not, so that the limit tells nothing. A hash: typing errors may be other people's addresses.
pub(crate) fn sign_in_of(email: &str) -> String {
    format!("sign-in:{}", fingerprint(email))
}

/// Passwords asked again of someone who is signed in.
pub(crate) fn password_of(account: Uuid) -> String {
    format!("password:{account}")
}

pub(crate) fn sign_in_from(address: IpAddr) -> String {
    format!("sign-in-from:{}", network(address))
}

pub(crate) fn mail_from(address: IpAddr) -> String {
    format!("mail-from:{}", network(address))
}

pub(crate) fn mail_to(email: &str) -> String {
    format!("mail-to:{}", fingerprint(email))
}

/// SHA-256 as 64 hexadecimal digits.
pub(crate) fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ipv6_network_is_one_address() {
        let subject = |text: &str| sign_in_from(text.parse().unwrap());
        assert_eq!(subject("2001:db8:1:2::1"), subject("2001:db8:1:2:ffff::9"));
        assert_ne!(subject("2001:db8:1:2::1"), subject("2001:db8:1:3::1"));
        assert_eq!(subject("::ffff:192.0.2.1"), subject("192.0.2.1"));
    }

    #[test]
    fn fingerprints_are_sha_256() {
        assert_eq!(fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
