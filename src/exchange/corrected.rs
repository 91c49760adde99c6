//! Tables as somebody corrected them.

use super::columns::Table;
use super::correction::{Correction, Instead, NameOf, Subject};
use super::fault::{Fault, short};
use super::notice::Notice;
use super::tables::{Line, Part, Tables};
use crate::domain::look_alike;

/// The columns with lists.
const LISTS: [&str; 8] = [
    "providers",
    "known_to",
    "referred_by",
    "offers",
    "kinds",
    "life_phases",
    "fields",
    "phase",
];

impl NameOf {
    /// Whether a column of a table names such things.
    fn is_in(self, table: Table, key: &str) -> bool {
        let parties = ["providers", "known_to", "referred_by"];
        match self {
            Self::Phase => key == "phase",
            Self::Offer => table == Table::Cooperations && key == "offers",
            Self::Actor => match table {
                Table::Cooperations => ["from", "to"].contains(&key),
                Table::Offers => parties.contains(&key),
                _ => false,
            },
            Self::Department => match table {
                Table::Actors => key == "department",
                Table::Offers => key == "responsible" || parties.contains(&key),
                _ => false,
            },
        }
    }
}

impl Correction {
    /// Whether it is about a column of a part, in whatever row.
    fn is_of(&self, part: &Part, key: &str, header: &str) -> bool {
        match &self.of {
            Subject::Name(name) => name.is_in(part.table, key),
            Subject::Column(column) => column == header,
            Subject::Row { source, column, .. } => {
                *source == part.source && column.as_ref().is_none_or(|column| column == header)
            }
        }
    }

    /// Whether it is about a row.
    fn is_of_row(&self, number: u32) -> bool {
        match self.of {
            Subject::Row { row, .. } => row == number,
            Subject::Name(_) | Subject::Column(_) => true,
        }
    }

    /// Whether a fault is settled by it.
    fn settles(&self, fault: &Fault) -> bool {
        let place = &fault.place;
        match &self.of {
            Subject::Row { source, row, .. } => *source == place.source && Some(*row) == place.row,
            Subject::Column(column) => {
                Some(column) == place.column.as_ref()
                    && place.value.as_deref() == Some(self.value.as_str())
            }
            Subject::Name(_) => false,
        }
    }

    /// The text of a cell after it; none where it is about another value.
    fn applied(&self, cell: &str, is_list: bool, mark: char) -> Option<String> {
        let text = match &self.instead {
            Instead::Text(text) => text.as_str(),
            Instead::LeaveOut => "",
        };
        if is_value(cell, &self.value) {
            return Some(text.to_owned());
        }
        if !is_list || self.value.is_empty() {
            return None;
        }
        let marks = [mark, ';', ',', '\n'];
        let mut found = cell.match_indices(&self.value).filter(|(at, _)| {
            let (before, after) = (&cell[..*at], &cell[at + self.value.len()..]);
            let (before, after) = (before.trim_end_matches(' '), after.trim_start_matches(' '));
            let ends = before.is_empty() || before.ends_with(marks);
            ends && (after.is_empty() || after.starts_with(marks))
        });
        let (at, _) = found.next()?;
        Some([&cell[..at], text, &cell[at + self.value.len()..]].concat())
    }
}

/// Whether a cell holds a value as a fault quotes it.
fn is_value(cell: &str, value: &str) -> bool {
    cell == value
        || short(cell) == value
        || (!value.is_empty() && look_alike(cell) == look_alike(value))
}

impl Tables {
    /// The tables as somebody corrected them; each row that is left out is noted.
    pub(super) fn corrected(&self, corrections: &[Correction]) -> Self {
        let mut tables = self.clone();
        for part in &mut tables.parts {
            let mut lines = std::mem::take(&mut part.lines);
            lines.retain_mut(|line| {
                let stays = corrections.iter().all(|one| correct(part, line, one));
                if !stays {
                    tables.notices.push(Notice::LeftOut {
                        source: part.source.clone(),
                        row: line.number,
                    });
                }
                stays
            });
            part.lines = lines;
        }
        for correction in corrections {
            if let Instead::Text(taken) = &correction.instead {
                tables.notices.push(Notice::Chosen {
                    written: correction.value.clone(),
                    taken: taken.clone(),
                });
            }
        }
        let settled = |fault: &Fault| corrections.iter().any(|one| one.settles(fault));
        tables.faults.list.retain(|fault| !settled(fault));
        tables
    }
}

/// Corrects a row; whether it stays.
fn correct(part: &Part, line: &mut Line, correction: &Correction) -> bool {
    if !correction.is_of_row(line.number) {
        return true;
    }
    let headings = part.table.headings().iter().zip(&part.headers);
    for ((heading, header), cell) in headings.zip(&mut line.cells) {
        let Some(header) = header else { continue };
        if !correction.is_of(part, heading.key, header) {
            continue;
        }
        let is_whole_row = matches!(&correction.of, Subject::Row { .. });
        if is_whole_row && correction.instead == Instead::LeaveOut {
            return false;
        }
        let is_list = LISTS.contains(&heading.key);
        if let Some(text) = correction.applied(cell, is_list, part.list_mark) {
            if correction.instead == Instead::LeaveOut {
                return false;
            }
            *cell = text;
        }
    }
    true
}
