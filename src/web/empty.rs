//! A district in which no cooperation has been entered: how to begin.

use maud::{Markup, html};

use crate::service::{DEMONSTRATION, View};
use crate::store::Step;
use crate::text::pages::Empty;

use super::district::taken_note;
use super::page::{district_address, district_menu};
use super::reader::Reader;

/// The content of the page.
pub fn page(view: &View, taken: Option<&Step>, reader: &Reader) -> Markup {
    let text = Empty::of(reader.lang);
    let base = district_address(&view.stand.district);
    let begun = view.network.departments.len();
    html! {
        div.wide {
            (district_menu(reader, &view.stand.district))
            h1 { (view.district.name) }
            @if let Some(step) = taken { (taken_note(view, step, reader)) }
            section.card.begin aria-labelledby="begin" {
                h2 #begin { @if begun == 0 { (text.title) } @else { ((text.begun)(begun)) } }
                p { @if begun == 0 { (text.lead) } @else { (text.next) } }
                ol { @for step in text.steps { li { (step) } } }
                p.actions {
                    a.button href={ (base) "/offices" } { (text.choose) }
                    a.button.quiet href="/template.xlsx" { (text.template) }
                    a.button.quiet href={ (base) "/import" } { (text.import) }
                    a.button.quiet href={ "/districts/" (DEMONSTRATION) } { (text.demonstration) }
                }
                p.hint { (text.before) " " a href="/privacy#before" { (text.papers) } "." }
            }
        }
    }
}
