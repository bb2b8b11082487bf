//! Sizes in units of a thousand. Our own small table: ICU's units are still experimental.

use icu::decimal::input::Decimal;

/// With the space between: CLDR breaks no line before a French unit.
const BYTES: [&str; 7] = [" B", " kB", " MB", " GB", " TB", " PB", " EB"];
const OCTETS: [&str; 7] = ["\u{a0}o", "\u{a0}ko", "\u{a0}Mo", "\u{a0}Go", "\u{a0}To", "\u{a0}Po", "\u{a0}Eo"];

/// A size to three digits.
pub struct Size {
    pub number: Decimal,
    step: usize,
}

impl Size {
    pub fn of(bytes: u64) -> Self {
        let (mut step, mut unit) = (0, 1_u64);
        // 999,500 reads as 1 MB rather than as 1000 kB.
        while step + 1 < BYTES.len() && bytes >= unit * 1_000 - unit / 2 {
            step += 1;
            unit *= 1_000;
        }
        let digits: u32 = match bytes / unit {
            _ if step == 0 => 0,
            0..10 => 2,
            10..100 => 1,
            _ => 0,
        };
        let scale = 10_u128.pow(digits);
        let rounded = (u128::from(bytes) * scale + u128::from(unit) / 2) / u128::from(unit);
        let mut number = Decimal::from(rounded);
        number.multiply_pow10(-i16::try_from(digits).unwrap_or_default());
        number.absolute.trim_end();
        Self { number, step }
    }

    pub fn unit(&self, octets: bool) -> &'static str {
        if octets { OCTETS[self.step] } else { BYTES[self.step] }
    }
}
