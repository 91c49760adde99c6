//! Plain text in aligned columns.

use std::fmt::Write;

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A text that grows by headings, lines and tables.
#[derive(Default)]
pub(super) struct Sheet(String);

impl Sheet {
    /// Adds a line.
    pub(super) fn line(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self.0.push('\n');
        self
    }

    /// Adds a heading with room before it.
    pub(super) fn heading(&mut self, text: &str) -> &mut Self {
        let rule = "-".repeat(text.chars().count());
        self.line("").line(text).line(&rule)
    }

    /// Adds names with their values, the values below each other.
    pub(super) fn values(&mut self, rows: &[(&str, String)]) -> &mut Self {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|(name, value)| vec![(*name).to_owned(), value.clone()])
            .collect();
        self.rows(&[Align::Left, Align::Left], &rows)
    }

    /// Adds a table with a head.
    pub(super) fn table(&mut self, head: &[(&str, Align)], rows: Vec<Vec<String>>) -> &mut Self {
        let align: Vec<Align> = head.iter().map(|(_, align)| *align).collect();
        let mut all = vec![head.iter().map(|(name, _)| (*name).to_owned()).collect()];
        all.extend(rows);
        self.rows(&align, &all)
    }

    /// The whole text.
    pub(super) fn text(self) -> String {
        self.0
    }

    fn rows(&mut self, align: &[Align], rows: &[Vec<String>]) -> &mut Self {
        let width = |at: usize| {
            let cells = rows.iter().map(|row| row[at].chars().count());
            cells.max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..align.len()).map(width).collect();
        for row in rows {
            let mut line = String::new();
            for ((cell, align), width) in row.iter().zip(align).zip(&widths) {
                let gap = if line.is_empty() { "" } else { "  " };
                match align {
                    Align::Left => write!(line, "{gap}{cell:<width$}"),
                    Align::Right => write!(line, "{gap}{cell:>width$}"),
                }
                .expect("writing to a String cannot fail");
            }
            let line = line.trim_end().to_owned();
            self.line(&line);
        }
        self
    }
}
