//! The room over real sockets: who hears what, and who may not. The room's rules are tested in `features/chat`.

use crate::support::{Browser, PASSWORD, Program, TestApp, eventually};
use app::form::Reply;
use contract::{
    caller::Role,
    chat::{Change, Logged, PostMessage, Room, What},
    failure::Failure,
    ids::{AccountId, RoomId},
    realtime::{Answer, FromTab, ToTab, Watched},
};
use std::net::SocketAddr;
use testing::socket::{Handshake, Said, Socket};
use uuid::Uuid;

/// Somebody's tab with its socket.
pub struct Tab {
    pub socket: Socket,
    room: RoomId,
}

fn cookies(browser: &Browser) -> String {
    browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

pub async fn open(address: SocketAddr, host: &str, origin: &str, browser: &Browser) -> Result<Socket, u16> {
    Socket::open(address, &Handshake { host, origin, cookie: &cookies(browser) }).await
}

impl Tab {
    /// Opened and in the room, which stands at `after`.
    async fn enter(app: &TestApp, browser: &Browser, room: RoomId, after: u64) -> Self {
        Self::enter_at(app.address, browser, room, after).await
    }

    /// The same at any server.
    pub async fn enter_at(address: SocketAddr, browser: &Browser, room: RoomId, after: u64) -> Self {
        let socket = open(address, "localhost", "http://localhost", browser).await.unwrap();
        let mut tab = Self { socket, room };
        tab.say(&FromTab::Enter { room, after, number: 1 }).await;
        tab
    }

    /// A visitor's, in no room.
    pub async fn of_visitor(address: SocketAddr) -> Self {
        Self::of(address, &Browser::new(address, "localhost")).await
    }

    /// Somebody's, in no room.
    async fn of(address: SocketAddr, browser: &Browser) -> Self {
        let socket = open(address, "localhost", "http://localhost", browser).await.unwrap();
        Self { socket, room: RoomId(Uuid::nil()) }
    }

    /// The same, past what came before.
    pub async fn inside(app: &TestApp, browser: &Browser, room: RoomId) -> Self {
        let mut tab = Self::enter(app, browser, room, 0).await;
        tab.until(|said| matches!(said, ToTab::Entered { .. }).then_some(())).await;
        tab
    }

    pub async fn say(&mut self, said: &FromTab) {
        self.socket.send(&serde_json::to_string(said).unwrap()).await;
    }

    pub async fn post(&mut self, number: u32, text: &str) -> Answer {
        let post = PostMessage { room: self.room, key: Uuid::from_u128(u128::from(number)), text: text.to_owned(), answers: None };
        self.say(&FromTab::Post { number, post }).await;
        self.answer(number).await
    }

    pub async fn change(&mut self, number: u32, change: Change) -> Answer {
        self.say(&FromTab::Change { number, change }).await;
        self.answer(number).await
    }

    async fn answer(&mut self, number: u32) -> Answer {
        self.until(|said| match said {
            ToTab::Answer { number: given, answer } if given == number => Some(answer),
            _ => None,
        })
        .await
    }

    /// What is said to the tab until it is what was waited for.
    pub async fn until<T>(&mut self, mut wanted: impl FnMut(ToTab) -> Option<T>) -> T {
        loop {
            let text = match self.socket.next().await {
                Said::Text(text) => text,
                Said::Ping => {
                    self.socket.frame(0x8A, b"").await;
                    continue;
                }
                other => panic!("{other:?}"),
            };
            if let Some(found) = wanted(serde_json::from_str(&text).unwrap()) {
                return found;
            }
        }
    }

    pub async fn hears(&mut self) -> Logged {
        self.until(|said| if let ToTab::Logged { logged, .. } = said { Some(logged) } else { None }).await
    }

    pub async fn hears_post(&mut self) -> String {
        match self.hears().await.what {
            What::Posted(message) => format!("{}: {}", message.author.name, message.text),
            other => panic!("{other:?}"),
        }
    }
}

pub async fn room(app: &TestApp) -> Room {
    app.install.services.chat.station_room(&testing::visitor(app.tenant)).await.unwrap()
}

pub fn done(answer: &Answer) -> u64 {
    match answer {
        Answer::Done { seq, .. } => *seq,
        Answer::Refused(reasons) => panic!("{reasons:?}"),
    }
}

fn refused(answer: Answer) -> String {
    match answer {
        Answer::Refused(reasons) => reasons.into_iter().map(|reason| reason.id).collect(),
        Answer::Done { .. } => panic!("that was done"),
    }
}

async fn account(app: &TestApp, browser: &Browser) -> AccountId {
    app.install.accounts.viewer(app.tenant, &browser.cookies["session"]).await.unwrap().unwrap().account
}

#[tokio::test]
async fn people_hear_each_other_and_guests_hear_them() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (ama, ben) = (app.signed_in("ama@example.org", Role::Fan).await, app.signed_in("ben@example.org", Role::Fan).await);
    let (mut ama, mut ben) = (Tab::inside(&app, &ama, room).await, Tab::inside(&app, &ben, room).await);
    let mut guest = Tab::inside(&app, &app.visitor(), room).await;
    assert_eq!(done(&ama.post(1, "Evening all").await), 1);
    for tab in [&mut guest, &mut ben] {
        assert_eq!(tab.hears_post().await, "Test ama: Evening all");
    }
    assert_eq!(done(&ben.post(1, "Evening Ama").await), 2);
    assert_eq!(guest.hears_post().await, "Test ben: Evening Ama");
    assert_eq!(refused(guest.post(1, "Me too").await), Failure::SignInRequired.message_id());
}

