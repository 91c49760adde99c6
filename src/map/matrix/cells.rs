//! What stands in each cell of the matrix.

use std::collections::BTreeMap;

use super::look::{Look, Sure, Tone};
use crate::analysis::{
    DepartmentFigures, DepartmentPair, PairState, PairVerdict, SiloReport, Verdict, middle,
};
use crate::text::brief;
use crate::text::headline::Said;
use crate::text::views::MatrixTexts;

/// Up to so many departments each cell has its ground and its frame.
const COARSE: usize = 24;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// How it looks.
    pub look: Look,
    /// Its ties, where the number may be said.
    pub ties: Option<u32>,
    /// How far they lie from what is to be expected when each actor keeps its number of ties.
    pub z: Option<f64>,
    /// What shuffled departments would give, with the middle 95 %.
    pub expected: Option<(f64, u64, u64)>,
}

/// All cells, in the order of the departments shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The departments' names.
    pub names: Vec<String>,
    /// Their numbers of actors.
    pub actors: Vec<u32>,
    /// Why of the whole nothing can be said, if so.
    why: Option<Said>,
    cells: Vec<Cell>,
}

impl Cells {
    /// Whether they are so many that those without a tie have only a point.
    pub fn are_fine(&self) -> bool {
        self.names.len() > COARSE
    }

