//! Several things in one cell.

/// No name of ours holds more marks than this.
pub(in super::super) const MOST_MARKS: usize = 8;

/// No name that holds a mark has more bytes than this, its department before it: 300 letters each, of two bytes.
const LONGEST: usize = 1_300;

/// The most items of all lists of some files, beside the first of each.
pub(in super::super) const MAX_ITEMS: usize = 1_000_000;

/// What people put for "none".
pub(in super::super) fn is_dash(text: &str) -> bool {
    matches!(text, "–" | "—" | "-")
}

/// The items of a list in one cell, with a mark between them.
#[derive(Clone, Copy)]
pub(in super::super) struct List<'t> {
    pub text: &'t str,
    pub mark: char,
}

impl<'t> List<'t> {
    /// How many marks it has that may part items.
    pub fn marks(&self) -> usize {
        let bytes = self.text.bytes();
        let marks = bytes.filter(|byte| matches!(byte, b'|' | b';' | b',' | b'\n'));
        marks.count()
    }

    /// Splits a list into the items that `read` knows, and those that it does not.
    ///
    /// A name may hold the mark itself: of all ways to split, the one that leaves the least unknown counts, with the
    /// shortest items. In an item that stays unknown `;`, commas and line breaks are tried too, and taken where then
    /// all is known: people put what they are used to.
    pub fn items<T>(self, read: impl Fn(&str) -> Option<T>) -> Vec<Result<T, &'t str>> {
        self.parted(read).0
    }

    /// The same, and whether other marks than the one between items parted them.
    pub fn parted<T>(self, read: impl Fn(&str) -> Option<T>) -> (Vec<Result<T, &'t str>>, bool) {
        let mut items = Vec::new();
        let mut is_other = false;
        for item in self.split(&[self.mark], &read) {
            match item {
                Ok(value) => items.push(Ok(value)),
                Err(unknown) => {
                    let whole = List {
                        text: unknown,
                        ..self
                    };
                    let mut inner = whole.split(&['\n', ';', ','], &read);
                    if inner.iter().all(Result::is_ok) {
                        is_other |= inner.len() > 1;
                        items.append(&mut inner);
                    } else {
                        items.push(Err(unknown));
                    }
                }
            }
        }
        (items, is_other)
    }

    fn split<T>(
        self,
        marks: &[char],
        read: &impl Fn(&str) -> Option<T>,
    ) -> Vec<Result<T, &'t str>> {
        let marks = self.text.match_indices(marks).map(|(at, _)| at);
        let ends: Vec<usize> = marks.chain([self.text.len()]).collect();
        // Each mark is one byte long.
        let start = |piece: usize| if piece == 0 { 0 } else { ends[piece - 1] + 1 };
        let text = |from: usize, to: usize| self.text[start(from)..ends[to]].trim();
        // From the last piece to the first: how little of the rest stays unknown, and by which item it begins.
        let mut best: Vec<(usize, usize, Option<T>)> = Vec::with_capacity(ends.len() + 1);
        for from in (0..ends.len()).rev() {
            let rest = |to: usize| match ends.len() - 1 - to {
                0 => 0,
                pieces => best[pieces - 1].0,
            };
            let alone = text(from, from);
            let is_nothing = alone.is_empty() || is_dash(alone);
            let mut chosen = (rest(from) + usize::from(!is_nothing), from, None);
            for to in from..ends.len().min(from + MOST_MARKS) {
                let unknown = rest(to);
                let is_better = unknown < chosen.0 || (to == from && unknown <= chosen.0);
                if to > from && text(from, to).len() > LONGEST {
                    break;
                }
                if is_better && let Some(value) = read(text(from, to)) {
                    chosen = (unknown, to, Some(value));
                }
            }
            best.push(chosen);
        }
        let mut items = Vec::new();
        let mut next = 0;
        for (from, (_, to, value)) in best.into_iter().rev().enumerate() {
            if from < next {
                continue;
            }
            let unknown = text(from, to);
            match value {
                Some(value) => items.push(Ok(value)),
                None if unknown.is_empty() || is_dash(unknown) => {}
                None => items.push(Err(unknown)),
            }
            next = to + 1;
        }
        items
    }
}
