//! Plural categories: the browser's own rules in the browser, those of ICU on the server. Both follow the current CLDR, so that
//! hydration meets the text that was rendered. A language nobody has rules for is always `other`.

pub use rules::category;

#[cfg(all(feature = "browser", target_arch = "wasm32"))]
mod rules {
    use crate::number::NumberStyle;
    use js_sys::{Array, Intl::PluralRules, Object, Reflect};
    use std::{borrow::Cow, cell::RefCell, collections::BTreeMap};

    thread_local! {
        static KNOWN: RefCell<BTreeMap<(String, NumberStyle), PluralRules>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub fn category(locale: &str, value: f64, style: NumberStyle) -> Cow<'static, str> {
        KNOWN.with_borrow_mut(|known| {
            let rules = known.entry((locale.to_owned(), style)).or_insert_with(|| create(locale, style));
            Cow::Owned(rules.select(value).into())
        })
    }

    fn create(locale: &str, style: NumberStyle) -> PluralRules {
        let options = Object::new();
        let set = |key: &str, value: wasm_bindgen::JsValue| {
            // Setting a property of a fresh object can't fail.
            let _ = Reflect::set(&options, &key.into(), &value);
        };
        set("minimumFractionDigits", style.minimum_fraction_digits.into());
        set("maximumFractionDigits", style.maximum_fraction_digits.into());
        if style.ordinal {
            set("type", "ordinal".into());
        }
        PluralRules::new(&Array::of1(&locale.into()), &options)
    }
}

#[cfg(all(feature = "server", not(all(feature = "browser", target_arch = "wasm32"))))]
mod rules {
    use crate::number::{NumberStyle, plain};
    use icu::{
        decimal::input::Decimal,
        locale::Locale,
        plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules},
    };
    use std::{borrow::Cow, cell::RefCell, collections::HashMap};

    /// More languages than any install has; past it, rules are made anew instead of kept.
    const MOST_KEPT: usize = 256;

    thread_local! {
        static KNOWN: RefCell<[HashMap<String, Option<PluralRules>>; 2]> = RefCell::default();
    }

    pub fn category(locale: &str, value: f64, style: NumberStyle) -> Cow<'static, str> {
        // By its digits as written: "1.0 hours" but "1 hour".
        let Ok(written) = plain(value.abs(), style).parse::<Decimal>() else {
            return Cow::Borrowed("other");
        };
        let operands = PluralOperands::from(&written);
        let chosen = KNOWN.with_borrow_mut(|known| {
            let known = &mut known[usize::from(style.ordinal)];
            if let Some(rules) = known.get(locale) {
                return rules.as_ref().map(|rules| rules.category_for(operands));
            }
            let rules = create(locale, style.ordinal);
            let chosen = rules.as_ref().map(|rules| rules.category_for(operands));
            if known.len() < MOST_KEPT {
                known.insert(locale.to_owned(), rules);
            }
            chosen
        });
        Cow::Borrowed(match chosen.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        })
    }

    fn create(locale: &str, ordinal: bool) -> Option<PluralRules> {
        let locale = Locale::try_from_str(locale).ok()?;
        let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
        PluralRules::try_new(locale.into(), kind.into()).ok()
    }
}

#[cfg(not(any(feature = "server", all(feature = "browser", target_arch = "wasm32"))))]
mod rules {
    use crate::number::NumberStyle;
    use std::borrow::Cow;

    pub fn category(_locale: &str, _value: f64, _style: NumberStyle) -> Cow<'static, str> {
        Cow::Borrowed("other")
    }
}
