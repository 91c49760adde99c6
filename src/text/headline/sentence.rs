//! The sentence that a report begins with, in the one of its cases that the figures allow.

use super::case::Headline;
use super::{english, german};
use crate::text::Lang;

impl Headline {
    /// The sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let say = lang.pick(german::sentence as fn(&Self) -> String, english::sentence);
        say(self)
    }
}
