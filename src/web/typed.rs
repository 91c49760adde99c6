//! What somebody typed and what was not saved: shown again, so that nothing of it is lost.

use std::sync::Arc;

use maud::{Markup, html};

use crate::text::pages::ErrorPages;

/// The fields of a form as they were typed, each by the name that the form gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(Arc<[(String, String)]>);

impl Typed {
    /// The fields that are not empty.
    pub fn new<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let fields = fields.into_iter().filter(|(_, typed)| !typed.is_empty());
        let own = fields.map(|(name, typed)| (name.to_owned(), typed.to_owned()));
        Self(own.collect())
    }

    /// The list to copy from; nothing where nothing was typed.
    pub fn list(&self, texts: &ErrorPages) -> Markup {
        html! {
            @if !self.0.is_empty() {
                section.card aria-labelledby="typed" {
                    h2 #typed { (texts.typed) }
                    dl.typed {
                        @for (name, typed) in self.0.iter() { dt { (name) } dd { (typed) } }
                    }
                }
            }
        }
    }
}
