//! What is worth knowing about a file though nothing is wrong.

use super::fault::{short, texts};
use crate::text::{Lang, warnings};

/// Number of notices that are listed one by one.
pub const MAX_NOTICES: usize = 200;

/// Something worth knowing about a file that stops nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A column that nobody knows was not read.
    UnknownColumn {
        /// The file or sheet.
        source: String,
        /// Its header, or its letter where it has none.
        column: String,
    },
    /// Two columns mean the same: one was read, the other not.
    OtherColumn {
        /// The file or sheet.
        source: String,
        /// The header of the column that was not read.
        column: String,
        /// The header of the one that was read.
        read: String,
    },
    /// A sheet or file that is no known table was not read.
    UnknownSheet {
        /// The file or sheet.
        source: String,
    },
    /// Rows marked as examples were skipped.
    Examples {
        /// The file or sheet.
        source: String,
        /// How many.
        rows: usize,
    },
    /// Two rows of one offer differ in what is kept only once: the one of the later phase counts.
    LaterRow {
        /// The file or sheet.
        source: String,
        /// The row that does not count.
        row: u32,
        /// The row that counts.
        later: u32,
    },
    /// Missing from the file, but still referred to: it stays.
    StillUsed {
        /// The name of what stays.
        name: String,
    },
    /// Names of a column that look like a person's.
    Persons {
        /// The file or sheet.
        source: String,
        /// Its header.
        column: String,
        /// The first of them.
        list: Vec<NamedRow>,
        /// How many more there are.
        more: usize,
    },
    /// So many more notices.
    More(usize),
}

/// A name and the row that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    /// The name as written.
    pub name: String,
    /// The row as a spreadsheet numbers it.
    pub row: u32,
}

impl Notice {
    /// The notice in one sentence.
    pub fn say(&self, lang: Lang) -> String {
        let texts = texts(lang);
        match self {
            Self::UnknownColumn { source, column } => {
                (texts.unknown_column)(source, &short(column))
            }
            Self::OtherColumn {
                source,
                column,
                read,
            } => (texts.other_column)(source, &short(column), &short(read)),
            Self::UnknownSheet { source } => (texts.unknown_sheet)(source),
            Self::Examples { source, rows } => (texts.examples)(source, *rows),
            Self::LaterRow { source, row, later } => (texts.later_row)(source, *row, *later),
            Self::StillUsed { name } => (texts.stays)(&short(name)),
            Self::Persons {
                source,
                column,
                list,
                more,
            } => {
                let named = list.iter().map(|one| (short(&one.name), one.row));
                let named: Vec<(String, u32)> = named.collect();
                warnings::persons(source, &short(column), &named, *more, lang)
            }
            Self::More(n) => (texts.more_notices)(*n),
        }
    }
}

/// Notices, at most [`MAX_NOTICES`] one by one.
#[derive(Debug, Clone, Default)]
pub(super) struct Notices {
    list: Vec<Notice>,
    more: usize,
}

impl Notices {
    /// Adds a notice; past the most it is only counted.
    pub fn push(&mut self, notice: Notice) {
        if self.list.len() < MAX_NOTICES {
            self.list.push(notice);
        } else {
            self.more += 1;
        }
    }

    /// All of them, and how many more there are.
    pub fn told(mut self) -> Vec<Notice> {
        if self.more > 0 {
            self.list.push(Notice::More(self.more));
        }
        self.list
    }
}
