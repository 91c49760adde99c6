//! A function removed, after what goes with it was told by numbers.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, Change, remove_actor};
use crate::service::Snapshot;
use crate::store::Revision;
use crate::text::pages::ReshapeText;
use crate::text::reshape::{Of, goes_with};

use super::super::App;
use super::super::department::address as department_address;
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{self, taken_link};
use super::super::reshape::{Made, Record, make, otherwise, removing};
use super::super::taken;
use super::super::visit::Editor;
use super::address::{address, known};

/// GET /districts/{district}/actors/{actor}/remove
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let actor = known(&view, &actor)?;
    page(&app, &view, &reader, &actor, html! {}).await
}

/// POST /districts/{district}/actors/{actor}/remove
pub async fn remove(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let actor = ActorId::parse(&actor).map_err(|_| Error::NotFound)?;
    let removed = |view: &Snapshot| remove_actor(&view.network, &actor);
    match make(&app, &view, (&reader, &posted), &[], removed).await? {
        Made::Done(step) => led_to(&app, &view, &reader, step).await,
        Made::Same | Made::Otherwise => {
            let view = app.service.view(&view.version.district).await?;
            let actor = known(&view, actor.as_str())?;
            let page = page(&app, &view, &reader, &actor, otherwise(&reader)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// The page of the organisation in which it stood says what was done, else that of the district.
async fn led_to(app: &App, view: &Snapshot, reader: &Reader, number: Revision) -> Result<Response> {
    let step = record::step(app, view, number).await?;
    let changes = step.iter().flat_map(|step| &step.changes);
    let mut places = changes.filter_map(|change| match change {
        Change::Membership(edit) => edit.before.as_ref(),
        _ => None,
    });
    let stood = places.next().map(|place| &place.department);
    let stood = stood.filter(|id| view.network.departments.contains_key(*id));
    Ok(match stood {
        Some(id) => {
            let own = department_address(&view.version.district, id);
            Redirect::to(&taken_link(reader, &own, Some(number))).into_response()
        }
        None => taken::redirect(view, number).into_response(),
    })
}

async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    actor: &ActorId,
    said: Markup,
) -> Result<Markup> {
    let text = ReshapeText::of(reader.lang);
    let removed = remove_actor(&view.network, actor).ok_or(Error::NotFound)?;
    let contacts = app.service.contacts(&view.version.district).await?;
    let mut goes = goes_with(&removed.touched, Of::Actor, reader.lang);
    if contacts.contains_key(actor) {
        goes.push(text.contact_goes.to_owned());
    }
    let record = Record {
        name: view.network.actors[actor].name.as_str(),
        id: actor.as_str(),
        address: &address(&view.version.district, actor),
    };
    let told = (&removed.touched, goes.as_slice(), said);
    Ok(removing(app, view, reader, record, told))
}
