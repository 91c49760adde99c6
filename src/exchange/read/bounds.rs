//! Whether an .xlsx keeps within the bounds of a workbook, before it is read.
//!
//! calamine counts the letters and digits of a cell's place without a bound, makes room for as many texts as a file says
//! it has, gives each style a copy of its font, and reads a part again for each sheet that names it: a few bytes could
//! stand for gigabytes, for minutes, or for another cell. So every part is gone through first, in the way in which
//! calamine goes through it.
//!
//! Source: ECMA-376, part 1, chapter 18 (SpreadsheetML).

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::fault::Problem;
use super::room::Room;
use super::sheet::Broken;

/// A ZIP file in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// No place of a cell has more letters, or the sum could run over.
const LETTERS: usize = 5;

/// No place of a cell has more digits, or the sum could run over.
const DIGITS: usize = 8;

/// What a shared text takes beside its bytes.
const TEXT: u64 = 48;

/// More than a font, a ground, a frame, a name or a link takes.
const LOOK: u64 = 300;

/// More than a style takes beside its texts, of which it has two.
const STYLE: u64 = 600;

/// The most texts for which room is made though they may not come.
const PROMISED: u64 = 1_000_000;

/// Whether all parts keep within their bounds; what they will take is taken from the room.
pub(super) fn judge(archive: &mut Archive<'_>, room: &mut Room) -> Result<(), Broken> {
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Problem::Unreadable)?;
        judge_part(BufReader::new(part), room)?;
    }
    Ok(())
}

fn judge_part(part: impl BufRead, room: &mut Room) -> Result<(), Broken> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let (mut styles, mut longest) = (0, 0);
    let mut named = HashSet::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => match start.local_name().as_ref() {
                "c" | "row" => judge_place(&start)?,
                "si" => room.hold_bytes(TEXT)?,
                "sst" => {
                    let promised = attribute(&start, "uniqueCount");
                    let promised = promised.and_then(|count| count.parse::<u64>().ok());
                    if promised.is_some_and(|count| count > PROMISED) {
                        return Err(Problem::Unreadable.into());
                    }
                }
                "xf" => styles += 1,
                name @ ("font" | "fill" | "border" | "numFmt" | "name" | "rFont" | "sheet"
                | "definedName" | "Relationship") => {
                    if matches!(name, "name" | "numFmt") {
                        longest = longest.max(start.len() as u64);
                    }
                    room.hold_bytes(LOOK)?;
                    if sheet(&start).is_some_and(|sheet| !named.insert(sheet)) {
                        return Err(Problem::Unreadable.into());
                    }
                }
                _ => {}
            },
            // What is behind a broken place is not read.
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    room.hold_bytes(styles * (STYLE + 2 * longest))?;
    Ok(())
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}

/// What names the part of a sheet: in the list of sheets the id of the link, in that of links the file. Two of one name
/// are never two sheets.
fn sheet(start: &BytesStart<'_>) -> Option<String> {
    match start.local_name().as_ref() {
        "sheet" => {
            let mut attributes = start.attributes();
            let mut known = attributes.with_checks(false).flatten();
            let id = known.find(|attribute| attribute.key.local_name().as_ref() == "id");
            Some(id?.value.into_owned())
        }
        "Relationship" if attribute(start, "Type")?.ends_with("/worksheet") => {
            let target = attribute(start, "Target")?.to_ascii_lowercase();
            target.rsplit(['/', '\\']).next().map(str::to_owned)
        }
        _ => None,
    }
}

fn judge_place(start: &BytesStart<'_>) -> Result<(), Broken> {
    let Some(place) = attribute(start, "r") else {
        return Ok(());
    };
    let count = |of: fn(&u8) -> bool| place.bytes().filter(of).count();
    if count(u8::is_ascii_alphabetic) <= LETTERS && count(u8::is_ascii_digit) <= DIGITS {
        return Ok(());
    }
    Err(Broken {
        value: Some(place),
        ..Problem::CellBeyond.into()
    })
}
