//! The matrix in words: as a table, and told for those who don't see it.

use super::cells::{Cell, Cells};
use super::finds::Finds;
use super::look::Look;
use crate::map::paper::table::{Folded, Table, folded};
use crate::text::Lang;
use crate::text::views::{MatrixTexts, TableTexts};

/// Up to so many departments a narrow screen tells of the pairs without a tie as well.
const FOLDED: usize = 24;
/// So many pairs that stand out are read first.
const STRIKING: usize = 30;

/// Each pair once, and each department within itself.
pub fn table(cells: &Cells, finds: &Finds, say: &MatrixTexts, lang: Lang) -> Table {
    let lower = cells.iter().filter(|(row, column, _)| row <= column);
    let rows = lower.filter_map(|(row, column, _)| {
        let told = cells.tell(row, column, say)?;
        let names = [row, column].map(|place| cells.names[place].clone());
        Some(names.into_iter().chain([told]).collect())
    });
    // Of many departments the pairs without a tie would be most of the lines.
    let all = cells.names.len() <= FOLDED;
    let tied = |cell: &Cell| !matches!(cell.look, Look::NoneReported | Look::Silent);
    let lines = cells.iter().filter(|(_, _, cell)| all || tied(cell));
    let lines = lines.filter_map(|(row, column, _)| {
        let told = cells.tell(row, column, say)?;
        let other = match row == column {
            true => say.diagonal,
            false => &cells.names[column],
        };
        Some((cells.names[row].clone(), format!("{other}: {told}")))
    });
    let parts = striking(cells, finds, say).into_iter().chain(folded(lines));
    Table {
        columns: TableTexts::of(lang).cells.to_vec(),
        parts: parts.collect(),
        rows: rows.collect(),
    }
}

/// The pairs of which something is to be said.
fn striking(cells: &Cells, finds: &Finds, say: &MatrixTexts) -> Option<Folded> {
    let mut lines = cells.told(say);
    let held = finds.held.iter();
    let held = held.filter_map(|[a, b]| cells.say(*a.min(b), *a.max(b), say));
    lines.extend(held.map(|told| (say.through_one)(told.trim_end_matches('.'))));
    let cut = lines.len().saturating_sub(STRIKING);
    lines.truncate(STRIKING);
    lines.extend((cut > 0).then(|| (say.more_striking)(cut)));
    (!lines.is_empty()).then(|| Folded {
        title: say.striking.to_owned(),
        lines,
        open: true,
    })
}

/// Each pair once, in words: those of which something is to be said against chance, then what is reported.
pub fn description(cells: &Cells, say: &MatrixTexts) -> String {
    let mut parts = vec![(say.description)(
        cells.of,
        cells.names.len(),
        cells.are_expected(),
    )];
    // A reader of many departments has the table beside the picture.
    if cells.names.len() <= 12 {
        let lower = cells.iter().filter(|(row, column, _)| column <= row);
        parts.extend(lower.filter_map(|(row, column, _)| cells.say(row, column, say)));
    }
    parts.join(" ").replace(" .", ".")
}
