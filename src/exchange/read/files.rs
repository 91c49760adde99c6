//! The sheets of all files: what kind of file each is.

use super::super::fault::{Faults, Place, Problem};
use super::super::input::Input;
use super::room::{Limits, MAX_FILES, Room};
use super::sheet::{Broken, Sheet, csv_sheet, source};
use super::{archive, csv_file, graph, sheltered, workbook};

/// Reads the sheets of all files; only what a file is and how much it holds can be wrong here.
pub(in super::super) fn sheets(inputs: &[Input], limits: Limits) -> Result<Vec<Sheet<'_>>, Faults> {
    let mut sheets = Vec::new();
    let mut faults = Faults::default();
    let mut room = Room::of(limits);
    for input in inputs {
        match sheets_of(input, &mut room) {
            Ok(of_input) => sheets.extend(of_input),
            Err(broken) => {
                let is_last = broken.problem == Problem::TooManyFiles(MAX_FILES);
                let place = Place {
                    source: source(&input.name, broken.part.as_deref()),
                    row: broken.row,
                    column: None,
                    value: broken.value,
                };
                faults.push(place, broken.problem);
                if is_last {
                    break;
                }
            }
        }
    }
    if faults.is_empty() {
        Ok(sheets)
    } else {
        Err(faults)
    }
}

/// What people call all files together.
pub(in super::super) fn sources(inputs: &[Input]) -> String {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| source(&input.name, None))
        .collect();
    names.join(", ")
}

fn sheets_of<'a>(input: &'a Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Broken> {
    let bytes = input.bytes.as_slice();
    room.file()?;
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::sheets(input, room);
    }
    room.unpack(bytes.len() as u64)?;
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return sheltered::sheltered(|| workbook::old_sheets(input, room));
    }
    let ending = input.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["xlsx", "xls", "ods", "xlsm", "xlsb", "zip"]
        .iter()
        .any(|workbook| ending.eq_ignore_ascii_case(workbook))
    {
        return Err(Problem::Unreadable.into());
    }
    let text = csv_file::decoded(bytes)?;
    if let Some(sheets) = graph::sheets(&input.name, &text, room)? {
        return Ok(sheets);
    }
    Ok(vec![csv_sheet(&input.name, None, text)?])
}
