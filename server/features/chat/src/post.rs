//! Messages on their way in: judged one by one, stored together.

use crate::{
    Answer, Service,
    entity::{message, network_ban, room, sanction},
    networks,
    pace::{self, Lately, MESSAGES},
    people::{self, Who},
    sanctions, seq, shown, signed_in, stored, text,
    turn::Turn,
    words,
    writer::{Job, Task},
};
use contract::{
    caller::{Caller, Role},
    chat::{Author, ChatRefusal, PostMessage, Quote, Stored, What},
    failure::Failure,
    ids::MessageId,
    outcome::Outcome,
    shown::Timestamp,
};
use kernel::format;
use sea_orm::entity::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A message whose text is fit to be shown.
pub(crate) struct Fit {
    key: Uuid,
    text: String,
    answers: Option<MessageId>,
}

pub(crate) async fn post(service: &Service, caller: &Caller, post: PostMessage) -> kernel::Result<Answer> {
    let viewer = signed_in(caller)?;
    match text::clean(&post.text) {
        Err(refusal) => Ok(Outcome::refused(refusal)),
        Ok(text) => {
            let fit = Fit { key: post.key, text, answers: post.answers };
            service.writer.write(caller, viewer, post.room, Task::Post(fit), None).await
        }
    }
}

/// Answers each in its place.
pub(crate) async fn store(turn: &mut Turn<'_>, posts: &[(&Job, &Fit)]) -> kernel::Result<Vec<Result<Answer, Failure>>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let mut known = Known::of(turn, posts).await?;
    let answers = posts.iter().map(|(job, fit)| known.judge(turn, job, fit)).collect();
    if !known.new.is_empty() {
        let rows = known.new.into_iter().map(|row| message::ActiveModel::from(row).reset_all());
        message::Entity::insert_many(rows).exec_without_returning(&turn.tx).await?;
    }
    people::write(&turn.tx, known.renamed).await?;
    networks::saw(&turn.tx, known.seen, turn.now).await?;
    Ok(answers)
}

/// What must be known to judge messages, and what becomes of them.
struct Known {
    /// By room, author and key.
    answered: HashMap<(Uuid, Uuid, Uuid), Stored>,
    sanctions: Vec<sanction::Model>,
    network_bans: Vec<network_ban::Model>,
    lately: Lately,
    /// By room and author, of rooms with slow mode.
    last: HashMap<(Uuid, Uuid), i64>,
    words: HashMap<Uuid, String>,
    people: HashMap<Who, Author>,
    quoted: HashMap<Uuid, message::Model>,
    new: Vec<message::Model>,
    renamed: BTreeMap<Who, Author>,
    seen: BTreeMap<Who, String>,
}

impl Known {
    async fn of(turn: &Turn<'_>, posts: &[(&Job, &Fit)]) -> Result<Self, DbErr> {
        let (db, now) = (&turn.tx, turn.now);
        let unique = |of: fn(&(&Job, &Fit)) -> Uuid| posts.iter().map(of).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
        let tenants = unique(|(job, _)| job.tenant.0);
        let authors = unique(|(job, _)| job.viewer.account.0);
        let before = message::Entity::find()
            .filter(message::Column::TenantId.is_in(tenants.iter().copied()))
            .filter(message::Column::RoomId.is_in(unique(|(job, _)| job.room.0)))
            .filter(message::Column::AuthorId.is_in(authors.iter().copied()))
            .filter(message::Column::PostKey.is_in(unique(|(_, fit)| fit.key)));
        let before = before.all(db).await?;
        let slow = turn.rooms().filter(|room| room.slow_mode_seconds > 0).map(|room| room.id).collect();
        let quoted = shown::quoted(db, tenants.iter().copied(), posts.iter().filter_map(|(_, fit)| fit.answers.map(|id| id.0))).await?;
        let named = authors.iter().copied().chain(quoted.values().map(|row| row.author_id));
        Ok(Self {
            answered: before.iter().map(|row| ((row.room_id, row.author_id, row.post_key), answer_of(row))).collect(),
            sanctions: sanctions::against(db, tenants.iter().copied(), authors.iter().copied(), now).await?,
            network_bans: networks::against(db, tenants.iter().copied(), posts.iter().filter_map(|(job, _)| job.network.as_ref()), now)
                .await?,
            lately: Lately::of(db, MESSAGES, &tenants, &authors, now).await?,
            last: pace::last_in(db, slow, &tenants, &authors, now).await?,
            words: words::lists(db, tenants.iter().copied()).await?,
            people: people::of(db, tenants.iter().copied(), named).await?,
            quoted,
            new: Vec::new(),
            renamed: BTreeMap::new(),
            seen: BTreeMap::new(),
        })
    }

