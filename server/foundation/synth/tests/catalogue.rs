//! The catalogue as a listener meets it: a dozen, all different, four genres.

use std::collections::BTreeSet;

use synth::{Genre, catalogue};

const MOODS: [&str; 6] = ["late-night", "warm-up", "peak-time", "sunday", "deep", "rolling"];

#[test]
fn there_are_a_dozen_pieces_three_of_each_genre() {
    assert_eq!(catalogue().len(), 12);
    for genre in [Genre::House, Genre::Garage, Genre::Jungle, Genre::Dub] {
        assert_eq!(catalogue().iter().filter(|piece| piece.genre() == genre).count(), 3, "{}", genre.name());
    }
}

#[test]
fn slugs_titles_and_seeds_are_unique() {
    let slugs: BTreeSet<_> = catalogue().iter().map(|piece| piece.slug).collect();
    let titles: BTreeSet<_> = catalogue().iter().map(|piece| piece.title).collect();
    let seeds: BTreeSet<_> = catalogue().iter().map(|piece| piece.seed).collect();
    assert_eq!((slugs.len(), titles.len(), seeds.len()), (12, 12, 12));
}

#[test]
fn slugs_are_fit_for_an_address() {
    let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    assert!(catalogue().iter().all(|piece| piece.slug.chars().all(fit)));
}

#[test]
fn every_piece_lasts_one_to_two_minutes() {
    for piece in catalogue() {
        assert!((60.0..=120.0).contains(&piece.duration_s()), "{} lasts {} s", piece.slug, piece.duration_s());
    }
}

#[test]
fn moods_come_from_the_known_set() {
    for piece in catalogue() {
        assert!(!piece.moods.is_empty());
        assert!(piece.moods.iter().all(|mood| MOODS.contains(mood)), "{}", piece.slug);
    }
}

#[test]
fn newest_comes_first() {
    assert!(catalogue().is_sorted_by_key(|piece| piece.published_days_ago));
}

#[test]
fn descriptions_are_two_or_three_sentences_without_stray_gaps() {
    for piece in catalogue() {
        let text = piece.description_md;
        assert!((80..400).contains(&text.len()), "{}", piece.slug);
        assert!(!text.contains("  "), "{}", piece.slug);
    }
}
