//! The page of one organisation, and its form.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{DepartmentId, PhaseId, Subject};
use crate::service::Snapshot;
use crate::text::pages::{DepartmentPage, ReshapeText};

use super::super::App;
use super::super::actor::new_address as new_actor;
use super::super::errors::{Error, Result};
use super::super::page::district_page;
use super::super::past::of_record;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{
    self, EDIT, Kept, Place, RecordForm, Sheet, asked_phase, menu, saved, taken_link,
};
use super::super::visit::Editor;
use super::address::{address, known, new_address};
use super::form::DepartmentForm;
use super::shown;

/// GET /districts/{district}/departments/{department}
pub async fn show(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let department = known(&view, &department)?;
    let said = saved(&app, &view, &reader).await?;
    let asked = reader.asked(EDIT);
    let form = DepartmentForm {
        phase: asked_phase(&view, asked.filter(|asked| *asked != record::YES))?,
        id: Some(department.clone()),
    };
    let sheet = asked.map(|_| form.sheet(&view));
    page(&app, &view, &reader, (&form, sheet.as_ref()), said).await
}

/// POST /districts/{district}/departments/{department}
pub async fn save(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let department = DepartmentId::parse(&department).map_err(|_| Error::NotFound)?;
    let form = DepartmentForm {
        phase: asked_phase(&view, posted.one("phase"))?,
        id: Some(department.clone()),
    };
    let own = address(&view.version.district, &department);
    let step = match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(step) => Some(step),
        Kept::Same => None,
        Kept::Told(sheet) => {
            let view = app.service.view(&view.version.district).await?;
            let page = page(&app, &view, &reader, (&form, Some(&sheet)), html! {}).await?;
            return Ok((sheet.status(), page).into_response());
        }
    };
    Ok(Redirect::to(&taken_link(&reader, &own, step)).into_response())
}

async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (form, sheet): (&DepartmentForm, Option<&Sheet>),
    said: Markup,
) -> Result<Markup> {
    let text = DepartmentPage::of(reader.lang);
    let id = form.id.as_ref().expect("the form of a known organisation");
    let editing = html! {
        @if let Some(sheet) = sheet {
            section.card aria-labelledby="edit" {
                h2 #edit { (text.edit_title) }
                (sheet_form(app, view, reader, form, sheet))
            }
        }
    };
    let Some(department) = view.network.departments.get(id) else {
        // It was removed while somebody changed it.
        let main = html! { (menu(reader, &view.version.district)) (editing) };
        return Ok(district_page(view, reader, text.new_title, main));
    };
    let phase = shown_phase(view, reader)?;
    let history = of_record(app, view, reader, &Subject::Department(id.clone())).await?;
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        (editing)
        (shown::facts(view, reader, department))
        (deeds(view, reader, id))
        @if let Some(phase) = &phase {
            (shown::functions(view, reader, id, phase))
            (shown::pairs(app, view, reader, (id, phase)).await?)
        }
        (shown::offers(view, reader, id))
        (history)
    };
    Ok(district_page(view, reader, department.name.as_str(), main))
}

/// The phase whose functions and pairs are shown.
fn shown_phase(view: &Snapshot, reader: &Reader) -> Result<Option<PhaseId>> {
    match reader.asked("phase") {
        Some(asked) => Ok(Some(view.phase(asked)?)),
        None => Ok(view.latest_phase()),
    }
}

fn sheet_form(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: &DepartmentForm,
    sheet: &Sheet,
) -> Markup {
    let district = &view.version.district;
    let id = form.id.as_ref().expect("the form of a known organisation");
    let own = address(district, id);
    let phase = form.phase.as_ref().map(PhaseId::as_str);
    let place = Place {
        action: reader.link(&own, &[(EDIT, phase.unwrap_or(record::YES))]),
        anew: reader.link(&new_address(district), &[]),
        back: reader.link(&own, &[]),
        about: &[("phase", phase.unwrap_or_default().to_owned())],
        buttons: &[],
    };
    record::form(app, reader, &form.fields(view, reader.lang), sheet, &place)
}

/// What can be done with it.
fn deeds(view: &Snapshot, reader: &Reader, id: &DepartmentId) -> Markup {
    let (text, own_text) = (
        ReshapeText::of(reader.lang),
        DepartmentPage::of(reader.lang),
    );
    let district = &view.version.district;
    let own = address(district, id);
    let new = new_actor(district);
    html! {
        p.actions {
            a.button href=(reader.link(&own, &[(EDIT, record::YES)])) { (text.edit) }
            a.button.quiet href=(reader.link(&format!("{own}/merge"), &[])) { (text.merge) }
            a.button.quiet href=(reader.link(&format!("{own}/remove"), &[])) { (text.remove) }
            a href=(reader.link(&new, &[("department", id.as_str())])) { (own_text.new_function) }
        }
    }
}
