//! The list of districts, and what the service is.

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{District, DistrictId};
use crate::service::day;
use crate::store::Outline;
use crate::text::pages::{Districts, Frame, date};

use super::App;
use super::access::Caller;
use super::errors::Result;
use super::page::{Mark, Page, district_address};
use super::reader::Reader;

/// GET /
pub async fn list(State(app): State<App>, reader: Reader) -> Result<Markup> {
    let mut entries = app.service.overview().await?;
    entries.retain(|entry| entry.district.example || shows(&reader, &entry.id));
    Ok(page(&entries, &reader))
}

/// Whether a reader is told of a district that is not invented.
fn shows(reader: &Reader, district: &DistrictId) -> bool {
    match &reader.caller {
        Caller::Personal | Caller::AsLeader | Caller::AsProgramme => true,
        Caller::Stranger => false,
        Caller::Signed(who) => who.role.district().is_none_or(|own| own == district),
    }
}

fn page(entries: &[Outline], reader: &Reader) -> Markup {
    let text = Districts::of(reader.lang);
    let (examples, districts): (Vec<_>, Vec<_>) =
        entries.iter().partition(|entry| entry.district.example);
    let main = html! {
        div.wide {
            div.opening {
                div.words {
                    h1 { (text.title) }
                    @for sentence in text.what { p { (sentence) } }
                }
                @for entry in &examples {
                    section.card.demonstration aria-labelledby="demonstration" {
                        p.tag { (Frame::of(reader.lang).example) }
                        h2 #demonstration { (entry.district.name) }
                        p { (text.demonstration_note) }
                        p.content { (facts(entry, reader)) }
                        p { a.button href=(reader.link(&district_address(&entry.id), &[])) { (text.demonstration_link) } }
                    }
                }
            }
            section aria-labelledby="berlin" {
                h2 #berlin { (text.berlin) }
                @if reader.caller == Caller::Stranger { p { (text.sign_in) } }
                @else if districts.is_empty() { p { (text.none) } }
                ul.districts {
                    @for entry in &districts {
                        @let district: &District = &entry.district;
                        @let filled = !is_empty(entry) && !reader.caller.sees_released_alone();
                        li.filled[filled] {
                            a href=(reader.link(&district_address(&entry.id), &[])) { (district.name) }
                            p { (facts(entry, reader)) }
                        }
                    }
                }
            }
        }
    };
    Page {
        reader,
        title: Frame::of(reader.lang).districts,
        mark: Mark::None,
        main,
    }
    .render()
}

fn facts(entry: &Outline, reader: &Reader) -> Markup {
    let text = Districts::of(reader.lang);
    // How much the working state holds is not told to who sees only what was released.
    if reader.caller.sees_released_alone() && !entry.district.example {
        return html! { (text.released) };
    }
    html! {
        @if is_empty(entry) { (text.nothing_yet) }
        @else {
            ((text.content)(entry.actors, entry.offers))
            @if let Some(at) = entry.at { br; ((text.as_of)(&date(day(at), reader.lang))) }
        }
    }
}

fn is_empty(entry: &Outline) -> bool {
    entry.departments + entry.actors + entry.offers == 0
}
