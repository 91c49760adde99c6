//! Verdicts in the reader's language.

use crate::text::Lang;
use crate::text::headline::Said;
use crate::text::numbers::undefined;

/// A verdict; a dash of what is held back.
pub(super) fn in_a_word(said: Option<Said>, lang: Lang) -> String {
    said.map_or_else(undefined, |said| said.word(lang))
        .to_owned()
}
