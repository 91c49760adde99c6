//! The hidden sheet behind the drop-down lists: what is known when the file is written, and in a template below it what
//! its sheets gain while they are filled in, gathered by formulas that Excel 2010 and LibreOffice know.

use rust_xlsxwriter::{Formula, Workbook, Worksheet, XlsxError};

use crate::exchange::apostrophe::guarded_in_workbook;
use crate::exchange::columns::{EXAMPLE_MARK, EXAMPLE_MARK_EN, Table};
use crate::text::{Lang, legible};

use super::known::Known;

/// A list that cells offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// The organisations.
    Departments,
    /// The functions and facilities.
    Actors,
    /// The offers.
    Offers,
    /// The sections of offices.
    Sections,
    /// The funding phases.
    Phases,
    /// Who may take part in an offer: functions, organisations, sections.
    Parties,
}

impl List {
    const ALL: [Self; 6] = [
        Self::Departments,
        Self::Actors,
        Self::Offers,
        Self::Sections,
        Self::Phases,
        Self::Parties,
    ];

    /// The table and its column that the list grows from while a file is filled in; parties grow from other lists.
    fn source(self) -> Option<(Table, &'static str)> {
        match self {
            Self::Departments => Some((Table::Departments, "name")),
            Self::Actors => Some((Table::Actors, "name")),
            Self::Offers => Some((Table::Offers, "name")),
            Self::Sections => Some((Table::Actors, "section")),
            Self::Phases => Some((Table::Phases, "name")),
            Self::Parties => None,
        }
    }

    fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Departments => Table::Departments.sheet(lang),
            Self::Actors => Table::Actors.sheet(lang),
            Self::Offers => Table::Offers.sheet(lang),
            Self::Sections => lang.pick("Fachbereiche", "sections"),
            Self::Phases => Table::Phases.sheet(lang),
            Self::Parties => lang.pick("Beteiligte", "parties"),
        }
    }
}

/// The name under which formulas and cells know a list.
pub(super) fn list_name(list: List, lang: Lang) -> String {
    format!("{}_{}", lang.pick("Liste", "list"), list.title(lang))
}

fn known_of(known: &Known, list: List) -> &[String] {
    match list {
        List::Departments => &known.departments,
        List::Actors => &known.actors,
        List::Offers => &known.offers,
        List::Sections => &known.sections,
        List::Phases => &known.phases,
        List::Parties => &known.parties,
    }
}

/// Where a sheet takes entries that are not known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The table.
    pub table: Table,
    /// The place of the list's column in its sheet.
    pub column: u16,
    /// The first row, as a spreadsheet numbers it.
    pub first: usize,
    /// How many rows.
    pub rows: usize,
}

/// A list that grows: its column, the first row of what it gains, and how many rows.
type Grown = (List, String, usize, usize);

/// Adds the hidden sheet and the names of its lists; `room` says where a list grows, by table and key. Where none does,
/// as in an export, no formula is written.
pub(super) fn behind(
    workbook: &mut Workbook,
    known: &Known,
    room: impl Fn(Table, &str) -> Option<Room>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let sheet = lang.pick("Listen", "Lists");
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(sheet)?.set_hidden(true);
    worksheet.set_formula_result_default("");
    let mut names = Vec::new();
    let mut grown = Vec::new();
    for (place, list) in (0..).zip(List::ALL) {
        let column = place as u16;
        worksheet.write_string(0, column, list.title(lang))?;
        let known = known_of(known, list);
        for (row, text) in (1..).zip(known) {
            worksheet.write_string(row, column, legible(&guarded_in_workbook(text)))?;
        }
        let from = known.len() + 2;
        let room = list.source().and_then(|(table, key)| room(table, key));
        let rows = match room {
            Some(room) => {
                grow(worksheet, list, room, known.len(), lang)?;
                grown.push((list, letter(column), from, room.rows));
                room.rows
            }
            None if list == List::Parties => {
                let takers = [List::Actors, List::Departments, List::Sections];
                let of = |taker| grown.iter().find(|(list, ..)| *list == taker);
                let takers: Vec<Grown> = takers.into_iter().filter_map(of).cloned().collect();
                grow_from(worksheet, column, from, &takers)?;
                takers.iter().map(|(.., rows)| rows).sum()
            }
            None => 0,
        };
        names.push((list, letter(column), from + rows - 1));
    }
    for (list, column, last) in names {
        let entries = format!("{sheet}!${column}$2:${column}${}", last.max(2));
        // Only as many as there are: Excel would open the list at its empty end.
        let list_of = match grown.is_empty() {
            // Only what is known: no formula stands in a cell or a name.
            true => format!("={entries}"),
            false => format!("=OFFSET({sheet}!${column}$2,0,0,MAX(1,COUNTIF({entries},\"?*\")),1)"),
        };
        workbook.define_name(list_name(list, lang), &list_of)?;
    }
    Ok(())
}

