//! A rendered page, cut where its nonce stood, so that every answer gets a nonce of its own; also compressed once for all of them.

use bytes::{Bytes, BytesMut};
use std::io::{self, Write};

/// Compressing happens once a minute and page; the levels above give little and know matches too short for [`stand_in`].
const BROTLI_QUALITY: u32 = 9;
const BROTLI_WINDOW_BITS: u32 = 20;
const BUFFER_BYTES: usize = 16 * 1024;

/// The page as text and, where that is possible, as brotli.
pub(super) struct Page {
    plain: Vec<Bytes>,
    brotli: Option<Vec<Bytes>>,
    nonce_length: usize,
    /// Of the page as text.
    pub(super) length: usize,
}

impl Page {
    /// Keeps `whole`, in which `nonce` stands.
    pub(super) fn new(whole: &Bytes, nonce: &str) -> Self {
        let plain = cut(whole, nonce.as_bytes());
        let brotli = match compress(&plain, nonce.len()) {
            // The format allows this, but no encoder was made for it: looked at once, it holds for every nonce.
            Ok(pieces) if holds(&pieces, nonce, whole) => Some(pieces),
            Ok(_) => {
                tracing::warn!("a page can't be kept compressed");
                None
            }
            Err(error) => {
                tracing::warn!("compressing a page: {error}");
                None
            }
        };
        Self { plain, brotli, nonce_length: nonce.len(), length: whole.len() }
    }

    /// What doesn't change from answer to answer.
    pub(super) fn pieces(&self) -> &[Bytes] {
        &self.plain
    }

    pub(super) fn text(&self, nonce: &str) -> Bytes {
        joined(&self.plain, nonce)
    }

    /// For readers who accept it.
    pub(super) fn brotli(&self, nonce: &str) -> Option<Bytes> {
        self.brotli.as_ref().filter(|_| nonce.len() == self.nonce_length).map(|pieces| joined(pieces, nonce))
    }

    /// One as long as the page was rendered with, which [`Self::brotli`] needs: no shorter than 128 bits.
    pub(super) fn nonce(&self) -> String {
        let mut nonce = kernel::Ids.secret();
        nonce.truncate(self.nonce_length.max(22));
        nonce
    }

    pub(super) fn bytes_kept(&self) -> usize {
        self.length + self.brotli.iter().flatten().map(Bytes::len).sum::<usize>()
    }
}

fn joined(pieces: &[Bytes], nonce: &str) -> Bytes {
    let length = pieces.iter().map(Bytes::len).sum::<usize>() + pieces.len() * nonce.len();
    let mut body = BytesMut::with_capacity(length);
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            body.extend_from_slice(nonce.as_bytes());
        }
        body.extend_from_slice(piece);
    }
    body.freeze()
}

/// The parts of `whole` around each `nonce`.
fn cut(whole: &Bytes, nonce: &[u8]) -> Vec<Bytes> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&whole[from..], nonce) {
        pieces.push(whole.slice(from..from + at));
        from += at + nonce.len();
    }
    pieces.push(whole.slice(from..));
    pieces
}

/// Brotli (RFC 7932) with holes for the nonce: each hole lies in an uncompressed meta-block (§9.2) together with the two bytes that follow
/// it, by which the next literal's tree is chosen (§7.1). Distances stay right because every nonce is as long as the stand-in that the
/// encoder saw; nothing is copied from a stand-in because no page holds its bytes.
fn compress(plain: &[Bytes], nonce_length: usize) -> io::Result<Vec<Bytes>> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW_BITS);
    let mut pieces = Vec::new();
    let mut piece = BytesMut::new();
    for (index, text) in plain.iter().enumerate() {
        let mut rest = &text[..];
        if index > 0 {
            let (following, after) = text.split_at_checked(2).ok_or_else(|| io::Error::other("two nonces in a row"))?;
            encoder.write_all(&stand_in(index, nonce_length))?;
            encoder.write_all(following)?;
            encoder.flush()?;
            // What the encoder made of the stand-in.
            encoder.get_mut().clear();
            piece.extend_from_slice(&uncompressed(nonce_length + following.len())?);
            pieces.push(piece.split().freeze());
            piece.extend_from_slice(following);
            rest = after;
        }
        encoder.write_all(rest)?;
        // To a whole byte.
        encoder.flush()?;
        piece.extend_from_slice(encoder.get_ref());
        encoder.get_mut().clear();
    }
    piece.extend_from_slice(&encoder.into_inner());
    pieces.push(piece.freeze());
    Ok(pieces)
}

