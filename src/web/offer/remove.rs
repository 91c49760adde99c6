//! Removing an offer: what goes with it is said before.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{OfferId, cooperations_about, removing_offer};
use crate::service::{Settled, Snapshot};
use crate::text::pages::{OfferPage, RecordText};
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::page::district_page;
use crate::web::posted::Posted;
use crate::web::reader::Reader;
use crate::web::record::{signing, taken_link};
use crate::web::visit::Editor;

use super::{address, known, list};

/// GET /districts/{district}/offers/{offer}/remove
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let text = OfferPage::of(reader.lang);
    let id = known(&view, &offer)?;
    let title = (text.remove_title)(view.network.offers[&id].name.as_str());
    let own = address(&view.version.district, &id);
    let main = html! {
        p.lead { ((text.goes)(cooperations_about(&view.network, &id))) }
        p { (text.goes_back) }
        form method="post" action=(reader.link(&format!("{own}/remove"), &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            p.actions {
                button.button type="submit" { (text.remove) } " "
                a href=(reader.link(&own, &[])) { (RecordText::of(reader.lang).cancel) }
            }
        }
    };
    Ok(district_page(&view, &reader, &title, main))
}

/// POST /districts/{district}/offers/{offer}/remove
pub async fn remove(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let signing = signing(&app, &reader, &posted)?;
    let id = OfferId::parse(&offer).map_err(|_| Error::NotFound)?;
    let list = list(&view.version.district);
    let changes = |view: &Snapshot| match view.network.offers.contains_key(&id) {
        true => Ok(removing_offer(&view.network, &id)),
        false => Err(()),
    };
    match app.service.settle(view, &signing, &[], changes).await? {
        Settled::Done(revision) => {
            Ok(Redirect::to(&taken_link(&reader, &list, Some(revision))).into_response())
        }
        Settled::Nothing | Settled::Otherwise(()) => Err(Error::NotFound),
    }
}
