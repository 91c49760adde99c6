//! What a person says of columns that are not known by their headers.

use super::columns::{Table, plain};

/// Columns that a person has named, and tables that are not to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    list: Vec<Chosen>,
    tables: Vec<(String, Option<Table>)>,
}

/// A column that a person has named.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chosen {
    /// The file or sheet; none: wherever there is such a header.
    source: Option<String>,
    key: &'static str,
    header: String,
}

/// Why what was typed names no column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadColumn {
    /// It has not the form `KEY=HEADER`.
    Form(String),
    /// No table has a column with this key.
    Key(String),
}

impl Columns {
    /// Adds `KEY=HEADER` as it is typed.
    pub fn parse(&mut self, text: &str) -> Result<(), BadColumn> {
        let form = || BadColumn::Form(text.to_owned());
        let (key, header) = text.split_once('=').ok_or_else(form)?;
        let header = header.trim();
        if header.is_empty() {
            return Err(form());
        }
        let known = key_of(key).ok_or_else(|| BadColumn::Key(key.trim().to_owned()))?;
        self.list.push(Chosen {
            source: None,
            key: known,
            header: header.to_owned(),
        });
        Ok(())
    }

    /// Says which column of a file or sheet is the one with a key.
    pub fn name(&mut self, source: &str, key: &'static str, header: &str) {
        self.list.push(Chosen {
            source: Some(source.to_owned()),
            key,
            header: header.to_owned(),
        });
    }

    /// Says which table a file or sheet is; none: it is not to be read.
    pub fn decide(&mut self, source: &str, table: Option<Table>) {
        self.forget(source);
        self.tables.push((source.to_owned(), table));
    }

    /// Forgets what was said of a file or sheet.
    pub fn forget(&mut self, source: &str) {
        self.list
            .retain(|chosen| chosen.source.as_deref() != Some(source));
        self.tables.retain(|(of, _)| of != source);
    }

    /// The table that a file or sheet is said to be; an inner none: it is not to be read.
    pub(super) fn table(&self, source: &str) -> Option<Option<Table>> {
        let mut tables = self.tables.iter();
        let found = tables.find(|(of, _)| of == source);
        found.map(|(_, table)| *table)
    }

    /// The files and sheets that are not to be read.
    pub(super) fn left(&self) -> impl Iterator<Item = &str> {
        let left = self.tables.iter().filter(|(_, table)| table.is_none());
        left.map(|(source, _)| source.as_str())
    }

    /// The key that a column of a file or sheet is said to have.
    pub(super) fn key(&self, source: &str, header: &str) -> Option<&'static str> {
        let header = plain(header);
        let mut chosen = self.list.iter();
        let found = chosen.find(|one| {
            one.source.as_deref().is_none_or(|of| of == source) && plain(&one.header) == header
        });
        found.map(|one| one.key)
    }

    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.tables.is_empty()
    }

    /// The headers that were named and that no file or sheet has.
    pub(super) fn unmet(&self, has: impl Fn(&str) -> bool) -> Vec<String> {
        // What was chosen from a list of columns is one of them.
        let typed = self.list.iter().filter(|one| one.source.is_none());
        let named = typed.filter(|one| !has(&plain(&one.header)));
        named.map(|one| one.header.clone()).collect()
    }
}

/// The key of a column, by itself or by its German name.
fn key_of(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let mut headings = Table::ALL.into_iter().flat_map(Table::headings);
    let by_key = headings.find(|heading| plain(heading.key) == text);
    let by_name = || {
        let mut headings = Table::ALL.into_iter().rev().flat_map(Table::headings);
        headings.find(|heading| plain(heading.de) == text)
    };
    by_key.or_else(by_name).map(|heading| heading.key)
}

/// The keys of all columns, each once.
pub fn column_keys() -> Vec<&'static str> {
    let mut keys: Vec<&'static str> = Vec::new();
    for heading in Table::ALL.into_iter().rev().flat_map(Table::headings) {
        if !keys.contains(&heading.key) {
            keys.push(heading.key);
        }
    }
    keys
}
