//! What an import would refuse in the offers of plain files, and figures of them take.

use super::super::fault::{Faults, Problem};
use super::super::plan::Near;
use super::part::Part;

/// The doubts so far.
#[derive(Default)]
pub(super) struct Doubts {
    pub faults: Faults,
    near: Near,
}

/// A cell with a heading.
#[derive(Clone, Copy)]
pub(super) struct Cell<'p> {
    pub part: &'p Part<'p>,
    pub number: u32,
    pub column: Option<usize>,
}

impl Doubts {
    /// Adds a doubt about an item of a cell; where it would only be counted, no problem is made.
    pub fn of_item(&mut self, cell: Cell<'_>, item: &str, problem: impl FnOnce(&Self) -> Problem) {
        if self.faults.is_full() {
            self.faults.more += 1;
            return;
        }
        let problem = problem(self);
        let place = cell.part.place(cell.number, cell.column, item);
        self.faults.push(place, problem);
    }

    /// The name that is nearest to what was written.
    pub fn near<'n>(
        &self,
        written: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<String> {
        let nearest = self.near.to(written, names, &self.faults);
        nearest.map(str::to_owned)
    }
}