#[tokio::test]
async fn who_comes_back_is_told_what_was_missed() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let ama = app.signed_in("ama@example.org", Role::Fan).await;
    let mut tab = Tab::inside(&app, &ama, room).await;
    for number in 1..=5 {
        done(&tab.post(number, &format!("Message {number}")).await);
    }
    let mut back = Tab::enter(&app, &app.visitor(), room, 3).await;
    assert_eq!(back.hears().await.seq, 4);
    assert_eq!(back.hears().await.seq, 5);
    assert_eq!(back.until(|said| if let ToTab::Entered { seq, .. } = said { Some(seq) } else { None }).await, 5);
    let mut lost = Tab::enter(&app, &app.visitor(), room, 99).await;
    lost.until(|said| matches!(said, ToTab::Snapshot { .. }).then_some(())).await;
}

#[tokio::test]
async fn who_is_banned_is_out_at_once_and_stays_out() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (fan, moderator) = (app.signed_in("fan@example.org", Role::Fan).await, app.signed_in("mod@example.org", Role::Moderator).await);
    let (mut tab, mut second) = (Tab::inside(&app, &fan, room).await, Tab::inside(&app, &fan, room).await);
    done(&tab.post(1, "Something unkind").await);
    let mut moderator = Tab::inside(&app, &moderator, room).await;
    let banned = account(&app, &fan).await;
    done(&moderator.change(1, Change::Ban { room, account: banned }).await);
    for tab in [&mut tab, &mut second] {
        let reason = tab.until(|said| if let ToTab::Out { reason } = said { Some(reason.id) } else { None }).await;
        assert_eq!(reason, "chat-out-banned");
        assert_eq!(tab.socket.next().await, Said::Close(1008));
    }
    // Nor back in; what a guest may know is theirs as well.
    let mut back = Tab::of(app.address, &fan).await;
    back.say(&FromTab::Watch(Watched::Station)).await;
    back.until(|said| (said == ToTab::Watching(Watched::Station)).then_some(())).await;
    back.say(&FromTab::Enter { room, after: 0, number: 1 }).await;
    let reason = back.until(|said| match said {
        ToTab::Out { reason } => Some(reason.id),
        ToTab::Entered { .. } | ToTab::Logged { .. } => panic!("{said:?}"),
        _ => None,
    });
    assert_eq!(reason.await, "chat-out-banned");
    assert_eq!(back.socket.next().await, Said::Close(1008));
    done(&moderator.change(2, Change::Lift { room, account: banned }).await);
    let mut back = Tab::inside(&app, &fan, room).await;
    done(&back.post(2, "Sorry").await);
}

#[tokio::test]
async fn who_signed_out_elsewhere_speaks_no_more() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let mut tab = Tab::inside(&app, &fan, room).await;
    fan.post_form("/api/sign-out", &[]).await;
    assert!(!fan.is_signed_in());
    app.clock.advance_ms(10_000);
    tab.say(&FromTab::Typing { room }).await;
    let reason = tab.until(|said| if let ToTab::Out { reason } = said { Some(reason.id) } else { None }).await;
    assert_eq!(reason, "chat-out-signed-out");
}

