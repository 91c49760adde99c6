//! ZIP files: workbooks of today, and our own export of CSV files.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::fault::Problem;
use super::super::input::Input;
use super::bounds::Archive;
use super::room::Room;
use super::sheet::{Broken, Sheet, csv_sheet};
use super::sheltered::sheltered;
use super::{bounds, csv_file, open_document, workbook};

/// More parts than any workbook of people has, its pictures too.
const MAX_PARTS: usize = 5_000;

/// The sheets of a workbook or of the CSV files in an archive.
pub(super) fn sheets<'a>(input: &'a Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Broken> {
    let mut archive =
        ZipArchive::new(Cursor::new(input.bytes.as_slice())).map_err(|_| Problem::Unreadable)?;
    let names: Vec<String> = (0..archive.len())
        .filter_map(|place| Some(archive.name_for_index(place)?.ok()?.into_owned()))
        .collect();
    let holds = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let (is_workbook, is_document) = (holds("xl/workbook.xml"), holds("content.xml"));
    if !is_workbook && !is_document {
        for _ in names.iter().filter(|name| is_csv(name)) {
            room.file()?;
        }
    }
    if names.len() > MAX_PARTS {
        return Err(Problem::Unreadable.into());
    }
    weigh(&mut archive, room)?;
    if is_workbook {
        bounds::judge(&mut archive, room)?;
        sheltered(|| workbook::sheets(input, room))
    } else if is_document {
        let manifest = part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(Problem::Locked.into());
        }
        let content = part(&mut archive, "content.xml").ok_or(Problem::Unreadable)?;
        open_document::sheets(&input.name, &content, room)
    } else {
        let mut sheets = Vec::new();
        for name in names.iter().filter(|name| is_csv(name)) {
            let bytes = part(&mut archive, name).ok_or(Problem::Unreadable)?;
            let text = csv_file::owned(bytes)?;
            sheets.push(csv_sheet(&input.name, Some(name), text.into())?);
        }
        if sheets.is_empty() {
            return Err(Problem::Unreadable.into());
        }
        Ok(sheets)
    }
}

fn is_csv(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["csv", "tsv", "txt"]
        .iter()
        .any(|text| ending.eq_ignore_ascii_case(text))
        && !name.starts_with("__MACOSX/")
}

/// Unpacks everything once to nowhere: what the directory says of sizes may be a lie.
fn weigh(archive: &mut Archive<'_>, room: &mut Room) -> Result<(), Problem> {
    let too_large = Problem::TooLarge(room.limits.megabytes);
    if archive
        .decompressed_size()
        .is_some_and(|size| size > u128::from(room.packed))
    {
        return Err(too_large);
    }
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|error| match error {
            zip::result::ZipError::InvalidPassword => Problem::Locked,
            _ => Problem::Unreadable,
        })?;
        let size = std::io::copy(&mut entry.take(room.packed + 1), &mut std::io::sink())
            .map_err(|_| Problem::Unreadable)?;
        room.unpack(size)?;
    }
    Ok(())
}

fn part(archive: &mut Archive<'_>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .ok()?
        .read_to_end(&mut bytes)
        .ok()
        .map(|_| bytes)
}
