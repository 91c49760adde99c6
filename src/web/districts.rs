//! The list of districts, and what the service is.

use axum::extract::State;
use chrono::NaiveDate;
use maud::{Markup, html};

use crate::domain::District;
use crate::service::View;
use crate::text::pages::{Districts, Frame, date};

use super::App;
use super::errors::Result;
use super::page::{Page, district_address};
use super::reader::Reader;

/// One district and what it holds.
struct Entry {
    view: View,
    as_of: Option<NaiveDate>,
}

/// GET /
pub async fn list(State(app): State<App>, reader: Reader) -> Result<Markup> {
    let programme = app.service.programme().await?.value;
    let mut entries = Vec::new();
    for (id, _) in programme.districts_in_order() {
        let view = app.service.view(id).await?;
        let as_of = match view.network.is_empty() {
            true => None,
            false => app.service.date(&view).await?,
        };
        entries.push(Entry { view, as_of });
    }
    Ok(page(&entries, &reader))
}

fn page(entries: &[Entry], reader: &Reader) -> Markup {
    let text = Districts::of(reader.lang);
    let (examples, districts): (Vec<_>, Vec<_>) = entries
        .iter()
        .partition(|entry| entry.view.district.example);
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
                        h2 #demonstration { (entry.view.district.name) }
                        p { (text.demonstration_note) }
                        p.content { (facts(entry, reader)) }
                        p { a.button href=(district_address(&entry.view.stand.district)) { (text.demonstration_link) } }
                    }
                }
            }
            section aria-labelledby="berlin" {
                h2 #berlin { (text.berlin) }
                @if districts.is_empty() { p { (text.none) } }
                ul.districts {
                    @for entry in &districts {
                        @let district: &District = &entry.view.district;
                        li.filled[!entry.view.network.is_empty()] {
                            a href=(district_address(&entry.view.stand.district)) { (district.name) }
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
        district: None,
        main,
    }
    .render()
}

fn facts(entry: &Entry, reader: &Reader) -> Markup {
    let text = Districts::of(reader.lang);
    let network = &entry.view.network;
    html! {
        @if network.is_empty() { (text.nothing_yet) }
        @else {
            ((text.content)(network.actors.len(), network.offers.len()))
            @if let Some(day) = entry.as_of { br; ((text.as_of)(&date(day, reader.lang))) }
        }
    }
}
