//! The recordings of a folder, one by one. Never writes to the folder, never moves and never deletes in it.

use super::{course::Course, reason};
use anyhow::Context;
use contract::{
    imports::ImportRefusal,
    outcome::{Message, Refusal},
};
use library::{Recording, Scan};
use mixes::imports::{Arrival, Origin};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, Read},
    path::Path,
};
use tokio::task::spawn_blocking;

const PIECE_BYTES: usize = 1 << 20;

/// Brings a scanned folder in.
pub(super) async fn bring(course: &mut Course<'_>, root: &Path, scan: Scan) -> anyhow::Result<()> {
    let shown = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
    course.begin(shown.display().to_string(), scan.recordings.len() + scan.left.len()).await?;
    let below = |path: &Path| match path.strip_prefix(root) {
        Ok(rest) if !rest.as_os_str().is_empty() => rest.to_string_lossy().into_owned(),
        _ => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let mut doubles = Doubles::of(&scan.recordings);
    for left in &scan.left {
        course.fail(&below(&left.path), &reason::of(&left.why)).await?;
    }
    for recording in scan.recordings {
        let name = below(&recording.path);
        match consider(course, &mut doubles, recording).await? {
            Verdict::Skip(refusal) => course.skip(&name, &refusal.message()).await?,
            Verdict::Fail(message) => course.fail(&name, &message).await?,
            Verdict::Would { title, size_bytes } => course.would_come_in(&name, title.as_deref(), size_bytes),
            Verdict::Bring(arrival) => course.bring_in(&name, *arrival).await?,
        }
    }
    Ok(())
}

enum Verdict {
    Skip(ImportRefusal),
    Fail(Message),
    Would { title: Option<String>, size_bytes: u64 },
    Bring(Box<Arrival>),
}

async fn consider(course: &Course<'_>, doubles: &mut Doubles, recording: Recording) -> anyhow::Result<Verdict> {
    let (mixes, tenant) = (&course.install.mixes, course.who.tenant);
    let (size_bytes, modified_ms) = (recording.size_bytes, recording.modified_ms);
    let key = Origin::key_of_path(&recording.real);
    if let Some(known) = mixes.knows_place(tenant, &key, size_bytes, modified_ms).await? {
        return Ok(Verdict::Skip(known));
    }
    if let Err(refusal) = course.check_size(size_bytes) {
        return Ok(Verdict::Fail(refusal));
    }
    let (recording, found) = spawn_blocking(move || {
        let found = library::look(&recording);
        (recording, found)
    })
    .await
    .context("looking at a recording")?;
    let find = match found {
        Ok(find) => find,
        Err(why) => return Ok(Verdict::Fail(reason::of(&why))),
    };
    // A rehearsal reads a recording whole only where it may be the double of another.
    if course.is_rehearsal && !doubles.may_have(size_bytes) && !mixes.knows_size(tenant, size_bytes).await? {
        return Ok(Verdict::Would { title: find.title, size_bytes });
    }
    let path = recording.path.clone();
    let content = match spawn_blocking(move || content(&path)).await.context("reading a recording")? {
        Ok(content) => content,
        Err(error) => return Ok(Verdict::Fail(ImportRefusal::Unreadable { cause: error.to_string() }.message())),
    };
    let origin = Origin { key, content, size_bytes, modified_ms };
    if course.is_rehearsal {
        let is_double = doubles.is_second(&origin.content) || mixes.knows_content(tenant, &origin.content).await?;
        return Ok(if is_double { Verdict::Skip(ImportRefusal::SameRecording) } else { Verdict::Would { title: find.title, size_bytes } });
    }
    if mixes.note_place(tenant, &origin).await? {
        return Ok(Verdict::Skip(ImportRefusal::SameRecording));
    }
    let file_name = recording.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let cover = match &find.cover {
        Some(path) => tokio::fs::read(path).await.inspect_err(|error| tracing::info!("cover {} left aside: {error}", path.display())).ok(),
        None => None,
    };
    Ok(Verdict::Bring(Box::new(Arrival {
        origin,
        file: recording.path,
        is_ours: false,
        file_name,
        title: find.title,
        description: String::new(),
        dated_ms: find.dated_ms,
        tracks: find.tracks,
        cover,
    })))
}

/// SHA-256, in flat memory.
fn content(path: &Path) -> io::Result<String> {
    let (mut file, mut piece, mut hasher) = (File::open(path)?, vec![0; PIECE_BYTES], Sha256::new());
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hexadecimal(&hasher.finalize())),
            read => hasher.update(&piece[..read]),
        }
    }
}

pub(super) fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Recordings of one folder that may be the same.
struct Doubles {
    sizes: HashMap<u64, usize>,
    contents: HashSet<String>,
}

impl Doubles {
    fn of(recordings: &[Recording]) -> Self {
        let mut sizes = HashMap::new();
        for recording in recordings {
            *sizes.entry(recording.size_bytes).or_default() += 1;
        }
        Self { sizes, contents: HashSet::new() }
    }

    fn may_have(&self, size_bytes: u64) -> bool {
        self.sizes.get(&size_bytes).is_some_and(|count| *count > 1)
    }

    fn is_second(&mut self, content: &str) -> bool {
        !self.contents.insert(content.to_owned())
    }
}
