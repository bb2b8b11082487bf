//! The one task that writes: what waits while a transaction runs goes into the next one together.
//!
//! Nobody waits for a timer. Alone, a message is stored at once; the busier the rooms, the larger the groups, and the fewer
//! transactions there are for a message. One task also means that rooms hear of their logs in order.

use crate::{Answer, change::Ready, group, networks, post::Fit, told, turn::ToTell};
use contract::{
    caller::{Caller, Viewer},
    failure::Failure,
    ids::{MessageId, RoomId, TenantId},
    moderation::Reason,
    realtime::ToTab,
};
use kernel::Kernel;
use realtime::{Hub, Topic};
use std::sync::{Mutex, PoisonError};
use tokio::sync::{mpsc, oneshot};

/// What may wait; more is turned away.
const MOST_WAITING: usize = 1024;
/// Waiting one of a full queue is told to come back after so long.
const COME_BACK_AFTER_S: u64 = 1;
/// Most that are stored together: the wait of the first of them is that of all.
const MOST_TOGETHER: usize = 64;

/// Who wants what written.
pub(crate) struct Job {
    pub tenant: TenantId,
    pub viewer: Viewer,
    pub room: RoomId,
    /// Where it is said from; see `networks`.
    pub network: Option<String>,
    pub task: Task,
    /// Why a moderator does it, where that is known.
    pub reason: Option<Reason>,
}

pub(crate) enum Task {
    Post(Fit),
    Change(Ready),
    /// What was decided about a reported message, with what that changes.
    Decide {
        message: MessageId,
        ready: Option<Ready>,
    },
}

struct Waiting {
    job: Job,
    answer: oneshot::Sender<kernel::Result<Answer>>,
}

/// Where jobs are handed in. The task ends when this is dropped.
pub(crate) struct Writer {
    kernel: Kernel,
    hub: Hub,
    queue: Mutex<Option<mpsc::Sender<Waiting>>>,
}

impl Writer {
    pub fn new(kernel: Kernel, hub: Hub) -> Self {
        Self { kernel, hub, queue: Mutex::new(None) }
    }

    /// Has it written, also when whoever asked goes away meanwhile.
    pub async fn write(
        &self,
        caller: &Caller,
        viewer: &Viewer,
        room: RoomId,
        task: Task,
        reason: Option<Reason>,
    ) -> kernel::Result<Answer> {
        let network = networks::of(&self.kernel, caller.tenant, caller.origin.address);
        let job = Job { tenant: caller.tenant, viewer: viewer.clone(), room, network, task, reason };
        let (answer, answered) = oneshot::channel();
        if self.queue().try_send(Waiting { job, answer }).is_err() {
            return Err(Failure::TooManyRequests { seconds: COME_BACK_AFTER_S }.into());
        }
        answered.await.unwrap_or_else(|_| Err(anyhow::anyhow!("the writer of the rooms ended").into()))
    }

    /// The queue of the task, which is started if there is none or it broke.
    fn queue(&self) -> mpsc::Sender<Waiting> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        match &*queue {
            Some(queue) if !queue.is_closed() => queue.clone(),
            _ => {
                let (sender, receiver) = mpsc::channel(MOST_WAITING);
                tokio::spawn(run(self.kernel.clone(), self.hub.clone(), receiver));
                *queue = Some(sender.clone());
                sender
            }
        }
    }
}

async fn run(kernel: Kernel, hub: Hub, mut queue: mpsc::Receiver<Waiting>) {
    let mut group = Vec::with_capacity(MOST_TOGETHER);
    while queue.recv_many(&mut group, MOST_TOGETHER).await > 0 {
        let (jobs, answers): (Vec<Job>, Vec<_>) = group.drain(..).map(|waiting| (waiting.job, waiting.answer)).unzip();
        match group::write(&kernel, &jobs).await {
            Ok((done, to_tell)) => {
                tell(&hub, to_tell);
                // Whoever went away needs no answer.
                answers.into_iter().zip(done).for_each(|(answer, done)| drop(answer.send(done)));
            }
            Err(error) => {
                tracing::warn!("{} jobs could not be written together, each is tried alone: {error:#}", jobs.len());
                for (job, answer) in jobs.iter().zip(answers) {
                    let _ = answer.send(alone(&kernel, &hub, job).await);
                }
            }
        }
    }
}

async fn alone(kernel: &Kernel, hub: &Hub, job: &Job) -> kernel::Result<Answer> {
    let (done, to_tell) = group::write(kernel, std::slice::from_ref(job)).await?;
    tell(hub, to_tell);
    done.into_iter().next().unwrap_or_else(|| Err(anyhow::anyhow!("a job without an answer").into()))
}

fn tell(hub: &Hub, to_tell: ToTell) {
    let mut told = Ok(());
    for (tenant, room, logged) in to_tell.logged {
        told = told.and(hub.publish_logged(&Topic::room(tenant, room), logged.seq, &ToTab::Logged { room, logged }));
    }
    for (tenant, account) in to_tell.put_out {
        told = told.and(hub.put_out(tenant, account, &told::banned()));
    }
    if let Err(error) = told {
        tracing::error!("encoding what happened in a room: {error}");
    }
}
