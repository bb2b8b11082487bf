//! Which form of a mix's sound is played: what the listener chose, what the network bears, what the browser can play.

use contract::mixes::{AudioSource, PLAYER, Rendition};
use serde::{Deserialize, Serialize};

/// What a listener prefers, on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// Small on a small network, else as good as anybody hears.
    #[default]
    Automatic,
    /// The file itself wherever it can be played.
    Best,
    Small,
}

/// A form of the sound: `None` is the file as it was uploaded.
type Form = Option<Rendition>;

const FILE: Form = None;
const MP3: Form = Some(Rendition::Mp3);
const OPUS: Form = Some(Rendition::Opus);

impl Quality {
    /// The forms from the one to play down to the one to play if nothing else can be.
    pub fn order(self, slow: bool, heavy: bool) -> [Form; 3] {
        match self {
            Self::Small => [OPUS, MP3, FILE],
            Self::Automatic if slow => [OPUS, MP3, FILE],
            Self::Automatic if heavy => [MP3, FILE, OPUS],
            Self::Automatic | Self::Best => [FILE, MP3, OPUS],
        }
    }
}

/// Address and media type of what there is, in that order.
pub fn forms(source: &AudioSource, order: [Form; 3]) -> impl Iterator<Item = (String, &str)> {
    order.into_iter().filter_map(|form| match form {
        None => Some((source.url.clone(), source.mime.as_str())),
        Some(rendition) => source.renditions.contains(&rendition).then(|| (source.url_of(rendition), rendition.mime())),
    })
}

/// The address to play. Where the browser plays nothing of it, the file says so by failing.
pub(super) fn pick(source: &AudioSource, quality: Quality, slow: bool, plays: impl Fn(&str) -> bool) -> String {
    let first = forms(source, quality.order(slow, source.heavy)).find(|(_, mime)| plays(mime));
    first.map_or_else(|| source.url.clone(), |(url, _)| url)
}

/// The address under which the player asks, told apart from those who don't report what is heard.
pub(super) fn by_player(url: &str) -> String {
    format!("{url}{}by={PLAYER}", if url.contains('?') { '&' } else { '?' })
}

/// Whether the network is small, or the listener asked all sites to spare it. Not every browser tells.
#[cfg(not(feature = "ssr"))]
pub(super) fn network_is_slow() -> bool {
    use wasm_bindgen::JsValue;
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default();
    let Some(window) = web_sys::window() else { return false };
    let connection = get(&window.navigator(), "connection");
    if !connection.is_object() {
        return false;
    }
    let kind = get(&connection, "effectiveType").as_string();
    get(&connection, "saveData").is_truthy() || kind.is_some_and(|kind| matches!(kind.as_str(), "slow-2g" | "2g" | "3g"))
}

#[cfg(feature = "ssr")]
pub(super) fn network_is_slow() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: fn(&str) -> bool = |_| true;
    const NO_OPUS: fn(&str) -> bool = |mime| !mime.contains("opus");
    const NO_FLAC: fn(&str) -> bool = |mime| mime != "audio/flac";

    fn flac() -> AudioSource {
        AudioSource { url: "/a".into(), mime: "audio/flac".into(), renditions: vec![Rendition::Mp3, Rendition::Opus], heavy: true }
    }

    fn mp3() -> AudioSource {
        AudioSource { url: "/a".into(), mime: "audio/mpeg".into(), renditions: vec![Rendition::Opus], heavy: false }
    }

    #[test]
    fn a_good_network_plays_the_file_unless_it_is_heavy() {
        assert_eq!(pick(&mp3(), Quality::Automatic, false, EVERYTHING), "/a");
        assert_eq!(pick(&flac(), Quality::Automatic, false, EVERYTHING), "/a/mp3");
        assert_eq!(pick(&flac(), Quality::Best, false, EVERYTHING), "/a");
    }

    #[test]
    fn a_small_network_or_wish_plays_the_small_form() {
        for source in [flac(), mp3()] {
            assert_eq!(pick(&source, Quality::Automatic, true, EVERYTHING), "/a/opus");
            assert_eq!(pick(&source, Quality::Small, false, EVERYTHING), "/a/opus");
        }
        assert_eq!(pick(&mp3(), Quality::Best, true, EVERYTHING), "/a");
    }

    #[test]
    fn what_the_browser_cannot_play_is_passed_over() {
        assert_eq!(pick(&flac(), Quality::Small, false, NO_OPUS), "/a/mp3");
        assert_eq!(pick(&mp3(), Quality::Small, false, NO_OPUS), "/a");
        assert_eq!(pick(&flac(), Quality::Best, false, NO_FLAC), "/a/mp3");
        assert_eq!(pick(&flac(), Quality::Best, false, |_| false), "/a");
    }

    #[test]
    fn without_renditions_the_file_is_played_whatever_was_chosen() {
        for quality in [Quality::Automatic, Quality::Best, Quality::Small] {
            assert_eq!(pick(&AudioSource { renditions: vec![], ..flac() }, quality, true, EVERYTHING), "/a");
        }
    }

    #[test]
    fn the_player_says_that_it_asks_and_a_signed_address_stays_signed() {
        assert_eq!(by_player("/audio/1"), "/audio/1?by=player");
        assert_eq!(by_player("/audio/1/mp3?exp=2&sig=3"), "/audio/1/mp3?exp=2&sig=3&by=player");
    }
}
