//! An install with the station's room in it, and what people do there.

use chat::Service;
use contract::{
    caller::{Caller, Role},
    chat::{Change, Chat, ChatMessage, ChatRefusal, Logged, Missed, PostMessage, Room, Stored, What},
    failure::Failure,
    ids::{AccountId, MessageId, RoomId, TenantId},
    outcome::Outcome,
    realtime::ToTab,
};
use kernel::{Ids, Kernel};
use realtime::{Hub, Listener, Topic};
use sea_orm::{ConnectionTrait, Statement};
use testing::{Bench, person, visitor};
use uuid::Uuid;

pub const MINUTE_MS: i64 = 60_000;
pub const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

pub type Answer = Result<Outcome<Stored, ChatRefusal>, Failure>;

pub struct House {
    pub bench: Bench,
    pub hub: Hub,
    pub service: Service,
    pub tenant: TenantId,
    pub room: RoomId,
}

impl House {
    pub async fn new() -> Self {
        let bench = Bench::new().await;
        let (hub, tenant) = (Hub::default(), bench.tenant());
        let service = Service::new(bench.kernel.clone(), hub.clone());
        let room = service.station_room(&visitor(tenant)).await.unwrap().id;
        Self { bench, hub, service, tenant, room }
    }

    /// A second process of the install.
    pub async fn second(&self) -> (Service, Hub) {
        let (hub, database) = (Hub::default(), self.bench.second_database().await);
        (Service::new(Kernel { database, ..self.bench.kernel.clone() }, hub.clone()), hub)
    }

    pub fn visitor(&self) -> Caller {
        visitor(self.tenant)
    }

    /// Someone new.
    pub fn someone(&self, name: &str, role: Role) -> Caller {
        let mut caller = person(self.tenant, role);
        caller.viewer.as_mut().unwrap().name = name.to_owned();
        caller
    }

    pub fn fan(&self, name: &str) -> Caller {
        self.someone(name, Role::Fan)
    }

    pub fn moderator(&self) -> Caller {
        self.someone("Mo", Role::Moderator)
    }

    /// A message with a key of its own.
    pub fn message(&self, text: &str) -> PostMessage {
        PostMessage { room: self.room, key: Ids.next(), text: text.to_owned(), answers: None }
    }

    pub async fn post(&self, caller: &Caller, text: &str) -> Answer {
        self.service.post(caller, self.message(text)).await
    }

    /// Posts what must be taken.
    pub async fn say(&self, caller: &Caller, text: &str) -> MessageId {
        done(self.post(caller, text).await).message
    }

    pub async fn change(&self, caller: &Caller, change: Change) -> Answer {
        self.service.change(caller, change).await
    }

    pub async fn edit(&self, caller: &Caller, message: MessageId, text: &str) -> Answer {
        self.change(caller, Change::Edit { message, text: text.to_owned() }).await
    }

    pub async fn delete(&self, caller: &Caller, message: MessageId) -> Answer {
        self.change(caller, Change::Delete { message }).await
    }

    pub async fn react(&self, caller: &Caller, message: MessageId, emoji: &str, given: bool) -> Answer {
        self.change(caller, Change::React { message, emoji: emoji.to_owned(), given }).await
    }

    pub async fn time_out(&self, caller: &Caller, target: &Caller, minutes: u32) -> Answer {
        self.change(caller, Change::TimeOut { room: self.room, account: account(target), minutes }).await
    }

    pub async fn ban(&self, caller: &Caller, target: &Caller) -> Answer {
        self.change(caller, Change::Ban { room: self.room, account: account(target) }).await
    }

    pub async fn lift(&self, caller: &Caller, target: &Caller) -> Answer {
        self.change(caller, Change::Lift { room: self.room, account: account(target) }).await
    }

    pub async fn slow_mode(&self, caller: &Caller, seconds: u32) -> Answer {
        self.change(caller, Change::SlowMode { room: self.room, seconds }).await
    }

    pub async fn room_for(&self, caller: &Caller) -> Room {
        self.service.station_room(caller).await.unwrap()
    }

    pub async fn messages(&self) -> Vec<ChatMessage> {
        self.room_for(&self.visitor()).await.messages
    }

    /// The texts of the room's page.
    pub async fn texts(&self) -> Vec<String> {
        self.messages().await.into_iter().map(|message| message.text).collect()
    }

    /// What happened after `after`, which must not be too much.
    pub async fn missed(&self, after: u64) -> Vec<Logged> {
        match self.service.missed(&self.visitor(), self.room, after).await.unwrap() {
            Missed::Changes(changes) => changes,
            Missed::TooMuch => panic!("too much was missed after {after}"),
        }
    }

    pub fn listen(&self) -> Ear {
        Ear::at(&self.hub, self)
    }

    /// One text column of a whole table.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        let database = &self.bench.kernel.database;
        let rows = database.read().query_all_raw(Statement::from_string(database.backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }
}

/// Hears the room.
pub struct Ear {
    listener: Listener,
    room: RoomId,
}

impl Ear {
    pub fn at(hub: &Hub, house: &House) -> Self {
        Self { listener: hub.listen(Topic::room(house.tenant, house.room)), room: house.room }
    }

    pub async fn next(&mut self) -> Logged {
        match serde_json::from_slice(&self.listener.next().await.unwrap()).unwrap() {
            ToTab::Logged { room, logged } if room == self.room => logged,
            other => panic!("{other:?}"),
        }
    }

    pub async fn some(&mut self, count: usize) -> Vec<Logged> {
        let mut heard = Vec::new();
        for _ in 0..count {
            heard.push(self.next().await);
        }
        heard
    }
}

pub fn account(caller: &Caller) -> AccountId {
    caller.viewer.as_ref().unwrap().account
}

pub fn done(answer: Answer) -> Stored {
    match answer.unwrap() {
        Outcome::Done(stored) => stored,
        Outcome::Refused(reasons) => panic!("refused: {reasons:?}"),
    }
}

pub fn refused(answer: Answer) -> ChatRefusal {
    match answer.unwrap() {
        Outcome::Done(stored) => panic!("done: {stored:?}"),
        Outcome::Refused(mut reasons) => reasons.remove(0),
    }
}

pub fn posted(logged: &Logged) -> &ChatMessage {
    match &logged.what {
        What::Posted(message) => message,
        other => panic!("{other:?}"),
    }
}

pub fn seqs(logged: &[Logged]) -> Vec<u64> {
    logged.iter().map(|logged| logged.seq).collect()
}

/// What changes that are about no message answer with.
pub fn nothing() -> MessageId {
    MessageId(Uuid::nil())
}
