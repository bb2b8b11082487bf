//! People, their sessions, one-time links and the attempts that limits count.

use crate::columns::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut accounts = table(manager, "accounts");
        accounts
            .col(id())
            .col(uuid("tenant_id"))
            .col(short("email"))
            .col(maybe_short("pending_email"))
            .col(short("name"))
            .col(short("slug"))
            .col(text("bio"))
            .col(short("role"))
            .col(short("password_hash"))
            .col(maybe_number("confirmed_at"))
            .col(short("locale"))
            .col(number("created_at"));
        manager.create_table(accounts).await?;
        let mut sessions = table(manager, "sessions");
        sessions
            .col(id())
            .col(uuid("tenant_id"))
            .col(uuid("account_id"))
            .col(short("secret_hash"))
            .col(short("device"))
            .col(number("created_at"))
            .col(number("last_seen_at"))
            .col(number("expires_at"));
        manager.create_table(sessions).await?;
        let mut account_links = table(manager, "account_links");
        account_links
            .col({
                let mut hash = short("token_hash");
                hash.primary_key();
                hash
            })
            .col(uuid("tenant_id"))
            .col(uuid("account_id"))
            .col(short("purpose"))
            .col(short("email"))
            // What a sign-up asked for: it counts only once its own link was followed.
            .col(maybe_short("name"))
            .col(maybe_short("password_hash"))
            .col(number("expires_at"));
        manager.create_table(account_links).await?;
        let mut sign_in_attempts = table(manager, "sign_in_attempts");
        sign_in_attempts.col(id()).col(uuid("tenant_id")).col(short("subject")).col(number("at"));
        manager.create_table(sign_in_attempts).await?;
        manager.create_index(unique("accounts", &["tenant_id", "email"])).await?;
        manager.create_index(unique("accounts", &["tenant_id", "slug"])).await?;
        manager.create_index(unique("sessions", &["secret_hash"])).await?;
        manager.create_index(index("sessions", &["account_id"])).await?;
        manager.create_index(index("sessions", &["expires_at"])).await?;
        manager.create_index(index("account_links", &["account_id"])).await?;
        manager.create_index(index("account_links", &["expires_at"])).await?;
        manager.create_index(index("sign_in_attempts", &["tenant_id", "subject", "at"])).await?;
        manager.create_index(index("sign_in_attempts", &["at"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Alias::new("sign_in_attempts")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("account_links")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("sessions")).to_owned()).await?;
        manager.drop_table(Table::drop().table(Alias::new("accounts")).to_owned()).await?;
        Ok(())
    }
}
