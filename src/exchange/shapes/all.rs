//! All sheets as the lists that they are or stand for.

use std::cell::OnceCell;

use super::super::chosen::Columns;
use super::super::columns::Table;
use super::super::fault::Faults;
use super::super::header::Header;
use super::super::notice::{Notice, Notices, ReadAs};
use super::super::read::{Kind, Shape, Sheet, letters};
use super::known::Known;
use super::look::{self, Seen};
use super::{headless, marks, matrix, partners};

/// What becomes of a sheet.
enum Fate {
    /// It is read as it is.
    List,
    /// It is read as the list that it stands for.
    Shaped(Shape),
    /// It is read as it is, but for some columns, and as another list too.
    Both(Shape, Vec<usize>),
    /// It is not read.
    Left,
}

/// The sheets as lists; what they were read as is told, and what is wrong in it.
pub(in super::super) fn reshaped<'a>(
    sheets: Vec<Sheet<'a>>,
    columns: &Columns,
    notices: &mut Notices,
    faults: &mut Faults,
) -> Vec<Sheet<'a>> {
    let known = OnceCell::new();
    let known = || known.get_or_init(|| Known::of(&sheets, columns));
    let fates: Vec<Fate> = sheets
        .iter()
        .map(|sheet| fate(sheet, columns, &known, notices, faults))
        .collect();
    let mut lists = Vec::new();
    for (mut sheet, fate) in sheets.into_iter().zip(fates) {
        match fate {
            Fate::List => lists.push(sheet),
            Fate::Shaped(shape) => lists.push(sheet.shaped(shape)),
            Fate::Both(shape, read_elsewhere) => {
                lists.push(sheet.clone().shaped(shape));
                sheet.read_elsewhere = read_elsewhere;
                lists.push(sheet);
            }
            Fate::Left => {}
        }
    }
    lists
}

fn fate<'k>(
    sheet: &Sheet<'_>,
    columns: &Columns,
    known: &impl Fn() -> &'k Known,
    notices: &mut Notices,
    faults: &mut Faults,
) -> Fate {
    let header = Header::of(sheet, columns);
    let chosen = columns.table(&sheet.source);
    if chosen == Some(None) {
        let source = sheet.source.clone();
        notices.push(Notice::Left { source });
        return Fate::Left;
    }
    let Some(table) = header.table.filter(|table| is_list(&header, *table)) else {
        return match chosen {
            None if !header.cells.is_empty() => unknown(sheet, &header, known, notices),
            _ => Fate::List,
        };
    };
    if table == Table::Actors && chosen.is_none() {
        return partners(sheet, notices).unwrap_or(Fate::List);
    }
    let marked = marks::of(sheet, &header, table, notices, faults);
    marked.map_or(Fate::List, Fate::Shaped)
}

/// Whether a table has the columns without which its rows name nothing.
fn is_list(header: &Header, table: Table) -> bool {
    let keys: &[&str] = match table {
        Table::Cooperations => &["from", "to"],
        Table::Actors => &["name", "department"],
        Table::Offers | Table::Departments | Table::Phases => &["name"],
    };
    keys.iter().all(|key| header.has(table, key))
}

/// A sheet that is no list of ours by its columns.
fn unknown<'k>(
    sheet: &Sheet<'_>,
    header: &Header,
    known: &impl Fn() -> &'k Known,
    notices: &mut Notices,
) -> Fate {
    if let Some(fate) = partners(sheet, notices) {
        return fate;
    }
    let rows = look::rows(sheet);
    // Columns of ours are those of a list of functions, of whatever it says of them.
    let is_of_functions = ["id", "name"]
        .iter()
        .any(|key| header.has(Table::Actors, key));
    if let Some(shape) = matrix::of(&rows, known()) {
        matrix::tell(sheet, &shape, notices);
        return Fate::Shaped(shape);
    }
    match headless::of(&rows, known()) {
        Some(columns) if !is_of_functions => {
            let letters = columns.all().iter().map(|(at, _)| letters(*at)).collect();
            notices.push(Notice::Shaped {
                source: sheet.source.clone(),
                shape: ReadAs::Headless(letters),
            });
            Fate::Shaped(columns.shape())
        }
        _ => Fate::List,
    }
}

/// A sheet of functions with their partners.
fn partners(sheet: &Sheet<'_>, notices: &mut Notices) -> Option<Fate> {
    let rows = look::rows(sheet);
    let shape = partners::of(&rows)?;
    let is_header = |row: &&Seen| Some(row.number) == shape.header;
    let header = rows.iter().find(is_header)?;
    let Kind::Partners(of) = &shape.kind else {
        return None;
    };
    partners::tell(sheet, header, of, notices);
    if !partners::lists_functions(header) {
        return Some(Fate::Shaped(shape));
    }
    let own = of.partners.iter().flat_map(|partner| {
        let strength = partner.strength.into_iter();
        strength.chain([partner.at])
    });
    let own = own.collect();
    Some(Fate::Both(shape.without_shared(), own))
}
