//! What a page shows, what came before, and what somebody missed.

use crate::house::{DAY_MS, House, done, posted, seqs};
use contract::{
    caller::{Caller, Locale},
    chat::{Chat, HISTORY_PAGE, Landmark, MOST_MISSED, MayWrite, Missed},
    failure::Failure,
    ids::RoomId,
};
use futures::future::join_all;
use kernel::Ids;

/// Messages of many people, one row of the log each.
async fn chatter(house: &House, count: usize) {
    let people: Vec<Caller> = (0..count.div_ceil(10)).map(|number| house.fan(&format!("Fan {number}"))).collect();
    for posted in join_all((0..count).map(|number| house.post(&people[number / 10], "chatter"))).await {
        done(posted);
    }
}

#[tokio::test]
async fn a_new_room_is_empty_and_says_who_may_write() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let room = house.room_for(&fan).await;
    assert_eq!((room.seq, room.messages.len(), room.has_more, room.slow_mode_seconds), (0, 0, false, 0));
    assert_eq!((room.may_write, room.own_reactions.len()), (MayWrite::Yes, 0));
    let reader = room.reader.unwrap();
    assert_eq!((reader.account, reader.name.as_str()), (crate::house::account(&fan), "Ana"));
    let room = house.room_for(&house.visitor()).await;
    assert_eq!((room.may_write, room.reader), (MayWrite::SignIn, None));
}

#[tokio::test]
async fn history_goes_back_page_by_page_to_the_first_message() {
    let house = House::new().await;
    chatter(&house, 120).await;
    let fan = house.fan("Ana");
    let oldest = house.service.history(&fan, house.room, 2).await.unwrap();
    assert_eq!((oldest.messages.len(), oldest.has_more), (1, false));
    done(house.react(&fan, oldest.messages[0].id, "🔥", true).await);
    let room = house.room_for(&fan).await;
    assert_eq!((room.seq, room.has_more, room.own_reactions.len()), (121, true, 0));
    let mut seen: Vec<u64> = Vec::new();
    let (mut messages, mut pages, mut more) = (room.messages, 1, true);
    loop {
        assert!(messages.is_sorted_by(|one, next| one.seq < next.seq), "oldest first");
        seen.splice(0..0, messages.iter().map(|message| message.seq));
        if !more {
            break;
        }
        let page = house.service.history(&fan, house.room, seen[0]).await.unwrap();
        (messages, more, pages) = (page.messages, page.has_more, pages + 1);
        assert_eq!(page.own_reactions.len(), usize::from(!more), "the reader's own, of this page");
    }
    assert_eq!(seen, (1..=120).collect::<Vec<_>>());
    assert_eq!(pages, 120_usize.div_ceil(HISTORY_PAGE as usize));
    assert_eq!(house.service.history(&fan, house.room, 1).await.unwrap().messages, []);
    assert_eq!(house.service.history(&fan, house.room, u64::MAX).await.unwrap().messages.len(), 50);
}

#[tokio::test]
async fn exactly_one_page_has_no_more() {
    let house = House::new().await;
    chatter(&house, HISTORY_PAGE as usize).await;
    assert!(!house.room_for(&house.visitor()).await.has_more);
    chatter(&house, 1).await;
    assert!(house.room_for(&house.visitor()).await.has_more);
}

#[tokio::test]
async fn who_was_away_is_told_what_was_missed_unless_it_is_too_much() {
    let house = House::new().await;
    chatter(&house, MOST_MISSED as usize + 1).await;
    let end = MOST_MISSED + 1;
    let missed = async |after| house.service.missed(&house.visitor(), house.room, after).await.unwrap();
    assert_eq!(missed(0).await, Missed::TooMuch);
    assert_eq!(seqs(&house.missed(1).await), (2..=end).collect::<Vec<_>>());
    assert_eq!(seqs(&house.missed(end - 1).await), [end]);
    assert_eq!(house.missed(end).await, []);
    assert_eq!(missed(end + 1).await, Missed::TooMuch, "ahead of the log: from another world");
    assert_eq!(missed(u64::MAX).await, Missed::TooMuch);
}

#[tokio::test]
async fn a_message_that_was_missed_is_told_as_it_is_by_now() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let id = house.say(&fan, "that baseline").await;
    done(house.edit(&fan, id, "that bassline").await);
    done(house.react(&fan, id, "🔥", true).await);
    let log = house.missed(0).await;
    let message = posted(&log[0]);
    assert_eq!((message.text.as_str(), message.edited, message.reactions.len(), message.seq), ("that bassline", true, 1, 1));
    assert_eq!(message.sent.text, "", "told the same in every language");
}

#[tokio::test]
async fn times_are_those_of_the_tenant_today_without_the_date() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    house.say(&fan, "hello").await;
    let new_york = Caller { time_zone: "America/New_York".into(), ..house.visitor() };
    let text = async |caller: &Caller| house.room_for(caller).await.messages[0].sent.text.clone();
    assert_eq!(text(&house.visitor()).await, "12:00");
    assert_eq!(text(&new_york).await, "07:00");
    // Half past midnight in London, still the same day in New York.
    house.bench.clock.advance_ms(DAY_MS / 2 + DAY_MS / 48);
    assert_eq!(text(&house.visitor()).await, "22 Nov 2026, 12:00");
    assert_eq!(text(&new_york).await, "07:00");
    let french = Caller { locale: Locale("fr".into()), ..house.visitor() };
    assert_eq!(text(&french).await, "22 nov. 2026, 12:00");
    assert_eq!(house.messages().await[0].sent.iso, "2026-11-22T12:00:00Z");
}

#[tokio::test]
async fn a_room_that_isn_t_there_is_not_found() {
    let house = House::new().await;
    let nowhere = RoomId(Ids.next());
    assert_eq!(house.service.history(&house.visitor(), nowhere, 10).await, Err(Failure::NotFound));
    assert_eq!(house.service.missed(&house.visitor(), nowhere, 0).await, Err(Failure::NotFound));
    let post = contract::chat::PostMessage { room: nowhere, ..house.message("anybody?") };
    assert_eq!(house.service.post(&house.fan("Ana"), post).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn a_message_or_a_moment_has_its_place() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    // The clock starts at noon, which is noon in London too.
    let first = house.say(&fan, "noon").await;
    house.bench.clock.advance_ms(60 * 60_000);
    let second = house.say(&fan, "one").await;
    house.bench.clock.advance_ms(60 * 60_000);
    house.say(&fan, "two").await;
    let place = async |of: Landmark| house.service.place(&house.visitor(), house.room, of).await;
    let at = |moment: &str| Landmark::Moment(format!("2026-11-22T{moment}"));
    assert_eq!(place(Landmark::Message(second)).await, Ok(2));
    assert_eq!(place(at("00:00")).await, Ok(1));
    assert_eq!(place(at("12:01")).await, Ok(2));
    assert_eq!(place(at("13:00")).await, Ok(2));
    assert_eq!(place(at("23:59")).await, Ok(3), "past the newest it is the newest");
    assert_eq!(place(at("noon")).await, Err(Failure::NotFound));
    let stranger = testing::visitor(house.bench.tenant());
    assert_eq!(house.service.place(&stranger, house.room, Landmark::Message(first)).await, Err(Failure::NotFound));
}