/// The column in which a list's new entries are found before they close up, beside all lists.
fn beside(list: List) -> u16 {
    8 + list as u16
}

/// Below the known entries those of the sheet that are none of them, examples aside, each once.
fn grow(
    worksheet: &mut Worksheet,
    list: List,
    room: Room,
    known: usize,
    lang: Lang,
) -> Result<(), XlsxError> {
    let mark = lang.pick(EXAMPLE_MARK, EXAMPLE_MARK_EN).trim_end();
    let (own, new) = (letter(list as u16), letter(beside(list)));
    let source = letter(room.column);
    for at in 0..room.rows {
        let row = at + 2;
        let cell = format!("{}!${source}${}", room.table.sheet(lang), room.first + at);
        // A section stands in a row whose name says whether it is an example.
        let named = format!("{}!$A${}", room.table.sheet(lang), room.first + at);
        let is_known = match known {
            0 => String::new(),
            known => format!(",ISNUMBER(MATCH({cell},${own}$2:${own}${},0))", known + 1),
        };
        let formula = format!(
            "=IF(OR({cell}=\"\",LEFT({named},{})=\"{mark}\"{is_known},ISNUMBER(MATCH({cell},{new}$1:{new}{},0))),\"\",{cell})",
            mark.len(),
            row - 1
        );
        put(worksheet, row, beside(list), &formula, false)?;
        let all = format!("${new}$2:${new}${}", room.rows + 1);
        let formula = format!(
            "=IFERROR(INDEX({all},SMALL(IF({all}<>\"\",ROW({all})-1),{})),\"\")",
            at + 1
        );
        put(worksheet, known + row, list as u16, &formula, true)?;
    }
    Ok(())
}

/// Below the known parties what the lists of functions, organisations and sections have gained.
fn grow_from(
    worksheet: &mut Worksheet,
    column: u16,
    from: usize,
    grown: &[Grown],
) -> Result<(), XlsxError> {
    let aside = letter(beside(List::Parties));
    for (place, (_, list, first, rows)) in grown.iter().enumerate() {
        let gained = format!("=COUNTIF({list}{first}:{list}{},\"?*\")", first + rows - 1);
        put(worksheet, place + 2, beside(List::Parties), &gained, false)?;
    }
    let all: usize = grown.iter().map(|(.., rows)| rows).sum();
    for at in 1..=all {
        let mut formula = "\"\"".to_owned();
        for (place, (_, list, first, rows)) in grown.iter().enumerate().rev() {
            let before = match place {
                0 => "0".to_owned(),
                place => format!("SUM(${aside}$2:${aside}${})", place + 1),
            };
            let entries = format!("${list}${first}:${list}${}", first + rows - 1);
            formula = format!(
                "IF({at}<=SUM(${aside}$2:${aside}${}),INDEX({entries},{at}-{before}),{formula})",
                place + 2
            );
        }
        put(
            worksheet,
            from + at - 1,
            column,
            &format!("={formula}"),
            false,
        )?;
    }
    Ok(())
}

fn put(
    worksheet: &mut Worksheet,
    row: usize,
    column: u16,
    formula: &str,
    is_array: bool,
) -> Result<(), XlsxError> {
    let row = u32::try_from(row - 1).unwrap_or(u32::MAX);
    let formula = Formula::new(formula).set_result("");
    match is_array {
        true => worksheet.write_array_formula(row, column, row, column, formula)?,
        false => worksheet.write_formula(row, column, formula)?,
    };
    Ok(())
}

/// The letter of one of a sheet's first columns.
fn letter(column: u16) -> String {
    char::from(b'A' + column.min(25) as u8).to_string()
}
