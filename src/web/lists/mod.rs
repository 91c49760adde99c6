//! The lists of a district's records: searched and filtered by plain links and forms, a page of rows at a time.

mod actors;
mod cooperations;
mod departments;
mod filter;
mod offers;

use maud::{Markup, html};

use crate::domain::PhaseId;
use crate::service::Snapshot;
use crate::text::pages::{ListText, Lists, counted};

use super::page::{district_address, district_page};
use super::pager::Slice;
use super::reader::Reader;
use super::record::menu;
use super::table::table;

pub use actors::show as actors;
pub use cooperations::show as cooperations;
pub use departments::show as departments;
pub use offers::show as offers;

use filter::Filter;

/// The anchor of the table.
const TABLE: &str = "list";

/// One list, but for its rows.
struct List<'a, const COLUMNS: usize> {
    text: &'static ListText<COLUMNS>,
    filter: &'a Filter,
    /// The fields of the filters that this list has, the search aside.
    fields: Markup,
    /// How many there are without a filter.
    all: usize,
    /// What to do first, a sentence and links, where the district holds none at all.
    first: Option<Markup>,
}

/// The page of a list, after what was just done on a page that led to it: rows are made of what is shown alone.
fn page<T, const COLUMNS: usize>(
    (view, reader, said): (&Snapshot, &Reader, Markup),
    list: List<'_, COLUMNS>,
    found: &[T],
    weight: impl Fn(&T) -> usize,
    row: impl Fn(&T) -> Markup,
) -> Markup {
    let (text, shared) = (list.text, Lists::of(reader.lang));
    let slice = Slice::of(reader, "page", found.iter().map(weight));
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        @if let Some(first) = list.first { (first) } @else {
            p.lead { (text.lead) }
            (list.filter.form(reader, list.fields))
            p.counted role="status" {
                (counted(found.len(), list.all, text.counted, reader.lang))
                @if list.filter.is_set { " · " a href=(reader.link(&reader.path, &[])) { (shared.show_all) } }
            }
            @if found.is_empty() { p { (shared.nothing) } } @else {
                div id=(TABLE) {
                    (table(text.caption, &text.columns, html! {
                        @for one in &found[slice.range.clone()] { (row(one)) }
                    }))
                    (slice.links(reader, TABLE))
                }
            }
        }
        p.actions { a.button href=(reader.link(&format!("{}/new", reader.path), &[])) { (text.add) } }
    };
    district_page(view, reader, text.title, main)
}

/// A link to where one begins in an empty district.
fn way(view: &Snapshot, reader: &Reader, (path, name): (&str, &str)) -> Markup {
    let address = district_address(&view.version.district) + path;
    html! { a.button.quiet href=(reader.link(&address, &[])) { (name) } }
}

/// Whether a record of a phase is in the phase that is asked for; without one every record is.
fn in_phase(asked: Option<&PhaseId>, phase: &PhaseId) -> bool {
    asked.is_none_or(|asked| asked == phase)
}
