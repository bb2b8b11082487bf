//! Where everything stands on a card, in pixels. Arithmetic only: it measures no letter and draws no line.

/// The two shapes a card comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// For timelines and link previews.
    Wide,
    /// For stories.
    Tall,
}

impl Shape {
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Tall => "tall",
        }
    }

    pub fn named(name: &str) -> Self {
        if name == "tall" { Self::Tall } else { Self::Wide }
    }

    pub fn plan(self) -> &'static Plan {
        match self {
            Self::Wide => &WIDE,
            Self::Tall => &TALL,
        }
    }
}

/// Left, top, width and height.
pub type Area = [f64; 4];

/// A card's measures. Texts begin at the top of their area and run down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub size: [u32; 2],
    pub cover: Area,
    pub words: Area,
    pub title_px: f64,
    pub text_px: f64,
    pub small_px: f64,
    pub wave: Area,
    /// Baseline of the time and of the address.
    pub foot: f64,
    pub time_px: f64,
}

const WIDE: Plan = Plan {
    size: [1200, 630],
    cover: [56.0, 56.0, 330.0, 330.0],
    words: [426.0, 56.0, 718.0, 330.0],
    title_px: 88.0,
    text_px: 34.0,
    small_px: 26.0,
    wave: [56.0, 426.0, 1088.0, 84.0],
    foot: 576.0,
    time_px: 52.0,
};

const TALL: Plan = Plan {
    size: [1080, 1920],
    cover: [90.0, 220.0, 900.0, 900.0],
    words: [90.0, 1180.0, 900.0, 370.0],
    title_px: 112.0,
    text_px: 46.0,
    small_px: 36.0,
    wave: [90.0, 1570.0, 900.0, 120.0],
    foot: 1776.0,
    time_px: 76.0,
};

/// The bars of a wave within an area: left, top, width and height of each, and whether it lies before the moment.
pub fn bars(wave: &[u8], [left, top, width, height]: Area, played: f64) -> Vec<(Area, bool)> {
    /// A bar and the gap after it.
    const STEP: f64 = 8.0;
    const BAR: f64 = 4.0;
    let peaks = ui::resample(wave, (width / STEP) as usize);
    let step = width / peaks.len().max(1) as f64;
    let bar = |(index, peak): (usize, &u8)| {
        let high = (f64::from(*peak) / 255.0 * height).max(BAR);
        let x = left + index as f64 * step;
        ([x, top + (height - high) / 2.0, BAR.min(step), high], (index as f64 + 0.5) / (peaks.len() as f64) <= played)
    };
    peaks.iter().enumerate().map(bar).collect()
}

/// A text in lines no wider than `most`, and whether all of it found room. The last line ends in `…` where it didn't.
pub fn lines(text: &str, most: f64, count: usize, width: impl Fn(&str) -> f64) -> (Vec<String>, bool) {
    let mut lines: Vec<String> = Vec::new();
    let mut whole = true;
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|longer| width(longer) <= most);
        match longer {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None if lines.len() < count => {
                whole &= width(word) <= most;
                lines.push(cut(word, most, false, &width));
            }
            None => {
                whole = false;
                if let Some(last) = lines.pop() {
                    lines.push(cut(&last, most, true, &width));
                }
                break;
            }
        }
    }
    (lines, whole)
}

/// As much of a text as has room, with `…` after it if any is missing or `more` follows.
fn cut(text: &str, most: f64, more: bool, width: &impl Fn(&str) -> f64) -> String {
    if !more && width(text) <= most {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    loop {
        let shown: String = kept.iter().chain(&['…']).collect();
        if kept.is_empty() || width(&shown) <= most {
            return shown;
        }
        kept.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As wide as it has letters.
    fn letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn words_fill_lines_and_what_has_no_room_is_cut() {
        assert_eq!(lines("one two three", 7.0, 3, letters), (vec!["one two".into(), "three".into()], true));
        assert_eq!(lines("one two three", 7.0, 1, letters), (vec!["one tw…".into()], false));
        assert_eq!(lines("one two", 10.0, 1, letters), (vec!["one two".into()], true));
        assert_eq!(lines("", 10.0, 2, letters), (vec![], true));
    }

    #[test]
    fn a_word_longer_than_its_line_is_cut_and_nothing_goes_round_for_ever() {
        assert_eq!(lines("Donaudampfschiff", 8.0, 2, letters), (vec!["Donauda…".into()], false));
        assert_eq!(lines("wide", 0.5, 1, letters).0, ["…"]);
    }

    #[test]
    fn bars_stand_in_their_area_and_know_what_was_heard() {
        for shape in [Shape::Wide, Shape::Tall] {
            let area = shape.plan().wave;
            let drawn = bars(&[0, 128, 255, 64].repeat(70), area, 0.25);
            assert!(drawn.len() > 100, "{} bars", drawn.len());
            for ([x, y, width, height], _) in &drawn {
                assert!(*x >= area[0] && x + width <= area[0] + area[2] + 0.01 && *y >= area[1] && y + height <= area[1] + area[3] + 0.01);
            }
            let heard = drawn.iter().filter(|(_, heard)| *heard).count();
            assert!(heard.abs_diff(drawn.len() / 4) <= 1, "{heard} of {}", drawn.len());
        }
        assert!(bars(&[], WIDE.wave, 0.5).is_empty());
    }

    #[test]
    fn nothing_on_a_card_lies_over_anything_else_or_beside_it() {
        for shape in [Shape::Wide, Shape::Tall] {
            let plan = shape.plan();
            let [width, height] = plan.size.map(f64::from);
            let areas = [plan.cover, plan.words, plan.wave];
            for [left, top, wide, high] in areas {
                assert!(left > 0.0 && top > 0.0 && left + wide < width && top + high < height, "{shape:?}");
            }
            for (one, other) in [(0, 1), (0, 2), (1, 2)] {
                let ([a, b, c, d], [e, f, g, h]) = (areas[one], areas[other]);
                assert!(a + c <= e || e + g <= a || b + d <= f || f + h <= b, "{shape:?}: {one} over {other}");
            }
            assert!(plan.foot - plan.time_px > plan.wave[1] + plan.wave[3] - 20.0 && plan.foot < height, "{shape:?}");
            assert_eq!(Shape::named(shape.name()), shape);
        }
    }
}
