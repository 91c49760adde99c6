//! The states of a district: frozen, looked at as others will see them, released, withdrawn and removed.

mod checks;
mod draft;
mod form;
mod list;
mod one;
mod whole;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::ReleaseId;
use crate::service::{self, Deed, Snapshot};
use crate::text::pages::Releases;

use super::App;
use super::errors::{Error, Result};
use super::page::district_address;
use super::posted::Posted;
use super::reader::{Reader, encode};
use super::visit::{Coordinator, Editor};

pub use draft::draft;
pub use whole::page as whole;

use form::{Asked, Entered};

/// GET /districts/{district}/releases
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let entered = Entered::proposed(&view, app.clock.now(), reader.lang);
    list::page(&app, &view, &reader, (done(&reader), &entered))
}

/// POST /districts/{district}/releases
pub async fn freeze(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let (request, entered) = (form.request()?, Entered::of(&form));
    let Some(freeze) = entered.freeze(&view)? else {
        let said = warning(Releases::of(reader.lang).incomplete);
        let page = list::page(&app, &view, &reader, (said, &entered))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let district = view.version.district.clone();
    let (deed, now) = (Deed::Freeze(freeze), app.clock.now());
    match app
        .service
        .deal_with_release(district, deed, (reader.author()?, now), request)
        .await
    {
        Ok(id) => Ok(to_one(&view, &reader, &id, "frozen")),
        Err(service::Error::Release(fault)) => {
            let said = warning(&service::Error::Release(fault).say(reader.lang));
            let page = list::page(&app, &view, &reader, (said, &entered))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// GET /districts/{district}/releases/{release}
pub async fn one(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    Path((_, release)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let id = ReleaseId::parse(&release).map_err(|_| Error::NotFound)?;
    let asked = Asked::proposed(app.clock.now(), reader.lang);
    one::page(&app, &view, &id, &reader, (done(&reader), &asked)).await
}

/// POST /districts/{district}/releases/{release}
pub async fn change(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    Path((_, release)): Path<(String, String)>,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let id = ReleaseId::parse(&release).map_err(|_| Error::NotFound)?;
    let (request, now) = (form.request()?, app.clock.now());
    let asked = Asked::of(&form);
    let (deed, said) = match form.one("action") {
        Some("release") => match asked.consent(now) {
            Some(consent) => (Deed::Release(id.clone(), consent), "released"),
            None => {
                let said = warning(Releases::of(reader.lang).incomplete_release);
                let page = one::page(&app, &view, &id, &reader, (said, &asked)).await?;
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
        },
        Some("withdraw") => (Deed::Withdraw(id.clone()), "withdrawn"),
        Some("remove") => (Deed::Remove(id.clone()), "removed"),
        _ => return Err(Error::BadRequest),
    };
    let removes = matches!(deed, Deed::Remove(_));
    let district = view.version.district.clone();
    match app
        .service
        .deal_with_release(district, deed, (reader.author()?, now), request)
        .await
    {
        Ok(_) if removes => Ok(to_list(&view, &reader, said)),
        Ok(_) => Ok(to_one(&view, &reader, &id, said)),
        Err(error @ (service::Error::Release(_) | service::Error::Refused(_))) => {
            let said = warning(&error.say(reader.lang));
            let now = app.service.view(&view.version.district).await?;
            let page = one::page(&app, &now, &id, &reader, (said, &asked)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn warning(said: &str) -> Markup {
    html! { p.warning role="alert" { (said) } }
}

/// What the address says was done.
fn done(reader: &Reader) -> Markup {
    let text = &Releases::of(reader.lang).done;
    let said = match reader.asked("done") {
        Some("frozen") => text.frozen,
        Some("released") => text.released,
        Some("withdrawn") => text.withdrawn,
        Some("removed") => text.removed,
        _ => return html! {},
    };
    html! { p.notice role="status" { (said) } }
}

/// The address of the states of a district.
fn address(view: &Snapshot) -> String {
    format!("{}/releases", district_address(&view.version.district))
}

/// The address of one of them.
fn address_of(view: &Snapshot, id: &ReleaseId) -> String {
    format!("{}/{}", address(view), encode(id.as_str()))
}

fn to_list(view: &Snapshot, reader: &Reader, done: &str) -> Response {
    Redirect::to(&reader.link(&address(view), &[("done", done)])).into_response()
}

/// To the page of a release; to the list where it is not there any more, as a form that was sent again may find.
fn to_one(view: &Snapshot, reader: &Reader, id: &ReleaseId, done: &str) -> Response {
    Redirect::to(&reader.link(&address_of(view, id), &[("done", done)])).into_response()
}
