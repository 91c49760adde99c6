//! What is worth knowing about a file though nothing is wrong.

use super::columns::Table;
use super::fault::{Words, short, texts};
use crate::text::faults::{Shapes, Taken};
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
    /// Columns whose headers are those of other programs: each was read as one of ours.
    Taken {
        /// The file or sheet.
        source: String,
        /// The headers, and the columns that they were taken for.
        columns: Vec<(String, Words)>,
    },
    /// A sheet that is no plain list was read as one.
    Shaped {
        /// The file or sheet.
        source: String,
        /// As what.
        shape: ReadAs,
    },
    /// A matrix has values where one would say something of itself.
    Diagonal {
        /// The file or sheet.
        source: String,
        /// How many.
        values: usize,
        /// The first row with one.
        row: u32,
    },
    /// A file that holds nothing.
    EmptyFile {
        /// The file.
        source: String,
    },
    /// A sheet that a person said is not to be read.
    Left {
        /// The file or sheet.
        source: String,
    },
    /// The actors name no department: all are in one group.
    NoGroup {
        /// The file or sheet.
        source: String,
        /// The columns that could be the group.
        columns: Vec<String>,
    },
    /// A sheet that nobody sees was not read.
    HiddenSheet {
        /// The file and sheet.
        source: String,
    },
    /// Rows above the header were not read.
    RowsAbove {
        /// The file or sheet.
        source: String,
        /// The first of them with a value.
        first: u32,
        /// The last.
        last: u32,
        /// What stands first there.
        text: String,
    },
    /// Several sheets or files are the same table: all are read.
    SameTable {
        /// The table.
        table: Table,
        /// The files or sheets, the first of them.
        sources: Vec<String>,
        /// How many more there are.
        more: usize,
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
    /// The file holds the places of a map: whether the district's own stay instead.
    MapPlaces {
        /// Whether the district has a map already.
        own_stay: bool,
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

/// What a sheet that is no plain list was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadAs {
    /// Rows and columns bear names.
    Matrix,
    /// The partners of the function in the first column stand in the others.
    Partners(String, Vec<String>),
    /// Crosses in these columns make the list of the other.
    Marks(Words, Vec<String>),
    /// Ties without a header: the letters of their columns.
    Headless(Vec<String>),
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
            Self::Taken { .. }
            | Self::Shaped { .. }
            | Self::Diagonal { .. }
            | Self::EmptyFile { .. }
            | Self::Left { .. }
            | Self::NoGroup { .. } => self.say_shape(lang),
            Self::HiddenSheet { source } => (texts.hidden_sheet)(source),
            Self::RowsAbove {
                source,
                first,
                last,
                text,
            } => (texts.rows_above)(source, *first, *last, &short(text)),
            Self::SameTable {
                table,
                sources,
                more,
            } => (texts.same_table)(table.sheet(lang), sources, *more),
            Self::Examples { source, rows } => (texts.examples)(source, *rows),
            Self::LaterRow { source, row, later } => (texts.later_row)(source, *row, *later),
            Self::MapPlaces { own_stay } => texts.map_places[usize::from(*own_stay)].to_owned(),
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

impl Notice {
    /// The same of what a sheet is read as.
    fn say_shape(&self, lang: Lang) -> String {
        let texts = Shapes::of(lang);
        let quoted = |headers: &[String]| -> Vec<String> {
            headers.iter().map(|header| short(header)).collect()
        };
        match self {
            Self::Taken { source, columns } => {
                let taken: Vec<Taken> = columns
                    .iter()
                    .map(|(header, words)| Taken {
                        written: short(header),
                        read: words.pick(lang),
                    })
                    .collect();
                (texts.taken)(source, &taken)
            }
            Self::Shaped { source, shape } => match shape {
                ReadAs::Matrix => (texts.matrix)(source),
                ReadAs::Partners(from, to) => (texts.partners)(source, &short(from), &quoted(to)),
                ReadAs::Marks(into, of) => (texts.marks)(source, into.pick(lang), &quoted(of)),
                ReadAs::Headless(letters) => (texts.headless)(source, letters),
            },
            Self::Diagonal {
                source,
                values,
                row,
            } => (texts.diagonal)(source, *values, *row),
            Self::EmptyFile { source } => format!("{source}: {}", texts.nothing),
            Self::Left { source } => (texts.left)(source),
            Self::NoGroup { source, columns } => (texts.no_group)(source, &quoted(columns)),
            _ => String::new(),
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
