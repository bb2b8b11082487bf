//! The filter of the Mixes page, as it stands in the address.

use contract::mixes::{MixFilter, MixLength, MixSort};
use leptos_router::params::ParamsMap;

pub(super) const SORTS: [(MixSort, &str); 5] = [
    (MixSort::Newest, "newest"),
    (MixSort::MostPlayed, "most-played"),
    (MixSort::MostLiked, "most-liked"),
    (MixSort::Longest, "longest"),
    (MixSort::Title, "title"),
];
pub(super) const LENGTHS: [(MixLength, &str); 3] = [(MixLength::Short, "short"), (MixLength::Medium, "medium"), (MixLength::Long, "long")];

/// Reads a filter; what isn't understood is left out.
pub(super) fn from_query(query: &ParamsMap) -> MixFilter {
    let text = |name: &str| query.get(name).filter(|value| !value.is_empty());
    MixFilter {
        words: text("q").unwrap_or_default(),
        genre: text("genre"),
        mood: text("mood"),
        length: text("length").and_then(|name| LENGTHS.iter().find(|(_, known)| *known == name).map(|(length, _)| *length)),
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
