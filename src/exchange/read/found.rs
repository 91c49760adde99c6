//! What was found in some files.

use super::super::columns::is_other;
use super::super::fault::{Faults, Place, Problem};
use super::super::notice::{Notice, Notices};
use super::super::open::ToldOpen;
use super::gathered::Gathered;
use super::room::{MAX_FILES, Room};
use super::sheet::{Broken, Sheet, source};
use crate::domain::MapPlaces;

/// The sheets of some files, what is worth knowing of those that are left out, and what is wrong with the files.
pub(in super::super) struct Found<'a> {
    /// The sheets that are read, in their order.
    pub sheets: Vec<Sheet<'a>>,
    /// The places of a map, of the first file that holds some.
    pub places: Option<MapPlaces>,
    /// What files of our own tell to be open.
    pub open: Vec<ToldOpen>,
    /// What is left out.
    pub notices: Notices,
    pub(super) faults: Faults,
    /// What a sheet must be to be read, where there is no room for all.
    needed: Option<IsTable>,
}

/// Whether a sheet is one of the tables that are wanted.
pub(in super::super) type IsTable = fn(&Sheet<'_>) -> bool;

impl<'a> Found<'a> {
    /// Nothing yet; where something is needed of a sheet, others are left out and take no room.
    pub(super) fn of(needed: Option<IsTable>) -> Self {
        Self {
            sheets: Vec::new(),
            places: None,
            open: Vec::new(),
            notices: Notices::default(),
            faults: Faults::default(),
            needed,
        }
    }

    /// Adds a sheet of a workbook whose rows `gather` reads.
    pub(super) fn add(
        &mut self,
        file: &str,
        name: String,
        room: &mut Room,
        gather: impl FnOnce(&mut Gathered<'_>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        let before = room.clone();
        let mut rows = Gathered::new(name, room);
        let gathered = gather(&mut rows);
        let is_short = gathered.as_ref().is_err_and(|broken| {
            matches!(
                broken.problem,
                Problem::TooLarge(_) | Problem::TooManyRows(_)
            )
        });
        if !(is_short && self.needed.is_some()) {
            gathered?;
            let sheet = rows.finish(file)?;
            self.keep(sheet, room, before);
            return Ok(());
        }
        let sheet = rows.into_sheet(file);
        let is_needed = self.needed.is_some_and(|is_table| is_table(&sheet));
        if is_needed {
            return gathered;
        }
        self.keep(sheet, room, before);
        Ok(())
    }

    fn keep(&mut self, sheet: Sheet<'a>, room: &mut Room, before: Room) {
        if self.needed.is_none_or(|is_table| is_table(&sheet)) {
            self.sheets.push(sheet);
        } else {
            *room = before;
            let source = sheet.source;
            self.notices.push(Notice::UnknownSheet { source });
        }
    }

    /// Whether what was found is too much, and less might do.
    pub(super) fn is_too_much(&self) -> bool {
        let mut problems = self.faults.list.iter().map(|fault| &fault.problem);
        self.needed.is_none()
            && problems
                .any(|problem| matches!(problem, Problem::TooLarge(_) | Problem::TooManyRows(_)))
    }

    /// Notes a sheet that nobody sees and that is not read; one of our own template holds no table.
    pub(super) fn hidden(&mut self, file: &str, sheet: &str) {
        if is_other(sheet) {
            return;
        }
        let source = source(file, Some(sheet));
        self.notices.push(Notice::HiddenSheet { source });
    }

    /// Notes why a file cannot be read; says whether no more are read after it.
    pub(super) fn refuse(&mut self, file: &str, broken: Broken) -> bool {
        let is_last = broken.problem == Problem::TooManyFiles(MAX_FILES);
        let place = Place {
            source: source(file, broken.part.as_deref()),
            row: broken.row,
            column: None,
            value: broken.value,
        };
        self.faults.push(place, broken.problem);
        is_last
    }
}
