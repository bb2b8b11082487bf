//! Serves until told to stop, then drains: no new connections, running requests finish, leases end by themselves.

use crate::{config::Config, listening, router, wiring::Install};
use anyhow::Context;
use contract::realtime::ToTab;
use std::{sync::Arc, time::Duration};
use tokio::{net::TcpListener, task::JoinSet};

/// How long the last transactions have once all requests are answered.
const LAST_STEPS: Duration = Duration::from_secs(3);
/// How often what is past its time is looked for: uploads, mixes, listeners, sessions, events.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Runs the site.
///
/// # Errors
/// What can't be opened or bound.
pub async fn serve(config: Config) -> anyhow::Result<()> {
    crate::telemetry::metrics()?;
    let listen = config.http.listen.clone();
    let drain = Duration::from_secs(config.http.drain_seconds);
    let embedded = config.database.url.is_empty() || config.database.url.starts_with("sqlite:");
    let install = Arc::new(Install::open(config).await?);
    if embedded {
        install.migrate().await?;
    }
    let listener = TcpListener::bind(&listen).await.with_context(|| format!("listening on {listen}"))?;
    let address = listener.local_addr().context("the listener's address")?;
    raise_file_limit();
    let mut tasks = background(&install);
    // The line that scripts and tests wait for.
    println!("Hectic serves at http://{address}");
    let (listener, app) = listening::on(listener, router::router(&install));
    let stopping = install.stopping.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown({
        let stopping = stopping.clone();
        async move { stopping.cancelled().await }
    });
    let mut server = tokio::spawn(async move { server.await });
    tokio::select! {
        ended = &mut server => ended.context("the server's task")?.context("serving")?,
        () = told_to_stop() => {
            tracing::info!("stopping: running requests have {} s", drain.as_secs());
            stopping.cancel();
            install.hub.restart(&ToTab::Restarting).context("telling the sockets")?;
            match tokio::time::timeout(drain, &mut server).await {
                Ok(ended) => ended.context("the server's task")?.context("serving")?,
                Err(_) => server.abort(),
            }
        }
    }
    let last_steps = async {
        tasks.shutdown().await;
        install.kernel.database.clone().close().await;
    };
    match tokio::time::timeout(LAST_STEPS, last_steps).await {
        Ok(()) => tracing::info!("stopped"),
        // What was begun is rolled back by the database, and jobs are begun anew.
        Err(_) => tracing::warn!("stopped, and the database's connections were left to it"),
    }
    Ok(())
}

/// Events, jobs and sweeping, until the set is dropped.
pub fn background(install: &Arc<Install>) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let kernel = install.kernel.clone();
    let subscribers = install.subscribers();
    tasks.spawn(async move { kernel.events.dispatch(kernel.database.clone(), kernel.clock.clone(), subscribers).await });
    for _ in 0..install.config.jobs.workers {
        tasks.spawn(install.worker.clone().run());
    }
    for _ in 0..install.config.jobs.renderers {
        tasks.spawn(install.renderer.clone().run());
    }
    let hub = install.hub.clone();
    tasks.spawn(async move { hub.beat().await });
    crate::notes::heed(install);
    if let Some(nodes) = install.nodes.clone() {
        tasks.spawn(nodes.run(install.hub.clone()));
    }
    let present = install.clone();
    tasks.spawn(async move { present.presence.tell(&present.hub).await });
    let (mixes, accounts, kernel) = (install.mixes.clone(), install.accounts.clone(), install.kernel.clone());
    let (chat, requests, shout_outs) = (install.chat.clone(), install.requests.clone(), install.shout_outs.clone());
    let (radio, notifications, bots) = (install.radio.clone(), install.notifications.clone(), install.bots.clone());
    tasks.spawn(bots.clone().run());
    tasks.spawn(async move {
        let mut rounds = tokio::time::interval(SWEEP_EVERY);
        loop {
            rounds.tick().await;
            if let Err(error) = mixes.sweep(kernel.now()).await {
                tracing::error!("sweeping mixes: {error:#}");
            }
            if let Err(error) = accounts.prune().await {
                tracing::error!("pruning accounts: {error:#}");
            }
            if let Err(error) = chat.prune(kernel.now()).await {
                tracing::error!("pruning rooms: {error:#}");
            }
            if let Err(error) = requests.prune(kernel.now()).await {
                tracing::error!("pruning track requests: {error:#}");
            }
            if let Err(error) = shout_outs.prune(kernel.now()).await {
                tracing::error!("pruning shout-outs: {error:#}");
            }
            if let Err(error) = bots.prune(kernel.now()).await {
                tracing::error!("pruning bots: {error:#}");
            }
            if let Err(error) = radio.prune(kernel.now()).await {
                tracing::error!("pruning what was on: {error:#}");
            }
            if let Err(error) = notifications.prune(kernel.now()).await {
                tracing::error!("pruning notifications: {error:#}");
            }
            if let Err(error) = kernel.events.prune(&kernel.database, kernel.now()).await {
                tracing::error!("pruning events: {error:#}");
            }
        }
    });
    if !install.config.library.watch.as_os_str().is_empty() {
        tasks.spawn(crate::library::watch(install.clone()));
    }
    tasks
}

/// Every socket is a file, and the usual soft limit of 1,024 is a fraction of what the hard one allows.
#[cfg(unix)]
fn raise_file_limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current == maximum {
        return;
    }
    let shown = |limit: Option<u64>| limit.map_or("no limit".to_owned(), |limit| limit.to_string());
    match setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        Ok(()) => tracing::info!("open files: {} instead of {}", shown(maximum), shown(current)),
        Err(error) => tracing::warn!("open files stay at {}: {error}", shown(current)),
    }
}

#[cfg(not(unix))]
fn raise_file_limit() {}

async fn told_to_stop() {
    let interrupt = async {
        // Without a handler the process can still be killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
