//! Whether an .xlsx keeps within the bounds of a workbook, before it is read.
//!
//! calamine counts the letters and digits of a cell's place without a bound, makes room for as many texts as a file says
//! it has, gives each style a copy of its font, and reads a part again for each sheet that names it: a few bytes could
//! stand for gigabytes, for minutes, or for another cell. So every part is gone through first, in the way in which
//! calamine goes through it.
//!
//! Source: ECMA-376, part 1, chapter 18 (SpreadsheetML).

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader};

use calamine::CellErrorType;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::fault::Problem;
use super::merged::{Merged, place};
use super::outline::{Archive, Outline, link, plain, raw};
use super::room::Room;
use super::sheet::{Broken, MAX_ROWS};

/// What a shared text takes beside its bytes.
const TEXT: u64 = 48;

/// More than a font, a ground, a frame, a name or a link takes.
const LOOK: u64 = 300;

/// More than a style takes beside its texts, of which it has two.
const STYLE: u64 = 600;

/// The most texts for which room is made though they may not come.
const PROMISED: u64 = 1_000_000;

/// What calamine does not tell of a sheet.
#[derive(Default)]
pub(super) struct Aside {
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// The errors that calamine does not know, in the order in which it meets them: where each stands, if that is
    /// said, and what is seen there.
    pub errors: Vec<(Option<String>, String)>,
}

/// Whether the parts that are read keep within their bounds; what they will take is taken from the room. With it what
/// is to be known of each sheet, by its path.
pub(super) fn judge(
    archive: &mut Archive<'_>,
    outline: &Outline,
    room: &mut Room,
) -> Result<HashMap<String, Aside>, Broken> {
    let mut asides = HashMap::new();
    for at in 0..archive.len() {
        let path = match archive.name_for_index(at) {
            Some(Ok(name)) => plain(&name),
            _ => continue,
        };
        if outline.parts.contains(&path) {
            let part = archive.by_index(at).map_err(|_| Problem::Unreadable)?;
            let aside = judge_part(BufReader::new(part), room).map_err(|broken| Broken {
                part: outline.name(&path).map(str::to_owned),
                ..broken
            })?;
            asides.insert(path, aside);
        }
    }
    Ok(asides)
}

fn judge_part(part: impl BufRead, room: &mut Room) -> Result<Aside, Broken> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let (mut styles, mut longest) = (0, 0);
    let mut named = HashSet::new();
    let mut aside = Aside::default();
    let mut failed = Failed::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => match start.local_name().as_ref() {
                name @ ("c" | "row") => {
                    judge_place(&start, name == "c")?;
                    failed.begin(&start, name == "c");
                }
                "v" => failed.is_value = true,
                "mergeCell" => {
                    room.hold_bytes(TEXT)?;
                    aside
                        .merged
                        .extend(raw(&start, "ref").and_then(|cells| Merged::parse(&cells)));
                }
                "si" => room.hold_bytes(TEXT)?,
                "sst" => {
                    let promised = raw(&start, "uniqueCount");
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
            Ok(Event::Text(text)) => {
                if let Some(error) = failed.take(&text) {
                    room.hold_bytes(TEXT + error.1.len() as u64)?;
                    aside.errors.push(error);
                }
            }
            Ok(_) => failed.is_value = false,
        }
    }
    room.hold_bytes(styles * (STYLE + 2 * longest))?;
    Ok(aside)
}

/// The cell that is gone through, where it says that it holds an error.
#[derive(Default)]
struct Failed {
    is_error: bool,
    /// Whether the next text is its value.
    is_value: bool,
    place: Option<String>,
}

impl Failed {
    fn begin(&mut self, start: &BytesStart<'_>, is_cell: bool) {
        let kind = || start.try_get_attribute("t").ok().flatten();
        let is_error = is_cell && kind().is_some_and(|kind| kind.value == "e");
        *self = Self {
            is_error,
            is_value: false,
            place: if is_error { raw(start, "r") } else { None },
        };
    }

    /// The error that a text is, if it is one that calamine does not know.
    fn take(&mut self, text: &str) -> Option<(Option<String>, String)> {
        let is_foreign = std::mem::take(&mut self.is_value)
            && self.is_error
            && text.parse::<CellErrorType>().is_err();
        if !is_foreign {
            return None;
        }
        self.is_error = false;
        Some((self.place.take(), text.to_owned()))
    }
}

/// What names the part of a sheet: in the list of sheets the id of the link, in that of links the file. Two of one name
/// are never two sheets.
fn sheet(start: &BytesStart<'_>) -> Option<String> {
    match start.local_name().as_ref() {
        "sheet" => link(start),
        "Relationship" if raw(start, "Type")?.ends_with("/worksheet") => {
            let target = raw(start, "Target")?.to_ascii_lowercase();
            target.rsplit(['/', '\\']).next().map(str::to_owned)
        }
        _ => None,
    }
}

/// Whether a sheet has the place that a cell or a row names.
fn judge_place(start: &BytesStart<'_>, is_cell: bool) -> Result<(), Broken> {
    let named = start.try_get_attribute("r").ok().flatten();
    let Some(named) = named else {
        return Ok(());
    };
    let is_row = |row: &str| row.parse().is_ok_and(|row| (1..=MAX_ROWS).contains(&row));
    if (is_cell && place(&named.value).is_some()) || (!is_cell && is_row(&named.value)) {
        return Ok(());
    }
    let name = named.value.into_owned();
    Err(Broken {
        value: Some(if is_cell { name } else { format!("A{name}") }),
        ..Problem::CellBeyond.into()
    })
}
