//! One set of formatters per language and thread: making one takes far longer than a page's worth of formatting, and ICU's aren't shared
//! between threads.

use icu::{
    calendar::{Date, Gregorian},
    datetime::{
        DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter,
        fieldsets::{YMD, YMDT},
    },
    decimal::DecimalFormatter,
    locale::{Locale, locale},
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// More languages than an install has. Past it, formatters are made anew each time.
const MOST_KEPT: usize = 128;

pub struct Formatters {
    pub decimal: DecimalFormatter,
    pub date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    pub date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    /// Whether sizes are counted in octets.
    pub octets: bool,
}

thread_local! {
    static KNOWN: RefCell<HashMap<String, Rc<Formatters>>> = RefCell::default();
}

/// Runs `format` with the formatters of a language.
pub fn with(tag: &str, format: impl FnOnce(&Formatters) -> String) -> String {
    let known = KNOWN.with_borrow(|known| known.get(tag).map(Rc::clone));
    let formatters = known.or_else(|| make(tag));
    // Compiled data has English, so this default is for the type only.
    formatters.map(|formatters| format(&formatters)).unwrap_or_default()
}

fn make(tag: &str) -> Option<Rc<Formatters>> {
    let locale = if tag == "en" { locale!("en-GB") } else { Locale::try_from_str(tag).unwrap_or(locale!("en-GB")) };
    let known = is_known(&locale).unwrap_or(false);
    let locale = if known { locale } else { locale!("en-GB") };
    let formatters = Rc::new(Formatters::load(&locale).ok()?);
    KNOWN.with_borrow_mut(|known| {
        if known.len() < MOST_KEPT {
            known.insert(tag.to_owned(), Rc::clone(&formatters));
        }
    });
    Some(formatters)
}

/// ICU answers for a language it doesn't know with the data of none, whose months are numbers.
fn is_known(locale: &Locale) -> Result<bool, DateTimeFormatterLoadError> {
    let Ok(date) = Date::try_new_gregorian(2026, 11, 14) else {
        return Ok(false);
    };
    let text = |locale: &Locale| FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long()).map(|f| f.format(&date).to_string());
    Ok(text(locale)? != text(&locale!("und"))?)
}

impl Formatters {
    fn load(locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        Ok(Self {
            decimal: DecimalFormatter::try_new(locale.into(), Default::default())?,
            date: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long())?,
            date_time: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::medium().with_time_hm())?,
            octets: locale.id.language.as_str() == "fr",
        })
    }
}
