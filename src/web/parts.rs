//! What is a table on a wide screen, in parts that fold on a narrow one.

use maud::{Markup, html};

use crate::map::Folded;

/// The parts under a title; only a narrow screen shows them.
pub fn parts<'p>(title: &str, parts: impl IntoIterator<Item = &'p Folded>) -> Markup {
    html! {
        section.parts aria-label=(title) {
            h2 { (title) }
            @for part in parts {
                details open[part.open] {
                    summary { (part.title) }
                    ul { @for line in &part.lines { li { (line) } } }
                }
            }
        }
    }
}
