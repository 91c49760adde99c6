//! Making one offer of two that turn out to be the same.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{OfferId, Overflow, merging_offers, natural};
use crate::service::{Settled, Snapshot};
use crate::text::pages::{OfferPage, RecordText};
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::page::district_page;
use crate::web::posted::Posted;
use crate::web::reader::Reader;
use crate::web::record::{Choice, options, signing, taken_link};
use crate::web::visit::Editor;

use super::{address, known};

/// Why two offers were not merged.
enum Not {
    /// One of them is not there, or both are the same.
    There,
    /// A text has no room for both.
    Room(Overflow),
}

/// GET /districts/{district}/offers/{offer}/merge
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let id = known(&view, &offer)?;
    Ok(page(&app, &view, &reader, (&id, None), None))
}

/// POST /districts/{district}/offers/{offer}/merge
pub async fn merge(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let signing = signing(&app, &reader, &posted)?;
    let text = OfferPage::of(reader.lang);
    let from = OfferId::parse(&offer).map_err(|_| Error::NotFound)?;
    let into = OfferId::parse(posted.one("into").unwrap_or_default()).ok();
    let changes = |view: &Snapshot| {
        let offers = &view.network.offers;
        let into = into
            .as_ref()
            .filter(|into| **into != from && offers.contains_key(into));
        let into = into
            .filter(|_| offers.contains_key(&from))
            .ok_or(Not::There)?;
        merging_offers(&view.network, &from, into).map_err(Not::Room)
    };
    let told = match app
        .service
        .settle(view.clone(), &signing, &[], changes)
        .await?
    {
        Settled::Done(revision) => {
            let there =
                into.map_or_else(String::new, |into| address(&view.version.district, &into));
            return Ok(Redirect::to(&taken_link(&reader, &there, Some(revision))).into_response());
        }
        Settled::Otherwise(Not::Room(Overflow::Text)) => text.no_room[0],
        Settled::Otherwise(Not::Room(Overflow::Note)) => text.no_room[1],
        Settled::Otherwise(Not::There) | Settled::Nothing => RecordText::of(reader.lang).choose,
    };
    let from = known(&view, &offer)?;
    let page = page(&app, &view, &reader, (&from, into.as_ref()), Some(told));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (id, into): (&OfferId, Option<&OfferId>),
    told: Option<&str>,
) -> Markup {
    let (text, shared) = (OfferPage::of(reader.lang), RecordText::of(reader.lang));
    let offer = view.network.offers[id].name.as_str();
    let others = view.network.offers.iter().filter(|(other, _)| *other != id);
    let mut others: Vec<_> = others.map(|(id, one)| Choice::new(id, &one.name)).collect();
    others.sort_by(|a, b| natural(&a.label, &b.label));
    others.insert(0, Choice::new("", shared.please));
    let own = address(&view.version.district, id);
    let main = html! {
        @if let Some(told) = told { p.warning role="alert" { (told) } }
        p.lead { ((text.merge_lead)(offer)) }
        @if others.len() == 1 { p { (text.no_other) } } @else {
            form.fields.stacked method="post" action=(reader.link(&format!("{own}/merge"), &[])) {
                input type="hidden" name="request" value=(app.draw.number());
                p {
                    label for="into" { (text.into) }
                    select #into name="into" required { (options(&others, into.map_or("", OfferId::as_str))) }
                }
                p.actions {
                    button.button type="submit" { (text.merge_button) } " "
                    a href=(reader.link(&own, &[])) { (shared.cancel) }
                }
            }
        }
    };
    district_page(view, reader, &(text.merge_title)(offer), main)
}
