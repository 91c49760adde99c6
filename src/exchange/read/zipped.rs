//! ZIP files of files: workbooks as several offices sent them in, and our own export of CSV files.

use super::super::fault::Problem;
use super::super::notice::Notice;
use super::archive::{self, names, unpacked_at};
use super::found::Found;
use super::kind::{Kind, is_named_as_a_workbook, is_named_as_csv};
use super::outline::Archive;
use super::room::Room;
use super::sheet::{Broken, csv_sheet, shown};
use super::sheltered::sheltered;
use super::{coding, workbook};

/// Adds the sheets of the files in an archive; one that cannot be read is a fault of its own.
pub(super) fn add(
    file: &str,
    archive: &mut Archive<'_>,
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<(), Broken> {
    let names: Vec<(usize, String)> = names(archive)
        .into_iter()
        .filter(|(_, name)| !is_junk(name))
        .collect();
    let is_read = |name: &str| is_named_as_csv(name) || is_named_as_a_workbook(name);
    if !names.iter().any(|(_, name)| is_read(name)) {
        return Err(Problem::Unreadable.into());
    }
    // So many that no one is unpacked are told before any is.
    for _ in names.iter().filter(|(_, name)| is_read(name)) {
        room.file()?;
    }
    for (place, name) in &names {
        if is_named_as_csv(name) {
            let bytes = unpacked_at(archive, *place, room)?;
            let sheet = coding::owned(bytes)
                .map_err(|problem| in_part(name, problem))
                .and_then(|text| csv_sheet(file, Some(name), text.into()));
            match sheet {
                Ok(sheet) => found.sheets.push(sheet),
                Err(broken) => {
                    found.refuse(file, broken);
                }
            }
        } else if is_named_as_a_workbook(name) {
            let inner = shown(file, name);
            let bytes = unpacked_at(archive, *place, room)?;
            if let Err(broken) = add_workbook(&inner, &bytes, room, found) {
                found.refuse(&inner, broken);
            }
        } else {
            let source = shown(file, name);
            found.notices.push(Notice::UnknownSheet { source });
        }
    }
    Ok(())
}

fn in_part(name: &str, problem: Problem) -> Broken {
    Broken {
        part: Some(name.to_owned()),
        ..problem.into()
    }
}

fn add_workbook(
    file: &str,
    bytes: &[u8],
    room: &mut Room,
    found: &mut Found<'_>,
) -> Result<(), Broken> {
    match Kind::of(bytes) {
        Kind::Zip => {
            let mut inner = archive::open(bytes)?;
            let is_workbook = archive::add_package(file, bytes, &mut inner, room, found)?;
            is_workbook.then_some(()).ok_or(Problem::ZipInZip.into())
        }
        Kind::OldWorkbook => sheltered(|| workbook::add_old(file, bytes, room, found)),
        Kind::Other => Err(Problem::Unreadable.into()),
    }
}

/// Whether nobody put a file into an archive: a folder, what a Mac or Windows adds of itself, and Excel's mark of an
/// open file.
fn is_junk(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let is_system = ["thumbs.db", "desktop.ini"]
        .iter()
        .any(|system| last.eq_ignore_ascii_case(system));
    last.is_empty()
        || name.split(['/', '\\']).any(|folder| folder == "__MACOSX")
        || last.starts_with('.')
        || last.starts_with("~$")
        || is_system
}
