//! Who is in the rooms of the other processes. Each keeps a key a room, which ends by itself soon after the process does.

use super::{Nodes, wire, wire::What};
use crate::{Hub, Topic};
use redis::{RedisError, aio::MultiplexedConnection};
use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
    time::Duration,
};
use uuid::Uuid;

/// How often changes here are told.
const ROUND: Duration = Duration::from_millis(500);
/// Rounds after which everything is told again, and looked at again although nobody said that something changed.
const TELL_ALL_EVERY: u32 = 8;
const LOOK_EVERY: u32 = 2;
/// A process that says nothing for so long is gone.
const LIVES_S: u64 = 12;

/// Tells who is here and sees who is elsewhere, round for round.
pub(super) async fn tell(nodes: &Nodes, hub: &Hub, channel: &str, mut connection: MultiplexedConnection) -> Result<Infallible, RedisError> {
    let mut known = HashMap::new();
    let mut others = HashSet::new();
    let mut rounds = tokio::time::interval(ROUND);
    let mut round = 0_u32;
    loop {
        rounds.tick().await;
        let all = round.is_multiple_of(TELL_ALL_EVERY);
        let before: Vec<Topic> = known.keys().cloned().collect();
        if all {
            known.clear();
        }
        let changed = hub.gatherings(&mut known);
        let left: Vec<&Topic> = before.iter().filter(|topic| !known.contains_key(topic)).collect();
        let mut pipe = redis::pipe();
        if all {
            pipe.sadd(nodes.key("nodes"), nodes.id.to_string()).ignore();
            pipe.set_ex(nodes.key(&format!("node:{}", nodes.id)), "", LIVES_S).ignore();
        }
        for (topic, people) in &changed {
            pipe.set_ex(nodes.here(nodes.id, topic), bytes_of(people), LIVES_S).ignore();
        }
        for topic in &left {
            pipe.del(nodes.here(nodes.id, topic)).ignore();
        }
        let moved = !all && (!changed.is_empty() || !left.is_empty());
        if let Some(message) = moved.then(|| wire::write(nodes.id, &What::Moved, b"")).flatten() {
            pipe.publish(channel, message.as_ref()).ignore();
        }
        if pipe.cmd_iter().next().is_some() {
            pipe.query_async::<()>(&mut connection).await?;
        }
        let asked = tokio::time::timeout(Duration::ZERO, nodes.moved.notified()).await.is_ok();
        if asked || round.is_multiple_of(LOOK_EVERY) {
            look(nodes, hub, known.keys(), &mut others, &mut connection).await?;
        }
        round = round.wrapping_add(1);
    }
}

/// Brings up to date who is elsewhere, in the rooms that somebody hears here.
async fn look(
    nodes: &Nodes,
    hub: &Hub,
    topics: impl Iterator<Item = &Topic>,
    others: &mut HashSet<Uuid>,
    connection: &mut MultiplexedConnection,
) -> Result<(), RedisError> {
    let members: Vec<String> = redis::cmd("SMEMBERS").arg(nodes.key("nodes")).query_async(connection).await?;
    let members: Vec<Uuid> = members.iter().filter_map(|id| id.parse().ok()).filter(|id| *id != nodes.id).collect();
    let mut pipe = redis::pipe();
    for id in &members {
        pipe.exists(nodes.key(&format!("node:{id}")));
    }
    let alive: Vec<bool> = if members.is_empty() { Vec::new() } else { pipe.query_async(connection).await? };
    let (alive, gone): (Vec<_>, Vec<_>) = members.into_iter().zip(alive).partition(|(_, alive)| *alive);
    if !gone.is_empty() {
        let gone: Vec<String> = gone.into_iter().map(|(id, _)| id.to_string()).collect();
        redis::cmd("SREM").arg(nodes.key("nodes")).arg(gone).query_async::<()>(connection).await?;
    }
    let alive: HashSet<Uuid> = alive.into_iter().map(|(id, _)| id).collect();
    // Alone, and alone before: nothing is elsewhere.
    if alive.is_empty() && others.is_empty() {
        return Ok(());
    }
    let topics: Vec<&Topic> = topics.collect();
    let mut pipe = redis::pipe();
    for topic in &topics {
        for id in &alive {
            pipe.get(nodes.here(*id, topic));
        }
    }
    let keys: Vec<Option<Vec<u8>>> = if topics.is_empty() || alive.is_empty() { Vec::new() } else { pipe.query_async(connection).await? };
    let mut keys = keys.into_iter();
    for topic in topics {
        let people = keys.by_ref().take(alive.len()).flatten().flat_map(people_of).collect();
        hub.set_elsewhere(topic, people);
    }
    *others = alive;
    Ok(())
}

impl Nodes {
    fn here(&self, node: Uuid, topic: &Topic) -> String {
        self.key(&format!("here:{node}:{}:{}", topic.tenant, topic.name))
    }
}

fn bytes_of(people: &[u64]) -> Vec<u8> {
    people.iter().flat_map(|person| person.to_le_bytes()).collect()
}

fn people_of(bytes: Vec<u8>) -> Vec<u64> {
    bytes.as_chunks().0.iter().map(|person| u64::from_le_bytes(*person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_survive_the_key() {
        let people = vec![0, 1, u64::MAX];
        assert_eq!(people_of(bytes_of(&people)), people);
        assert!(people_of(b"short".to_vec()).is_empty());
    }
}
