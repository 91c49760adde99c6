//! Ids from names, each another, in time that grows with their number alone.

use std::collections::HashMap;

use super::id::{Id, MAX_ID, slug};

/// Makes ids from names that nothing bears yet.
///
/// It remembers up to which number all ids of one beginning are taken: of ten thousand names that make the same id the
/// last need not ask for all before it once more. What was taken must stay so while it is used.
#[derive(Debug, Default)]
pub struct Numbering {
    /// For each beginning and number of digits the first number that may be free.
    next: HashMap<(String, u32), usize>,
}

impl Numbering {
    /// The id of a name as [`Id::from_name`] makes it: with the least number that is not taken.
    pub fn id<T>(&mut self, name: &str, taken: impl Fn(&Id<T>) -> bool) -> Id<T> {
        let slug = slug(name);
        let plain = Id::made(begun(&slug, MAX_ID));
        if !taken(&plain) {
            return plain;
        }
        for digits in 1.. {
            // The longer the number, the less of the name has room beside it.
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

/// The beginning of a slug, in at most so many characters.
fn begun(slug: &str, most: usize) -> &str {
    slug[..slug.len().min(most)].trim_end_matches('-')
}
