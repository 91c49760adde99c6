//! Which parts of an .xlsx are read: what lies beside them, pictures, foreign data and hidden sheets, costs nothing.
//!
//! Found in the way in which calamine finds them, so that it meets no part that was not judged before.

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::fault::Problem;

/// A ZIP file in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A list of parts or sheets that is longer than this belongs to no workbook of people.
const LONGEST: u64 = 20_000_000;

/// The parts of a workbook.
#[derive(Default)]
pub(super) struct Outline {
    /// The paths of all parts that are read, as [`plain`] has them.
    pub parts: HashSet<String>,
    /// The path of each sheet that is seen, by its name.
    pub sheets: HashMap<String, String>,
}

impl Outline {
    /// The name of the sheet that is seen at a path.
    pub fn name(&self, path: &str) -> Option<&str> {
        let mut sheets = self.sheets.iter();
        sheets.find_map(|(name, of_sheet)| (of_sheet == path).then_some(name.as_str()))
    }
}

/// A path as calamine compares it.
pub(super) fn plain(path: &str) -> String {
    path.replace('\\', "/").to_ascii_lowercase()
}

/// The outline of a workbook.
pub(super) fn outline(archive: &mut Archive<'_>) -> Result<Outline, Problem> {
    let mut paths = HashMap::new();
    for place in 0..archive.len() {
        if let Some(Ok(name)) = archive.name_for_index(place) {
            paths.insert(plain(&name), place);
        }
    }
    let mut target = None;
    let package = "_rels/.rels";
    each(archive, paths.get(package), "Relationship", |start| {
        if raw(start, "Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument")) {
            target = value(start, "Target").or(target.take());
        }
    })?;
    let target = target.ok_or(Problem::Unreadable)?;
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |at| at + 1));
    let folder = folder.strip_prefix('/').unwrap_or(folder);
    let name = if name.is_empty() {
        "workbook.xml"
    } else {
        name
    };
    let links_path = plain(&format!("{folder}_rels/{name}.rels"));
    let mut links = HashMap::new();
    each(archive, paths.get(&links_path), "Relationship", |start| {
        if let Some(id) = raw(start, "Id") {
            links.insert(id, raw(start, "Target").unwrap_or_default());
        }
    })?;
    let mut outline = Outline::default();
    for part in ["sharedStrings.xml", "styles.xml", "theme/theme1.xml", name] {
        outline.parts.insert(plain(&format!("{folder}{part}")));
    }
    outline.parts.extend([package.to_owned(), links_path]);
    let workbook = plain(&format!("{folder}{name}"));
    each(archive, paths.get(&workbook), "sheet", |start| {
        let is_hidden = raw(start, "state").is_some_and(|state| state != "visible");
        let Some(link) = link(start)
            .and_then(|id| links.get(&id))
            .filter(|_| !is_hidden)
        else {
            return;
        };
        let path = match link.strip_prefix('/') {
            Some(absolute) => plain(absolute),
            None => plain(&format!("{folder}{link}")),
        };
        outline.parts.insert(path.clone());
        let name = value(start, "name").unwrap_or_default();
        outline.sheets.insert(name, path);
    })?;
    Ok(outline)
}

/// Calls `found` with each element of a name in a part that there may be.
fn each(
    archive: &mut Archive<'_>,
    place: Option<&usize>,
    name: &str,
    mut found: impl FnMut(&BytesStart<'_>),
) -> Result<(), Problem> {
    let Some(place) = place else {
        return Ok(());
    };
    let part = archive.by_index(*place).map_err(|error| match error {
        zip::result::ZipError::InvalidPassword => Problem::Locked,
        _ => Problem::Unreadable,
    })?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part.take(LONGEST)));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) if start.local_name().as_ref() == name => found(&start),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(Problem::Unreadable),
        }
    }
}

/// An attribute as it is written.
pub(super) fn raw(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}

/// An attribute as it is meant.
fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// The id of the link of a sheet, whatever the prefix of its name.
pub(super) fn link(sheet: &BytesStart<'_>) -> Option<String> {
    let mut attributes = sheet.attributes();
    let mut known = attributes.with_checks(false).flatten();
    let id = known.find(|attribute| attribute.key.local_name().as_ref() == "id");
    Some(id?.value.into_owned())
}
