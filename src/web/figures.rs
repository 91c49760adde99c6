//! The figures of a district, closed until somebody opens them, and what is to be said about data protection.

use maud::{Markup, html};

use crate::text::pages::DistrictPage;

use super::district::Shown;
use super::reader::Reader;
use super::table::offices;

/// The section of the page.
pub fn section(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    html! {
        section.more aria-labelledby="figures-title" {
            h2 #figures-title { (text.figures) }
            details {
                summary { (text.figures_open) }
                (offices(&shown.report, text, reader.lang))
                p { a href="/how" { (text.how) } }
            }
            details {
                summary { (text.privacy) }
                p { (text.privacy_note) }
                p { a href="/privacy" { (text.privacy_more) } }
            }
        }
    }
}
