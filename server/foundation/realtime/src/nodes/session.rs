//! One connection to Redis, from its making to its end.

use super::{MOST_WAITING, Nodes, gatherings, wire, wire::What};
use crate::Hub;
use bytes::Bytes;
use redis::{AsyncConnectionConfig, PushInfo, PushKind, RedisError, RedisResult, Value, aio::MultiplexedConnection};
use std::{
    convert::Infallible,
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::sync::mpsc;

/// How long Redis may take for an answer, and how often it is asked for one: a connection that only listens dies unheard.
const PATIENCE: Duration = Duration::from_secs(2);
const ASK_EVERY: Duration = Duration::from_secs(2);
/// Messages that go to Redis in one piece.
const AT_ONCE: usize = 256;

impl Nodes {
    pub(super) async fn connect<E>(
        &self,
        push: impl Fn(PushInfo) -> Result<(), E> + Send + Sync + 'static,
    ) -> RedisResult<MultiplexedConnection>
    where
        E: Send + 'static,
    {
        let config =
            AsyncConnectionConfig::new().set_connection_timeout(Some(PATIENCE)).set_response_timeout(Some(PATIENCE)).set_push_sender(push);
        self.client.get_multiplexed_async_connection_with_config(&config).await
    }
}

/// Runs until the connection breaks.
pub(super) async fn run(nodes: &Nodes, hub: &Hub, waiting: &mut mpsc::Receiver<Bytes>) -> Result<Infallible, RedisError> {
    let (sender, mut pushed) = mpsc::channel(MOST_WAITING);
    let overflown = Arc::new(AtomicBool::new(false));
    let full = overflown.clone();
    let mut connection = nodes
        .connect(move |push| {
            match sender.try_send(push) {
                Err(mpsc::error::TrySendError::Full(_)) => full.store(true, Ordering::Relaxed),
                Err(mpsc::error::TrySendError::Closed(_)) => return Err(redis::aio::SendError),
                Ok(()) => {}
            }
            Ok(())
        })
        .await?;
    let channel = nodes.key("told");
    connection.subscribe(&channel).await?;
    // What waited meanwhile is in the logs, or is not what stands any more.
    while waiting.try_recv().is_ok() {}
    nodes.lost.store(true, Ordering::Relaxed);
    nodes.counting.set(Some(connection.clone()));
    nodes.up.store(true, Ordering::Relaxed);
    tracing::info!("Redis is reached");
    hub.catch_up().await;
    hub.refresh();
    tokio::select! {
        ended = publish(nodes, &channel, connection.clone(), waiting) => ended,
        ended = hear(nodes, hub, &mut pushed, &overflown) => ended,
        ended = ask(connection.clone()) => ended,
        ended = gatherings::tell(nodes, hub, &channel, connection.clone()) => ended,
    }
}

/// Tells the others what waits.
async fn publish(
    nodes: &Nodes,
    channel: &str,
    mut connection: MultiplexedConnection,
    waiting: &mut mpsc::Receiver<Bytes>,
) -> Result<Infallible, RedisError> {
    let mut some = Vec::with_capacity(AT_ONCE);
    loop {
        if nodes.lost.swap(false, Ordering::Relaxed) {
            some.extend(wire::write(nodes.id, &What::Lost, b""));
        } else {
            waiting.recv_many(&mut some, AT_ONCE).await;
        }
        let mut pipe = redis::pipe();
        for message in some.drain(..) {
            pipe.publish(channel, message.as_ref()).ignore();
        }
        if let Err(error) = pipe.query_async::<()>(&mut connection).await {
            nodes.lost.store(true, Ordering::Relaxed);
            return Err(error);
        }
    }
}

/// Tells here what the others said.
async fn hear(nodes: &Nodes, hub: &Hub, pushed: &mut mpsc::Receiver<PushInfo>, overflown: &AtomicBool) -> Result<Infallible, RedisError> {
    while let Some(push) = pushed.recv().await {
        if overflown.swap(false, Ordering::Relaxed) {
            tracing::warn!("other processes said more than could be heard");
            hub.catch_up().await;
            hub.refresh();
        }
        match push.kind {
            PushKind::Message => {}
            PushKind::Disconnection => break,
            _ => continue,
        }
        let Some(Value::BulkString(bytes)) = push.data.into_iter().nth(1) else { continue };
        let Some((node, what, text)) = wire::read(&Bytes::from(bytes)) else { continue };
        if node == nodes.id {
            continue;
        }
        match what {
            What::Told { topic, seq } => hub.tell_here(&topic, seq, text),
            What::PutOut { tenant, account } => hub.put_out_here(tenant, account, &text),
            What::Moved => nodes.moved.notify_one(),
            What::Note => nodes.on_note.get().into_iter().for_each(|hear| hear(&text)),
            What::Lost => {
                hub.catch_up().await;
                hub.refresh();
            }
        }
    }
    Err(io::Error::new(io::ErrorKind::ConnectionReset, "the connection is cut").into())
}

async fn ask(mut connection: MultiplexedConnection) -> Result<Infallible, RedisError> {
    let mut rounds = tokio::time::interval(ASK_EVERY);
    loop {
        rounds.tick().await;
        redis::cmd("PING").query_async::<()>(&mut connection).await?;
    }
}