    /// The cells of a report, its departments in this order.
    pub fn of(report: &SiloReport, order: &[usize]) -> Self {
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
        let mut cells = Vec::with_capacity(order.len() * order.len());
        for row in &figures {
            for column in &figures {
                let (a, b) = (row.department.as_str(), column.department.as_str());
                let pair = pairs.get(&(a, b)).or_else(|| pairs.get(&(b, a)));
                cells.push(match pair {
                    Some(pair) => between(pair),
                    None => inside(row),
                });
            }
        }
        Self {
            names: figures.iter().map(|one| one.department.clone()).collect(),
            actors: figures.iter().map(|one| one.actors).collect(),
            why: Some(report.silo.said).filter(|said| matches!(said, Said::Nothing(_))),
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

    /// A cell in words; none of what is withheld.
    pub fn say(&self, row: usize, column: usize, say: &MatrixTexts) -> Option<String> {
        self.say_with((row, column), [&self.names[row], &self.names[column]], say)
    }

    /// A cell in words, its departments by these names.
    fn say_with(
        &self,
        (row, column): (usize, usize),
        [a, b]: [&str; 2],
        say: &MatrixTexts,
    ) -> Option<String> {
        let cell = self.at(row, column);
        let expected = match cell.look {
            Look::Against { .. } => cell.expected,
            _ => None,
        };
        let text = match cell.look {
            Look::Withheld => return None,
            Look::NotAsked if row == column => (say.inside_not_asked)(a),
            Look::NotAsked => (say.not_asked)(a, b),
            Look::One => (say.inside_one)(a),
            Look::Reported => (say.reported)(a, b),
            Look::Silent => (say.none_reported)(a, b),
            _ if row == column => (say.inside)(a, cell.ties?.into(), expected),
            _ => (say.pair)(a, b, cell.ties?.into(), expected),
        };
        Some(format!("{text}."))
    }

    /// A cell in words without the names of its departments, which stand beside it.
    pub fn tell(&self, row: usize, column: usize, say: &MatrixTexts) -> Option<String> {
        let whole = self.say(row, column, say)?;
        // A name may hold a colon: what is said begins behind the first after the names.
        let own = self.names[row].len();
        let names = match row == column {
            true => own,
            false => own + " – ".len() + self.names[column].len(),
        };
        let (_, told) = whole.get(names..)?.split_once(": ")?;
        Some(told.to_owned())
    }

    /// The pairs that stand out so surely: with fewer ties than expected, and with more, the farthest first.
    pub fn striking(&self, sure: Sure) -> [Vec<(usize, usize)>; 2] {
        [-1.0, 1.0].map(|side| {
            let z = |row: usize, column: usize| side * self.at(row, column).z.unwrap_or(0.0);
            let mut found: Vec<(usize, usize)> = self
                .iter()
                .filter(|(row, column, cell)| {
                    let found = matches!(cell.look, Look::Against { sure: own, .. } if own == sure);
                    column > row && found && z(*row, *column) >= 2.0
                })
                .map(|(row, column, _)| (row, column))
                .collect();
            found.sort_by(|a, b| z(b.0, b.1).total_cmp(&z(a.0, a.1)));
            found
        })
    }

    /// The sentence of what to see: the pair farthest from what is to be expected, one with fewer ties before one with more.
    pub fn sentence(&self, say: &MatrixTexts) -> String {
        if self.names.len() < 2 {
            return say.no_pair.to_owned();
        }
        let named = |place: &(usize, usize)| {
            let [a, b] = [place.0, place.1].map(|at| brief(&self.names[at]));
            self.say_with(*place, [&a, &b], say)
        };
        let first = |sure: Sure| {
            let [less, more] = self.striking(sure);
            less.first().or(more.first()).and_then(named)
        };
        if let Some(text) = first(Sure::Yes) {
            return text;
        }
        if let Some(text) = first(Sure::Maybe) {
            return (say.as_hint)(&text);
        }
        let measured = self
            .iter()
            .any(|(row, column, cell)| row != column && matches!(cell.look, Look::Against { .. }));
        match (measured, self.why) {
            (true, _) => say.nothing,
            (false, Some(why)) => (say.why)(why),
            (false, None) => say.too_small,
        }
        .to_owned()
    }
}

fn between(pair: &DepartmentPair) -> Cell {
    let look = match (pair.ties, pair.state) {
        (_, PairState::NotAsked) => Look::NotAsked,
        (None, PairState::Reported) => Look::Reported,
        (None, PairState::NoneReported) => Look::Silent,
        (Some(ties), _) => {
            let sure = match pair.verdict {
                Some(PairVerdict::Gap | PairVerdict::Close) => Some(Sure::Yes),
                Some(PairVerdict::MaybeGap | PairVerdict::MaybeClose) => Some(Sure::Maybe),
                Some(PairVerdict::AsChance | PairVerdict::Mixed) => Some(Sure::No),
                Some(PairVerdict::TooSmall | PairVerdict::NotAsked) | None => None,
            };
            against(sure, pair.activity.z, ties)
        }
    };
    Cell {
        look,
        ties: pair.ties.filter(|_| look.is_known()),
        z: pair.activity.z,
        expected: pair.expected_range(),
    }
}

fn inside(figures: &DepartmentFigures) -> Cell {
    let look = match (figures.internal, figures.density_internal) {
        (None, _) => Look::Withheld,
        (Some(0), None) if figures.actors == 1 => Look::One,
        (Some(0), None) => Look::NotAsked,
        (Some(ties), _) => {
            let sure = match figures.verdict {
                Some(Verdict::Closed | Verdict::Open) => Some(Sure::Yes),
                Some(Verdict::MaybeClosed | Verdict::MaybeOpen) => Some(Sure::Maybe),
                Some(Verdict::AsChance | Verdict::Mixed) => Some(Sure::No),
                Some(Verdict::TooSmall) | None => None,
            };
            against(sure, figures.activity.z, ties)
        }
    };
    Cell {
        look,
        ties: figures.internal.filter(|_| look.is_known()),
        z: figures.activity.z,
        expected: middle(figures.expected_internal, figures.sd_internal),
    }
}

/// The look of ties of which the number may be said: beside what is to be expected where there is a verdict, and
/// whether that is sure.
fn against(sure: Option<Sure>, activity: Option<f64>, ties: u32) -> Look {
    match (sure, activity) {
        (Some(sure), Some(z)) => Look::Against {
            tone: Tone::of(z),
            sure,
        },
        _ if ties == 0 => Look::NoneReported,
        _ => Look::TooSmall,
    }
}
