//! What is worth knowing about a file though nothing is wrong.

use super::fault::{short, texts};
use crate::text::Lang;

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
    /// A name was written with other letters' cases than the known one, and taken for it.
    Understood {
        /// As it is written.
        written: String,
        /// What it was taken for.
        taken: String,
    },
    /// Several functions bear a name, each in another department.
    Namesakes {
        /// The name.
        name: String,
        /// The names of the departments.
        departments: Vec<String>,
    },
    /// Lists in a column were written with another mark than the one between items, and read so.
    OtherMark {
        /// The file or sheet.
        source: String,
        /// The header of the column.
        column: String,
        /// The first row.
        row: u32,
    },
    /// A value is read as another, as somebody decided.
    Chosen {
        /// As it is written.
        written: String,
        /// As it is read.
        taken: String,
    },
    /// A row is left out, as somebody decided.
    LeftOut {
        /// The file or sheet.
        source: String,
        /// The row.
        row: u32,
    },
    /// So many more notices.
    More(usize),
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
            Self::Understood { written, taken } => {
                (texts.understood)(&short(written), &short(taken))
            }
            Self::Namesakes { name, departments } => {
                let some: Vec<&str> = departments.iter().take(5).map(String::as_str).collect();
                (texts.namesakes)(&short(name), departments.len(), &some.join(", "))
            }
            Self::OtherMark {
                source,
                column,
                row,
            } => (texts.other_mark)(source, &short(column), *row),
            Self::Chosen { written, taken } => (texts.chosen)(&short(written), &short(taken)),
            Self::LeftOut { source, row } => (texts.left_out)(source, *row),
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
