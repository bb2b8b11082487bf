//! Play tickets: when a play began and whose it is, signed, so that nothing is stored until a play counts.

use crate::Service;
use contract::{caller::Caller, ids::MixId, listening::PlayTicket, shown::Timestamp};
use kernel::network;

const PURPOSE: &str = "play";
/// A ticket counts nothing after this, so that it can't count again once its play has forgotten whose it was.
pub(super) const HOLDS_MS: i64 = 24 * 3_600_000;

/// What a ticket says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    pub(super) listener: String,
    pub(super) started_at: Timestamp,
}

/// A ticket for a play of `mix` that begins now.
pub(super) fn issue(service: &Service, caller: &Caller, mix: MixId) -> PlayTicket {
    let (started_at, listener) = (service.kernel().now().0, listener(service, caller));
    let signature = service.kernel().signer.sign(PURPOSE, &message(caller, mix, started_at, &listener));
    PlayTicket(format!("{started_at}.{listener}.{signature}"))
}

/// What the ticket says, if it was made here for this mix. It holds wherever it is shown from: a phone changes its address
/// between two reports, and people sign in while a mix plays.
pub(super) fn read(service: &Service, caller: &Caller, mix: MixId, ticket: &PlayTicket) -> Option<Ticket> {
    let mut parts = ticket.0.splitn(3, '.');
    let (started_at, listener, signature) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
    let holds = service.kernel().signer.verify(PURPOSE, &message(caller, mix, started_at, listener), signature);
    let is_over = service.kernel().now().0.saturating_sub(started_at) > HOLDS_MS;
    (holds && !is_over).then(|| Ticket { listener: listener.to_owned(), started_at: Timestamp(started_at) })
}

fn message(caller: &Caller, mix: MixId, started_at: i64, listener: &str) -> String {
    format!("{}/{mix}/{started_at}/{listener}", caller.tenant)
}

/// Who counts as one listener: an account, or one browser at one address. Of both only a keyed hash is kept (HMAC-SHA-256), which
/// tells nobody without the install's key who they are or where they came from.
pub(crate) fn listener(service: &Service, caller: &Caller) -> String {
    let seen = match &caller.viewer {
        Some(viewer) => format!("{}/account/{}", caller.tenant, viewer.account),
        None => format!("{}/{}/{}", caller.tenant, network(caller.origin.address), caller.origin.user_agent),
    };
    service.kernel().signer.sign("listener", &seen)
}
