//! Whom a text calls by name, for the rest of the house: `@Ama`, `@Ama Lovelace`.

use crate::{entity::person, events::Addressed};
use contract::ids::{AccountId, MessageId, TenantId};
use sea_orm::{QuerySelect, entity::prelude::*};
use std::collections::{BTreeSet, HashMap};

/// Calls of one message that are looked up: who calls more calls nobody.
const MOST_CALLS: usize = 5;
/// People of one name.
const MOST_NAMESAKES: usize = 3;
/// Longest name, in characters: that of an account.
const LONGEST_NAME: usize = 60;

/// What follows each `@`: every beginning of it that ends as a word does, the longest first.
fn calls(text: &str) -> Vec<Vec<&str>> {
    let mut calls = Vec::new();
    for (at, _) in text.match_indices('@') {
        if text[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[at + 1..];
        let mut names: Vec<&str> = Vec::new();
        let mut ends = rest.char_indices().take(LONGEST_NAME).peekable();
        while let Some((start, c)) = ends.next() {
            let end = start + c.len_utf8();
            let next = ends.peek().map(|(_, c)| *c).or_else(|| rest[end..].chars().next());
            let inside = c.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
            if !inside && !c.is_whitespace() {
                names.push(&rest[..end]);
            }
        }
        if !names.is_empty() {
            names.reverse();
            calls.push(names);
        }
    }
    if calls.len() > MOST_CALLS { Vec::new() } else { calls }
}

/// The people of these tenants whom texts may call.
#[derive(Debug, Default)]
pub(crate) struct Callable(HashMap<(Uuid, String), Vec<Uuid>>);

impl Callable {
    /// Asks nothing of the database if nobody calls anybody.
    pub async fn of(db: &impl ConnectionTrait, tenants: &[Uuid], texts: impl Iterator<Item = &str>) -> Result<Self, DbErr> {
        let names: BTreeSet<&str> = texts.flat_map(calls).flatten().collect();
        if names.is_empty() {
            return Ok(Self::default());
        }
        let rows: Vec<(Uuid, Uuid, String)> = person::Entity::find()
            .select_only()
            .columns([person::Column::TenantId, person::Column::AccountId, person::Column::Name])
            .filter(person::Column::TenantId.is_in(tenants.iter().copied()))
            .filter(person::Column::Name.is_in(names))
            .filter(person::Column::Bot.eq(false))
            .into_tuple()
            .all(db)
            .await?;
        let mut people: HashMap<_, Vec<Uuid>> = HashMap::new();
        for (tenant, account, name) in rows {
            people.entry((tenant, name)).or_default().push(account);
        }
        Ok(Self(people))
    }

    /// Those whom a message answers or calls and who hear its author, who is none of them; `None` if it is for everybody.
    pub fn addressed(
        &self,
        tenant: TenantId,
        message: Uuid,
        by: AccountId,
        answered: Option<AccountId>,
        text: &str,
        hears: impl Fn(AccountId) -> bool,
    ) -> Option<Addressed> {
        let answered = answered.filter(|account| *account != by && !account.0.is_nil() && hears(*account));
        let mut called = BTreeSet::new();
        for names in calls(text) {
            let longest = names.into_iter().find_map(|name| self.0.get(&(tenant.0, name.to_owned())));
            called.extend(longest.into_iter().flatten().take(MOST_NAMESAKES).copied());
        }
        called.retain(|account| *account != by.0 && Some(AccountId(*account)) != answered && hears(AccountId(*account)));
        if answered.is_none() && called.is_empty() {
            return None;
        }
        let mentioned = called.into_iter().map(AccountId).collect();
        Some(Addressed { message: MessageId(message), by, answered, mentioned })
    }
}

#[cfg(test)]
mod tests {
    use super::calls;

    #[test]
    fn names_may_hold_spaces_and_end_as_words_do() {
        assert_eq!(calls("hi @Ama Lovelace!"), [vec!["Ama Lovelace!", "Ama Lovelace", "Ama"]]);
        assert_eq!(calls("@DJ-7, go"), [vec!["DJ-7, go", "DJ-7,", "DJ-7", "DJ-", "DJ"]]);
        assert_eq!(calls("@Élan"), [vec!["Élan"]]);
        assert!(calls("ama@example.org @ nobody").iter().all(|names| names.iter().all(|name| !name.starts_with("example"))));
    }

    #[test]
    fn who_calls_everybody_calls_nobody() {
        assert!(calls("@a @b @c @d @e @f").is_empty());
        assert_eq!(calls("@a @b @c @d @e").len(), 5);
    }

    #[test]
    fn a_name_is_no_longer_than_an_account_has() {
        let long = format!("@{}", "x".repeat(200));
        assert!(calls(&long).iter().flatten().all(|name| name.chars().count() <= 60));
    }
}
