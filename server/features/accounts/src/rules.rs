//! What a name, an address, a password and a bio must be. Pure.

use contract::accounts::AccountRefusal;
use std::{collections::HashSet, sync::LazyLock};

const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=60;
const PASSWORD_MIN_CHARS: usize = 10;
/// Bounds the work of hashing.
pub(crate) const PASSWORD_MAX_CHARS: usize = 200;
const BIO_MAX_CHARS: usize = 2_000;
/// The longest text that the database indexes.
const EMAIL_MAX_CHARS: usize = 191;

/// One a line: the most common passwords of public leaks, and stems that people lengthen with digits and signs.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().filter(|line| !line.is_empty()).collect());

/// Without surrounding or doubled white space.
pub(crate) fn name(text: &str) -> Result<String, AccountRefusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = NAME_CHARS.contains(&name.chars().count()) && !name.chars().any(char::is_control);
    fits.then_some(name).ok_or(AccountRefusal::NameLength)
}

/// Trimmed and in lower case: addresses that differ in case only are one account.
pub(crate) fn normalised(email: &str) -> String {
    email.trim().to_lowercase()
}

pub(crate) fn email(text: &str) -> Result<String, AccountRefusal> {
    let email = normalised(text);
    let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
    let reachable = domain == "localhost" || domain.trim_end_matches('.').contains('.');
    let fits = email.chars().count() <= EMAIL_MAX_CHARS && reachable && mail::is_address(&email);
    fits.then_some(email).ok_or(AccountRefusal::EmailInvalid)
}

/// `name` and `email` of its owner are no passwords.
pub(crate) fn password(text: &str, name: &str, email: &str) -> Result<(), AccountRefusal> {
    let length = text.chars().count();
    if length < PASSWORD_MIN_CHARS {
        return Err(AccountRefusal::PasswordTooShort);
    }
    if length > PASSWORD_MAX_CHARS {
        return Err(AccountRefusal::PasswordTooLong);
    }
    if is_guessable(&text.to_lowercase(), &name.to_lowercase(), email) {
        return Err(AccountRefusal::PasswordCommon);
    }
    Ok(())
}

fn is_guessable(password: &str, name: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let own = [email.to_owned(), local.to_owned(), name.to_owned(), squeezed(name)];
    // "Password2024!" is "password" with up to six signs behind it.
    let stem = password.trim_end_matches(|c: char| !c.is_alphabetic());
    let lengthened = !stem.is_empty() && password.chars().count() - stem.chars().count() <= 6;
    let distinct = password.chars().collect::<HashSet<_>>().len();
    distinct < 4
        || own.iter().any(|own| own == password)
        || COMMON.contains(password)
        || (lengthened && (COMMON.contains(stem) || own.iter().any(|own| own == stem)))
}

pub(crate) fn bio(text: &str) -> Result<String, AccountRefusal> {
    let bio = text.trim().replace("\r\n", "\n");
    (bio.chars().count() <= BIO_MAX_CHARS).then_some(bio).ok_or(AccountRefusal::BioTooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_one_whatever_their_case() {
        assert_eq!(email("  Fan@Example.ORG ").unwrap(), "fan@example.org");
        for wrong in
            ["", "fan", "fan@", "@example.org", "fan@nodots", "a b@example.org", "a@b@example.org", "x@example.org\nBcc: y@example.org"]
        {
            assert_eq!(email(wrong), Err(AccountRefusal::EmailInvalid), "{wrong:?}");
        }
        assert_eq!(email(&format!("{}@example.org", "x".repeat(190))), Err(AccountRefusal::EmailInvalid));
    }

    #[test]
    fn names_are_tidied_and_measured_in_characters() {
        assert_eq!(name("  Zoë   Ball ").unwrap(), "Zoë Ball");
        assert_eq!(name("é"), Err(AccountRefusal::NameLength));
        assert!(name(&"é".repeat(60)).is_ok());
        assert_eq!(name(&"é".repeat(61)), Err(AccountRefusal::NameLength));
    }

    #[test]
    fn passwords_that_everyone_tries_are_refused() {
        for common in [
            "password123",
            "Password2026!",
            "1234567890",
            "qwertyuiop",
            "aaaaaaaaaa",
            "iloveyou1234",
            "fan@example.org",
            "Danny Hectic",
            "dannyhectic1",
        ] {
            assert_eq!(password(common, "Danny Hectic", "fan@example.org"), Err(AccountRefusal::PasswordCommon), "{common}");
        }
        assert_eq!(password("short", "n", "e"), Err(AccountRefusal::PasswordTooShort));
        assert_eq!(password(&"long word".repeat(40), "n", "e"), Err(AccountRefusal::PasswordTooLong));
        assert!(password("correct horse battery", "Danny", "fan@example.org").is_ok());
        assert!(password("пароль-из-слов", "Danny", "fan@example.org").is_ok());
    }

    #[test]
    fn the_list_of_common_passwords_is_in_lower_case() {
        assert!(COMMON.len() >= 200, "{}", COMMON.len());
        assert!(COMMON.iter().all(|line| line.to_lowercase() == **line && line.trim() == *line));
    }
}
