//! How names look: two that a reader cannot tell apart are one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::id::composed;

/// A text as the eye sees it: NFC, trimmed, blanks of any kind as one space, soft hyphens and zero-width characters
/// dropped, all hyphens and dashes as one; letters keep their case.
pub fn look(text: &str) -> Cow<'_, str> {
    let is_plain =
        |c: char| c.is_ascii_graphic() || c == ' ' || (c.is_alphabetic() && c > '\u{bf}');
    let text = composed(text.trim());
    let is_seen = text.chars().all(is_plain) && !text.contains("  ");
    // Nearly every name is seen as it is written.
    if is_seen {
        return text;
    }
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if is_unseen(c) => {}
            c if c.is_whitespace() => {
                if !seen.is_empty() && !seen.ends_with(' ') {
                    seen.push(' ');
                }
            }
            c if is_dash(c) => seen.push('-'),
            c => seen.push(c),
        }
    }
    seen.truncate(seen.trim_end().len());
    Cow::Owned(composed(&seen).into_owned())
}

/// The key under which names are looked up: how they look, whatever the case of their letters.
pub fn look_alike(text: &str) -> String {
    look(text).to_lowercase()
}

/// In what two names differ, where that is so little that a reader may not see it: at most two letters of each. A letter
/// that looks like one of ours is told with its number.
pub fn difference(a: &str, b: &str) -> Option<(String, String)> {
    let (a, b) = (look(a), look(b));
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(p, q)| p == q).count();
    let before = same(&mut x.iter().zip(&y));
    let behind = same(&mut x[before..].iter().rev().zip(y[before..].iter().rev()));
    let (x, y) = (&x[before..x.len() - behind], &y[before..y.len() - behind]);
    let is_little = x.len() <= 2 && y.len() <= 2 && x.len() + y.len() > 0;
    let told = |letters: &[char]| {
        let told = letters.iter().map(|c| match c {
            c if c.is_alphabetic() && *c > '\u{24f}' => format!("{c} (U+{:04X})", u32::from(*c)),
            c => c.to_string(),
        });
        told.collect::<String>()
    };
    is_little.then(|| (told(x), told(y)))
}

/// What no reader sees: soft hyphens, zero-width characters, marks of direction, byte order marks.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Of more bearers of a name it is only known that they are many.
const MOST_BEARERS: usize = 50;

/// Things by their names as these look.
#[derive(Debug, Clone)]
pub struct ByLook<T> {
    /// By the key of the look: the spellings, and what bears each.
    bearers: HashMap<String, BTreeMap<String, BTreeSet<T>>>,
}

impl<T> Default for ByLook<T> {
    fn default() -> Self {
        Self {
            bearers: HashMap::new(),
        }
    }
}

/// Who bears a name, and how it is spelled there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearers<'a, T> {
    /// Those that may be meant; of very many the first ones.
    pub all: Vec<&'a T>,
    /// The first spelling.
    pub spelling: &'a str,
    /// Whether only the case of letters differs from what was asked.
    pub by_case: bool,
}

impl<T: Ord> ByLook<T> {
    /// Adds a thing under a name.
    pub fn add(&mut self, name: &str, thing: T) {
        let spellings = self.bearers.entry(look_alike(name)).or_default();
        match spellings.get_mut(name) {
            Some(things) => {
                things.insert(thing);
            }
            None => {
                spellings.insert(name.to_owned(), BTreeSet::from([thing]));
            }
        }
    }

    /// What a text names: what is spelled just so, else what looks just so, else what looks so but for the case of its
    /// letters.
    pub fn find(&self, text: &str) -> Option<Bearers<'_, T>> {
        self.find_by(&look_alike(text), text)
    }

    /// The same by the key of a text, which is [`look_alike`], where it is known already.
    pub fn find_by(&self, key: &str, text: &str) -> Option<Bearers<'_, T>> {
        let spellings = self.bearers.get(key)?;
        if let Some((spelling, things)) = spellings.get_key_value(text) {
            return Some(Bearers {
                all: things.iter().take(MOST_BEARERS).collect(),
                spelling,
                by_case: false,
            });
        }
        let seen = look(text);
        let is_seen_so = |spelling: &String| look(spelling) == seen;
        let by_case = !spellings.keys().any(is_seen_so);
        let mut meant = spellings
            .iter()
            .filter(|(spelling, _)| by_case || is_seen_so(spelling))
            .peekable();
        let (spelling, _) = meant.peek()?;
        Some(Bearers {
            spelling,
            by_case,
            all: meant
                .flat_map(|(_, things)| things)
                .take(MOST_BEARERS)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        })
    }

    /// All names, as they are spelled.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        let spellings = self.bearers.values().flat_map(BTreeMap::keys);
        spellings.map(String::as_str)
    }
}
