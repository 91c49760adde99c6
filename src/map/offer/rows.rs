//! The parties of a role as lines, wrapped where their names are longer than a column.

use super::content::Part;
use crate::map::paper::font::{Block, Weight, one_line};
use crate::map::plane::Rect;

/// The height of a line in font sizes.
const LINE: f64 = 1.36;
/// How much of it a further line of the same name takes.
const FURTHER: f64 = 0.88;
/// The most lines of a name.
const MOST: usize = 3;
/// So few rows stand in one column.
const FEW: usize = 8;
/// The distance between two columns.
const BETWEEN: f64 = 10.0;
/// The side of a department's mark, in font sizes.
pub const SIDE: f64 = 0.72;
/// The distance between it and what it marks.
pub const GAP: f64 = 5.0;

/// What stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A department, of the party at this place.
    Department(usize),
    /// The party at this place.
    Party(usize),
    /// How many more there are than are shown.
    More(usize),
}

/// How parties are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    size: f64,
    columns: usize,
    wide: f64,
}

/// A row with its words in the lines that they need.
#[derive(Debug, Clone, PartialEq)]
struct Words {
    row: Row,
    lines: Vec<String>,
    /// Whether nothing of them is cut.
    whole: bool,
}

/// The rows of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    setting: Setting,
    parts: usize,
    rows: Vec<Words>,
}

/// A row on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What stands in it.
    pub row: Row,
    /// Its words.
    pub words: Vec<String>,
    /// Its box.
    pub rect: Rect,
}

impl Setting {
    /// A font size in so many columns of what is so wide.
    pub fn of(size: f64, columns: usize, wide: f64) -> Self {
        let between = (columns - 1) as f64 * BETWEEN;
        Self {
            size,
            columns,
            wide: (wide - between) / columns as f64,
        }
    }

    /// The height of a row of so many lines.
    fn high(self, lines: usize) -> f64 {
        self.size * LINE * (1.0 + FURTHER * (lines.max(1) - 1) as f64)
    }
}

/// Departments with their parties.
pub fn set(parts: &[Part], setting: Setting) -> Rows {
    let size = setting.size;
    let limit = setting.wide - size * SIDE - GAP;
    let words = |row: Row, text: &str, weight: Weight| {
        let block = Block::set(text, weight, size, limit, MOST);
        let lines = block.lines.iter();
        let lines: Vec<String> = lines
            .map(|line| one_line(line, weight, size, limit))
            .collect();
        Words {
            row,
            whole: block.is_whole() && lines == block.lines,
            lines,
        }
    };
    let mut rows = Vec::new();
    let mut department: Option<&str> = None;
    for (at, part) in parts.iter().enumerate() {
        if department != Some(part.department.as_str()) || part.name.is_empty() {
            department = Some(&part.department);
            if !part.department.is_empty() {
                rows.push(words(Row::Department(at), &part.department, Weight::Bold));
            }
        }
        if !part.name.is_empty() {
            rows.push(words(Row::Party(at), &part.name, Weight::Regular));
        }
    }
    Rows {
        setting,
        parts: parts.len(),
        rows,
    }
}

impl Rows {
    /// How many names are cut.
    pub fn cut(&self) -> usize {
        self.rows.iter().filter(|row| !row.whole).count()
    }

    /// The height that all of them need in their columns, at least that of one, with lines so much further apart.
    pub fn height(&self, apart: f64) -> f64 {
        let columns = self.columns(self.rows.len());
        let high = |rows: &[Words]| -> f64 { rows.iter().map(|row| self.high(row)).sum() };
        let highest = columns
            .into_iter()
            .map(high)
            .fold(self.setting.high(1), f64::max);
        highest * apart
    }

    /// How many of the rows find a place in this height: all, or fewer with a line that counts the rest.
    pub fn fitting(&self, height: f64) -> usize {
        let all = self.rows.len();
        let fits = |rows: &usize| {
            let rest = if *rows < all {
                self.setting.high(1)
            } else {
                0.0
            };
            let columns = self.columns(*rows);
            let mut columns = columns.into_iter();
            columns.all(|rows| rows.iter().map(|row| self.high(row)).sum::<f64>() + rest <= height)
        };
        (0..=all).rev().find(fits).unwrap_or(0)
    }

    /// The first `most` rows in a box, and how many parties are left.
    pub fn placed(&self, rect: Rect, apart: f64, most: usize) -> Vec<Line> {
        let shown = most.min(self.rows.len());
        let mut lines = Vec::new();
        let wide = self.setting.wide;
        let mut end = (rect.left, rect.top);
        for (column, rows) in self.columns(shown).into_iter().enumerate() {
            let left = rect.left + column as f64 * (wide + BETWEEN);
            let mut top = rect.top;
            for row in rows {
                let high = self.high(row) * apart;
                lines.push(Line {
                    row: row.row,
                    words: row.lines.clone(),
                    rect: Rect::sized(left, top, wide, high),
                });
                top += high;
            }
            end = (left, top);
        }
        // A department without its parties says nothing.
        let cut = shown < self.rows.len();
        let next = self.rows.get(shown).map(|row| row.row);
        if cut
            && matches!(
                (lines.last(), next),
                (
                    Some(Line {
                        row: Row::Department(_),
                        ..
                    }),
                    Some(Row::Party(_))
                )
            )
        {
            end.1 = lines.pop().map_or(end.1, |line| line.rect.top);
        }
        if cut {
            let told = lines.last().map_or(0, |line| match line.row {
                Row::Party(at) | Row::Department(at) => at + 1,
                Row::More(_) => 0,
            });
            lines.push(Line {
                row: Row::More(self.parts - told),
                words: Vec::new(),
                rect: Rect::sized(end.0, end.1, wide, self.setting.high(1)),
            });
        }
        lines
    }

    fn high(&self, row: &Words) -> f64 {
        self.setting.high(row.lines.len())
    }

    /// The first `shown` rows in columns of about one height.
    fn columns(&self, shown: usize) -> Vec<&[Words]> {
        let rows = &self.rows[..shown.min(self.rows.len())];
        if self.setting.columns < 2 || rows.len() <= FEW {
            return vec![rows];
        }
        let high = |rows: &[Words]| -> f64 { rows.iter().map(|row| self.high(row)).sum() };
        let half = high(rows) / 2.0;
        let first = (1..rows.len()).find(|first| high(&rows[..*first]) >= half - 0.01);
        let mut first = first.unwrap_or(rows.len());
        // A department stands over its parties.
        while first > 1 && matches!(rows[first - 1].row, Row::Department(_)) {
            first -= 1;
        }
        let (first, second) = rows.split_at(first);
        vec![first, second]
    }
}
