//! A group of jobs in one transaction: all of it is stored, or none.

use crate::{
    Answer, change, post, reports,
    turn::{ToTell, Turn},
    writer::{Job, Task},
};
use kernel::{Error, Kernel};
use std::collections::BTreeSet;

/// Answers each job in its place. Changes come before messages, so that somebody who is timed out is not heard once more.
///
/// # Errors
/// The database's; then nothing was stored. What is wrong with one job is that job's answer.
pub(crate) async fn write(kernel: &Kernel, jobs: &[Job]) -> kernel::Result<(Vec<kernel::Result<Answer>>, ToTell)> {
    let rooms: BTreeSet<_> = jobs.iter().map(|job| job.room).collect();
    let mut turn = Turn::begin(kernel, rooms).await?;
    let mut answers: Vec<Option<kernel::Result<Answer>>> = jobs.iter().map(|_| None).collect();
    let mut posts = Vec::new();
    for (index, job) in jobs.iter().enumerate() {
        match &job.task {
            Task::Post(fit) => posts.push((index, job, fit)),
            Task::Change(ready) => answers[index] = Some(answered(change::apply(&mut turn, job, ready).await)?),
            Task::Decide { message, ready } => {
                answers[index] = Some(answered(reports::settle(&mut turn, job, *message, ready.as_ref()).await)?);
            }
        }
    }
    let all: Vec<_> = posts.iter().map(|(_, job, fit)| (*job, *fit)).collect();
    for ((index, ..), answer) in posts.iter().zip(post::store(&mut turn, &all).await?) {
        answers[*index] = Some(answer.map_err(Error::Failure));
    }
    let to_tell = turn.commit().await?;
    let missing = || Err(anyhow::anyhow!("a job without an answer").into());
    Ok((answers.into_iter().map(|answer| answer.unwrap_or_else(missing)).collect(), to_tell))
}

/// Keeps what is wrong with one job apart from what is wrong with the transaction.
fn answered(answer: kernel::Result<Answer>) -> kernel::Result<kernel::Result<Answer>> {
    match answer {
        Err(Error::Internal(cause)) => Err(Error::Internal(cause)),
        answer => Ok(answer),
    }
}
