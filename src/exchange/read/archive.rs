//! ZIP files that are one document: workbooks of Excel and of LibreOffice.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::fault::Problem;
use super::found::Found;
use super::outline::{Archive, Outline, outline, plain};
use super::room::Room;
use super::sheet::Broken;
use super::sheltered::sheltered;
use super::{bounds, open_document, workbook};

/// More parts than any workbook of people has, its pictures too.
const MAX_PARTS: usize = 5_000;

/// The archive that some bytes are.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, Problem> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Unreadable)?;
    match archive.len() {
        0..=MAX_PARTS => Ok(archive),
        _ => Err(Problem::Unreadable),
    }
}

/// The names of the files in an archive, with their places.
pub(super) fn names(archive: &Archive<'_>) -> Vec<(usize, String)> {
    let name = |place| Some((place, archive.name_for_index(place)?.ok()?.into_owned()));
    (0..archive.len()).filter_map(name).collect()
}

/// Adds the sheets of the workbook that an archive is, if it is one.
pub(super) fn add_package(
    file: &str,
    bytes: &[u8],
    archive: &mut Archive<'_>,
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<bool, Broken> {
    let names = names(archive);
    let holds = |wanted: &str| {
        names
            .iter()
            .any(|(_, name)| name.eq_ignore_ascii_case(wanted))
    };
    // Most call it xl/workbook.xml, some otherwise or with the slashes of Windows.
    let is_workbook = names.iter().any(|(_, name)| {
        let path = plain(name);
        path.starts_with("xl/workbook") && path.ends_with(".xml")
    });
    if is_workbook {
        let outline = outline(archive)?;
        weigh(archive, &names, &outline, room)?;
        let asides = bounds::judge(archive, &outline, room)?;
        sheltered(|| workbook::add(file, bytes, (&outline, &asides), room, found))?;
    } else if holds("content.xml") {
        let manifest = unpacked(archive, "META-INF/manifest.xml", room)?.unwrap_or_default();
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(Problem::Locked.into());
        }
        let content = unpacked(archive, "content.xml", room)?.ok_or(Problem::Unreadable)?;
        open_document::add(file, &content, room, found)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Unpacks every part that is read once to nowhere: what the directory says of sizes may be a lie.
///
/// Cells without a value make a sheet long and are no content: sheets are weighed apart, and their texts once more as
/// they are read.
fn weigh(
    archive: &mut Archive<'_>,
    names: &[(usize, String)],
    outline: &Outline,
    room: &mut Room,
) -> Result<(), Problem> {
    for (place, name) in names {
        let path = plain(name);
        if !outline.parts.contains(&path) {
            continue;
        }
        let is_sheet = outline.sheets.values().any(|sheet| *sheet == path);
        let most = if is_sheet { room.sheets } else { room.packed };
        let part = archive.by_index(*place).map_err(problem)?;
        let size = std::io::copy(&mut part.take(most + 1), &mut std::io::sink())
            .map_err(|_| Problem::Unreadable)?;
        if is_sheet {
            room.unpack_sheet(size)?;
        } else {
            room.unpack(size)?;
        }
    }
    Ok(())
}

/// What is in the part with this name, as far as there is room for it.
fn unpacked(
    archive: &mut Archive<'_>,
    name: &str,
    room: &mut Room,
) -> Result<Option<Vec<u8>>, Problem> {
    match archive.index_for_name(name) {
        Some(place) => unpacked_at(archive, place, room).map(Some),
        None => Ok(None),
    }
}

/// The same of the part at a place.
pub(super) fn unpacked_at(
    archive: &mut Archive<'_>,
    place: usize,
    room: &mut Room,
) -> Result<Vec<u8>, Problem> {
    let part = archive.by_index(place).map_err(problem)?;
    let mut bytes = Vec::new();
    part.take(room.packed + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Problem::Unreadable)?;
    room.unpack(bytes.len() as u64)?;
    Ok(bytes)
}

fn problem(error: zip::result::ZipError) -> Problem {
    match error {
        zip::result::ZipError::InvalidPassword => Problem::Locked,
        _ => Problem::Unreadable,
    }
}
