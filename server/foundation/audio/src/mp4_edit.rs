//! Which part of an MP4's sound is played: its edit list, or iTunes' own note where there is one.
//!
//! Encoders put 1024 to 2112 samples of priming in front, which the demuxer hands over like any sound.
//! (ISO 14496-12 §8.6.6; Apple TN2258.) Anything unexpected means "all of it".

use std::io;

use crate::source::Measured;

/// Boxes looked at before a hostile file is given up on.
const MAX_BOXES: usize = 4096;
const MAX_FIELD_BYTES: u64 = 4096;

/// The part that is played, in units of the track's timescale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Played {
    timescale: u32,
    skip: u64,
    play: Option<u64>,
}

impl Played {
    /// Frames to drop at the start and frames to play after them.
    pub(crate) fn at_rate(self, sample_rate_hz: u32) -> (u64, u64) {
        if self.timescale == 0 {
            return (0, u64::MAX);
        }
        let frames = |units: u64| (u128::from(units) * u128::from(sample_rate_hz) / u128::from(self.timescale)) as u64;
        (frames(self.skip), self.play.map_or(u64::MAX, frames))
    }
}

#[derive(Clone, Copy)]
struct Span {
    kind: [u8; 4],
    start: u64,
    end: u64,
}

/// `None` where the file has no index or less sound than its box says: its upload broke off before the end.
pub(crate) fn read(source: &mut Measured) -> io::Result<Option<Played>> {
    let file = Span { kind: *b"file", start: 0, end: source.size_bytes() };
    let mut walk = Walk { source, left: MAX_BOXES };
    let boxes = walk.children(file)?;
    // The demuxer cannot step into a box that ends beyond the file, so an index in front does not help.
    let mut beyond = [0; 8];
    let filled = walk.source.read_at(boxes.last().map_or(0, |last| last.end), &mut beyond)?;
    let is_sound_cut = filled == 8 && &beyond[4..] == b"mdat";
    match boxes.into_iter().find(|span| span.kind == *b"moov") {
        Some(moov) if !is_sound_cut => walk.played(moov).map(|played| Some(played.unwrap_or_default())),
        _ => Ok(None),
    }
}

struct Walk<'a> {
    source: &'a mut Measured,
    left: usize,
}

