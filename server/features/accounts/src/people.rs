//! What admins see and do: the tenant's people and their roles.

use crate::{
    Answer, Service, account, at_least,
    entity::account::{Column, Entity, Model},
    events, refused,
};
use contract::{
    accounts::{AccountRefusal, Person},
    caller::{Caller, Role},
    failure::Failure,
    ids::AccountId,
    outcome::Outcome,
    page::Page,
    shown::Timestamp,
};
use kernel::format;
use sea_orm::{
    Condition, QueryOrder,
    entity::prelude::*,
    sea_query::{self, Func, LikeExpr},
};

const A_PAGE: u64 = 50;
/// More words than anyone types; bounds the query.
const WORDS: usize = 6;

impl Service {
    pub(crate) async fn list_people(&self, caller: &Caller, words: &str, page: u32) -> kernel::Result<Page<Person>> {
        at_least(caller, Role::Admin)?;
        let mut query = Entity::find().filter(Column::TenantId.eq(caller.tenant.0));
        for word in words.split_whitespace().take(WORDS) {
            query = query.filter(mentions(word));
        }
        let found = query.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).paginate(self.kernel.database.read(), A_PAGE);
        let totals = found.num_items_and_pages().await?;
        let pages = Ord::max(u32::try_from(totals.number_of_pages).unwrap_or(u32::MAX), 1);
        let number = page.clamp(1, pages);
        let rows = found.fetch_page(u64::from(number - 1)).await?;
        let items = rows.into_iter().map(|row| person(caller, row)).collect::<kernel::Result<_>>()?;
        Ok(Page { items, number, pages, total: totals.number_of_items })
    }

    pub(crate) async fn change_role(&self, caller: &Caller, id: AccountId, role: Role) -> Answer<()> {
        let own = at_least(caller, Role::Admin)?.role;
        if role > own {
            return refused(AccountRefusal::RoleTooHigh);
        }
        let tx = self.kernel.database.write().await?;
        let mut row = account::hold(&tx, caller.tenant, id.0).await?.ok_or(Failure::NotFound)?;
        let previous = row.role()?;
        if previous > own {
            return refused(AccountRefusal::RoleTooHigh);
        }
        if previous == role {
            return Ok(Outcome::Done(()));
        }
        if role < Role::Admin && account::is_last_admin(&tx, &row).await? {
            return refused(AccountRefusal::LastAdmin);
        }
        account::change(&tx, &row, &[(Column::Role, role.name().into())]).await?;
        row.role = role.name().to_owned();
        events::announce(&self.kernel, &tx, &row, self.kernel.now()).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Outcome::Done(()))
    }
}

/// Rows whose name or address has `word` in it, whatever its case. `!` escapes: a backslash is written differently in each database.
fn mentions(word: &str) -> Condition {
    let escaped = word.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let pattern = format!("%{escaped}%");
    let like = |column: Column| {
        let lower: Expr = Func::lower(Expr::col(column)).into();
        sea_query::ExprTrait::like(lower, LikeExpr::new(pattern.clone()).escape('!'))
    };
    Condition::any().add(like(Column::Name)).add(like(Column::Email))
}

fn person(caller: &Caller, row: Model) -> kernel::Result<Person> {
    Ok(Person {
        account: AccountId(row.id),
        role: row.role()?,
        name: row.name,
        email: row.email,
        joined: format::date(caller, Timestamp(row.created_at)),
    })
}