    fn judge(&mut self, turn: &mut Turn<'_>, job: &Job, fit: &Fit) -> Result<Answer, Failure> {
        let room = turn.room(job.tenant, job.room)?;
        let place = (job.room.0, job.viewer.account.0, fit.key);
        // What was stored once stays stored, whatever happened to its author since.
        if let Some(stored) = self.answered.get(&place) {
            return Ok(Outcome::Done(*stored));
        }
        if let Some(refusal) = self.refusal(room, turn.now, job) {
            return Ok(Outcome::refused(refusal));
        }
        if let Some(refusal) = words::refusal(&self.words, job.tenant, &job.viewer, &fit.text) {
            return Ok(Outcome::refused(refusal));
        }
        let answers = match fit.answers.map(|id| self.quote(job, id)) {
            Some(None) => return Ok(Outcome::refused(ChatRefusal::NoSuchMessage)),
            Some(quote) => quote,
            None => None,
        };
        let stored = self.take_in(turn, job, fit, answers)?;
        self.answered.insert(place, stored);
        Ok(Outcome::Done(stored))
    }

    fn refusal(&self, room: &room::Model, now: Timestamp, job: &Job) -> Option<ChatRefusal> {
        let (viewer, slow_mode_ms) = (&job.viewer, i64::from(room.slow_mode_seconds) * 1000);
        let may_write = sanctions::may_write(&self.sanctions, room, viewer, now);
        if let Some(refusal) = sanctions::refusal(may_write, now) {
            return Some(refusal);
        }
        let from = job.network.as_ref().and_then(|network| networks::refusal(&self.network_bans, job.tenant, network, viewer, now));
        if from.is_some() {
            return from;
        }
        if let Some(seconds) = self.lately.wait(MESSAGES, (job.tenant.0, viewer.account.0), now) {
            return Some(ChatRefusal::TooFast { seconds });
        }
        let last = self.last.get(&(job.room.0, viewer.account.0)).filter(|_| viewer.role < Role::Moderator)?;
        let wait_ms = last + slow_mode_ms - now.0;
        (wait_ms > 0).then(|| ChatRefusal::SlowMode { seconds: sanctions::begun(wait_ms, 1000) })
    }

    /// A message of the same room, the deleted ones among them: who wrote an answer meanwhile has not written in vain.
    fn quote(&self, job: &Job, id: MessageId) -> Option<Quote> {
        let row = self.quoted.get(&id.0).filter(|row| row.room_id == job.room.0)?;
        let author = self.people.get(&(row.tenant_id, row.author_id)).cloned().unwrap_or_else(people::who_left);
        Some(shown::quote(id.0, Some((row, author))))
    }

    fn take_in(&mut self, turn: &mut Turn<'_>, job: &Job, fit: &Fit, answers: Option<Quote>) -> Result<Stored, Failure> {
        let (author, who, now) = (people::author_of(&job.viewer), (job.tenant.0, job.viewer.account.0), turn.now);
        let mut row = message::Model {
            id: turn.kernel.ids.next(),
            tenant_id: job.tenant.0,
            room_id: job.room.0,
            seq: 0,
            author_id: author.account.0,
            post_key: fit.key,
            text: fit.text.clone(),
            answers_id: fit.answers.map(|id| id.0),
            sent_at: now.0,
            edited_at: None,
            deleted_at: None,
        };
        turn.append(job.tenant, job.room, author.account, |place| {
            row.seq = stored(place);
            What::Posted(shown::message_of(&row, author.clone(), answers, vec![], format::moment_for_all(now.0)))
        })?;
        let stored = answer_of(&row);
        self.new.push(row);
        self.lately.add(who, now);
        self.seen.extend(job.network.clone().map(|network| (who, network)));
        self.last.insert((job.room.0, author.account.0), now.0);
        if self.people.get(&who) != Some(&author) {
            self.people.insert(who, author.clone());
            self.renamed.insert(who, author);
        }
        Ok(stored)
    }
}

fn answer_of(row: &message::Model) -> Stored {
    Stored { seq: seq(row.seq), message: MessageId(row.id) }
}
