//! What can be wrong with a picture somebody sent. Knows nothing about wording: each variant maps to one message.

/// Why a picture was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// The bytes are no picture of any kind.
    #[error("not an image")]
    NotAnImage,
    /// A picture, but not JPEG, PNG, WebP or GIF.
    #[error("unsupported image format")]
    UnsupportedFormat,
    /// More pixels, or a longer side, than is decoded here.
    #[error("image too large: {pixels} pixels")]
    TooLarge { pixels: u64 },
    /// The file is larger than is accepted.
    #[error("image file too large: {size_bytes} bytes")]
    TooManyBytes { size_bytes: u64 },
    /// The file begins as a picture and breaks off or contradicts itself.
    #[error("damaged image")]
    Damaged,
    /// The square that was chosen isn't inside the picture.
    #[error("the square leaves the picture")]
    SquareOutside,
    /// The square that was chosen has too few pixels.
    #[error("the square is smaller than 96 pixels")]
    SquareTooSmall,
    /// Our own encoder failed. Not the sender's fault.
    #[error("cover not encoded: {0}")]
    NotEncoded(String),
}
