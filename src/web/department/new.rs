//! A new organisation.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{Change, DepartmentId, PhaseId};
use crate::service::Snapshot;
use crate::store::Step;
use crate::text::pages::DepartmentPage;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::page::{district_address, district_page};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{
    self, Kept, Place, RecordForm, Sheet, asked_phase, menu, saved, taken_link,
};
use super::super::visit::Editor;
use super::address::{address, list, new_address};
use super::form::DepartmentForm;

/// GET /districts/{district}/departments/new
pub async fn ask(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let form = DepartmentForm {
        id: None,
        phase: asked_phase(&view, reader.asked("phase"))?,
    };
    let said = saved(&app, &view, &reader).await?;
    Ok(page(&app, &view, &reader, (&form, &Sheet::default()), said))
}

/// POST /districts/{district}/departments/new
pub async fn add(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let form = DepartmentForm {
        id: None,
        phase: asked_phase(&view, posted.one("phase"))?,
    };
    let district = &view.version.district;
    match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(number) => {
            let step = record::step(&app, &view, number).await?;
            let own = step
                .as_ref()
                .and_then(added)
                .map(|id| address(district, &id));
            let own = own.unwrap_or_else(|| list(district));
            Ok(Redirect::to(&taken_link(&reader, &own, Some(number))).into_response())
        }
        Kept::Same => Err(Error::BadRequest),
        Kept::Told(sheet) => {
            let page = page(&app, &view, &reader, (&form, &sheet), html! {});
            Ok((sheet.status(), page).into_response())
        }
    }
}

/// The organisation that a step added.
fn added(step: &Step) -> Option<DepartmentId> {
    step.changes.iter().find_map(|change| match change {
        Change::Department(edit) if edit.before.is_none() => Some(edit.key.clone()),
        _ => None,
    })
}

fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (form, sheet): (&DepartmentForm, &Sheet),
    said: Markup,
) -> Markup {
    let text = DepartmentPage::of(reader.lang);
    let district = &view.version.district;
    let phase = form.phase.as_ref().map_or("", PhaseId::as_str);
    let action = reader.link(&new_address(district), &[]);
    let place = Place {
        anew: action.clone(),
        action,
        back: reader.link(&list(district), &[]),
        about: &[("phase", phase.to_owned())],
        buttons: &[],
    };
    let offices = format!("{}/offices", district_address(district));
    let main = html! {
        (menu(reader, district))
        (said)
        p.lead { (text.new_lead) " " a href=(reader.link(&offices, &[])) { (text.choose) } }
        section.card { (record::form(app, reader, &form.fields(view, reader.lang), sheet, &place)) }
    };
    district_page(view, reader, text.new_title, main)
}
