//! The cells of the matrix in sentences.

use super::cells::Cells;
use super::look::{Look, Sure};
use crate::text::brief;
use crate::text::views::MatrixTexts;

impl Cells {
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
        let expected = cell.expected.filter(|_| cell.look.is_compared());
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

    /// The cells that stand out so surely: with fewer ties than expected, and with more, the farthest first.
    fn standing_out(
        &self,
        sure: Sure,
        asked: fn(usize, usize) -> bool,
    ) -> [Vec<(usize, usize)>; 2] {
        [-1.0, 1.0].map(|side| {
            let z = |row: usize, column: usize| side * self.at(row, column).z.unwrap_or(0.0);
            let mut found: Vec<(usize, usize)> = self
                .iter()
                .filter(|(row, column, cell)| {
                    let found = matches!(cell.look, Look::Against { sure: own, .. } if own == sure);
                    asked(*row, *column) && found && z(*row, *column) >= 2.0
                })
                .map(|(row, column, _)| (row, column))
                .collect();
            // In the order of the leaders' findings: what has no tie first, then what is farthest from the sizes.
            let far = |(row, column): (usize, usize)| {
                let cell = self.at(row, column);
                let none = side < 0.0 && cell.ties == Some(0);
                (!none, -side * cell.by_sizes.unwrap_or(0.0))
            };
            found.sort_by(|a, b| {
                let (a, b) = (far(*a), far(*b));
                a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
            });
            found
        })
    }

    /// The pairs that stand out so surely.
    pub fn striking(&self, sure: Sure) -> [Vec<(usize, usize)>; 2] {
        self.standing_out(sure, |row, column| column > row)
    }

    /// The pairs that stand out, in words: those with fewer ties than expected before those with more, hints last.
    pub fn told(&self, say: &MatrixTexts) -> Vec<String> {
        let sure = self.striking(Sure::Yes).concat().into_iter();
        let sure = sure.filter_map(|(row, column)| self.say(row, column, say));
        let hints = self.striking(Sure::Maybe).concat().into_iter();
        let hints = hints.filter_map(|(row, column)| self.say(row, column, say));
        sure.chain(hints.map(|text| (say.as_hint)(&text))).collect()
    }

    /// The sentence of what to see: the pair farthest from what is to be expected, one with fewer ties before one with
    /// more, else a department within itself; it denies nothing that a cell shows.
    pub fn sentence(&self, say: &MatrixTexts) -> String {
        match self.names.as_slice() {
            [] => return (say.no_pair)(self.of).to_owned(),
            [one] => return (say.one_department)(self.of, &brief(one)),
            _ => {}
        }
        if let Some(text) = self.finding(say) {
            return text;
        }
        let cells = || self.iter().filter(|(row, column, _)| row != column);
        let silent = |look: Look| matches!(look, Look::NoneReported | Look::Silent);
        if cells().all(|(.., cell)| silent(cell.look)) {
            return (say.no_ties)(self.of).to_owned();
        }
        match (self.are_measured(), self.why) {
            (true, _) if self.iter().any(|(.., cell)| cell.look.is_by_one()) => {
                format!("{} {}", (say.nothing)(self.of), say.open)
            }
            (true, _) => (say.nothing)(self.of).to_owned(),
            (false, Some(why)) => (say.why)(why).to_owned(),
            (false, None) => say.too_small.to_owned(),
        }
    }

    /// What stands out most, the sure before hints, pairs before departments within themselves.
    fn finding(&self, say: &MatrixTexts) -> Option<String> {
        let named = |place: &(usize, usize)| {
            let [a, b] = [place.0, place.1].map(|at| brief(&self.names[at]));
            self.say_with(*place, [&a, &b], say)
        };
        let first = |sure: Sure| {
            let [pairs, inside] = [
                self.striking(sure),
                self.standing_out(sure, |row, column| row == column),
            ];
            let mut places = pairs.iter().chain(&inside).flatten();
            places.next().and_then(named)
        };
        first(Sure::Yes).or_else(|| first(Sure::Maybe).map(|text| (say.as_hint)(&text)))
    }
}
