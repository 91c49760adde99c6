//! What a line says of a cooperation behind the two names.

use crate::domain::{Strength, TieKinds};
use crate::text::words;

/// What is said of a cooperation, in any order; what is not said stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The strength; none where the line says nothing of it, an inner none where it says "keine Angabe".
    pub strength: Option<Option<Strength>>,
    /// The kinds.
    pub kinds: TieKinds,
    /// Whether it is agreed in writing.
    pub binding: Option<bool>,
    /// What was not understood, or contradicts what stands before it.
    pub left: Vec<String>,
}

/// Between the words of one item.
const AND: [&str; 6] = [" und ", " and ", " + ", "+", "/", "&"];

impl Said {
    /// Reads what stands between the commas.
    pub fn read<'t>(items: impl IntoIterator<Item = &'t str>) -> Self {
        let mut said = Self::default();
        for item in items {
            let item = item.trim().trim_end_matches(['.', '!']).trim();
            if !item.is_empty() && !said.take(item) {
                said.left.push(item.to_owned());
            }
        }
        said
    }

    /// Takes an item, or says that it is not understood; of one of several words all are taken or none.
    fn take(&mut self, item: &str) -> bool {
        if let Some(took) = self.take_whole(item) {
            return took;
        }
        let words: Vec<&str> = match item.split_once(char::is_whitespace) {
            // "3 Vermittlung"
            Some((number, rest)) if strength(number).is_some() => vec![number, rest.trim()],
            _ => match AND.iter().find(|and| item.contains(**and)) {
                Some(and) => item.split(*and).map(str::trim).collect(),
                None => return false,
            },
        };
        let mut next = self.clone();
        let took = words
            .iter()
            .all(|word| next.take_whole(word).unwrap_or(false));
        if took {
            *self = next;
        }
        took
    }

    /// The same of an item that is one statement; none where it is none.
    fn take_whole(&mut self, item: &str) -> Option<bool> {
        if let Some(strength) = strength(item) {
            return Some(agrees(&mut self.strength, strength));
        }
        if let Some(kind) = words::read_tie_kind(item) {
            self.kinds = self.kinds.iter().chain([kind]).collect();
            return Some(true);
        }
        words::read_binding(item).map(|binding| agrees(&mut self.binding, binding))
    }
}

/// Sets what was not said yet; what was said otherwise stays.
fn agrees<T: PartialEq + Copy>(said: &mut Option<T>, now: T) -> bool {
    *said.get_or_insert(now) == now
}

/// A strength by its number or by the scale's words, or that none is stated.
fn strength(item: &str) -> Option<Option<Strength>> {
    let plain = words::folded(item);
    let number = ["staerke-", "stufe-", "strength-"]
        .iter()
        .find_map(|word| plain.strip_prefix(word))
        .unwrap_or(item);
    let number = number.parse::<i64>().ok();
    let number = number.and_then(|number| Strength::parse(number).ok());
    match number.or_else(|| words::read_scale(item)) {
        None if words::is_unstated(item) => Some(None),
        None => None,
        stated => Some(stated),
    }
}
