//! Track requests: what people would like to hear next, by their votes, and what the DJ makes of it.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::{AccountId, MixId, TrackRequestId},
    outcome::Outcome,
    refusals,
    shown::Timestamp,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Longest dedication, and longest reason of a refusal, in characters.
pub const LONGEST_DEDICATION: usize = 140;
/// Most requests that wait at once.
pub const MOST_WAITING: u64 = 100;
/// Songs that a search finds at most.
pub const MOST_SONGS: usize = 20;

/// A track of the library: named in the tracklist of a published mix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Song {
    /// Where it is named; what a request is made with.
    pub mix: MixId,
    pub position: u32,
    pub artist: String,
    pub title: String,
    /// The title of that mix.
    pub heard_in: String,
}

/// Where a request stands. `Played`, `Refused` and `Withdrawn` are for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Waits for votes and for the DJ.
    Requested,
    /// The DJ will play it; its place is the DJ's.
    Accepted,
    Played,
    Refused,
    /// By who asked for it.
    Withdrawn,
}

impl Standing {
    pub const ALL: [Self; 5] = [Self::Requested, Self::Accepted, Self::Played, Self::Refused, Self::Withdrawn];

    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Played => "played",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }

    pub fn waits(self) -> bool {
        matches!(self, Self::Requested | Self::Accepted)
    }
}

/// A request as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackRequest {
    pub id: TrackRequestId,
    /// Rises with each change: of two copies, the one with more is the newer.
    pub version: u64,
    pub standing: Standing,
    pub artist: String,
    pub title: String,
    /// Empty without one.
    pub dedication: String,
    /// Who asked for it.
    pub by: AccountId,
    pub name: String,
    pub votes: u32,
    /// The order of accepted ones, from 1; 0 for the others.
    pub place: u32,
    pub asked: Timestamp,
    /// Why it was refused; empty where nothing was said.
    pub reason: String,
}

/// The live order: accepted ones as the DJ has them, then by votes, the older first.
pub fn sort(requests: &mut [TrackRequest]) {
    requests.sort_by_key(|request| {
        let accepted = request.standing == Standing::Accepted;
        (!accepted, if accepted { request.place } else { 0 }, u32::MAX - request.votes, request.asked.0, request.id)
    });
}

/// What has changed, told at most every 250 ms. Each stands for itself and replaces what is older.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestNews {
    /// New, or changed in more than its votes.
    Changed(TrackRequest),
    Votes {
        id: TrackRequestId,
        version: u64,
        votes: u32,
    },
}

/// What holds for requests of a station; times in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestRules {
    pub open: bool,
    /// Of one person in an hour.
    pub per_person: u32,
    /// Of all together in an hour.
    pub per_hour: u32,
    /// How long until the same track may be asked for again, after it was played.
    pub same_track: u32,
    /// The same for an artist.
    pub same_artist: u32,
}

impl Default for RequestRules {
    fn default() -> Self {
        Self { open: true, per_person: 3, per_hour: 30, same_track: 180, same_artist: 60 }
    }
}

/// The requests as a page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requests {
    pub rules: RequestRules,
    /// Those that wait, in their live order.
    pub waiting: Vec<TrackRequest>,
    /// The last that were played, the newest first; at most ten.
    pub played: Vec<TrackRequest>,
    /// The reader's own that were refused in the last day, the newest first.
    pub refused: Vec<TrackRequest>,
    /// What the reader voted for, of `waiting`.
    pub own_votes: Vec<TrackRequestId>,
    /// Seconds from one request to the next: what the last ones took, four minutes where there are too few.
    pub seconds_each: u32,
    pub reader: Option<AccountId>,
}

/// A request on its way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub mix: MixId,
    pub position: u32,
    pub dedication: String,
}

/// A vote as it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    pub id: TrackRequestId,
    pub version: u64,
    pub votes: u32,
    /// Whether the reader's is among them.
    pub up: bool,
}

/// What the DJ does with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It will be played, after those that were accepted before.
    Accept,
    /// Not now: it waits for votes again.
    PutBack,
    /// It is on.
    Play,
    Refuse {
        reason: String,
    },
    /// To a place among the accepted ones, from 1; past the last is the last.
    Move {
        place: u32,
    },
}

refusals! {
    /// Why a request isn't taken, or not changed.
    pub enum RequestRefusal {
        Closed => "requests-refused-closed",
        /// Not in the library, or no longer.
        NoSuchSong => "requests-refused-no-such-song",
        TooLong { most: u32 } => "requests-refused-too-long" on "dedication",
        /// The reader's share of the hour is used up.
        TooMany { most: u32, minutes: u32 } => "requests-refused-too-many",
        /// Everybody's is.
        HourFull { minutes: u32 } => "requests-refused-hour-full",
        /// Too many wait.
        Full => "requests-refused-full",
        PlayedLately { minutes: u32 } => "requests-refused-played-lately",
        ArtistLately { minutes: u32 } => "requests-refused-artist-lately",
        /// Played, refused or withdrawn meanwhile.
        Over => "requests-refused-over",
        TooFast { seconds: u32 } => "requests-refused-too-fast",
        ConfirmAddress => "requests-refused-confirm-address",
        /// A rule that isn't a sensible number.
        NoSuchRule { most: u32 } => "requests-refused-no-such-rule",
    }
}

/// The requests' port. Everything is of the caller's tenant.
#[async_trait]
pub trait TrackRequests: Send + Sync {
    /// For everyone.
    async fn requests(&self, caller: &Caller) -> Result<Requests, Failure>;
    /// Finds tracks of published mixes by artist and title, at most [`MOST_SONGS`]. For everyone.
    async fn songs(&self, caller: &Caller, words: &str) -> Result<Vec<Song>, Failure>;
    /// Asks for a track. One that waits already gets the caller's vote instead. For members.
    async fn wish(&self, caller: &Caller, wish: Wish) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure>;
    /// Gives a vote or takes it back; done twice, it is done once. For members.
    async fn vote(&self, caller: &Caller, id: TrackRequestId, up: bool) -> Result<Outcome<Vote, RequestRefusal>, Failure>;
    /// Takes back one's own. For who asked.
    async fn withdraw(&self, caller: &Caller, id: TrackRequestId) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure>;
    /// For DJs and above.
    async fn decide(
        &self,
        caller: &Caller,
        id: TrackRequestId,
        decision: Decision,
    ) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure>;
    /// For DJs and above.
    async fn set_rules(&self, caller: &Caller, rules: RequestRules) -> Result<Outcome<(), RequestRefusal>, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn request(number: u128, standing: Standing, votes: u32, place: u32, asked: i64) -> TrackRequest {
        TrackRequest {
            id: TrackRequestId(Uuid::from_u128(number)),
            version: 1,
            standing,
            artist: String::new(),
            title: String::new(),
            dedication: String::new(),
            by: AccountId(Uuid::nil()),
            name: String::new(),
            votes,
            place,
            asked: Timestamp(asked),
            reason: String::new(),
        }
    }

    #[test]
    fn accepted_ones_come_first_and_the_rest_by_votes_and_age() {
        use Standing::{Accepted, Requested};
        let mut all = [
            request(1, Requested, 2, 0, 30),
            request(2, Requested, 9, 0, 40),
            request(3, Accepted, 0, 2, 10),
            request(4, Requested, 2, 0, 20),
            request(5, Accepted, 5, 1, 50),
        ];
        sort(&mut all);
        assert_eq!(all.map(|request| request.id.0.as_u128()), [5, 3, 2, 4, 1]);
    }
}
