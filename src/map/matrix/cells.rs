//! What stands in each cell of the matrix.

use std::collections::BTreeMap;

use super::look::{Look, Sure, Tone};
use crate::analysis::{DepartmentFigures, DepartmentPair, PairState, SiloReport, middle};
use crate::text::headline::Said;
use crate::text::views::Of;

/// Up to so many departments each cell has its ground and its frame.
const COARSE: usize = 24;
/// Up to so many each has room for a word.
const SPOKEN: usize = 12;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// How it looks.
    pub look: Look,
    /// Its ties, where the number may be said.
    pub ties: Option<u32>,
    /// How far they lie from what is to be expected when each actor keeps its number of ties.
    pub z: Option<f64>,
    /// How far from what the sizes of the departments let expect.
    pub by_sizes: Option<f64>,
    /// What shuffled departments would give, with the middle 95 %; within a department where the ties are compared with
    /// that.
    pub expected: Option<(f64, u64, u64)>,
}

/// All cells, in the order of the departments shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The departments' names.
    pub names: Vec<String>,
    /// Their numbers of actors.
    pub actors: Vec<u32>,
    /// Of whom the cells are.
    pub of: Of,
    /// Why of the whole nothing can be said, if so.
    pub why: Option<Said>,
    cells: Vec<Cell>,
}

impl Cells {
    /// Whether they are so many that those without a tie have only a point.
    pub fn are_fine(&self) -> bool {
        self.names.len() > COARSE
    }

    /// Whether they are so few that each may have room for the word of its state.
    pub fn are_few(&self) -> bool {
        self.names.len() <= SPOKEN
    }

    /// Whether of any pair it is said what is to be expected.
    pub fn are_expected(&self) -> bool {
        self.pairs().any(|cell| cell.expected.is_some())
    }

    /// The cells of pairs, each twice.
    pub fn pairs(&self) -> impl Iterator<Item = &Cell> {
        let cells = self.iter().filter(|(row, column, _)| row != column);
        cells.map(|(.., cell)| cell)
    }

    /// How many functions they count, and how many ties.
    pub fn counted(&self) -> (usize, usize) {
        let lower = self.iter().filter(|(row, column, _)| column <= row);
        let ties: u32 = lower.filter_map(|(.., cell)| cell.ties).sum();
        let actors: u32 = self.actors.iter().sum();
        (actors as usize, ties as usize)
    }

    /// Whether any pair is compared with what is to be expected.
    pub fn are_measured(&self) -> bool {
        self.pairs().any(|cell| cell.look.is_compared())
    }

    /// The cells of a report, its departments in this order.
    pub fn of(report: &SiloReport, order: &[usize], of: Of) -> Self {
        let figures: Vec<&DepartmentFigures> = order
            .iter()
            .map(|place| &report.department_figures[*place])
            .collect();
        let pairs: BTreeMap<(&str, &str), &DepartmentPair> = report
            .department_pairs
            .iter()
            .flatten()
            .map(|pair| ((pair.a.as_str(), pair.b.as_str()), pair))
            .collect();
        // Where of the whole nothing can be said, as where all work with all, there is nothing to expect either.
        let why = Some(report.silo.said).filter(|said| matches!(said, Said::Nothing(_)));
        let mut cells = Vec::with_capacity(order.len() * order.len());
        for row in &figures {
            for column in &figures {
                let (a, b) = (row.department.as_str(), column.department.as_str());
                let pair = pairs.get(&(a, b)).or_else(|| pairs.get(&(b, a)));
                cells.push(match pair {
                    Some(pair) => between(pair, why.is_none()),
                    None => inside(row),
                });
            }
        }
        Self {
            names: figures.iter().map(|one| one.department.clone()).collect(),
            actors: figures.iter().map(|one| one.actors).collect(),
            of,
            why,
            cells,
        }
    }

    /// The cell of a row and a column.
    pub fn at(&self, row: usize, column: usize) -> &Cell {
        &self.cells[row * self.names.len() + column]
    }

    /// All cells, row by row.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, &Cell)> {
        let k = self.names.len();
        let places = (0..k).flat_map(move |row| (0..k).map(move |column| (row, column)));
        places
            .zip(&self.cells)
            .map(|((row, column), cell)| (row, column, cell))
    }
}

fn between(pair: &DepartmentPair, expecting: bool) -> Cell {
    let look = match (pair.ties, pair.state) {
        (_, PairState::NotAsked) => Look::NotAsked,
        (None, PairState::Reported) => Look::Reported,
        (None, PairState::NoneReported) => Look::Silent,
        (Some(ties), _) => against(pair.said, [pair.z, pair.activity.z], ties),
    };
    Cell {
        look,
        ties: pair.ties.filter(|_| look.is_known()),
        z: pair.activity.z,
        by_sizes: pair.z,
        expected: pair
            .expected_range()
            .filter(|_| look.is_compared() || expecting && look.is_known()),
    }
}

fn inside(figures: &DepartmentFigures) -> Cell {
    let look = match (figures.internal, figures.density_internal) {
        (None, _) => Look::Withheld,
        (Some(0), None) if figures.actors == 1 => Look::One,
        (Some(0), None) => Look::NotAsked,
        (Some(ties), _) => against(figures.said, [figures.z, figures.activity.z], ties),
    };
    Cell {
        look,
        ties: figures.internal.filter(|_| look.is_known()),
        z: figures.activity.z,
        by_sizes: figures.z,
        expected: middle(figures.expected_internal, figures.sd_internal)
            .filter(|_| look.is_compared()),
    }
}

/// The look of ties of which the number may be said, by what is said of them and how far they lie from what the sizes
/// of the departments and the contacts of the functions let expect.
fn against(said: Option<Said>, [sizes, contacts]: [Option<f64>; 2], ties: u32) -> Look {
    let unsaid = match ties {
        0 => Look::NoneReported,
        _ => Look::TooSmall,
    };
    let (Some(said), Some(contacts)) = (said, contacts) else {
        return unsaid;
    };
    let [by_sizes, tone] = [sizes.unwrap_or(0.0), contacts].map(Tone::of);
    let (tone, sure) = match said {
        Said::Gap | Said::Close | Said::Closed | Said::Open => (tone, Sure::Yes),
        Said::MaybeGap | Said::MaybeClose | Said::MaybeClosed | Said::MaybeOpen => {
            (tone, Sure::Maybe)
        }
        Said::AsChance | Said::MoreBySize | Said::FewerBySize => match [by_sizes, tone] {
            [Tone::Expected, Tone::Expected] => (tone, Sure::No),
            [by_sizes, Tone::Expected] => (by_sizes, Sure::One),
            _ => (tone, Sure::One),
        },
        Said::TooSmall(_) | Said::NotAsked | Said::Nothing(_) => return unsaid,
    };
    Look::Against { tone, sure }
}
