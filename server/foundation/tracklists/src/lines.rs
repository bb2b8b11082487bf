//! A list of lines, a track on each or on two. Knows nothing of columns with names; those of `table` come first.

use crate::{
    Problem, ProblemKind, Tracklist,
    entry::{self, Entry, Habits, Parts},
    list::List,
    noise::{is_noise, is_rule, without_links},
    opening::{Opening, open_all},
    splitting::split,
    table,
    text::Line,
    time::{self, Time},
};

pub(crate) fn read(lines: &[Line], problem: Option<Problem>) -> Tracklist {
    let mut list = List::default();
    for line in lines.iter().filter(|line| line.cut) {
        list.problem(line.number, ProblemKind::LineTooLong);
    }
    if !table::read(lines, &mut list) {
        plain(lines, &mut list);
    }
    list.done(problem)
}

fn plain(lines: &[Line], list: &mut List) {
    let openings = open_all(lines);
    let habits = habits(&openings);
    // A time on a line of its own is that of the next track.
    let mut alone: Option<(usize, Time)> = None;
    for (line, opening) in lines.iter().zip(&openings) {
        let (rest, had_link) = without_links(opening.rest);
        if is_rule(&rest) {
            if let Some(time) = opening.time
                && let Some((before, _)) = alone.replace((line.number, time))
            {
                list.problem(before, ProblemKind::TimeWithoutTrack);
            }
            continue;
        }
        if opening.time.is_none() && !opening.numbered && is_noise(&rest, had_link) {
            continue;
        }
        let mut time = opening.time;
        for one in each_track(&rest) {
            let Some(mut entry) = names(one, time.take(), habits) else { continue };
            if let Some((before, time)) = alone.take() {
                if entry.time.is_some() {
                    list.problem(before, ProblemKind::TimeWithoutTrack);
                }
                entry.time = entry.time.or(Some(time));
            }
            list.add(line.number, entry);
        }
    }
    if let Some((before, _)) = alone {
        list.problem(before, ProblemKind::TimeWithoutTrack);
    }
}

fn habits(openings: &[Opening<'_>]) -> Habits {
    let times = openings.iter().filter(|opening| opening.time.is_some()).count();
    let separated = openings.iter().filter(|opening| split(opening.rest).is_some()).count();
    let by = openings.iter().filter(|opening| opening.rest.contains(" by ") && split(opening.rest).is_none()).count();
    Habits { by: by >= separated, times_lead: times * 2 >= openings.len() }
}

/// `A - B w/ C - D` is two tracks, the second from its `w/` on. With curly quotes or columns nothing is guessed.
fn each_track(text: &str) -> impl Iterator<Item = &str> {
    let guess = !text.contains(['“', '\t']);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let both = text.find(" w/ ").filter(|_| guess).map(|at| (&text[..at], &text[at + 1..]));
        match both.filter(|(one, more)| split(one).is_some() && split(more).is_some()) {
            Some((one, more)) => {
                rest = Some(more);
                Some(one)
            }
            None => Some(text),
        }
    })
}

fn names(text: &str, time: Option<Time>, habits: Habits) -> Option<Entry> {
    if text.contains('\t') { columns(text, time, habits) } else { entry::read(text, time, habits) }
}

/// Columns without names: a time wherever it stands, then artist, title, label.
fn columns(text: &str, time: Option<Time>, habits: Habits) -> Option<Entry> {
    let mut time = time;
    let mut cells: Vec<&str> = Vec::new();
    for cell in text.split('\t').map(str::trim).filter(|cell| !is_rule(cell)) {
        match time::whole(cell) {
            Some(found) => time = time.or(Some(found)),
            None => cells.push(cell),
        }
    }
    match cells[..] {
        [] => None,
        [names] => entry::read(names, time, habits),
        [names, label] if split(names).is_some() && split(label).is_none() => {
            let mut entry = entry::read(names, time, habits)?;
            if entry.track.label.is_none() {
                let (label, cut) = crate::text::tidy(label);
                (entry.track.label, entry.cut) = (Some(label), entry.cut || cut);
            }
            Some(entry)
        }
        [artist, title] => entry::of_parts(Parts { artist, title, label: None, separated: true }, time),
        [artist, title, label, ..] => entry::of_parts(Parts { artist, title, label: Some(label), separated: true }, time),
    }
}
