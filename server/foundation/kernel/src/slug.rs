//! Slugs: the part of an address that is made from a name or a title, transliterated to ASCII.
//! Knows nothing of uniqueness: the feature that owns the table appends `-2`, `-3`….

/// Longest slug, so that a suffix still fits an indexed column and an address stays readable.
pub const MAX_LENGTH: usize = 80;

/// Lowercase ASCII letters and digits with single hyphens between, at most [`MAX_LENGTH`] bytes; empty if `text` has nothing to offer.
pub fn slugify(text: &str) -> String {
    let ascii = deunicode::deunicode_with_tofu(text, "-");
    let mut slug = String::with_capacity(ascii.len().min(MAX_LENGTH));
    let mut gap = false;
    for character in ascii.chars() {
        // "Danny's" reads as one word: dannys.
        if matches!(character, '\'' | '`' | '"') {
            continue;
        }
        if !character.is_ascii_alphanumeric() {
            gap = true;
            continue;
        }
        if slug.len() + usize::from(gap) >= MAX_LENGTH {
            break;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push(character.to_ascii_lowercase());
    }
    slug
}

/// The `n`th form of a slug that is taken: `slug` for 1, then `slug-2`, `slug-3`….
pub fn numbered(slug: &str, n: u32) -> String {
    if n <= 1 { slug.to_owned() } else { format!("{slug}-{n}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_every_script_become_ascii() {
        assert_eq!(slugify("Café del Mar — Été 2026!"), "cafe-del-mar-ete-2026");
        assert_eq!(slugify("  Danny's  \"Late\" Night  "), "dannys-late-night");
        assert_eq!(slugify("Ночной эфир"), "nochnoi-efir");
        assert_eq!(slugify("São João / Größe & Øl"), "sao-joao-grosse-ol");
    }

    #[test]
    fn a_name_without_letters_has_an_empty_slug() {
        assert_eq!(slugify("…!?"), "");
        assert_eq!(slugify(""), "");
    }

    #[test]
    fn a_long_title_is_cut_without_a_trailing_hyphen() {
        let slug = slugify(&"ab ".repeat(100));
        assert!(slug.len() <= MAX_LENGTH);
        assert!(!slug.ends_with('-'));
    }

    #[test]
    fn taken_slugs_are_numbered_from_two() {
        assert_eq!(numbered("dub", 1), "dub");
        assert_eq!(numbered("dub", 2), "dub-2");
    }
}
