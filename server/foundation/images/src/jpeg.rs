//! Looks through the markers of a JPEG: is it whole, and what will decoding it cost? Decodes nothing.
//!
//! The decoder paints a truncated file grey and calls it a success, and keeps no memory limit for
//! progressive files; both are decided here, from the bytes. Source: ITU-T T.81, annex B.

/// What the markers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Coefficients that a progressive file keeps in memory until its last scan; zero for others.
    pub coefficient_bytes: u64,
}

/// Walks from the first marker to the end of the image; `None` if the end is never reached.
pub(crate) fn scan(bytes: &[u8]) -> Option<Scan> {
    let mut at = 2;
    let mut coefficient_bytes = 0;
    let mut seen_scan = false;
    loop {
        // Any number of fill bytes may stand before a marker, and some writers leave junk between segments.
        while *bytes.get(at)? != 0xFF {
            at += 1;
        }
        while *bytes.get(at)? == 0xFF {
            at += 1;
        }
        let marker = *bytes.get(at)?;
        at += 1;
        match marker {
            // Stuffed data, restarts and TEM have no length.
            0x00 | 0x01 | 0xD0..=0xD8 => {}
            0xD9 if seen_scan => return Some(Scan { coefficient_bytes }),
            0xD9 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
                let segment = bytes.get(at..at.checked_add(length)?)?;
                if matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE) {
                    coefficient_bytes = frame_bytes(segment)?;
                }
                seen_scan |= marker == 0xDA;
                at += length.max(2);
            }
        }
    }
}

/// Two bytes a coefficient, every component at its own sampling.
fn frame_bytes(frame: &[u8]) -> Option<u64> {
    let side = |at: usize| Some(u64::from(u16::from_be_bytes([*frame.get(at)?, *frame.get(at + 1)?])));
    let pixels = side(3)? * side(5)?;
    let samplings: Vec<u64> = frame.get(8..)?.chunks_exact(3).map(|part| u64::from(part[1] >> 4) * u64::from(part[1] & 15)).collect();
    let most = samplings.iter().copied().max().filter(|most| *most > 0)?;
    Some(samplings.iter().map(|sampling| 2 * pixels * sampling / most).sum())
}
