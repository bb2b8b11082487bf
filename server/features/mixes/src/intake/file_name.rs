//! Names of uploaded files: what is kept of them and what they tell.

use audio::{PLAYED_ENDINGS, UNPLAYED_ENDINGS};
use base64::{Engine, engine::general_purpose::STANDARD};
use contract::studio::UploadRefusal;

/// What an indexed column holds.
const MAX_CHARS: usize = 191;
pub(crate) const MAX_TITLE_CHARS: usize = 120;

/// Finds the file's name in `Upload-Metadata`: comma-separated pairs of a key and a base64 value.
pub(crate) fn from_metadata(header: &str) -> String {
    let value = |wanted: &str| {
        header.split(',').find_map(|pair| {
            let (key, value) = pair.trim().split_once(' ')?;
            (key == wanted).then(|| STANDARD.decode(value.trim()).ok()).flatten()
        })
    };
    let bytes = value("filename").or_else(|| value("name")).unwrap_or_default();
    sanitised(&String::from_utf8_lossy(&bytes))
}

/// Without folders and without characters that hide or reorder text; its end, where the extension is, survives cutting.
pub(crate) fn sanitised(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|character| !is_hidden(*character)).collect();
    let visible = visible.trim().trim_start_matches('.');
    let surplus = visible.chars().count().saturating_sub(MAX_CHARS);
    let kept = match visible.rsplit_once('.').filter(|(stem, _)| stem.chars().count() > surplus) {
        Some((stem, extension)) if surplus > 0 => {
            format!("{}.{extension}", stem.chars().take(stem.chars().count() - surplus).collect::<String>())
        }
        _ => visible.chars().take(MAX_CHARS).collect(),
    };
    if kept.is_empty() { "mix".to_owned() } else { kept }
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// The extension in lower case, if there is one.
pub(crate) fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let plausible = !stem.is_empty() && (1..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plausible.then(|| extension.to_ascii_lowercase())
}

/// Refuses by name before a byte has travelled. A name without an extension says nothing; the first bytes will.
pub(crate) fn check(name: &str) -> Result<(), UploadRefusal> {
    match extension(name).as_deref() {
        None => Ok(()),
        Some(extension) if PLAYED_ENDINGS.contains(&extension) => Ok(()),
        Some(extension) if UNPLAYED_ENDINGS.contains(&extension) => Err(UploadRefusal::UnsupportedFormat),
        Some(_) => Err(UploadRefusal::NotAudio),
    }
}

/// A first title: the name without extension and underscores.
pub(crate) fn title(name: &str) -> String {
    let stem = match extension(name) {
        Some(extension) => &name[..name.len() - extension.len() - 1],
        None => name,
    };
    let spaced = stem.replace('_', " ");
    let title: String = spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_TITLE_CHARS).collect();
    if title.is_empty() { "mix".to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_the_metadata_and_cleaned() {
        // `C:\fakepath\Été_01.MP3`
        assert_eq!(from_metadata("filetype YXVkaW8vbXBlZw==,filename QzpcZmFrZXBhdGhcw4l0w6lfMDEuTVAz"), "Été_01.MP3");
        assert_eq!(from_metadata("name bWl4Lm1wMw=="), "mix.mp3");
        assert_eq!(from_metadata("filename ???,empty"), "mix");
        assert_eq!(sanitised("../../etc/passwd\0\u{202e}3pm.exe"), "passwd3pm.exe");
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let name = sanitised(&format!("{}.flac", "ö".repeat(400)));
        assert_eq!(name.chars().count(), 191);
        assert!(name.ends_with("ö.flac"));
        assert_eq!(sanitised(&"x".repeat(400)).len(), 191);
    }

    #[test]
    fn a_name_tells_the_title_and_what_cannot_be() {
        assert_eq!(title("Late_Night  Set_2026.mp3"), "Late Night Set 2026");
        assert_eq!(title("no. 5"), "no. 5");
        assert_eq!(check("a.MP3"), Ok(()));
        assert_eq!(check("recording"), Ok(()));
        assert_eq!(check("a.exe"), Err(UploadRefusal::NotAudio));
        assert_eq!(check("a.wma"), Err(UploadRefusal::UnsupportedFormat));
    }
}