/// Bytes that no UTF-8 text has in a row. Each hole has other neighbours, so that none is a copy of one before.
fn stand_in(index: usize, length: usize) -> Vec<u8> {
    (0..length).map(|at| 0x80 | (at * (2 * index + 1) % 64) as u8).collect()
}

/// The head of an uncompressed meta-block of up to 65,536 bytes: not the last, four nibbles of length, uncompressed, then to a whole byte.
fn uncompressed(length: usize) -> io::Result<[u8; 3]> {
    let less_one = u16::try_from(length - 1).map_err(io::Error::other)?;
    let [low, middle, high, _] = (u32::from(less_one) << 3 | 1 << 19).to_le_bytes();
    Ok([low, middle, high])
}

fn holds(pieces: &[Bytes], nonce: &str, whole: &Bytes) -> bool {
    // Unlike the one that stood there: what only fits that one is found out.
    let other: String = nonce.chars().rev().collect();
    let expected = joined(&cut(whole, nonce.as_bytes()), &other);
    let mut read = Vec::with_capacity(whole.len());
    let decoded = brotli::BrotliDecompress(&mut &joined(pieces, &other)[..], &mut read);
    decoded.is_ok() && read == expected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &bytes[..], &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    /// As a page is: repeated markup, text in several scripts, a few nonces.
    fn page(nonce: &str) -> String {
        let mixes: String =
            (0..200).map(|n| format!("<li class=\"row\"><a href=\"/mixes/{n}\">Été à Ibiza №{}</a></li>", n * 7_919)).collect();
        let head = format!("<style nonce=\"{nonce}\">:root{{--hue:1}}</style><script type=\"module\" nonce=\"{nonce}\">(a)=>b</script>");
        format!("<!DOCTYPE html><head>{head}</head><ul>{mixes}</ul><script nonce=\"{nonce}\">{mixes}</script>")
    }

    #[test]
    fn a_page_is_cut_where_its_nonce_stood() {
        let whole = Bytes::from_static(b"<script nonce=\"abc\">1</script><style nonce=\"abc\">");
        let pieces = cut(&whole, b"abc");
        assert_eq!(pieces.len(), 3);
        assert_eq!(&pieces[1][..], b"\">1</script><style nonce=\"");
    }

    #[test]
    fn every_answer_has_its_own_nonce_plain_and_compressed() {
        let first = "Zm9yIHRoZSByZW5kZXJlZCBwYWdlLCA0MyBjaGFycyE";
        let kept = Page::new(&Bytes::from(page(first)), first);
        for nonce in ["c2Vjb25kIG5vbmNlIG9mIHRoZSBzYW1lIGxlbmd0aCE", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", first] {
            assert_eq!(&kept.text(nonce)[..], page(nonce).as_bytes());
            let compressed = kept.brotli(nonce).expect("it can be compressed");
            assert_eq!(read(&compressed), page(nonce));
            assert!(compressed.len() * 5 < kept.length, "{} of {}", compressed.len(), kept.length);
        }
    }

    #[test]
    fn a_page_without_a_nonce_is_kept_too() {
        let kept = Page::new(&Bytes::from_static(b"<p>nothing</p>"), "abc");
        assert_eq!(read(&kept.brotli("xyz").expect("it can be compressed")), "<p>nothing</p>");
    }

    #[test]
    fn a_nonce_at_the_very_end_is_kept_as_text_only() {
        let kept = Page::new(&Bytes::from_static(b"<p>abc"), "abc");
        assert_eq!(&kept.text("xyz")[..], b"<p>xyz");
        assert!(kept.brotli("xyz").is_none());
    }
}
