//! What somebody decided about faults on the page, instead of changing the file.

use serde::{Deserialize, Serialize};

/// A decision about what stands in some cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The cells.
    pub of: Subject,
    /// What stands there: a cell as a whole, or an item of its list.
    pub value: String,
    /// What is read instead.
    pub instead: Instead,
}

/// The cells that a correction is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// All that name such a thing.
    Name(NameOf),
    /// All in the column with this header, in any table.
    Column(String),
    /// One row, and in it the column with this header.
    Row {
        /// The file and sheet.
        source: String,
        /// The row as a spreadsheet numbers it.
        row: u32,
        /// The header.
        column: Option<String>,
    },
}

/// What a cell may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameOf {
    /// An organisation.
    Department,
    /// A function or facility, or who else takes part in an offer.
    Actor,
    /// An offer.
    Offer,
    /// A funding phase.
    Phase,
}

/// What is read instead of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instead {
    /// Another text.
    Text(String),
    /// Nothing: the row is left out.
    LeaveOut,
}

impl Correction {
    /// How many bytes it takes, roughly.
    pub fn weight(&self) -> usize {
        let of = match &self.of {
            Subject::Name(_) => 0,
            Subject::Column(column) => column.len(),
            Subject::Row { source, column, .. } => {
                source.len() + column.as_ref().map_or(0, String::len)
            }
        };
        let instead = match &self.instead {
            Instead::Text(text) => text.len(),
            Instead::LeaveOut => 0,
        };
        of + self.value.len() + instead + size_of::<Self>()
    }
}
