//! Long lists in pages: as many rows as a reader takes in, and never more than a page may weigh.

use std::ops::Range;

use maud::{Markup, html};

use crate::text::pages::Long;

use super::reader::{Reader, address};

/// How many rows a page of a list has at most.
const ROWS: usize = 200;

/// How many bytes of text a page has at most; a longer row stands alone.
const BYTES: usize = 50_000;

/// The part of a list that is shown, and where the rest is.
pub struct Slice<'a> {
    /// The rows of the list that are shown.
    pub range: Range<usize>,
    all: usize,
    page: usize,
    pages: usize,
    key: &'a str,
}

impl<'a> Slice<'a> {
    /// The page of a list that the address asks for under `key`, else the first; `rows` gives the bytes of each row.
    pub fn of(reader: &Reader, key: &'a str, rows: impl IntoIterator<Item = usize>) -> Self {
        let begins = begins(rows);
        let pages = begins.len() - 1;
        let asked = reader.asked(key).and_then(|page| page.parse().ok());
        let page = asked.unwrap_or(1).clamp(1, pages.max(1));
        let range = begins[page - 1]..begins.get(page).copied().unwrap_or(0);
        Self {
            range,
            all: *begins.last().unwrap_or(&0),
            page,
            pages,
            key,
        }
    }

    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        self.pages <= 1
    }

    /// Says which rows are shown and links to the others; empty if all are shown.
    pub fn links(&self, reader: &Reader, anchor: &str) -> Markup {
        let text = Long::of(reader.lang);
        let to = |page: usize| {
            let mut items = reader.query.clone();
            items.retain(|(name, _)| name != self.key);
            items.push((self.key.to_owned(), page.to_string()));
            format!("{}#{anchor}", address(&reader.path, &items))
        };
        let before = self.page > 1;
        let behind = self.page < self.pages;
        html! {
            @if !self.is_whole() {
                nav.pager aria-label=(text.pages) {
                    p { ((text.rows)(self.range.start + 1, self.range.end, self.all)) }
                    ul {
                        @if before { li { a href=(to(1)) { (text.first) } } }
                        @if before { li { a rel="prev" href=(to(self.page - 1)) { (text.previous) } } }
                        @if behind { li { a rel="next" href=(to(self.page + 1)) { (text.next) } } }
                        @if behind { li { a href=(to(self.pages)) { (text.last) } } }
                    }
                }
            }
        }
    }
}

/// Where the pages begin, and at last where the list ends.
fn begins(rows: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let (mut begins, mut row, mut bytes) = (vec![0], 0, 0);
    for length in rows {
        let begun = row - begins[begins.len() - 1];
        if begun == ROWS || (begun > 0 && bytes + length > BYTES) {
            begins.push(row);
            bytes = 0;
        }
        row += 1;
        bytes += length;
    }
    begins.push(row);
    begins
}
