//! One offer: who runs it, knows it and refers to it; entered, changed, merged, removed.

mod form;
mod merge;
mod page;
mod remove;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{DistrictId, OfferId, PhaseId};
use crate::service::Snapshot;
use crate::text::pages::OfferPage;

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::{Reader, encode};
use super::record::{self, EDIT, Filled, Kept, Place, RecordForm, Sheet, taken_link};
use super::shown::phase_name;
use super::visit::Editor;

pub use merge::{ask as ask_merge, merge};
pub use remove::{ask as ask_remove, remove};

use form::OfferForm;

/// The address of the list.
pub fn list(district: &DistrictId) -> String {
    district_address(district) + "/offers"
}

/// The address of an offer's page.
pub fn address(district: &DistrictId, id: &OfferId) -> String {
    format!("{}/{}", list(district), encode(id.as_str()))
}

/// GET /districts/{district}/offers/new
pub async fn ask_new(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
) -> Result<Markup> {
    let phase = phase(&view, reader.asked("phase"))?;
    let form = OfferForm {
        id: None,
        phase: phase.clone(),
        chosen: Vec::new(),
    };
    let sheet = Sheet {
        filled: Filled::default().with("phases", &phase),
        ..Sheet::default()
    };
    Ok(new_page(&app, &view, &reader, form, &sheet))
}

/// POST /districts/{district}/offers/new
pub async fn add(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let form = OfferForm {
        id: None,
        phase: phase(&view, posted.one("phase"))?,
        chosen: Vec::new(),
    };
    match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(revision) => {
            let step = record::step(&app, &view, revision).await?;
            let id = step.as_ref().and_then(page::added);
            let district = &view.version.district;
            let there = id.map_or_else(|| list(district), |id| address(district, &id));
            Ok(Redirect::to(&taken_link(&reader, &there, Some(revision))).into_response())
        }
        Kept::Same => {
            Ok(Redirect::to(&reader.link(&list(&view.version.district), &[])).into_response())
        }
        Kept::Told(sheet) => {
            let view = app.service.view(&view.version.district).await?;
            let page = new_page(&app, &view, &reader, form, &sheet);
            Ok((sheet.status(), page).into_response())
        }
    }
}

/// GET /districts/{district}/offers/{offer}
pub async fn show(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let edited = reader.asked(EDIT);
    let form = OfferForm {
        id: Some(known(&view, &offer)?),
        phase: phase_of(&view, &offer, edited.or(reader.asked("phase")))?,
        chosen: Vec::new(),
    };
    let sheet = edited.map(|_| form.sheet(&view));
    page::page(&app, &view, &reader, form, sheet.as_ref()).await
}

/// POST /districts/{district}/offers/{offer}
pub async fn save(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, offer)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let id = OfferId::parse(&offer).map_err(|_| Error::NotFound)?;
    let form = OfferForm {
        id: Some(id.clone()),
        phase: phase_of(&view, &offer, posted.one("phase"))?,
        chosen: Vec::new(),
    };
    let step = match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(revision) => Some(revision),
        Kept::Same => None,
        Kept::Told(sheet) => {
            let status = sheet.status();
            // As it stands by now: others may have changed or removed it.
            let view = app.service.view(&view.version.district).await?;
            let page = match view.network.offers.contains_key(&id) {
                true => page::page(&app, &view, &reader, form, Some(&sheet)).await?,
                false => new_page(&app, &view, &reader, form, &sheet),
            };
            return Ok((status, page).into_response());
        }
    };
    let there = address(&view.version.district, &id);
    Ok(Redirect::to(&taken_link(&reader, &there, step)).into_response())
}

/// The offer that an address names.
fn known(view: &Snapshot, offer: &str) -> Result<OfferId> {
    let id = OfferId::parse(offer).map_err(|_| Error::NotFound)?;
    match view.network.offers.contains_key(&id) {
        true => Ok(id),
        false => Err(Error::NotFound),
    }
}

/// The phase that is asked for, else the one shown first.
fn phase(view: &Snapshot, asked: Option<&str>) -> Result<PhaseId> {
    match asked {
        Some(asked) => Ok(view.phase(asked)?),
        None => view.latest_phase().ok_or(Error::NoPhase),
    }
}

/// The same of an offer: of one that is not there in the phase shown first the latest in which it is.
fn phase_of(view: &Snapshot, offer: &str, asked: Option<&str>) -> Result<PhaseId> {
    let first = phase(view, asked)?;
    let offer = OfferId::parse(offer).ok();
    let offer = offer.and_then(|id| view.network.offers.get(&id));
    let Some(offer) = offer.filter(|one| asked.is_none() && !one.providers.contains_key(&first))
    else {
        return Ok(first);
    };
    let phases = view.programme.phases_in_order().into_iter().rev();
    let mut held = phases
        .map(|(id, _)| id)
        .filter(|id| offer.providers.contains_key(id));
    Ok(held.next().cloned().unwrap_or(first))
}

/// The form of a new one, or of one that is gone.
fn new_page(app: &App, view: &Snapshot, reader: &Reader, form: OfferForm, sheet: &Sheet) -> Markup {
    let text = OfferPage::of(reader.lang);
    let list = list(&view.version.district);
    let main = html! {
        (record::menu(reader, &view.version.district))
        p.lead { (text.new_lead) }
        (form_of(app, view, reader, form, sheet, reader.link(&format!("{list}/new"), &[])))
    };
    district_page(view, reader, text.new, main)
}

/// The form with its fields, sent to an address.
fn form_of(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: OfferForm,
    sheet: &Sheet,
    action: String,
) -> Markup {
    let list = list(&view.version.district);
    let form = form.showing(sheet);
    let place = Place {
        action,
        anew: reader.link(&format!("{list}/new"), &[]),
        back: reader.link(&list, &[]),
        about: &[("phase", form.phase.to_string())],
        buttons: &[],
    };
    let (text, phase) = (
        OfferPage::of(reader.lang),
        phase_name(&view.programme, &form.phase),
    );
    html! {
        p.hint { (text.other_phases) " " (phase) }
        (record::form(app, reader, &form.fields(view, reader.lang), sheet, &place))
    }
}
