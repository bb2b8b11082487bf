//! Reactions and their counts.

use crate::house::{House, account, done, refused};
use contract::{
    chat::{Change, Chat, ChatRefusal, Logged, REACTIONS, Reaction, What},
    failure::Failure,
    ids::{MessageId, TenantId},
};
use futures::future::join_all;
use kernel::Ids;

fn counts(reactions: &[Reaction]) -> Vec<(&str, u32)> {
    reactions.iter().map(|reaction| (reaction.emoji.as_str(), reaction.count)).collect()
}

fn told(logged: &Logged) -> Vec<(&str, u32)> {
    match &logged.what {
        What::Reacted { reactions, .. } => counts(reactions),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn everybody_is_told_all_counts_and_whose_reaction_it_was() {
    let house = House::new().await;
    let (ana, ben) = (house.fan("Ana"), house.fan("Ben"));
    let id = house.say(&ana, "that bassline").await;
    let mut ear = house.listen();
    for (caller, emoji) in [(&ana, "🔥"), (&ben, "❤️"), (&ben, "🔥")] {
        done(house.react(caller, id, emoji, true).await);
    }
    assert_eq!(done(house.react(&ben, id, "🔥", true).await).seq, 1, "said twice, it changes nothing");
    done(house.react(&ben, id, "🔥", false).await);
    assert_eq!(done(house.react(&ben, id, "🔥", false).await).seq, 1);
    let heard = ear.some(4).await;
    assert_eq!(heard.iter().map(|logged| logged.seq).collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!(told(&heard[2]), [("❤️", 1), ("🔥", 2)], "in the order of the reactions there are");
    let What::Reacted { message, reactions, by, emoji, given } = &heard[3].what else { panic!("{:?}", heard[3]) };
    assert_eq!((*message, *by, emoji.as_str(), *given), (id, account(&ben), "🔥", false));
    assert_eq!(counts(reactions), [("❤️", 1), ("🔥", 1)]);
    let room = house.room_for(&ben).await;
    assert_eq!(counts(&room.messages[0].reactions), [("❤️", 1), ("🔥", 1)]);
    assert_eq!(room.own_reactions, [(id, "❤️".to_owned())]);
    let missed = house.missed(4).await;
    assert_eq!(missed, heard[3..]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counts_hold_when_many_react_at_once_in_two_processes() {
    const PEOPLE: usize = 30;
    let house = House::new().await;
    let (second, _) = house.second().await;
    let id = house.say(&house.fan("Danny"), "that bassline").await;
    let crowd = (0..PEOPLE).map(|number| {
        let service = if number % 2 == 0 { house.service.clone() } else { second.clone() };
        let fan = house.fan(&format!("Fan {number}"));
        tokio::spawn(async move {
            let react = |emoji: &str, given| Change::React { message: id, emoji: emoji.to_owned(), given };
            done(service.change(&fan, react("🔥", true)).await);
            let (one, again) = tokio::join!(service.change(&fan, react("🙌", true)), service.change(&fan, react("🙌", true)));
            done(one);
            done(again);
            if number % 3 == 0 {
                done(service.change(&fan, react("🔥", false)).await);
            }
        })
    });
    for one in join_all(crowd.collect::<Vec<_>>()).await {
        one.unwrap();
    }
    let expected = [("🔥", 20), ("🙌", 30)];
    assert_eq!(counts(&house.messages().await[0].reactions), expected);
    let log = house.missed(0).await;
    assert_eq!(log.len(), 1 + PEOPLE * 2 + PEOPLE / 3, "what changed nothing is in no log");
    assert_eq!(told(log.last().unwrap()), expected);
}

#[tokio::test]
async fn only_the_reactions_there_are_and_only_to_what_is_there() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let id = house.say(&fan, "that bassline").await;
    for emoji in ["", "🤡", "❤", "<script>"] {
        assert_eq!(refused(house.react(&fan, id, emoji, true).await), ChatRefusal::NoSuchReaction, "{emoji}");
    }
    assert_eq!(house.react(&fan, MessageId(Ids.next()), "🔥", true).await, Err(Failure::NotFound));
    for emoji in REACTIONS {
        done(house.react(&fan, id, emoji, true).await);
    }
    assert_eq!(counts(&house.messages().await[0].reactions), REACTIONS.map(|emoji| (emoji, 1)));
}

/// The emotes of a tenant that has one.
struct OneEmote;

#[async_trait::async_trait]
impl chat::Emotes for OneEmote {
    async fn has(&self, _: TenantId, name: &str) -> kernel::Result<bool> {
        Ok(name == "siren")
    }
}

#[tokio::test]
async fn an_emote_of_the_tenant_is_given_like_an_emoji() {
    let house = House::new().await;
    let ana = house.fan("Ana");
    let id = house.say(&ana, "that bassline").await;
    assert_eq!(refused(house.react(&ana, id, ":siren:", true).await), ChatRefusal::NoSuchReaction, "nobody knows of emotes yet");
    house.service.ask_for_emotes(std::sync::Arc::new(OneEmote));
    for unknown in [":horn:", "siren", ":Siren:", "::", ":siren"] {
        assert_eq!(refused(house.react(&ana, id, unknown, true).await), ChatRefusal::NoSuchReaction, "{unknown}");
    }
    for emoji in [":siren:", "🔥"] {
        done(house.react(&ana, id, emoji, true).await);
    }
    assert_eq!(counts(&house.messages().await[0].reactions), [("🔥", 1), (":siren:", 1)], "after those that everybody has");
    done(house.react(&ana, id, ":siren:", false).await);
    assert_eq!(counts(&house.messages().await[0].reactions), [("🔥", 1)]);
}
