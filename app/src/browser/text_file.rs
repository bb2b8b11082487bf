//! Text files from the reader's disk, in the encodings that DJ programs write.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Larger files are no tracklists.
const MAX_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

/// The file can't be read, or is far too large to be text for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// UTF-16 by its mark, else UTF-8, else Windows-1252, as `tracklists::read_file` does on the server.
pub async fn read(file: &web_sys::File) -> Result<String, Unreadable> {
    if file.size() > MAX_BYTES {
        return Err(Unreadable);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable)?;
    let bytes = js_sys::Uint8Array::new(buffer.unchecked_ref());
    let mark = [bytes.get_index(0), bytes.get_index(1)];
    let labels: &[&str] = match (bytes.length() >= 2, mark) {
        (true, [0xFF, 0xFE]) => &["utf-16le"],
        (true, [0xFE, 0xFF]) => &["utf-16be"],
        _ => &["utf-8", "windows-1252"],
    };
    labels.iter().find_map(|label| decode(label, &bytes)).ok_or(Unreadable)
}

fn decode(label: &str, bytes: &js_sys::Uint8Array) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_buffer_source(bytes).ok()
}
