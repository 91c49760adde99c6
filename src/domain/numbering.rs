//! Unique ids from names, in time linear in their number.

use std::collections::HashMap;

use super::id::{Id, MAX_ID, slug};
use super::look::look;

/// Makes unused ids from names.
///
/// For each stem it remembers the first number that may be free, so that the last of ten thousand names with the same id
/// does not try all numbers again. What is taken must stay taken while a numbering is in use.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The first number that may be free, by stem and number of digits.
    next: HashMap<(String, u32), usize>,
}

impl Numbering {
    /// The id of a name as [`Id::from_name`] makes it: with the least number that is not taken.
    pub fn id<T>(&mut self, name: &str, taken: impl Fn(&Id<T>) -> bool) -> Id<T> {
        let slug = slug(&look(name));
        let plain = Id::made(begun(&slug, MAX_ID));
        if !taken(&plain) {
            return plain;
        }
        for digits in 1.. {
            // A longer number leaves less room for the name.
            let stem = begun(&slug, MAX_ID - 1 - digits as usize);
            let first = 10_usize.pow(digits - 1).max(2);
            let next = self.next.entry((stem.to_owned(), digits)).or_insert(first);
            while *next < 10_usize.pow(digits) {
                let id = Id::made(&format!("{stem}-{next}"));
                if !taken(&id) {
                    return id;
                }
                *next += 1;
            }
        }
        unreachable!("more ids than numbers are never taken")
    }
}

impl<T> Id<T> {
    /// Makes an id from a name: lower case, `ä` to `ae`, hyphens; `-2` and so on while `taken` says so.
    ///
    /// Where many ids are made, [`Numbering`] makes the same without asking for all numbers each time.
    pub fn from_name(name: &str, taken: impl Fn(&Self) -> bool) -> Self {
        Numbering::default().id(name, taken)
    }
}

/// The first `most` characters of a slug, without a hyphen at the end.
fn begun(slug: &str, most: usize) -> &str {
    slug[..slug.len().min(most)].trim_end_matches('-')
}
