//! A row into its cells (RFC 4180, one line a row). Knows nothing of what is in them.

/// The cells. With `|` quotes are plain marks, and it may also stand at both ends.
pub(crate) fn cells(line: &str, delimiter: char) -> Vec<String> {
    if delimiter == '|' {
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.strip_suffix('|').unwrap_or(line);
        return line.split('|').map(str::to_owned).collect();
    }
    let mut cells = Vec::new();
    let mut rest = line;
    loop {
        let (cell, after) = cell(rest, delimiter);
        cells.push(cell);
        match after {
            Some(after) => rest = after,
            None => return cells,
        }
    }
}

/// The first cell, and what follows its delimiter.
fn cell(text: &str, delimiter: char) -> (String, Option<&str>) {
    let trimmed = text.trim_start_matches(' ');
    let Some(mut rest) = trimmed.strip_prefix('"') else {
        return match text.split_once(delimiter) {
            Some((cell, after)) => (cell.to_owned(), Some(after)),
            None => (text.to_owned(), None),
        };
    };
    let mut cell = String::new();
    loop {
        let Some((inside, after)) = rest.split_once('"') else {
            // Never closed: the line ends it.
            cell.push_str(rest);
            return (cell, None);
        };
        cell.push_str(inside);
        if let Some(doubled) = after.strip_prefix('"') {
            cell.push('"');
            rest = doubled;
            continue;
        }
        return match after.split_once(delimiter) {
            // A quotation may be only the beginning: `"Salt" (Live)`. Better without its marks than cut.
            Some((more, after)) => (cell + more, Some(after)),
            None => (cell + after, None),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_delimiters_and_doubled_quotes() {
        assert_eq!(cells(r#"1,"Salt, Ash","The ""Big"" One",,x"#, ','), ["1", "Salt, Ash", "The \"Big\" One", "", "x"]);
        assert_eq!(cells(r#""never closed, x"#, ','), ["never closed, x"]);
        assert_eq!(cells("| a | b |", '|'), [" a ", " b "]);
        assert_eq!(cells("a\t\tb", '\t'), ["a", "", "b"]);
    }
}
