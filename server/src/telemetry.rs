//! Logs and metrics of the process.

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use tracing_subscriber::{EnvFilter, layer::SubscriberExt, util::SubscriberInitExt};

/// Text for people, or one JSON object a line. `RUST_LOG` decides how much.
pub fn init(json: bool) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn,symphonia_bundle_mp3=warn,symphonia_format_isomp4=warn"));
    let registry = tracing_subscriber::registry().with(filter);
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // A second call, as in tests, keeps the first subscriber.
    let _ =
        if json { registry.with(layer.json().flatten_event(true)).try_init() } else { registry.with(layer.with_target(false)).try_init() };
    std::panic::set_hook(Box::new(log_panic));
}

/// Panics in the form of every other line, with the request they happened in. `RUST_BACKTRACE=1` adds the way there.
fn log_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let backtrace = std::backtrace::Backtrace::capture();
    let backtrace = (backtrace.status() == std::backtrace::BacktraceStatus::Captured).then(|| tracing::field::display(backtrace));
    tracing::error!(place, backtrace, "panicked: {}", panic.payload_as_str().unwrap_or("without words"));
}

/// The metrics of this process, installed at the first call.
///
/// # Errors
/// When another recorder is installed.
pub fn metrics() -> anyhow::Result<&'static PrometheusHandle> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    if let Some(handle) = HANDLE.get() {
        return Ok(handle);
    }
    let handle = PrometheusBuilder::new().install_recorder()?;
    Ok(HANDLE.get_or_init(|| handle))
}
