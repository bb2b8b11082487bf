//! Words as they are compared: without case, accents, scripts and punctuation. Finds nothing itself.

use crate::entity::mix;
use contract::tracklists::Track;
use kernel::slug::slugify;

/// What fits `mixes.search_text` on every database.
const MAX_BYTES: usize = 8_000;

/// Folds what is stored and what is searched alike: "Été à Ibiza!" becomes `ete a ibiza`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Word by word: a slug has a largest length, a text doesn't.
    for word in text.split_whitespace().map(slugify).filter(|word| !word.is_empty()) {
        if folded.len() + word.len() >= MAX_BYTES {
            break;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(|character| if character == '-' { ' ' } else { character }));
    }
    folded
}

/// All that a mix is found by.
pub(crate) fn of_mix(row: &mix::Model, dj: &str, labels: &[String]) -> String {
    let place = row.location.as_deref().unwrap_or_default();
    fold(&format!("{} {dj} {} {place} {}", row.title, labels.join(" "), row.tag_words))
}

/// The names in a tracklist, which a mix is found by as well.
pub(crate) fn of_tracks(tracks: &[Track]) -> String {
    let names: Vec<&str> = tracks.iter().flat_map(|track| [&track.artist, &track.title, &track.label]).map(String::as_str).collect();
    fold(&names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn what_sounds_the_same_is_written_the_same() {
        assert_eq!(fold("  Été à IBIZA! "), "ete a ibiza");
        assert_eq!(fold("Drum'n'Bass / Jungle-Tekno"), "drumnbass jungle tekno");
        assert_eq!(fold("…"), "");
    }

    #[test]
    fn a_very_long_text_is_cut_between_words() {
        let folded = fold(&"word ".repeat(5_000));
        assert!(folded.len() <= 8_000 && folded.ends_with("word"));
    }
}
