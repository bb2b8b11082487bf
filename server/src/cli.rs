//! The command line. Every command reads the same configuration.

use crate::{config::Config, doctor, library, seed, serve, telemetry, wiring};
use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use contract::caller::Role;
use std::{path::PathBuf, process::ExitCode, time::Duration};

/// How long what still computes may take once the command has ended.
const LEFT_BEHIND: Duration = Duration::from_secs(1);

/// Hectic: the self-hosted home of a DJ, a radio show or a small station.
#[derive(Debug, Parser)]
#[command(name = "hectic", version, about, long_about = None)]
pub struct Command {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub action: Action,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The configuration file. Without it, `hectic.toml` in the current folder, if there is one.
    #[arg(long, global = true, env = "HECTIC_CONFIG")]
    pub config: Option<PathBuf>,
    /// The folder that holds database, files and keys.
    #[arg(long, global = true)]
    pub data: Option<PathBuf>,
    /// Logs one JSON object a line instead of text.
    #[arg(long, global = true)]
    pub log_json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Action {
    /// Serves the site until it is told to stop.
    Serve(ServeOptions),
    /// Brings the database to this version's schema.
    Migrate,
    /// Fills an empty install.
    Seed {
        /// The demo brand with a dozen mixes and two accounts.
        #[arg(long, required = true)]
        demo: bool,
    },
    /// Brings in a folder of recordings, or a podcast's feed. Nothing comes in twice.
    Import(library::Options),
    /// Checks configuration, data folder, database and built files, and says what to do about each.
    Doctor,
    /// Manages people from the command line.
    Admin {
        #[command(subcommand)]
        action: AdminAction,
    },
}

#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Address and port to listen on, such as 127.0.0.1:3000. Port 0 takes a free one.
    #[arg(long)]
    pub listen: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum AdminAction {
    /// Creates an account with a confirmed address.
    Create {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// fan, moderator, dj, admin or operator.
        #[arg(long, default_value = "admin", value_parser = parse_role)]
        role: Role,
        /// Read from standard input when left out, so that it stays out of the shell's history.
        #[arg(long, env = "HECTIC_ADMIN_PASSWORD", hide_env_values = true)]
        password: Option<String>,
        /// Host name of the tenant; the first tenant when left out.
        #[arg(long, default_value = "localhost")]
        host: String,
    },
}

fn parse_role(name: &str) -> Result<Role, String> {
    Role::parse(name).ok_or_else(|| "one of fan, moderator, dj, admin, operator".to_owned())
}

/// Runs a command to its end. The code is [`library::SOME_FAILED`] where an import left something out, else success.
///
/// # Errors
/// A sentence for the operator.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    let mut config = Config::load(command.global.config.as_deref())?;
    if let Some(data) = command.global.data {
        config.data = data;
    }
    if let Action::Serve(ServeOptions { listen: Some(listen) }) = &command.action {
        config.http.listen.clone_from(listen);
    }
    config.check()?;
    telemetry::init(command.global.log_json);
    wiring::install_crypto();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting the runtime")?;
    let ended = runtime.block_on(act(config, command.action));
    // A computation that nobody waits for any more holds nobody up: what was cut is begun anew.
    runtime.shutdown_timeout(LEFT_BEHIND);
    ended
}

async fn act(config: Config, action: Action) -> anyhow::Result<ExitCode> {
    match action {
        Action::Import(options) => {
            let install = wiring::Install::open(config).await?;
            return library::import(&install, options).await;
        }
        Action::Serve(_) => serve::serve(config).await?,
        Action::Migrate => {
            let install = wiring::Install::open(config).await?;
            install.migrate().await?;
            println!("The database is up to date.");
        }
        Action::Seed { .. } => {
            let install = wiring::Install::open(config).await?;
            install.migrate().await?;
            seed::demo(&install).await?;
        }
        Action::Doctor => doctor::examine(&config).await?,
        Action::Admin { action: AdminAction::Create { email, name, role, password, host } } => {
            let password = match password {
                Some(password) => password,
                None => read_password()?,
            };
            let install = wiring::Install::open(config).await?;
            install.migrate().await?;
            install.create_person(&host, &email, &name, &password, role).await?;
            println!("{name} <{email}> can sign in as {}.", role.name());
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read_password() -> anyhow::Result<String> {
    eprintln!("Password, then Enter:");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("reading the password from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    anyhow::ensure!(!password.is_empty(), "no password was given");
    Ok(password)
}
