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
use super::super::page::district_page;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::menu;
use super::super::reshape::{Asked, Made, confirm, lines, make, otherwise, removed_actors};
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
    let name = view.network.departments[department].name.as_str();
    let removed: Reshaped = remove_department(&view.network, department).ok_or(Error::NotFound)?;
    let contacts = app.service.contacts(&view.version.district).await?;
    let mut goes = goes_with(&removed.touched, Of::Department, reader.lang);
    if removed_actors(&removed).any(|actor| contacts.contains_key(actor)) {
        goes.push(text.contact_goes.to_owned());
    }
    let own = address(&view.version.district, department);
    let asked = Asked {
        action: reader.link(&format!("{own}/remove"), &[]),
        back: reader.link(&own, &[]),
        touched: &removed.touched,
        about: &[],
        button: text.do_remove,
    };
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        p { ((text.goes)(name)) }
        (lines(&goes))
        (confirm(app, reader, &asked))
    };
    Ok(district_page(
        view,
        reader,
        &(text.remove_title)(name),
        main,
    ))
}
