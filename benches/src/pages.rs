//! Pages for visitors without a session, on one core: plain, and compressed as browsers ask for them.

use crate::{
    hectic::Seeded,
    http::Connection,
    load::{Done, Load},
    options::Options,
    report::{Report, Spread},
};
use anyhow::{Result, ensure};
use serde_json::json;
use std::rc::Rc;

/// Of the demo.
const PAGES: [(&str, &str); 2] = [("Home", "/"), ("Mix", "/mixes/warehouse-pressure-014")];
const ENCODINGS: [(&str, &str); 2] = [("as browsers ask", "Accept-Encoding: gzip, deflate, br, zstd\r\n"), ("uncompressed", "")];
const CONNECTIONS: usize = 32;
const TARGET: f64 = 1500.0;

pub async fn measure(seeded: &Seeded, options: &Options, report: &mut Report) -> Result<()> {
    let hectic = seeded.serve()?;
    for (page, path) in PAGES {
        for (encoding, header) in ENCODINGS {
            let request = hectic.get(path, header);
            let (head, length) = Connection::open(hectic.address).await?.ask(&request, None).await?;
            ensure!(head.status == 200, "{path} is answered with {}", head.status);
            let load = Load {
                address: hectic.address,
                requests: Rc::new(vec![request]),
                connections: CONNECTIONS,
                lasting: options.lasting,
                status: 200,
            };
            let mut rounds = Vec::new();
            for _ in 0..options.rounds {
                rounds.push(load.put_on(&hectic.server).await?);
            }
            let rates: Vec<f64> = rounds.iter().map(Done::answers_per_cpu_second).collect();
            let by_clock: Vec<f64> = rounds.iter().map(Done::answers_per_second).collect();
            let rate = Spread::of(&rates);
            let what = format!("{page}, {encoding} ({length} bytes)");
            report.goal(what, format!("{} pages per CPU second", rate.text(0)), format!("≥ {TARGET}"), rate.median >= TARGET);
            let kind = head.header("content-encoding").unwrap_or("identity").to_owned();
            report.detail(
                format!("pages_{}_{kind}", page.to_lowercase()),
                json!({ "bytes": length, "per_cpu_second": rates, "per_second_by_the_clock": by_clock }),
            );
        }
    }
    Ok(())
}
