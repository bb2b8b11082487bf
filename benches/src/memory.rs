//! The resident set of a server that has started and answered one request, the demo in its database.

use crate::{hectic::Seeded, http::Connection, report::Report};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;

const TARGET_MIB: f64 = 64.0;
/// What a request leaves to be done in the background is done by then.
const SETTLING: Duration = Duration::from_secs(2);

pub async fn measure(seeded: &Seeded, report: &mut Report) -> Result<()> {
    let hectic = seeded.serve()?;
    let (head, _) = Connection::open(hectic.address).await?.ask(&hectic.get("/", ""), None).await?;
    ensure!(head.status == 200, "Home is answered with {}", head.status);
    tokio::time::sleep(SETTLING).await;
    let of = |name| hectic.server.memory_kib(name);
    let resident_mib = of("VmRSS")? as f64 / 1024.0;
    report.goal(
        "memory after start and one request",
        format!("{resident_mib:.1} MiB"),
        format!("< {TARGET_MIB} MiB"),
        resident_mib < TARGET_MIB,
    );
    report.detail(
        "memory",
        json!({ "rss_kib": of("VmRSS")?, "private_kib": of("RssAnon")?, "files_kib": of("RssFile")?, "threads": of("Threads")? }),
    );
    Ok(())
}
