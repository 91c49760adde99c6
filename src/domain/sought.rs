//! A search among names that forgives what people do not think of while typing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::id::slug;
use super::look::look_alike;

/// What [`slug`] makes of a text without a Latin letter or digit.
const NOTHING: &str = "x";

/// What somebody searches for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// The text as it looks.
    look: String,
    /// Its words in plain letters.
    words: Vec<String>,
}

impl Sought {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Self {
        let words = slug(typed);
        let words = words.split('-').filter(|word| *word != NOTHING);
        Self {
            look: look_alike(typed),
            words: words.map(str::to_owned).collect(),
        }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.look.is_empty()
    }

    /// Whether a name is meant: it holds the text, or each of its words, whatever the case, the hyphens and the umlauts.
    pub fn finds(&self, name: &str) -> bool {
        if look_alike(name).contains(&self.look) {
            return true;
        }
        let forms = plain(name);
        let holds = |word: &String| forms.iter().any(|form| form.contains(word));
        !self.words.is_empty() && self.words.iter().all(holds)
    }

    /// Whether one of several names is meant.
    pub fn finds_any<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        self.is_empty() || names.into_iter().any(|name| self.finds(name))
    }
}

/// A name in plain letters without blanks and hyphens: an umlaut as two letters, and as its base alone.
fn plain(name: &str) -> [String; 2] {
    let base: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
    [slug(name), slug(&base)].map(|form| form.replace('-', ""))
}
