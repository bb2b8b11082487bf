//! What everybody in a room can rely on.

use crate::client::{account, connect, enter, topic};
use realtime::{Hub, Limits};
use std::time::{Duration, Instant};
use testing::socket::{Said, Socket};

fn hub() -> Hub {
    Hub::new(Limits { tabs: 200, topics_of_a_tab: 3 }, b"\"resync\"")
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_hears_each_message_once_and_in_order() {
    let hub = hub();
    let mut clients = Vec::new();
    for number in 0..100 {
        let mut client = connect(&hub, number).await;
        enter(&mut client, "a").await;
        clients.push(client);
    }
    for number in 0..500 {
        hub.publish(&topic("a"), &number).unwrap();
        hub.publish(&topic("b"), &"elsewhere").unwrap();
    }
    for client in &mut clients {
        for number in 0..500 {
            assert_eq!(client.text().await, number.to_string());
        }
    }
}

#[tokio::test]
async fn who_left_hears_no_more() {
    let hub = hub();
    let mut client = connect(&hub, 1).await;
    enter(&mut client, "a").await;
    enter(&mut client, "b").await;
    client.send("leave a").await;
    assert_eq!(client.text().await, "\"left\"");
    hub.publish(&topic("a"), &1).unwrap();
    hub.publish(&topic("b"), &2).unwrap();
    assert_eq!(client.text().await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_reader_is_told_and_holds_nobody_up() {
    let hub = hub();
    let (mut slow, mut quick) = (connect(&hub, 1).await, connect(&hub, 2).await);
    enter(&mut slow, "a").await;
    enter(&mut quick, "a").await;
    let long = "x".repeat(900);
    // As fast as the quick one reads, or it would be slow as well.
    for some in 0..150 {
        for number in some * 60..(some + 1) * 60 {
            hub.publish(&topic("a"), &format!("{number} {long}")).unwrap();
        }
        for expected in some * 60..(some + 1) * 60 {
            assert_eq!(number(&quick.text().await), Some(expected));
        }
    }
    hub.publish(&topic("a"), &"the end").unwrap();
    let (mut last, mut resyncs) = (None, 0);
    loop {
        match slow.text().await.as_str() {
            "\"the end\"" => break,
            "\"resync\"" => resyncs += 1,
            text => {
                let number = number(text);
                assert!(number > last, "{number:?} after {last:?}");
                last = number;
            }
        }
    }
    assert!(resyncs >= 1);
}

#[tokio::test]
async fn who_waits_for_an_answer_hears_on_meanwhile() {
    let hub = hub();
    let mut client = connect(&hub, 1).await;
    // More is said than the kernel and the queue take, and the question stays open.
    client.send("ponder").await;
    let told = async { while client.text().await != "\"resync\"" {} };
    tokio::time::timeout(Duration::from_secs(10), told).await.expect("what waits is written");
}

fn number(text: &str) -> Option<u32> {
    text.trim_matches('"').split(' ').next()?.parse().ok()
}

#[tokio::test]
async fn who_is_put_out_is_told_why_on_every_tab() {
    let hub = hub();
    let (mut one, mut two, mut other) = (connect(&hub, 1).await, connect(&hub, 1).await, connect(&hub, 2).await);
    for client in [&mut one, &mut two, &mut other] {
        enter(client, "a").await;
    }
    assert_eq!(hub.people(&topic("a")), 2);
    hub.put_out(crate::client::TENANT, account(1), &"out").unwrap();
    for mut client in [one, two] {
        assert_eq!(client.text().await, "\"out\"");
        assert_eq!(client.next().await, Said::Close(1008));
        assert_eq!(client.next().await, Said::Gone);
    }
    hub.publish(&topic("a"), &"still here").unwrap();
    assert_eq!(other.text().await, "\"still here\"");
    assert_eq!(hub.people(&topic("a")), 1);
}

#[tokio::test]
async fn limits_have_their_codes() {
    let hub = hub();
    let mut long = connect(&hub, 1).await;
    long.send(&"x".repeat(1001)).await;
    assert_eq!(long.next().await, Said::Close(1009));
    let mut garbled = connect(&hub, 2).await;
    garbled.frame(0x81, &[0xFF]).await;
    assert_eq!(garbled.next().await, Said::Close(1007));
    let mut naked = connect(&hub, 3).await;
    naked.raw(&[0x81, 0x01, b'a']).await;
    assert_eq!(naked.next().await, Said::Close(1002));
    let mut chatty = connect(&hub, 4).await;
    for _ in 0..60 {
        chatty.send("a").await;
    }
    assert_eq!(until_closed(&mut chatty).await, 1008);
    let mut curious = connect(&hub, 5).await;
    for name in ["a", "b", "c"] {
        enter(&mut curious, name).await;
    }
    curious.send("enter d").await;
    assert_eq!(curious.text().await, "false");
}

async fn until_closed(client: &mut Socket) -> u16 {
    loop {
        if let Said::Close(code) = client.next().await {
            return code;
        }
    }
}

#[tokio::test]
async fn one_connection_too_many_is_turned_away() {
    let hub = Hub::new(Limits { tabs: 1, topics_of_a_tab: 1 }, b"\"resync\"");
    let mut first = connect(&hub, 1).await;
    enter(&mut first, "a").await;
    assert_eq!(connect(&hub, 2).await.next().await, Said::Gone);
    first.send("hello").await;
    assert_eq!(first.text().await, "\"hello\"");
}

#[tokio::test]
async fn who_says_nothing_is_asked_and_then_let_go() {
    let hub = hub();
    let mut client = connect(&hub, 1).await;
    enter(&mut client, "a").await;
    let now = Instant::now();
    hub.look_after(now + Duration::from_secs(26));
    assert_eq!(client.next().await, Said::Ping);
    client.frame(0x89, b"?").await;
    assert_eq!(client.next().await, Said::Pong("?".into()));
    hub.look_after(now + Duration::from_secs(61) + now.elapsed());
    assert_eq!(client.next().await, Said::Gone);
    assert_eq!((hub.people(&topic("a")), hub.connections()), (0, 0));
    assert!(hub.topics().is_empty());
}

#[tokio::test]
async fn the_house_hears_as_well() {
    let hub = hub();
    let mut listener = hub.listen(topic("a"));
    hub.publish(&topic("a"), &[1, 2]).unwrap();
    assert_eq!(listener.next().await.unwrap(), "[1,2]");
    drop(listener);
    let mut client = connect(&hub, 1).await;
    enter(&mut client, "a").await;
    hub.publish(&topic("a"), &"heard").unwrap();
    assert_eq!(client.text().await, "\"heard\"");
}
