//! Before a meeting: what everybody in the room will see, in which phase, about which offer.

use maud::{Markup, html};

use super::phones::section;
use super::{Shows, address};
use crate::service::Snapshot;
use crate::text::pages::Workshop;
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::page::district_page;
use crate::web::quick::phase_of;
use crate::web::reader::Reader;
use crate::web::record::menu;

/// The page that begins a meeting.
pub async fn page(app: &App, view: &Snapshot, reader: &Reader) -> Result<Markup> {
    let text = Workshop::of(reader.lang);
    let phase = phase_of(view, reader.asked("phase"))?.ok_or(Error::NoPhase)?;
    let phases = view.programme.phases_in_order();
    let mut offers: Vec<_> = view.network.offers.iter().collect();
    offers.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    let here = address(&view.version.district);
    let phones = section(app, view, reader, &phase).await?;
    let main = html! {
        (menu(reader, &view.version.district))
        p.lead { (text.lead) }
        form.card.fields.of-meeting method="get" action=(here) {
            fieldset {
                legend { (text.sees) }
                @for (shows, (name, meaning)) in Shows::ALL.into_iter().zip(text.shows) {
                    @let id = format!("show-{}", shows.code());
                    p.tick {
                        input id=(id) type="radio" name="show" value=(shows.code()) checked[shows == Shows::Offices];
                        label for=(id) { span { (name) } small { (meaning) } }
                    }
                }
            }
            p {
                label for="phase" { (text.phase) }
                select id="phase" name="phase" {
                    @for (id, one) in phases { option value=(id) selected[*id == phase] { (one.name) } }
                }
            }
            @if !offers.is_empty() {
                p {
                    label for="offer" { (text.offer) }
                    select id="offer" name="offer" {
                        option value="" { (text.whole) }
                        @for (id, offer) in offers { option value=(id) { (offer.name) } }
                    }
                }
            }
            p.actions { button.button type="submit" { (text.begin) } }
        }
        (phones)
        section.card aria-labelledby="sheets" {
            h2 #sheets { (text.sheets) }
            p { (text.sheets_note) }
            p.actions {
                a.button.quiet href=(reader.link(&format!("{here}/sheets"), &[("phase", phase.as_str())])) { (text.to_sheets) }
            }
        }
    };
    Ok(district_page(view, reader, text.title, main))
}
