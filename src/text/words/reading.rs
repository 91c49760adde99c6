//! How a word is read back from what people write.

use unicode_normalization::UnicodeNormalization;

use crate::text::Lang;

/// One word: German, English, and what else people write for it.
pub(super) struct Word(
    pub &'static str,
    pub &'static str,
    pub &'static [&'static str],
);

impl Word {
    pub fn label(self, lang: Lang) -> &'static str {
        lang.pick(self.0, self.1)
    }

    fn is(&self, folded_text: &str) -> bool {
        [self.0, self.1]
            .iter()
            .chain(self.2)
            .any(|word| folds_to(word, folded_text))
    }
}

/// A text as words are compared: NFC, lower case, `ä` as `ae`, all that is neither letter nor digit one hyphen.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            c if c.is_alphanumeric() => folded.push(c),
            _ if !folded.is_empty() && !folded.ends_with('-') => folded.push('-'),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}

/// The one of all values that a text names.
pub(super) fn read<T: Copy>(
    all: &[T],
    text: &str,
    code: impl Fn(T) -> &'static str,
    word: impl Fn(T) -> Word,
) -> Option<T> {
    // Most cells of a large table are empty, and no value is; nor is any a paragraph.
    if text.is_empty() || text.len() > 500 {
        return None;
    }
    let text = folded(text);
    all.iter()
        .copied()
        .find(|value| folds_to(code(*value), &text) || word(*value).is(&text))
}

/// Whether one of our own words is what a folded text says; most differ in their first letter, and a long list has many.
fn folds_to(word: &str, text: &str) -> bool {
    let first = word.bytes().next().map(|first| first.to_ascii_lowercase());
    let differs =
        first.is_some_and(|first| first.is_ascii_alphanumeric()) && first != text.bytes().next();
    !differs && folded(word) == text
}
