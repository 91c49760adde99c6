//! From the rows of both sides to tied pairs and arcs.

use crate::domain::SurveyTie;

use super::rows::Rows;

/// A tied pair of actors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// The first actor.
    pub a: u32,
    /// The second actor, greater than the first.
    pub b: u32,
    /// The larger of the strengths that the two sides state.
    pub strength: f64,
    /// Whether both sides report it, rather than one.
    pub confirmed: bool,
    /// Whether it is agreed in writing, as either side says; none where neither says so or not.
    pub binding: Option<bool>,
    /// Whether the core team brought it about, as either side says.
    pub through_core_team: bool,
}

/// A tie as one side reports it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// Who reports it.
    pub from: u32,
    /// Whom it is about.
    pub to: u32,
    /// The strength it states.
    pub strength: f64,
}

/// What the rows of a selection come to.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub ties: Vec<Tie>,
    pub arcs: Vec<Arc>,
    pub below: usize,
    pub unstated: usize,
}

/// One report of the pair of an actor and a greater one.
#[derive(Clone, Copy, Default)]
struct Row {
    greater: u32,
    /// Whether the greater one reports it.
    backward: bool,
    binding: Option<bool>,
    through_core_team: bool,
    strength: Option<f64>,
}

/// Joins rows to ties among so many actors; `index` leads from an actor of the survey to its number in the graph.
///
/// Rows are sorted by their smaller ends, then each few by the greater: time grows with actors plus rows, times the
/// logarithm of the rows of one actor.
pub(super) fn merge<'a>(
    rows: impl Iterator<Item = &'a SurveyTie> + Clone,
    index: &[u32],
    actors: usize,
    least: Least,
) -> Found {
    let rows = rows.map(|tie| {
        let (from, to) = (index[tie.from as usize], index[tie.to as usize]);
        let row = Row {
            greater: from.max(to),
            backward: from > to,
            binding: tie.binding,
            through_core_team: tie.through_core_team,
            strength: tie.strength.filter(|strength| strength.is_finite()),
        };
        (from.min(to), row)
    });
    let mut rows = Rows::of(actors, rows);
    let mut found = Found::default();
    for a in 0..actors as u32 {
        let own = rows.at_mut(a);
        own.sort_unstable_by_key(|row| row.greater);
        for rows in own.chunk_by(|x, y| x.greater == y.greater) {
            found.add([a, rows[0].greater], rows, least);
        }
    }
    found
}

/// From which strength on there is a tie, and whether each side counts by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    pub strength: f64,
    pub directed: bool,
}

impl Found {
    /// Adds what the rows of a pair come to.
    fn add(&mut self, [a, b]: [u32; 2], rows: &[Row], least: Least) {
        let sides = [Side::of(rows, false), Side::of(rows, true)];
        let counts = |strength: Option<f64>| strength.is_some_and(|s| s >= least.strength);
        if least.directed {
            for (side, (from, to)) in sides.iter().zip([(a, b), (b, a)]) {
                match side.strength {
                    Some(strength) if strength >= least.strength => {
                        self.arcs.push(Arc { from, to, strength })
                    }
                    Some(_) => self.below += 1,
                    None if side.reported => self.unstated += 1,
                    None => {}
                }
            }
        }
        match larger(sides[0].strength, sides[1].strength) {
            Some(strength) if strength >= least.strength => self.ties.push(Tie {
                a,
                b,
                strength,
                confirmed: sides.iter().all(|side| {
                    side.reported && (side.strength.is_none() || counts(side.strength))
                }),
                // A yes of either side is greater than its no, and that than nothing.
                binding: rows.iter().filter_map(|row| row.binding).max(),
                through_core_team: rows.iter().any(|row| row.through_core_team),
            }),
            Some(_) if !least.directed => self.below += 1,
            None if !least.directed => self.unstated += 1,
            _ => {}
        }
    }
}

/// What one side says of a pair, over all its rows.
struct Side {
    reported: bool,
    strength: Option<f64>,
}

impl Side {
    fn of(rows: &[Row], backward: bool) -> Self {
        let own = || rows.iter().filter(|row| row.backward == backward);
        Self {
            reported: own().next().is_some(),
            strength: own().fold(None, |most, row| larger(most, row.strength)),
        }
    }
}

fn larger(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (some, None) | (None, some) => some,
    }
}
