//! From the rows of both sides to tied pairs and arcs.

use crate::domain::SurveyTie;

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
    /// Whether it is agreed in writing, as either side says.
    pub binding: bool,
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

/// One row, brought to the order of its pair.
struct Row {
    pair: u64,
    strength: Option<f64>,
    backward: bool,
    binding: bool,
    through_core_team: bool,
}

/// Joins rows to ties; `index` leads from an actor of the survey to its number in the graph.
pub(super) fn merge<'a>(
    rows: impl Iterator<Item = &'a SurveyTie>,
    index: &[u32],
    min_strength: f64,
    directed: bool,
) -> Found {
    let mut rows: Vec<Row> = rows
        .map(|tie| {
            let (from, to) = (index[tie.from as usize], index[tie.to as usize]);
            Row {
                pair: u64::from(from.min(to)) << 32 | u64::from(from.max(to)),
                strength: tie.strength.filter(|strength| strength.is_finite()),
                backward: from > to,
                binding: tie.binding,
                through_core_team: tie.through_core_team,
            }
        })
        .collect();
    rows.sort_unstable_by_key(|row| row.pair);

    let mut found = Found::default();
    for rows in rows.chunk_by(|x, y| x.pair == y.pair) {
        let (a, b) = ((rows[0].pair >> 32) as u32, rows[0].pair as u32);
        let sides = [Side::of(rows, false), Side::of(rows, true)];
        let strength = larger(sides[0].strength, sides[1].strength);
        let counts = |strength: Option<f64>| strength.is_some_and(|s| s >= min_strength);
        if directed {
            for (side, (from, to)) in sides.iter().zip([(a, b), (b, a)]) {
                match side.strength {
                    Some(strength) if strength >= min_strength => {
                        found.arcs.push(Arc { from, to, strength })
                    }
                    Some(_) => found.below += 1,
                    None if side.reported => found.unstated += 1,
                    None => {}
                }
            }
        }
        match strength {
            Some(strength) if strength >= min_strength => found.ties.push(Tie {
                a,
                b,
                strength,
                confirmed: sides.iter().all(|side| {
                    side.reported && (side.strength.is_none() || counts(side.strength))
                }),
                binding: rows.iter().any(|row| row.binding),
                through_core_team: rows.iter().any(|row| row.through_core_team),
            }),
            Some(_) if !directed => found.below += 1,
            None if !directed => found.unstated += 1,
            _ => {}
        }
    }
    found
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
