//! What is said while something is brought in: lines for people, objects for programs, or the log.

use contract::ids::MixId;
use serde_json::json;

/// What became of one file or item.
pub(super) enum Fate {
    BroughtIn(MixId),
    /// In a rehearsal.
    WouldComeIn,
    Skipped(String),
    Failed(String),
}

/// The counts at the end.
pub(super) struct Sum {
    pub(super) total: u64,
    pub(super) brought_in: u64,
    pub(super) skipped: u64,
    pub(super) failed: u64,
    pub(super) is_rehearsal: bool,
}

/// To whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Plain,
    Json,
    /// A server has no terminal.
    Log,
}

impl Said {
    pub(super) fn item(self, seen: u64, total: u64, name: &str, title: Option<&str>, fate: &Fate) {
        let (what, reason, mix) = match fate {
            Fate::BroughtIn(mix) => ("brought in", None, Some(mix.to_string())),
            Fate::WouldComeIn => ("would come in", None, None),
            Fate::Skipped(reason) => ("skipped", Some(reason.as_str()), None),
            Fate::Failed(reason) => ("failed", Some(reason.as_str()), None),
        };
        match self {
            Self::Json => {
                let object = json!({ "seen": seen, "total": total, "name": name, "title": title, "result": what.replace(' ', "-"), "reason": reason, "mix": mix });
                println!("{object}");
            }
            Self::Plain => {
                let width = total.to_string().len();
                let more = reason.or(title).map(|more| format!(" ({more})")).unwrap_or_default();
                println!("{seen:>width$} of {total}  {what:<13}  {}{more}", printable(name));
            }
            Self::Log => match fate {
                Fate::Failed(reason) => tracing::warn!("could not bring in {}: {reason}", printable(name)),
                Fate::BroughtIn(_) => tracing::info!("brought in {}", printable(name)),
                Fate::WouldComeIn | Fate::Skipped(_) => {}
            },
        }
    }

    pub(super) fn end(self, sum: &Sum) {
        let Sum { total, brought_in, skipped, failed, is_rehearsal } = sum;
        match self {
            Self::Json => {
                println!(
                    "{}",
                    json!({ "end": true, "total": total, "brought_in": brought_in, "skipped": skipped, "failed": failed, "dry_run": is_rehearsal })
                );
            }
            Self::Plain if *is_rehearsal => {
                println!("{total} found: {brought_in} would come in, {skipped} skipped, {failed} can't. Nothing was changed.");
            }
            Self::Plain => {
                println!("{total} found: {brought_in} brought in, {skipped} skipped, {failed} failed.");
                if *brought_in > 0 {
                    println!(
                        "The server analyses them now; /studio/imports shows how far it is. If none runs, they wait for its next start."
                    );
                }
            }
            Self::Log => tracing::info!("{total} found: {brought_in} brought in, {skipped} skipped, {failed} failed"),
        }
    }
}

/// A name can hold what moves a terminal's cursor.
fn printable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
