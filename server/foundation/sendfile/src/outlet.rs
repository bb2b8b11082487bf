//! What a connection is going to send from files, in order; and the memory that stands for it meanwhile.

use bytes::Bytes;
use std::{
    collections::VecDeque,
    fs::File,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

/// The longest piece that is sent without looking whether the rest of the file is in memory.
pub(crate) const PIECE_BYTES: u64 = 1024 * 1024;

/// Asked of the system, never written to: it takes addresses, but no memory.
static REGION: LazyLock<Bytes> = LazyLock::new(|| Bytes::from(vec![0; PIECE_BYTES as usize]));

/// A part of a file.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) file: Arc<File>,
    pub(crate) offset: u64,
    pub(crate) remaining: usize,
}

/// Where the bodies of a connection leave their files. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Outlet {
    pieces: Arc<Mutex<VecDeque<Piece>>>,
}

impl Outlet {
    /// Adds a piece of at most [`PIECE_BYTES`] and returns what stands for it.
    pub(crate) fn push(&self, piece: Piece) -> Bytes {
        let stand_in = REGION.slice(..piece.remaining);
        self.with(|pieces| pieces.push_back(piece));
        stand_in
    }

    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut VecDeque<Piece>) -> T) -> T {
        // No code of ours panics while it holds the lock; were it otherwise, the lengths wouldn't match and the connection ended.
        act(&mut self.pieces.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// True for memory that stands for a file.
pub(crate) fn is_stand_in(bytes: &[u8]) -> bool {
    REGION.as_ptr_range().contains(&bytes.as_ptr())
}
