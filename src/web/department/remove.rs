//! An organisation removed, after what goes with it was told by numbers.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::domain::{DepartmentId, Reshaped, remove_department};
use crate::service::Snapshot;
use crate::text::pages::ReshapeText;
use crate::text::reshape::{Of, goes_with};

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::reshape::{Made, Record, make, otherwise, removed_actors, removing};
use super::super::taken;
use super::super::visit::Editor;
use super::address::{address, known};

/// GET /districts/{district}/departments/{department}/remove
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let department = known(&view, &department)?;
    page(&app, &view, &reader, &department, html! {}).await
}

/// POST /districts/{district}/departments/{department}/remove
pub async fn remove(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let department = DepartmentId::parse(&department).map_err(|_| Error::NotFound)?;
    let removed = |view: &Snapshot| remove_department(&view.network, &department);
    match make(&app, &view, (&reader, &posted), &[], removed).await? {
        Made::Done(step) => Ok(taken::redirect(&view, step).into_response()),
        Made::Same | Made::Otherwise => {
            let view = app.service.view(&view.version.district).await?;
            let department = known(&view, department.as_str())?;
            let page = page(&app, &view, &reader, &department, otherwise(&reader)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    department: &DepartmentId,
    said: Markup,
) -> Result<Markup> {
    let text = ReshapeText::of(reader.lang);
    let removed: Reshaped = remove_department(&view.network, department).ok_or(Error::NotFound)?;
    let contacts = app.service.contacts(&view.version.district).await?;
    let mut goes = goes_with(&removed.touched, Of::Department, reader.lang);
    if removed_actors(&removed).any(|actor| contacts.contains_key(actor)) {
        goes.push(text.contact_goes.to_owned());
    }
    let record = Record {
        name: view.network.departments[department].name.as_str(),
        id: department.as_str(),
        address: &address(&view.version.district, department),
    };
    let told = (&removed.touched, goes.as_slice(), said);
    Ok(removing(app, view, reader, record, told))
}
