//! Sheets that are filled row by row, with their headers.

use std::borrow::Cow;

use super::super::room::Room;
use super::super::sheet::{Broken, CellRow, Rows, Sheet, source};
use crate::domain::MapPlaces;
use crate::exchange::apostrophe::guarded_in_workbook;
use crate::exchange::columns::Table;
use crate::exchange::fault::Problem;
use crate::exchange::open::{ToldOffices, ToldOpen, ToldPoint};

/// The sheets of a file that is no table itself.
pub(super) struct Tables<'r, 'a> {
    file: String,
    room: &'r mut Room,
    sheets: Vec<Sheet<'a>>,
    places: Option<MapPlaces>,
    open: ToldOpen,
}

/// What a file of a network holds.
pub(in super::super) struct OfNetwork<'a> {
    /// The sheets that hold something.
    pub sheets: Vec<Sheet<'a>>,
    /// The places of its map.
    pub places: Option<MapPlaces>,
    /// What it tells to be open.
    pub open: ToldOpen,
}

impl<'r, 'a> Tables<'r, 'a> {
    pub fn new(file: &str, room: &'r mut Room) -> Self {
        Self {
            file: file.to_owned(),
            room,
            sheets: Vec::new(),
            places: None,
            open: ToldOpen::default(),
        }
    }

    /// Sets the places of the map.
    pub fn place(&mut self, places: Option<MapPlaces>) {
        self.places = places;
    }

    /// Sets what is open; each point and each function that left offices open is a row.
    pub fn leave_open(
        &mut self,
        points: Vec<ToldPoint>,
        offices: Vec<ToldOffices>,
    ) -> Result<(), Broken> {
        for _ in 0..points.len() + offices.len() {
            self.room.row()?;
        }
        self.open = ToldOpen {
            source: source(&self.file, None),
            points,
            offices,
        };
        Ok(())
    }

    /// Whether it is read for figures alone. In a district, where another file may count from one too, numbers name no
    /// actors, and what is not told of earlier phases changes none.
    pub fn is_survey(&self) -> bool {
        self.room.limits.is_survey
    }

    /// How many rows are read at most.
    pub fn rows(&self) -> usize {
        self.room.limits.rows
    }

    /// Adds a sheet, called as people see it, with its header and its rows.
    pub fn add(
        &mut self,
        table: Table,
        called: &str,
        headers: &[&str],
        rows: impl Iterator<Item = Vec<(usize, String)>>,
    ) -> Result<(), Broken> {
        let header = headers.iter().enumerate();
        let header = header.map(|(at, header)| (at, (*header).to_owned()));
        let mut kept = vec![CellRow {
            number: 1,
            cells: header.collect(),
        }];
        for (row, number) in rows.zip(2..) {
            let mut cells = row;
            cells.retain(|(_, text)| !text.is_empty());
            if cells.is_empty() {
                continue;
            }
            self.room.row()?;
            cells.sort_by_key(|(at, _)| *at);
            for (_, text) in &mut cells {
                self.room.hold(text)?;
                // Tables take off what spreadsheets need.
                if let Cow::Owned(guarded) = guarded_in_workbook(text) {
                    *text = guarded;
                }
            }
            kept.push(CellRow { number, cells });
        }
        if kept.len() > 1 {
            self.sheets.push(Sheet {
                source: source(&self.file, Some(called)),
                name: table.key().to_owned(),
                uncalculated: Vec::new(),
                open_quotes: Vec::new(),
                list_mark: ';',
                read_elsewhere: Vec::new(),
                fills_gaps: false,
                rows: Rows::Cells(kept),
            });
        }
        Ok(())
    }

    /// Says of a sheet that its rows count only as far as nothing else is known.
    pub fn fill_gaps(&mut self, called: &str) {
        let source = source(&self.file, Some(called));
        let sheets = self.sheets.iter_mut();
        let named = sheets.filter(|sheet| sheet.source == source);
        named.for_each(|sheet| sheet.fills_gaps = true);
    }

    /// What was read.
    pub fn finish(self) -> OfNetwork<'a> {
        OfNetwork {
            sheets: self.sheets,
            places: self.places,
            open: self.open,
        }
    }
}

/// The problem of a file that is not what it says.
pub(super) fn unreadable<E>(_: E) -> Broken {
    Problem::Unreadable.into()
}
