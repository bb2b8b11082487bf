//! What is typed becomes what is stored. Judges no contents.

use contract::chat::{ChatRefusal, LONGEST_MESSAGE};

/// Blank lines that stay of a longer run.
const MOST_BLANK_LINES: usize = 1;

/// The text as it is shown, or why it can't be.
pub(crate) fn clean(typed: &str) -> Result<String, ChatRefusal> {
    let mut text = String::with_capacity(typed.len());
    let mut blank = 0;
    let typed = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n").replace('\t', " ");
    for line in typed.split('\n') {
        let line: String = line.chars().filter(|c| !c.is_control() && !turns_text_around(*c)).collect();
        let line = line.trim_end();
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank <= MOST_BLANK_LINES {
            text.push_str(line);
            text.push('\n');
        }
    }
    let text = text.trim();
    if text.chars().all(is_invisible) {
        return Err(ChatRefusal::Empty);
    }
    if text.chars().count() > LONGEST_MESSAGE {
        return Err(ChatRefusal::TooLong { most: LONGEST_MESSAGE as u32 });
    }
    Ok(text.to_owned())
}

/// Embeddings, overrides and isolates: they would reach over what stands beside the message. The two marks of direction that
/// Arabic and Hebrew need between words don't.
fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Nothing to see when there is nothing else: spaces, joiners, selectors and fillers.
fn is_invisible(c: char) -> bool {
    let blank = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}');
    c.is_whitespace() || blank || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_trimmed_and_keeps_its_lines() {
        assert_eq!(clean("  that bassline \n\tagain  \n").unwrap(), "that bassline\n again");
        assert_eq!(clean("one\r\ntwo\rthree\u{2028}four").unwrap(), "one\ntwo\nthree\nfour");
    }

    #[test]
    fn runs_of_lines_are_squeezed_also_when_blanks_hide_in_them() {
        assert_eq!(clean("one\n\ntwo").unwrap(), "one\n\ntwo");
        assert_eq!(clean("one\n\n\n\n\ntwo\n \n\t\n \nthree").unwrap(), "one\n\ntwo\n\nthree");
    }

    #[test]
    fn control_and_override_characters_are_removed_and_what_languages_need_stays() {
        assert_eq!(clean("a\u{0}b\u{1b}[31mc\u{7f}\u{9b}").unwrap(), "ab[31mc");
        assert_eq!(clean("\u{202e}live\u{202c} \u{2066}now\u{2069}").unwrap(), "live now");
        for kept in ["👩\u{200d}🚀", "❤\u{fe0f}", "שלום\u{200f}!", "می\u{200c}خواهم"] {
            assert_eq!(clean(kept).unwrap(), kept);
        }
    }

    #[test]
    fn what_shows_nothing_is_empty() {
        for typed in ["", "  \n\t ", "\u{200b}\u{feff}", "\u{202e}", "\u{0}", "\u{3164}\u{2800}", "\u{200d}\u{fe0f}"] {
            assert_eq!(clean(typed), Err(ChatRefusal::Empty), "{typed:?}");
        }
    }

    #[test]
    fn the_length_counts_characters_of_what_is_left() {
        let longest = "é".repeat(LONGEST_MESSAGE);
        assert_eq!(clean(&format!("  {longest}\u{0}\n\n")).unwrap(), longest);
        assert_eq!(clean(&format!("{longest}!")), Err(ChatRefusal::TooLong { most: 500 }));
    }
}