impl Walk<'_> {
    fn played(&mut self, moov: Span) -> io::Result<Option<Played>> {
        let Some(track) = self.sound_track(moov)? else { return Ok(None) };
        let Some(timescale) = self.timescale(track, &[b"mdia", b"mdhd"])? else { return Ok(None) };
        if let Some(noted) = self.noted_by_itunes(moov)? {
            return Ok(Some(Played { timescale, ..noted }));
        }
        let Some(movie_timescale) = self.timescale(moov, &[b"mvhd"])? else { return Ok(None) };
        let Some(list) = self.descend(track, &[b"edts", b"elst"])? else { return Ok(None) };
        let list = self.bytes(list)?;
        Ok(edit(&list).map(|(duration, skip)| {
            let play = u128::from(duration) * u128::from(timescale) / u128::from(movie_timescale);
            // The movie's clock is often milliseconds, which cuts up to one off a track it covers to the end.
            let slack = u64::from(timescale.div_ceil(movie_timescale));
            Played { timescale, skip, play: (duration > 0).then_some((play as u64).saturating_add(slack)) }
        }))
    }

    fn sound_track(&mut self, moov: Span) -> io::Result<Option<Span>> {
        for track in self.children(moov)?.into_iter().filter(|span| span.kind == *b"trak") {
            if let Some(handler) = self.descend(track, &[b"mdia", b"hdlr"])?
                && self.bytes(handler)?.get(8..12) == Some(b"soun")
            {
                return Ok(Some(track));
            }
        }
        Ok(None)
    }

    fn timescale(&mut self, from: Span, path: &[&[u8; 4]]) -> io::Result<Option<u32>> {
        let Some(header) = self.descend(from, path)? else { return Ok(None) };
        let bytes = self.bytes(header)?;
        let offset = if bytes.first() == Some(&1) { 20 } else { 12 };
        Ok(bytes.get(offset..).and_then(be_u32).filter(|timescale| *timescale > 0))
    }

    /// `iTunSMPB`: hexadecimal words, of which the second is priming and the fourth the samples to play.
    fn noted_by_itunes(&mut self, moov: Span) -> io::Result<Option<Played>> {
        let Some(meta) = self.descend(moov, &[b"udta", b"meta"])? else { return Ok(None) };
        // A full box: four bytes of version and flags come before its children.
        let Some(list) = self.child(Span { start: meta.start + 4, ..meta }, b"ilst")? else { return Ok(None) };
        for item in self.children(list)?.into_iter().filter(|span| span.kind == *b"----") {
            let bytes = self.bytes(item)?;
            if bytes.windows(8).any(|window| window == b"iTunSMPB") {
                return Ok(itunes_note(&bytes));
            }
        }
        Ok(None)
    }

    fn descend(&mut self, from: Span, path: &[&[u8; 4]]) -> io::Result<Option<Span>> {
        let mut here = from;
        for kind in path {
            match self.child(here, kind)? {
                Some(next) => here = next,
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }

    fn child(&mut self, parent: Span, kind: &[u8; 4]) -> io::Result<Option<Span>> {
        Ok(self.children(parent)?.into_iter().find(|span| span.kind == *kind))
    }

    fn children(&mut self, parent: Span) -> io::Result<Vec<Span>> {
        let mut found = Vec::new();
        let mut offset = parent.start;
        while offset.saturating_add(8) <= parent.end && self.left > 0 {
            self.left -= 1;
            let mut header = [0; 16];
            let filled = self.source.read_at(offset, &mut header)?;
            let (Some(short), true) = (be_u32(&header), filled >= 8) else { break };
            let (head, size) = match short {
                0 => (8, parent.end - offset),
                1 => {
                    (16, u64::from_be_bytes([header[8], header[9], header[10], header[11], header[12], header[13], header[14], header[15]]))
                }
                size => (8, u64::from(size)),
            };
            let end = offset.saturating_add(size);
            if size < head || end > parent.end {
                break;
            }
            found.push(Span { kind: [header[4], header[5], header[6], header[7]], start: offset + head, end });
            offset = end;
        }
        Ok(found)
    }

    fn bytes(&mut self, span: Span) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; (span.end - span.start).min(MAX_FIELD_BYTES) as usize];
        let filled = self.source.read_at(span.start, &mut bytes)?;
        bytes.truncate(filled);
        Ok(bytes)
    }
}

/// Duration and media time of the one edit that plays; `None` where an editor made a list of several.
fn edit(list: &[u8]) -> Option<(u64, u64)> {
    let wide = *list.first()? == 1;
    let mut edits = Vec::new();
    let mut rest = list.get(8..)?;
    for _ in 0..be_u32(list.get(4..)?)?.min(8) {
        let (duration, media_time) = if wide {
            (be_u64(rest)?, be_u64(rest.get(8..)?)? as i64)
        } else {
            (u64::from(be_u32(rest)?), i64::from(be_u32(rest.get(4..)?)? as i32))
        };
        edits.push((duration, media_time));
        rest = rest.get(if wide { 20 } else { 12 }..)?;
    }
    // An empty edit (media time -1) only delays the start.
    edits.retain(|(_, media_time)| *media_time >= 0);
    match edits.as_slice() {
        [(duration, media_time)] => Some((*duration, u64::try_from(*media_time).ok()?)),
        _ => None,
    }
}

fn itunes_note(item: &[u8]) -> Option<Played> {
    let data = item.windows(4).position(|window| window == b"data")?;
    let text = std::str::from_utf8(item.get(data + 12..)?).ok()?;
    let mut words = text.split_ascii_whitespace().map(|word| u64::from_str_radix(word, 16).ok());
    let (_, skip, _, play) = (words.next()?, words.next()??, words.next()?, words.next()??);
    (play > 0).then_some(Played { timescale: 0, skip, play: Some(play) })
}

fn be_u32(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk().map(|word| u32::from_be_bytes(*word))
}

fn be_u64(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().map(|word| u64::from_be_bytes(*word))
}
