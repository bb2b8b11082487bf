//! Tables for spreadsheets (RFC 4180).

/// Tells spreadsheets that a table is UTF-8: what its first line begins with.
pub const MARK: char = '\u{feff}';

/// A line of a table, with its end.
pub fn line<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    fields.join(",") + "\r\n"
}

/// A field as spreadsheets take it: quoted where it must be, and never a formula, which a text could be made to be.
fn field(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::{field, line};

    #[test]
    fn fields_are_quoted_where_they_must_be_and_never_formulas() {
        assert_eq!(field("Dub, \"Version\""), "\"Dub, \"\"Version\"\"\"");
        assert_eq!([field("plain"), field("-14.2"), field("=1+1"), field("@cmd")], ["plain", "-14.2", "'=1+1", "'@cmd"]);
        assert_eq!(line(["a", "=b,c", ""]), "a,\"'=b,c\",\r\n");
    }
}