#[tokio::test]
async fn news_are_told_to_those_whom_they_concern() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let mut hears = Vec::new();
    for (email, role) in [("fan@example.org", Role::Fan), ("dj@example.org", Role::Dj)] {
        let person = app.signed_in(email, role).await;
        let mut tab = Tab::inside(&app, &person, room).await;
        for what in [Watched::Station, Watched::Studio, Watched::Person] {
            tab.say(&FromTab::Watch(what)).await;
        }
        // Whatever was to come would come before the answer to this.
        tab.say(&FromTab::Enter { room, after: 0, number: 2 }).await;
        let mut watching = Vec::new();
        while let Some(what) = tab
            .until(|said| match said {
                ToTab::Watching(what) => Some(Some(what)),
                ToTab::Entered { .. } => Some(None),
                _ => None,
            })
            .await
        {
            watching.push(what);
        }
        hears.push(watching);
    }
    assert_eq!(hears[0], [Watched::Station, Watched::Person]);
    assert_eq!(hears[1], [Watched::Station, Watched::Studio, Watched::Person]);
}

#[tokio::test]
async fn another_tenants_room_is_silent() {
    let app = TestApp::new().await;
    let here = room(&app).await.id;
    app.second_tenant().await;
    let mut stranger = open(app.address, "second.localhost", "http://second.localhost", &app.visitor()).await.unwrap();
    stranger.send(&format!(r#"{{"enter":{{"room":"{here}","after":0,"number":1}}}}"#)).await;
    let fan = app.signed_in("fan@example.org", Role::Fan).await;
    let mut tab = Tab::inside(&app, &fan, here).await;
    done(&tab.post(1, "Only among us").await);
    // Whatever was to come would come before the answer to this.
    stranger.frame(0x89, b"?").await;
    loop {
        match stranger.next().await {
            Said::Pong(_) => break,
            Said::Text(text) => assert!(!text.contains("Only among us") && !text.contains("present"), "{text}"),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(app.install.hub.people(&realtime::Topic::room(app.tenant, here)), 1);
}

#[tokio::test]
async fn pages_of_other_sites_get_no_socket() {
    let app = TestApp::new().await;
    let fan = app.signed_in("fan@example.org", Role::Fan).await;
    assert_eq!(open(app.address, "localhost", "http://evil.example", &fan).await.err(), Some(403));
    assert_eq!(open(app.address, "localhost", "", &fan).await.err(), Some(403));
    assert_eq!(open(app.address, "unknown.example", "http://unknown.example", &fan).await.err(), Some(404));
    assert_eq!(app.visitor().get("/socket").await.status, 400);
}

#[tokio::test]
async fn people_are_counted_once_and_seen_typing() {
    let app = TestApp::new().await;
    let room = room(&app).await.id;
    let (ama, ben) = (app.signed_in("ama@example.org", Role::Fan).await, app.signed_in("ben@example.org", Role::Fan).await);
    let mut tab = Tab::inside(&app, &ama, room).await;
    let _second = Tab::inside(&app, &ama, room).await;
    let mut other = Tab::inside(&app, &ben, room).await;
    other.say(&FromTab::Typing { room }).await;
    let seen = |said| match said {
        ToTab::Present { people: 2, typing, .. } if typing == ["Test ben"] => Some(()),
        _ => None,
    };
    tab.until(seen).await;
    done(&other.post(1, "There").await);
    tab.until(|said| matches!(said, ToTab::Present { people: 2, typing, .. } if typing.is_empty()).then_some(())).await;
    drop(other);
    tab.until(|said| matches!(said, ToTab::Present { people: 1, .. }).then_some(())).await;
}

#[tokio::test]
async fn what_makes_no_sense_ends_the_connection() {
    let app = TestApp::new().await;
    for nonsense in ["", "[]", r#"{"post":7}"#, r#"{"enter":{"room":"no","after":1,"number":1}}"#] {
        let mut socket = open(app.address, "localhost", "http://localhost", &app.visitor()).await.unwrap();
        socket.send(nonsense).await;
        assert_eq!(socket.next().await, Said::Close(1008), "{nonsense}");
    }
    eventually("every one is forgotten", || async { app.install.hub.connections() == 0 }).await;
}

#[tokio::test]
async fn a_restart_is_announced() {
    let program = Program::new().await;
    assert!(program.run(&["migrate"]).await.success);
    let created = program.run(&["admin", "create", "--email", "dj@example.org", "--name", "The DJ", "--password", PASSWORD]).await;
    assert!(created.success, "{created:?}");
    let server = program.serve().await;
    let handshake = Handshake { host: "localhost", origin: "http://localhost", cookie: "" };
    let mut socket = Socket::open(server.address.parse().unwrap(), &handshake).await.unwrap();
    socket.frame(0x89, b"?").await;
    assert_eq!(socket.next().await, Said::Pong("?".into()));
    server.terminate().await;
    assert_eq!(socket.text().await, r#""restarting""#);
    assert_eq!(socket.next().await, Said::Close(1001));
    assert!(server.ended_well().await);
}

#[tokio::test]
async fn who_takes_ten_seconds_of_sound_is_counted_among_the_listeners() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await.to_string();
    let mut tab = Tab::of_visitor(app.address).await;
    tab.say(&FromTab::Watch(Watched::Station)).await;
    let mut counts = Vec::new();
    tab.until(|said| matches!(said, ToTab::Listeners { people } if { counts.push(people); true }).then_some(())).await;
    let (fan, guest) = (app.signed_in("fan@example.org", Role::Fan).await, app.visitor());
    for (listener, heard_ms, age_ms) in [(&fan, "9999", 30_000), (&guest, "40000", 9_000), (&fan, "10000", 10_000)] {
        let mut listener = listener.clone();
        let ticket: String = listener.call("begin-play", &[("mix", &mix)]).await.unwrap();
        app.clock.advance_ms(age_ms);
        let report = [("mix", mix.as_str()), ("ticket", ticket.as_str()), ("position_ms", "1200"), ("heard_ms", heard_ms)];
        let _: bool = listener.call("heard", &report).await.unwrap();
    }
    let told = tab.until(|said| if let ToTab::Listeners { people } = said { Some(people) } else { None }).await;
    assert_eq!((counts, told), (vec![0], 1), "one took ten seconds; one less than ten, and one says more than there was time for");
    assert_eq!(app.install.hub.listeners(app.tenant), 1);
}

#[tokio::test]
async fn who_was_banned_signs_up_anew_from_another_network_only() {
    let app = TestApp::with(|config| config.http.behind_proxy = true).await;
    app.second_tenant().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await.with("x-forwarded-for", "203.0.113.9");
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await.with("x-forwarded-for", "198.51.100.1");
    let room: Room = fan.ask("room", &[]).await.unwrap();
    let room_id = room.id.to_string();
    let said: Reply<()> = fan.call("say", &[("room", &room_id), ("text", "boo")]).await.unwrap();
    assert_eq!(said, Reply::Done(()));
    let room: Room = dj.ask("room", &[]).await.unwrap();
    let author = room.messages[0].author.account.to_string();
    let sanction = async |dj: &mut Browser, what: &str| {
        let done: Reply<()> = dj.call("sanction", &[("room", &room_id), ("account", &author), ("what", what)]).await.unwrap();
        assert_eq!(done, Reply::Done(()));
    };
    let sign_up = async |host: &str, from: &'static str| {
        let form = [("name", "Somebody New"), ("email", "new@example.org"), ("password", "another good horse")];
        let answer: Reply<()> = app.visitor_of(host).with("x-forwarded-for", from).call("sign-up", &form).await.unwrap();
        answer.refusals().iter().map(|reason| reason.id.clone()).collect::<Vec<_>>()
    };
    sanction(&mut dj, "ban").await;
    assert_eq!(sign_up("localhost", "203.0.113.9").await, ["accounts-refused-network-banned"]);
    assert_eq!(sign_up("localhost", "10.0.0.1, 203.0.113.9").await, ["accounts-refused-network-banned"], "the proxy's word is the last");
    assert!(sign_up("second.localhost", "203.0.113.9").await.is_empty(), "another tenant");
    assert!(sign_up("localhost", "203.0.113.10").await.is_empty());
    sanction(&mut dj, "lift").await;
    assert!(sign_up("localhost", "203.0.113.9").await.is_empty());
}
