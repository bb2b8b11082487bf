//! The filter of the Mixes page, as it stands in the address.

use contract::mixes::{MixEnergy, MixFilter, MixLength, MixSort};
use leptos_router::params::ParamsMap;

pub(super) const SORTS: [(MixSort, &str); 8] = [
    (MixSort::Newest, "newest"),
    (MixSort::MostPlayed, "most-played"),
    (MixSort::MostLiked, "most-liked"),
    (MixSort::Longest, "longest"),
    (MixSort::Title, "title"),
    (MixSort::Slowest, "slowest"),
    (MixSort::Fastest, "fastest"),
    (MixSort::MostEnergy, "most-energy"),
];
pub(super) const ENERGIES: [(MixEnergy, &str); 3] =
    [(MixEnergy::Calm, "calm"), (MixEnergy::Moving, "moving"), (MixEnergy::Driving, "driving")];
pub(super) const LENGTHS: [(MixLength, &str); 3] = [(MixLength::Short, "short"), (MixLength::Medium, "medium"), (MixLength::Long, "long")];

/// Reads a filter; what isn't understood is left out.
pub(super) fn from_query(query: &ParamsMap) -> MixFilter {
    let text = |name: &str| query.get(name).filter(|value| !value.is_empty());
    let number = |name: &str| text(name).and_then(|value| value.parse::<u16>().ok());
    MixFilter {
        words: text("q").unwrap_or_default(),
        genre: text("genre"),
        mood: text("mood"),
        length: text("length").and_then(|name| LENGTHS.iter().find(|(_, known)| *known == name).map(|(length, _)| *length)),
        bpm_from: number("from"),
        bpm_to: number("to"),
        key: text("key"),
        harmonic: text("harmonic").is_some(),
        energy: text("energy").and_then(|name| ENERGIES.iter().find(|(_, known)| *known == name).map(|(energy, _)| *energy)),
        year: number("year"),
        series: text("series"),
        guest: text("guest"),
        sort: text("sort").and_then(|name| SORTS.iter().find(|(_, known)| *known == name).map(|(sort, _)| *sort)).unwrap_or_default(),
        page: text("page").and_then(|page| page.parse().ok()).unwrap_or(1),
    }
}

/// The address of a filter, shortest form.
pub(super) fn href(filter: &MixFilter) -> String {
    let query = serde_qs_pairs(filter);
    if query.is_empty() { "/mixes".to_owned() } else { format!("/mixes?{query}") }
}

fn serde_qs_pairs(filter: &MixFilter) -> String {
    let mut query = ParamsMap::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.insert(name.to_owned(), value);
        }
    };
    add("q", Some(filter.words.clone()));
    add("genre", filter.genre.clone());
    add("mood", filter.mood.clone());
    add("length", filter.length.and_then(|length| LENGTHS.iter().find(|(known, _)| *known == length).map(|(_, name)| (*name).to_owned())));
    add("from", filter.bpm_from.map(|bpm| bpm.to_string()));
    add("to", filter.bpm_to.map(|bpm| bpm.to_string()));
    add("key", filter.key.clone());
    add("harmonic", (filter.harmonic && filter.key.is_some()).then(|| "true".to_owned()));
    add("energy", filter.energy.and_then(|energy| ENERGIES.iter().find(|(known, _)| *known == energy).map(|(_, name)| (*name).to_owned())));
    add("series", filter.series.clone());
    add("guest", filter.guest.clone());
    add("year", filter.year.map(|year| year.to_string()));
    let sort = SORTS.iter().find(|(known, _)| *known == filter.sort && *known != MixSort::Newest);
    add("sort", sort.map(|(_, name)| (*name).to_owned()));
    add("page", (filter.page > 1).then(|| filter.page.to_string()));
    query.to_query_string().trim_start_matches('?').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_its_address() {
        let filter = MixFilter {
            words: "deep & low".into(),
            genre: Some("uk-garage".into()),
            mood: None,
            length: Some(MixLength::Long),
            bpm_from: Some(120),
            bpm_to: Some(128),
            key: Some("8A".into()),
            harmonic: true,
            energy: Some(MixEnergy::Driving),
            year: Some(2024),
            series: Some("night-bus".into()),
            guest: None,
            sort: MixSort::MostLiked,
            page: 3,
        };
        let address = href(&filter);
        let mut query = ParamsMap::new();
        for pair in address.split_once('?').unwrap().1.split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            let value = value.replace("%20", " ").replace('+', " ").replace("%26", "&");
            query.insert(name.to_owned(), value);
        }
        assert_eq!(from_query(&query), filter);
        assert_eq!(href(&MixFilter { page: 1, ..MixFilter::default() }), "/mixes");
    }
}
