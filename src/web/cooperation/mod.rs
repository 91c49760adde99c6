//! A cooperation of two functions in a phase: what each of them says, entered, changed, removed.

mod form;
mod page;
mod remove;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, DistrictId, PhaseId};
use crate::service::Snapshot;
use crate::text::pages::CooperationPage;

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::{Reader, encode};
use super::record::{self, Filled, Kept, Place, RecordForm, Sheet, taken_link};
use super::visit::Editor;

pub use form::functions;
pub use remove::{ask as ask_remove, remove};

use form::{SideForm, new_fields};

/// The address of the list.
pub fn list(district: &DistrictId) -> String {
    district_address(district) + "/cooperations"
}

/// The address of what one function says of another, but for the phase.
pub fn address(district: &DistrictId, from: &ActorId, to: &ActorId) -> String {
    let [from, to] = [from, to].map(|id| encode(id.as_str()));
    format!("{}/{from}/{to}", list(district))
}

/// GET /districts/{district}/cooperations/new
pub async fn ask_new(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
) -> Result<Response> {
    let phase = phase(&view, reader.asked("phase"))?;
    let filled = ["from", "to"]
        .into_iter()
        .fold(Filled::default(), |filled, end| {
            filled.with_some(end, reader.asked(end))
        });
    let sheet = Sheet {
        filled: filled.with("phase", &phase),
        ..Sheet::default()
    };
    Ok(new_page(&app, &view, &reader, &phase, &sheet).into_response())
}

/// POST /districts/{district}/cooperations/new
pub async fn add(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    // Before anything else, as where it is written: what numbers no request is no form of ours.
    posted.request()?;
    let typed = Filled::of(&posted);
    let form = match SideForm::named(&view, &typed, reader.lang) {
        Ok(form) => form,
        Err(faults) => {
            let sheet = Sheet {
                filled: typed,
                faults,
                ..Sheet::default()
            };
            let phase = phase(&view, posted.one("phase"))?;
            let page = new_page(&app, &view, &reader, &phase, &sheet);
            return Ok((sheet.status(), page).into_response());
        }
    };
    saved(&app, &view, &reader, &posted, &form, true).await
}

/// GET /districts/{district}/cooperations/{from}/{to}
pub async fn show(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, from, to)): Path<(String, String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let form = side(&view, (&from, &to), reader.asked("phase"))?;
    let sheet = form.sheet(&view);
    page::page(&app, &view, &reader, &form, &sheet).await
}

/// POST /districts/{district}/cooperations/{from}/{to}
pub async fn save(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, from, to)): Path<(String, String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let asked = posted.one("phase").or(reader.asked("phase"));
    let form = match side(&view, (&from, &to), asked) {
        Ok(form) => form,
        Err(Error::NotFound) => return left(&app, &view, &reader, (&from, &to, asked), &posted),
        Err(error) => return Err(error),
    };
    saved(&app, &view, &reader, &posted, &form, false).await
}

/// One of the two has left the phase, or is gone, since the form was made: the form of a new one says so, and holds what
/// was typed.
fn left(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (from, to, asked): (&str, &str, Option<&str>),
    posted: &Posted,
) -> Result<Response> {
    let phase = phase(view, asked)?;
    let filled = Filled::of(posted)
        .with("from", from)
        .with("to", to)
        .with("phase", &phase);
    let Err(faults) = SideForm::named(view, &filled, reader.lang) else {
        return Err(Error::NotFound);
    };
    let sheet = Sheet {
        filled,
        faults,
        ..Sheet::default()
    };
    let page = new_page(app, view, reader, &phase, &sheet);
    Ok((sheet.status(), page).into_response())
}

/// Saves what one side says, and leads to the page of the two, or shows the form again.
async fn saved(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    posted: &Posted,
    form: &SideForm,
    is_new: bool,
) -> Result<Response> {
    let step = match record::save(app, view, reader, posted, form).await? {
        Kept::Saved(revision) => Some(revision),
        Kept::Same => None,
        Kept::Told(sheet) => {
            let status = sheet.status();
            // As it stands by now: others may have said something for this side.
            let view = &app.service.view(&view.version.district).await?;
            // What is entered already is shown where it stands.
            let is_new = is_new && form.standing(view).is_none();
            let page = match is_new {
                true => new_page(app, view, reader, &form.phase, &sheet),
                false => page::page(app, view, reader, form, &sheet).await?,
            };
            return Ok((status, page).into_response());
        }
    };
    let there = taken_link(reader, &own(view, form), step);
    let phase = encode(form.phase.as_str());
    Ok(Redirect::to(&format!("{there}&phase={phase}")).into_response())
}

/// The two that an address names, in the phase that is asked for; they have to stand in it.
fn side(view: &Snapshot, (from, to): (&str, &str), asked: Option<&str>) -> Result<SideForm> {
    let phase = phase(view, asked)?;
    let [from, to] = [from, to].map(|id| ActorId::parse(id).map_err(|_| Error::NotFound));
    let ends = [from?, to?];
    let places = &view.network.memberships;
    let is_there = |id: &ActorId| places.contains_key(&(id.clone(), phase.clone()));
    match ends[0] != ends[1] && ends.iter().all(is_there) {
        true => Ok(SideForm { phase, ends }),
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

/// The address of what a side says, but for the phase.
fn own(view: &Snapshot, form: &SideForm) -> String {
    address(&view.version.district, &form.ends[0], &form.ends[1])
}

/// The form of a new one.
fn new_page(app: &App, view: &Snapshot, reader: &Reader, phase: &PhaseId, sheet: &Sheet) -> Markup {
    let text = CooperationPage::of(reader.lang);
    let list = list(&view.version.district);
    let new = reader.link(&format!("{list}/new"), &[]);
    let place = Place {
        action: new.clone(),
        anew: new,
        back: reader.link(&list, &[]),
        about: &[],
        buttons: &[],
    };
    let fields = new_fields(view, phase, reader.lang);
    let main = html! {
        (record::menu(reader, &view.version.district))
        p.lead { (text.new_lead) }
        (record::form(app, reader, &fields, sheet, &place))
    };
    district_page(view, reader, text.new, main)
}
