//! Data protection: what is kept, who sees it, what comes before the first survey.

use maud::{Markup, html};

use crate::domain::Mode;
use crate::text::pages::Privacy;

use super::page::{Mark, Page};
use super::reader::Reader;

/// GET /privacy
pub async fn show(reader: Reader) -> Markup {
    let text = Privacy::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.title) }
            section { h2 #before { (text.before_title) } ol { @for item in text.before { li { (item) } } } }
            section { h2 { (text.kept_title) } ul { @for item in text.kept { li { (item) } } } }
            section { h2 { (text.seen_title) } ul { @for item in own(&reader, text).iter().chain(text.seen) { li { (item) } } } }
            section { h2 { (text.deletion_title) } ul { @for item in text.deletion { li { (item) } } } }
        }
    };
    Page {
        reader: &reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render()
}

/// What is said first of who sees what.
fn own<'a>(reader: &Reader, text: &'a Privacy) -> &'a [&'static str] {
    match reader.comer.mode {
        Mode::Personal => std::slice::from_ref(&text.seen_alone),
        Mode::Accounts => text.seen_signed,
    }
}
