//! Moments of a mix as people type and share them: `1:02:03`, `62:03.5`, `754`, `12m34s`.

/// The longest mix there is, in ms: more is no moment.
const MOST_MS: f64 = 100.0 * 3_600_000.0;

/// Reads a moment, in ms. Seconds alone, clock times with tenths to thousandths, or units as in shared links (`1h2m3s`).
pub fn parse(typed: &str) -> Option<u64> {
    let typed = typed.trim().replace(',', ".");
    let seconds = if typed.ends_with(['h', 'm', 's']) { units(&typed)? } else { clock(&typed)? };
    let ms = (seconds * 1000.0).round();
    (0.0..MOST_MS).contains(&ms).then_some(ms as u64)
}

fn clock(typed: &str) -> Option<f64> {
    let parts: Vec<&str> = typed.split(':').collect();
    if parts.len() > 3 {
        return None;
    }
    let last = parts.len() - 1;
    parts.iter().enumerate().try_fold(0.0, |sum, (index, part)| {
        let sound = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || (byte == b'.' && index == last));
        let number: f64 = sound.then(|| part.parse().ok())??;
        (index == 0 || number < 60.0).then_some(sum * 60.0 + number)
    })
}

fn units(typed: &str) -> Option<f64> {
    let (mut sum, mut number) = (0.0, String::new());
    for character in typed.chars() {
        let unit = match character {
            'h' => 3600.0,
            'm' => 60.0,
            's' => 1.0,
            digit if digit.is_ascii_digit() || digit == '.' => {
                number.push(digit);
                continue;
            }
            _ => return None,
        };
        sum += number.parse::<f64>().ok()? * unit;
        number.clear();
    }
    Some(sum)
}

/// `1:02:03.4`: exact enough to cue by. [`clock`](crate::features::player::clock) is for showing.
pub fn exact(ms: u64) -> String {
    let tenths = (ms + 50) / 100;
    format!("{}.{}", crate::features::player::clock(tenths * 100), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_people_write_them() {
        for (typed, ms) in [
            ("0", 0),
            ("754", 754_000),
            (" 12:34 ", 754_000),
            ("1:02:03", 3_723_000),
            ("62:03.5", 3_723_500),
            ("62:03,5", 3_723_500),
            ("12m34s", 754_000),
            ("1h", 3_600_000),
        ] {
            assert_eq!(parse(typed), Some(ms), "{typed}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for typed in ["", "-1", "1:75", "1:2:3:4", "::", "1.5:00", "NaN", "inf", "1e9", "12x", "m", "999:00:00", "9999999999999999999999"] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_exact_moment_is_read_back() {
        assert_eq!([exact(0), exact(3_723_449), exact(59_960)], ["0:00.0", "1:02:03.4", "1:00.0"]);
        assert_eq!(parse(&exact(3_723_400)), Some(3_723_400));
    }
}
