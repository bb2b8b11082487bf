//! `hectic doctor`: looks at everything a start depends on, and says what to do about each finding.

use crate::{config::Config, statics, wiring};
use anyhow::bail;
use std::{fs, path::Path};

/// Prints a line a check.
///
/// # Errors
/// When at least one check failed.
pub async fn examine(config: &Config) -> anyhow::Result<()> {
    let mut failed = 0_u32;
    let mut report = |what: &str, found: anyhow::Result<String>| match found {
        Ok(detail) => println!("ok    {what}: {detail}"),
        Err(error) => {
            failed += 1;
            println!("FAIL  {what}: {error:#}");
        }
    };
    report("configuration", Ok(format!("listens on {}", config.http.listen)));
    report("data folder", writable(&config.data));
    report("site", site(config));
    match wiring::Install::open(config.clone()).await {
        Ok(install) => {
            let languages: Vec<String> = install.kernel.languages.available().into_iter().map(|language| language.locale.0).collect();
            report("translations", Ok(languages.join(", ")));
            let answers = install.kernel.database.answers().await;
            let found = if answers {
                Ok(format!("{:?} answers", install.kernel.database.backend()))
            } else {
                Err(anyhow::anyhow!("does not answer"))
            };
            report("database", found);
            report("schema", schema(&install).await);
            if let Some(nodes) = &install.nodes {
                report("Redis", nodes.answers().await.map(|()| "answers".to_owned()));
            }
            report(
                "mail",
                Ok(if config.mail.uses_smtp() { format!("by {}", config.mail.smtp_host) } else { "into the data folder".to_owned() }),
            );
        }
        Err(error) => report("install", Err(error)),
    }
    if failed > 0 {
        bail!("{failed} checks failed");
    }
    Ok(())
}

fn writable(folder: &Path) -> anyhow::Result<String> {
    fs::create_dir_all(folder)?;
    let probe = folder.join(".doctor");
    fs::write(&probe, b"probe")?;
    fs::remove_file(&probe)?;
    Ok(format!("{} is writable", folder.display()))
}

fn site(config: &Config) -> anyhow::Result<String> {
    let assets = statics::assets(config)?;
    let script = config.site.join(assets.script.trim_start_matches('/'));
    if script.is_file() {
        Ok(script.display().to_string())
    } else {
        bail!("{} is missing: build the site with `cargo xtask run`, or set `site`", script.display())
    }
}

async fn schema(install: &wiring::Install) -> anyhow::Result<String> {
    use sea_orm_migration::MigratorTrait;
    let pending = migrations::Migrator::get_pending_migrations(install.kernel.database.for_migrations()).await?;
    if pending.is_empty() { Ok("up to date".to_owned()) } else { bail!("{} steps are missing: run `hectic migrate`", pending.len()) }
}
