//! Keys that go well together: neighbours on the Camelot wheel, twelve hours of minor (A) and major (B).

/// A place on the wheel: hour 1–12, and whether it is minor.
fn place(camelot: &str) -> Option<(u8, bool)> {
    let minor = match camelot.chars().last()?.to_ascii_uppercase() {
        'A' => true,
        'B' => false,
        _ => return None,
    };
    let hour = camelot[..camelot.len() - 1].parse().ok()?;
    (1..=12).contains(&hour).then_some((hour, minor))
}

fn written(hour: u8, minor: bool) -> String {
    format!("{hour}{}", if minor { 'A' } else { 'B' })
}

/// The key itself as it is stored; `None` for what is none.
pub(crate) fn known(camelot: &str) -> Option<String> {
    place(camelot).map(|(hour, minor)| written(hour, minor))
}

/// The key, an hour on, an hour back, and the other mode of the hour; empty for what is no key.
pub(crate) fn neighbours(camelot: &str) -> Vec<String> {
    let Some((hour, minor)) = place(camelot) else { return vec![] };
    vec![written(hour, minor), written(hour % 12 + 1, minor), written((hour + 10) % 12 + 1, minor), written(hour, !minor)]
}

/// Where a key stands when they are listed: by hour, minor first.
pub(crate) fn order(camelot: &str) -> (u8, bool) {
    place(camelot).map_or((u8::MAX, true), |(hour, minor)| (hour, !minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wheel_goes_round() {
        assert_eq!(neighbours("8A"), ["8A", "9A", "7A", "8B"]);
        assert_eq!(neighbours("12b"), ["12B", "1B", "11B", "12A"]);
        assert_eq!(neighbours("1A"), ["1A", "2A", "12A", "1B"]);
        for none in ["", "A", "0A", "13B", "8C", "-1A", "8é"] {
            assert!(neighbours(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn keys_are_listed_by_hour() {
        let mut keys = ["10A", "2B", "2A", "1B"];
        keys.sort_by_key(|key| order(key));
        assert_eq!(keys, ["1B", "2A", "2B", "10A"]);
    }
}
