//! The sheets of all files: what kind of file each is.

use super::super::fault::{Faults, Problem};
use super::super::input::Input;
use super::found::{Found, IsTable};
use super::kind::{Kind, is_named_as_a_workbook};
use super::room::{Limits, Room};
use super::sheet::{Broken, csv_sheet, source};
use super::{archive, coding, graph, sheltered, workbook, zipped};

/// Reads the sheets of all files; only what a file is and how much it holds can be wrong here.
///
/// Where there is too much, the sheets of workbooks that are no tables are left out: a large one beside does not count.
pub(in super::super) fn sheets(
    inputs: &[Input],
    limits: Limits,
    is_table: IsTable,
) -> Result<Found<'_>, Faults> {
    let mut found = read(inputs, limits, None);
    if found.is_too_much() {
        found = read(inputs, limits, Some(is_table));
    }
    if found.faults.is_empty() {
        Ok(found)
    } else {
        Err(found.faults)
    }
}

fn read(inputs: &[Input], limits: Limits, needed: Option<IsTable>) -> Found<'_> {
    let mut found = Found::of(needed);
    let mut room = Room::of(limits);
    for input in inputs {
        if let Err(broken) = add(input, &mut room, &mut found)
            && found.refuse(&input.name, broken)
        {
            break;
        }
    }
    found
}

/// What people call all files together.
pub(in super::super) fn sources(inputs: &[Input]) -> String {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| source(&input.name, None))
        .collect();
    names.join(", ")
}

fn add<'a>(input: &'a Input, room: &mut Room, found: &mut Found<'a>) -> Result<(), Broken> {
    let (name, bytes) = (input.name.as_str(), input.bytes.as_slice());
    room.file()?;
    match Kind::of(bytes) {
        Kind::Zip => {
            let mut archive = archive::open(bytes)?;
            if archive::add_package(name, bytes, &mut archive, room, found)? {
                Ok(())
            } else {
                zipped::add(name, &mut archive, room, found)
            }
        }
        Kind::OldWorkbook => {
            room.unpack(bytes.len() as u64)?;
            sheltered::sheltered(|| workbook::add_old(name, bytes, room, found))
        }
        Kind::Other if is_named_as_a_workbook(name) => Err(Problem::Unreadable.into()),
        Kind::Other => {
            room.unpack(bytes.len() as u64)?;
            let text = coding::decoded(bytes)?;
            match graph::sheets(name, &text, room)? {
                Some(read) => {
                    found.sheets.extend(read.sheets);
                    found.places = found.places.take().or(read.places);
                    found.open.push(read.open);
                }
                None => found.sheets.push(csv_sheet(name, None, text)?),
            }
            Ok(())
        }
    }
}
