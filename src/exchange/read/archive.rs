//! ZIP files: workbooks of today, and our own export of CSV files.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::sheltered::sheltered;
use super::{Input, Problem, Room, Rows, Sheet, csv_file, open_document, stem, workbook};

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The sheets of a workbook or of the CSV files in an archive.
pub(super) fn sheets<'a>(input: &'a Input, room: &mut Room) -> Result<Vec<Sheet<'a>>, Problem> {
    let mut archive =
        ZipArchive::new(Cursor::new(input.bytes.as_slice())).map_err(|_| Problem::Unreadable)?;
    weigh(&mut archive, room)?;
    let names: Vec<String> = (0..archive.len())
        .filter_map(|place| Some(archive.name_for_index(place)?.ok()?.into_owned()))
        .collect();
    let holds = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if holds("xl/workbook.xml") {
        sheltered(|| workbook::sheets(input, room))
    } else if holds("content.xml") {
        let manifest = part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(Problem::Locked);
        }
        let content = part(&mut archive, "content.xml").ok_or(Problem::Unreadable)?;
        open_document::sheets(&input.name, &content, room)
    } else {
        let is_csv = |name: &String| {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            ["csv", "tsv", "txt"]
                .iter()
                .any(|text| ending.eq_ignore_ascii_case(text))
                && !name.starts_with("__MACOSX/")
        };
        let mut sheets = Vec::new();
        for name in names.iter().filter(|name| is_csv(name)) {
            let bytes = part(&mut archive, name).ok_or(Problem::Unreadable)?;
            sheets.push(Sheet {
                source: format!("{} · {name}", input.name),
                name: stem(name).to_owned(),
                uncalculated: Vec::new(),
                rows: Rows::Csv(csv_file::decoded(&bytes)?.into_owned().into()),
            });
        }
        if sheets.is_empty() {
            return Err(Problem::Unreadable);
        }
        Ok(sheets)
    }
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
