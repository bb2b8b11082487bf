//! The name under which a mix is saved (RFC 6266): plain ASCII for old clients, the title as it is (RFC 8187) for the others.

use axum::http::HeaderValue;
use kernel::slug::slugify;
use std::fmt::Write;

pub(crate) fn inline(title: &str, mime: &str) -> HeaderValue {
    named("inline", title, mime)
}

/// For a file to be kept: who played stands before the title.
pub(crate) fn attachment(dj: &str, title: &str, mime: &str) -> HeaderValue {
    let dj = dj.trim();
    if dj.is_empty() { named("attachment", title, mime) } else { named("attachment", &format!("{dj} - {title}"), mime) }
}

fn named(how: &'static str, title: &str, mime: &str) -> HeaderValue {
    let extension = extension(mime);
    let plain = Some(slugify(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "mix".to_owned());
    let name: String = title.chars().map(|character| if is_unfit(character) { '-' } else { character }).collect();
    let text = format!("{how}; filename=\"{plain}.{extension}\"; filename*=UTF-8''{}.{extension}", encode(name.trim()));
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(how))
}

fn extension(mime: &str) -> &'static str {
    match mime {
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/aac" => "aac",
        "audio/flac" => "flac",
        "audio/wav" => "wav",
        "audio/aiff" => "aiff",
        mime if mime.starts_with("audio/ogg") => "ogg",
        _ => "bin",
    }
}

/// What some file system has no place for in a name.
fn is_unfit(character: char) -> bool {
    character.is_control() || matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        // RFC 8187's attr-char.
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{attachment, inline};

    #[test]
    fn a_title_is_a_file_name_in_every_client() {
        assert_eq!(
            inline("Été à Ibiza (100%)", "audio/mpeg"),
            "inline; filename=\"ete-a-ibiza-100.mp3\"; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20Ibiza%20%28100%25%29.mp3"
        );
    }

    #[test]
    fn a_file_to_keep_says_who_played() {
        let kept = "attachment; filename=\"danny-b-ete.flac\"; filename*=UTF-8''Danny%20B%20-%20%C3%89t%C3%A9.flac";
        assert_eq!(attachment("Danny B ", "Été", "audio/flac"), kept);
        assert_eq!(attachment("", "Dub", "audio/mpeg"), "attachment; filename=\"dub.mp3\"; filename*=UTF-8''Dub.mp3");
    }

    #[test]
    fn a_title_cannot_break_out_of_its_header_or_folder() {
        assert_eq!(
            inline("../a\"; b\r\nX: y", "audio/flac"),
            "inline; filename=\"a-b-x-y.flac\"; filename*=UTF-8''..-a-%3B%20b--X-%20y.flac"
        );
        assert_eq!(inline("…", "audio/ogg; codecs=opus"), "inline; filename=\"mix.ogg\"; filename*=UTF-8''%E2%80%A6.ogg");
    }
}
