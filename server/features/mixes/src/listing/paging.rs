//! Lists cut into pages of 24.

use contract::page::Page;
use sea_orm::{QuerySelect, Select, entity::prelude::*};

pub(crate) const PER_PAGE: u64 = 24;

/// How many rows `query` finds.
pub(crate) async fn count<E: EntityTrait>(query: Select<E>, database: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let rows: Option<i64> = query.select_only().expr_as(Expr::cust("COUNT(*)"), "found").into_tuple().one(database).await?;
    Ok(rows.unwrap_or_default().unsigned_abs())
}

/// Which page of a list of `total` to show to someone who asked for `wanted`; the last one where there is no such page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    number: u32,
    pages: u32,
    total: u64,
}

impl Paging {
    pub(crate) fn new(wanted: u32, total: u64) -> Self {
        let pages = u32::try_from(total.div_ceil(PER_PAGE)).unwrap_or(u32::MAX).max(1);
        Self { number: wanted.clamp(1, pages), pages, total }
    }

    /// Rows before this page.
    pub(crate) fn offset(self) -> u64 {
        u64::from(self.number - 1) * PER_PAGE
    }

    pub(crate) fn page<T>(self, items: Vec<T>) -> Page<T> {
        Page { items, number: self.number, pages: self.pages, total: self.total }
    }
}

#[cfg(test)]
mod tests {
    use super::Paging;

    #[test]
    fn a_page_past_the_end_is_the_last_one() {
        assert_eq!(Paging::new(9, 49), Paging { number: 3, pages: 3, total: 49 });
        assert_eq!(Paging::new(9, 49).offset(), 48);
        assert_eq!(Paging::new(0, 48), Paging { number: 1, pages: 2, total: 48 });
    }

    #[test]
    fn an_empty_list_has_one_page() {
        assert_eq!(Paging::new(1, 0), Paging { number: 1, pages: 1, total: 0 });
    }
}
