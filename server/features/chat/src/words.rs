//! Words and phrases that a tenant doesn't want in its rooms: compared without case and accents, as whole words. A `*` at the end
//! of a word stands for any ending. Whoever writes one is told which.

use crate::{Service, entity::words};
use contract::{
    caller::{Caller, Role, Viewer},
    chat::ChatRefusal,
    failure::Failure,
    ids::TenantId,
    moderation::{LONGEST_WORD_LIST, ModerationRefusal},
    outcome::Outcome,
};
use kernel::slug::slugify;
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use std::collections::HashMap;

/// The words of a text, folded: "¡Qué FEO!" is `que`, `feo`.
fn folded(text: &str) -> Vec<String> {
    // Word by word: a slug has a largest length, a text doesn't.
    let words = text.split_whitespace().map(slugify);
    words.flat_map(|word| word.split('-').map(str::to_owned).collect::<Vec<_>>()).filter(|word| !word.is_empty()).collect()
}

/// The line of the list that a text goes against.
fn found<'a>(list: &'a str, text: &str) -> Option<&'a str> {
    let said = folded(text);
    list.lines().map(str::trim).find(|line| {
        let (phrase, open) = line.strip_suffix('*').map_or((*line, false), |phrase| (phrase, true));
        let phrase = folded(phrase);
        let Some((last, before)) = phrase.split_last() else { return false };
        said.windows(phrase.len()).any(|window| {
            window.split_last().is_some_and(|(word, first)| first == before && if open { word.starts_with(last) } else { word == last })
        })
    })
}

/// The lists of tenants.
pub(crate) async fn lists(db: &impl ConnectionTrait, tenants: impl IntoIterator<Item = Uuid>) -> Result<HashMap<Uuid, String>, DbErr> {
    let lists = words::Entity::find().filter(words::Column::TenantId.is_in(tenants)).all(db).await?;
    Ok(lists.into_iter().map(|list| (list.tenant_id, list.words)).collect())
}

/// Why a text is not said in a tenant's rooms. Moderators quote what they speak about.
pub(crate) fn refusal(lists: &HashMap<Uuid, String>, tenant: TenantId, viewer: &Viewer, text: &str) -> Option<ChatRefusal> {
    let list = lists.get(&tenant.0).filter(|_| viewer.role < Role::Moderator)?;
    found(list, text).map(|word| ChatRefusal::Word { word: word.to_owned() })
}

pub(crate) async fn list(service: &Service, caller: &Caller) -> kernel::Result<String> {
    caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    let list = words::Entity::find_by_id(caller.tenant.0).one(service.kernel.database.read()).await?;
    Ok(list.map(|list| list.words).unwrap_or_default())
}

pub(crate) async fn set(service: &Service, caller: &Caller, typed: &str) -> kernel::Result<Outcome<(), ModerationRefusal>> {
    caller.with_role(Role::Dj).ok_or(Failure::Forbidden)?;
    // What has nothing to compare would stand there and do nothing.
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !folded(line).is_empty()).collect();
    let list = lines.join("\n");
    if list.chars().count() > LONGEST_WORD_LIST {
        return Ok(Outcome::refused(ModerationRefusal::ListTooLong { most: LONGEST_WORD_LIST as u32 }));
    }
    let tx = service.kernel.database.write().await?;
    let row = words::ActiveModel { tenant_id: Set(caller.tenant.0), words: Set(list) };
    let again = OnConflict::column(words::Column::TenantId).update_column(words::Column::Words).to_owned();
    words::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(Outcome::Done(()))
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn whole_words_are_found_whatever_their_case_and_accents() {
        let list = "tonto\nput*\nvete a casa";
        for (said, line) in [
            ("Eres TONTO.", Some("tonto")),
            ("tóntó", Some("tonto")),
            ("tontos", None),
            ("atonto", None),
            ("Putas!", Some("put*")),
            ("computer", None),
            ("¡Vete, a... CASA!", Some("vete a casa")),
            ("vete de casa", None),
            ("", None),
        ] {
            assert_eq!(found(list, said), line, "{said}");
        }
        assert_eq!(found("", "anything"), None);
        assert_eq!(found("\n*\n!\n", "anything"), None);
    }
}
